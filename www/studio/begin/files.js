// The story and the article that some files hold, or why they hold none.

import { asksToStay } from '../keep/stay.js';
import { readFile } from '../keep/text.js';
import { callsOf } from '../panes/context.js';
import { newProject } from '../store/new.js';
import { fill } from '../words.js';

/** @typedef {import('../store/state.js').Story} Story */

/** How many problems of a file are told: an editor mends them in an editor of text. */
const TOLD = 5;

/** @typedef {{ story?: Story, article?: string, refused: string[] }} Found `refused` has the sentences for the editor */

/**
 * @param {import('../studio.js').House} house
 * @param {File[]} files
 * @returns {Promise<Found>}
 */
export async function readFiles({ engine, lang, words }, files) {
  const { readStory } = callsOf(engine);
  /** @type {Found} */
  const found = { refused: [] };
  for (const file of files) {
    const read = await readFile(file);
    const { name } = read;
    if ('refusal' in read) {
      const sentences = { binary: words.refusedBinary, 'too-long': words.refusedTooLong, empty: words.refusedEmpty };
      found.refused.push(fill(sentences[read.refusal], { name }));
    } else if (read.story) {
      const { story, problems } = await readStory(read.text, lang);
      // The very story of the file: the module's own has what it fills in.
      if (story) found.story = JSON.parse(read.text);
      else
        found.refused.push(
          fill(words.refusedStory, { name }),
          ...problems
            .slice(0, TOLD)
            .map(({ line, column, message }) => fill(words.problemAt, { line, column, message })),
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
  const project = newProject({ article, story: story ?? (await callsOf(engine).emptyStory(article, lang)) });
  await shelf.put(project);
  void asksToStay(true);
  location.hash = project.id;
}
