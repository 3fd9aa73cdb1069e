// The story's numbers as the panes list them: facts first, then what is worked out from them.

import { useDesk } from './context.js';
import { FIELDS, fieldName } from './field-names.js';
import { named } from './prose.js';

/** @typedef {import('../story.d.ts').Story} Story */

/**
 * A number as it is listed.
 * @typedef {object} Listed
 * @property {string} id
 * @property {string} place in the story file
 * @property {string} term in the story's first language
 * @property {string} value as it is written out, or as the article prints it while it cannot be
 * @property {string} paragraph where it stands; empty of what is worked out
 * @property {string} formula how it is worked out; empty of what stands in the article
 * @property {boolean} shown whether a figure draws it
 */

/**
 * What the module says, with the names that the panes have for numbers, units and fields.
 * @returns {(message: string) => string}
 */
export function useNamed() {
  const { state, numbers: all, say } = useDesk();
  const { units, locales } = state.project.story;
  const numbers = all.map(({ id, term, value }) => /** @type {const} */ ([id, term || value]));
  const measures = units.map((unit) => /** @type {const} */ ([unit.id, unitName(unit, locales[0])]));
  const fields = Object.entries(FIELDS).map(([field, word]) => /** @type {const} */ ([field, fieldName(word, say)]));
  const names = new Map([...fields, ...measures, ...numbers]);
  return (message) => named(message, names);
}

/**
 * What a unit is called: as it is written after a number.
 * @param {import('../story.d.ts').Unit} unit
 * @param {import('../story.d.ts').Locale} [locale]
 */
export const unitName = ({ id, form }, locale = 'zh') => form[locale]?.split('|')[0]?.replace('{}', '').trim() || id;

/**
 * What the chapters are called, each with its number from 0.
 * @param {Story} story
 * @param {import('../words.js').Say} say
 * @returns {[string, string][]}
 */
export const chapterNames = ({ chapters, locales }, say) =>
  chapters.map(({ title }, index) => [`${index}`, title[locales[0] ?? 'zh'] || say('chapter', { n: index + 1 })]);

/**
 * @param {Story} story
 * @param {import('../calls.d.ts').FactRow[]} rows what the module says of the numbers
 * @returns {Listed[]}
 */
export function listed({ locales, facts, derived }, rows) {
  const known = new Map(rows.map((row) => [row.id, row]));
  /** @param {string} list @param {{ id: string, label: import('../story.d.ts').Text }} fact @param {number} index */
  const common = (list, { id, label }, index) => ({
    id,
    place: `/${list}/${index}`,
    term: label[locales[0] ?? 'zh'] ?? '',
    shown: (known.get(id)?.figures.length ?? 0) > 0,
  });
  return [
    ...facts.map((fact, index) => {
      const { printed: value, paragraph } = fact;
      return { ...common('facts', fact, index), value, paragraph, formula: '' };
    }),
    ...derived.map((fact, index) => {
      const { value = '', formula = fact.formula } = known.get(fact.id) ?? {};
      return { ...common('derived', fact, index), value, paragraph: '', formula };
    }),
  ];
}

/**
 * The list with what is picked standing together, where the first of it stood.
 * @template {{ id: string }} One
 * @param {One[]} list
 * @param {string[]} picked
 * @returns {One[]}
 */
export function gathered(list, picked) {
  const first = list.findIndex(({ id }) => picked.includes(id));
  if (first < 0) return list;
  const stays = (/** @type {One} */ { id }) => !picked.includes(id);
  const group = list.filter((one) => !stays(one));
  return [...list.slice(0, first), ...group, ...list.slice(first).filter(stays)];
}
