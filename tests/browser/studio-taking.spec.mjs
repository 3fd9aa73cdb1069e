/** What is taken away from the studio: the same files that the build makes of the same story, and pictures that the browser draws. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FIXTURE, filesIn } from '../../scripts/build/pages.mjs';
import { CACHE, ROOT } from '../../scripts/steps.mjs';
import { isKept } from './deployment.mjs';
import { beginWith, headline } from './editor.mjs';
import { FIGURES, LOCALES, TITLE, answers, expect, show, test as base } from './reader.mjs';
import { unzip } from './unzip.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

const ADDRESS = 'https://example.org/story';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** The link to the studio, which no file that is taken away has. */
const LINK = /<p class="studio">.*?<\/p>/;

/** What the build makes of the fixture for an address, without pictures. @type {import('@playwright/test').Fixtures<{}, { built: Map<string, Buffer> }>} */
const fixtures = {
  built: [
    async ({}, use, { workerIndex }) => {
      const folder = join(CACHE, `taking-${workerIndex}`);
      const project = { ...FIXTURE, pages: join(folder, 'pages'), site: join(folder, 'site') };
      const code = `(await import('./scripts/build.mjs')).assemble(${JSON.stringify(project)})`;
      const env = { ...process.env, SITE_URL: ADDRESS };
      execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT, env });
      const names = filesIn(project.site).filter((name) => !name.startsWith('studio/'));
      await use(new Map(names.map((name) => [name, readFileSync(join(project.site, name))])));
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
};
const test = /** @type {typeof base} */ (base).extend(fixtures);

// One after another, so that what the build makes is made once.
test.describe.configure({ mode: 'default' });

/** Opens what is taken away of the fixture. @param {Page} page */
async function openTake(page) {
  await beginWith(page, '看范例');
  await page.getByRole('button', { name: '导出', exact: true }).click();
}

/**
 * A part of what is taken away.
 * @param {Page} page
 * @param {string} name
 */
const offer = (page, name) => page.getByRole('region', { name, exact: true });

/**
 * Presses a button of a part and takes what is downloaded.
 * @param {Page} page
 * @param {string} name
 * @param {string} [button]
 */
async function download(page, name, button = '保存') {
  const started = page.waitForEvent('download');
  await offer(page, name).getByRole('button', { name: button, exact: true }).click();
  const file = await started;
  const path = await file.path();
  return { name: file.suggestedFilename(), content: readFileSync(path) };
}

/**
 * The files of a site that its pages name and that are not there.
 * @param {Map<string, Buffer>} site
 */
