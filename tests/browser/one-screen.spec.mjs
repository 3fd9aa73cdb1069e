/** One screen, one thought: a figure's title, drawing and labels fit together into a window, on a desk and on a phone. */
import { FIGURES, LOCALES, expect, figureAddress, open, show, test } from './reader.mjs';

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
      for (const id of FIGURES) {
        const figure = await show(page, id);
        const tall = await figure.evaluate((host) => {
          const [title, stage] = [document.getElementById(`${host.id}-title`), host.querySelector('.stage')];
          return (stage?.getBoundingClientRect().bottom ?? NaN) - (title?.getBoundingClientRect().top ?? NaN);
        });
        expect(tall, `${id} is ${tall} px high`).toBeLessThanOrEqual(most);
      }
    });

for (const locale of LOCALES)
  test(`what opens the page fits into the 1,000 px that WordPress gives a frame, on the narrowest phones (${locale})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(figureAddress(FIGURES[0] ?? '', locale));
    await expect(page.locator('.stage.live canvas')).toBeVisible();
    const tall = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
    expect(tall).toBeLessThanOrEqual(1000);
  });
