// The studio as a whole: the story that the address names, or the stories there are.

import { useEffect, useState } from 'preact/hooks';
import { TAGS } from '../locale.js';
import { remember, remembered } from '../settings.js';
import { Begin } from './begin/begin.jsx';
import { chooseLang, sayIn } from './words.js';
import { Workbench } from './workbench.jsx';

/** Under what name the interface's language is remembered. */
const LANG = 'studio-lang';

/** @param {Pick<import('./studio.js').House, 'engine' | 'shelf' | 'lasting'> & { example: string }} props */
export function App({ example, ...kept }) {
  const [lang, setLang] = useState(() => chooseLang([remembered(LANG) ?? '', ...navigator.languages]));
  const id = useAddress();
  const say = sayIn(lang);
  useEffect(() => {
    document.documentElement.lang = TAGS[lang];
    document.title = say('studio');
  }, [lang]);
  const turn = () => {
    const other = lang === 'zh' ? 'en' : 'zh';
    remember(LANG, other);
    setLang(other);
  };
  const house = { ...kept, lang, say, turn };
  return id ? <Workbench key={id} id={id} house={house} /> : <Begin house={house} example={example} />;
}

/** The id of the story that the address names, so that a reload and another tab open the same. */
function useAddress() {
  const [id, setId] = useState(location.hash.slice(1));
  useEffect(() => {
    const read = () => setId(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return id;
}
