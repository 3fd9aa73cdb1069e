/** What an editor does in the studio: the words in which its specs are written. */
import { expect } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/**
 * Opens the studio and begins a story in one of the ways that it offers.
 * @param {Page} page
 * @param {string} way
 */
export async function beginWith(page, way) {
  await page.goto('./');
  await page.getByRole('button', { name: way }).click();
  await expect(page.locator('.desk')).toBeVisible();
}

/** The page of the story, in its frame. @param {Page} page */
export const livePage = (page) => page.frameLocator('iframe');

/** The story's title above the desk. @param {Page} page */
export const title = (page) => page.locator('.head h1');

/**
 * Waits until all is kept in the browser.
 * @param {Page} page
 */
export const isKept = (page) => expect(page.locator('.kept')).toContainText('已存于浏览器');
