/**
 * Newsrooms' pages with one of our figures in a frame: the resizing scripts that they run, from npm where they are there,
 * else as their sources have it. Host and frame are on different sites, as in the world.
 */
import { expect, test } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve/server.mjs';
import { FIGURES, LOCALES, TAGS } from './reader.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Page | import('@playwright/test').FrameLocator} Host where a host's page is: in the window, or itself in a frame */

/** A host page in hosts/, and the least and the most px that it gives a frame. */
const HOSTS = [
  { name: 'pym' },
  { name: 'iframe-resizer' },
  { name: 'newswire-frames' },
  { name: 'sidechain' },
  { name: 'open-iframe-resizer' },
  { name: 'amp' },
  { name: 'datawrapper' },
  { name: 'iframe-resize' },
  { name: 'guardian' },
  { name: 'wordpress', most: 1000 },
  { name: 'embed' },
];

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @type {{ url: string, close: () => Promise<void> }[]} */
let servers = [];
/** @type {string} */
let hosts;
/** @type {string} */
let site;
/** @type {string[]} what has been asked of the site, in the order of asking */
const asked = [];

test.beforeEach(({}, { project }) => {
  test.skip(project.name !== 'dist', 'only the published site has pages to frame');
});

test.beforeAll(async () => {
  servers = [
    await serve({ root: folder('../..'), port: 0 }),
    await serve({ root: folder('../../dist'), port: 0, base: '/banan/', csp: true, heard: (url) => asked.push(url) }),
  ];
  hosts = `${servers[0]?.url}tests/browser/hosts/`;
  // Another site than 127.0.0.1, though the same machine.
  site = `${servers[1]?.url}`.replace('127.0.0.1', 'localhost');
});

test.afterAll(async () => {
  for (const server of servers) await server.close();
});

/**
 * What the browser complains of, in the host or in its frames. A snippet allows sharing also where the machine has none.
 * @param {Page} page
 */
function complaints(page) {
  /** @type {string[]} */
  const heard = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.text() !== "Unrecognized feature: 'web-share'.")
      heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}

/**
 * Opens a host page with a figure in its frame.
 * @param {Page} page
 * @param {string} host its name, with a fragment where it is in another state than the usual: see hosts/column.js
 * @param {...string} children addresses below the site
 */
async function openHost(page, host, ...children) {
  const [name, state = ''] = host.split('#');
  const query = new URLSearchParams(children.map((child) => ['child', `${site}${child}`]));
  await page.goto(`${hosts}${name}.html?${query}#${state}`);
  await expect(page.locator('iframe').first()).toBeAttached();
}

/** The frame of a host page, once its figure answers. @param {Host} page @param {'zh' | 'en'} [locale] */
async function child(page, locale = 'zh') {
  const element = page.locator('iframe');
  const frame = element.contentFrame();
  await expect(frame.locator('html')).toHaveAttribute('lang', TAGS[locale]);
  await expect(frame.locator('.actions')).toBeAttached();
  await expect(frame.locator('.stage.live canvas')).toBeAttached();
  return frame;
}

/**
 * How tall the frame is, and its content, and how far the content can be scrolled.
 * @param {Host} page
 * @param {number} [index]
 */
async function heights(page, index = 0) {
  const element = page.locator('iframe').nth(index);
  const frame = await element.evaluate((iframe) => iframe.clientHeight);
  return element
    .contentFrame()
    .locator('html')
    .evaluate(
      (root, frame) => ({
        frame,
        content: Math.ceil(root.getBoundingClientRect().height),
        down: root.scrollHeight - innerHeight,
        across: root.scrollWidth - innerWidth,
      }),
      frame,
    );
}

/**
 * The frame is as tall as its content, within a pixel, and nothing can be scrolled in it.
 * @param {Host} page
 * @param {{ most?: number, index?: number }} [options]
 * @returns {Promise<number>} the height
 */
async function fits(page, { most = Infinity, index = 0 } = {}) {
  let seen = await heights(page, index);
  await expect(async () => {
    seen = await heights(page, index);
    const wanted = Math.min(most, seen.content);
    expect(Math.abs(seen.frame - wanted), JSON.stringify(seen)).toBeLessThanOrEqual(1);
    expect(seen.across, JSON.stringify(seen)).toBeLessThanOrEqual(0);
    if (seen.content <= most) expect(seen.down, JSON.stringify(seen)).toBeLessThanOrEqual(0);
  }).toPass({ timeout: 10_000 });
  return seen.frame;
}

