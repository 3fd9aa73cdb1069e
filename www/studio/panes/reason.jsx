// Why a number of the article is no number of the story.

import { useState } from 'preact/hooks';
import { useSay } from './say.js';

/**
 * Asks for a reason.
 * @param {{ done: (reason: string) => void }} props without a reason when it is cancelled
 */
export function Reason({ done }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  return (
    <form
      class="reason"
      onSubmit={(event) => {
        event.preventDefault();
        done(reason.trim());
      }}
    >
      <label class="field">
        <span>{say('reason')}</span>
        <input value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={reason.trim() === ''}>
        {say('leave')}
      </button>
      <button type="button" class="quiet" onClick={() => done('')}>
        {say('cancel')}
      </button>
    </form>
  );
}
