// Files handed to the system's own share sheet, where there is one that takes them.

import { make } from './dom.js';

/**
 * A button that shares a file; none where files cannot be shared.
 * @param {File} file
 * @param {import('./words.js').Words} words
 * @returns {HTMLElement[]}
 */
export function shareButton(file, words) {
  if (!navigator.canShare?.({ files: [file] })) return [];
  const button = make('button', { type: 'button' }, words.share);
  button.addEventListener('click', async () => {
    try {
      await navigator.share({ files: [file] });
    } catch (error) {
      // A reader who closes the sheet has not failed; where it is forbidden, the other ways are beside it.
      if (!(error instanceof DOMException && error.name === 'AbortError')) button.remove();
    }
  });
  return [button];
}
