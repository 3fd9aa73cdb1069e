// Runs the module beside the page, so that no call of it holds up typing.

import init, * as wasm from '../pkg/infographic.js';
import { codeOf } from './engine-faults.js';

/** @typedef {{ module: string }} Start the address of the module */
/** @typedef {{ id: number, name: string, args: unknown[] }} Call */

/** @type {Record<string, unknown>} */
const calls = { ...wasm };

/** @type {Promise<unknown>} */
let starting = Promise.reject(new Error('the module was not started'));
starting.catch(() => {});

addEventListener('message', async ({ data }) => {
  /** @type {Start | Call} */
  const asked = data;
  if ('module' in asked) {
    starting = init({ module_or_path: asked.module });
    // Whoever calls is told.
    starting.catch(() => {});
    return;
  }
  const { id, name, args } = asked;
  try {
    await starting;
    const call = calls[name];
    if (typeof call !== 'function') throw new TypeError(`the module has no function ${name}`);
    postMessage({ id, value: call(...args) });
  } catch (error) {
    // What the module says on purpose is for the editor as it stands.
    const code = codeOf(error);
    const message = error instanceof Error && code !== undefined ? error.message : String(error);
    postMessage({ id, error: { message, code } });
  }
});
