/** A page that is read for long holds no more than at first. */
import { answers, expect, open, showAll, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** There and back, each figure attended to, so that what is held at the end is for the same page. @param {Page} page */
async function switchLanguageTwice(page) {
  for (const locale of /** @type {const} */ (['en', 'zh'])) {
    await page.locator('#tools a.language').click();
    await answers(page, locale);
  }
}

test('what a switch of language leaves behind does not grow', async ({ page }) => {
  test.setTimeout(180_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { documents: of('Documents'), listeners: of('JSEventListeners'), nodes: of('Nodes') };
  };
  await open(page);
  await switchLanguageTwice(page);
  await showAll(page);
  const before = await held();
  for (let turn = 0; turn < 4; turn += 1) await switchLanguageTwice(page);
  await showAll(page);
  // One page alone has thousands of nodes and a listener for every figure: eight that stayed would be far over this.
  await expect.poll(async () => (await held()).documents - before.documents).toBeLessThanOrEqual(1);
  await expect.poll(async () => (await held()).listeners - before.listeners).toBeLessThan(before.listeners);
  await expect.poll(async () => (await held()).nodes - before.nodes).toBeLessThan(before.nodes);
});
