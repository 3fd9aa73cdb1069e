// What is told beside a mark that is pointed at, touched or reached by key: a ring around it, and its row of the table.

import { make } from './dom.js';
import { visualScale } from './screen.js';

/** @typedef {import('./overlay.js').Mark} Mark */

/** How far above the stage details may reach, in CSS px: over the figure's heading at most. */
const ABOVE = 60;

/** The most of a tall mark that details below it leave uncovered, in CSS px. */
const UNCOVERED = 100;

/** Between a mark and its details, in CSS px. */
const GAP = 8;

/**
 * Where the details of a mark lie: above it, else below it, and never over the edges of the room.
 * @param {{ x: number, y: number, width: number, height: number }} mark
 * @param {{ width: number, height: number }} size of the details
 * @param {{ width: number, top: number, bottom: number }} room all in CSS px from the stage's corner
 * @returns {{ x: number, y: number }} in CSS px
 */
export function placeDetails(mark, size, room) {
  const x = Math.max(0, Math.min(mark.x + mark.width / 2 - size.width / 2, room.width - size.width));
  const above = mark.y - size.height - GAP;
  const below = mark.y + Math.min(mark.height, UNCOVERED) + GAP;
  const y = above > room.top ? above : Math.max(room.top, Math.min(below, room.bottom - size.height));
  return { x: Math.round(x), y: Math.floor(y) };
}

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
    /** Whether an event happened in the details. @param {EventTarget | null} target */
    holds: (target) => target instanceof Node && tip.contains(target),
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
      const { x, y } = placeDetails(mark, { width: tip.offsetWidth, height: tip.offsetHeight }, roomAround(element));
      tip.style.transform = `translate(${x}px, ${y}px)`;
    },
    hide() {
      host.classList.remove('telling');
      element.hidden = true;
    },
  };
}

/**
 * How far details may reach around a stage: a frame cuts what lies over the document's edges.
 * @param {HTMLElement} element as large as the stage
 */
function roomAround(element) {
  const [stage, page] = [element.getBoundingClientRect(), document.documentElement.getBoundingClientRect()];
  const scale = visualScale(element);
  return {
    width: element.clientWidth,
    top: Math.max(-ABOVE, (page.top - stage.top) / scale),
    bottom: (page.bottom - stage.top) / scale,
  };
}

/**
 * Puts an element where a mark is.
 * @param {HTMLElement} element
 * @param {Mark} mark
 */
export function box(element, mark) {
  // No transform: a browser keeps a layer for each element that has one, and there are hundreds of marks.
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
