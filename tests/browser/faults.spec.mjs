/** Whatever fails, the reader still has figures or tables, is told in plain words, and the browser comes to rest. */
import { FIGURES, LOCALES, expect, look, open, show, showAll, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */
/** @typedef {import('./reader.mjs').Locale} Locale */

test.use({ faulty: true, contextOptions: { reducedMotion: 'reduce' } });

const ADDRESS = { zh: './', en: 'en/' };

/**
 * The page is whole without its program: every figure as a still drawing with its table, and so many sentences about what
 * is wrong, in the reader's language.
 * @param {Page} page
 * @param {Locale} locale
 * @param {number} sentences
 */
async function standsStill(page, locale, sentences) {
  const faults = page.locator('.fault');
  await expect(faults).toHaveCount(sentences);
  for (const sentence of await faults.all()) {
    await expect(sentence).toBeVisible();
    await expect(sentence).toHaveRole('status');
    const text = (await sentence.textContent()) ?? '';
    if (locale === 'zh') expect(text).toMatch(/^[一-鿿].*。$/);
    else expect(text).toMatch(/^[A-Z][^一-鿿]*\.$/);
  }
  for (const id of FIGURES) {
    await expect(page.locator(`#${id} svg:visible`), id).toHaveCount(1);
    await expect(page.locator(`#${id} canvas`), id).toHaveCount(0);
    await expect(page.locator(`#${id} table`), id).toHaveCount(1);
  }
}

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

/** Lets the browser draw some frames, in which a loop would go on. @param {Page} page */
async function frames(page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) await new Promise((next) => requestAnimationFrame(next));
  });
}

test.describe('the module', () => {
  for (const locale of LOCALES) {
    test(`is not there (${locale})`, async ({ page }) => {
      await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
      await page.goto(ADDRESS[locale]);
      await standsStill(page, locale, 1);
    });

    test(`is broken (${locale})`, async ({ page }) => {
      let asked = 0;
      await page.route('**/*.wasm', (route) => {
        asked += 1;
        return route.fulfill({ contentType: 'application/wasm', body: 'not a module' });
      });
      await page.goto(ADDRESS[locale]);
      await standsStill(page, locale, 1);
      await frames(page);
      expect(asked).toBeLessThan(4);
    });
  }

  test('is cut off on its way', async ({ page }) => {
    await page.route('**/*.wasm', async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ contentType: 'application/wasm', body: body.subarray(0, body.length / 2) });
    });
    await page.goto('./');
    await standsStill(page, 'zh', 1);
  });

  test('is refused by the network', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto('./');
    await standsStill(page, 'zh', 1);
  });

  for (const type of ['application/octet-stream', 'text/plain; charset=utf-8']) {
    test(`comes as ${type}, and works`, async ({ page }) => {
      await page.route('**/*.wasm', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-type': type } });
      });
      await open(page);
      await showAll(page);
      await expect(page.locator('.fault')).toHaveCount(0);
    });
  }

  test('may not run under the host’s policy', async ({ page }) => {
    await page.route('**/banan/', async (route) => {
      const response = await route.fetch();
      const policy = response.headers()['content-security-policy']?.replace(" 'wasm-unsafe-eval'", '') ?? '';
      expect(policy).toContain("script-src 'self'");
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.goto('./');
    await standsStill(page, 'zh', 1);
  });

  test('fails, and the other language’s page can be had by its link all the same', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto('./');
    await standsStill(page, 'zh', 1);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await standsStill(page, 'en', 1);
  });

  test('fails for a reader of another language, who is told in that language', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto('?lang=en');
    await expect(page.locator('.fault')).toHaveText(/^[A-Z][^一-鿿]*\.$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await standsStill(page, 'en', 1);
  });
});

test.describe('what comes late', () => {
  for (const [what, files] of [
    ['the module', '**/*.wasm'],
    ['the numbers', '**/plate-*.bin'],
    ['the script', '**/main-*.js'],
  ]) {
    test(`${what}: until then figures stand still and nothing is amiss, then they answer`, async ({ page }) => {
      /** @type {() => void} */
      let release = () => {};
      const released = new Promise((done) => (release = () => done(undefined)));
      let held = 0;
      await page.route(files ?? '', async (route) => {
        held += 1;
        await released;
        await route.continue();
      });
      // The page's own script waits for nothing, but the browser's sign that all is loaded does.
      await page.goto('./', { waitUntil: 'commit' });
      await expect.poll(() => held).toBeGreaterThan(0);
      await standsStill(page, 'zh', 0);
      await page.locator('#pipeline .data summary').click();
      await expect(page.locator('#pipeline table')).toBeVisible();
      release();
      await show(page, 'pipeline');
      await expect(page.locator('.fault')).toHaveCount(0);
    });
  }
});

