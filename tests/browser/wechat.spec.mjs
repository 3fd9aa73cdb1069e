/**
 * Articles inside a messenger: what is pasted there lives without script, after its editor's server has taken away what it takes. How
 * phones show it is not known from here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIXTURE } from '../../scripts/build/pages.mjs';
import { serve } from '../../scripts/serve/server.mjs';
import * as article from './article.mjs';
import { FIGURES, LOCALES, THEMES, act, expect, open, show, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const fragment = (/** @type {string} */ name) => readFileSync(join(FIXTURE.site, `wechat/${name}.html`), 'utf8');

test.describe('in the article', () => {
  // Another site than the one that the fragments come from.
  test.use({ faulty: true, viewport: { width: 375, height: 800 } });

  /** @type {{ url: string, close: () => Promise<void> }} */
  let server;
  test.beforeAll(async () => {
    server = await serve({ root: folder('../..'), port: 0 });
  });
  test.afterAll(() => server.close());

  /** @param {Page} page @param {string} name @param {string} [as] @param {string} [theme] */
  async function read(page, name, as = 'cleaned', theme = 'light') {
    await page.goto(`${server.url}tests/browser/article.html?fragment=${name}&as=${as}&theme=${theme}`);
    await page.waitForFunction(article.ready);
  }

  /** @param {Page} page @param {number} place of what answers */
  async function click(page, place) {
    const spot = await page.evaluate(article.spot, place);
    if (!spot) throw new Error(`${place} is nowhere to be tapped`);
    await page.mouse.click(spot.x, spot.y);
  }

  for (const locale of LOCALES) {
    test(`${locale}: the cleaning takes nothing that is seen`, async ({ page }) => {
      const looks = [];
      for (const as of ['source', 'cleaned', 'lowered']) {
        await read(page, `index.${locale}`, as);
        looks.push(await page.screenshot({ fullPage: true }));
      }
      for (const look of looks) expect(look.equals(looks[0] ?? Buffer.of())).toBe(true);
    });

    test(`${locale}: a tap on each mark tells its row for five seconds, and so does a second one`, async ({ page }) => {
      test.slow();
      await read(page, `index.${locale}`);
      const all = (await page.evaluate(article.seenAfter, 1)).length;
      expect(all).toBeGreaterThan(40);
      for (const place of [...Array(all).keys(), 0, all - 1]) {
        await click(page, place);
        const seen = await page.evaluate(article.seenAfter, 3.9);
        expect(seen[place], `mark ${place}`).toBeGreaterThan(0);
        expect(seen.filter((opacity) => opacity > 0)).toHaveLength(1);
        expect((await page.evaluate(article.seenAfter, 2))[place]).toBe(0);
      }
    });

    test(`${locale}: a change is played from before to now, and ends at now`, async ({ page }) => {
      await read(page, `ferries.${locale}`);
      const drawing = page.locator('svg').first();
      await page.evaluate(article.seenAfter, 1);
      const now = await drawing.screenshot();
      for (let tap = 0; tap < 2; tap += 1) {
        await click(page, 0);
        expect((await page.evaluate(article.seenAfter, 0.1))[0]).toBe(1);
        expect((await drawing.screenshot()).equals(now)).toBe(false);
        await page.evaluate(article.seenAfter, 4);
        expect((await drawing.screenshot()).equals(now)).toBe(true);
      }
    });

    test(`${locale}: dark or light, drawings are the same, and texts have the article's colour`, async ({ page }) => {
      const looks = [];
      for (const theme of THEMES) {
        await read(page, `index.${locale}`, 'cleaned', theme);
        const drawing = page.locator('svg').nth(1);
        // Its edges lie between two pixels.
        const box = await drawing.boundingBox();
        const [x, y] = [Math.ceil(box?.x ?? 0), Math.ceil(box?.y ?? 0)];
        const height = Math.floor(box?.height ?? 0) - 1;
        looks.push(await page.screenshot({ fullPage: true, clip: { x, y, width: 342, height } }));
        const colors = await page.evaluate(() => {
          const colorOf = (/** @type {Element} */ element) => getComputedStyle(element).color;
          const texts = [...document.querySelectorAll('section, p, h2, h3, strong')];
          return [...new Set([document.body, ...texts].map(colorOf))];
        });
        expect(colors).toHaveLength(1);
      }
      expect(looks[0]?.equals(looks[1] ?? Buffer.of())).toBe(true);
    });

    test(`${locale}: with texts twice as large nothing is cut or covered`, async ({ page }) => {
      await read(page, `index.${locale}`);
      const broken = await page.evaluate(() => {
        const blocks = [...document.querySelectorAll('section > *')];
        for (const block of blocks) {
          if (block instanceof HTMLElement)
            block.style.fontSize = `${2 * parseFloat(getComputedStyle(block).fontSize)}px`;
        }
        const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
        const cut = blocks.filter((block, at) => {
          const next = blocks[at + 1]?.getBoundingClientRect();
          const hidden = block instanceof HTMLElement && block.scrollHeight > block.clientHeight + 1;
          return hidden || (next && next.top < block.getBoundingClientRect().bottom - 1);
        });
        return [...wide, ...cut.map((block) => block.textContent)];
      });
      expect(broken).toEqual([]);
    });

    test(`${locale}: each drawing has its title in words beside it`, async ({ page }) => {
      await read(page, `index.${locale}`, 'source');
      const titles = await page.locator('svg > title').allTextContents();
      expect(titles).toHaveLength(await page.locator('svg').count());
      await read(page, `index.${locale}`);
      await expect(page.locator('svg title')).toHaveCount(0);
      const text = await page.locator('section').innerText();
      // What opens the story stands under the story's own title.
      for (const title of titles.slice(1)) expect(text).toContain(title);
    });
  }
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  /** @param {Page} page */
  async function openCopying(page) {
    await open(page, 'en/');
    const figure = await show(page, 'shipyard');
    await act(figure, 'wechat');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** What an editor would get. @param {Page} page */
  const pasted = (page) =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text() ?? '';
    });

  test.describe('as markup', () => {
    // Chromium reads what it is given as a part of the page, whose policy it tells to forbid styles; it gives them away all the same.
    test.use({ faulty: true });

    test('a figure is copied whole, and so is the story', async ({ page }) => {
      const dialog = await openCopying(page);
      for (const name of ['shipyard', 'index']) {
        await dialog.getByRole('combobox').selectOption(name);
        await expect(dialog.locator('.articles > .dark svg')).toHaveCount(name === 'index' ? FIGURES.length : 1);
        await dialog.getByRole('button', { name: 'Copy' }).click();
        await expect(dialog.getByRole('status')).toHaveText('Copied');
        const [copied, written] = [await pasted(page), fragment(`${name}.en`)];
        for (const part of [
          /<animate [^>]*begin="click"/g,
          / style="/g,
          / viewBox="/g,
          /<p/g,
          / pointer-events="none"/g,
        ])
          expect(copied.match(part)?.length, `${part}`).toBe(written.match(part)?.length);
      }
    });
  });

  test('the whole story is offered beside its picture', async ({ page }) => {
    await open(page, './?lang=zh');
    await page.locator('p.picture a').first().click();
    await page.getByRole('dialog').getByRole('button', { name: '用于公众号图文' }).click();
    const dialog = page.getByRole('dialog', { name: '用于公众号图文' });
    await expect(dialog.locator('.articles > .light svg')).toHaveCount(FIGURES.length);
    await expect(dialog.getByRole('option')).toHaveText(['整篇']);
  });

  test('the preview is what the cleaning leaves, light and dark, and answers to a tap', async ({ page }) => {
    const dialog = await openCopying(page);
    await expect(dialog).toContainText('send a preview to a phone');
    const [light, dark] = [dialog.locator('.articles > .light'), dialog.locator('.articles > .dark')];
    const ground = (/** @type {Element} */ column) => getComputedStyle(column).backgroundColor;
    expect(await light.evaluate(ground)).not.toBe(await dark.evaluate(ground));
    await expect(light.locator('title')).toHaveCount(0);
    await expect(light.locator('svg')).toHaveCSS('display', 'block');
    await expect(light.locator('h3')).toHaveCSS('font-size', '18px');
    const details = light.locator('g:has(> animate)').first();
    await details.locator('> rect').click();
    await expect(details).toHaveCSS('opacity', '1');
  });

  test('where the browser copies no markup its source is there to be copied', async ({ page }) => {
    await page.addInitScript(() => Object.assign(globalThis, { ClipboardItem: undefined }));
    const dialog = await openCopying(page);
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(dialog.getByRole('textbox')).toHaveValue(fragment('shipyard.en').replace('\ufeff', ''));
  });
});
