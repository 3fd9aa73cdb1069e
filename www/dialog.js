// A dialog over the page.

import { make } from './dom.js';

/**
 * Opens a dialog; it leaves the page when it is closed.
 * @param {string} title
 * @param {import('./words.js').Words} words
 * @param {...(Node | string)} content
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, words, ...content) {
  const close = make('button', { type: 'button', class: 'close', 'aria-label': words.close }, '×');
  const heading = make('h2', { id: 'dialog-title' }, title);
  const dialog = make('dialog', { 'aria-labelledby': heading.id }, close, heading, ...content);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
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
    try {
      await navigator.clipboard.writeText(area.value);
      status.textContent = words.copied;
    } catch {
      status.textContent = words.select;
    }
  });
  const element = make('div', { class: 'copy' }, make('label', {}, make('span', {}, label), area), button, status);
  return { element, set: (next) => void (area.value = next) };
}
