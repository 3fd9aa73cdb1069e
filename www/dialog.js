// A dialog over the page, where the browser has one; a box at its place in an older browser.

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
  close.addEventListener('click', shut);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && shut());
  document.body.append(dialog);
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute('open', '');
  return dialog;

  function shut() {
    if (dialog.close) dialog.close();
    else dialog.remove();
  }
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
