/** The page arrives whole and without a complaint from the browser. */
import { expect, test } from '@playwright/test';

test.use({ serviceWorkers: 'allow' });

/**
 * Everything that the browser complains about: errors in the console (refused by policy, not found), exceptions.
 *
 * @param {import('@playwright/test').Page} page
 */
function complaints(page) {
  /** @type {string[]} */
  const heard = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}

test('the page loads its module and nothing complains', async ({ page }) => {
  const heard = complaints(page);
  const module = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('.wasm'));
  await page.goto('./');
  expect((await module).headers()['content-type']).toBe('application/wasm');
  await page.waitForLoadState('networkidle');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  expect(heard).toEqual([]);
});

test.describe('the published site', () => {
  test.beforeEach(({}, { project }) => {
    test.skip(project.name !== 'dist', 'only the published site is pre-rendered');
  });

  test('speaks English one folder below', async ({ page }) => {
    const heard = complaints(page);
    await page.goto('en/');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
    expect(heard).toEqual([]);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is whole', async ({ page }) => {
      await page.goto('./');
      await expect(page.locator('h1')).toBeVisible();
    });
  });
});
