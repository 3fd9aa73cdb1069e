/** Of several wishes the last one counts, and what is loaded late may fail: one sentence says so, until it works. */
import { answers, expect, hold, isAddressIn, open, show, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/**
 * A script of the site that is loaded when first asked for, whatever the build calls it.
 * @param {string} name
 */
const script = (name) => new RegExp(`/${name}(-\\w+)?\\.js$`);

/**
 * Asks for something that fails, and waits for the sentence about it. That of an earlier failure gives way to it, so that there is
 * one at a time; until then what was asked for is still on its way.
 * @param {Page} page
 * @param {() => Promise<void>} ask
 * @param {string} sentence
 */
async function failsWith(page, ask, sentence) {
  const fault = page.locator('.fault');
  await fault.evaluateAll((earlier) => earlier.forEach((note) => note.setAttribute('data-earlier', '')));
  await ask();
  await expect(page.locator('.fault:not([data-earlier])')).toHaveText(sentence);
  await expect(fault).toHaveCount(1);
}

/** Counts the sounds that begin and those that still play. @param {Page} page */
async function hear(page) {
  await page.addInitScript(() => {
    const sounds = { begun: 0, playing: 0 };
    Object.assign(window, { sounds });
    const { AudioContext } = window;
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        sounds.begun += 1;
        sounds.playing += 1;
      }
      close() {
        sounds.playing -= 1;
        return super.close();
      }
    };
  });
  return () => page.evaluate(() => /** @type {any} */ (window).sounds);
}

test.describe('language', () => {
  for (const presses of [2, 3]) {
    test(`the link pressed ${presses} times in a row turns the page once`, async ({ page }) => {
      await open(page, '?lang=zh');
      const link = page.getByRole('link', { name: 'English' });
      await link.evaluate((element, presses) => {
        for (let press = 0; press < presses; press += 1)
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }, presses);
      await answers(page, 'en');
      const figure = await show(page, 'ferries');
      await expect(figure.locator('.choices')).toHaveCount(1);
      await expect(figure.locator('.actions')).toHaveCount(1);
      await expect(figure.locator('.marks')).toHaveCount(1);
      await expect(page.locator('#tools select')).toHaveCount(1);
      expect(isAddressIn(page.url(), 'en')).toBe(true);
    });
  }

  test.describe('of a page that is on its way', () => {
    test.use({ faulty: true });

    test('a language that cannot be had leaves page and address as they are, until it can', async ({ page }) => {
      await open(page, '?lang=zh');
      await page.route('**/en/', (route) => route.abort());
      const link = page.getByRole('link', { name: 'English' });
      for (let press = 0; press < 2; press += 1) await failsWith(page, () => link.click(), SENTENCE.zh);
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
      expect(isAddressIn(page.url(), 'zh')).toBe(true);
      await show(page, 'shipyard');
      await page.unroute('**/en/');
      await page.locator('.fault').getByRole('button').click();
      await answers(page, 'en');
      await expect(page.locator('.fault')).toHaveCount(0);
      expect(isAddressIn(page.url(), 'en')).toBe(true);
    });

    test('numbers that are still on their way are not waited for when the other language is asked for', async ({
      page,
    }) => {
      await open(page, '?lang=zh');
      const english = await hold(page, /plate-en-\w+\.bin$/);
      const link = page.getByRole('link', { name: 'English' });
      await link.evaluate((element) => {
        if (!(element instanceof HTMLElement)) throw new Error('no link');
        element.click();
        element.click();
      });
      await expect.poll(english.asked).toBeGreaterThan(0);
      english.release();
      await answers(page, 'en');
      await expect((await show(page, 'ferries')).locator('.choices')).toHaveCount(1);
      await expect(page.locator('.fault')).toHaveCount(0);
    });
  });
});

test.describe('dialogs', () => {
  test('the one that is asked for last opens, alone', async ({ page }) => {
    await open(page, '?lang=en');
    const figure = await show(page, 'bakery');
    const downloads = await hold(page, script('download'));
    await press(figure, /^Download/);
    await expect.poll(downloads.asked).toBe(1);
    await press(figure, /^Embed/);
    await expect(page.getByRole('dialog')).toHaveAccessibleName('Put this figure in your page');
    await downloads.ran();
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });

  test('one that is still on its way does not open on the page of another language', async ({ page }) => {
    await open(page, '?lang=en');
    const downloads = await hold(page, script('download'));
    await press(await show(page, 'bakery'), /^Download/);
    await expect.poll(downloads.asked).toBe(1);
    await page.getByRole('link', { name: '中文' }).dispatchEvent('click');
    await answers(page, 'zh');
    await downloads.ran();
    await expect(page.locator('dialog')).toHaveCount(0);
  });
});

