// The floor: canvas 2D by hand, no library.
import * as D from '../common/data.js';
import { dots as layDots, eachDot, rings as layRings } from '../common/layout.js';
import { el, expose } from '../common/shell.js';

const { H, INK, MUTED, RULE, FONT } = D;
const figs = [],
  T = 2 * Math.PI;

const tip = document.createElement('div');
tip.style.cssText = `position:fixed;left:0;top:0;z-index:9;padding:4px 8px;background:#222;color:#fff;font:13px ${FONT};border-radius:4px;pointer-events:none;visibility:hidden;white-space:nowrap`;
document.body.append(tip);

function canvas(i, w, h) {
  let f = figs[i];
  if (!f) {
    const c = document.createElement('canvas'),
      box = el(i);
    f = figs[i] = { c, g: c.getContext('2d'), w: 0, h: 0 };
    box.append(c);
    let shown;
    box.onpointermove = (e) => {
      const t = f.hit(e.offsetX, e.offsetY);
      if (t !== shown) {
        shown = t;
        tip.style.visibility = t ? 'visible' : 'hidden';
        if (t) tip.textContent = t;
      }
      if (t) tip.style.transform = `translate(${Math.min(e.clientX + 12, innerWidth - 220)}px,${e.clientY + 14}px)`;
    };
    box.onpointerleave = () => {
      shown = null;
      tip.style.visibility = 'hidden';
    };
  }
  const k = devicePixelRatio,
    W = Math.round(w * k),
    Hh = Math.round(h * k);
  if (f.c.width !== W || f.c.height !== Hh) {
    f.c.width = W;
    f.c.height = Hh;
    f.c.style.width = w + 'px';
    f.c.style.height = h + 'px';
    f.g.scale(k, k);
  } else f.g.clearRect(0, 0, w, h);
  f.rects = [];
  f.hit = (x, y) => {
    for (const r of f.rects) if (x >= r[0] && x < r[0] + r[2] && y >= r[1] && y < r[1] + r[3]) return r[4];
  };
  f.g.textBaseline = 'middle';
  return f;
}
const text = (g, s, x, y, color = INK, align = 'left', size = 13) => {
  g.font = `${size}px ${FONT}`;
  g.fillStyle = color;
  g.textAlign = align;
  g.fillText(s, x, y);
};
const rect = (f, x, y, w, h, color, t) => {
  f.g.fillStyle = color;
  f.g.fillRect(x, y, w, h);
  f.rects.push([x, y, w, h, t]);
};
const disc = (g, x, y, r) => {
  g.beginPath();
  g.arc(x, y, r, 0, T);
  g.fill();
};

// Dots, the ordinary way (?arc): arcs, a path a row.
function arcs(g, L) {
  for (const G of L.groups) {
    let row = -1;
    g.fillStyle = G.color;
    eachDot(L, G, (x, y) => {
      if (y !== row) {
        if (row !== -1) g.fill();
        g.beginPath();
        row = y;
      }
      g.moveTo(x + L.r, y);
      g.arc(x, y, L.r, 0, T);
    });
    g.fill();
  }
}
// Dots, the fast way: a disc's coverage at 4 × 4 sub-pixel positions, stamped into one image.
const PH = 4;
function stamps(g, L, W, Hh) {
  const k = devicePixelRatio,
    r = L.r * k,
    s = Math.ceil(2 * r) + 3;
  const o = new OffscreenCanvas(s * PH, s * PH).getContext('2d', { willReadFrequently: true });
  for (let j = 0; j < PH; j++) for (let i = 0; i < PH; i++) disc(o, i * s + s / 2 + i / PH, j * s + s / 2 + j / PH, r);
  const cover = o.getImageData(0, 0, s * PH, s * PH).data;
  const img = new ImageData(W, Hh),
    px = new Uint32Array(img.data.buffer);
  for (const G of L.groups) {
    const n = parseInt(G.color.slice(1), 16),
      ink = ((n & 255) << 16) | (n & 0xff00) | (n >> 16);
    eachDot(L, G, (x, y) => {
      const X = x * k - s / 2 + 0.5 / PH,
        Y = y * k - s / 2 + 0.5 / PH,
        ix = Math.floor(X),
        iy = Math.floor(Y);
      let m = (Math.floor((Y - iy) * PH) * s * s * PH + Math.floor((X - ix) * PH) * s) * 4 + 3;
      for (let b = 0; b < s; b++, m += (s * PH - s) * 4) {
        let d = (iy + b) * W + ix;
        for (let a = 0; a < s; a++, d++, m += 4) if (cover[m] > px[d] >>> 24) px[d] = (cover[m] << 24) | ink;
      }
    });
  }
  g.putImageData(img, 0, 0);
}
const ARC = new URLSearchParams(location.search).has('arc');

