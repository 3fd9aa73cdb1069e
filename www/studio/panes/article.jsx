// The article: pasted, then read with its numbers marked.

import { useRef, useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { Marked } from './marked.jsx';
import { NumberBar } from './number-bar.jsx';
import { Reason } from './reason.jsx';
import { useSay } from './say.js';
import { free, spots } from './spots.js';
import { omitting, useTaking } from './taking.js';

/** The article's pane. */
export function ArticlePane() {
  const { state, article } = useDesk();
  const { found, fault } = article;
  const [editing, setEditing] = useState(false);
  const pasted = state.project.article.trim() !== '';
  if (!pasted || editing || fault) return <Paste fault={fault} done={() => setEditing(false)} />;
  if (!found) return <div class="scroll" aria-busy="true" />;
  return <Reader found={found} edit={() => setEditing(true)} />;
}

/**
 * The article as text, to be pasted or corrected. What is pasted into an empty field is read at once.
 * @param {{ fault: string | undefined, done: () => void }} props
 */
function Paste({ fault, done }) {
  const { state, dispatch } = useDesk();
  const say = useSay();
  const [text, setText] = useState(state.project.article);
  /** @param {string} article */
  const read = (article) => {
    dispatch({ type: 'article/set', text: article });
    done();
  };
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        read(text);
      }}
    >
      <label for="article-text">{say('pasteHere')}</label>
      <textarea
        id="article-text"
        data-place="article"
        value={text}
        aria-describedby={fault ? 'article-fault' : undefined}
        aria-invalid={fault ? 'true' : undefined}
        onInput={(event) => {
          const empty = text.trim() === '';
          setText(event.currentTarget.value);
          if (empty && event.inputType === 'insertFromPaste') read(event.currentTarget.value);
        }}
      />
      {fault && (
        <p class="wrong" id="article-fault" role="alert">
          {fault}
        </p>
      )}
      <p class="hint">{say('pasteWhy')}</p>
      <button type="submit" class="main" disabled={text.trim() === ''}>
        {say('findNumbers')}
      </button>
    </form>
  );
}

/**
 * The whole text with its numbers; above how many are taken, below what can be done with the one that is looked at.
 * @param {{ found: import('./calls.d.ts').Found, edit: () => void }} props
 */
function Reader({ found, edit }) {
  const say = useSay();
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
      {spot && <NumberBar spot={spot} take={() => take([spot])} drop={() => drop(spot)} />}
      <p class="spoken">{say('markKeys')}</p>
    </>
  );
}

/**
 * How many numbers are taken, and what takes or leaves all others at once.
 * @param {{ all: import('./spots.js').Spot[], edit: () => void }} props
 */
function Count({ all, edit }) {
  const { state, dispatch } = useDesk();
  const say = useSay();
  const { take } = useTaking();
  const [leaving, setLeaving] = useState(false);
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
      {left.length > 0 && taken > 0 && (
        <button type="button" class="quiet" aria-expanded={leaving} onClick={() => setLeaving(!leaving)}>
          {say('leaveRest')}
        </button>
      )}
      <button type="button" class="quiet" onClick={edit}>
        {say('editArticle')}
      </button>
      {leaving && left.length > 0 && (
        <Reason
          done={(reason) => {
            if (reason) dispatch(omitting(state.project.story, left, reason));
            setLeaving(false);
          }}
        />
      )}
    </div>
  );
}
