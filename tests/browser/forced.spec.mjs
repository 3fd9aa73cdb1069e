/** In forced colours a canvas would keep the page's own: it has to follow by itself. */
import { covered, look } from './canvas.mjs';
import { FIGURES, expect, open, show, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The system's colours in force, as `r,g,b`. @param {Page} page @returns {Promise<Record<string, string>>} */
function system(page) {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colors = ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight'].map((name) => {
      probe.style.color = name;
      return [name, (getComputedStyle(probe).color.match(/\d+/g) ?? []).slice(0, 3).join(',')];
    });
    probe.remove();
    return Object.fromEntries(colors);
  });
}

/** @param {string | undefined} color @returns {number[]} */
const channels = (color = '') => color.split(',').map(Number);

/**
 * Whether a colour lies between two of some colours, give or take rounding.
 * @param {number[]} color
 * @param {number[][]} ends
 */
function isBlend(color, ends) {
  return ends.some((from) =>
    ends.some((to) => {
      const way = to.map((channel, index) => channel - (from[index] ?? 0));
      const gone = color.map((channel, index) => channel - (from[index] ?? 0));
      const length = way.reduce((sum, step) => sum + step * step, 0) || 1;
      const part = Math.min(
        1,
        Math.max(0, gone.reduce((sum, step, index) => sum + step * (way[index] ?? 0), 0) / length),
      );
      return gone.every((step, index) => Math.abs(step - part * (way[index] ?? 0)) <= 8);
    }),
  );
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`forced colours, once in force, are the only ones in every drawing (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page);
    const { Canvas: ground, ...inks } = await system(page);
    expect(ground).toBe(colorScheme === 'dark' ? '0,0,0' : '255,255,255');
    for (const id of FIGURES) {
      const seen = await look(await show(page, id));
      // Smoothed edges and tints are blends of two of them; no other colour is there.
      const ends = [ground, ...Object.values(inks)].map(channels);
      const [all, other] = [() => true, (/** @type {string} */ color) => !isBlend(channels(color), ends)].map(
        (wanted) => seen.colors.reduce((sum, [color, count]) => sum + (wanted(color) ? count : 0), 0),
      );
      expect((other ?? 0) / (all ?? 0), `${id}: ${seen.colors.slice(0, 4).join(' ')}`).toBeLessThan(0.01);
      expect(covered(seen, inks.CanvasText), id).toBeGreaterThan(50);
    }
  });
}

test('forced colours are followed when they come and go while the page is open', async ({ page }) => {
  await open(page, '?theme=light');
  const figure = await show(page, 'bakery');
  const own = (await look(figure)).colors[0]?.[0] ?? '';
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await expect.poll(async () => covered(await look(figure), own)).toBe(0);
  const { CanvasText } = await system(page);
  expect(covered(await look(figure), CanvasText)).toBeGreaterThan(50);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(async () => covered(await look(figure), own)).toBeGreaterThan(50);
});

test('in forced colours the chosen view, the ring and the details still stand out', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await open(page);
  const figure = await show(page, 'shipyard');
  const fill = (/** @type {number} */ index) =>
    figure
      .locator('.choices label span')
      .nth(index)
      .evaluate((span) => getComputedStyle(span).backgroundColor);
  expect(await fill(2), 'the chosen view').not.toBe(await fill(0));
  await figure.locator('.mark').first().focus();
  const { ring, tip } = await figure.evaluate((host) => {
    const style = (/** @type {string} */ name) => getComputedStyle(host.querySelector(name) ?? host);
    return { ring: style('.ring').borderTopColor, tip: style('.tip').borderTopColor };
  });
  const { Canvas } = await system(page);
  for (const color of [ring, tip]) expect((color.match(/\d+/g) ?? []).slice(0, 3).join(',')).not.toBe(Canvas);
});

test('in forced colours the chapter being read is marked and the others are not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, '#shipyard');
  await expect(page.locator('nav.chapters [aria-current]')).toHaveCount(1);
  const borders = await page
    .locator('nav.chapters a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomColor));
  const current = await page
    .locator('nav.chapters [aria-current]')
    .evaluate((link) => getComputedStyle(link).borderBottomColor);
  expect(borders.filter((border) => border === current)).toHaveLength(1);
});
