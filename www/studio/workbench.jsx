// A story that is open: the desk it is made on, and what is said where it cannot be kept or is edited elsewhere.

import { useEffect, useState } from 'preact/hooks';
import { beginFrom } from './begin/beginning.js';
import { useDrop } from './begin/drop.js';
import { openNew, readFiles } from './begin/files.js';
import { Bar } from './keep/bar.jsx';
import { Notices } from './keep/notices.jsx';
import { openSession } from './keep/session.js';
import { Desk } from './panes/desk.jsx';
import { LivePane } from './panes/live.jsx';
import { Take } from './panes/take.jsx';
import { Source } from './source/source.jsx';
import { StudioContext } from './studio.js';

/** @typedef {import('./keep/saver.js').Keeping} Keeping */

/** @param {{ id: string, house: import('./studio.js').House }} props */
export function Workbench({ id, house }) {
  const { shelf, say } = house;
  const [session, setSession] = useState(
    /** @type {import('./keep/session.js').Session | null | undefined} */ (undefined),
  );
  const [keeping, setKeeping] = useState(/** @type {Keeping} */ ('kept'));
  const [inSource, setInSource] = useState(false);
  useEffect(() => {
    const opening = openSession(shelf, id, { keeping: setKeeping, gone: () => setSession(null) });
    opening.then((opened) => setSession(opened ?? null));
    return () => void opening.then((opened) => opened?.close());
  }, [shelf, id]);

  const refused = useDroppedFiles(house, session?.store);

  if (session === undefined) return <main aria-busy="true" />;
  if (!session)
    return (
      <main class="empty">
        <p>{say('noSuchStory')}</p>
        <a href="#">{say('stories')}</a>
      </main>
    );
  return (
    <StudioContext.Provider value={{ ...house, store: session.store }}>
      <Notices keeping={keeping} refused={refused} takeOver={session.takeOver} />
      {inSource ? (
        <Source close={() => setInSource(false)} />
      ) : (
        <Desk
          bar={<Bar keeping={keeping} openSource={() => setInSource(true)} />}
          live={<LivePane />}
          take={<Take />}
        />
      )}
    </StudioContext.Provider>
  );
}

/**
 * Files that are dropped: an article comes to a story that has none; all else is opened as another story.
 * @param {import('./studio.js').House} house
 * @param {import('./store/store.js').Store | undefined} store
 * @returns {string[]} why the last ones were not taken
 */
function useDroppedFiles(house, store) {
  const [refused, setRefused] = useState(/** @type {string[]} */ ([]));
  useDrop(async (files) => {
    const { refused, ...content } = await readFiles(house, files);
    setRefused(refused);
    if (refused.length || !files.length) return;
    const lacksArticle = store?.state().project.article.trim() === '' && !store.state().readOnly;
    if (store && lacksArticle && content.article !== undefined && !content.story) {
      store.dispatch({ type: 'article/set', text: content.article });
      await beginFrom(house.engine, store, house.lang);
    } else await openNew(house, content);
  });
  return refused;
}
