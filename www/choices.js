// The control that picks one of a figure's scenes, and the change from one to another.

import { make } from './dom.js';
import { startTransition } from './transition.js';

/** @typedef {import('./figure.js').LiveFigure} LiveFigure */

/** A scene that a reader has chosen. @typedef {{ choice: number, name: string }} Scene */

/**
 * Adds the control to a figure that has several scenes.
 * @param {LiveFigure} live
 * @param {import('./words.js').Words} words
 */
export function attachChoices(live, words) {
  const { host, stage, figure, state } = live;
  const names = figure.choices();
  if (names.length < 2) return;
  const control = choiceControl(host.id, names, state.choice, words, (choice) => choose(live, choice));
  // A page that was written beforehand keeps their place.
  const room = host.querySelector('.choices');
  if (room) room.replaceWith(control);
  else stage.before(control);
  live.undo.signal.addEventListener('abort', () => control.remove());
}

/**
 * Shows another of a figure's scenes, in motion unless the reader wants none.
 * @param {LiveFigure} live
 * @param {number} choice
 */
function choose(live, choice) {
  live.state.choice = choice;
  live.stop();
  if (!live.canvas.live) live.redraw();
  else if (live.layOut()) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) live.show();
    else move(live);
  }
}

/** Changes from the scene before to the one that is laid out now. @param {LiveFigure} live */
function move(live) {
  const { canvas, state } = live;
  const { width, height } = state;
  if (height * canvas.ratio > canvas.element.height) canvas.fit(width, height);
  state.busy = true;
  live.cancel = startTransition((progress) => {
    if (progress < 1) return live.ask(() => live.paint(progress));
    state.busy = false;
    // Something else may have changed meanwhile.
    if (state.stale) live.redraw();
    else live.show();
  });
  live.ask(() => live.paint(0));
}

/**
 * @param {string} id the figure's
 * @param {string[]} names
 * @param {number} chosen
 * @param {import('./words.js').Words} words
 * @param {(choice: number) => void} choose
 */
function choiceControl(id, names, chosen, words, choose) {
  const group = make('div', { class: 'choices', role: 'radiogroup', 'aria-label': words.choose });
  names.forEach((name, index) => {
    const input = make('input', { type: 'radio', name: `${id}-choice`, value: index, checked: index === chosen });
    input.addEventListener('change', () => choose(index));
    group.append(make('label', {}, input, make('span', {}, name)));
  });
  return group;
}

/**
 * The scene that a reader has chosen instead of the one that the figure opens with.
 * @param {Element | null} host
 */
export function chosenScene(host) {
  const input = host?.querySelector('.choices input:checked');
  if (!(input instanceof HTMLInputElement) || input.defaultChecked) return undefined;
  return { choice: Number(input.value), name: input.parentElement?.textContent ?? '' };
}