function dots(w) {
  const L = layDots(w),
    f = canvas(1, w, L.height),
    { g } = f,
    { pitch, cols } = L;
  if (ARC) arcs(g, L);
  else stamps(g, L, f.c.width, f.c.height);
  for (const G of L.groups) text(g, G.text, 0, G.labelY, G.color);
  f.hit = (x, y) => {
    for (const G of L.groups) {
      const c = Math.floor(x / pitch),
        i = Math.floor((y - G.y0) / pitch) * cols + c;
      if (y >= G.y0 && c < cols && i < G.n) return `${G.label} ${i + 1} / ${G.n} ${G.unit}`;
    }
  };
  // groups are stacked, so the last one that starts above y is the one hit
  L.groups.reverse();
}
function rest(w) {
  let f = canvas(2, w, H.funnel),
    g = f.g;
  const fw = w - 150;
  D.FUNNEL.forEach((d, i) => {
    const bw = (fw * d.v) / 57,
      y = 6 + i * 65;
    rect(f, (fw - bw) / 2, y, bw, 56, d.color, d.text);
    text(g, d.text, fw + 10, y + 28);
  });
  f = canvas(3, w, H.bars);
  g = f.g;
  D.BARS.forEach((d, i) => {
    const y = 8 + i * 56,
      bw = ((w - 80 - 100) * d.v) / 4000;
    text(g, d.label, 72, y + 22, INK, 'right');
    rect(f, 80, y, bw, 44, d.color, `${d.label} ${d.text}`);
    text(g, d.text, 86 + bw, y + 22);
  });
  f = canvas(4, w, H.week);
  g = f.g;
  const cw = (w - 44) / D.SLOTS;
  D.DAYS.forEach((d, i) => text(g, d, 4, 14 + i * 28));
  for (const c of D.WEEK) rect(f, 40 + c.s * cw, 2 + c.d * 28, cw - 3, 24, c.color, c.text);
  text(g, '■ 此前:每周 1 班', 40, 212, D.C[1]);
  text(g, '■ 现在:每周 140 班', 180, 212, D.C[0]);
  f = canvas(5, w, H.share);
  g = f.g;
  D.SHARE.forEach((d, i) => {
    rect(f, w * d.a, 32, w * d.share, 50, d.color, d.text);
    text(g, d.text, w * d.a + (i > 1 ? 10 : 0), [18, 98, 57][i], i > 1 ? '#fff' : d.color);
  });
  f = canvas(6, w, H.pairs);
  g = f.g;
  D.PAIRS.forEach((d, i) => {
    const y = 8 + i * 42 + d.g * 18,
      bw = ((w - 100 - 130) * d.v) / d.max;
    text(g, d.name, 96, y + 17, INK, 'right', 12);
    rect(f, 102, y, bw, 34, d.color, `${d.name} ${d.text}`);
    text(g, d.text, 108 + bw, y + 17);
  });
  f = canvas(7, w, H.rings);
  g = f.g;
  const rs = layRings(w);
  for (const R of rs) {
    g.strokeStyle = RULE;
    g.lineWidth = 1;
    g.beginPath();
    g.arc(R.cx, R.cy, R.r, 0, T);
    g.stroke();
    g.fillStyle = R.color;
    for (const p of R.pts) {
      disc(g, p.x, p.y, 7);
      f.rects.push([p.x - 8, p.y - 8, 16, 16, p.text]);
    }
    text(g, R.label, R.cx, R.cy - R.r - 17, R.color, 'center', 14);
  }
  f = canvas(8, w, H.time);
  g = f.g;
  const y0 = 110;
  g.fillStyle = RULE;
  g.fillRect(0, y0 - 1, w, 2);
  for (const e of D.EVENTS) {
    const x = 12 + ((w - 24) * (e.t - D.T0)) / (D.T1 - D.T0);
    g.fillStyle = MUTED;
    g.fillRect(x - 0.5, y0, 1, e.dy);
    g.fillStyle = D.C[0];
    disc(g, x, y0, 6);
    f.rects.push([x - 7, y0 - 7, 14, 14, e.text]);
    text(g, e.text, e.side === 'end' ? x - 6 : x + 6, y0 + e.dy, INK, e.side);
  }
}
const all = (w) => {
  dots(w);
  rest(w);
};
expose(all, all, dots);
