// The module, in a worker of its own: each of its functions gives a promise.

import { EngineError, PANIC } from './engine-faults.js';

/** @typedef {import('./calls.d.ts').Engine} Engine */

/** @typedef {{ resolve: (value: unknown) => void, reject: (error: Error) => void }} Waiting */

/** @typedef {{ id: number, value: unknown } | { id: number, error: { message: string, code?: string } }} Answer */

/**
 * @param {string} script the worker's address
 * @param {string} module the module's address
 * @returns {Engine}
 */
export function startEngine(script, module) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let last = 0;
  let worker = start();

  function start() {
    const started = new Worker(script);
    started.addEventListener('message', ({ data }) => answer(data));
    started.addEventListener('error', ({ message }) => restart(message));
    started.postMessage({ module });
    return started;
  }

  /** @param {Answer} told */
  function answer(told) {
    const asked = waiting.get(told.id);
    waiting.delete(told.id);
    if (!('error' in told)) {
      asked?.resolve(told.value);
      return;
    }
    asked?.reject(new EngineError(told.error.message, told.error.code));
    if (told.error.code === PANIC) restart(told.error.message);
  }

  /** Begins with a fresh module; what was on its way is lost with the old one. @param {string} why */
  function restart(why) {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new EngineError(why, PANIC));
    waiting.clear();
    worker = start();
  }

  /** @param {string} name @param {unknown[]} args */
  function call(name, args) {
    return new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, name, args });
    });
  }

  return /** @type {Engine} */ (
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (/** @type {unknown[]} */ ...args) =>
            call(String(name), args),
      },
    )
  );
}
