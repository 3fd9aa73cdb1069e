/** What axe can check of accessibility; and what it cannot: large text, wide spacing, narrow windows. */
import { objections, objectionsInThemes } from './axe.mjs';
import { setTextSize } from './device.mjs';
import { LOCALES, expect, figureAddress, open, show, showAll, test } from './reader.mjs';
import { sideways, tooltip } from './seen.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Opens every table. @param {Page} page */
function unfold(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

for (const locale of LOCALES) {
  for (const width of [320, 1280]) {
    test(`axe has nothing against the page in both themes (${locale}, ${width} px)`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 740 });
      await open(page, `?lang=${locale}`);
      await showAll(page);
      await unfold(page);
      expect(await objectionsInThemes(page)).toEqual([]);
    });

    test(`axe has nothing against a figure by itself in both themes, with its details shown (${locale}, ${width} px)`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 740 });
      await open(page, figureAddress('shipyard', locale));
      const figure = await show(page, 'shipyard');
      await unfold(page);
      await figure.locator('.mark').first().focus();
      expect(await tooltip(figure)).toBeDefined();
      expect(await objectionsInThemes(page)).toEqual([]);
    });
  }
}

for (const [locale, theme] of /** @type {const} */ ([
  ['zh', 'dark'],
  ['en', 'light'],
])) {
  test.describe('dialogs', () => {
    // The strictest hosts let the site frame nothing, and the browser says so when the preview is refused.
    test.use({ faulty: true });

    test(`axe has nothing against dialogs and the menu (${locale}, ${theme})`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 740 });
      await page.emulateMedia({ colorScheme: theme });
      await open(page, figureAddress('bakery', locale));
      const figure = await show(page, 'bakery');
      await unfold(page);
      const [, share, download, embed] = await figure.locator('.actions button').all();
      // Sharing opens no dialog here: the address is copied, or shown.
      await share?.click();
      await expect(figure.locator('.actions [role=status]:not(:empty)')).toBeVisible();
      for (const button of [download, embed]) {
        await button?.click();
        const dialog = page.getByRole('dialog');
        await expect(dialog).toHaveAccessibleName(/\S/);
        expect(await sideways(page)).toEqual([]);
        expect(await objections(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        if (button) await expect(button).toBeFocused();
      }
      await expect(figure.locator('.actions .desk')).toBeVisible();
      expect(await objections(page)).toEqual([]);
    });
  });
}

test('axe has nothing against the page in forced colours and with more contrast', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', contrast: 'more', colorScheme: 'dark' });
  await open(page, figureAddress('ferries', 'zh'));
  await show(page, 'ferries');
  await unfold(page);
  expect(await objections(page)).toEqual([]);
});

/**
 * Elements whose own text sticks out of them or is cut off by them: a box that does not grow with its text.
 * @param {Page} page
 */
function cutText(page) {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => {
        if (element.closest('svg, .unseen, template, .skip, textarea, select, [hidden]')) return false;
        const own = [...element.childNodes].filter(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        if (!own.length || !element.getClientRects().length || getComputedStyle(element).display === 'inline')
          return false;
        const box = element.getBoundingClientRect();
        const scrolls = element.closest('.scroll, nav ol, .choices');
        return own.some((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          const text = range.getBoundingClientRect();
          // A font's letters may be taller than the line: those of Noto Serif CJK by a fifth of the size.
          const { lineHeight } = getComputedStyle(element);
          const tall = (range.getClientRects()[0]?.height ?? 0) - Number.parseFloat(lineHeight);
          return (
            text.height > box.height + Math.max(4, tall || 0) ||
            (!scrolls && text.right > document.documentElement.clientWidth + 1)
          );
        });
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`),
  );
}

/** The marks that stick out of their drawing. @param {Page} page */
function cutMarks(page) {
  return page.locator('.mark').evaluateAll((marks) =>
    marks
      .filter((mark) => {
        const [box, stage] = [mark.getBoundingClientRect(), mark.closest('.stage')?.getBoundingClientRect()];
        return !stage || box.left < stage.left - 1 || box.right > stage.right + 1 || box.bottom > stage.bottom + 1;
      })
      .map((mark) => `${mark.closest('figure')?.id}: ${mark.getAttribute('aria-label')}`),
  );
}

for (const locale of LOCALES) {
  test(`text of 200 % fits a window of 320 px (${locale})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await setTextSize(page, 32);
    await open(page, `?lang=${locale}`);
    await showAll(page);
    await unfold(page);
    expect(await sideways(page)).toEqual([]);
    expect(await cutText(page)).toEqual([]);
    expect(await cutMarks(page)).toEqual([]);
  });

  test(`the reader’s own spacing cuts no text (${locale})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await open(page, `?lang=${locale}`);
    await showAll(page);
    await unfold(page);
    // The values of WCAG 1.4.12.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
          'p { margin-bottom: 2em !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    expect(await sideways(page)).toEqual([]);
    expect(await cutText(page)).toEqual([]);
  });
}

test('details stay inside a narrow window with large text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await setTextSize(page, 32);
  await open(page);
  for (const id of ['at-a-glance', 'goods', 'days']) {
    const figure = await show(page, id);
    for (const button of await figure.locator('.mark').all()) {
      await button.focus();
      expect((await tooltip(figure))?.fits, id).toBe(true);
    }
    expect(await sideways(page)).toEqual([]);
  }
});
