/** Gecko: a stock Firefox, by WebDriver BiDi. */
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/machine/engines.mjs';
import { firstFrame } from './driver.mjs';

/** @returns {Promise<import('./driver.mjs').Engine>} */
export async function startFirefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), headless: true });
  return { open: () => openWindow(browser), close: () => browser.close() };
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Promise<import('./driver.mjs').Window>}
 */
async function openWindow(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  /** @type {string[]} */
  const heard = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) heard.push(`${message.type()}: ${message.text()}`);
  });
  // Firefox tells here too what a policy refused and what was not to be had.
  page.on('pageerror', (error) => heard.push(error instanceof Error ? error.message : String(error)));
  const resize = (/** @type {number} */ width, /** @type {number} */ height) => page.setViewport({ width, height });
  return {
    async visit(address) {
      await page.goto(address);
    },
    evaluate: (work, ...args) => /** @type {any} */ (page.evaluate(/** @type {any} */ (work), ...args)),
    async evaluateInFrame(work, ...args) {
      const element = (await page.evaluateHandle(firstFrame)).asElement();
      const frame = await /** @type {import('puppeteer-core').ElementHandle<Element> | null} */ (
        element
      )?.contentFrame();
      if (!frame) throw new Error('The page has no frame');
      return /** @type {any} */ (frame.evaluate(/** @type {any} */ (work), ...args));
    },
    press: (key) => page.keyboard.press(key),
    point: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    resize,
    screenshot: () => page.screenshot(),
    complaints: async () => heard,
    close: () => context.close(),
  };
}
