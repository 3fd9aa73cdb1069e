// Which language the page speaks.

import { asked, remember, remembered, writeAddress } from './settings.js';

/** @typedef {import('./pkg/infographic.js').Locale} Locale */

/** The `lang` attribute of each language. */
export const TAGS = /** @type {const} */ ({ zh: 'zh-Hans', en: 'en' });

/**
 * @param {string | undefined} code
 * @returns {Locale | undefined}
 */
const known = (code) => (code === 'zh' || code === 'en' ? code : undefined);

/**
 * The language asked for by the address, else chosen before, else that of the browser.
 * @returns {Locale}
 */
export function chooseLocale() {
  const spoken = navigator.languages ?? [navigator.language];
  const ours = spoken.map((tag) => known(tag.slice(0, 2).toLowerCase())).find(Boolean);
  return known(asked('lang')) ?? known(remembered('lang')) ?? ours ?? 'zh';
}

/**
 * Keeps a language chosen by the reader.
 * @param {Locale} locale
 */
export function keepLocale(locale) {
  remember('lang', locale);
  writeAddress('lang', locale);
}
