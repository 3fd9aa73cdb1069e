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

/**
 * Says words in the interface's language.
 * @returns {Say}
 */
export function useSay() {
  const { lang } = useStudio();
  return (word, values) => said(lang, word, values);
}
