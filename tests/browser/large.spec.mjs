/** The largest story there may be, which a program makes: its pages are built here, and scrolled to the end and back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assemble } from '../../scripts/build.mjs';
import { checkStory, clear } from '../../scripts/build/pages.mjs';
import { MODULE } from '../../scripts/build/wasm.mjs';
import { serve } from '../../scripts/serve/server.mjs';
import { ROOT } from '../../scripts/steps.mjs';
import { MOST, generated } from '../generated/story.mjs';
import { test as base, expect, open, show } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

const IDS = Array.from({ length: MOST.figures }, (_, at) => `figure-${at + 1}`);

/** @type {import('@playwright/test').Fixtures<{}, { site: string }, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */
const fixtures = {
  site: [
    async ({}, use) => {
      const project = {
        story: '.cache/large/story.json',
        pages: join(ROOT, '.cache/large/pages'),
        site: join(ROOT, '.cache/large/site'),
        module: MODULE,
      };
      clear(project);
      const story = join(ROOT, project.story);
      mkdirSync(dirname(story), { recursive: true });
      writeFileSync(story, JSON.stringify(generated(MOST.figures, MOST.facts)));
      await checkStory(project.story);
      await assemble(project);
      const server = await serve({ root: project.site, port: 0, csp: true });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ site }, use) => use(site),
};
const test = base.extend(fixtures);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What the page holds: nodes and listeners, and bytes of the script's heap. @param {Page} page */
async function held(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
}

/** Which part of all drawings has pixels. @param {Page} page */
const drawn = (page) =>
  page.locator('.stage').evaluateAll((stages) => {
    const sum = (/** @type {number[]} */ areas) => areas.reduce((whole, area) => whole + area, 0);
    const canvases = stages.flatMap((stage) => [...stage.querySelectorAll('canvas')]);
    const boxes = stages.map((stage) => stage.getBoundingClientRect());
    return sum(canvases.map(({ width, height }) => width * height)) / sum(boxes.map((box) => box.width * box.height));
  });

test('a hundred figures come to life as they come near, and hold no more the second time', async ({ page }) => {
  test.setTimeout(600_000);
  await open(page);
  await expect(page.locator('figure.figure')).toHaveCount(MOST.figures);
  await show(page, 'figure-1');
  // Those far below wait for their reader.
  expect(await page.locator('.stage.live').count()).toBeLessThan(MOST.figures / 2);
  for (const [at, id] of IDS.entries()) {
    await show(page, id);
    // What is far away is let go.
    if (at % 10 === 9) expect(await drawn(page), id).toBeLessThan(0.25);
  }
  await show(page, 'figure-1');
  const once = await held(page);
  for (const id of [...IDS, ...[...IDS].reverse()].filter((_, at) => at % 10 === 0)) await show(page, id);
  await show(page, 'figure-1');
  await expect.poll(async () => (await held(page)).nodes).toBeLessThan(once.nodes * 1.1);
  const twice = await held(page);
  expect(twice.listeners).toBeLessThan(once.listeners * 1.1);
  expect(twice.heap).toBeLessThan(once.heap * 1.2);
  await expect(page.locator('.fault')).toHaveCount(0);
});
