// The languages of the studio's interface. Its words stand in words/, one table a room, one row a word, so that none lacks a language.

import { KEEP } from './words/keep.js';

/** A language of the interface. @typedef {'zh' | 'en'} Lang */

/** The `lang` attribute of each. */
export const TAGS = /** @type {const} */ ({ zh: 'zh-Hans', en: 'en' });

/** @typedef {Record<keyof typeof KEEP, string>} Words */

/** @param {Lang} lang @returns {Words} */
export function wordsOf(lang) {
  const rows = Object.entries(KEEP).map(([name, word]) => [name, word[lang]]);
  return Object.fromEntries(rows);
}

/**
 * A word with what is filled in.
 * @param {string} word
 * @param {Record<string, string | number>} values
 */
export const fill = (word, values) => word.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/**
 * The language that an editor's browser asks for.
 * @param {readonly string[]} asked
 * @returns {Lang}
 */
export function chooseLang(asked) {
  const known = asked.map((tag) => tag.slice(0, 2)).find((tag) => tag in TAGS);
  return known === 'en' ? 'en' : 'zh';
}
