/** The studio as it opens: the ways to begin, the desk with its live page, and that it asks for nothing but its own files. */
import { expect, test } from './reader.mjs';
import { beginWith, fromMenu, livePage } from './editor.mjs';

test('it opens with ways to begin, and the example shows its page', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('信息图工作台');
  await beginWith(page, '看范例');
  await expect(livePage(page).locator('figure.figure').first()).toBeVisible();
  await expect(livePage(page).locator('canvas').first()).toBeVisible();
});

test('it asks for nothing but its own files, and keeps to its policy', async ({ page, baseURL }) => {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await beginWith(page, '看范例');
  await expect(livePage(page).locator('canvas').first()).toBeVisible();
  await fromMenu(page, '源码');
  await expect(page.locator('.cm-content')).toBeVisible();
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith(baseURL ?? '?') && !/^(data|blob):/.test(url))).toEqual([]);
});

test('its interface turns to the other language', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Infographic studio');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
