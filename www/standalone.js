// The story of a module that stands alone, as wasm-pack builds it: it brings the numbers along and writes the page itself. A
// published page has no part of this.

import init, * as wasm from './pkg/infographic.js';
import { fragment } from './dom.js';

/**
 * The edition of a language.
 * @param {import('./locale.js').Locale} locale
 * @returns {Promise<import('./edition.js').Pages>}
 */
export async function standalone(locale) {
  await init();
  const infographic = new wasm.Infographic(wasm.bundledStory(), locale);
  const body = fragment(infographic.pageHtml());
  /** @type {import('./edition.js').Edition} */
  const edition = {
    infographic,
    csv: async (figure) => new Blob([infographic.csv(figure)], { type: 'text/csv' }),
    svg: async (figure, choice) => infographic.svg(figure, choice),
  };
  return { title: body.querySelector('h1')?.textContent ?? '', body, live: Promise.resolve(edition) };
}
