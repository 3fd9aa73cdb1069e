// A dialog over the page, or over the part of a frame that the reader sees.

import { copyText } from './copying.js';
import { make } from './dom.js';

/** Between a dialog and the edges of what is seen, in CSS px. */
const GAP = 16;

/** The least height of a dialog that can be used, in CSS px. */
const LEAST = 240;

/**
 * Where a dialog lies in a frame: within the part that is seen, or as near to it as it can be used.
 * @param {{ top: number, height: number }} seen
 * @param {number} height the frame's; all in CSS px
 * @returns {{ top: number, height: number }}
 */
export function placeInFrame(seen, height) {
  const room = Math.min(height, Math.max(LEAST, seen.height - 2 * GAP));
  return { top: Math.max(0, Math.min(seen.top + GAP, height - room)), height: room };
}

/**
 * Opens a dialog; it leaves the page when it is closed.
 * @param {string} title
 * @param {import('./words.js').Words} words
 * @param {...(Node | string)} content
 */
export function openDialog(title, words, ...content) {
  const close = make('button', { type: 'button', class: 'close', 'aria-label': words.close }, '×');
  const heading = make('h2', { id: 'dialog-title' }, title);
  const dialog = make('dialog', { 'aria-labelledby': heading.id }, close, heading, ...content);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  if (parent === window) dialog.showModal();
  else openWhereSeen(dialog);
  return dialog;
}

/**
 * Opens a dialog in a frame. In the middle of a tall one it would be out of sight, and the browser would scroll the page around to
 * it and leave it there.
 * @param {HTMLDialogElement} dialog
 */
function openWhereSeen(dialog) {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    const seen = entry?.intersectionRect ?? { top: 0, height: innerHeight };
    const { top, height } = placeInFrame(seen, innerHeight);
    Object.assign(dialog.style, { top: `${top}px`, bottom: 'auto', marginTop: '0', maxHeight: `${height}px` });
    dialog.showModal();
  });
  observer.observe(document.documentElement);
}

/**
 * A text with a button that copies it, or leaves it selected where copying is not allowed.
 * @param {string} label
 * @param {string} text
 * @param {import('./words.js').Words} words
 * @returns {{ element: HTMLElement, set: (text: string) => void }}
 */
export function copyField(label, text, words) {
  const area = make('textarea', { readonly: true, rows: 5, spellcheck: 'false' });
  area.value = text;
  const button = make('button', { type: 'button' }, words.copy);
  const status = make('span', { role: 'status' });
  button.addEventListener('click', async () => {
    area.select();
    status.textContent = (await copyText(area.value)) ? words.copied : words.select;
  });
  const element = make('div', { class: 'copy' }, make('label', {}, make('span', {}, label), area), button, status);
  return { element, set: (next) => void (area.value = next) };
}
