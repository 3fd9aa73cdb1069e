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
