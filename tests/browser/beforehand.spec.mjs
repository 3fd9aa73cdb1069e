/** What is written beforehand: whole before the module comes, and without JavaScript. */
import { FIGURES, LOCALES, TAGS, expect, test } from './reader.mjs';

test.describe('before the module comes', () => {
  test('everything far down is laid out soon, so that a picture of the whole page shows it', async ({ page }) => {
    await page.route('**/*.wasm', () => {});
    await page.goto('./');
    const putOff = () =>
      page
        .locator('.figure figcaption, .index details[open] th')
        .evaluateAll((parts) => parts.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length);
    await expect.poll(putOff).toBe(0);
  });

  for (const locale of LOCALES) {
    test(`no text of a still drawing is cut, in a font as wide as this one (${locale})`, async ({ page }) => {
      await page.route('**/*.wasm', () => {});
      await page.goto(`./?lang=${locale}`);
      await expect(page.locator('html')).toHaveAttribute('lang', TAGS[locale]);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
        const cut = await page.locator('.stage svg:visible text').evaluateAll((texts) =>
          texts
            .filter((text) => {
              const [box, frame] = [text, text.closest('svg')].map((element) => element?.getBoundingClientRect());
              // A letter may reach a little beyond where its line begins.
              return !box || !frame || box.right > frame.right + 1.5 || box.left < frame.left - 1.5;
            })
            .map((text) => `${text.closest('figure')?.id}: ${text.textContent}`),
        );
        expect(cut, `${width} px`).toEqual([]);
      }
    });
  }
});

test.describe('without JavaScript', () => {
  // Chromium then complains that the module was fetched ahead in vain.
  test.use({ javaScriptEnabled: false, faulty: true });

  for (const [locale, address, width] of /** @type {const} */ ([
    ['zh', './', 360],
    ['en', 'en/', 1280],
  ])) {
    test(`the page has all figures, tables and notes (${locale}, ${width} px)`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(address);
      for (const summary of await page.locator(`figure#${FIGURES.at(-1)} summary`).all()) await summary.click();
      const seen = await page.locator('figure.figure').evaluateAll((figures) =>
        figures.map((figure) => {
          for (const summary of figure.querySelectorAll('details:not([open]) > summary'))
            /** @type {HTMLElement} */ (summary).click();
          const visible = (/** @type {string} */ parts) =>
            [...figure.querySelectorAll(parts)].filter((part) => part.checkVisibility({ visibilityProperty: true }));
          const drawings = visible('svg').map((drawing) => drawing.getBoundingClientRect());
          return {
            id: figure.id,
            headings: visible('h2, h3').length,
            drawings: drawings.filter(({ width, height }) => Math.min(width, height) > 100).length,
            rows: visible('tbody tr').length > 0,
            notes: visible('.notes li').length === figure.querySelectorAll('.notes li').length,
          };
        }),
      );
      expect(seen).toEqual(FIGURES.map((id) => ({ id, headings: 1, drawings: 1, rows: true, notes: true })));
      await expect(page.locator('table.index').first()).toBeVisible();
      const groups = page.locator('#numbers details');
      await groups.last().locator('summary').click();
      await expect(groups.last().locator('table.index')).toBeVisible();
      await expect(page.locator('#method')).toBeVisible();
    });
  }

  test('the switch of language is a link', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
