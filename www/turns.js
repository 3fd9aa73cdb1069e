// Work in small portions, so that the browser can draw and the reader act in between.

/** The last portion that was asked for. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Does a piece of work after those asked for before, each as a task of its own.
 * @param {() => void} work
 */
export function inTurn(work) {
  const done = last.then(() => new Promise((resolve) => setTimeout(resolve))).then(work);
  // What fails is told as an unhandled rejection; what comes after it is done all the same.
  last = done.catch(() => {});
}

/**
 * Lays out, part by part, what the style sheet has left for later, though it be far away: a picture of the whole page shows it.
 * @param {Element[]} parts
 */
export function layOutInTurn([part, ...others]) {
  // The page may have been left for that of another language.
  if (!part?.isConnected) return;
  part.classList.add('laid');
  // Asking where it is has it laid out now, and not with all the others in the next frame.
  part.getBoundingClientRect();
  // What is asked for meanwhile is not kept waiting by all of them.
  inTurn(() => layOutInTurn(others));
}
