// Places in the story file: JSON pointers, by which fields and problems find each other.

import { at } from '../store/pointer.js';

/** @typedef {import('../story.d.ts').Story} Story */
/** @typedef {import('./context.js').Problem} Problem */

/**
 * The text at a place; empty where there is none.
 * @param {unknown} story
 * @param {string} place
 */
export function textAt(story, place) {
  const value = at(story, place);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether a text of one language stands there. @param {string} place */
export const isText = (place) => /\/(zh|en)$/.test(place);

/** @param {string} place */
export const parent = (place) => place.slice(0, Math.max(0, place.lastIndexOf('/')));

/**
 * The change that writes a value, with the objects that must hold it.
 * @param {unknown} story
 * @param {string} place
 * @param {unknown} value
 * @returns {{ type: 'set', place: string, value: unknown }}
 */
export function writing(story, place, value) {
  const holder = parent(place);
  if (holder === '' || at(story, holder) !== undefined) return { type: 'set', place, value };
  return writing(story, holder, { [place.slice(holder.length + 1)]: value });
}

/**
 * What goes when the text at a place is emptied: all of it where no other language has something.
 * @param {unknown} story
 * @param {string} place
 */
export function emptied(story, place) {
  const holder = parent(place);
  if (!isText(place)) return place;
  const others = Object.entries(/** @type {object} */ (at(story, holder) ?? {}));
  return others.every(([code, text]) => text === '' || `${holder}/${code}` === place) ? holder : place;
}

/**
 * The problems of what stands at a place and within it.
 * @param {Problem[]} problems
 * @param {string} place
 */
export function within(problems, place) {
  return problems.filter((problem) => problem.place === place || problem.place.startsWith(`${place}/`));
}

/**
 * Where the fields of a place are: the room, and what must be open there.
 * @param {Story} story
 * @param {string} place
 * @returns {{ room: import('./context.js').Room, open: string | undefined }}
 */
export function whereabouts(story, place) {
  const [, list = '', index = '', inner, second] = place.split('/');
  if (list === 'facts' || list === 'derived') {
    const id = textAt(story, `/${list}/${index}/id`);
    return { room: 'numbers', open: id || undefined };
  }
  if (['units', 'constants', 'series', 'omitted'].includes(list)) return { room: 'numbers', open: `/${list}` };
  if (list !== 'chapters') return { room: 'texts', open: undefined };
  const figure = inner === 'figures' && second !== undefined;
  return { room: 'figures', open: figure ? `/chapters/${index}/figures/${second}` : undefined };
}

/**
 * A name that no other has: the word, with a number from 2 on where it is taken.
 * @param {string} word
 * @param {string[]} taken
 */
export function unused(word, taken) {
  let name = word;
  for (let number = 2; taken.includes(name); number += 1) name = `${word}-${number}`;
  return name;
}
