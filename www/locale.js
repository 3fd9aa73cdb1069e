// Which language the page speaks.

import { addressIn, asked, remember, remembered, replaceAddress } from './settings.js';

/** @typedef {import('./pkg/infographic.js').Locale} Locale */

/** The `lang` attribute of each language. */
export const TAGS = /** @type {const} */ ({ zh: 'zh-Hans', en: 'en' });

/**
 * @param {string | undefined} code
 * @returns {Locale | undefined}
 */
const known = (code) => (code === 'zh' || code === 'en' ? code : undefined);

/** @param {string} tag */
const ours = (tag) => known(tag.toLowerCase().split(/[-_]/)[0]);

/**
 * The language that the address names, by its query or its path; else that chosen before; else the browser's.
 * @returns {Locale}
 */
export function chooseLocale() {
  const { dataset, lang } = document.documentElement;
  const pinned = 'pinned' in dataset ? ours(lang) : undefined;
  const spoken = (navigator.languages ?? [navigator.language]).map(ours).find(Boolean);
  return ours(asked('lang') ?? '') ?? pinned ?? known(remembered('lang')) ?? spoken ?? 'zh';
}

/**
 * Keeps a language chosen by the reader.
 * @param {Locale} locale
 */
export function keepLocale(locale) {
  remember('lang', locale);
  replaceAddress(addressIn(locale));
}
