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
export const isKept = (page) => expect(page.locator('.kept')).toContainText('已自动保存');

/**
 * The field of the story's headline, in its first language; the room of the texts is opened for it.
 * @param {Page} page
 */
export function headline(page) {
  const field = page.locator('[data-place="/title/zh"]');
  const room = page.getByRole('button', { name: '文字', exact: true });
  return {
    /** @param {string} text */
    async fill(text) {
      await room.click();
      await field.fill(text);
    },
  };
}

/**
 * Drops text files on the page.
 * @param {Page} page
 * @param {Record<string, string>} files their content, by their names
 */
export async function dropFiles(page, files) {
  await expect(page.locator('.begin, .desk')).toBeVisible();
  await page.evaluate((files) => {
    const dropped = new DataTransfer();
    for (const [name, content] of Object.entries(files)) dropped.items.add(new File([content], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  }, files);
}

/**
 * Chooses something from the menu of the file.
 * @param {Page} page
 * @param {'保存 story.json' | '保存稿件' | '源码' | '所有故事'} item
 */
export async function fromMenu(page, item) {
  await page.locator('.file-menu summary').click();
  await page.locator('.file-menu').getByText(item).click();
}
