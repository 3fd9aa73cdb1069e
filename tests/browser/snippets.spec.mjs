/** The addresses and snippets that the page gives away: whole, also for those who have no script. */
import { child, expect, openHost, test } from './framing.mjs';
import { LOCALES, TAGS } from './reader.mjs';

/** @typedef {import('./framing.mjs').Page} Page */

/** Opens the embed dialog of a figure. @param {Page} page */
async function openDialog(page) {
  const figure = page.locator('figure#goods-grown');
  await figure.locator('.actions').waitFor();
  await figure.locator('.actions > summary').click();
  await figure.getByRole('button', { name: /^(Embed|嵌入)/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('iframe').contentFrame().locator('.stage.live canvas')).toBeAttached();
  return dialog;
}

test('the embed dialog gives a snippet that works, as tall as its preview', async ({ page, sites }) => {
  await page.goto(`${sites.site}en/`);
  const dialog = await openDialog(page);
  const snippet = dialog.getByRole('textbox').first();
  const preview = dialog.locator('iframe');
  const content = await preview
    .contentFrame()
    .locator('html')
    .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
  await expect(snippet).toHaveValue(
    new RegExp(`<iframe src="${sites.site}figure/goods-grown.en.html[^>]* height="${content}"`),
  );
  for (const part of [/ title="[^"]+"/, / loading="lazy"/, / allow="fullscreen; clipboard-write; web-share"/]) {
    await expect(snippet).toHaveValue(part);
  }
  await expect(snippet).toHaveValue(/ referrerpolicy="strict-origin-when-cross-origin"/);
  await expect(snippet).toHaveValue(/<figcaption><a href="[^"]+#goods-grown" target="_blank" rel="noopener">/);
  await expect(dialog).toContainText('allow-scripts');
});

test('a change of the preview adds nothing to the way back', async ({ page, sites }) => {
  await page.goto(`${sites.site}en/`);
  const entries = await page.evaluate(() => history.length);
  const dialog = await openDialog(page);
  const preview = dialog.locator('iframe').contentFrame();
  await dialog.getByLabel('Appearance').selectOption('dark');
  await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByLabel('Language').selectOption('zh');
  await expect(preview.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await dialog.getByLabel('Transparent').check();
  await expect(preview.locator('html')).toHaveAttribute('data-background', 'transparent');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  // The snippet has the title in the language that was chosen.
  await expect(dialog.getByRole('textbox').first()).toHaveValue(/title="[^"]*[\u4e00-\u9fff]/);
});

test.describe('an address that is given away', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const from of ['?lang=en', 'en/?lang=zh', 'figure/goods-grown.zh.html', '?figure=goods-grown&lang=en']) {
    test(`says its language without script too: from /${from}`, async ({ page, browser, sites }) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'share', {
          value: async (/** @type {ShareData} */ { url }) => void (document.title = String(url)),
        });
      });
      await page.goto(`${sites.site}${from}`);
      const dialog = await openDialog(page);
      const texts = await dialog
        .getByRole('textbox')
        .evaluateAll((areas) => areas.map((area) => /** @type {HTMLTextAreaElement} */ (area).value));
      await page.keyboard.press('Escape');
      const spoken = await page.locator('html').getAttribute('lang');
      await page
        .getByRole('button', { name: /^(Share|分享)/ })
        .and(page.locator('figure#goods-grown button'))
        .click();
      await expect(page).toHaveTitle(/^http/);
      const links = [await page.title(), ...texts.map((text) => /<a href="([^"]+)"/.exec(text)?.[1] ?? '')];
      const whole = page.locator('figure#goods-grown a.whole');
      if (await whole.count()) links.push(await whole.evaluate((/** @type {HTMLAnchorElement} */ link) => link.href));
      expect(new Set(links).size, links.join(' ')).toBe(1);
      const scriptless = await browser.newPage({ javaScriptEnabled: false });
      await scriptless.goto(links[0] ?? '');
      await expect(scriptless.locator('html')).toHaveAttribute('lang', spoken ?? '');
      await expect(scriptless.locator('figure#goods-grown')).toBeInViewport();
      await scriptless.close();
    });
  }
});

for (const [from, locale] of /** @type {const} */ ([
  ['?lang=zh&theme=dark&x=Y', 'en'],
  ['en/?theme=dark&x=Y', 'zh'],
])) {
  test(`after a change of language the address says it without script too: from ${from}`, async ({
    page,
    browser,
    sites,
  }) => {
    await page.goto(`${sites.site}${from}`);
    await page.locator('#goods-grown .actions').waitFor();
    await page.locator('a.language').click();
    await expect(page.locator('html')).toHaveAttribute('lang', TAGS[locale]);
    await page.locator('#goods-grown .actions').waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('theme'), searchParams.get('x')]).toEqual(['dark', 'Y']);
    const scriptless = await browser.newPage({ javaScriptEnabled: false });
    await scriptless.goto(page.url());
    await expect(scriptless.locator('html')).toHaveAttribute('lang', TAGS[locale]);
    await scriptless.close();
    // The links of the text lead where they say, also in another tab.
    const links = await page
      .locator('a.language, p.picture a')
      .evaluateAll((found) => found.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
    await page.goto(links[0] ?? '');
    await expect(page.locator('html')).not.toHaveAttribute('lang', TAGS[locale]);
    // It goes on from there: back, and there again.
    await page.locator('#goods-grown .actions').waitFor();
    await page.locator('a.language').click();
    await expect(page.locator('html')).toHaveAttribute('lang', TAGS[locale]);
    await page.locator('a.language').click();
    await expect(page.locator('html')).not.toHaveAttribute('lang', TAGS[locale]);
    await page.locator('#goods-grown .actions').waitFor();
  });
}

for (const locale of LOCALES) {
  test(`the address has one reading, however it was written: ${locale}`, async ({ page, sites, heard }) => {
    const tag = { zh: ['zh-CN', 'ZH', 'zh_Hans'], en: ['en-US', 'EN', 'en_GB'] }[locale];
    for (const lang of tag) {
      await openHost(
        page,
        sites,
        'plain',
        `?figure=goods-grown&amp;Theme=Dark&amp;lang=${lang}&amp;background=Transparent`,
      );
      const frame = await child(page, locale);
      await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(frame.locator('html')).toHaveAttribute('data-background', 'transparent');
      expect(heard).toEqual([]);
    }
    // What the reader chooses then is the last word.
    await page.goto(`${sites.site}?amp;lang=${tag[0]}&x=Y`);
    const other = locale === 'en' ? 'zh' : 'en';
    // Until its script has come the link leads to the other language alone.
    await page.locator('#goods-grown .actions').waitFor();
    await page.getByRole('link', { name: { zh: '中文', en: 'English' }[other] }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', TAGS[other]);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', TAGS[other]);
    expect(new URL(page.url()).searchParams.get('x')).toBe('Y');
  });
}
