// What lies over a canvas: a real element at each mark's place, so that keyboard, screen reader and magnifier find it, and the
// details of the mark that is shown.

import { box, makeCallout } from './callout.js';
import { make } from './dom.js';

/**
 * A mark that shows a fact: where it is, in CSS px, and the row of the figure's table that says everything about it.
 * @typedef {{ fact: string, x: number, y: number, width: number, height: number, row: HTMLTableRowElement | null }} Mark
 */

/** The marks of a figure, and which of them is shown. */
export class Overlay {
  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} stage
   * @param {import('./pkg/infographic.js').Figure} figure
   * @param {import('./words.js').Words} words
   */
  constructor(host, stage, figure, words) {
    this.host = host;
    this.stage = stage;
    this.figure = figure;
    this.words = words;
    this.layer = make('div', { class: 'marks', role: 'group', 'aria-labelledby': `${host.id}-title` });
    this.callout = makeCallout(host);
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {HTMLButtonElement[]} */
    this.buttons = [];
    /** The mark whose details are shown, by its place in `marks` (−1: none), and whether they stay when the pointer leaves it. */
    this.state = { shown: -1, pinned: false };
  }

  /** Puts the elements where the marks are now; what is being shown stays shown. */
  place() {
    const { marks, state, stage } = this;
    const [fact, pinned] = [marks[state.shown]?.fact, state.pinned];
    this.marks = this.readMarks();
    if (!this.layer.isConnected) stage.append(this.layer, this.callout.element);
    this.placeButtons();
    this.hide();
    this.point(fact);
    state.pinned = pinned && state.shown >= 0;
  }

  /** One button a mark, of which Tab finds the one that had the focus last. */
  placeButtons() {
    const { marks, buttons, layer } = this;
    while (buttons.length > marks.length) buttons.pop()?.remove();
    while (buttons.length < marks.length) {
      const button = make('button', { type: 'button', class: 'mark' });
      buttons.push(button);
      layer.append(button);
    }
    const stop = buttons.findIndex((button) => button.tabIndex === 0 && button.hasAttribute('tabindex'));
    marks.forEach((mark, index) => {
      const button = buttons[index];
      if (!button) return;
      button.setAttribute('aria-label', this.name(mark, index));
      button.dataset.fact = mark.fact;
      button.tabIndex = index === Math.max(0, stop) ? 0 : -1;
      box(button, mark);
    });
  }

  /** @returns {Mark[]} */
  readMarks() {
    const boxes = this.figure.boxes();
    return this.figure.marks().map((fact, index) => {
      const [x = 0, y = 0, width = 0, height = 0] = boxes.slice(index * 4);
      return { fact, x, y, width, height, row: this.row(fact) };
    });
  }

  /**
   * The row of the figure's table that is about a fact.
   * @param {string} fact
   * @returns {HTMLTableRowElement | null}
   */
  row(fact) {
    return this.host.querySelector(`tr[data-fact="${fact}"]`);
  }

  /**
   * The mark as a voice says it: the fact first, its place last.
   * @param {Mark} mark
   * @param {number} index
   */
  name(mark, index) {
    const { words, marks } = this;
    const place = words.place.replace('{n}', String(index + 1)).replace('{all}', String(marks.length));
    return `${mark.row ? spoken(mark.row, words.comma) : mark.fact}, ${place}`;
  }

  /**
   * Shows a mark's details beside it.
   * @param {number} index
   */
  show(index) {
    const mark = this.marks[index];
    if (!mark?.row || index === this.state.shown) return;
    this.state.shown = index;
    this.callout.show(mark, mark.row);
  }

  /** Shows the mark of a fact as if it were pointed at. @param {string} [fact] */
  point(fact) {
    this.show(this.marks.findIndex((mark) => mark.fact === fact));
  }

  /** Hides the details, unless they are to stay. */
  leave() {
    if (!this.state.pinned) this.hide();
  }

  hide() {
    if (this.state.shown < 0) return;
    Object.assign(this.state, { shown: -1, pinned: false });
    this.callout.hide();
  }

  /**
   * Moves the focus to a mark.
   * @param {number} to
   */
  focus(to) {
    this.state.pinned = false;
    this.buttons.forEach((button, index) => (button.tabIndex = index === to ? 0 : -1));
    this.buttons[to]?.focus({ preventScroll: true });
    this.buttons[to]?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * A mark for sound: a fact's value and how far to the right it lies, from 0 to 1.
   * @param {string} fact
   */
  note(fact) {
    const mark = this.marks.find((candidate) => candidate.fact === fact);
    const value = Number(this.row(fact)?.dataset.raw ?? 0);
    return { fact, value, place: mark ? (mark.x + mark.width / 2) / this.stage.clientWidth : 0.5 };
  }

  detach() {
    this.hide();
    this.layer.remove();
    this.callout.element.remove();
  }
}

/**
 * What a voice says of a fact: its term and its value, unless its row says it otherwise.
 * @param {HTMLTableRowElement} row
 * @param {string} comma between the two
 */
function spoken(row, comma) {
  const [term, value] = row.cells;
  return row.dataset.spoken ?? [term?.firstChild?.textContent?.trim(), value?.textContent].join(comma);
}
