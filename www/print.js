// On paper everything stands open, and shows what the reader has chosen: tables unfold before printing and fold again after.

import { chosenScene } from './choices.js';
import { make } from './dom.js';
import { svgAddress } from './pixels.js';

/**
 * @param {import('./edition.js').Edition} edition
 * @returns {() => void} undoes it
 */
export function attachPrint(edition) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  const undo = new AbortController();
  const { signal } = undo;
  addEventListener('beforeprint', unfold, { signal });
  addEventListener('afterprint', fold, { signal });
  document.addEventListener('change', ({ target }) => bringScene(edition, target), { signal });
  return () => undo.abort();

  function unfold() {
    opened = [...document.querySelectorAll('details')].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  }

  function fold() {
    for (const details of opened) details.open = false;
  }
}

/**
 * Keeps a picture of a scene that a reader has chosen, for paper: the still drawing is of the scene that the figure opens with.
 * @param {import('./edition.js').Edition} edition
 * @param {EventTarget | null} target what has changed
 */
async function bringScene(edition, target) {
  const host = target instanceof Element && target.closest('.choices') ? target.closest('figure') : null;
  const stage = host?.querySelector('.stage');
  if (!host || !stage) return;
  const chosen = chosenScene(host);
  stage.querySelector('img.paper')?.remove();
  if (!chosen) return;
  try {
    const svg = await edition.svg(host.id, chosen.choice, false);
    if (chosenScene(host)?.choice !== chosen.choice) return;
    stage.prepend(make('img', { class: 'paper', src: svgAddress(svg), alt: chosen.name }));
  } catch {
    // Without a network paper has the still drawing.
  }
}
