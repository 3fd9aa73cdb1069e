/** Files that come to the studio: a story with its article, an article for the open story, and what is neither. */
import { readFileSync } from 'node:fs';
import { FIXTURE } from '../../scripts/build/pages.mjs';
import { beginWith, dropFiles, headline, isKept, title } from './editor.mjs';
import { expect, test } from './reader.mjs';

const story = readFileSync(new URL(`../../${FIXTURE.story}`, import.meta.url), 'utf8');

test('files that are dropped become a story with its article', async ({ page }) => {
  await page.goto('./');
  await dropFiles(page, { 'story.json': story, 'article.txt': '全年运送旅客1260万人次。' });
  await expect(title(page)).toHaveText(JSON.parse(story).title.zh);
  await expect(page.locator('.pane-article')).toContainText('1260万人次');
});

test('what is no text, too large or no story is refused in words, and nothing is opened', async ({ page }) => {
  await page.goto('./');
  const alert = page.getByRole('alert');
  for (const [files, said] of /** @type {[Record<string, string>, string][]} */ ([
    [{ 'photo.txt': '\u0089PNG\r\n\u001a\n\0\0\0\r' }, '“photo.txt”不是纯文本'],
    [{ 'long.txt': '数'.repeat(700_000) }, '“long.txt”太大了'],
    [{ 'none.txt': ' \n' }, '“none.txt”是空的'],
    [{ 'story.json': '{"version": 1,' }, '“story.json”不是可用的故事文件'],
    [{ 'story.json': '[1, 2]' }, '“story.json”不是可用的故事文件'],
  ])) {
    await dropFiles(page, files);
    await expect(alert).toContainText(said);
  }
  await expect(page.locator('.stories a')).toHaveCount(0);
});

test('an article comes to the open story that has none, and a file that is none leaves all as it was', async ({
  page,
}) => {
  await beginWith(page, '看范例');
  await headline(page).fill('打开着的');
  await dropFiles(page, { 'photo.txt': '\u0089PNG\r\n\u001a\n\0\0\0\r' });
  await expect(page.getByText('“photo.txt”不是纯文本')).toBeVisible();
  await expect(title(page)).toHaveText('打开着的');
  await dropFiles(page, { 'article.txt': '全年运送旅客1260万人次。' });
  await expect(page.locator('.pane-article')).toContainText('1260万人次');
  await expect(title(page)).toHaveText('打开着的');
});

test('a story that is dropped on an open one is opened beside it', async ({ page }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('打开着的');
  await isKept(page);
  await dropFiles(page, { 'story.json': story });
  await expect(title(page)).toHaveText(JSON.parse(story).title.zh);
  await page.goBack();
  await expect(title(page)).toHaveText('打开着的');
});
