/** The element that shows a figure on pages of other sites, as hosts write, load, move and change it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURE } from '../../scripts/build/pages.mjs';
import { child, expect, fits, openHost, test } from './framing.mjs';

/** @typedef {import('./framing.mjs').Page} Page */
/** @typedef {import('./framing.mjs').Sites} Sites */

/**
 * Opens a page of another site with some markup in its body. It has a copy of our script too, as a bundle of its own.
 * @param {Page} page
 * @param {Sites} sites
 * @param {string} markup `SITE` stands for our site's folder
 * @param {Record<string, string>} [headers]
 */
async function openPage(page, { other, answers, site }, markup, headers = {}) {
  const head = '<!doctype html><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">';
  const body = head + markup.replaceAll('SITE', site);
  answers['/page.html'] = { body, headers: { 'Content-Type': 'text/html', ...headers } };
  const script = readFileSync(join(FIXTURE.site, 'embed.js'));
  answers['/bundle.js'] = { body: script, headers: { 'Content-Type': 'text/javascript' } };
  await page.goto(`${other}/page.html`);
}

/** An element with a link, and the script. */
const ELEMENT =
  '<story-figure figure="goods-grown" lang="en"><a href="SITEen/#goods-grown">A finding</a></story-figure>';
const SCRIPT = '<script async src="SITEembed.js"></script>';

/** The addresses of figures' pages that have been asked for. @param {Sites} sites */
const figuresAsked = ({ asked }) => asked.filter((url) => url.includes('/figure/'));

/**
 * Puts a page of a few words in place of the figures' own.
 * @param {Page} page
 * @param {Sites} sites
 * @param {string} script
 */
async function replaceFigures(page, { site }, script) {
  const body = `<!doctype html><title>Instead</title><script>${script}</script>`;
  await page.route(`${site}figure/**`, (route) => route.fulfill({ body, contentType: 'text/html' }));
}

test('may be moved, and keeps one frame', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'embed', 'figure/goods-grown.zh.html');
  await child(page);
  await page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.querySelector('story-figure'));
    element.remove();
    document.querySelector('#column')?.append(element);
  });
  await expect(page.locator('iframe')).toHaveCount(1);
  await child(page);
  await fits(page);
  await expect(page.locator('iframe')).toHaveAttribute('title', 'A finding');
  expect(heard).toEqual([]);
});

test('works where the whole host has no origin', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'opaque', 'figure/goods-grown.zh.html');
  const host = page.locator('iframe').contentFrame();
  expect(await host.locator('html').evaluate(() => origin)).toBe('null');
  await child(host);
  await fits(host);
  await expect(host.locator('iframe')).toHaveAttribute('title', 'A finding');
  expect(heard).toEqual([]);
});

test('takes its link for a name, also when the parser brings it later', async ({ page, sites, heard }) => {
  await openHost(page, sites, 'embed', 'figure/goods-grown.zh.html');
  await page.locator('#column').evaluate((column, site) => {
    const element = document.createElement('story-figure');
    element.setAttribute('figure', 'goods-grown');
    column.replaceChildren(element);
    const link = element.appendChild(document.createElement('a'));
    link.href = site;
    setTimeout(() => link.append('A later finding'));
  }, sites.site);
  await expect(page.locator('iframe')).toHaveAttribute('title', 'A later finding');
  await expect(page.locator('story-figure a')).toBeHidden();
  // Without a language, the whole page asks the reader's browser for one, and shows the figure.
  await child(page);
  await fits(page);
  expect(heard).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('leaves its link', async ({ page }) => {
    await page.setContent('<story-figure figure="goods-grown" lang="zh"><a href="/">A finding</a></story-figure>');
    await expect(page.getByRole('link', { name: 'A finding' })).toBeVisible();
  });
});

