/** Nothing that is typed is lost: by a reload, a second tab, a full disk, undo, or a deletion. */
import { readFileSync } from 'node:fs';
import { FIXTURE } from '../../scripts/build/pages.mjs';
import { beginWith, fromMenu, headline, isKept, livePage, title } from './editor.mjs';
import { expect, test } from './reader.mjs';

const story = readFileSync(new URL(`../../${FIXTURE.story}`, import.meta.url), 'utf8');

test('what was typed is there after a reload in the middle', async ({ page }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('渡船的一年');
  await isKept(page);
  await page.reload();
  await expect(title(page)).toHaveText('渡船的一年');
  await expect(livePage(page).locator('h1')).toHaveText('渡船的一年');
});

test('undo and redo go back and forth, by buttons and by keys', async ({ page }) => {
  await beginWith(page, '看范例');
  const before = (await title(page).textContent()) ?? '';
  await headline(page).fill('一');
  await headline(page).fill('一二');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(title(page)).toHaveText(before);
  await page.getByRole('button', { name: '重做' }).click();
  await expect(title(page)).toHaveText('一二');
  await page.getByRole('button', { name: '重做' }).blur();
  await page.keyboard.press('Control+z');
  await expect(title(page)).toHaveText(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(title(page)).toHaveText('一二');
});

test('a second tab on the same story looks on, takes over, and the first then looks on', async ({ page, context }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('第一页写的');
  await isKept(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText('正在另一个标签页中编辑')).toBeVisible();
  await headline(page).fill('第一页又写的');
  await expect(title(second)).toHaveText('第一页又写的');

  await second.getByRole('button', { name: '改在这里编辑' }).click();
  await expect(second.getByText('正在另一个标签页中编辑')).toHaveCount(0);
  await expect(page.getByText('正在另一个标签页中编辑')).toBeVisible();
  await headline(second).fill('第二页写的');
  await expect(title(page)).toHaveText('第二页写的');
  await second.close();
  await expect(page.getByText('正在另一个标签页中编辑')).toHaveCount(0);
  await headline(page).fill('第一页接着写');
  await isKept(page);
  await page.reload();
  await expect(title(page)).toHaveText('第一页接着写');
});

test('a full disk is said, and what was typed stays in the page and can be saved', async ({ page }) => {
  await beginWith(page, '看范例');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  await headline(page).fill('写满了');
  await expect(page.getByText('浏览器没有空间了')).toBeVisible();
  await expect(title(page)).toHaveText('写满了');
  const download = page.waitForEvent('download');
  await fromMenu(page, '保存 story.json');
  expect(readFileSync((await (await download).path()) ?? '', 'utf8')).toContain('"zh": "写满了"');
});

test('a browser that keeps nothing is said to, and works', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  await beginWith(page, '看范例');
  await expect(page.getByText('不保存数据')).toBeVisible();
  await headline(page).fill('只在此页');
  await expect(title(page)).toHaveText('只在此页');
});

test('several stories lie side by side, are renamed, copied, deleted and brought back', async ({ page }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('甲');
  await isKept(page);
  await fromMenu(page, '所有故事');
  await page.getByRole('button', { name: '改名: 甲' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('乙');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '复制: 乙' }).click();
  const links = page.locator('.stories a');
  await expect(links).toHaveText(['乙（副本）', '乙']);
  await page.getByRole('button', { name: '删除: 乙', exact: true }).click();
  await expect(links).toHaveText(['乙（副本）']);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(links).toHaveText(['乙（副本）', '乙']);
  await page.getByRole('link', { name: '乙', exact: true }).click();
  await expect(title(page)).toHaveText('甲');
});

test('a story that another tab edits is not deleted under it', async ({ page, context }) => {
  await beginWith(page, '看范例');
  await headline(page).fill('甲');
  await isKept(page);
  const second = await context.newPage();
  await second.goto('./');
  await second.getByRole('button', { name: '删除: 甲' }).click();
  await expect(second.getByText('正在另一个标签页中打开')).toBeVisible();
  await expect(second.locator('.stories a')).toHaveText(['甲']);
});

test('a story is saved to a file of the disk and saved there again', async ({ page }) => {
  await page.addInitScript(() => {
    const pick = async () => {
      Object.assign(window, { picked: (Reflect.get(window, 'picked') ?? 0) + 1 });
      const root = await navigator.storage.getDirectory();
      return root.getFileHandle('chosen.json', { create: true });
    };
    Object.assign(window, { showSaveFilePicker: pick });
  });
  const saved = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle('chosen.json')).getFile();
      // While it is being written anew, the one before may go under our hands.
      return file.text().catch(() => '');
    });
  await beginWith(page, '看范例');
  await expect(page.locator('.on-disk')).not.toContainText('上次存为文件');
  await fromMenu(page, '保存 story.json');
  await expect(page.locator('.on-disk')).toContainText('上次存为文件');
  expect(JSON.parse(await saved())).toEqual(JSON.parse(story));
  await headline(page).fill('再存一次');
  await fromMenu(page, '保存 story.json');
  await expect.poll(saved).toContain('再存一次');
  expect(await page.evaluate(() => Reflect.get(window, 'picked'))).toBe(1);
});

test('a file that cannot be written is said, and the story is as it was', async ({ page }) => {
  await page.addInitScript(() => {
    const createWritable = async () => {
      throw new DOMException('the folder is gone', 'NotFoundError');
    };
    Object.assign(window, { showSaveFilePicker: async () => ({ createWritable }) });
  });
  await beginWith(page, '看范例');
  await fromMenu(page, '保存 story.json');
  await expect(page.getByRole('alert').filter({ hasText: 'the folder is gone' })).toBeVisible();
  await expect(page.locator('.on-disk')).not.toContainText('上次存为文件');
});
