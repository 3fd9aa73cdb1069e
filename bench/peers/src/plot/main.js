import { axisY, barX, circle, dot, link, plot, pointer, rect, ruleX, ruleY, text, tip } from '@observablehq/plot';
import * as D from '../common/data.js';
import { dots as layDots, eachDot, rings as layRings } from '../common/layout.js';
import { el, expose } from '../common/shell.js';

const { H, INK, MUTED, RULE, FONT } = D;
const fig = (w, height, o) =>
  plot({
    width: w,
    height,
    margin: 0,
    style: { fontFamily: FONT, fontSize: '13px', color: INK, overflow: 'visible' },
    ...o,
  });
const px = (max) => ({ axis: null, domain: [0, max], range: [0, max] });
const left = (o) => axisY({ tickSize: 0, tickPadding: 4, label: null, fontSize: 13, ...o });
const id = { type: 'identity' };

function dots(w) {
  const L = layDots(w);
  const groups = L.groups.map((g) => {
    const x = new Float32Array(g.n),
      y = new Float32Array(g.n);
    eachDot(L, g, (a, b, i) => {
      x[i] = a;
      y[i] = b;
    });
    return { ...g, x, y };
  });
  return fig(w, L.height, {
    x: px(w),
    y: px(L.height),
    marks: [
      ...groups.map((g) => dot({ length: g.n }, { x: g.x, y: g.y, r: L.r, fill: g.color })),
      text(groups, { x: 0, y: 'labelY', text: 'text', fill: 'color', textAnchor: 'start' }),
      ...groups.map((g) =>
        tip(
          { length: g.n },
          pointer({ x: g.x, y: g.y, maxRadius: L.pitch, title: (_, i) => `${g.label} ${i + 1} / ${g.n} ${g.unit}` }),
        ),
      ),
    ],
    color: id,
  });
}
const funnel = (w) =>
  fig(w, H.funnel, {
    marginRight: 150,
    x: { axis: null, domain: [-28.5, 28.5] },
    y: { axis: null, domain: D.FUNNEL.map((d) => d.label), paddingInner: 0.12, paddingOuter: 0.05 },
    color: id,
    marks: [
      barX(D.FUNNEL, { x1: (d) => -d.v / 2, x2: (d) => d.v / 2, y: 'label', fill: 'color', title: 'text', tip: true }),
      text(D.FUNNEL, { frameAnchor: 'right', dx: 10, textAnchor: 'start', y: 'label', text: 'text' }),
    ],
  });
const bars = (w) =>
  fig(w, H.bars, {
    marginLeft: 80,
    marginRight: 100,
    x: { axis: null, domain: [0, 4000] },
    y: { domain: D.BARS.map((d) => d.label), paddingInner: 0.22, paddingOuter: 0.1 },
    color: id,
    marks: [
      left(),
      barX(D.BARS, { x: 'v', y: 'label', fill: 'color', title: (d) => `${d.label} ${d.text}`, tip: true }),
      text(D.BARS, { x: 'v', y: 'label', text: 'text', dx: 6, textAnchor: 'start' }),
    ],
  });
const week = (w) =>
  fig(w, H.week, {
    marginLeft: 40,
    marginRight: 4,
    marginBottom: 34,
    x: { axis: null, domain: [0, D.SLOTS] },
    y: { axis: null, domain: [0, 7], range: [0, H.week - 34] },
    color: id,
    marks: [
      rect(D.WEEK, {
        x1: 's',
        x2: (d) => d.s + 1,
        y1: 'd',
        y2: (d) => d.d + 1,
        inset: 1.5,
        fill: 'color',
        title: 'text',
        tip: true,
      }),
      text(D.DAYS, { frameAnchor: 'left', dx: -36, textAnchor: 'start', y: (_, i) => i + 0.5, text: (d) => d }),
      text(['■ 此前:每周 1 班'], { frameAnchor: 'bottom-left', dy: 24, text: (d) => d, fill: () => D.C[1] }),
      text(['■ 现在:每周 140 班'], { frameAnchor: 'bottom-left', dx: 140, dy: 24, text: (d) => d, fill: () => D.C[0] }),
    ],
  });
const share = (w) =>
  fig(w, H.share, {
    x: { axis: null, domain: [0, 1] },
    y: px(H.share),
    color: id,
    marks: [
      rect(D.SHARE, { x1: 'a', x2: 'b', y1: () => 32, y2: () => 82, fill: 'color', title: 'text', tip: true }),
      text(D.SHARE, {
        x: 'a',
        y: (_, i) => [18, 98, 57][i],
        dx: 0,
        textAnchor: 'start',
        text: (d, i) => (i > 1 ? ' ' + d.text : d.text),
        fill: (d, i) => (i > 1 ? '#fff' : d.color),
      }),
    ],
  });
// Plot has one x scale a plot: bars are shares of their pair's larger value
const pairs = (w) =>
  fig(w, H.pairs, {
    marginLeft: 102,
    marginRight: 130,
    x: { axis: null, domain: [0, 1] },
    y: { domain: D.PAIRS.map((d) => d.name), paddingInner: 0.3, paddingOuter: 0.15 },
    color: id,
    marks: [
      left({ fontSize: 12 }),
      barX(D.PAIRS, {
        x: (d) => d.v / d.max,
        y: 'name',
        fill: 'color',
        title: (d) => `${d.name} ${d.text}`,
        tip: true,
      }),
      text(D.PAIRS, { x: (d) => d.v / d.max, y: 'name', text: 'text', dx: 6, textAnchor: 'start' }),
    ],
  });
const rings = (w) => {
  const rs = layRings(w),
    pts = rs.flatMap((r) => r.pts.map((p) => ({ ...p, color: r.color })));
  return fig(w, H.rings, {
    x: px(w),
    y: px(H.rings),
    r: id,
    color: id,
    marks: [
      circle(rs, { x: 'cx', y: 'cy', r: 'r', stroke: RULE }),
      circle(pts, { x: 'x', y: 'y', r: 7, fill: 'color', title: 'text', tip: true }),
      text(rs, { x: 'cx', y: (d) => d.cy - d.r - 17, text: 'label', fill: 'color', fontSize: 14 }),
    ],
  });
};
const time = (w) =>
  fig(w, H.time, {
    marginLeft: 12,
    marginRight: 12,
    x: { axis: null, type: 'utc', domain: [D.T0, D.T1] },
    y: { axis: null, domain: [-110, 90], range: [0, H.time] },
    marks: [
      ruleY([0], { stroke: RULE, strokeWidth: 2, insetLeft: -12, insetRight: -12 }),
      link(D.EVENTS, { x: 't', y1: 0, y2: 'dy', stroke: MUTED }),
      dot(D.EVENTS, { x: 't', y: 0, r: 6, fill: D.C[0], title: 'text', tip: true }),
      ...['start', 'end'].map((side) =>
        text(
          D.EVENTS.filter((e) => e.side === side),
          { x: 't', y: 'dy', text: 'text', textAnchor: side, dx: side === 'end' ? -6 : 6 },
        ),
      ),
    ],
  });

const make = [dots, funnel, bars, week, share, pairs, rings, time];
function one(i, w) {
  const svg = make[i](w);
  if (i === 0) el(1).style.height = svg.getAttribute('height') + 'px';
  el(i + 1).replaceChildren(svg);
}
const all = (w) => {
  for (let i = 0; i < 8; i++) one(i, w);
};
expose(all, all, (w) => one(0, w));
