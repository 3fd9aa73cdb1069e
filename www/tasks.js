// Work in small portions, so that the browser can draw and the reader act in between.

/** The last portion that was asked for. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Does a piece of work after those asked for before, each as a task of its own.
 * @param {() => void} work
 */
export function queueTask(work) {
  const done = last.then(() => new Promise((resolve) => setTimeout(resolve))).then(work);
  // A failure is reported as an unhandled rejection; the tasks after it run all the same.
  last = done.catch(() => {});
}

/**
 * Lays out the parts that the style sheet leaves for later, one a task, even those that are far away: a picture of the whole page
 * shows them.
 * @param {Element[]} parts
 */
export function queueLayout([part, ...others]) {
  // The page may have been left for that of another language.
  if (!part?.isConnected) return;
  part.classList.add('laid');
  // Asking where it is has it laid out now, and not with all the others in the next frame.
  part.getBoundingClientRect();
  // Queued one by one, so that tasks that come meanwhile run in between.
  queueTask(() => queueLayout(others));
}
