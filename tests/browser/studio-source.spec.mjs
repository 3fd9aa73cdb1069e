/** The story's file as text: what is typed becomes the story once it can be read. */
import { beginWith, fromMenu, title } from './editor.mjs';
import { expect, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/**
 * Puts another text in place of what stands in the source.
 * @param {Page} page
 * @param {RegExp} what
 * @param {string} text
 */
async function replace(page, what, text) {
  const line = page.locator('.cm-line').filter({ hasText: what }).first();
  await line.click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText(text);
}

test('what is typed becomes the story, and undo takes it back', async ({ page }) => {
  await beginWith(page, '看范例');
  const before = (await title(page).textContent()) ?? '';
  await fromMenu(page, '源码');
  await replace(page, new RegExp(`"zh": "${before}"`), '"zh": "源码里写的",');
  await expect(page.getByText('尚不能读作故事')).toHaveCount(0);
  await page.getByRole('button', { name: '完成' }).click();
  await expect(title(page)).toHaveText('源码里写的');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(title(page)).toHaveText(before);
});

test('a text that cannot be read is said with its line, and the story stays as it was', async ({ page }) => {
  await beginWith(page, '看范例');
  const before = (await title(page).textContent()) ?? '';
  await fromMenu(page, '源码');
  await replace(page, new RegExp(`"zh": "${before}"`), '"zh": "没有引号,');
  await expect(page.getByText('尚不能读作故事')).toBeVisible();
  await expect(page.locator('.cm-lint-marker-error')).toBeVisible();
  await expect(page.getByRole('list', { name: '问题' })).toContainText(/第\d+行第\d+列/);
  await page.getByRole('button', { name: '完成' }).click();
  await expect(title(page)).toHaveText(before);
});

test('what the checker finds is marked where it stands', async ({ page }) => {
  await beginWith(page, '看范例');
  await fromMenu(page, '源码');
  await replace(page, /"zh": .*\{shops\}/, '"zh": "有{nobody}。",');
  const problems = page.getByRole('list', { name: '问题' });
  await problems.getByRole('button').first().click();
  await expect(page.locator('.cm-activeLine')).toContainText('{nobody}');
  await expect(page.getByText('尚不能读作故事')).toHaveCount(0);
});

test('an engine without made style sheets gets a plain field', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets'));
  await beginWith(page, '看范例');
  await fromMenu(page, '源码');
  const field = page.getByRole('textbox', { name: '源码' });
  await field.fill((await field.inputValue()).replace(/"zh": "[^"]+"/, '"zh": "字段里写的"'));
  await page.getByRole('button', { name: '完成' }).click();
  await expect(title(page)).toHaveText('字段里写的');
});
