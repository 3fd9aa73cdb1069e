// What the studio opens with: ways to begin, and the stories that are kept.

import { useState } from 'preact/hooks';
import { asksToStay } from '../keep/stay.js';
import { chooseFiles } from '../keep/disk.js';
import { callsOf } from '../panes/context.js';
import { newProject } from '../store/new.js';
import { readFiles } from './files.js';
import { Stories } from './stories.jsx';
import { useDrop } from './drop.js';

/** @typedef {import('../studio.js').House} House */

/** @param {{ house: House, example: string }} props */
export function Begin({ house, example }) {
  const { words, lang, turn, lasting } = house;
  const { emptyStory } = callsOf(house.engine);
  const [fault, setFault] = useState(/** @type {string[]} */ ([]));
  /** @param {() => Promise<Content | undefined>} make */
  const start = (make) =>
    make().then(
      (content) => content && openNew(house, content),
      (/** @type {Error} */ error) => setFault([error.message]),
    );
  /** @param {File[]} files */
  const open = (files) => start(() => contentOf(house, files, setFault));
  useDrop(open);
  return (
    <main class="begin">
      <header>
        <h1>{words.studio}</h1>
        <button type="button" class="quiet" lang={lang === 'zh' ? 'en' : 'zh-Hans'} onClick={turn}>
          {words.otherLanguage}
        </button>
      </header>
      <p>{words.promise}</p>
      <h2>{words.begin}</h2>
      <ul class="ways">
        <Way
          word={words.beginPractice}
          note={words.beginPracticeNote}
          act={() =>
            start(async () => ({ article: await text(`practice.${lang}.txt`), story: await emptyStory(lang) }))
          }
        />
        <Way
          word={words.beginEmpty}
          note={words.beginEmptyNote}
          act={() => start(async () => ({ article: '', story: await emptyStory(lang) }))}
        />
        <Way
          word={words.beginExample}
          note={words.beginExampleNote}
          act={() => start(async () => ({ article: '', story: JSON.parse(await text(example)) }))}
        />
        <Way word={words.beginFile} note={words.beginFileNote} act={() => void chooseFiles().then(open)} />
      </ul>
      <div role="alert">
        {fault.map((line) => (
          <p key={line} class="wrong">
            {line}
          </p>
        ))}
      </div>
      {!lasting && <p class="notice">{words.keepsNothing}</p>}
      <Stories house={house} />
    </main>
  );
}

/** @param {{ word: string, note: string, act: () => void }} props */
function Way({ word, note, act }) {
  return (
    <li>
      <button type="button" onClick={act}>
        <strong>{word}</strong>
        <small>{note}</small>
      </button>
    </li>
  );
}

/** What a story begins with. @typedef {Pick<import('../store/state.js').Project, 'article' | 'story'>} Content */

/**
 * Keeps a new story and opens it.
 * @param {House} house
 * @param {Content} content
 */
export async function openNew({ shelf }, content) {
  const project = newProject(content);
  await shelf.put(project);
  void asksToStay(true);
  location.hash = project.id;
}

/**
 * The story and the article of some files.
 * @param {House} house
 * @param {File[]} files
 * @param {(lines: string[]) => void} refuse is told, in words, why a file is not taken; nothing where all are
 * @returns {Promise<Content | undefined>}
 */
export async function contentOf({ engine, lang, words }, files, refuse) {
  const calls = callsOf(engine);
  const { story, article, refused } = await readFiles(files, words, (text) => calls.readStory(text, lang));
  refuse(refused);
  if (refused.length || (!story && article === undefined)) return undefined;
  return { article: article ?? '', story: story ?? (await calls.emptyStory(lang)) };
}

/** @param {string} file beside the page, or its whole address */
async function text(file) {
  const response = await fetch(new URL(file, document.baseURI));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.text();
}
