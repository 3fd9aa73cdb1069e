// Keeps a story as one types: each change is written at once, and while one is being written only the last of those that follow waits.

/** @typedef {import('../store/state.js').Project} Project */

/**
 * Whether all is kept: being written, kept, or refused, because the disk is full or for another reason.
 * @typedef {'writing' | 'kept' | 'full' | 'failed'} Keeping
 */

/**
 * @typedef {object} Saver
 * @property {(project: Project) => void} keep
 * @property {() => Promise<boolean>} rest waits for what is being written; whether all is kept then
 */

/**
 * @param {(project: Project) => Promise<void>} put
 * @param {(keeping: Keeping) => void} told is told of each change
 * @returns {Saver}
 */
export function createSaver(put, told) {
  /** @type {Project | undefined} */
  let waiting;
  /** @type {Promise<void> | undefined} */
  let writing;
  let kept = true;

  async function write() {
    while (waiting) {
      const project = waiting;
      waiting = undefined;
      try {
        await put(project);
        kept = true;
      } catch (error) {
        kept = false;
        told(isFull(error) ? 'full' : 'failed');
      }
    }
    writing = undefined;
    if (kept) told('kept');
  }

  return {
    keep(project) {
      waiting = project;
      // A refusal stays said until something has been kept again.
      if (kept) told('writing');
      writing ??= write();
    },
    async rest() {
      await writing;
      return kept;
    },
  };
}

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && error.name === 'QuotaExceededError';
