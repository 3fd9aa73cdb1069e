// Holds the state of the story that is open, and tells who listens when it has changed.

import { reduce } from './reducer.js';
import { opened } from './state.js';

/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./state.js').Project} Project */
/** @typedef {import('./state.js').State} State */

/**
 * @typedef {object} Store
 * @property {() => State} state
 * @property {(action: Action) => void} dispatch
 * @property {(listener: () => void) => () => void} subscribe what it returns ends it
 */

/**
 * @param {Project} project
 * @param {boolean} [readOnly] whether another tab edits it
 * @returns {Store}
 */
export function createStore(project, readOnly) {
  let state = opened(project, readOnly);
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    state: () => state,
    dispatch(action) {
      const next = reduce(state, action, Date.now());
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
