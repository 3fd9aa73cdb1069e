// One number in the list: its tick, its value, its term, and the rest of its fields when they are asked for.

import { useDesk } from './context.js';
import { FactFields } from './fact-fields.jsx';
import { Texts, Wrong } from './field.jsx';
import { within } from './places.js';
import { reprinted, reprints } from './reprinted.js';
import { at } from '../store/pointer.js';

/** @typedef {import('./listed.js').Listed} Listed */

/**
 * A number as a line.
 * @param {{ one: Listed, onKey: (event: KeyboardEvent) => void }} props
 */
export function FactLine({ one, onKey }) {
  const { view, show, say } = useDesk();
  const open = view.open === one.id;
  const term = one.term || one.value || one.id;
  const order = view.picked.indexOf(one.id) + 1;
  const picked = order > 0;
  const pick = () =>
    show({
      picked: picked ? view.picked.filter((id) => id !== one.id) : [...view.picked, one.id],
      proposing: undefined,
    });
  return (
    <li class={`sorted fact${open ? ' open' : ''}`}>
      <button type="button" class="handle" aria-label={say('move', { term })} onKeyDown={onKey}>
        ⠿
      </button>
      <span class="picker">
        <input type="checkbox" data-place="pick" checked={picked} aria-label={say('pick', { term })} onChange={pick} />
        {picked && <small>{order}</small>}
      </span>
      <Value one={one} />
      <Texts place={`${one.place}/label`} label={say('term')} bare long />
      <button
        type="button"
        class="more quiet"
        data-place={`fact:${one.id}`}
        aria-expanded={open}
        aria-label={say('more', { term })}
        onClick={() => show({ open: open ? undefined : one.id })}
      >
        {one.shown && <span class="shown" role="img" title={say('inFigure')} aria-label={say('inFigure')} />}
        {open ? '▴' : '▾'}
      </button>
      {open ? <FactFields one={one} /> : <Other one={one} />}
      {one.formula === '' && <Corrected place={one.place} />}
    </li>
  );
}

/**
 * What takes the number over from an article that was corrected.
 * @param {{ place: string }} props
 */
function Corrected({ place }) {
  const { state, dispatch, article, say } = useDesk();
  const fact = /** @type {import('../story.d.ts').Fact} */ (at(state.project.story, place));
  return (
    <>
      {reprints(fact, article.found).map((printed) => (
        <button
          key={printed}
          type="button"
          class="corrected"
          onClick={() => dispatch({ type: 'set', place, value: reprinted(fact, printed) })}
        >
          {say('takeOver', { before: fact.printed, now: printed })}
        </button>
      ))}
    </>
  );
}

/**
 * What the number is worth, and where it stands or what it is worked out from.
 * @param {{ one: Listed }} props
 */
function Value({ one }) {
  const { show, say } = useDesk();
  if (one.formula !== '') {
    return (
      <span class="value">
        <b>{one.value}</b> <small>{one.formula}</small>
      </span>
    );
  }
  const look = () => show({ tab: 'article', focus: `mark:${one.id}` });
  return (
    <button
      type="button"
      class="value quiet"
      aria-label={say('showIn', { printed: one.value, paragraph: one.paragraph })}
      onClick={look}
    >
      <b>{one.value}</b> <small>{one.paragraph}</small>
    </button>
  );
}

/**
 * What is wrong with a number besides its term, whose field tells it.
 * What is in no figure is told of all together.
 * @param {{ one: Listed }} props
 */
function Other({ one }) {
  const { todo } = useDesk();
  const { place } = one;
  const problems = within(todo.problems, place).filter((problem) => !problem.place.startsWith(`${place}/label/`));
  return <Wrong id={`wrong${place}`} problems={problems} />;
}
