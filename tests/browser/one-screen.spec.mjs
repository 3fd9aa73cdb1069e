/** One screen, one thought: a figure's title, drawing and labels fit together into a window, on a desk and on a phone. */
import { FIGURES, LOCALES, expect, open, showAll, test } from './reader.mjs';

/** How high a figure may be from its title to the end of its drawing, by window; all in CSS px. */
const WINDOWS = [
  { width: 1280, height: 800, most: 760 },
  { width: 390, height: 844, most: 780 },
];

for (const locale of LOCALES)
  for (const { width, height, most } of WINDOWS)
    test(`every figure fits into ${width} × ${height} (${locale})`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, `?lang=${locale}`);
      await showAll(page);
      const tall = await page.locator('figure.figure').evaluateAll((figures) =>
        figures.map((figure) => {
          const [title, stage] = [document.getElementById(`${figure.id}-title`), figure.querySelector('.stage')];
          return [
            figure.id,
            (stage?.getBoundingClientRect().bottom ?? NaN) - (title?.getBoundingClientRect().top ?? NaN),
          ];
        }),
      );
      expect(tall.map(([id]) => id)).toEqual(FIGURES);
      expect(tall.filter(([, height]) => !(Number(height) <= most))).toEqual([]);
    });
