/** The studio's desk: from an article to a figure, by mouse, by keys alone, and as axe sees it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURE } from '../../scripts/build/pages.mjs';
import { ROOT } from '../../scripts/steps.mjs';
import { objections } from './axe.mjs';
import { beginWith, dropFiles, livePage } from './editor.mjs';
import { expect, test } from './reader.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const WINDOWS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

const example = JSON.parse(readFileSync(join(ROOT, FIXTURE.story), 'utf8'));
const article = `渡轮一年
公司有渡船36艘，其中电动渡船14艘、柴油渡船22艘。
2023年运送旅客1260万人次。`;

/** Opens an empty page and pastes the article into it. @param {Page} page */
async function paste(page) {
  await page.goto('./');
  await page.getByRole('button', { name: '空白页' }).click();
  await page.getByLabel('把文章粘贴到这里').fill(article);
  await page.getByRole('button', { name: '找出数字' }).click();
  await expect(mark(page, '36艘')).toBeVisible();
}

/** A number in the article. @param {Page} page @param {string} printed */
const mark = (page, printed) => page.locator('.mark', { hasText: printed });

/** A number in the list. @param {Page} page @param {string} printed */
const line = (page, printed) => page.locator('.fact', { hasText: printed });

/** The title of the figure whose fields are open. @param {Page} page */
const title = (page) => page.getByRole('textbox', { name: '图题' });

/** Takes every number and makes a figure of the two kinds of ferry. @param {Page} page */
async function makeFigure(page) {
  await page.getByRole('button', { name: '全部采用' }).click();
  for (const printed of ['14艘', '22艘']) await line(page, printed).getByRole('checkbox').check();
  await page.getByRole('button', { name: '做一张图', exact: true }).click();
  await page.locator('.offer').first().click();
  await expect(title(page)).toBeFocused();
}

test('numbers are taken and dropped where they stand in the article', async ({ page }) => {
  await paste(page);
  await mark(page, '36艘').click();
  await expect(mark(page, '36艘')).toHaveAttribute('aria-pressed', 'true');
  await expect(line(page, '36艘')).toBeVisible();
  await expect(page.getByText('已采用 1 / 4')).toBeVisible();

  // What it is called by the editor, it is called below the article too.
  await line(page, '36艘').getByRole('textbox').fill('全部渡船');
  await expect(page.locator('.one-number')).toContainText('全部渡船');

  await mark(page, '36艘').press('Delete');
  await expect(mark(page, '36艘')).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('.fact')).toHaveCount(0);

  await page.locator('.bar').getByRole('button', { name: '撤销' }).click();
  await expect(mark(page, '36艘')).toHaveAttribute('aria-pressed', 'true');
});

test('a story that names its article accounts for every number: each is taken or left out, with a reason if there is one', async ({
  page,
}) => {
  await page.goto('./');
  await dropFiles(page, {
    'story.json': JSON.stringify({ ...example, article: 'article.txt' }),
    'article.txt': article,
  });
  await mark(page, '36艘').focus();
  await page.getByRole('button', { name: '不采用', exact: true }).click();
  await expect(page.getByLabel('为什么不采用')).toBeFocused();
  await expect(page.getByLabel('为什么不采用')).toHaveValue('编辑未采用');
  await page.getByLabel('为什么不采用').fill('合计');
  await expect(mark(page, '36艘')).toHaveAccessibleName(/不采用/);
  await page.locator('.rooms').getByRole('button', { name: '待补' }).click();
  await page
    .locator('.together', { hasText: '文中还有 3 个数字未处理' })
    .getByRole('button', { name: '都不要' })
    .click();
  await expect(mark(page, '1260万人次')).toHaveAccessibleName(/不采用/);
  await expect(page.locator('.together')).toHaveCount(0);
});

test('a pasted article gives the story its headline and its language', async ({ page }) => {
  await paste(page);
  await expect(page.locator('.head h1')).toHaveText('渡轮一年');
  await page.goto('./');
  await page.getByRole('button', { name: '空白页' }).click();
  await page
    .getByLabel('把文章粘贴到这里')
    .fill('A year of ferries\nThe firm has 36 ferries, of which 14 are electric.');
  await page.getByRole('button', { name: '找出数字' }).click();
  await expect(page.locator('.head h1')).toHaveText('A year of ferries');
  await page.getByRole('button', { name: '文字', exact: true }).click();
  await expect(page.locator('[data-place="/title/en"]')).toHaveValue('A year of ferries');
});

