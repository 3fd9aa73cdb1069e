/** Where the program stops or fails in the reader's hands, the figures stand still, and it is not called again. */
import { look } from './canvas.mjs';
import { FIGURES, expect, open, show, test } from './reader.mjs';
import { ADDRESS, frames, standsStill } from './standing-still.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

test.use({ faulty: true, contextOptions: { reducedMotion: 'reduce' } });

/**
 * Makes a function of the module fail from its nth call on, and counts the calls that still reach it.
 * @param {Page} page
 * @param {string} name as the module exports it
 * @param {{ from?: number, code?: string }} [how] with a code, it throws an error as the module does; else it traps
 */
async function sabotage(page, name, how = {}) {
  await page.addInitScript(
    ({ name, from, code }) => {
      const calls = { made: 0, failed: 0 };
      Object.assign(window, { calls });
      /** @param {any} result */
      const wrap = (result) => {
        const { instance, module } = result;
        const exports = { ...instance.exports };
        const original = exports[name];
        if (!original) throw new Error(`the module has no ${name}`);
        exports[name] = (/** @type {any[]} */ ...parameters) => {
          calls.made += 1;
          if (calls.made < from) return original(...parameters);
          calls.failed += 1;
          if (code) throw Object.assign(new Error('as told'), { code });
          throw new WebAssembly.RuntimeError('unreachable');
        };
        return { instance: { exports }, module };
      };
      const { instantiate, instantiateStreaming } = WebAssembly;
      /** @type {any} */ (WebAssembly).instantiate = (/** @type {any[]} */ ...parameters) =>
        /** @type {any} */ (instantiate)(...parameters).then(wrap);
      /** @type {any} */ (WebAssembly).instantiateStreaming = (/** @type {any[]} */ ...parameters) =>
        /** @type {any} */ (instantiateStreaming)(...parameters).then(wrap);
    },
    { name, from: how.from ?? 1, code: how.code },
  );
}

/** The calls to the sabotaged function that failed. @param {Page} page */
const failed = (page) => page.evaluate(() => /** @type {any} */ (window).calls.failed);

test.describe('the program stops', () => {
  for (const [when, name, locale] of /** @type {const} */ ([
    ['when it makes a figure', 'infographic_figure', 'zh'],
    ['when it lays a figure out', 'figure_layout', 'en'],
    ['when it paints', 'figure_paintStep', 'zh'],
  ])) {
    test(`${when}: figures stand still, and it is not called again (${locale})`, async ({ page }) => {
      await sabotage(page, name);
      await page.goto(ADDRESS[locale]);
      await standsStill(page, locale, 1);
      const before = await failed(page);
      expect(before).toBe(1);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator('footer').scrollIntoViewIfNeeded();
      await frames(page);
      expect(await failed(page)).toBe(before);
      await standsStill(page, locale, 1);
    });
  }

  test('while the reader reads: all figures stand still again, with one sentence where it happened', async ({
    page,
  }) => {
    await sabotage(page, 'figure_layout', { from: 5 });
    await page.goto('./');
    await expect(page.locator('.stage.live').first()).toBeVisible();
    for (const id of FIGURES) await page.locator(`#${id} .stage`).scrollIntoViewIfNeeded();
    await standsStill(page, 'zh', 1);
    expect(await failed(page)).toBe(1);
  });

  test('under the pointer: it stops quietly and the figures stay', async ({ page }) => {
    /** @type {string[]} */
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await sabotage(page, 'figure_hit');
    await open(page);
    const figure = await show(page, 'bakery');
    const { x = 0, y = 0, width = 0 } = (await figure.locator('canvas').boundingBox()) ?? {};
    await page.mouse.move(x + width / 2, y + 20);
    await page.mouse.move(x + width / 2, y + 40);
    await standsStill(page, 'zh', 1);
    await page.mouse.move(x + width / 2, y + 60);
    await frames(page);
    expect(await failed(page)).toBe(1);
    expect(thrown).toEqual([]);
  });

  test('at a key: it stops quietly and the figures stay', async ({ page }) => {
    /** @type {string[]} */
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await sabotage(page, 'figure_step');
    await open(page);
    const figure = await show(page, 'bakery');
    await figure.locator('.mark').first().focus();
    await page.keyboard.press('ArrowRight');
    await standsStill(page, 'zh', 1);
    expect(await failed(page)).toBe(1);
    expect(thrown).toEqual([]);
  });

  test('at a choice in motion: it stops quietly and the figures stay', async ({ page }) => {
    /** @type {string[]} */
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await open(page);
    const figure = await show(page, 'shipyard');
    // From the choice on every layout traps. Other figures may still be painting, and must not meet the trap first.
    await figure
      .getByRole('radio')
      .last()
      .evaluate((radio) => {
        CanvasRenderingContext2D.prototype.measureText = () => {
          throw new WebAssembly.RuntimeError('unreachable');
        };
        CanvasRenderingContext2D.prototype.fillRect = () => {
          throw new WebAssembly.RuntimeError('unreachable');
        };
        radio.dispatchEvent(new MouseEvent('click'));
      });
    await standsStill(page, 'zh', 1);
    expect(thrown).toEqual([]);
  });

  test('and works again after the reload that the sentence offers', async ({ page }) => {
    await open(page, '#shipyard');
    await show(page, 'shipyard');
    // From here on every painting traps, until the page is another.
    await page.evaluate(() => {
      CanvasRenderingContext2D.prototype.fillRect = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
    });
    await page.setViewportSize({ width: 900, height: 720 });
    await standsStill(page, 'zh', 1);
    await page.locator('.fault').getByRole('button').click();
    await expect(page.locator('.fault')).toHaveCount(0);
    await show(page, 'shipyard');
  });

  test('and the other language can still be read', async ({ page }) => {
    await sabotage(page, 'figure_paintStep');
    await page.goto('./');
    await standsStill(page, 'zh', 1);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('#shipyard h3')).toHaveText(/boats/);
    await frames(page);
    expect(await failed(page)).toBe(1);
    for (const id of FIGURES) await expect(page.locator(`#${id} svg:visible`), id).toHaveCount(1);
  });
});

test('a fact that is missing costs its own figure only', async ({ page }) => {
  // The calls before: none, for a figure is laid out once, when it comes near; so the first figure fails alone.
  await page.addInitScript(() => {
    const { instantiateStreaming } = WebAssembly;
    /** @type {any} */ (WebAssembly).instantiateStreaming = async (/** @type {any[]} */ ...parameters) => {
      const { instance, module } = await /** @type {any} */ (instantiateStreaming)(...parameters);
      const exports = { ...instance.exports };
      let calls = 0;
      exports.figure_layout = (/** @type {any[]} */ ...rest) => {
        calls += 1;
        if (calls === 2) throw Object.assign(new Error('no such fact'), { code: 'fact' });
        return instance.exports.figure_layout(...rest);
      };
      return { instance: { exports }, module };
    };
  });
  await page.goto('./');
  for (const id of FIGURES) {
    await page.locator(`#${id} .stage`).scrollIntoViewIfNeeded();
    await expect(page.locator(`#${id} .stage.live, #${id} .fault`), id).toHaveCount(1);
  }
  await expect(page.locator('.fault')).toHaveCount(1);
  const still = page.locator('figure:has(.fault)');
  await expect(still.locator('svg:visible')).toHaveCount(1);
  const neighbour = await show(page, FIGURES.at(-1) ?? '');
  expect((await look(neighbour)).colors.length).toBeGreaterThan(0);
});
