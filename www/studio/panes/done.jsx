// What was just taken away, with the way back.

import { useDesk } from './context.js';

/**
 * Changes the story, and says what that took away until the next change.
 * @returns {(action: import('../store/state.js').Action, told: string) => void}
 */
export function useDoing() {
  const { store, dispatch, show } = useDesk();
  return (action, told) => {
    dispatch(action);
    show({ done: { told, steps: store.state().past.length } });
  };
}

/** What was just taken away. */
export function Done() {
  const { state, view, dispatch, say } = useDesk();
  const told = view.done?.steps === state.past.length ? view.done.told : '';
  return (
    <div role="status">
      {told && (
        <p class="done">
          {told}
          <button type="button" onClick={() => dispatch({ type: 'undo' })}>
            {say('undo')}
          </button>
        </p>
      )}
    </div>
  );
}
