/** Whatever fails, the reader still has figures or tables, is told in plain words, and the browser comes to rest. */
import { look } from './canvas.mjs';
import { FIGURES, answers, expect, hold, open, show, showAll, test } from './reader.mjs';
import { ADDRESS, frames, standsStill } from './standing-still.mjs';

test.use({ faulty: true, contextOptions: { reducedMotion: 'reduce' } });

test.describe('the module', () => {
  test('is broken', async ({ page }) => {
    let asked = 0;
    await page.route('**/*.wasm', (route) => {
      asked += 1;
      return route.fulfill({ contentType: 'application/wasm', body: 'not a module' });
    });
    await page.goto('en/');
    await standsStill(page, 'en', 1);
    await frames(page);
    expect(asked).toBeLessThan(4);
  });

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

  test('comes as another type of file, and works', async ({ page }) => {
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-type': 'text/plain; charset=utf-8' };
      await route.fulfill({ response, headers });
    });
    await open(page);
    await showAll(page);
    await expect(page.locator('.fault')).toHaveCount(0);
  });

  test('may not run under the host’s policy', async ({ page }) => {
    await page.route('**/story/', async (route) => {
      const response = await route.fetch();
      const policy = response.headers()['content-security-policy']?.replace(" 'wasm-unsafe-eval'", '') ?? '';
      expect(policy).toContain("script-src 'self'");
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.goto('./');
    await standsStill(page, 'zh', 1);
  });

  test('is not there, and the other language’s page can be had by its link all the same', async ({ page }) => {
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
      const late = await hold(page, files ?? '');
      // The page's own script waits for nothing, but the browser's sign that all is loaded does.
      await page.goto('./', { waitUntil: 'commit' });
      await expect.poll(late.asked).toBeGreaterThan(0);
      await standsStill(page, 'zh', 0);
      await page.locator('#shipyard .data summary').click();
      await expect(page.locator('#shipyard table')).toBeVisible();
      late.release();
      await show(page, 'shipyard');
      await expect(page.locator('.fault')).toHaveCount(0);
    });
  }
});

test('what a reader acts by does not come: figures are drawn all the same, it is said once, and tried again', async ({
  page,
}) => {
  await page.route('**/controls-*.js', (route) => route.abort(), { times: 1 });
  await page.goto('./');
  await expect(page.locator('.fault')).toHaveCount(1);
  await show(page, 'shipyard');
  await page.locator('.fault button').click();
  await answers(page);
  await expect(page.locator('.fault')).toHaveCount(0);
});

test.describe('the numbers', () => {
  for (const [what, body] of /** @type {const} */ ([
    ['are not there', undefined],
    ['are broken', Buffer.from('not a plate')],
    ['are empty', Buffer.from('')],
    ['are noise', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256))],
  ])) {
    test(what, async ({ page }) => {
      await page.route('**/plate-*.bin', (route) => route.fulfill(body ? { body } : { status: 404 }));
      await page.goto('./');
      await standsStill(page, 'zh', 1);
    });
  }

  test('are of a newer form', async ({ page }) => {
    await page.route('**/plate-*.bin', async (route) => {
      const body = await (await route.fetch()).body();
      // The mark at the front ends with the form's number.
      expect(body.subarray(0, 6).toString()).toMatch(/^plate\d$/);
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
  test('cannot draw on a canvas', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto('en/');
    await standsStill(page, 'en', FIGURES.length);
  });

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
    const figure = await show(page, 'shipyard');
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
    await show(page, 'shipyard');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('.fault')).toHaveCount(0);
    expect(thrown).toEqual([]);
  });
});
