// Places in a story, as JSON pointers ("/facts/3/label/zh"): the checker's problems and the fields of the studio name places alike.
// Nothing is changed in place: what is not on the way to the place stays the very same object.

/** What JSON can hold. @typedef {null | boolean | number | string | Json[] | { [name: string]: Json }} Json */

/** A place that the value does not have. */
export class MissingPlace extends Error {}

/** The steps of a pointer. @param {string} place @returns {string[]} */
export function stepsOf(place) {
  return place
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * What stands at a place.
 * @param {unknown} value
 * @param {string} place
 * @returns {unknown} nothing where there is no such place
 */
export function at(value, place) {
  return stepsOf(place).reduce((/** @type {unknown} */ found, step) => child(found, step), value);
}

/** @param {unknown} value @param {string} step */
function child(value, step) {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @template T
 * @param {T} value
 * @param {string} place its last step may be new to a record
 * @param {unknown} put
 * @returns {T}
 */
export const set = (value, place, put) =>
  change(value, place, (holder, step) => {
    if (!Array.isArray(holder)) return { ...holder, [step]: put };
    return spliced(holder, indexIn(holder, step, place), 1, put);
  });

/**
 * @template T
 * @param {T} value
 * @param {string} place
 * @returns {T}
 */
export const remove = (value, place) =>
  change(value, place, (holder, step) => {
    if (Array.isArray(holder)) return spliced(holder, indexIn(holder, step, place), 1);
    const { [step]: _, ...others } = holder;
    return others;
  });

/**
 * Puts something into a list, before what stands at the place.
 * @template T
 * @param {T} value
 * @param {string} place
 * @param {unknown} put
 * @returns {T}
 */
const insert = (value, place, put) =>
  change(value, place, (holder, step) => {
    const index = Number(step);
    if (!Array.isArray(holder) || !(index >= 0 && index <= holder.length)) throw new MissingPlace(place);
    return spliced(holder, index, 0, put);
  });

/**
 * Takes something from one place of a list to another, of the same list or another one; `to` counts without what is taken.
 * @template T
 * @param {T} value
 * @param {string} from
 * @param {string} to
 * @returns {T}
 */
export function move(value, from, to) {
  const moved = at(value, from);
  if (moved === undefined) throw new MissingPlace(from);
  return insert(remove(value, from), to, moved);
}

/**
 * @template T
 * @param {T} value
 * @param {string} place
 * @param {(holder: unknown[] | Record<string, unknown>, step: string) => unknown} edit what becomes of the list or record that holds it
 * @returns {T}
 */
function change(value, place, edit) {
  /** @param {unknown} holder @param {string[]} steps @returns {unknown} */
  const walk = (holder, [step, ...others]) => {
    if (step === undefined || !(Array.isArray(holder) || isRecord(holder))) throw new MissingPlace(place);
    if (!others.length) return edit(holder, step);
    const next = walk(child(holder, step), others);
    if (!Array.isArray(holder)) return { ...holder, [step]: next };
    return spliced(holder, indexIn(holder, step, place), 1, next);
  };
  return /** @type {T} */ (walk(value, stepsOf(place)));
}

/** @param {unknown[]} list @param {string} step @param {string} place */
function indexIn(list, step, place) {
  const index = Number(step);
  if (!Number.isInteger(index) || index < 0 || index >= list.length) throw new MissingPlace(place);
  return index;
}

/** @param {unknown[]} list @param {number} start @param {number} taken @param {...unknown} put */
function spliced(list, start, taken, ...put) {
  const copy = [...list];
  copy.splice(start, taken, ...put);
  return copy;
}
