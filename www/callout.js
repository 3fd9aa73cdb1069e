// What is told beside a mark that is pointed at, touched or reached by key: a ring around it, and its row of the table.

import { make } from './dom.js';

/** @typedef {import('./overlay.js').Mark} Mark */

/** How far above the stage details may reach, in CSS px: over the figure's heading at most. */
const ABOVE = 60;

/** The most of a tall mark that details below it leave uncovered, in CSS px. */
const UNCOVERED = 100;

/** Between a mark and its details, in CSS px. */
const GAP = 8;

/**
 * The callout of a figure. Its box is the stage's, whatever it holds: showing something lays out nothing else of the page.
 * @param {HTMLElement} host the figure
 */
export function makeCallout(host) {
  const ring = make('div', { class: 'ring' });
  const tip = make('div', { class: 'tip' });
  const element = make('div', { class: 'callout', hidden: true }, ring, tip);

  return {
    element,
    tip,
    /**
     * Shows a mark's details beside it.
     * @param {Mark} mark
     * @param {HTMLTableRowElement} row what is told of it
     */
    show(mark, row) {
      host.classList.add('telling');
      element.hidden = false;
      tip.replaceChildren(...[...row.cells].map(line), ...linkTo(row.dataset.leads));
      box(ring, mark);
      const [room, width, height] = [element.clientWidth, tip.offsetWidth, tip.offsetHeight];
      const x = Math.max(0, Math.min(mark.x + mark.width / 2 - width / 2, room - width));
      const above = mark.y - height - GAP;
      const y = above > -ABOVE ? above : mark.y + Math.min(mark.height, UNCOVERED) + GAP;
      tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
    hide() {
      host.classList.remove('telling');
      element.hidden = true;
    },
  };
}

/**
 * Puts an element where a mark is.
 * @param {HTMLElement} element
 * @param {Mark} mark
 */
export function box(element, mark) {
  // No transform: a browser keeps a layer's worth of books for each, and there are hundreds of marks.
  element.style.left = `${mark.x}px`;
  element.style.top = `${mark.y}px`;
  element.style.width = `${mark.width}px`;
  element.style.height = `${mark.height}px`;
}

/**
 * What a cell of the table says: what, how much, when or whence.
 * @param {HTMLTableCellElement} cell
 */
function line(cell) {
  return make('p', {}, ...[...cell.childNodes].map((node) => node.cloneNode(true)));
}

/**
 * The way to the figure that a headline number leads to, if the page has it.
 * @param {string} [id]
 */
function linkTo(id) {
  const title = document.getElementById(`${id}-title`)?.textContent;
  return title ? [make('p', { class: 'tip-leads' }, make('a', { href: `#${id}` }, title))] : [];
}
