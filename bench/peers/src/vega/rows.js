// For each figure at a width: the view's size, its named data and its signals, made afresh at each call.
import * as D from '../common/data.js';
import { dots as layDots, eachDot, rings as layRings } from '../common/layout.js';

const { H } = D;
export const ROWS = [
  (w) => {
    const L = layDots(w),
      rows = [];
    L.groups.forEach((g, k) => eachDot(L, g, (x, y, i) => rows.push({ x, y, color: g.color, k, i })));
    return { w, h: L.height, full: L.height, signals: { area: 4 * L.r * L.r }, data: { dots: rows, labels: L.groups } };
  },
  (w) => ({ w, h: H.funnel, full: H.funnel, data: { rows: D.FUNNEL.map((d) => ({ ...d, a: -d.v / 2, b: d.v / 2 })) } }),
  (w) => ({ w: w - 180, h: H.bars - 4, full: H.bars, data: { rows: D.BARS.map((d) => ({ ...d })) } }),
  (w) => ({ w: w - 44, h: H.week - 34, full: H.week, data: { rows: D.WEEK.map((d) => ({ ...d })) } }),
  (w) => ({
    w,
    h: H.share,
    full: H.share,
    data: {
      rows: D.SHARE.map((d, i) => ({
        ...d,
        y0: 32,
        y1: 82,
        ty: [18, 98, 57][i],
        dx: i > 1 ? 10 : 0,
        ink: i > 1 ? '#fff' : d.color,
      })),
    },
  }),
  (w) => ({
    w: w - 232,
    h: H.pairs,
    full: H.pairs,
    data: { rows0: D.PAIRS.slice(0, 2).map((d) => ({ ...d })), rows1: D.PAIRS.slice(2).map((d) => ({ ...d })) },
  }),
  (w) => {
    const rs = layRings(w);
    return {
      w,
      h: H.rings,
      full: H.rings,
      data: {
        rings: rs.map((r) => ({ ...r, pts: 0, ly: r.cy - r.r - 17 })),
        dots: rs.flatMap((r) => r.pts.map((p) => ({ ...p, color: r.color }))),
      },
    };
  },
  (w) => ({ w, h: H.time, full: H.time, data: { rows: D.EVENTS.map((d) => ({ ...d, z: 0 })) } }),
];

// Tooltip text from a datum.
export const tipText = (d) =>
  d.k === undefined ? d.text : `${D.DOTS[d.k].label} ${d.i + 1} / ${D.DOTS[d.k].n} ${D.DOTS[d.k].unit}`;

export function feed(view, i, w) {
  const r = ROWS[i](w);
  view.width(r.w).height(r.h);
  for (const k in r.signals) view.signal(k, r.signals[k]);
  for (const k in r.data) view.data(k, r.data[k]);
  return view;
}
