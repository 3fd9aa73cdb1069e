// Geometry that no chart library supplies (a unit chart's grid, dots on rings), computed once here for every page.
import { DOTS, RINGS, H } from './data.js';

const AREA = 440; // px of height the dots fill, whatever their number

export function dots(w) {
  let total = 0;
  for (const g of DOTS) total += g.n;
  const pitch = Math.min(12, Math.max(1.2, Math.sqrt((w * AREA) / total)));
  const cols = Math.floor(w / pitch),
    r = pitch * 0.41;
  let y = 0;
  const groups = DOTS.map((g) => {
    const labelY = y + 14,
      y0 = y + 24;
    y = y0 + Math.ceil(g.n / cols) * pitch + 12;
    return { ...g, labelY, y0, text: `${g.label} ${g.n.toLocaleString('en')} ${g.unit}` };
  });
  return { pitch, cols, r, groups, height: Math.ceil(y) };
}

// Calls f(x, y, i) for every dot of a group.
export function eachDot({ pitch, cols }, g, f) {
  for (let i = 0; i < g.n; i++) f(((i % cols) + 0.5) * pitch, g.y0 + (Math.floor(i / cols) + 0.5) * pitch, i);
}

export function rings(w) {
  const R = Math.min(w, H.rings) / 2 - 24,
    cx = w / 2,
    cy = H.rings / 2 + 8;
  return RINGS.map((ring, k) => {
    const r = (R * (k + 1)) / 3;
    return {
      ...ring,
      r,
      cx,
      cy,
      R,
      pts: Array.from({ length: ring.n }, (_, i) => {
        const a = ((i + 0.5) / ring.n) * 2 * Math.PI;
        return {
          a: (a * 180) / Math.PI,
          x: cx + r * Math.sin(a),
          y: cy - r * Math.cos(a),
          text: `${ring.what} ${i + 1} / ${ring.n}`,
        };
      }),
    };
  });
}
