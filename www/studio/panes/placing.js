// Figures and chapters put into the story, moved and taken out: each as a whole new story.

import { unused } from './places.js';

/** @typedef {import('../story.d.ts').Story} Story */
/** @typedef {import('../story.d.ts').Figure} Figure */

/**
 * A text without words in each language of a story.
 * @param {Story} story
 * @returns {import('../story.d.ts').Text}
 */
export function blank(story) {
  return Object.fromEntries(story.locales.map((locale) => [locale, '']));
}

/**
 * A story with one more chapter, which has no figure yet.
 * @param {Story} story
 * @returns {Story}
 */
export function withChapter(story) {
  const ids = story.chapters.map(({ id }) => id);
  const id = unused('chapter', ids);
  return { ...story, chapters: [...story.chapters, { id, title: blank(story), lead: blank(story), figures: [] }] };
}

/**
 * A story with the derived facts and units that something needs, but for those that it has.
 * @param {Story} story
 * @param {import('../calls.d.ts').Needs} needs
 * @returns {Story}
 */
export function withNeeds(story, { derived, units }) {
  /** @type {<One extends { id: string }>(has: One[], more: One[]) => One[]} */
  const joined = (has, more) => [...has, ...more.filter(({ id }) => has.every((one) => one.id !== id))];
  return { ...story, derived: joined(story.derived, derived), units: joined(story.units, units) };
}

/**
 * A story with a chosen drawing: in the figure at a place, which keeps its texts, or in a new figure at the end of a chapter.
 * @param {Story} before
 * @param {Omit<import('../calls.d.ts').Fit, 'name' | 'svg'>} choice
 * @param {string | number} where the figure's place, or the chapter's number from 0
 * @returns {{ story: Story, place: string }}
 */
export function drawn(before, { kind, drawing, ...needs }, where) {
  const story = withNeeds(before, needs);
  if (typeof where === 'string') {
    return { story: changed(story, where, (figure) => [{ ...figure, drawing }]), place: where };
  }
  const open = where < story.chapters.length ? story : withChapter(story);
  const id = unused(
    kind,
    open.chapters.flatMap(({ figures }) => figures.map((figure) => figure.id)),
  );
  const figure = { id, title: blank(story), subtitle: blank(story), reading: blank(story), drawing };
  const chapters = open.chapters.map((chapter, index) =>
    index === where ? { ...chapter, figures: [...chapter.figures, figure] } : chapter,
  );
  const place = `/chapters/${where}/figures/${(chapters[where]?.figures.length ?? 1) - 1}`;
  return { story: { ...open, chapters }, place };
}

/**
 * A story in which other figures, or none, stand for the one at a place.
 * @param {Story} story
 * @param {string} place
 * @param {(figure: Figure) => Figure[]} change
 * @returns {Story}
 */
export function changed(story, place, change) {
  const chapters = story.chapters.map((chapter, at) => ({
    ...chapter,
    figures: chapter.figures.flatMap((figure, index) =>
      `/chapters/${at}/figures/${index}` === place ? change(figure) : [figure],
    ),
  }));
  return { ...story, chapters };
}

/**
 * A story with the figure at a place at the end of another chapter.
 * @param {Story} story
 * @param {string} place
 * @param {number} chapter
 * @returns {{ story: Story, place: string }}
 */
export function rehoused(story, place, chapter) {
  /** @type {Figure[]} */
  const out = [];
  const left = changed(story, place, (figure) => (out.push(figure), []));
  const chapters = left.chapters.map((one, index) =>
    index === chapter ? { ...one, figures: [...one.figures, ...out] } : one,
  );
  return {
    story: { ...left, chapters },
    place: `/chapters/${chapter}/figures/${(chapters[chapter]?.figures.length ?? 1) - 1}`,
  };
}

/**
 * The ids of the numbers that a drawing names, in its order, each once.
 * @param {unknown} drawing
 * @param {Set<string>} known the ids of all numbers
 * @returns {string[]}
 */
export function factsOf(drawing, known) {
  const texts = typeof drawing === 'object' && drawing !== null ? Object.values(drawing) : [drawing];
  const found = texts.flatMap((part) =>
    typeof part === 'object' && part !== null
      ? factsOf(part, known)
      : typeof part === 'string' && known.has(part)
        ? [part]
        : [],
  );
  return [...new Set(found)];
}

/**
 * The number of the chapter that a figure's place is in, from 0.
 * @param {string} place
 */
export const chapterOf = (place) => place.split('/')[2] ?? '0';
