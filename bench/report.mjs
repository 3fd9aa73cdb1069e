// From samples to medians, and to a Markdown table. `node report.mjs results/x.json` prints the table again.
import { readFileSync } from 'node:fs';

// [key, label, unit, getter over one round's sample of a page, {low: smaller is better}]
const kb = (v) => (v == null ? null : v / 1024),
  mb = (v) => (v == null ? null : v / 1048576);
const T = 'Transfer (brotli 11)',
  L1 = 'Load, no throttle',
  L4 = 'Load, CPU 4× + slow 4G',
  V = 'Filling in, CPU 4× + slow 4G',
  R = 'Redraw of all eight',
  S = 'Resize 720 ↔ 360, all eight',
  O = 'Hover over 6,471 dots, CPU 4×',
  M = 'Memory',
  N = 'Figure 1 alone, by number of dots';
const load = (k) =>
  [
    ['ready', 'navigation → __ready', 'ms', (s) => s.load?.[k]?.ready],
    ['fcp', 'FCP', 'ms', (s) => s.load?.[k]?.fcp],
    ['lcp', 'LCP', 'ms', (s) => s.load?.[k]?.lcp],
    ['tbt', 'total blocking time', 'ms', (s) => s.load?.[k]?.tbt],
    ['task', 'main-thread work', 'ms', (s) => s.load?.[k]?.task],
  ].map(([a, ...r]) => [`${k}.${a}`, ...r]);
const series = (what, cpu) => [
  [`${what}${cpu}.call`, `call, CPU ${cpu}×`, 'ms', (s) => s.redraw?.[what + cpu]?.call],
  [`${what}${cpu}.frame`, `call → next frame painted, CPU ${cpu}×`, 'ms', (s) => s.redraw?.[what + cpu]?.frame],
  [`${what}${cpu}.task`, `main-thread work per call, CPU ${cpu}×`, 'ms', (s) => s.redraw?.[what + cpu]?.task],
];
const METRICS = [
  [
    T,
    [
      ['total', 'bodies, total', 'KB', (s) => kb(s.load?.transfer?.total)],
      ['html', '… html', 'KB', (s) => kb(s.load?.transfer?.html ?? (s.load?.transfer && 0)), { info: true }],
      ['js', '… js', 'KB', (s) => kb(s.load?.transfer?.js ?? (s.load?.transfer && 0)), { info: true }],
      ['wasm', '… wasm', 'KB', (s) => kb(s.load?.transfer?.wasm ?? (s.load?.transfer && 0)), { info: true }],
      ['css', '… css', 'KB', (s) => kb(s.load?.transfer?.css ?? (s.load?.transfer && 0)), { info: true }],
      [
        'data',
        '… data and other',
        'KB',
        (s) => kb(s.load?.transfer && (s.load.transfer.data ?? 0) + (s.load.transfer.other ?? 0)),
        { info: true },
      ],
      ['wire', 'on the wire with headers', 'KB', (s) => kb(s.load?.transfer?.wire)],
      ['requests', 'requests', '', (s) => s.load?.transfer?.requests],
    ],
  ],
  [
    L1,
    [
      ...load('fast'),
      ['trace.main', 'V8 compile, main thread', 'ms', (s) => s.trace?.main, { info: true }],
      ['trace.background', 'V8 parse + compile, background', 'ms', (s) => s.trace?.background, { info: true }],
      ['trace.wasm', 'WebAssembly compile, all threads', 'ms', (s) => s.trace?.wasm, { info: true }],
    ],
  ],
  [L4, load('slow')],
  [
    V,
    [
      ['complete', 'viewport 95 % as at the end', 'ms', (s) => s.visual?.complete],
      ['speedIndex', 'speed index', 'ms', (s) => s.visual?.speedIndex],
    ],
  ],
  [R, [...series('redraw', 1), ...series('redraw', 4)]],
  [S, [...series('resize', 1), ...series('resize', 4)]],
  [
    O,
    [
      ['hover.median', 'event → next frame, median', 'ms', (s) => s.hover?.median],
      ['hover.p95', 'event → next frame, p95', 'ms', (s) => s.hover?.p95],
      ['hover.long', 'frames over 16.7 ms, of 200', '', (s) => s.hover?.long],
      ['hover.task', 'main-thread work per move', 'ms', (s) => s.hover?.task],
    ],
  ],
  [
    N,
    [1e3, 1e4, 1e5].flatMap((n) => [
      [`dots${n}.call`, `${n.toLocaleString('en')}: call`, 'ms', (s) => s.dots?.[n]?.call],
      [`dots${n}.frame`, `${n.toLocaleString('en')}: call → next frame painted`, 'ms', (s) => s.dots?.[n]?.frame],
    ]),
  ],
  [
    M,
    [
      ['heap.load', 'JS heap after load', 'MB', (s) => mb(s.redraw?.mem?.load?.js)],
      ['heap.after', 'JS heap after redraws, resizes and 200 redraws', 'MB', (s) => mb(s.redraw?.mem?.after?.js)],
      [
        'heap.growth',
        'growth of JS heap over the last 200 redraws',
        'KB',
        (s) => s.redraw?.mem?.after && kb(s.redraw.mem.after.js - s.redraw.mem.before.js),
        { info: true },
      ],
      [
        'heap.blink',
        'DOM heap + array buffers after load',
        'MB',
        (s) => s.redraw?.mem?.load && mb(s.redraw.mem.load.dom + s.redraw.mem.load.buffers),
      ],
      ['pss.load', 'renderer process (PSS) after load', 'MB', (s) => mb(s.redraw?.mem?.load?.pss)],
      ['pss.after', 'renderer process (PSS) at the end', 'MB', (s) => mb(s.redraw?.mem?.after?.pss)],
      ['nodes', 'DOM nodes after load', '', (s) => s.redraw?.mem?.load?.nodes, { info: true }],
      ['nodes.after', 'DOM nodes at the end', '', (s) => s.redraw?.mem?.after?.nodes, { info: true }],
    ],
  ],
];

