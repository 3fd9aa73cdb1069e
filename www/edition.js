// The story in a language: as the published page brings it, packed, with the page's text written; or from a module that stands
// alone, which writes the page itself.

import init, * as wasm from './pkg/infographic.js';
import { hasPanicked } from './faults.js';
import { TAGS } from './locale.js';

/** @typedef {import('./locale.js').Locale} Locale */

/**
 * A page's text, which is there whatever becomes of its figures.
 * @typedef {object} Pages
 * @property {string} title
 * @property {DocumentFragment} [body] what `<body>` should hold; absent when it holds it already
 * @property {Promise<Edition>} live
 */

/**
 * @typedef {object} Edition
 * @property {wasm.Infographic} infographic
 * @property {(figure?: string) => Promise<string>} csv the numbers of a figure, or all, as a file's text
 * @property {(figure: string) => Promise<string>} svg a figure with title and source, as a picture
 */

/**
 * The edition of a language.
 * @param {Locale} locale
 * @returns {Promise<Pages>}
 */
export async function edition(locale) {
  return globalThis.PUBLISHED ? published(locale) : (await import('./standalone.js')).standalone(locale);
}

/** Whether the document is still as it was written; later only its head is, and another language's page is fetched. */
let fresh = true;

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
 * @returns {Promise<Pages>}
 */
async function published(locale) {
  const root = document.documentElement.dataset.root ?? '';
  const ready = startModule(named('module') ?? '');
  // Its failure is told where it is waited for, which may be later.
  ready.catch(() => {});
  let page = document;
  let address = '';
  const asWritten = fresh && document.documentElement.lang === TAGS[locale];
  fresh = false;
  if (!asWritten) {
    const link = document.querySelector(`link[data-rel="page"][hreflang="${TAGS[locale]}"]`);
    if (!(link instanceof HTMLLinkElement)) throw Object.assign(new Error(`no page in ${locale}`), { code: 'locale' });
    address = link.getAttribute('href') ?? '';
    page = new DOMParser().parseFromString(await (await load(address)).text(), 'text/html');
    if (!parts(document).every((part) => parts(page).includes(part))) return goTo(address, locale);
  }
  const live = begin();
  live.catch(() => {});
  if (page === document) return { title: page.title, live };
  const body = document.createDocumentFragment();
  body.append(...page.body.childNodes);
  return { title: page.title, body, live };

  /** @returns {Promise<Edition>} */
  async function begin() {
    const plate = await load(named('plate', page) ?? '', address);
    const bytes = new Uint8Array(await plate.arrayBuffer());
    await ready;
    if (hasPanicked()) throw Object.assign(new Error('the module has stopped'), { code: 'panic' });
    return {
      infographic: wasm.Infographic.unpack(bytes),
      csv: (figure = 'numbers') => text(`csv/${figure}.${locale}.csv`),
      svg: (figure) => text(`svg/${figure}.${locale}.svg`),
    };
  }

  /** @param {string} path */
  async function text(path) {
    const response = await load(path, root).catch((cause) => {
      throw Object.assign(new Error(`${path}: ${cause.message}`), { code: 'file' });
    });
    return response.text();
  }
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
 * Leaves for the page of a language, when it is of another version than this one and cannot be turned to in place.
 * @param {string} address
 * @param {Locale} locale
 * @returns {Promise<never>}
 */
function goTo(address, locale) {
  const query = new URLSearchParams(location.search);
  query.set('lang', locale);
  location.replace(new URL(`${address}?${query}${location.hash}`, document.baseURI).href);
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
 * @param {string} [base] what the name is relative to, itself relative to the page
 */
async function load(name, base = '') {
  const response = brought(name) ?? (await fetch(String(new URL(name, new URL(base, document.baseURI)))));
  if (!response.ok) throw Object.assign(new Error(`${response.url}: ${response.status}`), { code: 'story' });
  return response;
}
