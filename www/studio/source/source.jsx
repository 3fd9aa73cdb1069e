// The story's file as text. What is typed becomes the story as soon as it can be read; until then the story stays as it was.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useStory, useStudio } from '../studio.js';
import { canStyle, openEditor as openPlain } from './plain.js';

/** @typedef {import('./editor.js').Editor} Editor */
/** @typedef {import('./editor.js').Problem} Problem */
/** @typedef {import('../store/state.js').Story} Story */

/** How many problems are listed; the others are marked in the text. */
const LISTED = 50;

/** @param {Story} story */
const textOf = (story) => `${JSON.stringify(story, null, 2)}\n`;

/** @param {{ close: () => void }} props */
export function Source({ close }) {
  const { say } = useStudio();
  const { host, editor, problems, unread } = useSource();
  return (
    <main class="source">
      <header class="head">
        <h1>{say('sourceCode')}</h1>
        <p role="status">{unread ? say('sourceUnread') : ''}</p>
        <button type="button" class="main" onClick={close}>
          {say('done')}
        </button>
      </header>
      <div class="source-text" ref={host} />
      {problems.length > 0 && (
        <ul class="source-problems" aria-label={say('sourceProblems')}>
          {problems.slice(0, LISTED).map((problem) => (
            <li key={JSON.stringify(problem)}>
              <button type="button" class="quiet" onClick={() => editor.current?.goTo(problem)}>
                {'line' in problem ? say('problemAt', problem) : problem.message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

/** The editor of the story's text, and what is wrong with the text. */
function useSource() {
  const studio = useStudio();
  const { store, engine, lang, say } = studio;
  const { project, readOnly } = useStory();
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const editor = useRef(/** @type {Editor | undefined} */ (undefined));
  /** The story that the text was last read as or written from. */
  const known = useRef(project.story);
  const [{ problems, unread }, setTold] = useState({ problems: /** @type {Problem[]} */ ([]), unread: false });

  useEffect(() => {
    let open = true;
    /** @param {Problem[]} problems @param {boolean} unread */
    const tell = (problems, unread) => {
      setTold({ problems, unread });
      editor.current?.mark(problems);
    };
    const { read, stop } = reading(studio, known, tell);
    const text = textOf(store.state().project.story);
    const loading = canStyle ? import('./editor.js') : Promise.resolve({ openEditor: openPlain });
    const opening = loading.then(({ openEditor }) => {
      if (!open || !host.current) return;
      const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
      editor.current = openEditor(root, {
        text,
        name: say('sourceCode'),
        readOnly,
        changed: (typed) => void read(typed),
      });
      void read(text);
    });
    // Without a network the editor may not come.
    opening.catch((/** @type {Error} */ { message }) => open && tell([{ line: 1, column: 1, message }], false));
    return () => {
      open = false;
      stop();
      editor.current?.close();
      editor.current = undefined;
    };
  }, [store, engine, lang, readOnly]);

  useEffect(() => {
    if (project.story === known.current) return;
    known.current = project.story;
    editor.current?.show(textOf(project.story));
  }, [project.story]);

  return { host, editor, problems, unread };
}

/**
 * Makes the text that is typed the story as soon as it can be read. While one text is read, only the last of those that follow counts.
 * @param {import('../studio.js').Studio} studio
 * @param {{ current: Story }} known
 * @param {(problems: Problem[], unread: boolean) => void} tell
 * @returns {{ read: (text: string) => Promise<void>, stop: () => void }}
 */
function reading({ store, engine, lang }, known, tell) {
  /** @type {string | undefined} */
  let latest;
  /** @param {string} text */
  async function read(text) {
    latest = text;
    const answer = await engine.readStory(text, lang).catch((/** @type {Error} */ { message }) => ({
      problems: [{ line: 1, column: 1, message }],
      story: undefined,
    }));
    if (latest !== text) return;
    tell(answer.problems, !answer.story);
    if (!answer.story) return;
    if (text !== textOf(store.state().project.story)) {
      // The very story of the text: the module's own has what it fills in.
      known.current = JSON.parse(text);
      store.dispatch({ type: 'story/replace', story: known.current, field: 'source' });
    }
    const { article } = store.state().project;
    const checked = await engine.checkStory(known.current, article.trim() ? article : undefined, lang);
    if (latest === text) tell(checked, false);
  }
  return { read, stop: () => void (latest = undefined) };
}
