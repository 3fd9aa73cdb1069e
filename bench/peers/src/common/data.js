// The figures' data, the same for every page. `?dots=N` replaces the 5,899 of the first group.
const q = new URLSearchParams(location.search).get('dots');

export const FONT = 'system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';
export const INK = '#222',
  MUTED = '#666',
  RULE = '#d5d8dc',
  PALE = '#b9c6d3';
export const C = ['#1f6f8b', '#e07a3f', '#5b8c3a', '#8a4f9e'];

// Height in CSS px of each figure but the first, whose height follows from its dots.
export const H = { funnel: 200, bars: 120, week: 230, share: 120, pairs: 200, rings: 340, time: 200 };

export const DOTS = [
  { label: '科技型中小企业', n: q ? Math.max(1, +q | 0) : 5899, unit: '家' },
  { label: '走出实验室的科技成果', n: 279, unit: '项' },
  { label: '市级及以上创新平台', n: 148, unit: '个' },
  { label: '市级以上研发机构', n: 145, unit: '家' },
].map((g, i) => ({ ...g, color: C[i] }));

export const FUNNEL = [
  { label: '在研创新药物', v: 57 },
  { label: '进入临床', v: 23 },
  { label: 'III期临床', v: 10 },
].map((d, i) => ({ ...d, color: ['#8fc1cf', '#4f97ad', '#1f6f8b'][i], text: `${d.label} ${d.v} 个` }));

export const BARS = [
  { label: 'HPV疫苗', v: 4000, color: C[0] },
  { label: '胰岛素', v: 3000, color: C[1] },
].map((d) => ({ ...d, text: `${d.v} 万支/年` }));

export const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
export const SLOTS = 20;
// One row per cell; the very first is the one weekly departure of before.
export const WEEK = DAYS.flatMap((day, d) =>
  Array.from({ length: SLOTS }, (_, s) => ({
    d,
    s,
    day,
    slot: s + 1,
    color: d + s ? C[0] : C[1],
    text: `${day} 第 ${s + 1} 班${d + s ? '' : '(此前每周仅此 1 班)'}`,
  })),
);

const sum = 2.69 + 1.12 + 26.56;
let acc = 0;
export const SHARE = [
  { label: '公路', v: 2.69, color: C[1] },
  { label: '铁路', v: 1.12, color: C[2] },
  { label: '水路', v: 26.56, color: C[0] },
].map((d) => {
  const a = acc;
  acc += d.v / sum;
  return { ...d, share: d.v / sum, a, b: acc, text: `${d.label} ${d.v} 万吨 · ${((d.v / sum) * 100).toFixed(1)}%` };
});

export const PAIRS = [
  {
    label: '铁路',
    rows: [
      ['2023 全年', 0.88, '0.88 万吨'],
      ['2024 前5月', 1.12, '1.12 万吨 +27%'],
    ],
    color: C[2],
  },
  {
    label: '码头',
    rows: [
      ['2023 前5月', 25.79, '25.79 万吨'],
      ['2024 前5月', 26.56, '26.56 万吨 +3%'],
    ],
    color: C[0],
  },
].flatMap((p, g) =>
  p.rows.map(([when, v, text], i) => ({
    g,
    i,
    group: p.label,
    name: `${p.label} ${when}`,
    v,
    text,
    color: i ? p.color : PALE,
    max: p.rows[1][1],
  })),
);

export const RINGS = [
  { label: '3 向', what: '方向', n: 3, color: C[1] },
  { label: '11 线', what: '线路', n: 11, color: C[2] },
  { label: '23 口岸', what: '口岸', n: 23, color: C[0] },
];

// dy: where the label stands above (-) or below (+) the line, px; side: on which side of the stem.
export const EVENTS = [
  { date: '2023-06-01', shown: '2023-06', label: '智翔金泰登陆科创板', dy: -26, side: 'start' },
  { date: '2024-04-12', shown: '2024-04-12', label: '班车首次“氢装上阵”', dy: 26, side: 'end' },
  { date: '2024-06-12', shown: '2024-06-12', label: '低空滑翔伞体验', dy: -50, side: 'end' },
  { date: '2024-06-27', shown: '2024-06-27', label: '新药即将上市', dy: 50, side: 'end' },
  { date: '2024-07-03', shown: '2024-07-03', label: '新闻发布会', dy: -74, side: 'end' },
].map((e) => ({ ...e, t: Date.parse(e.date), text: `${e.shown} ${e.label}` }));
export const T0 = EVENTS[0].t,
  T1 = EVENTS[4].t;
