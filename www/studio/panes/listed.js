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
  const { state, numbers: all, lang } = useDesk();
  const { units, locales } = state.project.story;
  const numbers = all.map(({ id, term, value }) => /** @type {const} */ ([id, term || value]));
  const measures = units.map(({ id, form }) => {
    const written = form[locales[0] ?? 'zh']?.split('|')[0]?.replace('{}', '').trim();
    return /** @type {const} */ ([id, written || id]);
  });
  const fields = Object.entries(FIELDS).map(([field, word]) => /** @type {const} */ ([field, fieldName(word, lang)]));
  const names = new Map([...fields, ...measures, ...numbers]);
  return (message) => named(message, names);
}

/**
 * @param {Story} story
 * @param {import('./calls.d.ts').FactRow[]} rows what the module says of the numbers
 * @returns {Listed[]}
 */
export function listed(story, rows) {
  const locale = story.locales[0] ?? 'zh';
  const known = new Map(rows.map((row) => [row.id, row]));
  const facts = story.facts.map((fact, index) => ({
    id: fact.id,
    place: `/facts/${index}`,
    term: fact.label[locale] ?? '',
    value: fact.printed,
    paragraph: fact.paragraph,
    formula: '',
    shown: (known.get(fact.id)?.figures.length ?? 0) > 0,
  }));
  const derived = story.derived.map((fact, index) => ({
    id: fact.id,
    place: `/derived/${index}`,
    term: fact.label[locale] ?? '',
    value: known.get(fact.id)?.value ?? '',
    paragraph: '',
    formula: known.get(fact.id)?.formula ?? fact.formula,
    shown: (known.get(fact.id)?.figures.length ?? 0) > 0,
  }));
  return [...facts, ...derived];
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
