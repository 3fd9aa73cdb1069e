// The story of a module that stands alone, as wasm-pack builds it: it brings the numbers along and writes the page itself. A
// published page has no part of this.

import init, * as wasm from './pkg/infographic.js';
import { fragment } from './dom.js';

/**
 * The edition of a language, or of the first that the story is told in.
 * @param {import('./locale.js').Locale} locale
 * @returns {Promise<import('./edition.js').Pages>}
 */
export async function standalone(locale) {
  await init();
  /** @type {{ locales: import('./locale.js').Locale[] }} */
  const story = wasm.bundledStory();
  const told = story.locales.includes(locale) ? locale : (story.locales[0] ?? locale);
  const infographic = new wasm.Infographic(story, told);
  const body = fragment(infographic.pageHtml());
  const live = Promise.resolve(editionOf(infographic));
  return { locale: told, title: body.querySelector('h1')?.textContent ?? '', body, live };
}

/**
 * What the module itself writes of a story.
 * @param {wasm.Infographic} infographic
 * @returns {import('./edition.js').Edition}
 */
export const editionOf = (infographic) => ({
  infographic,
  csv: async (figure) => new Blob([infographic.csv(figure)], { type: 'text/csv' }),
  svg: async (figure, choice) => infographic.svg(figure, choice),
});
