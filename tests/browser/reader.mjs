/**
 * What a reader does with the page and what a reader sees: the words in which the specs are written.
 *
 * `test` is Playwright's own, with an eye on the browser's complaints: unless a spec says `test.use({ faulty: true })`, a
 * test fails when the console shows an error or a warning, when an exception is not caught, or when the page asks
 * another site for anything.
 */
import { readFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { FIXTURE } from '../../scripts/build/pages.mjs';

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
  const { chapters, title, locales } = JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
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
export const PUBLISHED = story('data/story.json');

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

/** Scrolls through the whole page, so that every figure has been drawn. @param {Page} page @param {string[]} [ids] */
export async function showAll(page, ids = FIGURES) {
  for (const id of ids) await show(page, id);
}

/**
 * What a canvas shows: a number that stands for its pixels, and how many pixels each colour covers, the ground left out.
 * @param {Locator} figure
 * @returns {Promise<{ hash: number, colors: [string, number][] }>} colours as `r,g,b`, most frequent first
 */
export function look(figure) {
  return figure.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    // A copy is read, for reading the canvas itself would change how the browser keeps it.
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no context');
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    // A canvas would resolve a system colour by a scheme of its own.
    canvas.style.color = 'var(--ground)';
    context.fillStyle = getComputedStyle(canvas).color;
    canvas.style.color = '';
    context.fillRect(0, 0, 1, 1);
    const [under] = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer);
    /** @type {Map<number, number>} */
    const counts = new Map();
    let hash = 0x811c9dc5;
    for (const pixel of pixels) {
      hash = Math.imul(hash ^ pixel, 0x01000193);
      if (pixel !== under && pixel >>> 24 >= 128) counts.set(pixel & 0xffffff, (counts.get(pixel & 0xffffff) ?? 0) + 1);
    }
    const colors = [...counts].sort((one, other) => other[1] - one[1]);
    return {
      hash: hash >>> 0,
      colors: colors
        .slice(0, 400)
        .map(([pixel, count]) => [`${pixel & 255},${(pixel >> 8) & 255},${(pixel >> 16) & 255}`, count]),
    };
  });
}

/**
 * The inks of the stylesheet, as `r,g,b`, in force now.
 * @param {Page} page
 * @param {string} [within] where, by a selector
 * @returns {Promise<Record<string, string>>}
 */
export function inks(page, within = 'body') {
  return page.locator(within).evaluate((place) => {
    const probe = place.appendChild(document.createElement('i'));
    const names = [
      'text',
      'muted',
      'rule',
      'tint',
      'ground',
      'on-mark',
      'pale',
      'before',
      'hue-1',
      'hue-2',
      'hue-3',
      'hue-4',
      'hue-5',
      'hue-6',
      'hue-7',
      'hue-8',
    ];
    const colors = names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, (getComputedStyle(probe).color.match(/\d+/g) ?? []).slice(0, 3).join(',')];
    });
    probe.remove();
    return Object.fromEntries(colors);
  });
}

/**
 * How many pixels of a figure have a colour, give or take what smoothing leaves.
 * @param {{ colors: [string, number][] }} seen
 * @param {string | undefined} color
 */
export function covered(seen, color = '') {
  const wanted = color.split(',').map(Number);
  const near = (/** @type {string} */ other) =>
    other.split(',').every((part, index) => Math.abs(Number(part) - (wanted[index] ?? NaN)) <= 6);
  return seen.colors.reduce((sum, [other, count]) => sum + (near(other) ? count : 0), 0);
}

/**
 * How many pixels a figure's canvas has, and how many the screen has under it.
 * @param {Locator} figure
 */
export function sharpness(figure) {
  return figure.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    const { width, height } = canvas.getBoundingClientRect();
    return {
      drawn: [canvas.width, canvas.height],
      shown: [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)],
    };
  });
}

/** Whether a figure's canvas has as many pixels as the screen has under it. @param {Locator} figure */
export async function isSharp(figure) {
  const { drawn, shown } = await sharpness(figure);
  return drawn.join() === shown.join();
}

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** The marks of a figure, as the overlay has them, in order. @param {Locator} figure */
export async function marks(figure) {
  const found = await figure.locator('.mark').evaluateAll((buttons) =>
    buttons.map((button) => {
      if (!(button instanceof HTMLElement)) throw new Error('not an element');
      const corner = button.closest('.stage')?.getBoundingClientRect();
      const { x, y, width, height } = button.getBoundingClientRect();
      return {
        fact: button.dataset.fact ?? '',
        name: button.getAttribute('aria-label') ?? '',
        box: { x: x - (corner?.x ?? 0), y: y - (corner?.y ?? 0), width, height },
      };
    }),
  );
  return found;
}

