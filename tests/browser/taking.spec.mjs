/** What a reader takes away, as a file or on paper: what is seen, whole, and as it is published. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { FIGURES, expect, open, show, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/** Opens the download dialog of a figure. @param {Page} page @param {string} [id] */
async function openDownload(page, id = 'goods-grown') {
  const figure = await show(page, id);
  await figure
    .locator('summary')
    .filter({ hasText: /Tools|工具/ })
    .click();
  await figure.getByRole('button', { name: /^(Download|下载)/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The bytes behind a button of the dialog. @param {Page} page @param {string} format */
async function bytes(page, format) {
  const link = page.getByRole('dialog').locator('.downloads a', { hasText: format });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** Chooses the last scene of a figure. @param {Page} page @param {string} [id] */
async function chooseLast(page, id = 'goods-grown') {
  const figure = await show(page, id);
  const label = figure.locator('.choices label').last();
  await label.click();
  return (await label.textContent()) ?? '';
}

test('the file of numbers has the bytes that are published', async ({ page, baseURL }) => {
  await open(page, 'en/');
  await openDownload(page);
  const { content } = await bytes(page, 'CSV');
  const published = await page.request.get(`${baseURL}csv/goods-grown.en.csv`);
  expect(content.equals(await published.body())).toBe(true);
  expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('pictures are of the scene that was chosen, and name it', async ({ page }) => {
  await open(page, 'en/');
  const name = await chooseLast(page);
  await openDownload(page);
  const svg = await bytes(page, 'SVG');
  expect(svg.name).toContain(name);
  expect(svg.content.toString()).toContain(`>${name}</text>`);
  expect((await bytes(page, 'PNG')).name).toContain(name);
});

test('paper shows the scene that was chosen, until the first is chosen again', async ({ page }) => {
  await open(page, 'en/');
  await chooseLast(page);
  const figure = page.locator('figure#goods-grown');
  const picture = figure.locator('img.paper');
  await expect(picture).toBeAttached();
  await expect(picture).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(picture).toBeVisible();
  await expect(figure.locator('.stage svg:visible')).toHaveCount(0);
  await expect(figure.locator('h3'), 'the picture brings its title').toBeHidden();
  await page.emulateMedia({ media: null });
  await figure.locator('.choices label').first().click();
  await expect(picture).toHaveCount(0);
});

test.describe('where a browser makes no picture of pixels', () => {
  for (const [how, break_] of /** @type {[string, () => void][]} */ ([
    ['none comes of a canvas', () => (HTMLCanvasElement.prototype.toBlob = (done) => done(null))],
    ['it does not read the drawing', () => (HTMLImageElement.prototype.decode = () => Promise.reject(new Error('no')))],
  ])) {
    test(`the other formats are there: ${how}`, async ({ page }) => {
      await page.addInitScript(break_);
      await open(page, 'en/');
      const dialog = await openDownload(page);
      await expect(dialog.locator('.downloads a')).toHaveText(['SVG', 'CSV']);
      await expect(dialog.locator('.fault')).toHaveText(/PNG/);
    });
  }
});

test.describe('where a file does not come', () => {
  test.use({ faulty: true });

  for (const [missing, left] of /** @type {[string, string[]][]} */ ([
    ['svg', ['CSV']],
    ['csv', ['PNG', 'SVG']],
  ])) {
    test(`the others are there, and it can be asked for again: ${missing}`, async ({ page }) => {
      await page.route(`**/${missing}/**`, (route) => route.abort());
      await open(page, 'en/');
      const dialog = await openDownload(page);
      await expect(dialog.locator('.downloads a')).toHaveText(left);
      await page.unroute(`**/${missing}/**`);
      await dialog.locator('.fault button').click();
      await expect(page.getByRole('dialog').locator('.downloads a')).toHaveText(['PNG', 'SVG', 'CSV']);
      await expect(page.locator('.fault')).toHaveCount(0);
    });
  }
});

test.describe('a page that was saved', () => {
  test.use({ faulty: true });

  for (const scripted of [false, true]) {
    test(`shows every figure, ${scripted ? 'and works again' : 'where its script does not run'}`, async ({
      page,
      browser,
      baseURL,
    }) => {
      await open(page, 'en/');
      await chooseLast(page);
      await page.locator('#numbers').scrollIntoViewIfNeeded();
      await expect(page.getByRole('searchbox')).toBeAttached();
      const body = await page.content();
      expect(body).toContain('<canvas');
      const again = await browser.newPage({ javaScriptEnabled: scripted, baseURL });
      await again.route('**/en/', (route) => route.fulfill({ body, contentType: 'text/html' }));
      if (scripted) {
        await open(again, 'en/');
        for (const part of ['.actions', 'canvas', '.choices', '.marks', 'img.paper'])
          for (const id of FIGURES) expect(await again.locator(`figure#${id} ${part}`).count(), part).toBeLessThan(2);
        await expect(again.locator('.tools select')).toHaveCount(1);
        await again.locator('#numbers').scrollIntoViewIfNeeded();
        await expect(again.getByRole('searchbox')).toHaveCount(1);
        await expect(again.locator('th button button')).toHaveCount(0);
        await show(again, 'goods-grown');
        await expect(again.locator('.fault')).toHaveCount(0);
      } else {
        await again.goto('en/');
        await standsStill(again);
      }
      await again.close();
    });
  }

  test('shows every figure as one file of Chromium’s own', async ({ page, browser }, info) => {
    await open(page, 'en/');
    await chooseLast(page);
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
    const file = info.outputPath('page.mhtml');
    writeFileSync(file, data);
    const again = await browser.newPage();
    /** @type {string[]} */
    const complaints = [];
    again.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    again.on('pageerror', (error) => complaints.push(error.message));
    await again.goto(pathToFileURL(file).href);
    await standsStill(again);
    expect(complaints).toEqual([]);
    await again.close();
  });
});

/** Expects every figure as a still drawing, and nothing to press. @param {Page} page */
async function standsStill(page) {
  for (const id of FIGURES) await expect(page.locator(`figure#${id} .stage > svg:visible`)).toHaveCount(1);
  await expect(page.locator('canvas:visible, button:not(th *):visible, select:visible, input:visible')).toHaveCount(0);
}

for (const charset of ['gbk', 'iso-8859-1']) {
  test(`pages and pictures are read right where a host says charset=${charset}`, async ({ page, baseURL }) => {
    await page.route(/\/(figure\/[^/]*\.html|svg\/[^/]*|single\.html)?(\?.*)?$/, async (route) => {
      const response = await route.fetch();
      // The single file has a policy of its own.
      const { 'content-security-policy': _, ...headers } = response.headers();
      const type = `${headers['content-type']?.split(';')[0]}; charset=${charset}`;
      await route.fulfill({ response, headers: { ...headers, 'content-type': type } });
    });
    for (const path of ['./', 'figure/goods-grown.zh.html', 'single.html']) {
      await page.goto(path);
      expect(await page.evaluate(() => document.characterSet), path).toBe('UTF-8');
      await expect(page.locator('h1').first()).toHaveText(/[\u4e00-\u9fff]/);
    }
    await page.goto(`${baseURL}svg/goods-grown.zh.svg`);
    expect(await page.evaluate(() => document.querySelector('title')?.textContent)).toMatch(/[\u4e00-\u9fff]/);
  });
}