test('an article becomes a figure on the page', async ({ page }) => {
  await paste(page);
  await makeFigure(page);
  // A number that is typed is bound to the story's.
  await title(page).fill('电动渡船有14艘');
  await page.getByRole('button', { name: '连到文中的数字' }).click();
  await expect(title(page)).toHaveValue(/^电动渡船有\{[\w-]+\}$/);
  const live = page.frameLocator('iframe');
  await expect(live.getByRole('heading', { name: '电动渡船有14艘' })).toBeVisible();
  await expect(live.locator('figure.figure canvas').first()).toBeVisible();
});

test('what is missing leads to its field, and stands beside it', async ({ page }) => {
  await paste(page);
  await makeFigure(page);
  await page.locator('.rooms').getByRole('button', { name: '待补' }).click();
  await page.locator('.problems button', { hasText: '副题' }).first().click();
  const subtitle = page.getByRole('textbox', { name: '副题' });
  await expect(subtitle).toBeFocused();
  await expect(subtitle).toHaveAttribute('aria-required', 'true');
  await expect(subtitle).toHaveAccessibleDescription('还没有写');
  await subtitle.fill('共{ferries}');
  await expect(subtitle).toHaveAttribute('aria-invalid', 'true');
  await expect(subtitle).toHaveAccessibleDescription(/ferries/);
  await subtitle.fill('按动力分');
  await expect(subtitle).not.toHaveAttribute('aria-invalid');
  await expect(subtitle).toHaveAccessibleDescription('');
});

test('numbers that no figure shows are left out by one press, there where the export is refused', async ({ page }) => {
  await paste(page);
  await makeFigure(page);
  const room = (/** @type {string} */ name) => page.locator('.rooms').getByRole('button', { name });
  await expect(room('待补')).toHaveText(/ \d+$/);
  await room('导出').click();
  const left = page.locator('.together', { hasText: '2 个数字还没有图' });
  await left.getByRole('button', { name: '2 个数字还没有图' }).click();
  await expect(page.locator('.fact')).toHaveCount(2);
  await room('导出').click();
  await left.getByRole('button', { name: '都不要' }).click();
  await expect(left).toBeHidden();
  await expect(mark(page, '1260万人次')).toHaveAttribute('aria-pressed', 'false');
  // Everywhere the same number of things is left to do.
  const counts = () =>
    page.evaluate(() => {
      const told = [...document.querySelectorAll('.next, .rooms button:nth-child(4), .take .wrong')];
      const numbers = told.map(({ textContent }) => Number(textContent?.match(/\d+/)?.[0]));
      const listed = document.querySelectorAll('.rooms ~ .scroll .problems li').length;
      return new Set(listed > 0 ? [...numbers, listed] : numbers).size;
    });
  await expect(page.locator('.take .wrong')).toContainText('处待补');
  await expect.poll(counts).toBe(1);
  await room('待补').click();
  await expect.poll(counts).toBe(1);
});

test('what an editor never took is nothing to do', async ({ page }) => {
  await paste(page);
  for (const printed of ['14艘', '22艘']) await mark(page, printed).click();
  await page.locator('.rooms').getByRole('button', { name: '待补' }).click();
  await expect(page.locator('.problems')).toContainText('2 个数字还没有图');
  await expect(page.locator('.problems')).not.toContainText('36艘');
});

test('the page goes to the figure that is being written', async ({ page }) => {
  await page.setViewportSize(WINDOWS.desk);
  await beginWith(page, '看范例');
  await page.locator('.rooms').getByRole('button', { name: '图' }).click();
  const figures = livePage(page).locator('.chapter figure.figure, .opening figure.figure');
  const last = livePage(page).locator('figure.figure').last();
  await expect(figures.first()).toBeVisible();
  await expect(last).not.toBeInViewport();
  await page.locator('.figure-name').last().click();
  await expect(last).toBeInViewport();
});

test('no line of the article begins with a mark that closes', async ({ page }) => {
  await beginWith(page, '练习稿');
  await expect(mark(page, '36艘')).toBeVisible();
  const begun = () =>
    page.locator('.article').evaluate((article) => {
      const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const found = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (const { index = 0 } of (text.textContent ?? '').matchAll(/[，。、；]/g)) {
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          if (range.getBoundingClientRect().left - article.getBoundingClientRect().left < 1)
            found.push(text.textContent);
        }
      return found;
    });
  for (const width of [1280, 1180, 1080, 980]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await begun()).toEqual([]);
  }
});

