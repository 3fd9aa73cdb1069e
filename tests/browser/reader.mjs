/**
 * What a reader does with the page and what a reader sees: the words in which the specs are written.
 *
 * `test` is Playwright's own, with an eye on the browser's complaints: unless a spec says `test.use({ faulty: true })`, a
 * test fails when the console shows an error or a warning, when an exception is not caught, or when the page asks
 * another site for anything.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { FIXTURE, STORY } from '../../scripts/build/pages.mjs';
import { ROOT } from '../../scripts/steps.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {'zh' | 'en'} Locale */
/** @typedef {'light' | 'dark'} Theme */

export { expect };

export const LOCALES = /** @type {const} */ (['zh', 'en']);
export const THEMES = /** @type {const} */ (['light', 'dark']);
export const TAGS = { zh: 'zh-Hans', en: 'en' };

/**
 * The part of a story that the tests need.
 * @param {string} file seen from the repository's folder
 * @returns {{ figures: string[], title: Record<Locale, string>, locales: Locale[] }} the figures' ids are in reading order
 */
function story(file) {
  const { chapters, title, locales } = JSON.parse(readFileSync(resolve(ROOT, file), 'utf8'));
  const figures = chapters.flatMap((/** @type {any} */ chapter) =>
    chapter.figures.map((/** @type {any} */ figure) => figure.id),
  );
  return { figures, title, locales };
}

/** The story whose site the tests read, and its figures. */
const FIXED = story(FIXTURE.story);
export const FIGURES = FIXED.figures;
export const TITLE = FIXED.title;

/** The story that is published, whichever it is. */
export const PUBLISHED = story(STORY);

/**
 * @typedef {{ faulty: boolean, complaints: string[] }} Own
 * @typedef {import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions} Args
 * @typedef {import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions} WorkerArgs
 */

/** @type {import('@playwright/test').Fixtures<Own, {}, Args, WorkerArgs>} */
const own = {
  /** Whether the test brings about what the browser complains of. */
  faulty: [false, { option: true }],

  complaints: [
    async ({ page, baseURL, faulty }, use) => {
      /** @type {string[]} */
      const heard = [];
      page.on('console', (message) => {
        const text = message.text();
        // The page at the top cannot know that its address asks for another language than it is written in.
        const needless = page.url().includes('lang=') && /\/plate-\S+ was preloaded .* but not used/.test(text);
        // Playwright says so itself, where the configuration has it block workers.
        const blocked = text === 'Service Worker registration blocked by Playwright';
        if (['error', 'warning'].includes(message.type()) && !needless && !blocked)
          heard.push(`${message.type()}: ${text}`);
      });
      page.on('pageerror', (error) => heard.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const own = origin === new URL(baseURL ?? '').origin;
        if (!own && !['data:', 'blob:'].includes(protocol)) heard.push(`asks another site: ${request.url()}`);
      });
      await use(heard);
      if (!faulty) expect(heard).toEqual([]);
    },
    { auto: true },
  ],
};

export const test = base.extend(own);

/**
 * The address of a figure's own page.
 * @param {string} id
 * @param {Locale} locale
 */
export const figureAddress = (id, locale) => `figure/${id}.${locale}.html`;

/**
 * Whether an address is that of the page which is in a language without script too.
 * @param {string} url
 * @param {Locale} locale
 */
export function isAddressIn(url, locale) {
  const { pathname, searchParams } = new URL(url);
  return locale === 'en' ? pathname.endsWith('/en/') && !searchParams.has('lang') : searchParams.get('lang') === locale;
}

/**
 * Opens a page and waits until it answers: the module is there and every figure has its actions.
 * @param {Page} page
 * @param {string} [address]
 */
export async function open(page, address = './') {
  await page.goto(address);
  await answers(page);
}

/** Waits until the page answers. @param {Page} page @param {Locale} [locale] */
export async function answers(page, locale) {
  if (locale) await expect(page.locator('html')).toHaveAttribute('lang', TAGS[locale]);
  await expect(page.locator('figure.figure').last().locator('.actions')).toBeAttached();
}

