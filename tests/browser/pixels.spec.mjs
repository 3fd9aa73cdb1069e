/** Pixels as they are laid out and pixels as they are seen differ where a page is scaled, and a frame has edges. */
import { sharpness } from './canvas.mjs';
import { FIGURES, LOCALES, center, expect, figureAddress, open, show, showAll, test } from './reader.mjs';
import { marks, sideways, tableRows, tooltip } from './seen.mjs';

/** @typedef {import('./reader.mjs').Page} Page */
/** @typedef {import('./reader.mjs').Locator} Locator */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/**
 * Points at the middle of each mark of a figure and tells which do not answer with their own row.
 * @param {Page} page
 * @param {Locator} figure
 */
async function silent(page, figure) {
  const rows = await tableRows(figure);
  const wrong = [];
  for (const { fact, middle } of await marks(figure)) {
    // From elsewhere: the way from one mark to the next may lead over details, which stay then.
    await page.mouse.move(1, 1);
    await page.mouse.move(...middle);
    const shown = await tooltip(figure);
    if (shown?.lines.join() !== rows[fact]?.cells.join()) wrong.push(`${fact}: ${shown?.lines}`);
  }
  return wrong;
}

for (const [what, style, figures] of /** @type {const} */ ([
  ['zoomed', { zoom: '1.25' }, ['bakery', 'goods']],
  ['made smaller', { transform: 'scale(0.8)', transformOrigin: '0 0' }, ['bakery', 'goods']],
  ['made larger', { transform: 'scale(1.2)', transformOrigin: '0 0' }, ['bakery', 'goods']],
])) {
  test(`marks answer where they are seen on a page that is ${what}, and the drawing is sharp`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1600 });
    await open(page);
    await page.evaluate((style) => {
      Object.assign(document.body.style, style);
      // A transform carries the bar down the page, where it would lie over a mark.
      document.querySelector('nav.chapters')?.setAttribute('hidden', '');
    }, style);
    for (const id of figures) {
      const figure = await show(page, id);
      await center(figure);
      expect(await silent(page, figure), id).toEqual([]);
      // Drawn anew, since nothing tells of a transform.
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.emulateMedia({ colorScheme: 'light' });
      await expect.poll(async () => within(await sharpness(figure))).toBe(true);
    }
  });
}

/** Whether as much is drawn as is shown, within a pixel. @param {{ drawn: number[], shown: number[] }} seen */
const within = ({ drawn, shown }) => drawn.every((side, index) => Math.abs(side - (shown[index] ?? NaN)) <= 1);

for (const locale of LOCALES) {
  test(`a figure’s own page is short enough for WordPress on a phone, and details stay within its edges (${locale})`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 900 });
    for (const id of FIGURES) {
      await open(page, figureAddress(id, locale));
      await expect(page.locator('.stage.live .mark').first()).toBeAttached();
      const height = await page.locator('html').evaluate((root) => root.getBoundingClientRect().height);
      expect.soft(height, id).toBeLessThanOrEqual(1000);
      const over = await page.locator('figure').evaluate((figure) => {
        const page = document.documentElement.getBoundingClientRect();
        return [...figure.querySelectorAll('.mark')].flatMap((mark) => {
          if (!(mark instanceof HTMLElement)) return [];
          mark.focus();
          const tip = figure.querySelector('.tip')?.getBoundingClientRect();
          if (!tip?.height) return [`${mark.dataset.fact} shows nothing`];
          const inside = [tip.top - page.top, tip.left - page.left, page.right - tip.right, page.bottom - tip.bottom];
          return inside.some((side) => side < -0.5) ? [`${mark.dataset.fact}: ${inside}`] : [];
        });
      });
      expect(over, id).toEqual([]);
    }
  });
}

for (const width of [390, 1280]) {
  test(`a translation that reads from the right makes the page no wider (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, '?lang=en');
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await showAll(page);
    expect(await sideways(page)).toEqual([]);
    expect(await page.evaluate(() => [document.documentElement.scrollLeft, scrollX])).toEqual([0, 0]);
    const figure = await show(page, 'bakery');
    await center(figure);
    expect(await silent(page, figure)).toEqual([]);
  });
}
