// The interface's words in the editor's language.

import { fill } from '../words.js';
import { useStudio } from '../studio.js';
import { PANES } from '../words/panes.js';

/** @typedef {keyof typeof PANES} Word */
/** @typedef {(word: Word, values?: Record<string, string | number>) => string} Say */

/**
 * A word or sentence with its gaps filled.
 * @param {import('../words.js').Lang} lang
 * @param {Word} word
 * @param {Record<string, string | number>} [values]
 */
export function said(lang, word, values = {}) {
  return fill(PANES[word][lang], values);
}

/** The codes of failures that have words. */
const CODES = /** @type {const} */ ([
  'article-too-long',
  'article-binary',
  'too-many-numbers',
  'too-many-facts',
  'panic',
]);

/**
 * Why a call of the module failed, in the interface's language.
 * @param {import('../words.js').Lang} lang
 * @param {Error & { code?: string }} error
 */
export function failure(lang, error) {
  const word = CODES.find((code) => code === error.code);
  if (error.code === 'derive') return error.message;
  return word ? said(lang, word) : said(lang, 'unknown', { message: error.message });
}

/**
 * Says words in the interface's language.
 * @returns {Say}
 */
export function useSay() {
  const { lang } = useStudio();
  return (word, values) => said(lang, word, values);
}
