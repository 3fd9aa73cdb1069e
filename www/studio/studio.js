// What every part of the studio reads: the story that is open, the module, the words.

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/**
 * What there is whether a story is open or not.
 * @typedef {object} House
 * @property {import('./engine.js').Engine} engine
 * @property {import('./keep/shelf.js').Shelf} shelf
 * @property {boolean} lasting whether what is on the shelf outlasts the page
 * @property {import('./words.js').Lang} lang the interface's language
 * @property {import('./words.js').Say} say
 * @property {() => void} turn turns to the other language
 */

/** @typedef {House & { store: import('./store/store.js').Store }} Studio */

export const StudioContext = createContext(/** @type {Studio | undefined} */ (undefined));

/** @returns {Studio} */
export function useStudio() {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('outside of the studio');
  return studio;
}

/** The state as it is now; what calls this is rendered again with each change. @returns {import('./store/state.js').State} */
export function useStory() {
  const { store } = useStudio();
  const [state, setState] = useState(store.state());
  useEffect(() => {
    const read = () => setState(store.state());
    // It may have changed before this effect.
    read();
    return store.subscribe(read);
  }, [store]);
  return state;
}
