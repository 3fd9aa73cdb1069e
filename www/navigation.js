// The way through the page: the chapter being read is marked, and the address follows the reading.

import { replaceAddress } from './settings.js';

/**
 * Follows the reading.
 * @returns {() => void} undoes it
 */
export function attachNavigation() {
  const links = [...document.querySelectorAll('nav.chapters a')].filter((link) => link instanceof HTMLAnchorElement);
  const places = [...document.querySelectorAll('.chapter, figure.figure')];
  /** @type {Set<Element>} */
  const seen = new Set();
  let settled = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) seen.add(entry.target);
        else seen.delete(entry.target);
      }
      const current = places.filter((place) => seen.has(place)).pop();
      const chapter = current?.closest('.chapter');
      for (const link of links) {
        const here = link.hash === `#${chapter?.id}`;
        if (here === link.hasAttribute('aria-current')) continue;
        if (here) {
          link.setAttribute('aria-current', 'true');
          const list = link.closest('ol');
          if (list) list.scrollLeft = link.offsetLeft - list.clientWidth / 2 + link.offsetWidth / 2;
        } else link.removeAttribute('aria-current');
      }
      // The first report is of the page as opened; the address is the reader's then.
      if (settled && current) replaceAddress(`${location.search}#${current.id}`);
      settled = true;
    },
    { rootMargin: '-30% 0px -65% 0px' },
  );
  for (const place of places) observer.observe(place);
  return () => observer.disconnect();
}

/** Goes to the place that the address names. */
export function openPlace() {
  const id = location.hash.slice(1);
  // What is no id is not ours: a host's `#amp=1` or `#?secret=…`.
  if (/^[a-z][a-z0-9-]*$/.test(id)) document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
}

/**
 * Remembers which part is being read; what it returns brings that part to where it was, in whatever language and width it is then.
 * @returns {() => void}
 */
export function bookmark() {
  const parts = [...document.querySelectorAll('.chapter, figure.figure')];
  const top = (/** @type {Element | null | undefined} */ part) => part?.getBoundingClientRect().top ?? 0;
  // At the very top it is the headline that is read, and it stays there.
  const read = scrollY > 0 ? parts.filter((part) => top(part) < innerHeight / 2).pop() : undefined;
  const place = top(read);
  return () => {
    if (read) scrollBy({ top: top(document.getElementById(read.id)) - place, behavior: 'instant' });
  };
}

/** What a reader moves the page by. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/**
 * Keeps what is being read in its place when the page gets wider or narrower, as when a phone is turned.
 * @returns {() => void} undoes it
 */
export function attachPlace() {
  const undo = new AbortController();
  const passive = { passive: true, signal: undo.signal };
  let turnBack = bookmark();
  let width = innerWidth;
  let rest = 0;
  let moved = false;
  const remember = () => {
    clearTimeout(rest);
    rest = setTimeout(() => (turnBack = bookmark()), 200);
  };
  const keep = () => {
    if (innerWidth === width) return;
    width = innerWidth;
    moved = false;
    turnBack();
    // The figures draw in the next frame, each in its own callback, and have their height after that.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => moved || turnBack())));
  };
  addEventListener('scroll', remember, passive);
  for (const move of MOVES) addEventListener(move, () => (moved = true), passive);
  addEventListener('resize', keep, passive);
  return () => {
    clearTimeout(rest);
    undo.abort();
  };
}
