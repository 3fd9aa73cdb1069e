// What is still to be done: the checker's problems, with the numbers that are of no use told together.

import { unneeded } from './unneeded.js';

/** @typedef {import('./context.js').Problem} Problem */
/** @typedef {import('./listed.js').Listed} Listed */

/**
 * @typedef {object} Todo
 * @property {Problem[]} problems what is told beside fields
 * @property {string[]} unshown the ids of the numbers that no figure shows and nothing needs
 * @property {number} untaken how many numbers of the article are neither in the story nor left out
 * @property {number} count in how many steps all is done
 */

/**
 * @param {import('../story.d.ts').Story} story
 * @param {Problem[]} problems
 * @param {Listed[]} numbers
 * @returns {Todo}
 */
export function todo(story, problems, numbers) {
  const places = new Set(problems.map(({ place }) => place));
  const orphans = numbers.filter(({ shown, place }) => !shown && places.has(place)).map(({ id }) => id);
  const unshown = unneeded(story, orphans);
  const together = new Set(numbers.filter(({ id }) => unshown.includes(id)).map(({ place }) => place));
  const others = problems.filter(({ place }) => place !== ARTICLE && !together.has(place)).sort(inOrder);
  const untaken = problems.filter(({ place }) => place === ARTICLE).length;
  return {
    problems: others,
    unshown,
    untaken,
    count: others.length + Number(unshown.length > 0) + Number(untaken > 0),
  };
}

/** The order in which an editor meets the fields: numbers, the page's head, chapters, what closes the page. */
const ORDER = ['facts', 'derived', 'units', 'title', 'lead', 'chapters', 'figures', 'subtitle', 'drawing', 'reading'];

/** @param {Problem} one @param {Problem} other */
function inOrder(one, other) {
  const [steps, others] = [one, other].map(({ place }) => place.split('/'));
  const apart = steps.findIndex((step, index) => step !== others[index]);
  const [step = '', beside = ''] = [steps[apart], others[apart]];
  return rank(step) - rank(beside) || Number(step) - Number(beside) || 0;
}

/** @param {string} step */
const rank = (step) => (ORDER.includes(step) ? ORDER.indexOf(step) : ORDER.length);

/** Where the checker tells the numbers of the article that the story lacks. */
const ARTICLE = '/article';

/**
 * What counts of the checker's problems. An editor takes what numbers they like; only a story that names its article, as those of a
 * repository do, must account for all of them.
 * @param {import('../story.d.ts').Story} story
 * @param {Problem[]} problems
 */
export const counted = (story, problems) =>
  story.article ? problems : problems.filter(({ place }) => place !== ARTICLE);
