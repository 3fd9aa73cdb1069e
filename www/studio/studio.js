// What every part of the studio reads: the story that is open, the module, the words.

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/**
 * @typedef {object} Studio
 * @property {import('./store/store.js').Store} store
 * @property {import('./engine.js').Engine} engine
 * @property {import('./words.js').Lang} lang the interface's language
 * @property {import('./words.js').Words} words
 */

/** @type {import('preact').Context<Studio | undefined>} */
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
