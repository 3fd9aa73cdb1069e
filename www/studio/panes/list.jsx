// A list of the story that grows and shrinks: notes, paragraphs on the method.

import { useDesk } from './context.js';
import { at } from '../store/pointer.js';
import { writing } from './places.js';

/**
 * @param {object} props
 * @param {string} props.place of the list
 * @param {string} props.name
 * @param {string} props.add what the button says that adds one
 * @param {unknown} props.entry what is added
 * @param {(place: string) => import('preact').ComponentChildren} props.children the fields of one entry
 */
export function List({ place, name, add, entry, children }) {
  const { state, dispatch, show, say } = useDesk();
  const { story } = state.project;
  const entries = /** @type {unknown[]} */ (at(story, place) ?? []);
  const more = () => {
    dispatch(writing(story, place, [...entries, entry]));
    show({ focus: `${place}/${entries.length}` });
  };
  return (
    <fieldset class="list" data-place={place} tabIndex={-1}>
      <legend>{name}</legend>
      {entries.map((_, index) => (
        <div class="entry" key={index}>
          {children(`${place}/${index}`)}
          <button
            type="button"
            class="quiet"
            aria-label={`${say('remove')}: ${name} ${index + 1}`}
            onClick={() => dispatch({ type: 'remove', place: `${place}/${index}` })}
          >
            {say('remove')}
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={more}>
        ＋ {add}
      </button>
    </fieldset>
  );
}
