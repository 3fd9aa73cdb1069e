// What an editor must know of how the story is kept. It stands above everything until it is over.

import { useStory, useStudio } from '../studio.js';

/**
 * @param {object} props
 * @param {import('./saver.js').Keeping} props.keeping
 * @param {string[]} props.refused why files were not taken
 * @param {() => Promise<void>} props.takeOver
 */
export function Notices({ keeping, refused, takeOver }) {
  const { say, lasting } = useStudio();
  const { readOnly } = useStory();
  const unkept = keeping === 'full' ? say('diskFull') : keeping === 'failed' ? say('notKept') : undefined;
  return (
    <div role="status">
      {unkept && <p class="notice bad">{unkept}</p>}
      {refused.map((line) => (
        <p key={line} class="notice">
          {line}
        </p>
      ))}
      {!lasting && <p class="notice">{say('keepsNothing')}</p>}
      {readOnly && (
        <p class="notice">
          {say('elsewhere')}
          <button type="button" onClick={() => void takeOver()}>
            {say('editHere')}
          </button>
        </p>
      )}
    </div>
  );
}
