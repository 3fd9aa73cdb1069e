// The story's file as text. What is typed becomes the story as soon as it can be read; until then the story stays as it was.

import { useEffect, useRef, useState } from 'preact/hooks';
import { callsOf } from '../panes/context.js';
import { useStory, useStudio } from '../studio.js';
import { fill } from '../words.js';
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
  const { words } = useStudio();
  const { host, editor, problems, unread } = useSource();
  return (
    <main class="source">
      <header class="head">
        <h1>{words.source}</h1>
        <p role="status">{unread ? words.sourceUnread : ''}</p>
        <button type="button" class="main" onClick={close}>
          {words.done}
        </button>
      </header>
      <div class="source-text" ref={host} />
      {problems.length > 0 && (
        <ul class="source-problems" aria-label={words.problems}>
          {problems.slice(0, LISTED).map((problem) => (
            <li key={JSON.stringify(problem)}>
              <button type="button" class="quiet" onClick={() => editor.current?.goTo(problem)}>
                {'line' in problem ? fill(words.problemAt, problem) : problem.message}
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
  const { store, engine, lang, words } = useStudio();
  const { project, readOnly } = useStory();
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const editor = useRef(/** @type {Editor | undefined} */ (undefined));
  /** The story that the text was last read as or written from. */
  const told = useRef(project.story);
  const [problems, setProblems] = useState(/** @type {Problem[]} */ ([]));
  const [unread, setUnread] = useState(false);

  useEffect(() => {
    let open = true;
    let latest = '';
    /** @param {string} text */
    async function read(text) {
      latest = text;
      const calls = callsOf(engine);
      const answer = await calls.readStory(text, lang).catch((/** @type {Error} */ { message }) => ({
        problems: [{ line: 1, column: 1, message }],
        story: undefined,
      }));
      // What was typed since then is read on its own.
      if (!open || latest !== text) return;
      tell(answer.problems);
      setUnread(!answer.story);
      if (!answer.story) return;
      if (text !== textOf(store.state().project.story)) {
        // The very story of the text: the module's own has what it fills in.
        told.current = JSON.parse(text);
        store.dispatch({ type: 'story/replace', story: told.current, field: 'source' });
      }
      const { article } = store.state().project;
      const checked = await calls.checkStory(told.current, article.trim() ? article : undefined, lang);
      if (open && latest === text) tell(checked);
    }
    /** @param {Problem[]} problems */
    function tell(problems) {
      setProblems(problems);
      editor.current?.mark(problems);
    }
    const text = textOf(store.state().project.story);
    const loading = canStyle ? import('./editor.js') : Promise.resolve({ openEditor: openPlain });
    const opening = loading.then(({ openEditor }) => {
      if (!open || !host.current) return;
      const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
      editor.current = openEditor(root, { text, name: words.source, readOnly, changed: (typed) => void read(typed) });
      void read(text);
    });
    // Without a network the editor may not come.
    opening.catch((/** @type {Error} */ { message }) => tell([{ line: 1, column: 1, message }]));
    return () => {
      open = false;
      editor.current?.close();
      editor.current = undefined;
    };
  }, [store, engine, lang, readOnly]);

  useEffect(() => {
    if (project.story === told.current) return;
    told.current = project.story;
    editor.current?.show(textOf(project.story));
  }, [project.story]);

  return { host, editor, problems, unread };
}
