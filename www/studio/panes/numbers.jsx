// The story's numbers: named, put in order, picked for a figure.

import { useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { useDoing } from './done.jsx';
import { FactLine } from './fact-line.jsx';
import { Picked } from './picked.jsx';
import { useSorting } from './sorting.js';
import { withdrawing } from './taking.js';
import { Units } from './units.jsx';

/** The room of the numbers. */
export function Numbers() {
  const { view, numbers: all, say } = useDesk();
  if (all.length === 0) return <p class="empty">{say('noNumbers')}</p>;
  const seen = all.filter(({ shown, id }) => !view.onlyFree || !shown || view.open === id);
  const facts = seen.filter(({ formula }) => formula === '');
  const derived = seen.filter(({ formula }) => formula !== '');
  return (
    <>
      <Above all={all} />
      <div class="scroll">
        <FactList list="facts" numbers={facts} />
        {derived.length > 0 && <h3>{say('derived')}</h3>}
        <FactList list="derived" numbers={derived} />
        <Units />
      </div>
      {view.picked.length > 0 && <Picked all={all} />}
    </>
  );
}

/**
 * What to do here, and what is in no figure yet: to be seen alone, and to be left out.
 * @param {{ all: import('./listed.js').Listed[] }} props
 */
function Above({ all }) {
  const doing = useDoing();
  const { state, view, show, todo, say } = useDesk();
  const { onlyFree } = view;
  const free = all.filter(({ shown }) => !shown);
  const leave = () => {
    doing(withdrawing(state.project.story, todo.unshown, say('unused')), say('leftOut', { n: todo.unshown.length }));
    show({ onlyFree: false });
  };
  return (
    <div class="above">
      <p>{say('pickHint')}</p>
      <label class="tick">
        <input type="checkbox" checked={onlyFree} onChange={() => show({ onlyFree: !onlyFree })} />
        {say('onlyFree', { n: free.length })}
      </label>
      {onlyFree && todo.unshown.length > 0 && (
        <button type="button" onClick={leave}>
          {say('leaveFree', { n: todo.unshown.length })}
        </button>
      )}
    </div>
  );
}

/**
 * Facts, or derived facts, in the order of the story.
 * @param {{ list: 'facts' | 'derived', numbers: import('./listed.js').Listed[] }} props
 */
function FactList({ list, numbers }) {
  const { state, dispatch, say } = useDesk();
  const [told, setTold] = useState('');
  const { story } = state.project;
  /** @type {(id: string | undefined) => number} */
  const indexOf = (id) => story[list].findIndex((fact) => fact.id === id);
  const sorting = useSorting((from, to) => {
    dispatch({
      type: 'move',
      from: `/${list}/${indexOf(numbers[from]?.id)}`,
      to: `/${list}/${indexOf(numbers[to]?.id)}`,
    });
    setTold(say('moved', { term: numbers[from]?.term ?? '', n: to + 1 }));
  });
  return (
    <>
      <ul class="facts" ref={sorting.list}>
        {numbers.map((one, index) => (
          <FactLine key={one.id} one={one} onKey={sorting.onKey(index, numbers.length)} />
        ))}
      </ul>
      <p class="unseen" role="status">
        {told}
      </p>
    </>
  );
}