test('on a phone the head is one line, and what is done with picked numbers stands at the foot', async ({ page }) => {
  await page.setViewportSize(WINDOWS.phone);
  await paste(page);
  expect((await page.locator('.head').boundingBox())?.height).toBeLessThan(64);
  await page.getByRole('button', { name: '全部采用' }).click();
  await page.locator('.tabs button').nth(1).click();
  await line(page, '14艘').getByRole('checkbox').check();
  const below = await page.locator('.pane-work .below').boundingBox();
  expect((below?.y ?? 0) + (below?.height ?? 0)).toBeCloseTo(WINDOWS.phone.height, 0);
});

test('a number that a figure shows is not dropped from under it', async ({ page }) => {
  await paste(page);
  await makeFigure(page);
  await title(page).fill('两种渡船');
  await mark(page, '14艘').focus();
  await mark(page, '14艘').press('Delete');
  await expect(page.locator('.fault')).toContainText('用在图里：两种渡船');
  await expect(mark(page, '14艘')).toHaveAttribute('aria-pressed', 'true');
});

test('what is no number is said beside its field, and the story stays as it was', async ({ page }) => {
  await paste(page);
  await mark(page, '36艘').click();
  await line(page, '36艘').locator('.more').click();
  const value = page.getByLabel('数值', { exact: true });
  await value.fill('2.3x6');
  await value.press('Tab');
  await expect(value).toHaveAccessibleDescription('这里要填数字，如 1260000。');
  await expect(page.locator('.fault')).toHaveCount(0);
  await value.fill('36');
  await value.press('Tab');
  await expect(value).toHaveAccessibleDescription('');
});

test('a number follows its article when that is corrected', async ({ page }) => {
  await paste(page);
  await mark(page, '36艘').click();
  await page.getByRole('button', { name: '改文章' }).click();
  await page.locator('#article-text').fill(article.replace('36艘', '37艘'));
  await page.getByRole('button', { name: '找出数字' }).click();
  await page.getByRole('button', { name: '文章已改：36艘 → 37艘' }).click();
  await expect(mark(page, '37艘')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.fact')).toHaveCount(1);
});

test('a figure goes into another chapter by keys and by drag, and a chapter that is removed comes back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  await paste(page);
  await makeFigure(page);
  await page.getByRole('button', { name: '加一章' }).click();
  const chapter = (/** @type {number} */ n) => page.getByRole('region', { name: `第 ${n} 章`, exact: true });
  await page.locator('.figure-name').click();
  await page.locator('.figure .handle').press('ArrowDown');
  await expect(chapter(2).locator('.figure')).toHaveCount(1);
  await expect(chapter(2).locator('.figure .handle')).toBeFocused();
  // What drags comes after the list does.
  await expect(async () => {
    await page.locator('.figure .handle').dragTo(chapter(1).locator('.figures'));
    await expect(chapter(1).locator('.figure')).toHaveCount(1, { timeout: 1000 });
  }).toPass();
  await expect(chapter(2).locator('.figure')).toHaveCount(0);
  await chapter(1).getByRole('button', { name: '删除这一章' }).click();
  const done = page.getByRole('status').filter({ hasText: '已删除第 1 章（1 张图）' });
  await done.getByRole('button', { name: '撤销' }).click();
  await expect(chapter(1).locator('.figure')).toHaveCount(1);
  await expect(done).toHaveCount(0);
});

test('numbers are put in order by drag, by keys and by buttons', async ({ page }) => {
  await paste(page);
  await page.getByRole('button', { name: '全部采用' }).click();
  const order = () => page.locator('.fact .value b').allTextContents();
  await expect.poll(order).toEqual(['36艘', '14艘', '22艘', '1260万人次']);
  await line(page, '36艘').locator('.handle').press('ArrowDown');
  await expect.poll(order).toEqual(['14艘', '36艘', '22艘', '1260万人次']);
  await expect(line(page, '36艘').locator('.handle')).toBeFocused();
  await line(page, '22艘').locator('.handle').dragTo(line(page, '14艘').locator('.handle'));
  await expect.poll(order).toEqual(['22艘', '14艘', '36艘', '1260万人次']);
  await line(page, '22艘').locator('.more').click();
  await line(page, '22艘').getByRole('button', { name: '下移' }).click();
  await expect.poll(order).toEqual(['14艘', '22艘', '36艘', '1260万人次']);
});

