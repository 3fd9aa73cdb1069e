// What can be made of the numbers that are picked.

import { useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { Derive } from './derive.jsx';
import { gathered } from './listed.js';

/**
 * @param {{ all: import('./listed.js').Listed[] }} props
 */
export function Picked({ all }) {
  const { state, dispatch, view, show, say } = useDesk();
  const [deriving, setDeriving] = useState(false);
  const { story } = state.project;
  const facts = view.picked.filter((picked) => all.some(({ id }) => id === picked));
  const together = () =>
    dispatch({
      type: 'story/replace',
      story: { ...story, facts: gathered(story.facts, facts), derived: gathered(story.derived, facts) },
    });
  return (
    <section class="below" aria-label={say('picked', { n: facts.length })}>
      <p role="status">{say('picked', { n: facts.length })}</p>
      <button type="button" class="main" onClick={() => show({ proposing: { facts, figure: view.proposing?.figure } })}>
        {say('makeFigure')}
      </button>
      {facts.length > 1 && (
        <button type="button" aria-expanded={deriving} onClick={() => setDeriving(!deriving)}>
          {say('workOut')}
        </button>
      )}
      {facts.length > 1 && (
        <button type="button" class="quiet" onClick={together}>
          {say('together')}
        </button>
      )}
      <button type="button" class="quiet" onClick={() => show({ picked: [] })}>
        {say('unpick')}
      </button>
      {deriving && facts.length > 1 && <Derive facts={facts} done={() => setDeriving(false)} />}
    </section>
  );
}
