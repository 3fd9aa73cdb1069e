// What can be done with the number that is looked at in the article.

import { useDesk } from './context.js';
import { Field } from './field.jsx';
import { untaken } from './spots.js';
import { admitting, omitting } from './taking.js';

/**
 * The number with its term: take it, drop it, leave it out, or go to its fields.
 * @param {{ spot: import('./spots.js').Spot, take: () => void, drop: () => void }} props
 */
export function NumberBar({ spot, take, drop }) {
  const { show, numbers, say } = useDesk();
  const { at } = spot;
  const edit = () => show({ tab: 'work', room: 'numbers', open: at.fact, focus: `fact:${at.fact}` });
  return (
    <section class="below" aria-label={say('thisNumber')}>
      <p class="one-number">
        <b>{at.printed}</b> {numbers.find(({ id }) => id === at.fact)?.term || at.term}
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
 * Leaves a number out, or says why it was. Only a story that names its article has such a list.
 * @param {{ spot: import('./spots.js').Spot }} props
 */
function Leaving({ spot }) {
  const { state, dispatch, show, say } = useDesk();
  const { story } = state.project;
  const omitted = story.omitted ?? [];
  const index = omitted.findIndex(({ paragraph, printed }) => paragraph === spot.number && printed === spot.at.printed);
  const entry = omitted[index];
  if (entry) {
    return (
      <>
        <button type="button" class="quiet" onClick={() => dispatch(admitting(story, entry))}>
          {say('admit')}
        </button>
        <Field place={`/omitted/${index}/reason`} label={say('reason')} />
      </>
    );
  }
  if (!story.article || untaken([spot]).length === 0) return null;
  const leave = () => {
    dispatch(omitting(story, [spot], say('unused')));
    show({ focus: `/omitted/${omitted.length}/reason` });
  };
  return (
    <button type="button" class="quiet" onClick={leave}>
      {say('leaveOut')}
    </button>
  );
}
