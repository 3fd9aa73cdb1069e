// The reader's place: which part is read, and where in the window. It is kept when the page turns to another language, and found
// again after a reload and on the way back.

import { all } from './dom.js';

/**
 * @typedef {object} Place
 * @property {string} id of the part that is read
 * @property {boolean} stage whether it is the figure's stage that is read
 * @property {number} top where it begins in the window, in CSS px
 * @property {number} scrolled how far the page was scrolled then, in CSS px
 */

/**
 * Where the reader is.
 * @returns {Place | undefined} nothing at the very top: it is the headline that is read there, and it stays
 */
export function placeNow() {
  const parts = scrollY > 0 ? all('.chapter, .figure') : [];
  const part = parts[partRead(parts.map(topOf), innerHeight)];
  if (!part) return undefined;
  // Controls may come between a figure's heading and its stage: with the heading out of sight it is the stage that must stay.
  const stage = topOf(part) < 0 ? part.querySelector(':scope > .stage') : null;
  return { id: part.id, stage: Boolean(stage), top: topOf(stage ?? part), scrolled: scrollY };
}

/**
 * Which part is read: the first that begins in the upper half of the window, since it pushes down those that begin below it when it
 * grows; else the one that has begun above.
 * @param {number[]} tops where the parts begin in the window, in CSS px and in their order
 * @param {number} window how high the window is, in CSS px
 * @returns {number} its index; -1 where all begin further down
 */
export function partRead(tops, window) {
  const inSight = tops.findIndex((top) => top >= 0 && top < window / 2);
  return inSight < 0 ? tops.filter((top) => top < 0).length - 1 : inSight;
}

/** Where an element begins in the window, in CSS px. @param {Element} element */
const topOf = (element) => element.getBoundingClientRect().top;

/** Brings what was read to where it was. @param {Place | undefined} place */
function goBackTo(place) {
  const part = place && document.querySelector(`#${place.id}${place.stage ? ' .stage' : ''}`);
  if (part) scrollBy({ top: topOf(part) - place.top, behavior: 'instant' });
}

/**
 * Remembers which part is being read; what it returns brings that part to where it was, in whatever language and width it is then.
 * @returns {() => void}
 */
export function bookmark() {
  const place = placeNow();
  return () => goBackTo(place);
}

/**
 * Whether the page is where the browser opens it: at the top, or about as far down as it was, or at its end while it is shorter.
 * @param {number} scrolled how far the page was scrolled when it was left
 * @param {{ y: number, most: number, tolerance: number }} now how far it is scrolled, and can be, and how far off is about right; all
 * in CSS px
 */
export function isUnmoved(scrolled, { y, most, tolerance }) {
  return y === 0 || Math.abs(y - scrolled) < tolerance || (y < scrolled && most - y < 2);
}

/** What a reader moves the page by. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** When the reader last moved the page, in ms since it was opened. */
let movedAt = -1;

/** Follows the reader's moves from now on. */
export function watchMoves() {
  for (const move of MOVES)
    addEventListener(move, () => (movedAt = performance.now()), { passive: true, capture: true });
}

/** Whether the reader has moved the page since a moment. @param {number} [moment] in ms since it was opened */
export function hasMoved(moment = 0) {
  return movedAt >= moment;
}

/**
 * Comes back to the place where a page was left, instead of the browser, which counts px from the top: the page is not laid out as
 * it was then. A reader who has moved already is left alone.
 */
export function restorePlace() {
  /** @type {Place | undefined} */
  const place = history.state?.place;
  if (!place || parent !== window || hasMoved()) return;
  const unmoved = (/** @type {number} */ tolerance) =>
    isUnmoved(place.scrolled, {
      y: scrollY,
      most: document.documentElement.scrollHeight - innerHeight,
      tolerance,
    });
  // Parts that were laid out since then may have shifted what the browser came back to.
  const known = unmoved(innerHeight);
  if (known) {
    history.scrollRestoration = 'manual';
    goBackTo(place);
  }
  // With everything loaded the browser comes back once more, to the px, unless the reader has moved before this script could see it.
  const loaded = () => {
    // Should the script not come the next time, the browser's way is better than none.
    if (known) history.scrollRestoration = 'auto';
    else if (!hasMoved() && unmoved(2)) goBackTo(place);
  };
  addEventListener('load', () => setTimeout(loaded), { once: true });
}
