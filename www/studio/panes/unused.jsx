// Numbers that are of no use yet: what no figure shows, and what the story lacks of the article that it names. Each goes at a press.

import { useDesk } from './context.js';
import { useDoing } from './done.jsx';
import { spots, untaken } from './spots.js';
import { omitting, withdrawing } from './taking.js';

/** Entries of a list: how many numbers are of no use, where they are seen, and what leaves them out. */
export function Unused() {
  const doing = useDoing();
  const { state, todo, article, show, say } = useDesk();
  const { story } = state.project;
  const left = article.found ? untaken(spots(article.found)) : [];
  return (
    <>
      {todo.unshown.length > 0 && (
        <Together
          told={say('unshown', { n: todo.unshown.length })}
          see={() => show({ tab: 'work', room: 'numbers', onlyFree: true, proposing: undefined, focus: 'pick' })}
          leave={() =>
            doing(withdrawing(story, todo.unshown, say('unused')), say('leftOut', { n: todo.unshown.length }))
          }
        />
      )}
      {todo.untaken > 0 && (
        <Together
          told={say('untaken', { n: todo.untaken })}
          see={() => show({ tab: 'article', focus: 'mark' })}
          leave={() => doing(omitting(story, left, say('unused')), say('leftOut', { n: left.length }))}
        />
      )}
    </>
  );
}

/** @param {{ told: string, see: () => void, leave: () => void }} props */
function Together({ told, see, leave }) {
  const { say } = useDesk();
  return (
    <li class="together">
      <button type="button" class="quiet" data-place="problems" onClick={see}>
        <b>{told}</b> {say('unshownHint')}
      </button>
      <button type="button" onClick={leave}>
        {say('leaveAll')}
      </button>
    </li>
  );
}
