// The words of the studio, in the languages of its interface. One row a word, so that none lacks a language.

/** A language of the interface. @typedef {'zh' | 'en'} Lang */

/** The `lang` attribute of each. */
export const TAGS = /** @type {const} */ ({ zh: 'zh-Hans', en: 'en' });

/** `{name}` stands for what is filled in. */
const TABLE = {
  studio: { zh: '信息图工作台', en: 'Studio' },
  otherLanguage: { zh: 'English', en: '中文' },
  article: { zh: '文章', en: 'Article' },
  facts: { zh: '数字与图', en: 'Facts and figures' },
  page: { zh: '页面', en: 'Page' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
};

/** @typedef {Record<keyof typeof TABLE, string>} Words */

/** @param {Lang} lang @returns {Words} */
export function wordsOf(lang) {
  const rows = Object.entries(TABLE).map(([name, word]) => [name, word[lang]]);
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
