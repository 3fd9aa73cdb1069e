// The numbers of the article, found anew when the text or what is taken of it changes.

import { useEffect, useState } from 'preact/hooks';
import { useStudio } from '../studio.js';
import { callsOf } from './context.js';
import { failure } from './say.js';

/** @typedef {import('./calls.d.ts').Found} Found */

/**
 * The article's paragraphs with their numbers, or why it has none.
 * @typedef {{ found?: Found, fault?: string }} Read
 */

/**
 * @param {import('./context.js').State} state
 * @returns {Read}
 */
export function useFound(state) {
  const { engine: started, lang } = useStudio();
  const engine = callsOf(started);
  const { article, story } = state.project;
  const [answer, setAnswer] = useState(/** @type {Read} */ ({}));
  useEffect(() => {
    let current = true;
    if (article.trim() === '') {
      setAnswer({});
      return undefined;
    }
    engine.findNumbers(article, story).then(
      (found) => current && setAnswer({ found }),
      (/** @type {Error} */ error) => current && setAnswer({ fault: failure(lang, error) }),
    );
    return () => {
      current = false;
    };
  }, [engine, article, story.facts, story.omitted, lang]);
  return answer;
}
