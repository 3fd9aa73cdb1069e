// The story and the article that some files hold, or why they hold none.

import { asksToStay } from '../keep/stay.js';
import { readFile } from '../keep/text.js';
import { newProject } from '../store/new.js';

/** @typedef {import('../store/state.js').Story} Story */

/** How many problems of a file are told: an editor mends them in an editor of text. */
const TOLD = 5;

const REFUSED = /** @type {const} */ ({
  binary: 'refusedBinary',
  'too-long': 'refusedTooLong',
  empty: 'refusedEmpty',
});

/** @typedef {{ story?: Story, article?: string, refused: string[] }} Found `refused` has the sentences for the editor */

/**
 * @param {import('../studio.js').House} house
 * @param {File[]} files
 * @returns {Promise<Found>}
 */
export async function readFiles({ engine, lang, say }, files) {
  /** @type {Found} */
  const found = { refused: [] };
  for (const file of files) {
    const read = await readFile(file);
    const { name } = read;
    if ('refusal' in read) {
      found.refused.push(say(REFUSED[read.refusal], { name }));
    } else if (read.story) {
      const { story, problems } = await engine.readStory(read.text, lang);
      // The very story of the file: the module's own has what it fills in.
      if (story) found.story = JSON.parse(read.text);
      else
        found.refused.push(
          say('refusedStory', { name }),
          ...problems.slice(0, TOLD).map(({ line, column, message }) => say('problemAt', { line, column, message })),
        );
    } else found.article = read.text;
  }
  return found;
}

/**
 * Keeps a new story and opens it.
 * @param {import('../studio.js').House} house
 * @param {{ story?: Story, article?: string }} content one that begins with the article where there is none
 */
export async function openNew({ engine, shelf, lang }, { story, article = '' }) {
  const project = newProject({ article, story: story ?? (await engine.emptyStory(article, lang)) });
  await shelf.put(project);
  void asksToStay(true);
  location.hash = project.id;
}
