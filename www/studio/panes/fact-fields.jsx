// All fields of one number.

import { useDesk } from './context.js';
import { Choice, Field, Texts, Wrong, useField } from './field.jsx';
import { at } from '../store/pointer.js';
import { unitName } from './listed.js';
import { within } from './places.js';
import { useTaking } from './taking.js';

/** @typedef {import('./listed.js').Listed} Listed */

const QUALIFIERS = /** @type {const} */ ([
  'exact',
  'about',
  'over',
  'within',
  'nearly',
  'under',
  'at-least',
  'at-most',
]);
const STATUSES = /** @type {const} */ ([
  'before',
  'now',
  'planned',
  'under-construction',
  'preliminary',
  'revised',
  'forecast',
]);
const SCOPES = /** @type {const} */ (['world', 'nation', 'province', 'city', 'district']);
/** The fields that tell their own problems; what else is wrong stands above them. */
const FIELDS = [
  'printed',
  'value',
  'unit',
  'qualifier',
  'paragraph',
  'period',
  'versus',
  'date',
  'status',
  'scope',
  'formula',
];

/**
 * @param {{ one: Listed }} props
 */
export function FactFields({ one }) {
  const { checked } = useDesk();
  const { place } = one;
  const own = FIELDS.map((field) => `${place}/${field}`);
  const told = ['label', 'short', 'note', 'id'].map((field) => `${place}/${field}`);
  const others = within(checked.problems, place).filter(
    (problem) => !own.includes(problem.place) && !told.some((field) => problem.place.startsWith(field)),
  );
  return (
    <div class="fields">
      <Wrong id={`wrong${place}`} problems={others} />
      {one.formula === '' ? <Printed place={place} /> : <Formula place={place} />}
      <Words place={place} />
      <Id one={one} />
      <Tools one={one} />
    </div>
  );
}

/** @param {{ place: string }} props */
function Printed({ place }) {
  const { say } = useDesk();
  /** @type {<Name extends import('../words.js').Word>(names: readonly Name[]) => [string, string][]} */
  const named = (names) => names.map((name) => [name, say(name)]);
  return (
    <div class="grid">
      <Field place={`${place}/printed`} label={say('printed')} />
      <Unit place={place} />
      <Field place={`${place}/value`} label={say('value')} number optional />
      <Choice
        place={`${place}/qualifier`}
        label={say('qualifier')}
        options={named(QUALIFIERS)}
        none={say('asPrinted')}
      />
      <Field place={`${place}/paragraph`} label={say('paragraph')} />
      <Field place={`${place}/period`} label={say('period')} optional />
      <Field place={`${place}/versus`} label={say('versus')} optional />
      <Field place={`${place}/date`} label={say('date')} optional />
      <Choice place={`${place}/status`} label={say('status')} options={named(STATUSES)} none={say('none')} />
      <Choice place={`${place}/scope`} label={say('scope')} options={named(SCOPES)} none={say('none')} />
    </div>
  );
}

/** @param {{ place: string }} props */
function Formula({ place }) {
  const { say } = useDesk();
  return (
    <div class="grid">
      <Field place={`${place}/formula`} label={say('formula')} />
      <Unit place={place} />
      <Field place={`${place}/period`} label={say('period')} optional />
    </div>
  );
}

/** @param {{ place: string }} props */
function Unit({ place }) {
  const { state, say } = useDesk();
  const { units, locales } = state.project.story;
  return (
    <Choice
      place={`${place}/unit`}
      label={say('unit')}
      options={units.map((unit) => [unit.id, unitName(unit, locales[0])])}
      none={say('none')}
    />
  );
}

/** @param {{ place: string }} props */
function Words({ place }) {
  const { say } = useDesk();
  return (
    <>
      <Texts place={`${place}/short`} label={say('short')} optional />
      <Texts place={`${place}/note`} label={say('note')} optional long />
    </>
  );
}

/**
 * Its place in the list, for those who neither drag nor use keys; and away with it.
 * @param {{ one: Listed }} props
 */
function Tools({ one }) {
  const { state, dispatch, say } = useDesk();
  const { story } = state.project;
  const [, list = '', index = ''] = one.place.split('/');
  const facts = /** @type {unknown[]} */ (at(story, `/${list}`));
  const from = Number(index);
  /** @param {number} to */
  const move = (to) => dispatch({ type: 'move', from: one.place, to: `/${list}/${to}` });
  const { drop } = useTaking();
  return (
    <div class="tools">
      <button type="button" class="quiet" disabled={from === 0} onClick={() => move(from - 1)}>
        ↑ {say('up')}
      </button>
      <button type="button" class="quiet" disabled={from === facts.length - 1} onClick={() => move(from + 1)}>
        ↓ {say('down')}
      </button>
      <button type="button" class="quiet" onClick={() => drop(one.id)}>
        {say('drop')}
      </button>
    </div>
  );
}

/**
 * Its id in texts and addresses, which is renamed wherever it stands.
 * @param {{ one: Listed }} props
 */
function Id({ one }) {
  const { dispatch, show, numbers: all, say } = useDesk();
  const { problems, wrong, attributes } = useField(`${one.place}/id`);
  /** @param {Event & { currentTarget: HTMLInputElement }} event */
  const rename = ({ currentTarget }) => {
    const to = currentTarget.value.trim();
    if (to === '' || all.some(({ id }) => id === to)) currentTarget.value = one.id;
    else {
      dispatch({ type: 'fact/rename-id', from: one.id, to });
      show({ open: to });
    }
  };
  return (
    <div class="field">
      <label for={attributes.id}>{say('id')}</label>
      <input {...attributes} value={one.id} onChange={rename} />
      <Wrong id={wrong} problems={problems} />
    </div>
  );
}
