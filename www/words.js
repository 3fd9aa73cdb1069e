// The page's own words, which stand in the page: the Rust side knows each language's.

import { find } from './dom.js';

/** @typedef {import('./page-words.d.ts').Words} Words */

/**
 * The words of the page's language.
 * @returns {Words}
 */
export function pageWords() {
  return /** @type {Words} */ (/** @type {unknown} */ (find('#words').dataset));
}
