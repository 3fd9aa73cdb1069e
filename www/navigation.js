// The way through the page: the chapter being read is marked, and the address follows the reading.

import { all } from './dom.js';
import { replaceAddress } from './settings.js';

/**
 * Follows the reading.
 * @returns {() => void} undoes it
 */
export function attachNavigation() {
  const links = all('.chapters a').filter((link) => link instanceof HTMLAnchorElement);
  const places = all('.chapter, .figure');
  /** @type {Set<Element>} */
  const seen = new Set();
  let settled = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) seen.add(entry.target);
        else seen.delete(entry.target);
      }
      const last = places.filter((place) => seen.has(place)).pop();
      // Of figures that stand side by side it is the first that is read.
      const current = places.find((place) => seen.has(place) && place.parentElement === last?.parentElement);
      // Where nothing is seen, as behind the last chapter, it is what stands above.
      const place = current ?? places.filter((one) => one.getBoundingClientRect().top < innerHeight / 3).pop();
      const chapter = place?.closest('.chapter');
      for (const link of links) {
        const here = link.hash === `#${chapter?.id}`;
        if (here === link.hasAttribute('aria-current')) continue;
        if (here) {
          link.setAttribute('aria-current', 'true');
          const list = link.closest('ol');
          if (list) list.scrollLeft = link.offsetLeft - list.clientWidth / 2 + link.offsetWidth / 2;
        } else link.removeAttribute('aria-current');
      }
      // The first report comes as the page opens: the address is still the one that the reader asked for.
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
