// What the studio opens with: ways to begin, and the stories that are kept.

import { useState } from 'preact/hooks';
import { chooseFiles } from '../keep/disk.js';
import { useDrop } from './drop.js';
import { openNew, readFiles } from './files.js';
import { Stories } from './stories.jsx';

/** @typedef {import('../studio.js').House} House */

/** @param {{ house: House, example: string }} props */
export function Begin({ house, example }) {
  const { say, lang, turn, lasting } = house;
  const [fault, setFault] = useState(/** @type {string[]} */ ([]));
  /** @param {() => Promise<void>} act */
  const start = (act) => void act().catch((/** @type {Error} */ error) => setFault([error.message]));
  /** @param {File[]} files */
  const open = (files) =>
    start(async () => {
      const { refused, ...content } = await readFiles(house, files);
      setFault(refused);
      if (files.length && !refused.length) await openNew(house, content);
    });
  useDrop(open);
  return (
    <main class="begin">
      <header>
        <h1>{say('studio')}</h1>
        <button type="button" class="quiet" lang={lang === 'zh' ? 'en' : 'zh-Hans'} onClick={turn}>
          {say('otherLanguage')}
        </button>
      </header>
      <p>{say('promise')}</p>
      <h2>{say('begin')}</h2>
      <ul class="ways">
        <Way
          word={say('beginPractice')}
          note={say('beginPracticeNote')}
          act={() => start(async () => openNew(house, { article: await text(`practice.${lang}.txt`) }))}
        />
        <Way word={say('beginEmpty')} note={say('beginEmptyNote')} act={() => start(() => openNew(house, {}))} />
        <Way
          word={say('beginExample')}
          note={say('beginExampleNote')}
          act={() => start(async () => openNew(house, { story: JSON.parse(await text(example)) }))}
        />
        <Way word={say('beginFile')} note={say('beginFileNote')} act={() => void chooseFiles().then(open)} />
      </ul>
      <div role="alert">
        {fault.map((line) => (
          <p key={line} class="wrong">
            {line}
          </p>
        ))}
      </div>
      {!lasting && <p class="notice">{say('keepsNothing')}</p>}
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

/** @param {string} file beside the page, or its whole address */
async function text(file) {
  const response = await fetch(new URL(file, document.baseURI));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.text();
}