test('a link that is the element’s own stays in sight until the frame has spoken', async ({ page, sites, heard }) => {
  await replaceFigures(
    page,
    sites,
    'onmessage = () => parent.postMessage({ sentinel: "amp", type: "embed-size", height: 432 }, "*")',
  );
  await openPage(page, sites, ELEMENT + SCRIPT);
  const frame = page.locator('iframe');
  await expect(frame.contentFrame().locator('title')).toBeAttached();
  await expect(page.getByRole('link', { name: 'A finding' })).toBeVisible();
  await frame.evaluate((/** @type {HTMLIFrameElement} */ iframe) => iframe.contentWindow?.postMessage('speak', '*'));
  await expect(frame).toHaveCSS('height', '432px');
  await expect(page.getByRole('link', { name: 'A finding' })).toBeHidden();
  expect(heard).toEqual([]);
});

test('a frame whose numbers are beyond all figures is not believed', async ({ page, sites, heard }) => {
  const say = (/** @type {string} */ height) =>
    `parent.postMessage({ sentinel: "amp", type: "embed-size", height: ${height} }, "*");`;
  const wrong = ['5', '-500', '1e9', 'Infinity', 'NaN', '"tall"', '[]', 'null', '{}', '2n ** 70n'];
  await replaceFigures(page, sites, `${wrong.map(say).join('')}${say('0')} parent.postMessage("done", "*");`);
  await page.addInitScript(() =>
    addEventListener('message', ({ data }) => data === 'done' && (document.title = 'done')),
  );
  await openPage(page, sites, ELEMENT.replace('lang', 'height="345" lang') + SCRIPT);
  await expect(page).toHaveTitle('done');
  await expect(page.locator('iframe')).toHaveCSS('height', '345px');
  await expect(page.getByRole('link', { name: 'A finding' })).toBeVisible();
  expect(heard).toEqual([]);
});

test('a site that has moved to another origin still says its height', async ({ page, sites, heard }) => {
  await page.route(`${sites.site}figure/**`, (route) =>
    route.fulfill({ status: 301, headers: { location: route.request().url().replace('localhost', '127.0.0.1') } }),
  );
  await openPage(page, sites, ELEMENT + SCRIPT);
  const frame = await child(page, 'en');
  expect(await frame.locator('html').evaluate(() => location.hostname)).toBe('127.0.0.1');
  await fits(page);
  await expect(page.getByRole('link')).toBeHidden();
  expect(heard).toEqual([]);
});

for (const [how, script] of [
  ['as a module', '<script type="module" src="SITEembed.js"></script>'],
  ['by import()', '<script>import("SITEembed.js")</script>'],
  ['from the host’s own bundle', '<script src="/bundle.js"></script>'],
  ['twice', SCRIPT + SCRIPT.replace('embed.js', 'embed.js?again')],
  ['before the element', undefined],
]) {
  test(`the script may come ${how}`, async ({ page, sites, heard }) => {
    await openPage(page, sites, script ? ELEMENT + script : SCRIPT.replace('async ', '') + ELEMENT);
    await child(page, 'en');
    await fits(page);
    expect(heard).toEqual([]);
  });
}

test('the element says in many ways where the site is', async ({ page, sites, heard }) => {
  const ways = [
    '<story-figure src="SITE" figure="goods-grown" lang="en"></story-figure>',
    // Without its slash.
    `<story-figure src="${sites.site.slice(0, -1)}" figure="goods-grown" lang="en"></story-figure>`,
    '<story-figure src="SITEindex.html" figure="goods-grown" lang="en"></story-figure>',
    '<story-figure figure="goods-grown" lang="en"><a href="SITEen#goods-grown">A</a></story-figure>',
    '<story-figure figure="goods-grown" lang="en"><a href="SITE?lang=zh#goods-grown">A</a></story-figure>',
    '<story-figure figure="goods-grown" lang="en"><a href="SITEfigure/goods-grown.zh.html">A</a></story-figure>',
    '<story-figure src="SITE" figure="goods-grown" lang="en-US" theme="Light"></story-figure>',
  ];
  await openPage(page, sites, `${ways.join('')}${SCRIPT}`);
  await expect(page.locator('iframe')).toHaveCount(ways.length);
  for (const index of ways.keys()) {
    const frame = page.locator('iframe').nth(index).contentFrame();
    await expect(frame.locator('.stage.live canvas')).toBeAttached();
    expect(await frame.locator('html').evaluate(() => location.pathname), ways[index]).toBe(
      '/town/figure/goods-grown.en.html',
    );
    await fits(page, { index });
  }
  expect(heard).toEqual([]);
});

