// The story and the article that some files hold, or why they hold none.

import { readFile } from '../keep/text.js';
import { fill } from '../words.js';

/** @typedef {import('../store/state.js').Story} Story */
/** @typedef {{ line: number, column: number, message: string }} Problem */

/** How many problems of a file are told: an editor mends them in an editor of text. */
const TOLD = 5;

/**
 * @param {File[]} files
 * @param {import('../words.js').Words} words
 * @param {(text: string) => Promise<{ story?: Story, problems: Problem[] }>} readStory
 * @returns {Promise<{ story?: Story, article?: string, refused: string[] }>} `refused` has the sentences for the editor
 */
export async function readFiles(files, words, readStory) {
  /** @type {{ story?: Story, article?: string, refused: string[] }} */
  const found = { refused: [] };
  for (const file of files) {
    const read = await readFile(file);
    const { name } = read;
    if ('refusal' in read) {
      const sentences = { binary: words.refusedBinary, 'too-long': words.refusedTooLong, empty: words.refusedEmpty };
      found.refused.push(fill(sentences[read.refusal], { name }));
    } else if (read.story) {
      const { story, problems } = await readStory(read.text);
      if (story) found.story = story;
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
