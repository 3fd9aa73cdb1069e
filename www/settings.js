// What the reader chose, kept where storage is allowed, and what the address asks for, which wins.

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * Reads a remembered choice. Even touching `localStorage` may throw: in sandboxed frames, and where a reader blocks it.
 * @param {string} name
 * @returns {string | undefined}
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
 * A parameter of the address's query.
 * @param {string} name
 * @returns {string | undefined}
 */
export function asked(name) {
  return new URLSearchParams(location.search).get(name) ?? undefined;
}

/**
 * Writes a choice into the address, so that it can be shared, without leaving the page.
 * @param {string} name
 * @param {string} value
 */
export function writeAddress(name, value) {
  const query = new URLSearchParams(location.search);
  query.set(name, value);
  replaceAddress(`?${query}${location.hash}`);
}

/**
 * Replaces the address. In a frame it is the host's: its fragment and its parameters are how hosts speak to frames.
 * @param {string} address
 */
export function replaceAddress(address) {
  if (parent !== window) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // The page works without.
  }
}

/**
 * The site's address, for links and snippets. A `srcdoc` frame in a page without an address has none.
 * @returns {string}
 */
export function siteAddress() {
  try {
    return new URL(document.documentElement.dataset.root || '.', document.baseURI).href;
  } catch {
    return location.href;
  }
}
