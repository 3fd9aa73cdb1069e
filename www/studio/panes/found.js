// The numbers of the article, found anew when the text or what is taken of it changes.

import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { failure } from './say.js';

/** @typedef {import('./calls.d.ts').Found} Found */

/**
 * The article's paragraphs with their numbers, or why it has none.
 * @returns {{ found: Found | undefined, fault: string | undefined }}
 */
export function useFound() {
  const { state, engine, lang } = useDesk();
  const { article, story } = state.project;
  const [answer, setAnswer] = useState(/** @type {{ found?: Found, fault?: string }} */ ({}));
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
  return { found: answer.found, fault: answer.fault };
}
