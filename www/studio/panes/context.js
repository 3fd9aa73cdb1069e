// What every pane may use: the story, what changes it, the module's calls, the interface's words, and what is in sight.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useStudio } from '../studio.js';

/** @typedef {import('../store/state.js').State} State */
/** @typedef {'numbers' | 'figures' | 'texts' | 'problems' | 'take'} Room what the middle pane shows */
/** @typedef {'article' | 'work' | 'live'} Tab what a phone shows */

/**
 * What is in sight. It is no part of the story, so that undo does not touch it.
 * @typedef {object} View
 * @property {Tab} tab
 * @property {Room} room
 * @property {string | undefined} open the id of the fact, or the place of the figure, whose fields are open
 * @property {boolean} onlyFree whether only the numbers are listed that no figure shows
 * @property {string[]} picked the ids of the numbers that are picked, in the order in which they were
 * @property {Proposing | undefined} proposing what drawings are offered for
 * @property {string | undefined} fault why something that was asked for could not be done
 * @property {{ told: string, steps: number } | undefined} done what was just taken away, and how many steps of undo there were then
 * @property {string | undefined} focus the place of the field that takes the focus next
 */

/**
 * Numbers that a drawing is sought for; for a new figure, or for one that stands at a place.
 * @typedef {{ facts: string[], figure?: string }} Proposing
 */

/** @typedef {{ place: string, message: string }} Problem */
/** @typedef {{ problems: Problem[], fault?: string, rows: import('../calls.d.ts').FactRow[], checked: boolean }} Checked */

/**
 * @typedef {object} Desk
 * @property {State} state
 * @property {View} view
 * @property {(change: Partial<View>) => void} show
 * @property {Checked} checked
 * @property {import('./listed.js').Listed[]} numbers every number of the story
 * @property {import('./todo.js').Todo} todo
 * @property {import('./found.js').Read} article
 */

/** @type {View} */
export const OPENING = {
  tab: 'article',
  room: 'numbers',
  open: undefined,
  onlyFree: false,
  picked: [],
  proposing: undefined,
  fault: undefined,
  done: undefined,
  focus: undefined,
};

export const DeskContext = createContext(/** @type {Desk | undefined} */ (undefined));

/** The story and what changes it, the module's calls, the interface's words, what is in sight, and what is still to be done. */
export function useDesk() {
  const { store, engine, lang, say } = useStudio();
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a pane stands outside of the desk');
  return { ...desk, store, dispatch: store.dispatch, engine, lang, say };
}
