// How a reader points at a mark: by mouse, finger or key, with the same result.

import { visualScale } from './screen.js';

/** @typedef {import('./overlay.js').Overlay} Overlay */
/** @typedef {import('./pkg/infographic.js').StepKey} StepKey */

/** Puts a question to the figure, which may fail. @typedef {<Answer>(question: () => Answer) => Answer | undefined} Ask */

/** How far beside a thin mark a fingertip or a mouse may land, in CSS px. */
const REACH = { touch: 12, mouse: 3 };

/**
 * Shows what is pointed at.
 * @param {Overlay} overlay
 * @param {Ask} ask
 * @param {AbortSignal} signal ends it
 */
export function attachPointer(overlay, ask, signal) {
  const { stage, state } = overlay;
  stage.addEventListener('pointermove', (event) => hover(overlay, event, ask), { signal });
  stage.addEventListener('pointerleave', () => overlay.leave(), { signal });
  stage.addEventListener('click', (event) => press(overlay, event, ask), { signal });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (state.shown >= 0 && !stage.contains(/** @type {Node} */ (event.target))) overlay.hide();
    },
    { signal },
  );
  // A press on the page around a frame is not told to the frame, but takes the focus away.
  addEventListener('blur', () => overlay.hide(), { signal });
}

/**
 * @param {Overlay} overlay
 * @param {PointerEvent} event
 * @param {Ask} ask
 */
function hover(overlay, event, ask) {
  if (event.pointerType === 'touch' || overlay.state.pinned || overlay.callout.holds(event.target)) return;
  const index = markUnder(overlay, event, REACH.mouse, ask);
  if (index >= 0) overlay.show(index);
  else overlay.hide();
}

/**
 * A click or a tap: details open and stay, or close.
 * @param {Overlay} overlay
 * @param {MouseEvent} event
 * @param {Ask} ask
 */
function press(overlay, event, ask) {
  const { state, marks, buttons } = overlay;
  if (overlay.callout.holds(event.target)) return;
  const { target } = event;
  const index =
    target instanceof HTMLButtonElement ? buttons.indexOf(target) : markUnder(overlay, event, REACH.touch, ask);
  if (index < 0 || (state.pinned && index === state.shown)) return overlay.hide();
  // A headline number leads to its figure: by mouse at once, otherwise by the link in its details.
  const leads = marks[index]?.row?.dataset.leads;
  if (leads && event instanceof PointerEvent && event.pointerType === 'mouse' && document.getElementById(leads)) {
    overlay.hide();
    location.hash = leads;
    return;
  }
  overlay.show(index);
  state.pinned = true;
}

/**
 * The mark under the pointer, or −1. The pointer's place is in px as they are seen, the marks' in px as they are laid out.
 * @param {Overlay} overlay
 * @param {MouseEvent} event
 * @param {number} reach in CSS px
 * @param {Ask} ask
 */
function markUnder({ stage, figure }, event, reach, ask) {
  const corner = stage.getBoundingClientRect();
  const scale = visualScale(stage);
  const [x, y] = [(event.clientX - corner.left) / scale, (event.clientY - corner.top) / scale];
  return ask(() => figure.hit(x, y, reach)) ?? -1;
}

/**
 * Leads from mark to mark by keys, and shows the one that has the focus.
 * @param {Overlay} overlay
 * @param {Ask} ask
 * @param {AbortSignal} signal ends it
 */
export function attachKeys(overlay, ask, signal) {
  const { layer, state } = overlay;
  const place = (/** @type {Event} */ event) =>
    overlay.buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  layer.addEventListener('focusin', (event) => state.pinned || overlay.show(place(event)), { signal });
  layer.addEventListener('focusout', () => overlay.leave(), { signal });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && overlay.hide(), { signal });
  layer.addEventListener(
    'keydown',
    (event) => {
      const from = place(event);
      if (from < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      const to = ask(() => overlay.figure.step(from, /** @type {StepKey} */ (event.key))) ?? -1;
      if (to < 0) return;
      event.preventDefault();
      overlay.focus(to);
    },
    { signal },
  );
}
