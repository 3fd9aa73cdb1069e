/**
 * Another site's page with our figures in frames: what the specs about hosts share. Host and frame are on different sites, as in
 * the world.
 */
import { expect, test as base } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { FIXTURE } from '../../scripts/build/pages.mjs';
import { serve } from '../../scripts/serve/server.mjs';
import { TAGS } from './reader.mjs';

export { expect };

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Page | import('@playwright/test').FrameLocator} Host where a host's page is: in the window, or itself in a frame */

/** @typedef {{ body: string | Buffer, headers: Record<string, string> }} Answer */

/**
 * @typedef {object} Sites
 * @property {string} hosts the folder of host pages
 * @property {string} site the folder of our site, which is another site than the hosts'
 * @property {string[]} asked what has been asked of our site, in the order of asking
 * @property {Record<string, Answer>} answers what a third site answers, by path
 * @property {string} other that site
 */

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @typedef {import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions} Args
 * @typedef {import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions} WorkerArgs
 */

/** @type {import('@playwright/test').Fixtures<{ heard: string[] }, { sites: Sites }, Args, WorkerArgs>} */
const fixtures = {
  sites: [
    async ({}, use) => {
      /** @type {string[]} */
      const asked = [];
      const servers = [
        await serve({ root: folder('../..'), port: 0 }),
        await serve({
          root: FIXTURE.site,
          port: 0,
          base: '/town/',
          csp: true,
          heard: (url) => asked.push(url),
        }),
      ];
      // Another site than 127.0.0.1, though the same machine.
      const site = `${servers[1]?.url}`.replace('127.0.0.1', 'localhost');
      /** @type {Record<string, Answer>} */
      const answers = {};
      const third = createServer(({ url = '' }, response) => {
        const { body, headers } = answers[url] ?? { body: '', headers: {} };
        response.writeHead(answers[url] ? 200 : 404, headers).end(body);
      }).listen(0, '127.0.0.1');
      await once(third, 'listening');
      const address = third.address();
      const other = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : ''}`;
      await use({ hosts: `${servers[0]?.url}tests/browser/hosts/`, site, asked, answers, other });
      third.close();
      third.closeAllConnections();
      for (const server of servers) await server.close();
    },
    { scope: 'worker' },
  ],
  /** What the browser complains of, in the host or in its frames. A snippet allows sharing also where the machine has none. */
  heard: async ({ page }, use) => {
    /** @type {string[]} */
    const heard = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && message.text() !== "Unrecognized feature: 'web-share'.")
        heard.push(message.text());
    });
    page.on('pageerror', (error) => heard.push(error.message));
    await use(heard);
  },
};

export const test = base.extend(fixtures);

/**
 * Opens a host page with a figure in its frame.
 * @param {Page} page
 * @param {Sites} sites
 * @param {string} host its name, with a fragment where it is in another state than the usual: see hosts/column.js
 * @param {...string} children addresses below the site
 */
export async function openHost(page, { hosts, site }, host, ...children) {
  const [name, state = ''] = host.split('#');
  const query = new URLSearchParams(children.map((child) => ['child', `${site}${child}`]));
  await page.goto(`${hosts}${name}.html?${query}#${state}`);
  await expect(page.locator('iframe').first()).toBeAttached();
}

/** The frame of a host page, once its figure answers. @param {Host} page @param {'zh' | 'en'} [locale] */
export async function child(page, locale = 'zh') {
  const element = page.locator('iframe');
  const frame = element.contentFrame();
  await expect(frame.locator('html')).toHaveAttribute('lang', TAGS[locale]);
  await expect(frame.locator('.actions')).toBeAttached();
  await expect(frame.locator('.stage.live canvas')).toBeAttached();
  return frame;
}

/**
 * How tall the frame is, and its content, and how far the content can be scrolled.
 * @param {Host} page
 * @param {number} [index]
 */
export async function heights(page, index = 0) {
  const element = page.locator('iframe').nth(index);
  const frame = await element.evaluate((iframe) => iframe.clientHeight);
  return element
    .contentFrame()
    .locator('html')
    .evaluate(
      (root, frame) => ({
        frame,
        content: Math.ceil(root.getBoundingClientRect().height),
        down: root.scrollHeight - innerHeight,
        across: root.scrollWidth - innerWidth,
      }),
      frame,
    );
}

/**
 * The frame is as tall as its content, within a pixel, and nothing can be scrolled in it.
 * @param {Host} page
 * @param {{ most?: number, index?: number }} [options]
 * @returns {Promise<number>} the height
 */
export async function fits(page, { most = Infinity, index = 0 } = {}) {
  let seen = await heights(page, index);
  await expect(async () => {
    seen = await heights(page, index);
    const wanted = Math.min(most, seen.content);
    expect(Math.abs(seen.frame - wanted), JSON.stringify(seen)).toBeLessThanOrEqual(1);
    expect(seen.across, JSON.stringify(seen)).toBeLessThanOrEqual(0);
    if (seen.content <= most) expect(seen.down, JSON.stringify(seen)).toBeLessThanOrEqual(0);
  }).toPass();
  return seen.frame;
}

/** Makes the host's column another width. @param {Page} page @param {number} width */
export const setColumn = (page, width) =>
  page.locator('#column').evaluate((column, width) => (column.style.width = `${width}px`), width);
