// What takes a while and may fail. Of several wishes for the same thing the last one counts; a failure is told in one sentence,
// which goes when it works.

import { codedError, faultNote, faultOf } from './faults.js';

/**
 * Makes a function that begins a wish and ends the one before. Whoever has waited for a wish looks at its signal before changing
 * the page.
 * @returns {() => AbortSignal}
 */
export function latestWish() {
  let wish = new AbortController();
  return () => {
    wish.abort();
    wish = new AbortController();
    return wish.signal;
  };
}

/**
 * Makes a function that tries what the reader asks for.
 * @param {(note: HTMLElement) => void} put puts the sentence about a failure into the page
 * @param {() => AbortSignal} [begin] begins a wish; those that share it end each other
 * @returns {(work: (wish: AbortSignal) => Promise<void>) => Promise<void>}
 */
export function attempts(put, begin = latestWish()) {
  /** @type {HTMLElement | undefined} */
  let note;
  return async function attempt(work) {
    const wish = begin();
    /** @type {HTMLElement | undefined} */
    let failure;
    try {
      await work(wish);
    } catch (error) {
      // What was begun for an earlier wish ends unseen.
      if (wish.aborted) return;
      failure = faultNote(faultOf(error), error, () => attempt(work));
    }
    note?.remove();
    note = failure;
    if (note) put(note);
  };
}

/**
 * A part of the program that is loaded when first asked for.
 * @template Part
 * @param {Promise<Part>} loading
 * @returns {Promise<Part>}
 */
export async function part(loading) {
  try {
    return await loading;
  } catch (cause) {
    throw codedError('file', cause instanceof Error ? cause.message : String(cause));
  }
}
