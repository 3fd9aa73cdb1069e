// What a failed call of the module is told as.

/** A module that has trapped must not be called again: its memory is as the trap left it. */
export const PANIC = 'panic';

/** A failure of a call, with the module's own code for it, {@link PANIC}, or nothing where it is a fault of ours. */
export class EngineError extends Error {
  /**
   * @param {string} message
   * @param {string} [code]
   */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/** Whether a call has ended in a trap. @param {unknown} error */
export const isTrap = (error) => error instanceof WebAssembly.RuntimeError;

/**
 * @param {unknown} error what a call has thrown
 */
export function codeOf(error) {
  if (isTrap(error)) return PANIC;
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** The codes of failures that have words. */
const CODES = /** @type {const} */ ([
  'article-too-long',
  'article-binary',
  'too-many-numbers',
  'too-many-facts',
  'panic',
]);

/**
 * Why a call of the module failed, in the interface's language.
 * @param {import('./words.js').Say} say
 * @param {Error & { code?: string }} error
 */
export function failure(say, error) {
  const word = CODES.find((code) => code === error.code);
  if (error.code === 'derive') return error.message;
  return word ? say(word) : say('unknown', { message: error.message });
}
