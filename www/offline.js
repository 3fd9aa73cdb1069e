// The page is there without a network after a first visit: a worker keeps it. See worker.js.

import { asked, siteAddress } from './settings.js';

/** Starts the worker, once the page has all it needs: for the whole page of a published site, not for a frame in another's. */
export function attachOffline() {
  const { root, single } = document.documentElement.dataset;
  if (root === undefined || single !== undefined || asked('figure') || parent !== window) return;
  addEventListener('load', () => (window.requestIdleCallback ?? setTimeout)(() => keep(`${siteAddress()}worker.js`)));
}

/** Starts a worker that keeps what lies beside it. @param {string} address */
export async function keep(address) {
  try {
    await navigator.serviceWorker?.register(address);
  } catch (error) {
    // Where a reader or a sandbox forbids keeping anything, even asking for it throws. The page needs a network then.
    if (!(error instanceof DOMException)) throw error;
  }
}
