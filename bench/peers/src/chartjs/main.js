import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import * as D from '../common/data.js';
import { dots as layDots, eachDot, rings as layRings } from '../common/layout.js';
import { el, expose } from '../common/shell.js';

const { H, INK, MUTED, RULE, FONT } = D;

// Chart.js has no direct labels: a plugin of a few lines draws what a figure lists in data.labels(chart).
const labels = {
  id: 'labels',
  afterDatasetsDraw(chart) {
    const g = chart.ctx;
    g.save();
    g.textBaseline = 'middle';
    for (const [text, x, y, color = INK, align = 'left', size = 13] of chart.data.texts?.(chart) ?? []) {
      g.font = `${size}px ${FONT}`;
      g.fillStyle = color;
      g.textAlign = align;
      g.fillText(text, x, y);
    }
    g.restore();
  },
};
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
  labels,
);
Chart.defaults.font = { family: FONT, size: 13 };
Chart.defaults.color = INK;

const px = (max, reverse = false) => ({ type: 'linear', display: false, min: 0, max, reverse });
const lin = (min, max, o) => ({ type: 'linear', display: false, min, max, ...o });
const cat = (o) => ({
  type: 'category',
  border: { display: false },
  grid: { display: false },
  ticks: { color: INK, padding: 2, autoSkip: false, font: { size: 13 } },
  ...o,
});
const base = (o) => ({
  animation: false,
  responsive: false,
  maintainAspectRatio: false,
  normalized: true,
  clip: false,
  layout: { autoPadding: false, padding: o.pad ?? 0 },
  indexAxis: o.indexAxis ?? 'x',
  interaction: { mode: 'nearest', intersect: true },
  scales: o.scales,
  plugins: {
    tooltip: {
      displayColors: false,
      callbacks: { title: () => '', label: o.tip ?? ((c) => c.raw.tip ?? c.dataset.tips?.[c.dataIndex]) },
    },
  },
});
const still = { borderWidth: 0, hoverBorderWidth: 0 };
const fixed = (r) => ({
  pointRadius: r,
  pointHoverRadius: r,
  pointHitRadius: 1,
  pointBorderWidth: 0,
  pointHoverBorderWidth: 0,
});

