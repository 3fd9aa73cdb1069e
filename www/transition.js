// A change from one scene to another, frame by frame.

/** The longest that a change of scene may take, in ms. */
const DURATION = 500;

/**
 * How far a change has come: fast at first, gently at the end.
 * @param {number} elapsed in ms
 * @returns {number} from 0 to 1
 */
export function progressAfter(elapsed) {
  const t = Math.min(1, Math.max(0, elapsed / DURATION));
  return 1 - (1 - t) ** 3;
}

/**
 * Paints a change of scene in each frame until it is complete.
 * @param {(progress: number) => void} paint told how far it has come, to 1, which comes once
 * @returns {() => void} ends it where it is
 */
export function startTransition(paint) {
  const begun = performance.now();
  let frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);

  /** @param {number} now */
  function step(now) {
    const progress = progressAfter(now - begun);
    if (progress < 1) frame = requestAnimationFrame(step);
    paint(progress);
  }
}
