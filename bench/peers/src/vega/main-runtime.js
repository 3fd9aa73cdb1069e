// Vega at its leanest: specs compiled at build time to dataflows, only the parts of Vega that run them (no parser, no Vega-Lite).
import { transforms } from 'vega-dataflow';
import { bound, mark, render, viewlayout } from 'vega-view-transforms';
import { axisticks, datajoin, encode, scale } from 'vega-encode';
import { aggregate, collect, filter, formula, proxy, relay, sieve, values } from 'vega-transforms';
import { View } from 'vega-view';
import { Handler } from 'vega-tooltip';
import flows from 'vega-precompiled';
import { el, expose } from '../common/shell.js';
import { ROWS, feed, tipText } from './rows.js';

Object.assign(transforms, {
  bound,
  mark,
  render,
  viewlayout,
  axisticks,
  datajoin,
  encode,
  scale,
  aggregate,
  collect,
  filter,
  formula,
  proxy,
  relay,
  sieve,
  values,
});

const handler = new Handler({ formatTooltip: (d, sanitize) => sanitize(tipText(d)) });
const views = [];
function one(i, w) {
  views[i] ??= new View(flows[i], { renderer: 'canvas', hover: false }).tooltip(handler.call).initialize(el(i + 1));
  if (i === 0) el(1).style.height = ROWS[0](w).full + 'px';
  return feed(views[i], i, w).runAsync();
}
const all = (w) => Promise.all(flows.map((_, i) => one(i, w)));
expose(all, all, (w) => one(0, w));
