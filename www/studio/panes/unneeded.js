// Which numbers the story can be without: those that nothing else of it names.

/** @typedef {import('../story.d.ts').Story} Story */

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
 * Of some numbers, those that can all go together.
 * @param {Story} story
 * @param {string[]} ids
 * @returns {string[]}
 */
export function unneeded(story, ids) {
  const named = namesIn(without(story, ids));
  const free = ids.filter((id) => !named.has(id));
  // What stays may need others of them.
  return free.length === ids.length ? ids : unneeded(story, free);
}

/**
 * What the formulas, comparisons, drawings and texts of a story name.
 * @param {Story} story
 * @returns {Set<string>}
 */
function namesIn({ title, lead, method, facts, derived, chapters }) {
  const formulas = derived.flatMap(({ formula }) => formula.match(/[\w-]+/g) ?? []);
  const compared = facts.flatMap(({ versus }) => versus ?? []);
  return new Set([...formulas, ...compared, ...idsIn([title, lead, method, chapters])]);
}

/**
 * Each text, and what stands in braces in it.
 * @param {unknown} value
 * @returns {string[]}
 */
function idsIn(value) {
  if (typeof value === 'string') return [value, ...(value.match(/\{[\w-]+/g) ?? []).map((found) => found.slice(1))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
