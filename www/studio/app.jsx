// The studio as a whole: what is above the panes, and the panes.

import { useEffect, useState } from 'preact/hooks';
import { Desk } from './panes/desk.jsx';
import { LivePane } from './panes/live.jsx';
import { StudioContext, useStory, useStudio } from './studio.js';
import { TAGS, chooseLang, wordsOf } from './words.js';

/** @param {Pick<import('./studio.js').Studio, 'store' | 'engine'>} props */
export function App({ store, engine }) {
  const [lang, setLang] = useState(() => chooseLang(navigator.languages));
  const words = wordsOf(lang);
  useEffect(() => {
    document.documentElement.lang = TAGS[lang];
    document.title = words.studio;
  }, [lang]);
  return (
    <StudioContext.Provider value={{ store, engine, lang, words }}>
      <Desk bar={<Bar turn={() => setLang(lang === 'zh' ? 'en' : 'zh')} />} live={<LivePane />} take={null} />
    </StudioContext.Provider>
  );
}

/** @param {{ turn: () => void }} props */
function Bar({ turn }) {
  const { store, words } = useStudio();
  const { past, future } = useStory();
  return (
    <>
      <button type="button" class="quiet" disabled={!past.length} onClick={() => store.dispatch({ type: 'undo' })}>
        {words.undo}
      </button>
      <button type="button" class="quiet" disabled={!future.length} onClick={() => store.dispatch({ type: 'redo' })}>
        {words.redo}
      </button>
      <button type="button" class="quiet" lang={words.otherLanguage === 'English' ? 'en' : 'zh-Hans'} onClick={turn}>
        {words.otherLanguage}
      </button>
    </>
  );
}