const mid = (a) => {
  const s = [...a].sort((x, y) => x - y),
    n = s.length;
  return (s[(n - 1) >> 1] + s[n >> 1]) / 2;
};

// {key: {page: {median, min, max, ratio}, best}}; ratio is to the best library peer (role "peer").
export function summarise(result, metrics = METRICS) {
  const out = {};
  for (const [, rows] of metrics)
    for (const [key, , , get, o = {}] of rows) {
      const row = { pages: {} };
      for (const { name, role } of result.pages) {
        const v = result.samples[name].map((s) => get(s)).filter((x) => typeof x === 'number' && isFinite(x));
        if (!v.length) continue;
        const m = mid(v);
        row.pages[name] = { median: m, min: Math.min(...v), max: Math.max(...v), n: v.length };
        if (!o.info && (role ?? 'peer') === 'peer' && (row.best == null || m < row.pages[row.best].median))
          row.best = name;
      }
      if (row.best != null)
        for (const p of Object.values(row.pages))
          p.ratio = row.pages[row.best].median > 0 ? p.median / row.pages[row.best].median : null;
      out[key] = row;
    }
  return out;
}

const num = (v) =>
  v == null ? '–' : v === 0 ? '0' : Math.abs(v) >= 100 ? v.toFixed(0) : Math.abs(v) >= 10 ? v.toFixed(1) : v.toFixed(2);
export function table(result, { range = true } = {}) {
  const sum = result.summary ?? summarise(result);
  const names = result.pages.map((p) => p.name);
  const out = [
    `Chromium ${result.chromium}, ${result.cpu}, ${result.cores} cores, DPR ${result.options.dpr}, ${result.options.rounds} rounds; median (min–max) ×ratio to the best library peer (bold).`,
    '',
  ];
  for (const [title, rows] of METRICS) {
    if (!rows.some((r) => Object.keys(sum[r[0]]?.pages ?? {}).length)) continue;
    out.push(
      `| **${title}** | ${result.pages.map((p) => p.name + (p.role === 'floor' ? ' (floor)' : p.role === 'subject' ? ' (subject)' : '')).join(' | ')} |`,
      `|---|${names.map(() => '---:').join('|')}|`,
    );
    for (const [key, label, unit] of rows) {
      const r = sum[key];
      if (!r) continue;
      out.push(
        `| ${label}${unit ? ', ' + unit : ''} | ${names
          .map((n) => {
            const p = r.pages[n];
            if (!p) return '–';
            const spread = range && num(p.min) !== num(p.max) ? ` (${num(p.min)}–${num(p.max)})` : '';
            const s = `${num(p.median)}${spread}${p.ratio != null ? ` ×${p.ratio.toFixed(2)}` : ''}`;
            return n === r.best ? `**${s}**` : s;
          })
          .join(' | ')} |`,
      );
    }
    out.push('');
  }
  return out.join('\n');
}

// For each page of role "subject": where it does not beat the best library peer.
export function verdict(result) {
  const sum = result.summary ?? summarise(result),
    out = [];
  for (const { name, role } of result.pages)
    if (role === 'subject') {
      const rows = METRICS.flatMap(([title, rs]) => rs.map(([key, label]) => [`${title}: ${label}`, sum[key]])).filter(
        ([, r]) => r?.best != null && r.pages[name]?.ratio != null,
      );
      const worse = rows.filter(([, r]) => r.pages[name].ratio > 1);
      out.push(
        `${name}: at or below the best peer's median on ${rows.length - worse.length} of ${rows.length} metrics.`,
        ...worse.map(([l, r]) => `- above: ${l} ×${r.pages[name].ratio.toFixed(2)} of ${r.best}`),
      );
    }
  return out.join('\n');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  result.summary = summarise(result);
  console.log(table(result, { range: !process.argv.includes('--short') }));
  console.log(verdict(result));
}