/** Makes the host's column another width. @param {Page} page @param {number} width */
const setColumn = (page, width) =>
  page.locator('#column').evaluate((column, width) => (column.style.width = `${width}px`), width);

for (const { name, most } of HOSTS) {
  test(`${name}: the frame is as tall as the figure, whatever happens`, async ({ page }) => {
    const heard = complaints(page);
    await openHost(page, name, 'figure/growth.zh.html');
    const frame = await child(page);
    const wide = await fits(page, { most });

    await setColumn(page, 340);
    await expect.poll(() => heights(page).then(({ frame }) => frame)).not.toBe(wide);
    const narrow = await fits(page, { most });

    await frame.locator('summary').click();
    const opened = await fits(page, { most });
    expect(opened).toBeGreaterThan(narrow);
    await frame.locator('summary').click();
    expect(await fits(page, { most })).toBe(narrow);

    await frame.locator('.choices label').last().click();
    await fits(page, { most });

    await page.locator('iframe').evaluate((/** @type {HTMLIFrameElement} */ iframe) => {
      iframe.src = iframe.src.replace('.zh.html', '.en.html');
    });
    await child(page, 'en');
    await fits(page, { most });
    expect(heard).toEqual([]);
  });
}

test('the language of a framed page can be switched in it', async ({ page }) => {
  const heard = complaints(page);
  await openHost(page, 'datawrapper', '?lang=zh#amp=1');
  const frame = page.locator('iframe').contentFrame();
  await expect(frame.locator('figure.figure').last().locator('.actions')).toBeAttached();
  const before = await fits(page);
  await frame.locator('a.language').click();
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => heights(page).then(({ frame }) => frame)).not.toBe(before);
  await fits(page);
  expect(heard).toEqual([]);
});

test('a frame that nobody resizes keeps its height and scrolls', async ({ page }) => {
  const heard = complaints(page);
  await openHost(page, 'plain', 'figure/growth.zh.html');
  const frame = await child(page);
  const { frame: height, content } = await heights(page);
  expect([height, content > height]).toEqual([300, true]);
  const link = frame.locator('a.whole');
  await link.scrollIntoViewIfNeeded();
  await expect(link).toBeInViewport();
  expect(heard).toEqual([]);
});

test('a figure in a frame names its source, and leads to the whole in a window of its own', async ({
  page,
  context,
}) => {
  for (const locale of LOCALES) {
    await openHost(page, 'plain', `figure/growth.${locale}.html`);
    const frame = await child(page, locale);
    await expect(frame.locator('figcaption')).toContainText(/重庆日报|Chongqing Daily/);
    await expect(frame.locator('a.whole')).toHaveAttribute('rel', 'noopener');
    const [whole] = await Promise.all([context.waitForEvent('page'), frame.locator('a.whole').click()]);
    await expect(whole.locator('html')).toHaveAttribute('lang', TAGS[locale]);
    await expect(whole.locator('nav.chapters')).toBeVisible();
    await expect(whole.locator('figure#growth')).toBeInViewport();
    await whole.close();
  }
});

test('what hosts put into the address stays there and harms nothing', async ({ page }) => {
  const heard = complaints(page);
  for (const extra of [
    '#amp=1',
    '#?secret=abcdefghij',
    '#%E0%A4%A',
    '?initialWidth=640&childId=figure-1&parentTitle=%3Cb%3E&parentUrl=https%3A%2F%2Fexample.org%2F%3Fa%3D1#amp=1',
    '?figure=no-such&theme=purple&background=none',
  ]) {
    const address = `figure/growth.zh.html${extra}`;
    await openHost(page, 'datawrapper', address);
    const frame = await child(page);
    await fits(page);
    expect(await frame.locator('html').evaluate(() => location.href)).toBe(`${site}${address}`);
  }
  // The whole page follows the reader in its address only where the address is the reader's.
  await openHost(page, 'plain', '?lang=zh#amp=1');
  const frame = page.locator('iframe').contentFrame();
  await expect(frame.locator('figure.figure').last().locator('.actions')).toBeAttached();
  for (const id of FIGURES.slice(0, 3)) await frame.locator(`figure#${id}`).scrollIntoViewIfNeeded();
  expect(await frame.locator('html').evaluate(() => location.href)).toBe(`${site}?lang=zh#amp=1`);
  expect(heard).toEqual([]);
});

