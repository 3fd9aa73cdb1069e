/** The page without its program: what the specs about faults expect of it. */
import { FIGURES, expect } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */
/** @typedef {import('./reader.mjs').Locale} Locale */

/** Where the page of a language is. */
export const ADDRESS = { zh: './', en: 'en/' };

/**
 * The page is whole without its program: every figure as a still drawing with its table, and so many sentences about what
 * is wrong, in the reader's language.
 * @param {Page} page
 * @param {Locale} locale
 * @param {number} sentences
 */
export async function standsStill(page, locale, sentences) {
  const faults = page.locator('.fault');
  await expect(faults).toHaveCount(sentences);
  for (const sentence of await faults.all()) {
    await expect(sentence).toBeVisible();
    await expect(sentence).toHaveRole('status');
    const text = (await sentence.textContent()) ?? '';
    if (locale === 'zh') expect(text).toMatch(/^[一-鿿].*。$/);
    else expect(text).toMatch(/^[A-Z][^一-鿿]*\.$/);
  }
  // In one question: many a spec asks it of every figure.
  const counts = () =>
    page.locator('figure.figure').evaluateAll((figures) =>
      figures.map((figure) => {
        const drawings = [...figure.querySelectorAll('svg')].filter((drawing) =>
          drawing.checkVisibility({ visibilityProperty: true }),
        );
        return [figure.id, drawings.length, ...['canvas', 'table'].map((part) => figure.querySelectorAll(part).length)];
      }),
    );
  await expect.poll(counts).toEqual(FIGURES.map((id) => [id, 1, 0, 1]));
}

/** Lets the browser draw some frames, in which a loop would go on. @param {Page} page */
export async function frames(page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) await new Promise((next) => requestAnimationFrame(next));
  });
}
