/** What opens the page: a drawing before the words, on night blue whatever the theme. */
import { covered, inks, look } from './canvas.mjs';
import { LOCALES, THEMES, expect, figureAddress, open, show, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/** The ground that an element stands on, as `r,g,b`. @param {Page} page @param {string} selector */
function ground(page, selector) {
  return page
    .locator(selector)
    .evaluate((place) => (getComputedStyle(place).backgroundColor.match(/\d+/g) ?? []).slice(0, 3).join(','));
}

for (const locale of LOCALES) {
  test(`the drawing begins high in a phone’s first screen, before the lead, and is whole in a desk’s (${locale})`, async ({
    page,
  }) => {
    const boxOf = (/** @type {string} */ part) => page.locator(`.masthead ${part}`).boundingBox();
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `?lang=${locale}`);
    const [drawing, lead] = [await boxOf('.stage'), await boxOf('.lead')];
    expect(drawing?.y).toBeLessThan(280);
    expect(lead?.y).toBeGreaterThan((drawing?.y ?? 0) + (drawing?.height ?? 0));
    // In the order in which it arrives, so that nothing is thrown down.
    const tops = await page
      .locator('.masthead .figure > :visible')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(2);
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(async () => (await boxOf('.stage'))?.width).toBeGreaterThan(600);
    const wide = await boxOf('.stage');
    expect((wide?.y ?? 0) + (wide?.height ?? 0)).toBeLessThanOrEqual(800);
  });
}

test.describe('on night blue', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const theme of THEMES) {
    test(`title and drawing stand on the same ground in both themes (${theme})`, async ({ page }) => {
      await open(page, `?theme=${theme}`);
      const night = await inks(page, '.masthead');
      expect(night.ground).not.toBe((await inks(page)).ground);
      expect(await ground(page, '.masthead')).toBe(night.ground);
      const seen = await look(await show(page, 'at-a-glance'));
      for (const name of ['hue-1', 'hue-2', 'hue-3', 'before'])
        expect(covered(seen, night[name]), name).toBeGreaterThan(20);
    });
  }

  test('a figure in a frame keeps its night ground where a transparent one is asked for', async ({ page }) => {
    await open(page, `${figureAddress('at-a-glance', 'zh')}?background=transparent`);
    const night = await inks(page, '.single');
    expect(await ground(page, '.single')).toBe(night.ground);
    expect(covered(await look(await show(page, 'at-a-glance')), night['hue-3'])).toBeGreaterThan(20);
  });
});

test.describe('motion', () => {
  /** Counts what begins to move in what opens the page. @param {Page} page */
  async function begun(page) {
    await page.addInitScript(() => {
      Object.assign(window, { begun: 0 });
      document.addEventListener('animationstart', ({ target }) => {
        if (target instanceof Element && target.closest('.masthead .stage'))
          /** @type {any} */ (window).begun += 1;
      });
    });
    return () => page.evaluate(() => /** @type {any} */ (window).begun);
  }

  test('marks light up as the page opens, once', async ({ page }) => {
    const count = await begun(page);
    await open(page);
    await show(page, 'at-a-glance');
    const once = await count();
    expect(once).toBeGreaterThan(0);
    // Far away the still drawing is back; it must not move when it is.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(page.locator('.masthead .stage.live')).toHaveCount(0);
    await show(page, 'at-a-glance');
    expect(await count()).toBe(once);
  });

  test('marks do not light up for those who want no motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const count = await begun(page);
    await open(page);
    await show(page, 'at-a-glance');
    expect(await count()).toBe(0);
  });
});
