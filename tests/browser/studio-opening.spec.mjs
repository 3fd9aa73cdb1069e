/** The studio as it opens: its panes, its live page, and that it asks for nothing but its own files. */
import { expect, test } from './reader.mjs';

test('it opens with the example and shows its page', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const live = page.frameLocator('iframe');
  await expect(live.locator('figure.figure').first()).toBeVisible();
  await expect(live.locator('canvas').first()).toBeVisible();
});

test('it asks for nothing but its own files, and keeps to its policy', async ({ page, baseURL }) => {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./');
  await expect(page.frameLocator('iframe').locator('canvas').first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !url.startsWith(baseURL ?? '?') && !/^(data|blob):/.test(url))).toEqual([]);
});
