/**
 * The page of a module that stands alone, as wasm-pack builds it: it writes the page and the files itself, in place of the published
 * ones. How such a page is read is tested on the published one.
 */
import { expectPainted, isSharp } from './canvas.mjs';
import { setScreen, setTextSize } from './device.mjs';
import { PUBLISHED, act, answers, expect, open, show, speaks, test } from './reader.mjs';
import { marks } from './seen.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

const { figures: FIGURES, locales: LOCALES, title: TITLE } = PUBLISHED;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const locale of LOCALES) {
  test(`the page is written in the language that the address names, and every figure is painted (${locale})`, async ({
    page,
  }) => {
    await open(page, `?lang=${locale}`);
    await speaks(page, locale, TITLE);
    await expect(page.locator('figure.figure')).toHaveCount(FIGURES.length);
    for (const id of FIGURES) await expectPainted(page, id);
  });

  test(`a figure stands alone where the address asks for it (${locale})`, async ({ page }) => {
    await open(page, `?figure=${FIGURES.at(-1)}&lang=${locale}`);
    await expect(page.locator('figure.figure')).toHaveCount(1);
    await show(page, FIGURES.at(-1) ?? '');
  });
}

test('the switch of language writes the page anew', async ({ page }) => {
  const [first, ...others] = LOCALES;
  await open(page, `?lang=${first}`);
  for (const locale of [...others, first]) {
    if (others.length) await page.locator('a.language').click();
    await answers(page, locale);
    await speaks(page, locale, TITLE);
  }
});

test('a link to a figure opens there, under the bar, though figures above it are still to be drawn', async ({
  page,
}) => {
  const id = FIGURES[Math.floor(FIGURES.length / 2)] ?? '';
  await open(page, `#${id}`);
  await expect(page.locator(`#${id} .stage.live canvas`)).toBeVisible();
  const bar = await page.locator('nav.chapters').boundingBox();
  const top = async () => (await page.locator(`#${id}`).boundingBox())?.y;
  expect(await top()).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0) - 1);
  expect(await top()).toBeLessThan(200);
});

test('the module writes the files that a reader takes away', async ({ page }) => {
  await open(page);
  const figure = await show(page, FIGURES[0] ?? '');
  await act(figure, 'download');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.downloads a')).toHaveText(['PNG', 'SVG', 'CSV']);
  await expect(dialog.locator('textarea')).toHaveValue(/,/);
});

test.describe('against the scene', () => {
  /**
   * The boxes of a figure's marks as the module lays them out for the figure's width and text size.
   * @param {Page} page
   * @param {string} id
   * @returns {Promise<number[][]>}
   */
  function scene(page, id) {
    return page.evaluate(
      async ({ id, locale }) => {
        const address = new URL('pkg/infographic.js', document.baseURI).href;
        const { Infographic, bundledStory } = await import(address);
        const infographic = new Infographic(bundledStory(), locale);
        const figure = infographic.figure(id);
        const stage = document.querySelector(`#${id} .stage`);
        const context = document.createElement('canvas').getContext('2d');
        const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
        figure.layout(context, stage?.clientWidth, scale, figure.openingChoice());
        const flat = [...figure.boxes()];
        figure.free();
        infographic.free();
        return Array.from({ length: flat.length / 4 }, (_, index) => flat.slice(index * 4, index * 4 + 4));
      },
      { id, locale: LOCALES[0] },
    );
  }

  /** The greatest distance between where the marks are and where the scene has them. @param {Page} page @param {string} id */
  async function distance(page, id) {
    const wanted = await scene(page, id);
    const boxes = (await marks(page.locator(`#${id}`))).map(({ box }) => [box.x, box.y, box.width, box.height]);
    if (boxes.length !== wanted.length) return Infinity;
    return Math.max(...boxes.flat().map((value, index) => Math.abs(value - (wanted.flat()[index] ?? NaN))));
  }

  test('the marks lie where the scene has them, also after resizing, zooming and with larger text', async ({
    page,
  }) => {
    test.slow();
    await open(page, `?lang=${LOCALES[0]}`);
    for (const id of FIGURES) {
      await show(page, id);
      expect(await distance(page, id), id).toBeLessThanOrEqual(1);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    for (const id of FIGURES) {
      await show(page, id);
      await expect.poll(() => distance(page, id), `${id}, 360 px`).toBeLessThanOrEqual(1);
    }
    const some = FIGURES.slice(-3);
    for (const id of some) {
      const figure = await show(page, id);
      await setScreen(page, 2);
      await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
      await expect.poll(() => isSharp(figure)).toBe(true);
      await expect.poll(() => distance(page, id), `${id}, zoomed`).toBeLessThanOrEqual(1);
      await setScreen(page, 1);
    }
    await setTextSize(page, 24);
    for (const id of some) {
      await show(page, id);
      await expect.poll(() => distance(page, id), `${id}, large text`).toBeLessThanOrEqual(1);
    }
  });
});
