// Light, dark, the system's, or the reader's own colours: the stylesheet decides, the canvas follows.

import { Theme, inkNames } from './pkg/infographic.js';
import { make } from './dom.js';
import { asked, remembered } from './settings.js';

/** What a reader can choose. */
export const CHOICES = /** @type {const} */ (['auto', 'light', 'dark']);
const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/**
 * Sets the theme that the address or the reader chose.
 */
export function openTheme() {
  applyTheme(asked('theme') ?? remembered('theme') ?? 'auto');
  if (asked('background') === 'transparent') document.documentElement.dataset.background = 'transparent';
}

/** Has the page in a theme. @param {string} choice */
export function applyTheme(choice) {
  document.documentElement.dataset.theme = CHOICES.find((known) => known === choice) ?? 'auto';
}

/**
 * Waits for the stylesheet, as the script that calls this does not: colours that are read before are black.
 * @returns {Promise<boolean>} whether it is in force
 */
export async function colorsReady() {
  const inForce = () => getComputedStyle(document.documentElement).getPropertyValue('--ground') !== '';
  if (!inForce() && document.readyState !== 'complete') {
    const link = document.querySelector('link[rel="stylesheet"]');
    await new Promise((done) => {
      link?.addEventListener('load', done, { once: true });
      addEventListener('load', done, { once: true });
    });
  }
  return inForce();
}

/**
 * The colours in force within an element, read from the stylesheet: system colours come out resolved, which a canvas cannot do by
 * itself.
 * @param {Element} within
 */
export function currentTheme(within) {
  const probe = make('i', { hidden: true });
  within.append(probe);
  const colors = inkNames().flatMap((name) => {
    probe.style.color = `var(--${name})`;
    const parts = getComputedStyle(probe).color.match(/\d+(\.\d+)?/g) ?? [];
    return [0, 1, 2].map((index) => Number(parts[index] ?? 0));
  });
  probe.remove();
  return Theme.fromColors(Uint8Array.from(colors), document.documentElement.dataset.background !== 'transparent');
}

/**
 * Calls back whenever the colours may have changed.
 * @param {() => void} changed
 * @returns {() => void} undoes it
 */
export function watchTheme(changed) {
  const queries = QUERIES.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    observer.disconnect();
  };
}
