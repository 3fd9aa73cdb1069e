/** What must hold of the published page, whatever story it tells. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FIXTURE, filesIn } from '../../scripts/build/pages.mjs';
import { assembleSingle } from '../../www/site/assemble.js';
import { objectionsInThemes } from './axe.mjs';
import { covered, inks, isSharp, look } from './canvas.mjs';
import {
  FIGURES,
  PUBLISHED,
  act,
  answers,
  atRest,
  expect,
  figureAddress,
  open,
  show,
  showAll,
  speaks,
  test,
} from './reader.mjs';
import { sideways, tableRows } from './seen.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

const { figures, locales, title } = PUBLISHED;
const [first, ...others] = locales;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/**
 * The most px that the page may have above the list of all numbers for each of its figures, by the window's width: one that is longer
 * wastes room. The list is as long as a chapter has numbers.
 */
const HEIGHT = { 390: 1300, 1280: 800 };

for (const locale of locales) {
  for (const [width, most] of Object.entries(HEIGHT)) {
    test(`every figure is painted and sharp, and nothing is too wide or too long (${locale}, ${width} px)`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width: Number(width), height: 844 });
      await open(page, `?lang=${locale}`);
      await speaks(page, locale, title);
      await expect(page.locator('figure.figure')).toHaveCount(figures.length);
      for (const id of figures) {
        const figure = await show(page, id);
        const [colors, seen] = [await inks(page, `#${id}`), await look(figure)];
        const used = Object.keys(colors).filter((name) => covered(seen, colors[name]) > 20);
        expect(used.length, `${id} is painted in ${used}`).toBeGreaterThanOrEqual(2);
        expect(await isSharp(figure), id).toBe(true);
      }
      await expect(page.locator('.fault')).toHaveCount(0);
      expect(await sideways(page)).toEqual([]);
      const height = await page.locator('#numbers').evaluate((list) => list.getBoundingClientRect().top + scrollY);
      expect(height / figures.length).toBeLessThan(most);
    });
  }

  test(`nothing moves under the reader's eyes, and axe has nothing against what is seen (${locale})`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      /** @type {number[]} */
      const shifts = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = /** @type {any} */ (entry);
          if (!hadRecentInput) shifts.push(value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open(page, locale === first ? './' : `${locale}/`);
    await showAll(page, figures);
    await page.locator('footer').scrollIntoViewIfNeeded();
    await atRest(page);
    expect(await page.evaluate(() => /** @type {any} */ (window).shifts)).toEqual([]);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await objectionsInThemes(page)).toEqual([]);
  });

  test(`each figure's own page fits a frame, and each mark says its row there (${locale})`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 360, height: 900 });
    for (const id of figures) {
      await open(page, figureAddress(id, locale));
      const figure = await show(page, id);
      expect(await sideways(page), id).toEqual([]);
      const rows = await tableRows(figure);
      const told = await figure.locator('.mark').evaluateAll((all) =>
        all.map((mark) => {
          if (!(mark instanceof HTMLElement)) throw new Error('not an element');
          mark.focus();
          const shown = mark.closest('figure')?.querySelector('.tip')?.checkVisibility({ visibilityProperty: true });
          return { fact: mark.dataset.fact ?? '', name: mark.getAttribute('aria-label'), shown };
        }),
      );
      for (const { fact, name, shown } of told) {
        expect(name, id).toContain(rows[fact]?.spoken ?? 'a row');
        expect(shown, `${id} ${fact}`).toBe(true);
      }
    }
  });
}

test('the links between the languages lead there and back', async ({ page }) => {
  await open(page, `?lang=${first}`);
  await expect(page.locator('a.language')).toHaveCount(others.length);
  for (const locale of others.length ? [...others, ...locales.slice(0, 1)] : []) {
    await page.locator('a.language').click();
    await answers(page, locale);
    await speaks(page, locale, title);
  }
});

test('a figure can be taken away as picture, drawing and numbers', async ({ page }) => {
  await open(page);
  await act(await show(page, figures.at(-1) ?? ''), 'download');
  await expect(page.getByRole('dialog').locator('.downloads a')).toHaveText(['PNG', 'SVG', 'CSV']);
});

test.describe('without JavaScript', () => {
  // Chromium then complains that the module was fetched ahead in vain.
  test.use({ javaScriptEnabled: false, faulty: true });

  for (const locale of locales) {
    test(`every figure is drawn once, and has its table (${locale})`, async ({ page }) => {
      await page.goto(locale === first ? './' : `${locale}/`);
      for (const id of figures) {
        await expect(page.locator(`#${id} svg:visible`), id).toHaveCount(1);
        await expect(page.locator(`#${id} table`), id).toHaveCount(1);
      }
    });
  }
});

test('the studio beside it makes the page of a story that draws every kind of figure', async ({
  browser,
  request,
}, info) => {
  const { assets: encoded, ...rest } = await (await request.get('studio/shell.json')).json();
  const assets = Object.entries(encoded).map(([name, content]) => ({ name, bytes: Buffer.from(content, 'base64') }));
  const written = filesIn(FIXTURE.pages).map((name) => ({ name, bytes: readFileSync(join(FIXTURE.pages, name)) }));
  const file = info.outputPath('story.html');
  writeFileSync(file, await assembleSingle({ ...rest, assets }, written));
  const reader = await browser.newPage();
  await reader.goto(pathToFileURL(file).href);
  await answers(reader);
  await showAll(reader, FIGURES);
  await expect(reader.locator('.fault')).toHaveCount(0);
  await reader.close();
});
