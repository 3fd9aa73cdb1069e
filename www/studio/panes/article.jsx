// The article: pasted, then read with its numbers marked.

import { useRef, useState } from 'preact/hooks';
import { beginFrom } from '../begin/beginning.js';
import { EngineError } from '../engine-faults.js';
import { refusalOf } from '../keep/text.js';
import { useStudio } from '../studio.js';
import { useDesk } from './context.js';
import { Marked } from './marked.jsx';
import { NumberBar } from './number-bar.jsx';
import { failure } from '../engine-faults.js';
import { free, spots, untaken } from './spots.js';
import { omitting, useTaking } from './taking.js';

/** The article's pane. */
export function ArticlePane() {
  const { state, store, lang, article } = useDesk();
  const { engine } = useStudio();
  const { found, fault } = article;
  const [editing, setEditing] = useState(false);
  const done = () => {
    setEditing(false);
    void beginFrom(engine, store, lang);
  };
  if (editing || fault || state.project.article.trim() === '')
    return <Paste fault={fault} begin={() => setEditing(true)} done={done} />;
  if (!found) return <div class="scroll" aria-busy="true" />;
  return <Reader found={found} edit={() => setEditing(true)} />;
}

/**
 * The article as text, to be pasted or corrected, and kept as it is typed. What is pasted into an empty field is read at once; what is
 * no article is refused, and the text stays as it was.
 * @param {{ fault: string | undefined, begin: () => void, done: () => void }} props
 */
function Paste({ fault, begin, done }) {
  const { state, dispatch, say } = useDesk();
  const [refused, setRefused] = useState('');
  const [there] = useState(state.project.article.trim() !== '');
  const text = state.project.article;
  const told = refused || fault;
  /** @param {string} given */
  const isRefused = (given) => {
    const refusal = given.trim() && refusalOf(given);
    setRefused(refusal ? failure(say, new EngineError('', `article-${refusal}`)) : '');
    return Boolean(refusal);
  };
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <label for="article-text">{say(there ? 'correctIt' : 'pasteHere')}</label>
      <textarea
        id="article-text"
        data-place="article"
        value={text}
        aria-describedby={told ? 'article-fault' : undefined}
        aria-invalid={told ? 'true' : undefined}
        onPaste={(event) => {
          // Before the field has it: laying out a text of megabytes would hold the browser up.
          if (isRefused(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
        }}
        onInput={({ currentTarget: field, inputType }) => {
          if (isRefused(field.value)) {
            field.value = text;
            return;
          }
          begin();
          dispatch({ type: 'article/set', text: field.value });
          if (text.trim() === '' && inputType === 'insertFromPaste') done();
        }}
      />
      {told && (
        <p class="wrong" id="article-fault" role="alert">
          {told}
        </p>
      )}
      {text.trim() === '' && state.project.story.facts.length > 0 && <p>{say('noArticle')}</p>}
      <p class="hint">{say('pasteWhy')}</p>
      <button type="submit" class="main" disabled={text.trim() === ''}>
        {say('findNumbers')}
      </button>
    </form>
  );
}

/**
 * The whole text with its numbers; above how many are taken, below what can be done with the one that is looked at.
 * @param {{ found: import('../calls.d.ts').Found, edit: () => void }} props
 */
function Reader({ found, edit }) {
  const { say } = useDesk();
  const all = spots(found);
  const [current, setCurrent] = useState(
    Math.max(
      0,
      all.findIndex(({ at }) => at.suggested),
    ),
  );
  const marks = useRef(/** @type {HTMLDivElement | null} */ (null));
  const { take, drop } = useTaking();
  const spot = all[Math.min(current, all.length - 1)];
  return (
    <>
      <Count all={all} edit={edit} />
      <div class="scroll" ref={marks}>
        <Marked found={found} all={all} current={current} look={setCurrent} take={(one) => take([one])} drop={drop} />
      </div>
      {spot && <NumberBar spot={spot} take={() => take([spot])} drop={() => spot.at.fact && drop(spot.at.fact)} />}
      <p class="unseen">{say('markKeys')}</p>
    </>
  );
}

/**
 * How many numbers are taken, and what takes or leaves all others at once; they are left by a story that names its article.
 * @param {{ all: import('./spots.js').Spot[], edit: () => void }} props
 */
function Count({ all, edit }) {
  const { state, dispatch, say } = useDesk();
  const { take } = useTaking();
  const { story } = state.project;
  const left = free(all);
  const count = all.filter(({ at }) => at.suggested || at.fact).length;
  const taken = all.filter(({ at }) => at.fact).length;
  return (
    <div class="above">
      <p role="status">{say('taken', { n: taken, all: count })}</p>
      {left.length > 0 && (
        <button type="button" class={taken === 0 ? 'main' : undefined} onClick={() => take(left)}>
          {say('takeAll', { n: left.length })}
        </button>
      )}
      {story.article && left.length > 0 && taken > 0 && (
        <button type="button" class="quiet" onClick={() => dispatch(omitting(story, untaken(all), say('unused')))}>
          {say('leaveRest')}
        </button>
      )}
      <button type="button" class="quiet" onClick={edit}>
        {say('editArticle')}
      </button>
    </div>
  );
}
