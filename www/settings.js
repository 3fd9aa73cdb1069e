// What the reader chose, kept where storage is allowed, and what the address asks for, which wins.

import { homesOf } from './homes.js';

/** The way from the site's folder to the page of each of the story's languages, the first of them first. */
export const homes = () => homesOf(document.documentElement.dataset.homes ?? '');

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * Reads a remembered choice. Even touching `localStorage` may throw: in sandboxed frames, and where a reader blocks it.
 * @param {string} name
 */
export function remembered(name) {
  try {
    return localStorage.getItem(`infographic-${name}`) ?? memory.get(name);
  } catch {
    return memory.get(name);
  }
}

/**
 * Remembers a choice, for this page at least.
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  memory.set(name, value);
  try {
    localStorage.setItem(`infographic-${name}`, value);
  } catch {
    // Memory has it; the address carries it on.
  }
}

/**
 * A parameter's name as it was meant: on its way a link may have kept the `&amp;` of a page's source, or grown capitals.
 * @param {string} name
 */
const meant = (name) => name.replace(/^(amp;)+/, '').toLowerCase();

/**
 * A parameter of the address's query, in small letters.
 * @param {string} name
 */
export function asked(name) {
  const found = [...new URLSearchParams(location.search)].find(([other]) => meant(other) === name);
  return found?.[1].trim().toLowerCase();
}

/**
 * The reader's address in a language: that of the page which is in it without script too, with all else that it asks for.
 * @param {import('./locale.js').Locale} locale
 */
export function addressIn(locale) {
  const address = new URL(homeAddress(locale));
  for (const [name, value] of new URLSearchParams(location.search))
    if (meant(name) !== 'lang') address.searchParams.append(name, value);
  address.hash = location.hash;
  return address.href;
}

/**
 * Replaces the address. In a frame the address stays: hosts pass messages in its fragment and its parameters.
 * @param {string} address
 * @param {object | null} [state] what is kept with it
 */
export function replaceAddress(address, state = history.state) {
  if (parent !== window) return;
  try {
    history.replaceState(state, '', address);
  } catch {
    // Some sandboxes forbid it; the page works without.
  }
}

/**
 * The address of a published site's folder, for links and snippets.
 */
export function siteAddress() {
  // Its scripts lie in a folder of it, whatever address the host gives the page.
  return isPublished() ? new URL('..', import.meta.url).href : absolute('.');
}

/**
 * The address of a figure in the whole page, which is in its language without script too.
 * @param {import('./locale.js').Locale} locale
 * @param {string} figure
 */
export const wholeAddress = (locale, figure) => `${homeAddress(locale)}#${figure}`;

/** The address of the whole page in a language. @param {import('./locale.js').Locale} locale */
function homeAddress(locale) {
  return isPublished() ? `${siteAddress()}${homes()[locale]}` : absolute(`?lang=${locale}`);
}

/** Whether the page is a file of a site: the page that developers work on and the single file are not. */
export function isPublished() {
  return 'root' in document.documentElement.dataset;
}

/**
 * An address that is relative to the page's. A `srcdoc` frame in a page without an address has none.
 * @param {string} address
 */
function absolute(address) {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return location.href;
  }
}
