import { init, use } from 'echarts/core';
import { BarChart, FunnelChart, ScatterChart } from 'echarts/charts';
import { GridComponent, PolarComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import * as D from '../common/data.js';
import { dots as layDots, eachDot, rings as layRings } from '../common/layout.js';
import { el, expose } from '../common/shell.js';

use([
  BarChart,
  FunnelChart,
  ScatterChart,
  GridComponent,
  PolarComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
]);

const { H, INK, MUTED, RULE, FONT } = D;
const base = {
  animation: false,
  textStyle: { fontFamily: FONT, fontSize: 13, color: INK },
  tooltip: { trigger: 'item', transitionDuration: 0, confine: true, formatter: (p) => p.data?.tip ?? p.name },
};
const still = { emphasis: { disabled: true } };
const noAxis = { show: false };
const label = (o) => ({ show: true, color: INK, fontSize: 13, fontFamily: FONT, ...o });
const axisText = { color: INK, fontSize: 13, fontFamily: FONT };
const rows = (names) => ({
  type: 'category',
  data: names,
  inverse: true,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: axisText,
});

function dots(w) {
  const L = layDots(w);
  return [
    L.height,
    {
      ...base,
      title: L.groups.map((g) => ({
        text: g.text,
        left: 0,
        top: g.labelY,
        padding: 0,
        textVerticalAlign: 'middle',
        textStyle: { color: g.color, fontSize: 13, fontWeight: 'normal', fontFamily: FONT },
      })),
      tooltip: {
        ...base.tooltip,
        formatter: (p) =>
          `${p.seriesName} ${p.dataIndex + 1} / ${L.groups[p.seriesIndex].n} ${L.groups[p.seriesIndex].unit}`,
      },
      grid: { left: 0, right: 0, top: 0, bottom: 0, containLabel: false, outerBoundsMode: 'none' },
      xAxis: { ...noAxis, type: 'value', min: 0, max: w },
      yAxis: { ...noAxis, type: 'value', min: 0, max: L.height, inverse: true },
      // large mode over typed arrays, undivided (progressive: 0): ECharts' own fast way for many points
      series: L.groups.map((g) => {
        const data = new Float32Array(2 * g.n);
        eachDot(L, g, (x, y, i) => {
          data[2 * i] = x;
          data[2 * i + 1] = y;
        });
        return {
          ...still,
          type: 'scatter',
          name: g.label,
          data,
          dimensions: ['x', 'y'],
          symbolSize: 2 * L.r,
          large: true,
          largeThreshold: 0,
          progressive: 0,
          itemStyle: { color: g.color, opacity: 1 },
        };
      }),
    },
  ];
}
const funnel = () => [
  H.funnel,
  {
    ...base,
    series: [
      {
        ...still,
        type: 'funnel',
        left: 0,
        right: 150,
        top: 4,
        bottom: 4,
        min: 0,
        max: 57,
        minSize: '0%',
        sort: 'none',
        gap: 4,
        label: label({ position: 'right', formatter: (p) => p.data.tip }),
        labelLine: { length: 8 },
        data: D.FUNNEL.map((d) => ({
          name: d.label,
          value: d.v,
          tip: d.text,
          itemStyle: { color: d.color, borderWidth: 0 },
        })),
      },
    ],
  },
];
const bars = () => [
  H.bars,
  {
    ...base,
    grid: { left: 80, right: 100, top: 2, bottom: 2, outerBoundsMode: 'none' },
    xAxis: { ...noAxis, type: 'value', min: 0, max: 4000 },
    yAxis: rows(D.BARS.map((d) => d.label)),
    series: [
      {
        ...still,
        type: 'bar',
        barWidth: 44,
        label: label({ position: 'right', formatter: (p) => p.data.text }),
        data: D.BARS.map((d) => ({
          value: d.v,
          text: d.text,
          tip: `${d.label} ${d.text}`,
          itemStyle: { color: d.color },
        })),
      },
    ],
  },
];
const week = (w) => [
  H.week,
  {
    ...base,
    title: [
      ['■ 此前:每周 1 班', 40, D.C[1]],
      ['■ 现在:每周 140 班', 180, D.C[0]],
    ].map(([text, left, color]) => ({
      text,
      left,
      top: 212,
      padding: 0,
      textVerticalAlign: 'middle',
      textStyle: { color, fontSize: 13, fontWeight: 'normal', fontFamily: FONT },
    })),
    grid: { left: 40, right: 4, top: 0, bottom: 34, outerBoundsMode: 'none' },
    xAxis: { ...noAxis, type: 'category', data: Array.from({ length: D.SLOTS }, (_, i) => i + 1) },
    yAxis: rows(D.DAYS),
    series: [
      {
        ...still,
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [(w - 44) / D.SLOTS - 3, 24],
        data: D.WEEK.map((c) => ({ value: [c.s, c.d], tip: c.text, itemStyle: { color: c.color, opacity: 1 } })),
      },
    ],
  },
];
const share = () => [
  H.share,
  {
    ...base,
    grid: { left: 0, right: 0, top: 32, height: 50, outerBoundsMode: 'none' },
    xAxis: { ...noAxis, type: 'value', min: 0, max: 1 },
    yAxis: { ...noAxis, type: 'category', data: [''] },
    series: D.SHARE.map((d, i) => ({
      ...still,
      type: 'bar',
      stack: 's',
      barWidth: 50,
      name: d.label,
      itemStyle: { color: d.color },
      label: label({
        position: [[0, -20], [0, 60], 'insideLeft'][i],
        distance: 10,
        color: i > 1 ? '#fff' : d.color,
        formatter: d.text,
      }),
      data: [{ value: d.share, tip: d.text }],
    })),
  },
];
const pairs = () => [
  H.pairs,
  {
    ...base,
    grid: [0, 1].map((g) => ({ left: 102, right: 130, top: 4 + g * 102, height: 84, outerBoundsMode: 'none' })),
    xAxis: [0, 1].map((g) => ({ ...noAxis, gridIndex: g, type: 'value', min: 0, max: D.PAIRS[2 * g].max })),
    yAxis: [0, 1].map((g) => ({
      ...rows(D.PAIRS.filter((d) => d.g === g).map((d) => d.name)),
      gridIndex: g,
      axisLabel: { ...axisText, fontSize: 12, margin: 6 },
    })),
    series: [0, 1].map((g) => ({
      ...still,
      type: 'bar',
      xAxisIndex: g,
      yAxisIndex: g,
      barWidth: 34,
      label: label({ position: 'right', formatter: (p) => p.data.text }),
      data: D.PAIRS.filter((d) => d.g === g).map((d) => ({
        value: d.v,
        text: d.text,
        tip: `${d.name} ${d.text}`,
        itemStyle: { color: d.color },
      })),
    })),
  },
];
const rings = (w) => {
  const rs = layRings(w),
    { cx, cy, R } = rs[0];
  return [
    H.rings,
    {
      ...base,
      polar: { center: [cx, cy], radius: R },
      angleAxis: {
        type: 'value',
        min: 0,
        max: 360,
        startAngle: 90,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      radiusAxis: {
        type: 'value',
        min: 0,
        max: 3,
        interval: 1,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { show: false },
        splitLine: { lineStyle: { color: RULE, width: 1 } },
      },
      series: rs.flatMap((ring, k) => [
        {
          ...still,
          type: 'scatter',
          coordinateSystem: 'polar',
          symbolSize: 14,
          itemStyle: { color: ring.color, opacity: 1 },
          data: ring.pts.map((p) => ({ value: [k + 1, p.a], tip: p.text })),
        },
        {
          ...still,
          type: 'scatter',
          coordinateSystem: 'polar',
          symbolSize: 0.01,
          silent: true,
          itemStyle: { opacity: 1 },
          label: label({ position: 'top', distance: 10, color: ring.color, fontSize: 14, formatter: ring.label }),
          data: [[k + 1, 0]],
        },
      ]),
    },
  ];
};
const time = () => [
  H.time,
  {
    ...base,
    grid: { left: 12, right: 12, top: 0, bottom: 0, outerBoundsMode: 'none' },
    xAxis: {
      type: 'time',
      min: D.T0,
      max: D.T1,
      axisLine: { onZero: true, lineStyle: { color: RULE, width: 2 } },
      axisTick: { show: false },
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: { ...noAxis, type: 'value', min: -90, max: 110 },
    series: [
      {
        ...still,
        type: 'bar',
        barWidth: 1,
        silent: true,
        itemStyle: { color: MUTED },
        data: D.EVENTS.map((e) => [e.t, -e.dy]),
      },
      {
        ...still,
        type: 'scatter',
        symbolSize: 12,
        clip: false,
        itemStyle: { color: D.C[0], opacity: 1 },
        data: D.EVENTS.map((e) => ({
          value: [e.t, 0],
          tip: e.text,
          label: label({
            position: [6 + (e.side === 'end' ? -6 : 6), 6 + e.dy],
            align: e.side === 'end' ? 'right' : 'left',
            verticalAlign: 'middle',
            formatter: e.text,
          }),
        })),
      },
    ],
  },
];

const make = [dots, funnel, bars, week, share, pairs, rings, time];
const charts = [],
  size = [];
function one(i, w) {
  const [h, option] = make[i](w);
  if (!charts[i]) {
    el(i + 1).style.height = h + 'px';
    charts[i] = init(el(i + 1), null, { renderer: 'canvas', width: w, height: h });
    charts[i].setOption(option);
  } else if (size[i] === w) {
    charts[i].setOption(option); // merged, as by default: somewhat faster here than notMerge, same picture
  } else {
    el(i + 1).style.height = h + 'px';
    charts[i].setOption(option, { lazyUpdate: true }); // resize() takes it up: one update, not two
    charts[i].resize({ width: w, height: h });
  }
  size[i] = w;
  charts[i].getZr().flush(); // paint now, not in the next frame
}
const all = (w) => {
  for (let i = 0; i < 8; i++) one(i, w);
};
expose(all, all, (w) => one(0, w));
