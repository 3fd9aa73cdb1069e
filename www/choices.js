// The control that picks one of a figure's scenes.

import { make } from './dom.js';

/**
 * @param {string} id the figure's
 * @param {string[]} names
 * @param {number} chosen
 * @param {import('./words.js').Words} words
 * @param {(choice: number) => void} choose
 * @returns {HTMLElement}
 */
export function choiceControl(id, names, chosen, words, choose) {
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
 * @returns {{ choice: number, name: string } | undefined}
 */
export function chosenScene(host) {
  const input = host?.querySelector('.choices input:checked');
  if (!(input instanceof HTMLInputElement) || input.defaultChecked) return undefined;
  return { choice: Number(input.value), name: input.parentElement?.textContent ?? '' };
}
