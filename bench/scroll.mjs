/**
 * `node bench/scroll.mjs [folder]`: what scrolling costs on a slow phone. It opens a built site (`dist/`, if none is named) in 390 × 844 CSS px
 * at 3 px each with a quarter of the CPU, scrolls it from top to end, and tells the longest tasks of the page's main thread
 * and every layout shift.
 *
 * A task counts from the first second after the navigation on. `Commit` is told apart: it waits for the compositor, which has
 * no graphics card where this runs headless.
 */
import { resolve } from 'node:path';
import { launch, serve } from './lib.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };
/** How fast the page is scrolled, in CSS px a second: a screen in half of one. */
const SPEED = 1600;
/** How far a notch of the wheel scrolls, in CSS px. */
const NOTCH = 100;
/** From when on tasks count, in µs after the navigation. */
const FIRST_SECOND = 1e6;
/** How long a task may be, in ms. */
const BOUND = 50;
/** How many of the longest tasks are told. */
const TOLD = 10;
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'blink.user_timing',
  'loading',
  'v8',
];

/** What a trace's events are to us. What is not named belongs to the event around it, or is the browser's own work. */
const KINDS = {
  script: [
    'EvaluateScript',
    'FunctionCall',
    'RunMicrotasks',
    'FireAnimationFrame',
    'TimerFire',
    'EventDispatch',
    'v8.compile',
    'V8.GC_MARK_COMPACTOR',
    'MajorGC',
    'MinorGC',
  ],
  style: ['UpdateLayoutTree', 'ParseAuthorStyleSheet'],
  layout: ['Layout', 'HitTest', 'IntersectionObserverController::computeIntersections'],
  paint: ['PrePaint', 'Paint', 'Layerize', 'RasterTask', 'ImageDecodeTask', 'Decode Image'],
  commit: ['Commit'],
};
const KIND_OF = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind])));

/** Loads the site, scrolls it to its end, and hands back the trace's events and the layout shifts. */
async function trace(site) {
  const server = await serve([site]);
  const browser = await launch();
  const context = await browser.newContext({ ...PHONE, locale: 'zh-CN', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(watchShifts);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.goto(server.url(site), { waitUntil: 'load' });
  await page.waitForFunction(() => performance.now() > 1000);
  const height = await scrollToEnd(page, cdp);
  const shifts = await page.evaluate(() => window.shifts);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await browser.close();
  server.close();
  return { events: traceEvents, shifts, height };
}

/** Keeps every layout shift, runs in the page. */
function watchShifts() {
  window.shifts = [];
  const observer = new PerformanceObserver((list) => {
    for (const { value, sources, startTime } of list.getEntries()) {
      const moved = sources.map(({ node }) => (node?.parentElement ?? node)?.closest?.('[id]')?.id ?? node?.nodeName);
      window.shifts.push({ at: startTime, value, moved });
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** Turns the wheel until the page's end, which may move meanwhile; the page's height. */
async function scrollToEnd(page, cdp) {
  const turn = { type: 'mouseWheel', x: 195, y: 600, deltaX: 0, deltaY: NOTCH };
  while (await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY > 1)) {
    await cdp.send('Input.dispatchMouseEvent', turn);
    await page.waitForTimeout((1000 * NOTCH) / SPEED);
  }
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/** The tasks of the page's main thread after the first second, each with the time in ms that each kind of work took of it. */
function tasks(events) {
  const started = events
    .filter(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL?.startsWith('http'))
    .at(-1);
  const complete = events.filter(
    ({ ph, pid, tid, ts }) =>
      ph === 'X' && pid === started.pid && tid === started.tid && ts >= started.ts + FIRST_SECOND,
  );
  complete.sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const found = [];
  let open = [];
  for (const event of complete) {
    open = open.filter(({ end }) => end > event.ts);
    const task = open[0]?.task;
    const entry = { end: event.ts + event.dur, kind: KIND_OF.get(event.name) ?? open.at(-1)?.kind ?? 'other' };
    if (event.name.endsWith('RunTask') && !task) {
      entry.task = { at: (event.ts - started.ts) / 1000, other: event.dur / 1000 };
      found.push(entry.task);
    } else if (task) {
      const around = open.at(-1).kind;
      task[around] -= event.dur / 1000;
      task[entry.kind] = (task[entry.kind] ?? 0) + event.dur / 1000;
    }
    open.push(entry);
  }
  return found;
}

/** What is ours of a task, in ms. */
const work = ({ script = 0, style = 0, layout = 0, paint = 0 }) => script + style + layout + paint;

const root = resolve(process.argv[2] ?? new URL('../dist', import.meta.url).pathname);
const { events, shifts, height } = await trace({ name: 'site', root, entry: 'index.html' });
const all = tasks(events).sort((one, other) => work(other) - work(one));
const number = (value = 0) => value.toFixed(1).padStart(8);
console.log(`${height} px scrolled, ${all.length} tasks after the first second; ms at a quarter of the CPU`);
console.log(
  ['at', 'work', 'script', 'style', 'layout', 'paint', 'Commit', 'other'].map((name) => name.padStart(8)).join(''),
);
for (const task of all.slice(0, TOLD)) {
  const { at, script, style, layout, paint, commit, other } = task;
  console.log([at, work(task), script, style, layout, paint, commit, other].map(number).join(''));
}
console.log(`longest Commit${number(Math.max(0, ...all.map(({ commit = 0 }) => commit)))}`);
console.log(
  `tasks over ${BOUND} ms: ${all.filter((task) => work(task) > BOUND).length}; layout shifts: ${shifts.length}`,
);
for (const shift of shifts) console.log(`  ${JSON.stringify(shift)}`);
