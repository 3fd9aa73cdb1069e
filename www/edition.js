// The story in a language: as the published page brings it, packed, with the page's text written; or from a module that stands
// alone, which writes the page itself.

import init, * as wasm from './pkg/infographic.js';
import { fragment } from './dom.js';
import { TAGS } from './locale.js';

/** @typedef {import('./locale.js').Locale} Locale */

/**
 * @typedef {object} Edition
 * @property {wasm.Infographic} infographic
 * @property {DocumentFragment} [body] what `<body>` should hold; absent when it holds it already
 * @property {string} title
 */

/**
 * The edition of a language.
 * @param {Locale} locale
 * @returns {Promise<Edition>}
 */
export async function edition(locale) {
  return find('module') ? published(locale) : standalone(locale);
}

/**
 * A file that the published page names in its head.
 * @param {string} rel
 * @param {ParentNode} [page]
 * @param {string} [lang]
 */
function find(rel, page = document, lang) {
  const link = page.querySelector(`link[data-rel="${rel}"]${lang ? `[hreflang="${lang}"]` : ''}`);
  return link instanceof HTMLLinkElement ? link : undefined;
}

/**
 * @param {Locale} locale
 * @returns {Promise<Edition>}
 */
async function published(locale) {
  const tag = TAGS[locale];
  const story = find('story', document, tag);
  if (!story) throw Object.assign(new Error(`not published in ${locale}`), { code: 'locale' });
  const here = document.documentElement.lang === tag;
  const [bytes, page] = await Promise.all([
    fetch(story.href).then(body).then((response) => response.arrayBuffer()),
    here ? undefined : fetch(find('page', document, tag)?.href ?? '').then(body).then((response) => response.text()),
    init({ module_or_path: find('module')?.href }),
  ]);
  const infographic = wasm.Infographic.unpack(new Uint8Array(bytes));
  if (page === undefined) return { infographic, title: document.title };
  const other = new DOMParser().parseFromString(page, 'text/html');
  const content = document.createDocumentFragment();
  content.append(...other.body.childNodes);
  return { infographic, body: content, title: other.title };
}

/**
 * @param {Locale} locale
 * @returns {Promise<Edition>}
 */
async function standalone(locale) {
  await init();
  const infographic = new wasm.Infographic(wasm.bundledStory(), locale);
  const content = fragment(infographic.pageHtml());
  return { infographic, body: content, title: content.querySelector('h1')?.textContent ?? '' };
}

/** @param {Response} response */
function body(response) {
  if (!response.ok) throw Object.assign(new Error(`${response.url}: ${response.status}`), { code: 'story' });
  return response;
}
