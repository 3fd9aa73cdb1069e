// Which language the page speaks.

import { addressIn, asked, homes, remember, remembered, replaceAddress } from './settings.js';

/** @typedef {import('./pkg/infographic.js').Locale} Locale */

/** The `lang` attribute of each language. */
export const TAGS = /** @type {const} */ ({ zh: 'zh-Hans', en: 'en' });

/** The story's languages, the article's first. */
export const told = () => /** @type {Locale[]} */ (Object.keys(homes()));

/**
 * The story's language of a tag, which may name a script or a country too.
 * @param {string | undefined} tag
 */
const ours = (tag) => told().find((code) => code === tag?.toLowerCase().split(/[-_]/)[0]);

/**
 * The language that the address names, by its query or its path; else that chosen before; else the browser's; else the article's.
 * @returns {Locale}
 */
export function chooseLocale() {
  const { dataset, lang } = document.documentElement;
  const pinned = 'pinned' in dataset ? ours(lang) : undefined;
  const spoken = (navigator.languages ?? [navigator.language]).map(ours).find(Boolean);
  return ours(asked('lang')) ?? pinned ?? ours(remembered('lang')) ?? spoken ?? told()[0] ?? 'zh';
}

/**
 * Keeps a language chosen by the reader.
 * @param {Locale} locale
 */
export function keepLocale(locale) {
  remember('lang', locale);
  replaceAddress(addressIn(locale));
}
