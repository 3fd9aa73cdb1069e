// Taking numbers of the article as facts, dropping them, and leaving them out with a reason: each one change of the story.

import { useDesk } from './context.js';
import { useDoing } from './done.jsx';
import { factsOf } from './placing.js';
import { filled } from './prose.js';
import { failure } from '../engine-faults.js';
import { unneeded, without } from './unneeded.js';

/** @typedef {import('../story.d.ts').Story} Story */
/** @typedef {import('./spots.js').Spot} Spot */

/**
 * Takes numbers through the module, which knows their units, and drops those that nothing else of the story needs.
 * @returns {{ take: (spots: Spot[]) => Promise<void>, drop: (id: string) => void }}
 */
export function useTaking() {
  const { store, dispatch, engine, view, show, numbers, say } = useDesk();
  const doing = useDoing();
  return {
    async take(spots) {
      show({ fault: undefined });
      const places = spots.map(({ paragraph, finding }) => ({ paragraph, finding }));
      const { story, article } = store.state().project;
      const taken = await engine.takeNumbers(story, article, places).catch((/** @type {Error} */ error) => {
        show({ fault: failure(say, error) });
      });
      if (!taken) return undefined;
      // What was typed meanwhile is kept: the numbers are taken once more, from the story as it is now.
      if (store.state().project.story !== story) return this.take(spots);
      dispatch({ type: 'story/replace', story: taken.story });
      show({ room: 'numbers', open: undefined });
      return undefined;
    },
    drop(id) {
      const { story } = store.state().project;
      const term = numbers.find((one) => one.id === id)?.term || id;
      if (unneeded(story, [id]).length > 0) {
        doing({ type: 'story/replace', story: without(story, [id]) }, say('dropped', { term }));
        show({ open: undefined, picked: view.picked.filter((other) => other !== id) });
      } else {
        const named = new Set([id]);
        const where = story.chapters
          .flatMap(({ figures }) => figures)
          .filter(({ drawing }) => factsOf(drawing, named).length > 0);
        const titles = where.map(
          ({ title }) => filled(title[story.locales[0] ?? 'zh'] ?? '', numbers) || say('noTitle'),
        );
        show({ fault: say(titles.length > 0 ? 'inUse' : 'needed', { term, where: titles.join(' · ') }) });
      }
    },
  };
}

/**
 * The change that leaves numbers of the article out. Only a story that names its article lists them, since only that one is checked
 * against it.
 * @param {Story} story
 * @param {Spot[]} spots
 * @param {string} reason
 * @returns {import('../store/state.js').Action}
 */
export function omitting(story, spots, reason) {
  const more = spots.map(({ number, at }) => ({ paragraph: number, printed: at.printed, reason }));
  return { type: 'story/replace', story: { ...story, omitted: [...(story.omitted ?? []), ...more] } };
}

/**
 * The change that takes numbers out of the story again.
 * @param {Story} story
 * @param {string[]} ids
 * @param {string} reason
 * @returns {import('../store/state.js').Action}
 */
export function withdrawing(story, ids, reason) {
  const left = without(story, ids);
  const gone = story.article ? story.facts.filter(({ id }) => ids.includes(id)) : [];
  const more = gone.map(({ paragraph, printed }) => ({ paragraph, printed, reason }));
  return {
    type: 'story/replace',
    story: more.length > 0 ? { ...left, omitted: [...(left.omitted ?? []), ...more] } : left,
  };
}

/**
 * The change that lets a number in again.
 * @param {Story} story
 * @param {import('../story.d.ts').Omitted} entry
 * @returns {import('../store/state.js').Action}
 */
export function admitting(story, entry) {
  return {
    type: 'story/replace',
    story: { ...story, omitted: (story.omitted ?? []).filter((other) => other !== entry) },
  };
}
