/**
 * Newsrooms' pages with one of our figures in a frame: the resizing scripts that they run, from npm where they are there,
 * else as their sources have it.
 */
import { child, expect, fits, heights, openHost, setColumn, test } from './framing.mjs';
import { FIGURES, LOCALES, TAGS } from './reader.mjs';

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

for (const { name, most } of HOSTS) {
  test(`${name}: the frame is as tall as the figure, whatever happens`, async ({ page, sites, heard }) => {
    await openHost(page, sites, name, 'figure/goods-grown.zh.html');
    const frame = await child(page);
    const wide = await fits(page, { most });

    await setColumn(page, 340);
    await expect.poll(() => heights(page).then(({ frame }) => frame)).not.toBe(wide);
    const narrow = await fits(page, { most });

    await frame.locator('.data summary').click();
    const opened = await fits(page, { most });
    expect(opened).toBeGreaterThan(narrow);
    await frame.locator('.data summary').click();
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

test('the language of a framed page can be switched in it', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'datawrapper', '?lang=zh#amp=1');
  const frame = page.locator('iframe').contentFrame();
  await expect(frame.locator('figure.figure').last().locator('.actions')).toBeAttached();
  const before = await fits(page);
  await frame.locator('a.language').click();
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => heights(page).then(({ frame }) => frame)).not.toBe(before);
  await fits(page);
  expect(heard).toEqual([]);
});

test('a frame that nobody resizes keeps its height and scrolls', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'plain', 'figure/goods-grown.zh.html');
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
  sites,
}) => {
  for (const locale of LOCALES) {
    await openHost(page, sites, 'plain', `figure/goods-grown.${locale}.html`);
    const frame = await child(page, locale);
    await expect(frame.locator('figcaption')).toContainText(/灰港小报|Greyport Gazette/);
    await expect(frame.locator('a.whole')).toHaveAttribute('rel', 'noopener');
    const [whole] = await Promise.all([context.waitForEvent('page'), frame.locator('a.whole').click()]);
    await expect(whole.locator('html')).toHaveAttribute('lang', TAGS[locale]);
    await expect(whole.locator('nav.chapters')).toBeVisible();
    await expect(whole.locator('figure#goods-grown')).toBeInViewport();
    await whole.close();
  }
});

test('what hosts put into the address stays there and harms nothing', async ({ page, sites, heard }) => {
  for (const extra of [
    '#amp=1',
    '#?secret=abcdefghij',
    '#%E0%A4%A',
    '?initialWidth=640&childId=figure-1&parentTitle=%3Cb%3E&parentUrl=https%3A%2F%2Fexample.org%2F%3Fa%3D1#amp=1',
    '?figure=no-such&theme=purple&background=none',
  ]) {
    const address = `figure/goods-grown.zh.html${extra}`;
    await openHost(page, sites, 'datawrapper', address);
    const frame = await child(page);
    await fits(page);
    expect(await frame.locator('html').evaluate(() => location.href)).toBe(`${sites.site}${address}`);
  }
  // The whole page follows the reader in its address only where the address is the reader's.
  await openHost(page, sites, 'plain', '?lang=zh#amp=1');
  const frame = page.locator('iframe').contentFrame();
  await expect(frame.locator('figure.figure').last().locator('.actions')).toBeAttached();
  for (const id of FIGURES.slice(0, 3)) await frame.locator(`figure#${id}`).scrollIntoViewIfNeeded();
  expect(await frame.locator('html').evaluate(() => location.href)).toBe(`${sites.site}?lang=zh#amp=1`);
  expect(heard).toEqual([]);
});

test('one figure of the whole page can be asked for by its address', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'datawrapper', '?figure=goods-grown&lang=en&theme=dark&background=transparent#amp=1');
  const frame = await child(page, 'en');
  await fits(page);
  expect(await frame.locator('figure.figure').count()).toBe(1);
  await expect(frame.locator('a.whole')).toHaveAttribute('href', `${sites.site}en/#goods-grown`);
  expect(heard).toEqual([]);
});

test('a transparent figure shows the ground of a host of its colour scheme', async ({ page, sites }) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    await openHost(page, sites, 'datawrapper', `figure/goods-grown.zh.html?theme=${scheme}&background=transparent`);
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

test('twenty frames share one module', async ({ page, sites, heard }) => {
  test.slow();
  const children = [...FIGURES, ...FIGURES.slice(0, 20 - FIGURES.length)];
  sites.asked.length = 0;
  await openHost(
    page,
    sites,
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
  expect(sites.asked.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(heard).toEqual([]);
});

test('a frame hidden at first is whole when it is shown', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'datawrapper#hidden', 'figure/goods-grown.zh.html');
  await expect(page.locator('iframe').contentFrame().locator('.actions')).toBeAttached();
  await page.locator('iframe').evaluate((iframe) => (iframe.style.display = ''));
  await child(page);
  await fits(page);
  expect(heard).toEqual([]);
});

test('a frame below the window has its height before it is seen', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'datawrapper#below', 'figure/goods-grown.zh.html');
  await child(page);
  const { frame, content } = await heights(page);
  expect(frame).toBe(content);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  expect(await fits(page)).toBe(frame);
  expect(heard).toEqual([]);
});

test('strangers are not listened to, and break nothing', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'embed', 'figure/goods-grown.zh.html');
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
    const target = document.querySelector('story-figure')?.shadowRoot?.querySelector('iframe')?.contentWindow;
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
  await frame.locator('.data summary').click();
  expect(await fits(page)).toBeGreaterThan(height);
  await frame.locator('.data summary').click();
  expect(await fits(page)).toBe(height);
  expect(heard).toEqual([]);
});
