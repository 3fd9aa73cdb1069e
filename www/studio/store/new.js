// Stories as they begin, and what they are called.

/** @typedef {import('./state.js').Project} Project */

/** An id that no other story has. `crypto.randomUUID` is missing at addresses without TLS. */
const newId = () => [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');

/**
 * @param {Pick<Project, 'article' | 'story' | 'name'>} content
 * @returns {Project}
 */
export const newProject = ({ article, story, name }) => ({ article, story, name, id: newId(), edited: Date.now() });

/** What a story is called, if it has a name yet. @param {Project} project */
export const nameOf = ({ name, story }) => name || story.title[story.locales[0] ?? 'zh'] || undefined;
