// What undoes, keeps and saves the story that is open.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useStory, useStudio } from '../studio.js';
import { articleFile, saveFile, storyFile } from './disk.js';
import { asksToStay } from './stay.js';

/**
 * @param {{ keeping: import('./saver.js').Keeping, openSource: () => void }} props
 */
export function Bar({ keeping, openSource }) {
  const { store, say, lang, turn, lasting } = useStudio();
  const { past, future, project } = useStory();
  const { fault, saveStory, saveArticle } = useSaving(store, say);
  useShortcuts(store);
  return (
    <>
      <span role="alert" class="wrong">
        {fault}
      </span>
      <small class="kept">{lasting && (keeping === 'writing' ? say('keptWriting') : say('keptHere'))}</small>
      <Step sign="↶" word={say('undo')} ready={past.length > 0} act={() => store.dispatch({ type: 'undo' })} />
      <Step sign="↷" word={say('redo')} ready={future.length > 0} act={() => store.dispatch({ type: 'redo' })} />
      <Menu name={say('file')}>
        <button type="button" class="quiet" onClick={saveStory}>
          {say('saveStory')}
        </button>
        <OnDisk />
        {project.article.trim() !== '' && (
          <button type="button" class="quiet" onClick={saveArticle}>
            {say('saveArticle')}
          </button>
        )}
        <button type="button" class="quiet" onClick={openSource}>
          {say('sourceCode')}
        </button>
        <a href="#">{say('stories')}</a>
        <button type="button" class="quiet" lang={lang === 'zh' ? 'en' : 'zh-Hans'} onClick={turn}>
          {say('otherLanguage')}
        </button>
      </Menu>
    </>
  );
}

/**
 * What is less often wanted, until something of it is chosen or the focus is elsewhere.
 * @param {{ name: string, children: import('preact').ComponentChildren }} props
 */
function Menu({ name, children }) {
  const details = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const close = () => details.current?.removeAttribute('open');
  useEffect(() => {
    /** @param {Event} event */
    const elsewhere = ({ target }) => target instanceof Node && !details.current?.contains(target) && close();
    addEventListener('pointerdown', elsewhere);
    return () => removeEventListener('pointerdown', elsewhere);
  }, []);
  return (
    <details
      class="file-menu"
      ref={details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        details.current?.querySelector('summary')?.focus();
      }}
    >
      <summary>{name}</summary>
      <div onClick={close}>{children}</div>
    </details>
  );
}

/** When the story was last saved to disk, and why it should be. */
function OnDisk() {
  const { say, lang } = useStudio();
  const { savedToDisk } = useStory().project;
  const [stays, setStays] = useState(true);
  useEffect(() => void asksToStay(false).then(setStays), []);
  const when =
    savedToDisk && new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeStyle: 'short' }).format(savedToDisk);
  return (
    <small class="on-disk">
      {when && say('onDisk', { when })} {!stays && say('mayVanish')}
    </small>
  );
}

/**
 * A step back or forth. On a phone it is only a sign.
 * @param {{ sign: string, word: string, ready: boolean, act: () => void }} props
 */
function Step({ sign, word, ready, act }) {
  return (
    <button type="button" class="quiet step" title={word} disabled={!ready} onClick={act}>
      <span aria-hidden="true">{sign}</span>
      <span class="word">{word}</span>
    </button>
  );
}

/**
 * Saves the story's file and the article beside it; a file that was chosen is written again without asking.
 * @param {import('../store/store.js').Store} store
 * @param {import('../words.js').Say} say
 */
function useSaving(store, say) {
  const [fault, setFault] = useState('');
  const [handles, setHandles] = useState(/** @type {Record<string, FileSystemFileHandle | undefined>} */ ({}));
  /** @param {string} name @param {Blob} content */
  async function save(name, content) {
    try {
      const { saved, handle } = await saveFile(name, content, handles[name]);
      setFault('');
      setHandles((before) => ({ ...before, [name]: handle ?? before[name] }));
      if (saved && name.endsWith('.json')) store.dispatch({ type: 'saved' });
    } catch (error) {
      setFault(say('saveFailed', { reason: error instanceof Error ? error.message : String(error) }));
    }
  }
  return {
    fault,
    saveStory: () => save('story.json', storyFile(store.state().project.story)),
    saveArticle: () => save('article.txt', articleFile(store.state().project.article)),
  };
}

/** Undo and redo by keys, but in fields, which have their own. @param {import('../store/store.js').Store} store */
function useShortcuts(store) {
  useEffect(() => {
    /** @param {KeyboardEvent} event */
    const press = (event) => {
      const inField = event.composedPath()[0];
      const typing =
        inField instanceof HTMLElement && inField.matches('input, textarea, select, [contenteditable="true"]');
      if (typing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!redo && key !== 'z') return;
      event.preventDefault();
      store.dispatch({ type: redo ? 'redo' : 'undo' });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [store]);
}
