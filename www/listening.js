// The button that plays a figure as sound, and stops it.

import { attempts, part } from './attempts.js';
import { make } from './dom.js';

/**
 * Adds the button to a figure.
 * @param {HTMLElement} host
 * @param {string[]} facts what is heard, in its order
 * @param {import('./overlay.js').Overlay} overlay shows the mark that sounds
 * @param {import('./words.js').Words} words
 * @param {AbortSignal} gone the figure's end
 */
export function attachListening(host, facts, overlay, words, gone) {
  const button = make('button', { type: 'button', class: 'listen', title: words.highIsMore }, words.listen);
  const attempt = attempts((note) => host.append(note));
  /** @type {(() => void) | undefined} */
  let stop;
  const ended = () => {
    stop = undefined;
    button.textContent = words.listen;
    overlay.hide();
  };
  const listen = async (/** @type {AbortSignal} */ wish) => {
    const { play } = await part(import('./listen.js'));
    if (wish.aborted || gone.aborted) return;
    stop = play(
      facts.map((fact) => overlay.note(fact)),
      (fact) => overlay.point(fact),
      ended,
    );
    button.textContent = words.stop;
  };
  button.addEventListener('click', () => (stop ? stop() : attempt(listen)));
  host.addEventListener('keydown', (event) => event.key === 'Escape' && stop?.(), { signal: gone });
  gone.addEventListener('abort', () => {
    stop?.();
    button.remove();
  });
  host.querySelector('figcaption')?.append(button);
}
