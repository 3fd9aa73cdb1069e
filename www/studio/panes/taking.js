// Taking numbers of the article as facts, dropping them, and leaving them out with a reason: each one change of the story.

import { useDesk } from './context.js';
import { failure } from './say.js';

/** @typedef {import('../story.d.ts').Story} Story */
/** @typedef {import('./spots.js').Spot} Spot */

/**
 * Takes numbers through the module, which knows their units, and drops them.
 * @returns {{ take: (spots: Spot[]) => Promise<void>, drop: (spot: Spot) => void }}
 */
export function useTaking() {
  const { store, dispatch, engine, lang, show } = useDesk();
  return {
    async take(spots) {
      show({ fault: undefined });
      const places = spots.map(({ paragraph, finding }) => ({ paragraph, finding }));
      const { story, article } = store.state().project;
      const taken = await engine.takeNumbers(story, article, places).catch((/** @type {Error} */ error) => {
        show({ fault: failure(lang, error) });
      });
      if (!taken) return undefined;
      // What was typed meanwhile is kept: the numbers are taken once more, from the story as it is now.
      if (store.state().project.story !== story) return this.take(spots);
      dispatch({ type: 'story/replace', story: taken.story });
      show({ room: 'numbers', open: undefined });
      return undefined;
    },
    drop({ at }) {
      if (at.fact) dispatch({ type: 'story/replace', story: without(store.state().project.story, [at.fact]) });
    },
  };
}

/**
 * The story without some of its facts and derived facts. What named them is a problem, which the checker tells.
 * @param {Story} story
 * @param {string[]} ids
 * @returns {Story}
 */
export function without(story, ids) {
  /** @param {{ id: string }} one */
  const stays = ({ id }) => !ids.includes(id);
  return { ...story, facts: story.facts.filter(stays), derived: story.derived.filter(stays) };
}

/**
 * The change that leaves numbers of the article out. Only a story that names its article lists them, since only that one is checked
 * against it.
 * @param {Story} story
 * @param {Spot[]} spots
 * @param {string} reason
 * @returns {import('./context.js').Action}
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
 * @returns {import('./context.js').Action}
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
 * @returns {import('./context.js').Action}
 */
export function admitting(story, entry) {
  return {
    type: 'story/replace',
    story: { ...story, omitted: (story.omitted ?? []).filter((other) => other !== entry) },
  };
}
