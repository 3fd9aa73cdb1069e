// What the studio holds of the story that is being edited.

/** @typedef {import('../story.d.ts').Story} Story */

/**
 * What undo brings back.
 * @typedef {object} Content
 * @property {string} article the article's text, which is never published
 * @property {Story} story the story file's JSON
 */

/**
 * @typedef {object} Project
 * @property {string} id
 * @property {string} article
 * @property {Story} story
 * @property {string} [name] what the editor calls it, beside its title
 * @property {number} edited when it was last changed, in ms
 * @property {number} [savedToDisk] when it was last saved to disk, in ms
 */

/**
 * @typedef {object} State
 * @property {Project} project
 * @property {Content[]} past what undo brings back, the oldest first
 * @property {Content[]} future what redo brings back, the next first
 * @property {boolean} readOnly whether another tab edits it: then nothing changes it here
 * @property {{ place: string, at: number }} [typing] the field whose changes are still one step of undo, and when it was last changed
 */

/**
 * Places are JSON pointers into the story (pointer.js). A story is replaced with a `field` where it is typed: what follows soon
 * is the same step of undo.
 * @typedef {{ type: 'open', project: Project, readOnly?: boolean }
 *   | { type: 'story/replace', story: Story, field?: string }
 *   | { type: 'article/set', text: string }
 *   | { type: 'set', place: string, value: unknown }
 *   | { type: 'remove', place: string }
 *   | { type: 'move', from: string, to: string }
 *   | { type: 'fact/rename-id', from: string, to: string }
 *   | { type: 'saved' }
 *   | { type: 'undo' }
 *   | { type: 'redo' }} Action
 */

/** @param {Project} project @param {boolean} [readOnly] @returns {State} */
export const opened = (project, readOnly = false) => ({ project, past: [], future: [], readOnly });