test.describe('sound', () => {
  test('pressed twice before it is there, it sounds once, and stops', async ({ page }) => {
    const sounds = await hear(page);
    await open(page, '?lang=en');
    const figure = await show(page, 'bakery');
    const listening = await hold(page, script('listen'));
    await press(figure, /^Listen/);
    await press(figure, /^Listen/);
    await expect.poll(listening.asked).toBeGreaterThan(0);
    listening.release();
    await expect.poll(sounds).toEqual({ begun: 1, playing: 1 });
    await press(figure, /^Stop/);
    expect(await sounds()).toEqual({ begun: 1, playing: 0 });
  });

  test('of two figures only one sounds', async ({ page }) => {
    const sounds = await hear(page);
    await open(page, '?lang=en');
    const one = await show(page, 'bakery');
    await press(one, /^Listen/);
    await expect.poll(sounds).toEqual({ begun: 1, playing: 1 });
    const other = await show(page, 'goods');
    await press(other, /^Listen/);
    await expect.poll(sounds).toEqual({ begun: 2, playing: 1 });
    await expect(one.getByRole('button', { name: /^Listen/, includeHidden: true })).toHaveCount(1);
    await expect(other.getByRole('button', { name: /^Stop/, includeHidden: true })).toHaveCount(1);
  });

  test('of two windows of the site only one sounds', async ({ page, context }) => {
    const second = await context.newPage();
    const [here, there] = [await hear(page), await hear(second)];
    await open(page, '?lang=en');
    await press(await show(page, 'bakery'), /^Listen/);
    await expect.poll(here).toEqual({ begun: 1, playing: 1 });
    await open(second, '?lang=en');
    await press(await show(second, 'bakery'), /^Listen/);
    await expect.poll(there).toEqual({ begun: 1, playing: 1 });
    await expect.poll(here).toEqual({ begun: 1, playing: 0 });
  });

  test('a page that is left falls silent, also when the sound is still on its way', async ({ page }) => {
    const sounds = await hear(page);
    await open(page, '?lang=en');
    const listening = await hold(page, script('listen'));
    await press(await show(page, 'bakery'), /^Listen/);
    await expect.poll(listening.asked).toBe(1);
    await page.getByRole('link', { name: '中文' }).dispatchEvent('click');
    await answers(page, 'zh');
    await listening.ran();
    expect(await sounds()).toEqual({ begun: 0, playing: 0 });
  });
});

test.describe('a part of the program that does not come', () => {
  test.use({ faulty: true });

  for (const [name, button, locale] of /** @type {const} */ ([
    ['listen', /^听图/, 'zh'],
    ['download', /^Download/, 'en'],
    ['embed-dialog', /^嵌入/, 'zh'],
  ])) {
    test(`${name}: one sentence, however often it is asked for, and none once it works (${locale})`, async ({
      page,
    }) => {
      await open(page, `?lang=${locale}`);
      const figure = await show(page, 'bakery');
      await page.route(script(name), (route) => route.abort());
      for (let time = 0; time < 2; time += 1) await failsWith(page, () => press(figure, button), SENTENCE[locale]);
      await page.unroute(script(name));
      await press(figure, button);
      await expect(page.locator('dialog, .listen:text("停止"), .listen:text("Stop")')).toHaveCount(1);
      await expect(page.locator('.fault')).toHaveCount(0);
    });
  }

  test('the index: its sentence offers to try again, which works', async ({ page }) => {
    await page.route(script('numbers'), (route) => route.abort());
    await open(page, '?lang=en');
    await page.locator('#numbers').scrollIntoViewIfNeeded();
    const fault = page.locator('.fault');
    await expect(fault).toHaveText(SENTENCE.en);
    await failsWith(page, () => fault.getByRole('button').click(), SENTENCE.en);
    await page.unroute(script('numbers'));
    await fault.getByRole('button').click();
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(fault).toHaveCount(0);
  });

  test('a figure set apart: the whole page stands, and trying again sets it apart', async ({ page }) => {
    await page.route(script('single'), (route) => route.abort());
    await page.goto('?figure=bakery&lang=en');
    const fault = page.locator('.fault');
    await expect(fault).toHaveText(SENTENCE.en);
    await page.unroute(script('single'));
    await fault.getByRole('button').click();
    await expect(page.locator('figure.figure')).toHaveCount(1);
    await expect(page.locator('#bakery .stage.live canvas')).toBeVisible();
    await expect(fault).toHaveCount(0);
  });
});

const SENTENCE = {
  zh: '文件未能载入，请检查网络后再试。',
  en: 'The file could not be loaded. Please check your connection and try again.',
};

/**
 * Presses a button of a figure, wherever it stands.
 * @param {import('./reader.mjs').Locator} figure
 * @param {RegExp} name
 */
async function press(figure, name) {
  await figure.getByRole('button', { name, includeHidden: true }).dispatchEvent('click');
}
