// Vega-Lite as its documentation has it: vega-embed compiles the specs in the page.
import embed from 'vega-embed';
import { el, expose } from '../common/shell.js';
import { SPECS } from './specs.js';
import { ROWS, feed, tipText } from './rows.js';

const views = [];
async function first(i, w) {
  const { w: width, h: height, data, signals } = ROWS[i](w);
  const spec = { ...SPECS[i], width, height, datasets: data };
  if (signals) spec.params = Object.entries(signals).map(([name, value]) => ({ name, value }));
  views[i] = (
    await embed(el(i + 1), spec, {
      mode: 'vega-lite',
      actions: false,
      renderer: 'canvas',
      tooltip: { formatTooltip: (d, sanitize) => sanitize(tipText(d)) },
    })
  ).view;
}
const one = (i, w) => feed(views[i], i, w).runAsync();
expose(
  (w) => Promise.all(SPECS.map((_, i) => first(i, w))),
  (w) => Promise.all(SPECS.map((_, i) => one(i, w))),
  (w) => one(0, w),
);
