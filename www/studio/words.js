// The languages of the studio's interface. Its words stand in words/, one table a room, one row a word, so that none lacks a language.

import { TAGS } from '../locale.js';
import { KEEP } from './words/keep.js';
import { PANES } from './words/panes.js';
import { TAKE } from './words/take.js';

/** A language of the interface. @typedef {'zh' | 'en'} Lang */

const WORDS = { ...KEEP, ...PANES, ...TAKE };

/** @typedef {keyof typeof WORDS} Word */
/** Says a word or a sentence, with what is filled in. @typedef {(word: Word, values?: Record<string, string | number>) => string} Say */

/** What each language calls itself. */
export const LANGUAGES = { zh: '中文', en: 'English' };

/** @param {Lang} lang @returns {Say} */
export const sayIn =
  (lang) =>
  (word, values = {}) =>
    WORDS[word][lang].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/**
 * The language that an editor's browser asks for.
 * @param {readonly string[]} asked
 * @returns {Lang}
 */
export function chooseLang(asked) {
  const known = asked.map((tag) => tag.slice(0, 2)).find((tag) => tag in TAGS);
  return known === 'en' ? 'en' : 'zh';
}
