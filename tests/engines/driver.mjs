/** What the tests ask of an engine, whoever drives it. Each test opens a window of its own, which remembers nothing. */

/**
 * @typedef {object} Engine
 * @property {() => Promise<Window>} open
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Window
 * @property {(address: string) => Promise<void>} visit
 * @property {Evaluate} evaluate runs a function, written for the page, in the page
 * @property {Evaluate} evaluateInFrame the same in the page's first frame, of whatever site
 * @property {(key: Key) => Promise<void>} press
 * @property {(x: number, y: number) => Promise<void>} point moves the mouse, in CSS px of the window
 * @property {(x: number, y: number) => Promise<void>} click
 * @property {(width: number, height: number) => Promise<void>} resize in CSS px of the page
 * @property {() => Promise<Uint8Array>} screenshot as PNG
 * @property {() => Promise<string[]>} complaints errors and warnings so far, as far as the engine tells them
 * @property {() => Promise<void>} close
 */

/** @typedef {<Args extends any[], Answer>(work: (...args: Args) => Answer, ...args: Args) => Promise<Answer>} Evaluate */

/** @typedef {'Tab' | 'Escape' | 'Home' | 'End' | 'ArrowRight'} Key */

/** The page's first frame, also inside our own element. Runs in the page. */
export function firstFrame() {
  return (
    document.querySelector('iframe') ??
    document.querySelector('story-figure')?.shadowRoot?.querySelector('iframe') ??
    null
  );
}

/** How long anything may take before it counts as not happening, in ms: plenty, for machines that are busy. */
const PATIENCE = 20_000;

/** How often a condition is looked at, in ms. */
const OFTEN = 50;

/**
 * Waits until something holds, and returns it.
 * @template Answer
 * @param {string} what for the message, when it never does
 * @param {() => Promise<Answer>} look
 * @returns {Promise<Exclude<Answer, false | 0 | null | undefined>>}
 */
export async function until(what, look) {
  const begun = performance.now();
  for (;;) {
    const answer = await look();
    if (answer) return /** @type {any} */ (answer);
    if (performance.now() - begun > PATIENCE) throw new Error(`Not within ${PATIENCE / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, OFTEN));
  }
}