function dots(w) {
  const L = layDots(w);
  return {
    h: L.height,
    type: 'scatter',
    data: {
      texts: () => L.groups.map((g) => [g.text, 0, g.labelY, g.color]),
      datasets: L.groups.map((g) => {
        const data = new Array(g.n);
        eachDot(L, g, (x, y, i) => {
          data[i] = { x, y };
        });
        return { data, parsing: false, backgroundColor: g.color, ...fixed(L.r) };
      }),
    },
    options: base({
      scales: { x: px(w), y: px(L.height, true) },
      tip: (c) =>
        `${L.groups[c.datasetIndex].label} ${c.dataIndex + 1} / ${L.groups[c.datasetIndex].n} ${L.groups[c.datasetIndex].unit}`,
    }),
  };
}
const funnel = (w) => ({
  h: H.funnel,
  type: 'bar',
  data: {
    labels: D.FUNNEL.map((d) => d.label),
    datasets: [
      {
        data: D.FUNNEL.map((d) => [-d.v / 2, d.v / 2]),
        backgroundColor: D.FUNNEL.map((d) => d.color),
        tips: D.FUNNEL.map((d) => d.text),
        ...still,
        borderSkipped: false,
        categoryPercentage: 1,
        barPercentage: 0.88,
      },
    ],
    texts: (c) => c.getDatasetMeta(0).data.map((b, i) => [D.FUNNEL[i].text, w - 140, b.y]),
  },
  options: base({ indexAxis: 'y', pad: { right: 150 }, scales: { x: lin(-28.5, 28.5), y: cat({ display: false }) } }),
});
const bars = () => ({
  h: H.bars,
  type: 'bar',
  data: {
    labels: D.BARS.map((d) => d.label),
    datasets: [
      {
        data: D.BARS.map((d) => d.v),
        backgroundColor: D.BARS.map((d) => d.color),
        tips: D.BARS.map((d) => `${d.label} ${d.text}`),
        ...still,
        barThickness: 44,
      },
    ],
    texts: (c) => c.getDatasetMeta(0).data.map((b, i) => [D.BARS[i].text, b.x + 6, b.y]),
  },
  options: base({ indexAxis: 'y', pad: { right: 100 }, scales: { x: lin(0, 4000), y: cat() } }),
});
const week = (w) => ({
  h: H.week,
  type: 'scatter',
  data: {
    // square cells: a point's rectangle is square in Chart.js
    datasets: [
      {
        data: D.WEEK.map((c) => ({ x: c.s, y: c.d, tip: c.text })),
        parsing: false,
        pointStyle: 'rect',
        backgroundColor: D.WEEK.map((c) => c.color),
        ...fixed(Math.min(12, (w - 44) / D.SLOTS / 2 - 1.5) * Math.SQRT2),
      },
    ],
    texts: (c) => [
      ...D.DAYS.map((d, i) => [d, 4, c.scales.y.getPixelForValue(i)]),
      ['■ 此前:每周 1 班', 40, 212, D.C[1]],
      ['■ 现在:每周 140 班', 180, 212, D.C[0]],
    ],
  },
  options: base({
    pad: { left: 40, right: 4, bottom: 34 },
    scales: { x: lin(-0.5, D.SLOTS - 0.5), y: lin(-0.5, 6.5, { reverse: true }) },
  }),
});
const share = () => ({
  h: H.share,
  type: 'bar',
  data: {
    labels: [''],
    datasets: D.SHARE.map((d) => ({
      data: [d.share],
      backgroundColor: d.color,
      tips: [d.text],
      ...still,
      barThickness: 50,
    })),
    texts: (c) =>
      D.SHARE.map((d, i) => [
        d.text,
        c.scales.x.getPixelForValue(d.a) + (i > 1 ? 10 : 0),
        [18, 98, 57][i],
        i > 1 ? '#fff' : d.color,
      ]),
  },
  options: base({
    indexAxis: 'y',
    pad: { top: 32, bottom: 38 },
    scales: { x: lin(0, 1, { stacked: true }), y: cat({ display: false, stacked: true }) },
  }),
});
const pairs = () => ({
  h: H.pairs,
  type: 'bar',
  data: {
    labels: D.PAIRS.map((d) => d.name),
    datasets: [0, 1].map((g) => ({
      xAxisID: g ? 'x2' : 'x',
      grouped: false,
      data: D.PAIRS.map((d) => (d.g === g ? d.v : null)),
      backgroundColor: D.PAIRS.map((d) => d.color),
      tips: D.PAIRS.map((d) => `${d.name} ${d.text}`),
      ...still,
      barThickness: 34,
    })),
    texts: (c) =>
      D.PAIRS.map((d, i) => {
        const b = c.getDatasetMeta(d.g).data[i];
        return [d.text, b.x + 6, b.y];
      }),
  },
  options: base({
    indexAxis: 'y',
    pad: { right: 130 },
    scales: {
      x: lin(0, D.PAIRS[1].max),
      x2: lin(0, D.PAIRS[3].max),
      y: cat({ ticks: { color: INK, padding: 2, autoSkip: false, font: { size: 12 } } }),
    },
  }),
});
const rings = (w) => {
  const rs = layRings(w);
  return {
    h: H.rings,
    type: 'scatter',
    data: {
      datasets: [
        ...rs.map((r) => ({
          data: r.pts.map((p) => ({ x: p.x, y: p.y, tip: p.text })),
          parsing: false,
          backgroundColor: r.color,
          ...fixed(7),
        })),
        ...rs.map((r) => ({
          showLine: true,
          borderColor: RULE,
          borderWidth: 1,
          parsing: false,
          pointRadius: 0,
          pointHitRadius: 0,
          pointHoverRadius: 0,
          data: Array.from({ length: 97 }, (_, i) => {
            const a = (i / 48) * Math.PI;
            return { x: r.cx + r.r * Math.sin(a), y: r.cy - r.r * Math.cos(a) };
          }),
        })),
      ],
      texts: () => rs.map((r) => [r.label, r.cx, r.cy - r.r - 17, r.color, 'center', 14]),
    },
    options: base({ scales: { x: px(w), y: px(H.rings, true) } }),
  };
};
const time = (w) => ({
  h: H.time,
  type: 'scatter',
  data: {
    datasets: [
      {
        data: D.EVENTS.map((e) => ({ x: e.t, y: 0, tip: e.text })),
        parsing: false,
        backgroundColor: D.C[0],
        ...fixed(6),
      },
      {
        showLine: true,
        spanGaps: false,
        borderColor: MUTED,
        borderWidth: 1,
        parsing: false,
        pointRadius: 0,
        pointHitRadius: 0,
        pointHoverRadius: 0,
        data: D.EVENTS.flatMap((e) => [
          { x: e.t, y: 0 },
          { x: e.t, y: e.dy },
          { x: e.t, y: NaN },
        ]),
      },
      {
        showLine: true,
        borderColor: RULE,
        borderWidth: 2,
        parsing: false,
        pointRadius: 0,
        pointHitRadius: 0,
        pointHoverRadius: 0,
        data: [
          { x: D.T0, y: 0 },
          { x: D.T1, y: 0 },
        ],
      },
    ],
    texts: (c) =>
      D.EVENTS.map((e) => [
        e.text,
        c.scales.x.getPixelForValue(e.t) + (e.side === 'end' ? -6 : 6),
        110 + e.dy,
        INK,
        e.side,
      ]),
  },
  options: base({ pad: { left: 12, right: 12 }, scales: { x: lin(D.T0, D.T1), y: lin(-110, 90, { reverse: true }) } }),
});

const make = [dots, funnel, bars, week, share, pairs, rings, time];
const charts = [],
  size = [];
function one(i, w) {
  const { h, type, data, options } = make[i](w);
  const c = charts[i];
  if (!c) {
    const canvas = document.createElement('canvas');
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = w + 'px';
    canvas.style.height = h + 'px';
    el(i + 1).append(canvas);
    charts[i] = new Chart(canvas, { type, data, options });
  } else {
    c.data = data;
    if (size[i] === w) c.update('none');
    else {
      c.options = options;
      c.resize(w, h);
    } // resize() updates and draws
  }
  size[i] = w;
}
const all = (w) => {
  for (let i = 0; i < 8; i++) one(i, w);
};
expose(all, all, (w) => one(0, w));
