// The reader's place is kept while she reads: with the address, and when the page gets wider or narrower.

import { bookmark, hasMoved, placeNow } from './place.js';
import { replaceAddress } from './settings.js';

/** Keeps the place with the address, where a reload and the way back find it. */
function keepPlace() {
  replaceAddress(location.href, { ...history.state, place: placeNow() });
}

/**
 * Keeps what is being read in its place when the page gets wider or narrower, as when a phone is turned.
 * @returns {() => void} undoes it
 */
export function attachKeptPlace() {
  const undo = new AbortController();
  const passive = { passive: true, signal: undo.signal };
  let turnBack = bookmark();
  let width = innerWidth;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const remember = () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      turnBack = bookmark();
      keepPlace();
    }, 200);
  };
  const keep = () => {
    if (innerWidth === width) return;
    width = innerWidth;
    const turned = performance.now();
    turnBack();
    // The figures draw in the next frame, each in its own callback, and have their height after that.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => hasMoved(turned) || turnBack())));
  };
  addEventListener('scroll', remember, passive);
  addEventListener('resize', keep, passive);
  return () => {
    clearTimeout(rest);
    undo.abort();
  };
}
