// What lies over a canvas: a real element at each mark's place, so that keyboard, screen reader and magnifier find it; and the
// tooltip, the same for pointer, touch and keys.

import { make } from './dom.js';

/** @typedef {import('./pkg/infographic.js').MarkInfo} MarkInfo */
/** @typedef {import('./pkg/infographic.js').Details} Details */
/** @typedef {import('./pkg/infographic.js').StepKey} StepKey */

/** How far beside a thin mark a fingertip or a mouse may land, in CSS px. */
const REACH = { touch: 12, mouse: 3 };

/**
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {HTMLElement} parts.stage
 * @param {import('./pkg/infographic.js').Figure} parts.figure
 * @param {import('./pkg/infographic.js').Infographic} parts.infographic
 * @param {import('./pkg/infographic.js').Words} parts.words
 */
export function attachOverlay({ host, stage, figure, infographic, words }) {
  const undo = new AbortController();
  const { signal } = undo;
  const title = `${host.id}-title`;
  const layer = make('div', { class: 'marks', role: 'group', 'aria-labelledby': title });
  const ring = make('div', { class: 'ring', hidden: true });
  const tip = make('div', { class: 'tip', hidden: true });
  /** @type {MarkInfo[]} */
  let marks = [];
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  let shown = -1;
  let pinned = false;

  /** Puts the elements where the marks are now. */
  function place() {
    marks = figure.marks();
    if (!layer.isConnected) stage.append(layer, ring, tip);
    while (buttons.length > marks.length) buttons.pop()?.remove();
    const focused = Math.max(0, buttons.findIndex((button) => button.tabIndex === 0));
    marks.forEach((mark, index) => {
      const button = buttons[index] ?? make('button', { type: 'button', class: 'mark' });
      if (!buttons[index]) {
        buttons.push(button);
        layer.append(button);
      }
      button.setAttribute('aria-label', mark.name);
      button.dataset.fact = mark.fact;
      button.tabIndex = index === Math.min(focused, marks.length - 1) ? 0 : -1;
      box(button, mark);
    });
    hide();
  }

  /**
   * @param {HTMLElement} element
   * @param {MarkInfo} mark
   */
  function box(element, mark) {
    element.style.transform = `translate(${mark.x}px, ${mark.y}px)`;
    element.style.width = `${mark.width}px`;
    element.style.height = `${mark.height}px`;
  }

  /**
   * Shows a mark's details beside it.
   * @param {number} index
   */
  function show(index) {
    const mark = marks[index];
    if (!mark || index === shown) return;
    shown = index;
    tip.replaceChildren(...tipContent(infographic.details(mark.fact), words));
    tip.hidden = ring.hidden = false;
    box(ring, mark);
    const [room, width, height] = [stage.clientWidth, tip.offsetWidth, tip.offsetHeight];
    const x = Math.max(0, Math.min(mark.x + mark.width / 2 - width / 2, room - width));
    const above = mark.y - height - 8;
    const y = above > -stage.offsetTop - 40 && above > -80 ? above : mark.y + Math.min(mark.height, 60) + 8;
    tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  function hide() {
    shown = -1;
    pinned = false;
    tip.hidden = ring.hidden = true;
  }

  /**
   * @param {PointerEvent | MouseEvent} event
   * @param {number} reach
   */
  function under(event, reach) {
    const corner = stage.getBoundingClientRect();
    return figure.hit(event.clientX - corner.left, event.clientY - corner.top, reach);
  }

  stage.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch' || pinned || tip.contains(/** @type {Node} */ (event.target))) return;
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
      if (tip.contains(/** @type {Node} */ (event.target))) return;
      const index = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : under(event, REACH.touch);
      if (index < 0 || (pinned && index === shown)) return hide();
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
      const to = figure.step(from, /** @type {StepKey} */ (event.key));
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
    detach() {
      undo.abort();
      layer.remove();
      ring.remove();
      tip.remove();
    },
  };
}

/**
 * A fact's details as the lines of a tooltip.
 * @param {Details} details
 * @param {import('./pkg/infographic.js').Words} words
 * @returns {HTMLElement[]}
 */
function tipContent(details, words) {
  /** @type {[string, string | undefined][]} */
  const lines = [
    ['', details.period],
    [words.worked_out, details.derivation],
    ['', details.note],
    [words.printed, details.printed],
    [words.in_paragraph, details.paragraph],
  ];
  const value = make('p', { class: 'tip-value' }, details.value);
  if (details.derivation) value.append(make('span', { class: 'tag' }, words.derived));
  return [
    make('p', { class: 'tip-label' }, details.label),
    value,
    ...lines.filter(([, text]) => text).map(([before, text]) => make('p', {}, before + text)),
  ];
}
