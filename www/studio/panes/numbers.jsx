// The story's numbers: named, put in order, picked for a figure.

import { useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { useListed } from './listed.js';
import { FactLine } from './fact-line.jsx';
import { Picked } from './picked.jsx';
import { useSay } from './say.js';
import { useSorting } from './sorting.js';
import { Units } from './units.jsx';

/** The room of the numbers. */
export function Numbers() {
  const { view } = useDesk();
  const say = useSay();
  const all = useListed();
  const [onlyFree, setOnlyFree] = useState(false);
  if (all.length === 0) return <p class="empty">{say('noNumbers')}</p>;
  const free = all.filter(({ shown }) => !shown).length;
  const seen = (/** @type {import('./listed.js').Listed} */ { shown, id }) => !onlyFree || !shown || view.open === id;
  return (
    <>
      <div class="above">
        <p>{say('pickHint')}</p>
        <label class="tick">
          <input type="checkbox" checked={onlyFree} onChange={() => setOnlyFree(!onlyFree)} />
          {say('onlyFree', { n: free })}
        </label>
      </div>
      <div class="scroll">
        <FactList list="facts" numbers={all.filter((one) => one.formula === '' && seen(one))} />
        {all.some(({ formula }) => formula !== '') && <h3>{say('derived')}</h3>}
        <FactList list="derived" numbers={all.filter((one) => one.formula !== '' && seen(one))} />
        <Units />
      </div>
      {view.picked.length > 0 && <Picked all={all} />}
    </>
  );
}

/**
 * Facts, or derived facts, in the order of the story.
 * @param {{ list: 'facts' | 'derived', numbers: import('./listed.js').Listed[] }} props
 */
function FactList({ list, numbers }) {
  const { state, dispatch } = useDesk();
  const say = useSay();
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
      <p class="spoken" role="status">
        {told}
      </p>
    </>
  );
}
