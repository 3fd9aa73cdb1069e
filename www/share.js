// The system's own share sheet, where there is one.

import { make } from './dom.js';

/**
 * Shares an address or a file; false where the browser forbids it. A reader who closes the sheet has not failed.
 * @param {ShareData} data
 */
export async function share(data) {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/**
 * A button that shares a file; none where files cannot be shared.
 * @param {File} file
 * @param {import('./words.js').Words} words
 */
export function shareButton(file, words) {
  if (!navigator.canShare?.({ files: [file] })) return [];
  const button = make('button', { type: 'button' }, words.share);
  button.addEventListener('click', async () => {
    // The other ways are beside it.
    if (!(await share({ files: [file] }))) button.remove();
  });
  return [button];
}
