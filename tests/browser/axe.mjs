/** What axe can check of accessibility, the same for page, figure, studio and preview. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that axe leaves out unless they are asked for. */
const MORE = ['target-size', 'label-content-name-mismatch', 'css-orientation-lock'];

/**
 * What axe objects to, one line an element; a frame is a page of its own. The script goes in by the debugger: the site's policy
 * would refuse it.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function objections(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (more) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])),
      resultTypes: ['violations'],
      iframes: false,
    });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ { target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, MORE);
}

/**
 * What axe objects to in either theme of the system.
 * @param {Page} page
 */
export async function objectionsInThemes(page) {
  const found = [];
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveCSS('color-scheme', theme);
    found.push(...(await objections(page)).map((objection) => `${theme}: ${objection}`));
  }
  return found;
}
