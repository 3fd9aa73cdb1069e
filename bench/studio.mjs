// How soon the studio's page follows what an editor types, and how long a key keeps the studio busy, with a story of some hundred numbers:
// the published one, as the built studio (dist/) brings it. Each line is a field, with the middle and the worst of twenty keys.
//   node bench/studio.mjs
import { DIST } from '../scripts/build/pages.mjs';
import { serve } from '../scripts/serve/server.mjs';
import { launch } from './lib.mjs';

/** What an editor types in: the story's headline, a figure's title, and the term of a number in the list of all. */
const FIELDS = [
  { name: 'headline', room: 2, field: '[data-place^="/title/"]' },
  {
    name: 'title of a figure',
    room: 1,
    open: '.figure-name',
    field: '[data-place^="/chapters/"][data-place*="/title/"]',
  },
  { name: 'term of a number', room: 0, field: '[data-place^="/facts/0/label/"]' },
];
const KEYS = 20;
/** The bound of the page's renewal, in ms. */
const RENEWED = 200;

const server = await serve({ root: DIST, port: 0, csp: true });
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
await page.addInitScript(() => {
  addEventListener('message', ({ data }) => {
    if (data?.type === 'shown') performance.mark('shown');
  });
});
await page.goto(`${server.url}studio/`);
await page.locator('.ways button').nth(2).click();
await page.frameLocator('iframe').locator('figure.figure .stage.live canvas').first().waitFor();

/** The key's handling up to the next frame, and the time until the page shows the change, in ms. */
const typed = (selector) =>
  page.evaluate(async (selector) => {
    const field = document.querySelector(selector);
    performance.clearMarks('shown');
    const begun = performance.now();
    field.value += '字';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const busy = performance.now() - begun;
    while (!performance.getEntriesByName('shown').length) await new Promise((done) => setTimeout(done, 1));
    return { busy, renewed: performance.getEntriesByName('shown')[0].startTime - begun };
  }, selector);

const middle = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
let slow = false;
console.log('field'.padEnd(20), 'busy'.padStart(16), 'renewed'.padStart(16), '  ms: middle, worst');
for (const { name, room, open, field } of FIELDS) {
  await page.locator('.rooms button').nth(room).click();
  if (open) await page.locator(open).first().click();
  await page.locator(field).first().waitFor();
  const times = [];
  for (let key = 0; key < KEYS; key += 1) {
    times.push(await typed(field));
    await page.waitForTimeout(400);
  }
  const told = (kind) => {
    const one = times.map((time) => time[kind]);
    return [middle(one), Math.max(...one)].map((time) => time.toFixed(0).padStart(7)).join(' ');
  };
  slow ||= middle(times.map(({ renewed }) => renewed)) > RENEWED;
  console.log(name.padEnd(20), told('busy').padStart(16), told('renewed').padStart(16));
}
await browser.close();
await server.close();
if (slow) {
  console.error(`over ${RENEWED} ms`);
  process.exitCode = 1;
}