/**
 * The rows of a figure's table, by fact: what a voice says of each, and its cells.
 * @param {Locator} figure
 * @returns {Promise<Record<string, { spoken: string, cells: string[] }>>}
 */
export async function tableRows(figure) {
  const rows = await figure.locator('tr[data-fact]').evaluateAll((found) =>
    found.map((row) => {
      if (!(row instanceof HTMLTableRowElement)) throw new Error('not a row');
      const { fact = '' } = row.dataset;
      const [term, value] = row.cells;
      // Term and value, unless the row says it otherwise.
      const plain = [term?.firstChild?.textContent?.trim(), value?.textContent];
      const spoken = row.dataset.spoken ?? plain.join(document.getElementById('words')?.dataset.comma);
      return [fact, { spoken, cells: [...row.cells].map((cell) => cell.textContent ?? '') }];
    }),
  );
  return Object.fromEntries(rows);
}

/**
 * What the figure's tooltip says, line by line, and which mark the ring is around; nothing when there is none.
 * @param {Locator} figure
 */
export function tooltip(figure) {
  return figure.locator('.stage').evaluate((stage) => {
    const [tip, ring] = [stage.querySelector('.tip'), stage.querySelector('.ring')];
    const shown = (/** @type {Element | null} */ element) => Boolean(element?.getClientRects().length);
    if (!tip || !ring || !shown(tip) || !shown(ring)) return undefined;
    const place = (/** @type {Element} */ element) => element.getBoundingClientRect();
    const center = (/** @type {DOMRect} */ box) => [box.x + box.width / 2, box.y + box.height / 2];
    const [x = 0, y = 0] = center(place(ring));
    const ringed = [...stage.querySelectorAll('.mark')].filter((mark) => {
      const [left = 0, top = 0] = center(place(mark));
      const [inner, outer] = [place(mark), place(ring)];
      return Math.hypot(left - x, top - y) < 1 && outer.width >= inner.width && outer.height >= inner.height;
    });
    const { left, right } = place(tip);
    return {
      lines: [...tip.children].filter((line) => line.className !== 'tip-leads').map((line) => line.textContent ?? ''),
      facts: ringed.map((mark) => (mark instanceof HTMLElement ? mark.dataset.fact : undefined)),
      fits: left >= 0 && right <= document.documentElement.clientWidth,
    };
  });
}

/** The pixels that the document can be scrolled sideways; also what sticks out, to tell why. @param {Page} page */
export function sideways(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (/** @type {Element | null} */ element) =>
      Boolean(element?.closest('.scroll, nav ol, textarea, dialog, .unseen'));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolls(element))
      .map((element) => `${element.tagName}.${element.className}#${element.closest('[id]')?.id}`)
      .concat(`${scrollWidth - clientWidth} px`);
  });
}

/**
 * The reader's own text size, as a browser's settings give it.
 * @param {Page} page
 * @param {number} size in px
 */
export async function setTextSize(page, size) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: Math.round(size * 0.8125) } });
}

/**
 * Another screen under the same window: so many device pixels to a CSS px. The window gets a pixel taller or shorter, for
 * Chromium tells a page of no emulated ratio alone.
 * @param {Page} page
 * @param {number} ratio
 */
export async function setScreen(page, ratio) {
  const session = await page.context().newCDPSession(page);
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
  const metrics = { width, height: height ^ 1, deviceScaleFactor: ratio, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
}

/**
 * Fingers on the screen, each going from one point to another.
 * @param {Page} page
 * @param {{ from: [number, number], to: [number, number] }[]} fingers
 */
export async function drag(page, fingers) {
  const session = await page.context().newCDPSession(page);
  const points = (/** @type {number} */ part) =>
    fingers.map(({ from: [x, y], to }, id) => ({ x: x + (to[0] - x) * part, y: y + (to[1] - y) * part, id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (let step = 1; step <= 10; step += 1)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 10) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
