// One story, one tab that edits it. Others show it as it is kept, until they take it over.

/** @typedef {{ kept: string } | { gone: string }} News ids of stories */

const LOCK = 'infographic-studio ';
const CHANNEL = 'infographic-studio';

/**
 * Asks for a story.
 * @param {string} id
 * @param {object} how without any of it, a story that another tab has is not given
 * @param {boolean} [how.steal] whether to take it from the tab that has it
 * @param {AbortSignal} [how.wait] waits until the tab that has it is closed, or until this signal
 * @param {() => void} [how.lost] is called when another tab has taken it
 * @returns {Promise<(() => void) | undefined>} gives it back; nothing where another tab has it
 */
export function claim(id, { steal, wait, lost }) {
  // Firefox has locks since 96, and a page without a secure address has none: there nobody knows of other tabs.
  const { locks } = /** @type {{ locks?: LockManager }} */ (navigator);
  if (!locks) return Promise.resolve(() => {});
  return new Promise((resolve, reject) => {
    let given = false;
    const options = steal ? { steal } : wait ? { signal: wait } : { ifAvailable: true };
    locks
      .request(LOCK + id, options, (lock) => {
        if (!lock) return resolve(undefined);
        given = true;
        return /** @type {Promise<void>} */ (new Promise((giveBack) => resolve(giveBack)));
      })
      .catch((error) => {
        // A lock that was given and ends with an error was stolen.
        if (given) lost?.();
        else if (wait?.aborted) resolve(undefined);
        else reject(error);
      });
  });
}

/**
 * What tabs tell each other.
 * @param {(news: News) => void} [heard]
 * @returns {{ tell: (news: News) => void, close: () => void }}
 */
export function openNews(heard) {
  const channel = new BroadcastChannel(CHANNEL);
  if (heard) channel.addEventListener('message', ({ data }) => heard(data));
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}