function missing(site) {
  const pages = [...site.keys()].filter((name) => name.endsWith('.html') && !/^(wechat|single)/.test(name));
  const named = pages.flatMap((page) => {
    const links =
      site
        .get(page)
        ?.toString()
        .matchAll(/\s(?:href|src)="([^"#?]+)/g) ?? [];
    return [...links].map(([, link = '']) => new URL(link, `https://site.invalid/${page}`));
  });
  const inside = named.filter(({ host }) => host === 'site.invalid').map(({ pathname }) => pathname.slice(1));
  return inside.map((path) => path.replace(/(^|\/)$/, '$1index.html')).filter((path) => !site.has(path));
}

test('the site is the one that the build makes, byte for byte, and brings the pictures that it names', async ({
  page,
  built,
}) => {
  await openTake(page);
  await page.getByLabel('将发布在').fill(ADDRESS);
  const { name, content } = await download(page, '整个网站');
  expect(name).toMatch(/\.zip$/);
  const taken = unzip(content);
  const pictures = [...taken.keys()].filter((file) => file.endsWith('.png'));
  expect([...taken.keys()].filter((file) => !file.endsWith('.png')).sort()).toEqual([...built.keys()].sort());
  for (const [file, made] of built) {
    // The worker knows the pages by their hashes, with the link to the studio.
    if (file === 'worker.js') continue;
    const wanted = file.endsWith('.html') ? Buffer.from(made.toString().replace(LINK, '')) : made;
    expect(taken.get(file)?.equals(wanted), file).toBe(true);
  }
  for (const file of pictures) expect(taken.get(file)?.subarray(0, 8)).toEqual(PNG);
  const named = [...taken.values()].flatMap((file) => [...file.toString().matchAll(/content="([^"]+\.png)"/g)]);
  expect(named.length).toBeGreaterThan(FIGURES.length);
  for (const [, picture = ''] of named) expect(pictures).toContain(picture.slice(ADDRESS.length + 1));
  for (const figure of FIGURES) expect(pictures).toContain(`wechat/${figure}.en.png`);
  for (const locale of LOCALES) expect(pictures).toContain(`poster-${locale}.png`);
  expect(missing(taken)).toEqual([]);
  await expect(offer(page, '整个网站').getByRole('status')).toContainText('.zip');
});

test('the one file is the one that the build makes, and comes alive from a disk', async ({
  page,
  built,
  browser,
}, info) => {
  await openTake(page);
  await page.getByLabel('将发布在').fill(ADDRESS);
  const { name, content } = await download(page, '一个网页文件');
  expect(name).toMatch(/\.html$/);
  expect(content.equals(built.get('single.html') ?? Buffer.of())).toBe(true);
  const file = info.outputPath('story.html');
  writeFileSync(file, content);
  const reader = await browser.newPage();
  await reader.goto(pathToFileURL(file).href);
  await answers(reader, 'zh');
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(TITLE.zh);
  for (const id of FIGURES) {
    await show(reader, id);
    await expect(reader.locator(`#${id} .stage.live canvas`)).toBeVisible();
  }
  await reader.close();
});

test('a figure is taken as picture, drawing and table, and the story as one tall picture', async ({ page, built }) => {
  await openTake(page);
  const figure = FIGURES.at(-1) ?? '';
  await page.getByLabel('哪张图').selectOption(figure);
  await page.locator('.take').getByLabel('语言').selectOption('en');
  for (const kind of ['svg', 'csv']) {
    const { name, content } = await download(page, '一张图', kind.toUpperCase());
    expect(name).toBe(`${figure}.en.${kind}`);
    expect(content.equals(built.get(`${kind}/${name}`) ?? Buffer.of()), name).toBe(true);
  }
  const picture = await download(page, '一张图', 'PNG');
  expect(picture.content.subarray(0, 8)).toEqual(PNG);
  const poster = await download(page, '长图');
  expect(poster.content.subarray(0, 8)).toEqual(PNG);
  const [width, height] = [16, 20].map((at) => poster.content.readUInt32BE(at));
  expect(width).toBeLessThanOrEqual(1080);
  expect(height).toBeGreaterThan(3000);
});

test('the story file is the one that was opened', async ({ page }) => {
  await openTake(page);
  const { name, content } = await download(page, '故事文件');
  expect(name).toBe('story.json');
  expect(JSON.parse(content.toString())).toEqual(JSON.parse(readFileSync(join(ROOT, FIXTURE.story), 'utf8')));
});

test.describe('where copying is allowed', () => {
  // Chromium reads what it is given as a part of the page, whose policy it tells to forbid styles; it gives them away all the same.
  test.use({ permissions: ['clipboard-read', 'clipboard-write'], faulty: true });

  test('a figure and the whole story are copied for a messenger’s article', async ({ page, built }) => {
    await openTake(page);
    await page.getByLabel('将发布在').fill(ADDRESS);
    for (const [button, file] of [
      ['复制这张图', `wechat/${FIGURES[0]}.zh.html`],
      ['复制整篇', 'wechat/index.zh.html'],
    ]) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByText('已复制')).toBeVisible();
      const copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return (await item?.getType('text/html'))?.text();
      });
      const written = built.get(file ?? '')?.toString();
      for (const part of [/ style="/g, / viewBox="/g, /<p/g]) {
        expect(written?.match(part)?.length).toBeGreaterThan(0);
        expect(copied?.match(part)?.length).toBe(written?.match(part)?.length);
      }
    }
  });
});

test('a story with problems is not taken away whole, and says why; its figures and its file are', async ({ page }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByText('还有 1 处待补')).toBeVisible();
  for (const name of ['一个网页文件', '整个网站', '长图'])
    await expect(offer(page, name).getByRole('button', { name: '保存' })).toBeDisabled();
  await expect(offer(page, '故事文件').getByRole('button', { name: '保存', exact: true })).toBeEnabled();
  expect((await download(page, '一张图', 'PNG')).content.subarray(0, 8)).toEqual(PNG);
  expect((await download(page, '一张图', 'CSV')).content.length).toBeGreaterThan(50);
  await page.getByRole('button', { name: '去补上' }).click();
  await expect(page.locator('.problems li')).toHaveCount(1);
});

test('an address that no site can have is told beside its field', async ({ page }) => {
  await openTake(page);
  await page.getByLabel('将发布在').fill('example.org');
  await expect(page.getByText('要写成 https://example.org/folder/')).toBeVisible();
  await expect(offer(page, '整个网站').getByRole('button', { name: '保存' })).toBeDisabled();
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the studio opens after a first visit, and makes the one file', async ({ page, context }) => {
    await page.goto('./');
    await isKept(page);
    await context.setOffline(true);
    await openTake(page);
    const { content } = await download(page, '一个网页文件');
    expect(content.toString()).toContain('<script type="text/plain" data-file=');
  });
});
