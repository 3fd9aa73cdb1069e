/**
 * `npm run soak`: hours of reading in some minutes. After 10,000 drawings, 1,000 switches of language and theme, and 1,000 frames
 * put in and taken out, the browser holds what it held before. `npm run soak -- 0.01` does a hundredth, to try the soak itself.
 */
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/machine/browser.mjs';
import { DIST } from '../../scripts/build/pages.mjs';
import { serve } from '../../scripts/serve/server.mjs';
import { Failure, main } from '../../scripts/steps.mjs';
import { drawings, frames, switches } from './deeds.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} Session */

/**
 * What the browser holds for a page.
 * @typedef {{ heap: number, module: number, nodes: number, listeners: number, documents: number }} Held
 *   heap and module in KB: JavaScript's objects, and the memory of the WebAssembly module
 */

/**
 * How much more of each there may be at the end than after the warming up. A module's memory never shrinks, so growth is all that
 * tells of a leak; nodes and listeners that are gone may wait for the collector in small numbers.
 * @type {Held}
 */
const MOST_MORE = { heap: 512, module: 0, nodes: 50, listeners: 5, documents: 1 };

/** What is done, where, and how often. */
const SOAKS = [
  { title: 'drawings', deed: drawings, address: '?lang=zh', times: 10_000 },
  { title: 'switches of language and theme', deed: switches, address: '?lang=zh', times: 1000 },
  { title: 'frames put in and taken out', deed: frames, address: 'host.html', times: 1000 },
];

/** What is needed before nothing new is compiled, cached or measured any more: a part of the times, whatever share of them is done. */
const WARM_UP = 0.05;

/** @param {Page} page @param {Session} session @returns {Promise<Held>} */
async function held(page, session) {
  // What goes with one collection may set free more for the next.
  for (let round = 0; round < 4; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(250);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const module = await page.evaluate(() => /** @type {any} */ (window).moduleMemory?.buffer.byteLength ?? 0);
  return {
    heap: Math.round(of('JSHeapUsedSize') / 1024),
    module: module / 1024,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}

/** Remembers the module's memory, and counts its drawings. */
function watchModule() {
  const { instantiateStreaming } = WebAssembly;
  const counts = Object.assign(window, { painted: 0 });
  /** @type {any} */ (WebAssembly).instantiateStreaming = async (/** @type {any[]} */ ...parameters) => {
    const { instance, module } = await /** @type {any} */ (instantiateStreaming)(...parameters);
    Object.assign(window, { moduleMemory: instance.exports.memory });
    const exports = {
      ...instance.exports,
      figure_paint: (/** @type {any[]} */ ...rest) => {
        counts.painted += 1;
        return instance.exports.figure_paint(...rest);
      },
    };
    return { instance: { exports }, module };
  };
}

await main(async () => {
  const share = Number(process.argv[2] ?? 1);
  if (!(share > 0)) throw new Failure(`${process.argv[2]} is no share of the times`, 'Say npm run soak -- 0.1');
  const site = await serve({ root: DIST, port: 0, base: '/banan/', csp: false });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const problems = [];
  for (const { title, deed, address, times } of SOAKS) {
    const count = Math.ceil(times * share);
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    /** @type {string[]} */
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(watchModule);
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(site.url + address);
    await deed(page, times * WARM_UP, site.url);
    const before = await held(page, session);
    const begun = performance.now();
    await deed(page, count, site.url);
    const seconds = (performance.now() - begun) / 1000;
    const after = await held(page, session);
    console.log(`${count} ${title} in ${seconds.toFixed(0)} s`);
    for (const name of /** @type {(keyof Held)[]} */ (Object.keys(MOST_MORE))) {
      const more = after[name] - before[name];
      console.log(`  ${name.padEnd(10)} ${before[name]} → ${after[name]}, ${MOST_MORE[name]} more allowed`);
      if (!(more <= MOST_MORE[name])) problems.push(`${count} ${title} leave ${more} more ${name}`);
    }
    problems.push(...complaints);
    await page.close();
  }
  await browser.close();
  await site.close();
  if (problems.length) throw new Failure(problems.join('; '), 'A heap snapshot before and after tells what stays.');
});
