// What each action makes of the state. Pure: the time comes in from outside.

import { redo, step, undo } from './history.js';
import { move, remove, set } from './pointer.js';
import { renameFact } from './rename.js';
import { opened } from './state.js';

/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Story} Story */

/**
 * @param {State} state
 * @param {Action} action
 * @param {number} now in ms
 * @returns {State}
 */
export function reduce(state, action, now) {
  switch (action.type) {
    case 'open':
      return opened(action.project, action.readOnly);
    default:
      return state.readOnly ? state : change(state, action, now);
  }
}

/**
 * @param {State} state
 * @param {Exclude<Action, { type: 'open' }>} action
 * @param {number} now in ms
 * @returns {State}
 */
function change(state, action, now) {
  switch (action.type) {
    case 'saved':
      return { ...state, project: { ...state.project, savedToDisk: now } };
    case 'undo':
      return undo(state, now);
    case 'redo':
      return redo(state, now);
    case 'article/set':
      return step(state, { article: action.text, story: state.project.story }, 'article', now);
    default: {
      const { article, story } = state.project;
      return step(state, { article, story: edited(story, action) }, fieldOf(action), now);
    }
  }
}

/**
 * The field that is typed into, if it is.
 * @param {Action} action
 */
function fieldOf(action) {
  if (action.type === 'set') return typeof action.value === 'string' ? action.place : undefined;
  return action.type === 'story/replace' ? action.field : undefined;
}

/**
 * @param {Story} story
 * @param {Extract<Action, { type: 'story/replace' | 'set' | 'remove' | 'move' | 'fact/rename-id' }>} action
 * @returns {Story}
 */
function edited(story, action) {
  switch (action.type) {
    case 'story/replace':
      return action.story;
    case 'set':
      return set(story, action.place, action.value);
    case 'remove':
      return remove(story, action.place);
    case 'move':
      return move(story, action.from, action.to);
    case 'fact/rename-id':
      return renameFact(story, action.from, action.to);
  }
}
