// Leads to a place: what stands there, or what holds it, takes the focus.

import { parent } from './places.js';

/**
 * @param {ParentNode} root
 * @param {string} place a place of the story file, or the name of a control
 */
export function focusPlace(root, place) {
  for (let at = place; at !== ''; at = parent(at)) {
    const named = `[data-place="${CSS.escape(at)}"]`;
    const found = root.querySelector(named) ?? root.querySelector(`[data-place^="${CSS.escape(`${at}/`)}"]`);
    if (!(found instanceof HTMLElement)) continue;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: 'nearest' });
    return;
  }
}
