// What the module says of the story: its problems, and its numbers written out. Asked anew shortly after each change.

import { useEffect, useState } from 'preact/hooks';
import { useStudio } from '../studio.js';
import { failure } from '../engine-faults.js';
import { counted } from './todo.js';

/** How long typing must rest before the story is checked, in milliseconds. */
const REST = 120;

/**
 * @param {import('./context.js').State} state
 * @returns {import('./context.js').Checked}
 */
export function useChecked(state) {
  const { engine, lang, say } = useStudio();
  const { story, article } = state.project;
  const [checked, setChecked] = useState(
    /** @type {import('./context.js').Checked} */ ({ problems: [], rows: [], checked: false }),
  );
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const text = article.trim() === '' ? undefined : article;
      const locale = story.locales[0] ?? 'zh';
      const asked = Promise.all([engine.checkStory(story, text, lang), engine.factRows(story, locale)]);
      const answer = await asked.then(
        ([problems, rows]) => ({ problems: counted(story, problems), rows, checked: true, fault: undefined }),
        (/** @type {Error} */ error) => ({ fault: failure(say, error) }),
      );
      if (current) setChecked((before) => ({ ...before, ...answer }));
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [engine, story, article, lang]);
  return checked;
}
