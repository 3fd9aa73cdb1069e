// Files for the disk.

import { make } from './dom.js';

/** Saves a file where the browser keeps what is downloaded. @param {string} name @param {Blob} content */
export function download(name, content) {
  const href = URL.createObjectURL(content);
  make('a', { href, download: name }).click();
  // Safari reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