test('a number is worked out from two others, and its formula is seen first', async ({ page }) => {
  await paste(page);
  await page.getByRole('button', { name: '全部采用' }).click();
  for (const printed of ['36艘', '14艘']) await line(page, printed).getByRole('checkbox').check();
  await page.getByRole('button', { name: '算一个数' }).click();
  await page.locator('.derive button', { hasText: '占比' }).click();
  await expect(page.locator('.fact', { hasText: '38.9%' })).toBeVisible();
});

test('a second language stands beside the first, when it is asked for', async ({ page }) => {
  await paste(page);
  await page.getByRole('button', { name: '全部采用' }).click();
  await page.locator('.rooms').getByRole('button', { name: '文字' }).click();
  await expect(page.getByRole('textbox', { name: '标题 · 英文', exact: true })).toHaveCount(0);
  await page.getByLabel('也用英文').check();
  await expect(page.getByRole('textbox', { name: '标题 · 英文', exact: true })).toHaveAttribute('lang', 'en');
});

/** Presses a key until something has the focus. @param {Page} page @param {import('@playwright/test').Locator} target */
async function tabTo(page, target) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

test('the whole way goes by keyboard alone', async ({ page }) => {
  await page.goto('./');
  await tabTo(page, page.getByRole('button', { name: '空白页' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('把文章粘贴到这里'));
  await page.keyboard.insertText(article);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, mark(page, '36艘'));
  await page.keyboard.press('ArrowRight');
  await expect(mark(page, '14艘')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line(page, '14艘')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(line(page, '22艘')).toBeVisible();
  for (const printed of ['14艘', '22艘']) {
    await tabTo(page, line(page, printed).getByRole('checkbox'));
    await page.keyboard.press('Space');
  }
  await tabTo(page, page.getByRole('button', { name: '做一张图', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('.offer').first());
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.insertText('电动渡船少于柴油渡船');
  const live = page.frameLocator('iframe');
  await expect(live.getByRole('heading', { name: '电动渡船少于柴油渡船' })).toBeVisible();
});

/** Every language with every theme and every window, and every theme with every window. */
const PAIRS = /** @type {const} */ ([
  ['zh', 'light', 'desk'],
  ['zh', 'dark', 'phone'],
  ['en', 'light', 'phone'],
  ['en', 'dark', 'desk'],
]);

for (const [lang, theme, name] of PAIRS) {
  test.describe(() => {
    test.use({ locale: lang === 'zh' ? 'zh-CN' : 'en-US', colorScheme: theme, viewport: WINDOWS[name] });

    test(`axe has nothing against the studio (${lang}, ${theme}, ${name})`, async ({ page }) => {
      /** Shows one of a phone's panes. @param {number} tab */
      const turnTo = async (tab) => name === 'phone' && page.locator('.tabs button').nth(tab).click();
      await page.goto('./');
      expect(await objections(page)).toEqual([]);
      await page.locator('.ways button').first().click();
      await expect(page.locator('.mark').first()).toBeVisible();
      expect(await objections(page)).toEqual([]);
      await page.locator('.above .main').click();
      await turnTo(1);
      await page.locator('.fact .more').first().click();
      expect(await objections(page)).toEqual([]);
      for (const index of [5, 6]) await page.locator('.fact input[type=checkbox]').nth(index).check();
      await page.locator('.below .main').last().click();
      await expect(page.locator('.offer').first()).toBeVisible();
      await page.locator('.refused summary').click();
      expect(await objections(page)).toEqual([]);
      await page.locator('.offer').first().click();
      await expect(page.locator('.figure.open .picture')).toBeVisible();
      expect(await objections(page)).toEqual([]);
      for (const room of [2, 3, 4]) {
        await page.locator('.rooms button').nth(room).click();
        expect(await objections(page)).toEqual([]);
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await page.locator('.file-menu summary').click();
      await page.locator('.file-menu button', { hasText: /源码|Source/ }).click();
      await expect(page.locator('.source')).toBeVisible();
      await expect(page.locator('.cm-content')).toBeVisible();
      expect(await objections(page)).toEqual([]);
    });
  });
}
