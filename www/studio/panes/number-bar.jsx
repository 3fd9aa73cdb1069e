// What can be done with the number that is looked at in the article.

import { useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { Reason } from './reason.jsx';
import { useSay } from './say.js';
import { admitting, omitting } from './taking.js';

/**
 * The number with its term: take it, drop it, leave it out with a reason, or go to its fields.
 * @param {{ spot: import('./spots.js').Spot, take: () => void, drop: () => void }} props
 */
export function NumberBar({ spot, take, drop }) {
  const { show } = useDesk();
  const say = useSay();
  const { at } = spot;
  const edit = () => show({ tab: 'work', room: 'numbers', open: at.fact, focus: `fact:${at.fact}` });
  return (
    <section class="below" aria-label={say('thisNumber')}>
      <p class="one-number">
        <b>{at.printed}</b> {at.term}
      </p>
      {at.fact ? (
        <>
          <button type="button" onClick={edit}>
            {say('edit')}
          </button>
          <button type="button" class="quiet" onClick={drop}>
            {say('drop')}
          </button>
        </>
      ) : (
        <>
          <button type="button" onClick={take}>
            {say('takeIt')}
          </button>
          <Leaving key={`${spot.paragraph}:${spot.finding}`} spot={spot} />
        </>
      )}
    </section>
  );
}

/**
 * Leaves a statistic out, with a reason, or says why it was.
 * @param {{ spot: import('./spots.js').Spot }} props
 */
function Leaving({ spot }) {
  const { state, dispatch } = useDesk();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const { story } = state.project;
  const entry = (story.omitted ?? []).find(
    ({ paragraph, printed }) => paragraph === spot.number && printed === spot.at.printed,
  );
  if (entry) {
    return (
      <>
        <span class="hint">{say('leftOut', { reason: entry.reason })}</span>
        <button type="button" class="quiet" onClick={() => dispatch(admitting(story, entry))}>
          {say('admit')}
        </button>
      </>
    );
  }
  if (!spot.at.suggested) return null;
  const done = (/** @type {string} */ reason) => {
    if (reason) dispatch(omitting(story, [spot], reason));
    setAsking(false);
  };
  return (
    <>
      <button type="button" class="quiet" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {say('leaveOut')}
      </button>
      {asking && <Reason done={done} />}
    </>
  );
}
