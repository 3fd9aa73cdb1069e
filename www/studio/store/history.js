// Undo and redo, without end while the page is open. What is kept of a step is the content as it was; what did not change is shared.

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Content} Content */

/** After this rest, in ms, what is typed into the same field is another step. */
const REST = 2000;

/** @param {Content} content @returns {Content} */
const contentOf = ({ article, story }) => ({ article, story });

/**
 * The state with a change, which undo takes back. Changes of one field that follow each other quickly are one step.
 * @param {State} state
 * @param {Content} content as it is now
 * @param {string | undefined} field the field that was typed into; nothing where the change is a step of its own
 * @param {number} now in ms
 * @returns {State}
 */
export function step(state, content, field, now) {
  const { project, past, typing } = state;
  if (content.article === project.article && content.story === project.story) return state;
  const goesOn = field !== undefined && typing?.place === field && now - typing.at < REST;
  return {
    ...state,
    project: { ...project, ...contentOf(content), edited: now },
    past: goesOn ? past : [...past, contentOf(project)],
    future: [],
    typing: field === undefined ? undefined : { place: field, at: now },
  };
}

/** @param {State} state @param {number} now in ms @returns {State} */
export function undo(state, now) {
  const { project, past, future } = state;
  const before = past.at(-1);
  return before ? restored(state, before, now, past.slice(0, -1), [contentOf(project), ...future]) : state;
}

/** @param {State} state @param {number} now in ms @returns {State} */
export function redo(state, now) {
  const { project, past, future } = state;
  const [next, ...later] = future;
  return next ? restored(state, next, now, [...past, contentOf(project)], later) : state;
}

/** @param {State} state @param {Content} content @param {number} now in ms @param {Content[]} past @param {Content[]} future */
function restored(state, content, now, past, future) {
  return { ...state, project: { ...state.project, ...content, edited: now }, past, future, typing: undefined };
}
