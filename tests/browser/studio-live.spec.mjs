/** The live page of the studio: the real page of the story as it is being edited. */
import { beginWith, headline, livePage } from './editor.mjs';
import { expect, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/**
 * What is told of the frame.
 * @template T
 * @param {Page} page
 * @param {(inside: Window & typeof globalThis) => T} question
 * @returns {Promise<T>}
 */
const inFrame = async (page, question) => {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('no frame');
  return frame.evaluate(`(${question})(window)`);
};

test('each change is in the page, and what is read stays where it is', async ({ page }) => {
  await beginWith(page, '看范例');
  await expect(livePage(page).locator('canvas').first()).toBeVisible();
  await headline(page).fill('甲');
  await expect(livePage(page).locator('h1')).toHaveText('甲');
  const figure = livePage(page).locator('figure.figure').nth(5);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.stage.live')).toBeVisible();
  const before = await figure.boundingBox();
  await headline(page).fill('甲乙');
  await expect(livePage(page).locator('h1')).toHaveText('甲乙');
  await expect(figure.locator('.stage.live')).toBeVisible();
  expect((await figure.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
});

test('it is as wide as a phone or a desk, light or dark, in either language', async ({ page }) => {
  await beginWith(page, '看范例');
  await expect(livePage(page).locator('h1')).toBeVisible();
  await expect.poll(() => inFrame(page, ({ innerWidth }) => innerWidth)).toBe(390);
  await page.getByRole('button', { name: '电脑' }).click();
  await expect.poll(() => inFrame(page, ({ innerWidth }) => innerWidth)).toBe(1280);
  expect((await page.locator('iframe').boundingBox())?.width).toBeLessThan(700);
  const ground = () => inFrame(page, ({ document }) => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(ground).toBe('light');
  await page.getByRole('button', { name: '深色' }).click();
  await expect.poll(ground).toBe('dark');
  await page.getByRole('group', { name: '语言' }).getByRole('button', { name: 'English' }).click();
  await expect(livePage(page).locator('html')).toHaveAttribute('lang', 'en');
  await livePage(page).locator('a.language').click();
  await expect(livePage(page).locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('group', { name: '语言' }).getByRole('button', { name: '中文' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a program that has stopped begins afresh with the last good page, and goes on with the next change', async ({
  page,
}) => {
  await beginWith(page, '看范例');
  await headline(page).fill('好的');
  await expect(livePage(page).locator('h1')).toHaveText('好的');
  await inFrame(page, (inside) => {
    Object.assign(inside, { isOld: true });
    inside.dispatchEvent(new CustomEvent('infographic-panic'));
  });
  await expect(page.getByText('下面是上一次的页面')).toBeVisible();
  await expect.poll(() => inFrame(page, (inside) => 'isOld' in inside)).toBe(false);
  await expect(livePage(page).locator('h1')).toHaveText('好的');
  await headline(page).fill('更好的');
  await expect(livePage(page).locator('h1')).toHaveText('更好的');
  await expect(page.getByText('下面是上一次的页面')).toHaveCount(0);
});

test('a frame that is loaded anew is given the story again', async ({ page }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('还在');
  await expect(livePage(page).locator('h1')).toHaveText('还在');
  await inFrame(page, (inside) => {
    Object.assign(inside, { isOld: true });
    inside.location.reload();
  });
  await expect.poll(() => inFrame(page, (inside) => 'isOld' in inside)).toBe(false);
  await expect(livePage(page).locator('h1')).toHaveText('还在');
});
