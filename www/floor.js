// Tells whether the browser is new enough for the page's program: Chrome and Edge 96, Firefox 95, Safari 15.4. An older one keeps
// the page as it was written, with its still drawings and tables.

/** A module with one function that takes a reference to anything, which Chrome reads since 96. */
const REFERENCE_TYPES = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];

/** Whether the browser can run the program. Safari has `at` since 15.4, Firefox since 90. */
export function meetsFloor() {
  return 'at' in Array.prototype && Boolean(globalThis.WebAssembly?.validate(Uint8Array.from(REFERENCE_TYPES)));
}