/**
 * The page speaks a language: it says so, and so do its title and its headings.
 * @param {Page} page
 * @param {Locale} locale
 * @param {Record<Locale, string>} [title] the story's
 */
export async function speaks(page, locale, title = TITLE) {
  await expect(page.locator('html')).toHaveAttribute('lang', TAGS[locale]);
  // A title may hold numbers, which the story keeps in braces.
  const parts = title[locale].split(/\{[^}]*\}/).filter(Boolean);
  for (const part of parts) {
    await expect(page).toHaveTitle(new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    await expect(page.locator('h1')).toContainText(part);
  }
  const headings = (await page.locator('h2, h3').allTextContents()).join('');
  if (locale === 'zh') expect(headings).toMatch(/[一-鿿]/);
  else expect(headings).not.toMatch(/[一-鿿]/);
}

/**
 * Brings a figure into view and waits for its drawing.
 * @param {Page} page
 * @param {string} id
 */
export async function show(page, id) {
  const figure = page.locator(`figure#${id}`);
  await figure.locator('.stage').scrollIntoViewIfNeeded();
  await expect(figure.locator('.stage.live canvas')).toBeVisible();
  return figure;
}

/**
 * A button of a figure's tools, wherever they stand.
 * @param {Locator} figure
 * @param {'listen' | 'stop' | 'download' | 'embed' | 'share' | 'wechat'} word the page's word for it
 */
async function tool(figure, word) {
  const name = await figure.page().locator('#words').getAttribute(`data-${word}`);
  return figure.getByRole('button', { name: new RegExp(`^${name}`), includeHidden: true });
}

/**
 * Presses a button of a figure's tools.
 * @param {Locator} figure
 * @param {Parameters<typeof tool>[1]} word
 */
export async function act(figure, word) {
  await (await tool(figure, word)).dispatchEvent('click');
}

/** Brings a figure to the middle of the window, at once. @param {Locator} figure */
export async function center(figure) {
  await figure.locator('.stage').evaluate((stage) => stage.scrollIntoView({ block: 'center', behavior: 'instant' }));
}

/**
 * Where the figures are in the window, once they have stayed there for ten frames.
 * @param {Page} page
 * @returns {Promise<number[]>} in CSS px
 */
export async function atRest(page) {
  return page.evaluate(async () => {
    const figures = [...document.querySelectorAll('figure.figure')];
    const tops = () => figures.map((figure) => Math.round(figure.getBoundingClientRect().top));
    let before = tops();
    for (let same = 0; same < 10; same += 1) {
      await new Promise((next) => requestAnimationFrame(next));
      const now = tops();
      if (now.join() !== before.join()) same = 0;
      before = now;
    }
    return before;
  });
}

/**
 * Scrolls through the whole page, so that every figure has been drawn: within the page, since a question for each step would take
 * longer than the step.
 * @param {Page} page
 * @param {string[]} [ids]
 */
export async function showAll(page, ids = FIGURES) {
  await page.evaluate(async (ids) => {
    for (const id of ids) {
      const stage = document.querySelector(`figure#${id} .stage`);
      for (let frames = 0; !stage?.querySelector(':scope.live canvas'); frames += 1) {
        if (frames > 600) throw new Error(`${id} is not drawn`);
        // Again in each frame: after the window has turned, the page goes back once to what was read before.
        stage?.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((next) => requestAnimationFrame(next));
      }
    }
  }, ids);
}

/**
 * Lets files wait until they are released.
 * @param {Page} page
 * @param {string | RegExp} files
 * @param {(route: import('@playwright/test').Route) => Promise<void>} [end] what becomes of them then; they come if absent
 * @returns {Promise<{ asked: () => number, release: () => void, ran: () => Promise<void> }>} `ran` releases a script and waits until
 *   whoever asked for it before has it
 */
export async function hold(page, files, end = (route) => route.continue()) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((done) => (release = () => done(undefined)));
  /** @type {string[]} */
  const asked = [];
  await page.route(files, async (route) => {
    asked.push(route.request().url());
    await released;
    await end(route);
  });
  const ran = async () => {
    release();
    await page.evaluate((script) => import(script), asked[0] ?? '');
  };
  return { asked: () => asked.length, release, ran };
}
