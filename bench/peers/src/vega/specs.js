// The eight figures as Vega-Lite. Data come at run time by name (rows.js); where no scale is meant (a unit chart's grid, dots on
// rings) positions are pixels, `scale: null`.
import * as D from '../common/data.js';

const { H, INK, MUTED, RULE, FONT } = D;
const config = {
  view: { stroke: null },
  font: FONT,
  text: { fontSize: 13, color: INK, baseline: 'middle', align: 'left' },
  axis: {
    grid: false,
    domain: false,
    ticks: false,
    labelPadding: 6,
    labelFontSize: 13,
    labelColor: INK,
    labelLimit: 200,
    title: null,
  },
};
const top = (h, o) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width: 720,
  height: h,
  autosize: 'none',
  padding: 0,
  config,
  ...o,
});
const px = (field) => ({ field, type: 'quantitative', scale: null, axis: null });
const color = { field: 'color', type: 'nominal', scale: null, legend: null };
const tip = { content: 'data' }; // the whole datum, formatted when shown
const text = (o = {}) => ({ type: 'text', tooltip: null, ...o });
const note = (s, x, y, c) => ({
  data: { values: [{}] },
  mark: text({ color: c }),
  encoding: { x: { value: x }, y: { value: y }, text: { value: s } },
});

export const SPECS = [
  top(600, {
    params: [{ name: 'area', value: 20 }],
    layer: [
      {
        data: { name: 'dots' },
        mark: { type: 'circle', size: { expr: 'area' }, opacity: 1, tooltip: tip },
        encoding: { x: px('x'), y: px('y'), color },
      },
      {
        data: { name: 'labels' },
        mark: text(),
        encoding: { x: { value: 0 }, y: px('labelY'), text: { field: 'text' }, color },
      },
    ],
  }),
  top(H.funnel, {
    data: { name: 'rows' },
    encoding: {
      y: { field: 'label', type: 'nominal', sort: null, axis: null, scale: { paddingInner: 0.12, paddingOuter: 0.05 } },
    },
    layer: [
      {
        mark: { type: 'bar', tooltip: tip },
        encoding: {
          x: {
            field: 'a',
            type: 'quantitative',
            axis: null,
            scale: { domain: [-28.5, 28.5], nice: false, range: [0, { expr: 'width - 150' }] },
          },
          x2: { field: 'b' },
          color,
        },
      },
      { mark: text({ x: { expr: 'width - 140' } }), encoding: { text: { field: 'text' } } },
    ],
  }),
  top(H.bars - 4, {
    padding: { left: 80, right: 100, top: 2, bottom: 2 },
    data: { name: 'rows' },
    encoding: {
      y: { field: 'label', type: 'nominal', sort: null, axis: {}, scale: { paddingInner: 0.22, paddingOuter: 0.1 } },
      x: { field: 'v', type: 'quantitative', stack: null, axis: null, scale: { domain: [0, 4000], nice: false } },
    },
    layer: [
      { mark: { type: 'bar', tooltip: tip }, encoding: { color } },
      { mark: text({ dx: 6 }), encoding: { text: { field: 'text' } } },
    ],
  }),
  top(H.week - 34, {
    padding: { left: 40, right: 4, top: 0, bottom: 34 },
    layer: [
      {
        data: { name: 'rows' },
        mark: { type: 'rect', tooltip: tip },
        encoding: {
          x: { field: 'slot', type: 'ordinal', axis: null, scale: { paddingInner: 0.09 } },
          y: { field: 'day', type: 'ordinal', sort: null, axis: {}, scale: { paddingInner: 0.14 } },
          color,
        },
      },
      note('■ 此前:每周 1 班', 0, 212, D.C[1]),
      note('■ 现在:每周 140 班', 140, 212, D.C[0]),
    ],
  }),
  top(H.share, {
    data: { name: 'rows' },
    layer: [
      {
        mark: { type: 'rect', tooltip: tip },
        encoding: {
          x: { field: 'a', type: 'quantitative', axis: null, scale: { domain: [0, 1], nice: false } },
          x2: { field: 'b' },
          y: {
            field: 'y0',
            type: 'quantitative',
            axis: null,
            scale: { domain: [0, 120], range: [0, 120], nice: false },
          },
          y2: { field: 'y1' },
          color,
        },
      },
      {
        mark: text({ dx: { expr: 'datum.dx' } }),
        encoding: {
          x: { field: 'a', type: 'quantitative' },
          y: { field: 'ty', type: 'quantitative' },
          text: { field: 'text' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
    ],
  }),
  top(H.pairs, {
    padding: { left: 102, right: 130, top: 0, bottom: 0 },
    resolve: { scale: { x: 'independent' } },
    layer: [0, 1].map((g) => ({
      data: { name: 'rows' + g },
      encoding: {
        y: {
          field: 'name',
          type: 'nominal',
          sort: null,
          axis: { labelFontSize: 12 },
          scale: { domain: D.PAIRS.map((d) => d.name), paddingInner: 0.3, paddingOuter: 0.15 },
        },
        x: {
          field: 'v',
          type: 'quantitative',
          stack: null,
          axis: null,
          scale: { domain: [0, D.PAIRS[2 * g + 1].v], nice: false },
        },
      },
      layer: [
        { mark: { type: 'bar', tooltip: tip }, encoding: { color } },
        { mark: text({ dx: 6 }), encoding: { text: { field: 'text' } } },
      ],
    })),
  }),
  top(H.rings, {
    layer: [
      {
        data: { name: 'rings' },
        mark: {
          type: 'point',
          shape: 'circle',
          filled: false,
          color: RULE,
          strokeWidth: 1,
          opacity: 1,
          size: { expr: '4 * datum.r * datum.r' },
          tooltip: null,
        },
        encoding: { x: px('cx'), y: px('cy') },
      },
      {
        data: { name: 'dots' },
        mark: { type: 'circle', size: 196, opacity: 1, tooltip: tip },
        encoding: { x: px('x'), y: px('y'), color },
      },
      {
        data: { name: 'rings' },
        mark: text({ align: 'center', fontSize: 14 }),
        encoding: { x: px('cx'), y: px('ly'), text: { field: 'label' }, color },
      },
    ],
  }),
  top(H.time, {
    data: { name: 'rows' },
    encoding: {
      x: {
        field: 't',
        type: 'temporal',
        axis: null,
        scale: { type: 'utc', domain: [D.T0, D.T1], nice: false, range: [12, { expr: 'width - 12' }] },
      },
    },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: RULE, strokeWidth: 2, tooltip: null },
        encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { value: 110 } },
      },
      {
        mark: { type: 'rule', color: MUTED, tooltip: null },
        encoding: {
          y: {
            field: 'z',
            type: 'quantitative',
            axis: null,
            scale: { domain: [-110, 90], range: [0, 200], nice: false },
          },
          y2: { field: 'dy' },
        },
      },
      {
        mark: { type: 'circle', size: 144, opacity: 1, color: D.C[0], tooltip: tip },
        encoding: { y: { field: 'z', type: 'quantitative' } },
      },
      {
        mark: text({
          align: { expr: "datum.side === 'end' ? 'right' : 'left'" },
          dx: { expr: "datum.side === 'end' ? -6 : 6" },
        }),
        encoding: { y: { field: 'dy', type: 'quantitative' }, text: { field: 'text' } },
      },
    ],
  }),
];