test('one figure of the whole page can be asked for by its address', async ({ page }) => {
  const heard = complaints(page);
  await openHost(page, 'datawrapper', '?figure=growth&lang=en&theme=dark&background=transparent#amp=1');
  const frame = await child(page, 'en');
  await fits(page);
  expect(await frame.locator('figure.figure').count()).toBe(1);
  await expect(frame.locator('a.whole')).toHaveAttribute('href', '/banan/?lang=en#growth');
  expect(heard).toEqual([]);
});

test('a transparent figure shows the ground of a host of its colour scheme', async ({ page }) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    await openHost(page, 'datawrapper', `figure/growth.zh.html?theme=${scheme}&background=transparent`);
    await page.locator('iframe').evaluate((iframe, scheme) => {
      iframe.style.colorScheme = scheme;
      document.body.style.background = '#7f3f1f';
    }, scheme);
    await child(page);
    await fits(page);
    const picture = await page.locator('iframe').screenshot();
    const pixel = await page.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(2, 2, 1, 1).data ?? [])];
    }, picture.toString('base64'));
    expect(pixel).toEqual([0x7f, 0x3f, 0x1f, 0xff]);
  }
});

test('twenty frames share one module', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  const children = [...FIGURES, ...FIGURES.slice(0, 20 - FIGURES.length)];
  asked.length = 0;
  await openHost(
    page,
    'many',
    ...children.map((id, index) => `figure/${id}.zh.html?theme=${index < 17 ? 'auto' : 'dark'}`),
  );
  await expect(page.locator('iframe')).toHaveCount(20);
  for (const index of children.keys()) {
    const frame = page.locator('iframe').nth(index).contentFrame();
    await expect(frame.locator('.stage.live canvas')).toBeAttached();
    await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
    await fits(page, { index });
  }
  expect(asked.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(heard).toEqual([]);
});

test('a frame hidden at first is whole when it is shown', async ({ page }) => {
  const heard = complaints(page);
  await openHost(page, 'datawrapper#hidden', 'figure/growth.zh.html');
  await expect(page.locator('iframe').contentFrame().locator('.actions')).toBeAttached();
  await page.locator('iframe').evaluate((iframe) => (iframe.style.display = ''));
  await child(page);
  await fits(page);
  expect(heard).toEqual([]);
});

test('a frame below the window has its height before it is seen', async ({ page }) => {
  const heard = complaints(page);
  await openHost(page, 'datawrapper#below', 'figure/growth.zh.html');
  await child(page);
  const { frame, content } = await heights(page);
  expect(frame).toBe(content);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  expect(await fits(page)).toBe(frame);
  expect(heard).toEqual([]);
});

test('strangers are not listened to, and break nothing', async ({ page }) => {
  const heard = complaints(page);
  await openHost(page, 'embed', 'figure/growth.zh.html');
  const frame = await child(page);
  const height = await fits(page);
  await page.evaluate(() => {
    const huge = 'x'.repeat(5_000_000);
    const shapes = [
      null,
      undefined,
      0,
      NaN,
      1n,
      '',
      huge,
      [],
      {},
      new Map(),
      '[iFrameSizer]',
      `[iFrameSizer]${huge}:1:true`,
      '[iFrameSizer]<img src=x onerror=alert(1)>:8:false:true',
      'pymxPYMxotherxPYMxheightxPYMx5',
      { sentinel: 'amp', type: 'embed-size', height: 5 },
      { sentinel: 'amp', type: 'embed-size', height: '5' },
      { sentinel: 'amp', type: 'embed-size', height: 1n },
      { sentinel: 'amp', type: huge },
      { 'datawrapper-height': { x: 5 } },
      { message: 'height', value: 5, secret: 'abcdefghij' },
    ];
    const target = document.querySelector('banan-infographic')?.shadowRoot?.querySelector('iframe')?.contentWindow;
    // From a neighbour as from the page itself, to the frame and to the page around it.
    const neighbour = document.body.appendChild(document.createElement('iframe'));
    /** @type {any} */ (neighbour.contentWindow).eval(
      'window.say = (target, message) => target.postMessage(message, "*")',
    );
    for (const shape of shapes) {
      target?.postMessage(shape, '*');
      window.postMessage(shape, '*');
      /** @type {any} */ (neighbour.contentWindow).say(target, shape);
      /** @type {any} */ (neighbour.contentWindow).say(window, shape);
    }
    neighbour.remove();
  });
  await frame.locator('summary').click();
  expect(await fits(page)).toBeGreaterThan(height);
  await frame.locator('summary').click();
  expect(await fits(page)).toBe(height);
  expect(heard).toEqual([]);
});

