// What lies over a canvas: a real element at each mark's place, so that keyboard, screen reader and magnifier find it; and what
// shows a mark's details, the same for pointer, touch and keys.

import { box, makeCallout } from './callout.js';
import { make } from './dom.js';

/** @typedef {import('./pkg/infographic.js').StepKey} StepKey */

/**
 * A mark that shows a fact: where it is, in CSS px, and the row of the figure's table that says everything about it.
 * @typedef {{ fact: string, x: number, y: number, width: number, height: number, row: HTMLTableRowElement | null }} Mark
 */

/** How far beside a thin mark a fingertip or a mouse may land, in CSS px. */
const REACH = { touch: 12, mouse: 3 };

/**
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {HTMLElement} parts.stage
 * @param {import('./pkg/infographic.js').Figure} parts.figure
 * @param {import('./words.js').Words} parts.words
 * @param {<Answer>(question: () => Answer) => Answer | undefined} parts.ask puts a question to the figure, which may fail
 */
export function attachOverlay({ host, stage, figure, words, ask }) {
  const undo = new AbortController();
  const { signal } = undo;
  const title = `${host.id}-title`;
  const layer = make('div', { class: 'marks', role: 'group', 'aria-labelledby': title });
  const callout = makeCallout(host);
  /** @type {Mark[]} */
  let marks = [];
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  let shown = -1;
  let pinned = false;

  /** Puts the elements where the marks are now; what is being shown stays shown. */
  function place() {
    const [fact, wasPinned] = [marks[shown]?.fact, pinned];
    marks = readMarks();
    if (!layer.isConnected) stage.append(layer, callout.element);
    while (buttons.length > marks.length) buttons.pop()?.remove();
    const focused = Math.max(
      0,
      buttons.findIndex((button) => button.tabIndex === 0),
    );
    marks.forEach((mark, index) => {
      const button = buttons[index] ?? make('button', { type: 'button', class: 'mark' });
      if (!buttons[index]) {
        buttons.push(button);
        layer.append(button);
      }
      button.setAttribute('aria-label', name(mark, index));
      button.dataset.fact = mark.fact;
      button.tabIndex = index === Math.min(focused, marks.length - 1) ? 0 : -1;
      box(button, mark);
    });
    hide();
    show(marks.findIndex((mark) => mark.fact === fact));
    pinned = wasPinned && shown >= 0;
  }

  /** @returns {Mark[]} */
  function readMarks() {
    const boxes = figure.boxes();
    return figure.marks().map((fact, index) => {
      const [x = 0, y = 0, width = 0, height = 0] = boxes.slice(index * 4);
      return { fact, x, y, width, height, row: host.querySelector(`tr[data-fact="${fact}"]`) };
    });
  }

  /**
   * The mark as a voice says it: the fact first, its place last.
   * @param {Mark} mark
   * @param {number} index
   */
  function name(mark, index) {
    const place = words.place.replace('{n}', String(index + 1)).replace('{all}', String(marks.length));
    return `${mark.row ? spoken(mark.row) : mark.fact}, ${place}`;
  }

  /**
   * What a voice says of a fact: its term and its value, unless its row says it otherwise.
   * @param {HTMLTableRowElement} row
   */
  function spoken(row) {
    const [term, value] = row.cells;
    return row.dataset.spoken ?? [term?.firstChild?.textContent?.trim(), value?.textContent].join(words.comma);
  }

  /**
   * Shows a mark's details beside it.
   * @param {number} index
   */
  function show(index) {
    const mark = marks[index];
    if (!mark?.row || index === shown) return;
    shown = index;
    callout.show(mark, mark.row);
  }

  function hide() {
    if (shown < 0) return;
    shown = -1;
    pinned = false;
    callout.hide();
  }

  /**
   * @param {PointerEvent | MouseEvent} event
   * @param {number} reach
   */
  function under(event, reach) {
    const corner = stage.getBoundingClientRect();
    return ask(() => figure.hit(event.clientX - corner.left, event.clientY - corner.top, reach)) ?? -1;
  }

  stage.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch' || pinned || callout.tip.contains(/** @type {Node} */ (event.target))) return;
      const index = under(event, REACH.mouse);
      if (index >= 0) show(index);
      else hide();
    },
    { signal },
  );
  stage.addEventListener('pointerleave', () => pinned || hide(), { signal });
  stage.addEventListener(
    'click',
    (event) => {
      if (callout.tip.contains(/** @type {Node} */ (event.target))) return;
      const index =
        event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : under(event, REACH.touch);
      if (index < 0 || (pinned && index === shown)) return hide();
      // A headline number leads to its figure: by mouse at once, otherwise by the link in its details.
      const leads = marks[index]?.row?.dataset.leads;
      if (leads && 'pointerType' in event && event.pointerType === 'mouse' && document.getElementById(leads)) {
        hide();
        location.hash = leads;
        return;
      }
      show(index);
      pinned = true;
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (shown >= 0 && !stage.contains(/** @type {Node} */ (event.target))) hide();
    },
    { signal },
  );
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide(), { signal });
  layer.addEventListener(
    'focusin',
    (event) => {
      const index = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
      if (!pinned) show(index);
    },
    { signal },
  );
  layer.addEventListener('focusout', () => pinned || hide(), { signal });
  layer.addEventListener(
    'keydown',
    (event) => {
      const from = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
      if (from < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      const to = ask(() => figure.step(from, /** @type {StepKey} */ (event.key))) ?? -1;
      if (to < 0) return;
      event.preventDefault();
      pinned = false;
      buttons.forEach((button, index) => (button.tabIndex = index === to ? 0 : -1));
      buttons[to]?.focus({ preventScroll: true });
      buttons[to]?.scrollIntoView({ block: 'nearest' });
    },
    { signal },
  );

  return {
    place,
    /**
     * Marks for sound: a fact's value and how far to the right it lies, from 0 to 1.
     * @param {string} fact
     */
    note(fact) {
      const mark = marks.find((candidate) => candidate.fact === fact);
      const value = Number(host.querySelector(`tr[data-fact="${fact}"]`)?.getAttribute('data-raw') ?? 0);
      return { fact, value, place: mark ? (mark.x + mark.width / 2) / stage.clientWidth : 0.5 };
    },
    /**
     * Shows the mark of a fact as if it were pointed at.
     * @param {string} fact
     */
    point(fact) {
      show(marks.findIndex((mark) => mark.fact === fact));
    },
    hide,
    detach() {
      undo.abort();
      layer.remove();
      callout.element.remove();
    },
  };
}
