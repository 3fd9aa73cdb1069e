// The numbers of the article, found anew when the text or what is taken of it changes.

import { useState } from 'preact/hooks';
import { useStudio } from '../studio.js';
import { useAsked } from './asked.js';
import { failure } from '../engine-faults.js';

/** @typedef {import('../calls.d.ts').Found} Found */

/**
 * The article's paragraphs with their numbers, or why it has none.
 * @typedef {{ found?: Found, fault?: string }} Read
 */

/**
 * @param {import('./context.js').State} state
 * @returns {Read}
 */
export function useFound(state) {
  const { engine, lang, say } = useStudio();
  const { article, story } = state.project;
  const [answer, setAnswer] = useState(/** @type {Read} */ ({}));
  useAsked(
    async () => (article.trim() === '' ? {} : { found: await engine.findNumbers(article, story) }),
    setAnswer,
    (error) => setAnswer({ fault: failure(say, error) }),
    [engine, article, story.facts, story.omitted, lang],
  );
  return answer;
}