test.describe('our own element', () => {
  test('may be moved, and keeps one frame', async ({ page }) => {
    const heard = complaints(page);
    await openHost(page, 'embed', 'figure/growth.zh.html');
    await child(page);
    await page.evaluate(() => {
      const element = /** @type {HTMLElement} */ (document.querySelector('banan-infographic'));
      element.remove();
      document.querySelector('#column')?.append(element);
    });
    await expect(page.locator('iframe')).toHaveCount(1);
    await child(page);
    await fits(page);
    await expect(page.locator('iframe')).toHaveAttribute('title', 'A finding');
    expect(heard).toEqual([]);
  });

  test('works where the whole host has no origin', async ({ page }) => {
    const heard = complaints(page);
    await openHost(page, 'opaque', 'figure/growth.zh.html');
    const host = page.locator('iframe').contentFrame();
    expect(await host.locator('html').evaluate(() => origin)).toBe('null');
    await child(host);
    await fits(host);
    await expect(host.locator('iframe')).toHaveAttribute('title', 'A finding');
    expect(heard).toEqual([]);
  });

  test('takes its link for a name, also when the parser brings it later', async ({ page }) => {
    const heard = complaints(page);
    await openHost(page, 'embed', 'figure/growth.zh.html');
    await page.locator('#column').evaluate((column) => {
      const element = document.createElement('banan-infographic');
      element.setAttribute('figure', 'growth');
      column.replaceChildren(element);
      element.append(document.createElement('a'));
      element.firstElementChild?.append('A later finding');
    });
    await expect(page.locator('iframe')).toHaveAttribute('title', 'A later finding');
    await expect(page.locator('banan-infographic a')).toBeHidden();
    // Without a language, the whole page asks the reader's browser for one, and shows the figure.
    await child(page);
    await fits(page);
    expect(heard).toEqual([]);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('leaves its link', async ({ page }) => {
      await page.setContent(
        '<banan-infographic figure="growth" lang="zh"><a href="/">A finding</a></banan-infographic>',
      );
      await expect(page.getByRole('link', { name: 'A finding' })).toBeVisible();
    });
  });
});

for (const locale of LOCALES) {
  test(`figures in ${locale} are short enough for WordPress on a phone`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 600 });
    for (const id of FIGURES) {
      await page.goto(`${site}figure/${id}.${locale}.html`);
      await expect(page.locator('.stage.live canvas')).toBeAttached();
      const height = await page.locator('html').evaluate((root) => root.getBoundingClientRect().height);
      expect.soft(height, id).toBeLessThan(1000);
    }
  });
}

test.describe('the embed dialog', () => {
  test('gives a snippet that works, as tall as its preview', async ({ page }) => {
    await page.goto(`${site}en/`);
    const figure = page.locator('figure#growth');
    await figure.scrollIntoViewIfNeeded();
    await figure.getByRole('button', { name: /^Embed/ }).click();
    const dialog = page.getByRole('dialog');
    const snippet = dialog.getByRole('textbox').first();
    const preview = dialog.locator('iframe');
    await expect(preview.contentFrame().locator('.stage.live canvas')).toBeAttached();
    const content = await preview
      .contentFrame()
      .locator('html')
      .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
    await expect(snippet).toHaveValue(new RegExp(`<iframe src="${site}figure/growth.en.html[^>]* height="${content}"`));
    for (const part of [/ title="[^"]+"/, / loading="lazy"/, / allow="fullscreen; clipboard-write; web-share"/]) {
      await expect(snippet).toHaveValue(part);
    }
    await expect(snippet).toHaveValue(/ referrerpolicy="strict-origin-when-cross-origin"/);
    await expect(snippet).toHaveValue(/<figcaption><a href="[^"]+#growth" target="_blank" rel="noopener">/);
    await expect(dialog).toContainText('allow-scripts');
  });
});
