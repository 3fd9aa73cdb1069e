// A story that is open in this tab: read from the shelf, edited here unless another tab edits it, and kept with every change.

import { createStore } from '../store/store.js';
import { createSaver } from './saver.js';
import { claim, openNews } from './tabs.js';

/**
 * @typedef {object} Session
 * @property {import('../store/store.js').Store} store
 * @property {() => Promise<void>} takeOver edits it here, from what the other tab has kept
 * @property {() => void} close
 */

/**
 * @param {import('./shelf.js').Shelf} shelf
 * @param {string} id
 * @param {object} told
 * @param {(keeping: import('./saver.js').Keeping) => void} told.keeping whether all is kept
 * @param {() => void} told.gone another tab has deleted it
 * @returns {Promise<Session | undefined>} nothing where there is no such story
 */
export async function openSession(shelf, id, told) {
  let giveBack = await claim(id, { lost: lose });
  const project = await shelf.get(id);
  if (!project) {
    giveBack?.();
    return undefined;
  }
  const store = createStore(project, !giveBack);
  const news = follow(shelf, id, store, told.gone);
  const saver = createSaver(shelf.put, (keeping) => {
    told.keeping(keeping);
    if (keeping === 'kept') news.tell({ kept: id });
  });
  let last = project;
  let waiting = new AbortController();
  const unsubscribe = store.subscribe(() => {
    const { project, readOnly } = store.state();
    if (!readOnly && project !== last) saver.keep(project);
    last = project;
  });
  if (!giveBack) void waitForTurn();

  /** Another tab has taken it over. */
  function lose() {
    giveBack = undefined;
    store.dispatch({ type: 'open', project: store.state().project, readOnly: true });
    void waitForTurn();
  }

  /** Edits it here as soon as no other tab does. */
  async function waitForTurn() {
    waiting = new AbortController();
    const given = await claim(id, { wait: waiting.signal, lost: lose });
    if (given) await begin(given);
  }

  /** @param {() => void} given */
  async function begin(given) {
    giveBack = given;
    last = (await shelf.get(id)) ?? store.state().project;
    store.dispatch({ type: 'open', project: last });
  }

  return {
    store,
    async takeOver() {
      waiting.abort();
      const given = await claim(id, { steal: true, lost: lose });
      if (given) await begin(given);
    },
    close() {
      waiting.abort();
      unsubscribe();
      news.close();
      // What is still being written comes before what the next tab reads.
      void saver.rest().finally(() => giveBack?.());
    },
  };
}

/**
 * Shows what another tab has kept of the story, and tells when one has deleted it.
 * @param {import('./shelf.js').Shelf} shelf
 * @param {string} id
 * @param {import('../store/store.js').Store} store
 * @param {() => void} gone
 */
const follow = (shelf, id, store, gone) =>
  openNews(async (heard) => {
    if ('gone' in heard && heard.gone === id) gone();
    if (!('kept' in heard) || heard.kept !== id) return;
    const kept = await shelf.get(id);
    if (kept && store.state().readOnly) store.dispatch({ type: 'open', project: kept, readOnly: true });
  });
