/** Colours that are not ours to choose: paper, browsers and extensions that darken pages, readers without our stylesheet. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expectPainted } from './canvas.mjs';
import { FIGURES, expect, hold, open, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/**
 * How well each text of the drawings in sight stands out from the drawing's own ground, as a ratio of luminances; the least of
 * each figure. A drawing without a ground of its own has none that is known.
 * @param {Page} page
 */
function contrasts(page) {
  return page.locator('.stage svg:visible').evaluateAll((drawings) => {
    /** @param {string} color */
    const luminance = (color) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      if (!context) throw new Error('no context');
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const fill = (/** @type {Element} */ element) => luminance(getComputedStyle(element).fill);
    return drawings.map((drawing) => {
      const { width, height } = drawing.getBoundingClientRect();
      const rect = drawing.querySelector('rect');
      if (!rect || width < 100 || height < 20) return [drawing.closest('figure')?.id, 0];
      const around = fill(rect);
      const ratios = [...drawing.querySelectorAll('text')].map((text) => {
        const [dark = 0, light = 0] = [fill(text), around].sort((one, other) => one - other);
        // What stands on a mark stands out from the mark.
        return text.classList.contains('f-on-mark') ? Infinity : (light + 0.05) / (dark + 0.05);
      });
      return [drawing.closest('figure')?.id, Math.min(...ratios)];
    });
  });
}

/** Each figure has one drawing in sight, and all its texts can be read. @param {Page} page */
async function areLegible(page) {
  const found = await contrasts(page);
  expect(found.map(([id]) => id)).toEqual(FIGURES);
  expect(found.filter(([, ratio]) => Number(ratio) < 4.5)).toEqual([]);
}

test.describe('on paper', () => {
  for (const address of ['?theme=dark', '?theme=light', 'figure/goods-grown.en.html?theme=dark']) {
    test(`inks are dark and nothing is to be pressed: ${address}`, async ({ page }) => {
      await open(page, address);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const found = await contrasts(page);
      expect(found.map(([id]) => id)).toEqual(address.startsWith('?') ? FIGURES : ['goods-grown']);
      expect(found.filter(([, ratio]) => Number(ratio) < 4.5)).toEqual([]);
      const grounds = await page
        .locator('.stage svg:visible > rect:first-child')
        .evaluateAll((rects) => [...new Set(rects.map((rect) => getComputedStyle(rect).fill))]);
      expect(grounds).toEqual(['rgb(255, 255, 255)']);
      for (const control of [
        'button',
        'select',
        'input',
        'figcaption summary',
        'a.language',
        'nav',
        'a.whole',
        '.skip',
      ])
        await expect(page.locator(`${control}:visible`), control).toHaveCount(0);
      const inks = await page
        .locator('h1:visible, h2:visible, h3:visible, p:visible, td:visible')
        .evaluateAll((texts) => [...new Set(texts.map((text) => getComputedStyle(text).color))]);
      for (const ink of inks) for (const part of ink.match(/\d+/g) ?? []) expect(Number(part), ink).toBeLessThan(0xa0);
    });
  }

  test('the page is as it was afterwards', async ({ page }) => {
    await open(page, '?theme=dark');
    const ground = () =>
      page.locator('body').evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const before = await ground();
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).not.toBe(before);
    await page.emulateMedia({ media: null });
    expect(await ground()).toBe(before);
  });
});

test.describe('darkened by others', () => {
  test.use({ bypassCSP: true, faulty: true });

  test('by Dark Reader, every drawing is legible on its own ground', async ({ page }) => {
    const script = readFileSync(createRequire(import.meta.url).resolve('darkreader/darkreader.js'), 'utf8');
    await page.route('**/*.wasm', () => {});
    await page.goto('?theme=light');
    await page.evaluate(script);
    await page.evaluate(() => {
      /** @type {any} */ (window).DarkReader.enable({ brightness: 100, contrast: 100 });
    });
    await expect(page.locator('html')).toHaveAttribute('data-darkreader-scheme', 'dark');
    await expect
      .poll(() => page.locator('h1').evaluate((title) => getComputedStyle(title).color))
      .toMatch(/rgb\((1[6-9]\d|2\d\d)/);
    await expect(() => areLegible(page)).toPass();
  });
});

test('in Chrome’s automatic dark theme a drawing keeps the ground that its inks are for', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setAutoDarkModeOverride', { enabled: true });
  await page.route('**/*.wasm', () => {});
  await page.goto('figure/goods-grown.en.html?theme=light');
  const pixels = async (/** @type {string} */ selector) => {
    const picture = await page.locator(selector).first().screenshot();
    return page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data: parts = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
      const greens = [...parts].filter((_, index) => index % 4 === 1).sort((one, other) => one - other);
      // Most of what is seen is ground.
      return {
        darkest: greens[0] ?? 0,
        ground: greens[Math.floor(greens.length / 2)] ?? 0,
        lightest: greens.at(-1) ?? 0,
      };
    }, picture.toString('base64'));
  };
  const around = await pixels('h1');
  expect(around.lightest - around.ground, 'the page is darkened').toBeGreaterThan(150);
  const drawing = await pixels('.stage svg:visible');
  expect(drawing.ground - drawing.darkest, 'the drawing is not').toBeGreaterThan(150);
});

test('a host whose ground is to be seen sees it', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.goto('figure/goods-grown.en.html?theme=dark&background=transparent');
  await expect(page.locator('html')).toHaveAttribute('data-background', 'transparent');
  const ground = page.locator('.stage svg:visible > rect:first-child');
  await expect(ground).toHaveCSS('fill', 'none');
});

test('a figure waits for a stylesheet that comes late', async ({ page }) => {
  const styles = await hold(page, '**/*.css');
  const module = page.waitForResponse('**/*.wasm');
  await page.goto('figure/goods-grown.en.html?theme=light', { waitUntil: 'commit' });
  await (await module).finished();
  // Far more tasks than it takes to draw the figure.
  await page.evaluate(async () => {
    for (let task = 0; task < 100; task++) await new Promise((next) => setTimeout(next));
  });
  styles.release();
  await expectPainted(page, 'goods-grown');
});

test.describe('without our stylesheet', () => {
  test.use({ javaScriptEnabled: false, faulty: true });

  for (const [what, address] of [
    ['which did not come', './'],
    ['which did not come, in English', 'en/'],
    ['in a view that keeps neither styles nor classes', 'en/?bare'],
  ]) {
    test(`${what}, each figure is drawn once, in its own colours`, async ({ page }) => {
      await page.route('**/*.css', (route) => route.abort());
      await page.route('**/?bare', async (route) => {
        const response = await route.fetch({ url: route.request().url().replace('?bare', '') });
        const body = (await response.text())
          .replace(/ (class|style)="[^"]*"/g, '')
          .replace(/<link rel="stylesheet"[^>]*>/, '');
        await route.fulfill({
          response,
          body: body
            .replace(/<figure /g, '<figure class="figure" ')
            .replace(/<div>(?=<span hidden><svg)/g, '<div class="stage">'),
        });
      });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(address ?? '');
      await areLegible(page);
      // Nor is any of them wider than the window.
      for (const drawing of await page.locator('.stage svg:visible').all())
        expect((await drawing.boundingBox())?.width).toBeLessThanOrEqual(390);
      const blots = await page
        .locator('.stage svg:visible path, .stage svg:visible circle')
        .evaluateAll((shapes) => shapes.filter((shape) => getComputedStyle(shape).fill === 'rgb(0, 0, 0)').length);
      expect(blots).toBe(0);
    });
  }
});
