/** A host of the published site in a folder that tests may change: it can be stopped, and another version published in its place. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURE, filesIn } from '../../scripts/build/pages.mjs';
import { serve } from '../../scripts/serve/server.mjs';
import { HASHED } from '../../www/site/headers.js';
import { buildShell } from '../../scripts/build/shell.mjs';
import { MODULE } from '../../scripts/build/wasm.mjs';
import { isKept as isKeptFile, keeper } from '../../www/site/assemble.js';
import { expect, test as base } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/**
 * A host of the site, in a folder of its own that tests may change.
 * @typedef {object} Host
 * @property {string} folder
 * @property {string} url
 * @property {string[]} asked
 * @property {() => Promise<void>} stop nothing answers at its address any more
 * @property {() => Promise<void>} start
 */

/** @type {import('@playwright/test').Fixtures<{ host: Host }, {}, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */
const fixtures = {
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'infographic-'));
    cpSync(FIXTURE.site, folder, { recursive: true, filter: (source) => !/\.(br|gz)$/.test(source) });
    /** @type {string[]} */
    const asked = [];
    const options = {
      root: folder,
      base: '/deep/below/',
      csp: true,
      heard: (/** @type {string} */ url) => asked.push(url),
    };
    let server = await serve({ ...options, port: 0 });
    const { url } = server;
    let running = true;
    const host = {
      folder,
      url,
      asked,
      stop: async () => {
        await server.close();
        running = false;
      },
      start: async () => {
        server = await serve({ ...options, port: Number(new URL(url).port) });
        running = true;
        expect(server.url).toBe(url);
      },
    };
    await use(host);
    if (running) await server.close();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ host }, use) => use(host.url),
};
export const test = base.extend(fixtures);

/** Waits until everything is kept and the worker answers for the page. @param {Page} page */
export async function isKept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
}

/** Waits until a newer worker than the one at work has kept everything. @param {Page} page */
export async function newerIsKept(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    if (!registration.waiting && !registration.installing)
      await new Promise((done) => registration.addEventListener('updatefound', done, { once: true }));
    const newer = registration.waiting ?? registration.installing;
    while (newer && !['installed', 'redundant'].includes(newer.state))
      await new Promise((done) => newer.addEventListener('statechange', done, { once: true }));
    if (newer?.state === 'redundant') throw new Error('the newer version could not be kept');
  });
}

/**
 * Publishes another version in place of what is there: all its texts, scripts, styles and numbers under names of their own.
 * Text, script and style each say which version they are of.
 * @param {string} folder
 * @param {string} version a capital letter
 */
export async function publish(folder, version) {
  // The studio beside the site has a version of its own, and files of the same names.
  const ofSite = () => filesIn(folder).filter((file) => !file.startsWith('studio/'));
  const renamed = ofSite().filter((name) => HASHED.test(name));
  const name = (/** @type {string} */ file) => file.replace(/-\w{3}(\w{5}\.\w+)$/, `-${version.repeat(3)}$1`);
  /** @type {[string, string][]} */
  const names = renamed.map((file) => [file.replace(/.*\//, ''), name(file).replace(/.*\//, '')]);
  expect(new Set(names.map(([, after]) => after)).size).toBe(names.length);
  for (const file of ofSite().filter((file) => /\.(html|js|css)$/.test(file))) {
    const path = join(folder, file);
    let text = names.reduce((text, [before, after]) => text.replaceAll(before, after), readFileSync(path, 'utf8'));
    if (file.endsWith('.html')) text = text.replace('<body>', `<body data-version="${version}">`);
    if (/main-\w+\.js$/.test(file)) text += `;document.documentElement.dataset.script = '${version}';`;
    if (/style-\w+\.css$/.test(file)) text += `:root { --version: ${version}; }`;
    writeFileSync(path, text);
  }
  for (const file of renamed) renameSync(join(folder, file), join(folder, name(file)));
  const { scripts } = await buildShell(MODULE);
  const site = new Map(
    ofSite()
      .filter(isKeptFile)
      .map((file) => [file, readFileSync(join(folder, file))]),
  );
  writeFileSync(join(folder, 'worker.js'), await keeper(scripts.worker, site));
}

/** Which versions the page shows: of its text, its script and its style. @param {Page} page */
export const versions = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const style = getComputedStyle(root).getPropertyValue('--version').trim();
    return [document.body.dataset.version, root.dataset.script, style].map((version) => version || undefined);
  });
