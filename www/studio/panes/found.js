// The numbers of the article, found anew when the text or what is taken of it changes.

import { useEffect, useState } from 'preact/hooks';
import { useStudio } from '../studio.js';
import { callsOf } from './context.js';
import { failure, said } from './say.js';

/** @typedef {import('./calls.d.ts').Found} Found */

/**
 * The article's paragraphs with their numbers, or why it has none.
 * @typedef {{ found?: Found, fault?: string }} Read
 */

/** The most numbers that are marked in a text: three times what a story holds. More would take seconds to lay out. */
const MOST_MARKS = 3000;

/** @param {Found} found */
const isTooMuch = ({ paragraphs }) => paragraphs.reduce((sum, { findings }) => sum + findings.length, 0) > MOST_MARKS;

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
      (found) => current && setAnswer(isTooMuch(found) ? { fault: said(lang, 'too-many-numbers') } : { found }),
      (/** @type {Error} */ error) => current && setAnswer({ fault: failure(lang, error) }),
    );
    return () => {
      current = false;
    };
  }, [engine, article, story.facts, story.omitted, lang]);
  return answer;
}