test('figures of two sites stand on one page', async ({ page, sites, heard }) => {
  const other = sites.site.replace('localhost', '127.0.0.1');
  await openPage(page, sites, `${ELEMENT}${ELEMENT.replace('SITE', other)}${SCRIPT}${SCRIPT.replace('SITE', other)}`);
  for (const [index, site] of [sites.site, other].entries()) {
    await expect(page.locator('iframe').nth(index)).toHaveAttribute('src', `${site}figure/goods-grown.en.html`);
    await fits(page, { index });
  }
  expect(heard).toEqual([]);
});

test('attributes may be set late and changed, and the last word counts', async ({ page, sites, heard }) => {
  sites.asked.length = 0;
  await openPage(page, sites, `<div id="column"></div>${SCRIPT}`);
  const entries = await page.evaluate(() => history.length);
  await page.evaluate(async (site) => {
    const element = document.createElement('story-figure');
    document.getElementById('column')?.append(element);
    element.setAttribute('src', site);
    await Promise.resolve();
    element.setAttribute('figure', 'shipyard');
    element.setAttribute('lang', 'zh');
    await Promise.resolve();
    element.setAttribute('figure', 'goods-grown');
  }, sites.site);
  await child(page);
  await fits(page);
  expect(figuresAsked(sites)).toEqual(['/town/figure/goods-grown.zh.html']);
  await page.locator('story-figure').evaluate((element) => {
    element.setAttribute('lang', 'en');
    element.setAttribute('theme', 'dark');
    element.setAttribute('background', 'transparent');
  });
  const frame = await child(page, 'en');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('iframe')).toHaveCSS('color-scheme', 'dark');
  await fits(page);
  expect(figuresAsked(sites)).toHaveLength(2);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.locator('story-figure').evaluate((element) => element.removeAttribute('src'));
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(heard).toEqual([expect.stringContaining('story-figure')]);
});

test('an element that does not say where its figure is keeps what it holds, and the console says why', async ({
  page,
  sites,
  heard,
}) => {
  for (const link of [
    '<b>A finding</b>',
    '<a href="mailto:a@example.org">A finding</a>',
    '<a href="http://:">A finding</a>',
  ]) {
    heard.length = 0;
    await openPage(page, sites, `<story-figure figure="goods-grown">${link}</story-figure>${SCRIPT}`);
    await expect.poll(() => heard).toEqual([expect.stringContaining('src')]);
    await expect(page.getByText('A finding')).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  }
});

test.describe('a host that is isolated from other origins', () => {
  const ISOLATED = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' };

  test('shows the figure', async ({ page, sites, heard }) => {
    await openPage(page, sites, ELEMENT + SCRIPT, ISOLATED);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await child(page, 'en');
    await fits(page);
    expect(heard).toEqual([]);
  });

  test('keeps the link, where the site’s own host sends no headers', async ({ page, sites }) => {
    await page.route(`${sites.site}**`, async (route) => {
      const response = await route.fetch();
      const { 'cross-origin-embedder-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await openPage(page, sites, ELEMENT + SCRIPT, ISOLATED);
    await expect(page.locator('iframe')).toBeAttached();
    await expect(page.getByRole('link', { name: 'A finding' })).toBeVisible();
  });
});
