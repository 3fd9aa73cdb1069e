// What is still to be done: the checker's problems, with the numbers that no figure shows told in one.

import { useDesk } from './context.js';
import { useListed } from './listed.js';

/** @typedef {import('./context.js').Problem} Problem */
/** @typedef {import('./listed.js').Listed} Listed */

/**
 * What is told beside fields, and how many numbers are in no figure, which is told of all of them at once.
 * @param {Problem[]} problems
 * @param {Listed[]} numbers
 * @returns {{ problems: Problem[], unshown: number }}
 */
export function todo(problems, numbers) {
  const unshown = new Set(numbers.filter(({ shown }) => !shown).map(({ place }) => place));
  const others = problems.filter(({ place }) => !unshown.has(place));
  return { problems: others, unshown: problems.length - others.length };
}

/** What is still to be done in the story as it is now, and in how many steps. */
export function useTodo() {
  const { checked } = useDesk();
  const { problems, unshown } = todo(checked.problems, useListed());
  return { problems, unshown, count: problems.length + (unshown > 0 ? 1 : 0) };
}
