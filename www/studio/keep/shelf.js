// The stories that are kept in this browser, each with its article: one record a story, in IndexedDB.

import { openDB } from 'idb';

/** @typedef {import('../store/state.js').Project} Project */

const NAME = 'infographic-studio';
const STORIES = 'stories';

/**
 * @typedef {object} Shelf
 * @property {() => Promise<Project[]>} all the one that was edited last comes first
 * @property {(id: string) => Promise<Project | undefined>} get
 * @property {(project: Project) => Promise<void>} put is done when it is kept
 * @property {(id: string) => Promise<void>} remove
 */

/**
 * @param {IDBFactory} [factory] nothing where the browser has none
 * @returns {Promise<Shelf>} fails where the browser keeps nothing, as some do in private windows
 */
export async function openShelf(factory = globalThis.indexedDB) {
  if (!factory) throw new Error('the browser has no IndexedDB');
  const database = await openDB(NAME, 1, {
    upgrade: (fresh) => void fresh.createObjectStore(STORIES, { keyPath: 'id' }),
    // A later version of the studio waits in another tab: what this one has written is kept, and it need not hold the other up.
    blocking: (_, __, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });
  return {
    all: async () => newestFirst(await database.getAll(STORIES)),
    get: (id) => database.get(STORIES, id),
    async put(project) {
      const change = database.transaction(STORIES, 'readwrite');
      change.store.put(project).catch(() => {});
      // A full disk may show only when the transaction ends.
      await change.done;
    },
    remove: (id) => database.delete(STORIES, id),
  };
}

/** @param {Project[]} projects */
const newestFirst = (projects) => [...projects].sort((one, other) => other.edited - one.edited);

/**
 * A shelf for a browser that keeps nothing: it holds the stories while the page is open.
 * @returns {Shelf}
 */
export function looseShelf() {
  /** @type {Map<string, Project>} */
  const held = new Map();
  return {
    all: async () => newestFirst([...held.values()]),
    get: async (id) => held.get(id),
    put: async (project) => void held.set(project.id, project),
    remove: async (id) => void held.delete(id),
  };
}
