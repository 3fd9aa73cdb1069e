/** The site of a story in English alone, for readers whose browsers speak Chinese: whole, and without a word of another language. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../../scripts/build.mjs';
import { MODULE } from '../../scripts/build/wasm.mjs';
import { serve } from '../../scripts/serve/server.mjs';
import { CACHE } from '../../scripts/steps.mjs';
import { answers, expect, show, test as base } from './reader.mjs';

/** @typedef {import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions} Args */
/** @typedef {import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions} WorkerArgs */

/** @type {import('@playwright/test').Fixtures<{}, { english: string }, Args, WorkerArgs>} */
const fixtures = {
  english: [
    async ({}, use, { workerIndex }) => {
      const folder = join(CACHE, `one-language-${workerIndex}`);
      const project = {
        story: 'tests/fixtures/one-language.json',
        pages: join(folder, 'pages'),
        site: join(folder, 'site'),
        module: MODULE,
      };
      await assemble(project);
      const { url, close } = await serve({ root: project.site, port: 0, base: '/summer/' });
      await use(url);
      await close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ english }, use) => use(english),
};

const test = base.extend(fixtures);

// The site is built once.
test.describe.configure({ mode: 'default' });

for (const address of ['./', '?lang=zh', '?lang=en#network', 'figure/network.en.html', '?figure=network&lang=zh']) {
  test(`it comes alive at ${address}, in English`, async ({ page }) => {
    await page.goto(address);
    await answers(page, 'en');
    await show(page, 'network');
    await expect(page.getByRole('link', { name: '中文' })).toHaveCount(0);
    await expect(page.getByText('1 correction')).not.toHaveCount(0);
    expect(await page.locator('html').innerText()).not.toMatch(/[\u4e00-\u9fff]/);
  });
}

test('a language that was chosen on another page of the host does no harm', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('infographic-lang', 'zh'));
  await page.goto('./');
  await answers(page, 'en');
  await show(page, 'network');
});

test('the embed dialog offers no language, and its snippet leads to what is there', async ({ page, request }) => {
  await page.goto('./');
  const figure = await show(page, 'network');
  await figure.locator('.actions > summary').click();
  await figure.getByRole('button', { name: /^Embed/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Appearance')).toBeVisible();
  await expect(dialog.getByLabel('Language')).toHaveCount(0);
  const snippet = await dialog.getByRole('textbox').first().inputValue();
  const addresses = [...snippet.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
  expect(addresses).toHaveLength(2);
  for (const address of addresses) expect((await request.get(address.replaceAll('&amp;', '&'))).status()).toBe(200);
});

test.describe('in another page', () => {
  // Chromium complains of what a frame may do there.
  test.use({ faulty: true });

  test('an element of another page that asks for Chinese shows the figure in English', async ({ page, baseURL }) => {
    await page.goto('figure/network.en.html');
    await page.evaluate((site) => {
      document.body.innerHTML = `<story-figure src="${site}" figure="network" lang="zh"></story-figure>`;
      document.head.append(Object.assign(document.createElement('script'), { src: `${site}embed.js` }));
    }, baseURL ?? '');
    const frame = page.locator('story-figure iframe').contentFrame();
    await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
    await expect(frame.locator('.stage.live canvas')).toBeVisible();
  });
});

test('it is one file too', async ({ page }) => {
  await page.goto('single.html');
  await answers(page, 'en');
  await show(page, 'network');
});