test.describe('the numbers', () => {
  for (const [what, body] of /** @type {const} */ ([
    ['are not there', undefined],
    ['are broken', Buffer.from('not a plate')],
    ['are empty', Buffer.from('')],
    ['are noise', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256))],
  ])) {
    for (const locale of LOCALES) {
      test(`${what} (${locale})`, async ({ page }) => {
        await page.route('**/plate-*.bin', (route) => route.fulfill(body ? { body } : { status: 404 }));
        await page.goto(ADDRESS[locale]);
        await standsStill(page, locale, 1);
      });
    }
  }

  test('are of a newer form', async ({ page }) => {
    await page.route('**/plate-*.bin', async (route) => {
      const body = await (await route.fetch()).body();
      // The mark at the front ends with the form's number.
      expect(body.subarray(0, 6).toString()).toMatch(/^plate[1-8]$/);
      body.writeUInt8(body.readUInt8(5) + 1, 5);
      await route.fulfill({ body });
    });
    await page.goto('./');
    await standsStill(page, 'zh', 1);
  });

  test('are cut off on their way', async ({ page }) => {
    await page.route('**/plate-*.bin', async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ body: body.subarray(0, body.length - 100) });
    });
    await page.goto('./');
    await standsStill(page, 'zh', 1);
  });
});

test.describe('the browser', () => {
  for (const locale of LOCALES) {
    test(`cannot draw on a canvas (${locale})`, async ({ page }) => {
      await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await page.goto(ADDRESS[locale]);
      await standsStill(page, locale, FIGURES.length);
    });
  }

  for (const [name, locale] of /** @type {const} */ ([
    ['instantiate', 'en'],
    ['instantiateStreaming', 'zh'],
  ])) {
    test(`has no memory for the module (${name})`, async ({ page }) => {
      await page.addInitScript((name) => {
        if (name === 'instantiate') Reflect.deleteProperty(WebAssembly, 'instantiateStreaming');
        /** @type {any} */ (WebAssembly)[name] = () =>
          Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory'));
      }, name);
      await page.goto(ADDRESS[locale]);
      await standsStill(page, locale, 1);
    });
  }

  test('takes what was drawn away: still drawings until it can draw again', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'pipeline');
    const before = (await look(figure)).hash;
    // As Chromium does it when the graphics process ends.
    const canvas = await figure.locator('canvas').elementHandle();
    await canvas?.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
      canvas.getContext('2d')?.reset();
      CanvasRenderingContext2D.prototype.isContextLost = () => true;
      canvas.dispatchEvent(new Event('contextlost'));
    });
    await expect(figure.locator('svg:visible')).toHaveCount(1);
    await expect(figure.locator('canvas')).toHaveCount(0);
    // Nothing that asks for a new drawing may bring the empty canvas back.
    await page.setViewportSize({ width: 800, height: 720 });
    await frames(page);
    await page.setViewportSize({ width: 1280, height: 720 });
    await frames(page);
    await expect(figure.locator('svg:visible')).toHaveCount(1);
    await canvas?.evaluate((canvas) => {
      CanvasRenderingContext2D.prototype.isContextLost = () => false;
      canvas.dispatchEvent(new Event('contextrestored'));
    });
    await expect(figure.locator('.stage.live canvas')).toBeVisible();
    await expect.poll(async () => (await look(figure)).hash).toBe(before);
    await expect(page.locator('.fault')).toHaveCount(0);
  });

  test('keeps nothing, and language and theme can be chosen all the same', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    /** @type {string[]} */
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await open(page);
    await page.locator('#tools').getByRole('combobox').selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await show(page, 'pipeline');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('.fault')).toHaveCount(0);
    expect(thrown).toEqual([]);
  });
});

test.describe('the program stops', () => {
  for (const [when, name] of [
    ['when it makes a figure', 'infographic_figure'],
    ['when it lays a figure out', 'figure_layout'],
    ['when it paints', 'figure_paint'],
  ]) {
    for (const locale of LOCALES) {
      test(`${when}: figures stand still, and it is not called again (${locale})`, async ({ page }) => {
        await sabotage(page, name ?? '');
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
  }

  test('while the reader reads: all figures stand still again, with one sentence where it happened', async ({
    page,
  }) => {
    await sabotage(page, 'figure_paint', { from: 10 });
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
    const figure = await show(page, 'capacity');
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
    const figure = await show(page, 'capacity');
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
    const figure = await show(page, 'pipeline');
    // From here on every layout traps.
    await page.evaluate(() => {
      CanvasRenderingContext2D.prototype.measureText = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
      CanvasRenderingContext2D.prototype.clearRect = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
    });
    await figure.getByRole('radio').last().dispatchEvent('click');
    await standsStill(page, 'zh', 1);
    expect(thrown).toEqual([]);
  });

  test('and works again after the reload that the sentence offers', async ({ page }) => {
    await open(page, '#pipeline');
    await show(page, 'pipeline');
    // From here on every painting traps, until the page is another.
    await page.evaluate(() => {
      CanvasRenderingContext2D.prototype.clearRect = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
    });
    await page.setViewportSize({ width: 900, height: 720 });
    await standsStill(page, 'zh', 1);
    await page.locator('.fault').getByRole('button').click();
    await expect(page.locator('.fault')).toHaveCount(0);
    await show(page, 'pipeline');
  });

  test('and the other language can still be read', async ({ page }) => {
    await sabotage(page, 'figure_paint');
    await page.goto('./');
    await standsStill(page, 'zh', 1);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('#pipeline h3')).toHaveText(/drugs/i);
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
