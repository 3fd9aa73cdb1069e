/** The whole story as one picture: offered with what it weighs, opened in place, shared where the system shares files. */
import { expect, open, test } from './reader.mjs';

for (const [address, words, file] of /** @type {const} */ ([
  ['./?lang=zh', '存为一张长图', 'poster-zh.png'],
  ['en/', 'Save as one picture', 'poster-en.png'],
])) {
  test(`the page offers ${file} with its weight, and opens it`, async ({ page }) => {
    await open(page, address);
    const offer = page.locator('p.picture');
    await expect(offer).toContainText(words);
    await expect(offer.locator('a')).toHaveText([/^PNG \d+\.\d MB$/, /^PDF \d+\.\d MB$/]);
    await offer.locator('a').first().click();
    const dialog = page.getByRole('dialog');
    const image = dialog.locator('img');
    await expect(image).toHaveAttribute('src', new RegExp(`/${file}$`));
    await expect
      .poll(() => image.evaluate((/** @type {HTMLImageElement} */ seen) => seen.naturalWidth))
      .toBeGreaterThan(0);
    await expect(dialog.locator('.downloads a')).toHaveCount(2);
  });
}

test('after a change of language its links still lead to files', async ({ page, request }) => {
  await open(page, 'en/');
  await page.locator('a.language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  const link = page.locator('p.picture a').first();
  await expect(link).toHaveAttribute('href', /[/]poster-zh.png$/);
  const address = await link.evaluate((/** @type {HTMLAnchorElement} */ seen) => seen.href);
  expect((await request.get(address)).status()).toBe(200);
});

test('the system shares the picture as a file, where it shares files', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.canShare = () => true;
    navigator.share = async (what) => {
      document.title = what?.files?.map((file) => `${file.name} ${file.type}`).join() ?? '';
    };
  });
  await open(page, 'en/');
  await page.locator('p.picture a').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click();
  await expect(page).toHaveTitle('poster-en.png image/png');
});
