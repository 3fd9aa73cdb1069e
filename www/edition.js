// The story in a language: as the published page brings it, packed, with the page's text written; or from a module that stands
// alone, which writes the page itself.

import init, * as wasm from './pkg/infographic.js';
import { codedError, hasPanicked } from './faults.js';
import { TAGS } from './locale.js';
import { addressIn, isPublished, remember, siteAddress } from './settings.js';

/** @typedef {import('./locale.js').Locale} Locale */

/**
 * A page's text, which is there whatever becomes of its figures.
 * @typedef {object} Pages
 * @property {Locale} locale the language that it is told in
 * @property {string} title
 * @property {DocumentFragment} [body] what `<body>` should hold; absent when it holds it already
 * @property {Promise<Edition>} live
 */

/**
 * @typedef {object} Edition
 * @property {wasm.Infographic} infographic
 * @property {(figure?: string) => Promise<Blob>} csv the numbers of a figure, or all, as the file that is published
 * @property {(figure: string, choice: number | undefined, phone: boolean) => Promise<string>} svg a figure with title and source, as
 *   a picture, which may be one for phones: as it opens, or with a choice of its reader's
 */

/**
 * The edition of a language.
 * @param {Locale} locale
 * @param {AbortSignal} wish ends what is still on its way
 * @returns {Promise<Pages>}
 */
export async function edition(locale, wish) {
  return globalThis.PUBLISHED ? published(locale, wish) : (await import('./standalone.js')).standalone(locale);
}

/** Whether the document is still as it was written. Later only its head is, and the page of either language is fetched. */
let fresh = true;

/** The module's address, or its name in the single file. @type {string | undefined} */
let module;

/**
 * The address of a file that a published page names in its head.
 * @param {string} role
 * @param {Document} [page]
 */
function named(role, page = document) {
  return page.querySelector(`link[data-rel="${role}"]`)?.getAttribute('href') ?? undefined;
}

/**
 * @param {Locale} locale
 * @param {AbortSignal} wish
 * @returns {Promise<Pages>}
 */
async function published(locale, wish) {
  if (fresh) wholeLinks(document, '');
  module ??= whole(named('module') ?? '');
  const starting = startModule(module);
  // Its failure is told where it is waited for, which may be later.
  starting.catch(() => {});
  const asWritten = fresh && document.documentElement.lang === TAGS[locale];
  fresh = asWritten;
  const page = asWritten ? document : await loadPage(pageAddress(locale), locale, wish);
  const live = unpack(page, locale, starting, wish);
  live.catch(() => {});
  if (page === document) return { locale, title: page.title, live };
  const body = document.createDocumentFragment();
  body.append(...page.body.childNodes);
  return { locale, title: page.title, body, live };
}

/**
 * Makes the links of a page absolute: they hold when its text is shown at another page's address. A link that preloads would load anew.
 * @param {Document} page
 * @param {string} address of the page
 */
function wholeLinks(page, address) {
  for (const link of page.querySelectorAll('a[href]:not([href^="#"]), link[data-rel]:not([rel="preload"])'))
    link.setAttribute('href', whole(link.getAttribute('href') ?? '', address));
}

/**
 * A link's address. The single file's links stay as they are: they name what it brings along.
 * @param {string} link
 * @param {string} [page] where it stands
 */
function whole(link, page = '') {
  return isPublished() ? new URL(link, new URL(page, document.baseURI)).href : link;
}

/**
 * The address of the page of a language, as this page names it.
 * @param {Locale} locale
 */
function pageAddress(locale) {
  const link = document.querySelector(`link[data-rel="page"][hreflang="${TAGS[locale]}"]`);
  const address = link?.getAttribute('href');
  if (!address) throw codedError('locale', `no page in ${locale}`);
  return address;
}

/**
 * The page of another language.
 * @param {string} address
 * @param {Locale} locale
 * @param {AbortSignal} wish
 */
async function loadPage(address, locale, wish) {
  const text = await (await load(address, { wish, failure: 'file' })).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  wholeLinks(page, address);
  if (parts(document).every((part) => parts(page).includes(part)) || wish.aborted) return page;
  return leaveFor(locale);
}

/**
 * The story of a page, ready to be drawn.
 * @param {Document} page
 * @param {Locale} locale
 * @param {Promise<void>} starting
 * @param {AbortSignal} wish
 * @returns {Promise<Edition>}
 */
async function unpack(page, locale, starting, wish) {
  const plate = await load(named('plate', page) ?? '', { wish, failure: 'wasm' });
  const bytes = new Uint8Array(await plate.arrayBuffer());
  await starting;
  if (wish.aborted) throw codedError('story', 'another page was asked for meanwhile');
  if (hasPanicked()) throw codedError('panic', 'the module has stopped');
  return {
    infographic: wasm.Infographic.unpack(bytes),
    csv: async (figure = 'numbers') => (await file(`csv/${figure}.${locale}.csv`)).blob(),
    svg: async (figure, choice, phone) => {
      const name = [figure, ...(choice === undefined ? [] : [choice]), ...(phone ? ['phone'] : [])].join('.');
      return (await file(`svg/${name}.${locale}.svg`)).text();
    },
  };
}

/**
 * A file to take away.
 * @param {string} path
 */
function file(path) {
  return load(`${siteAddress()}${path}`, { failure: 'file' });
}

/**
 * The names of a page's script, style and module: another version of the site has others.
 * @param {Document} page
 */
function parts(page) {
  const elements = [...page.querySelectorAll('script[src], link[rel="stylesheet"], link[data-rel="module"]')];
  return elements.map((element) => (element.getAttribute('src') ?? element.getAttribute('href'))?.split('/').pop());
}

/**
 * Leaves for the page of a language, which is of another version than this one and cannot take its place.
 * @param {Locale} locale
 * @returns {Promise<never>}
 */
function leaveFor(locale) {
  remember('lang', locale);
  location.replace(addressIn(locale));
  return new Promise(() => {});
}

/**
 * Starts the module: by streaming where it is a file, from its bytes where the page brings it along.
 * @param {string} name
 */
async function startModule(name) {
  const response = brought(name);
  await init({ module_or_path: response ? await response.arrayBuffer() : name });
}

/**
 * A file that the page brings along itself, as the single-file build does, under the name that its links give it.
 * @param {string} name
 */
function brought(name) {
  const element = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  return element?.textContent
    ? new Response(Uint8Array.from(atob(element.textContent), (byte) => byte.charCodeAt(0)))
    : undefined;
}

/**
 * A file of the site.
 * @param {string} name
 * @param {object} how
 * @param {AbortSignal} [how.wish] ends the loading
 * @param {import('./faults.js').Fault} how.failure what its failure is to the reader
 */
export async function load(name, { wish, failure }) {
  const local = brought(name);
  if (local) return local;
  const address = String(new URL(name, document.baseURI));
  const response = await fetch(address, wish && { signal: wish }).catch((cause) => {
    throw codedError(failure, `${address}: ${cause.message}`);
  });
  if (!response.ok) throw codedError(failure, `${address}: ${response.status}`);
  return response;
}
