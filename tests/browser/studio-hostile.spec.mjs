/** What is pasted or opened may be anything: it gets a clear word, runs nothing, and keeps what was there. */
import { beginWith, headline, isKept, title } from './editor.mjs';
import { expect, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/** The field that the article is pasted into. @param {Page} page */
const field = (page) => page.getByRole('textbox', { name: '把文章粘贴到这里' });

/** Reads the article that stands in the field. @param {Page} page */
const read = (page) => page.getByRole('button', { name: '找出数字' }).click();

test('a text that is too long and a binary are refused, and the text before is kept', async ({ page }) => {
  await beginWith(page, '空白页');
  await field(page).fill('全年运送旅客1260万人次。');
  await field(page).fill('数'.repeat(700_000));
  await expect(page.getByRole('alert').filter({ hasText: '太长' })).toBeVisible();
  await expect(field(page)).toHaveValue('全年运送旅客1260万人次。');
  await field(page).fill('PK\u0003\u0004 not a text');
  await expect(page.getByRole('alert').filter({ hasText: '不是纯文本' })).toBeVisible();
  await expect(field(page)).toHaveValue('全年运送旅客1260万人次。');
  await isKept(page);
  await page.reload();
  await expect(page.locator('.pane-article')).toContainText('1260万人次');
});

test('a paste of two megabytes is refused before the field has it', async ({ page }) => {
  await beginWith(page, '空白页');
  await field(page).fill('全年运送旅客1260万人次。');
  const entered = await field(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '9%、'.repeat(400_000));
    return element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(entered).toBe(false);
  await expect(page.getByRole('alert').filter({ hasText: '太长' })).toBeVisible();
  await expect(field(page)).toHaveValue('全年运送旅客1260万人次。');
});

test('markup and text that runs from right to left are text', async ({ page }) => {
  await beginWith(page, '空白页');
  const markup = '<img src="x" onerror="alert(1)"> <b>12艘</b>渡船';
  await field(page).fill(`${markup}\nבשנת 2023 היו 42 אניות`);
  await read(page);
  await expect(page.locator('.pane-article')).toContainText(markup);
  await expect(page.locator('.pane-article')).toContainText('42 אניות');
  await expect(page.locator('.pane-article img')).toHaveCount(0);
});

test('ten thousand numbers get a clear word, and the studio still answers', async ({ page }) => {
  await beginWith(page, '空白页');
  const line = Array.from({ length: 100 }, (_, index) => `${index + 1}人，`).join('');
  await field(page).fill(Array.from({ length: 100 }, () => line).join('\n'));
  await expect(page.getByRole('alert').filter({ hasText: '3000 多个数字' })).toBeVisible();
  await headline(page).fill('很多数字');
  await expect(title(page)).toHaveText('很多数字');
  await field(page).fill('全年运送旅客1260万人次。');
  await read(page);
  await expect(page.locator('.pane-article .mark')).toHaveText('1260万人次');
});

test('a headline of markup is text in the live page too', async ({ page }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('<script>alert(1)</script><i>斜</i>');
  const live = page.frameLocator('iframe');
  await expect(live.locator('h1')).toHaveText('<script>alert(1)</script><i>斜</i>');
  await expect(live.locator('h1 i')).toHaveCount(0);
});
