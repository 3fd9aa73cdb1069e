// Fields of the story: a label, what is written, and beside it what is wrong with it.

import { useRef, useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { at } from '../store/pointer.js';
import { emptied, isText, textAt, writing } from './places.js';
import { Filled, Insert } from './insert.jsx';
import { useNamed } from './listed.js';

/**
 * The problems of exactly one place, as what describes its field.
 * @param {{ id: string, problems: (import('./context.js').Problem & { mild?: boolean })[] }} props
 */
export function Wrong({ id, problems }) {
  return problems.length === 0 ? null : <Told id={id} problems={problems} />;
}

/** @param {{ id: string, problems: (import('./context.js').Problem & { mild?: boolean })[] }} props */
function Told({ id, problems }) {
  const called = useNamed();
  return (
    <ul class={`wrong${problems.every(({ mild }) => mild) ? ' mild' : ''}`} id={id}>
      {problems.map(({ message }) => (
        <li key={message}>{called(message)}</li>
      ))}
    </ul>
  );
}

/**
 * What connects a field with its place and its problems.
 * @param {string} place
 */
export function useField(place) {
  const { state, checked, say } = useDesk();
  const value = textAt(state.project.story, place);
  const told = checked.problems.filter((problem) => problem.place === place);
  const unwritten = told.length > 0 && value === '' && isText(place);
  const id = `field${place}`;
  return {
    value,
    problems: unwritten ? [{ place, message: say('missing'), mild: true }] : told,
    wrong: `${id}-wrong`,
    attributes: {
      id,
      'data-place': place,
      'aria-required': unwritten ? /** @type {const} */ ('true') : undefined,
      'aria-invalid': told.length > 0 && !unwritten ? /** @type {const} */ ('true') : undefined,
      'aria-describedby': told.length > 0 ? `${id}-wrong` : undefined,
    },
  };
}

/**
 * Writes what is typed; takes away what is emptied where the story may be without it.
 * @param {string} place
 * @param {boolean} optional
 * @returns {(value: unknown) => void}
 */
function useWrite(place, optional) {
  const { state, dispatch } = useDesk();
  const { story } = state.project;
  return (value) => {
    if (!optional || value !== '') dispatch(writing(story, place, value));
    else if (at(story, place) !== undefined) dispatch({ type: 'remove', place: emptied(story, place) });
  };
}

/**
 * A line or a paragraph of text. `facts` are the numbers that can be inserted into it.
 * @param {object} props
 * @param {string} props.place
 * @param {string} props.label
 * @param {string} [props.lang] of the text
 * @param {boolean} [props.long] of several lines
 * @param {boolean} [props.number] whether it is kept as a number
 * @param {boolean} [props.optional]
 * @param {boolean} [props.bare] whether the label is only spoken, and it begins with one line
 * @param {boolean} [props.day] whether it is a day
 * @param {import('./prose.js').Named[]} [props.facts]
 */
export function Field({
  place,
  label,
  lang,
  long = false,
  number = false,
  optional = false,
  bare = false,
  day = false,
  facts,
}) {
  const { value, problems, wrong, attributes } = useField(place);
  const { state, say } = useDesk();
  const write = useWrite(place, optional);
  const box = useRef(/** @type {HTMLInputElement & HTMLTextAreaElement | null} */ (null));
  /** What was typed where a number should be; the story does not get it. */
  const [misread, setMisread] = useState('');
  const shared = {
    ...attributes,
    lang,
    value: misread || value,
    'aria-invalid': misread ? /** @type {const} */ ('true') : attributes['aria-invalid'],
    'aria-describedby': misread ? wrong : attributes['aria-describedby'],
    ref: box,
    // Half a number (1.) is none, so a number is written when it is left.
    [number ? 'onChange' : 'onInput']: (/** @type {Event & { currentTarget: { value: string } }} */ event) => {
      // A text is one paragraph.
      const typed = event.currentTarget.value.replace(/\s*\n\s*/g, ' ');
      const isNumber = number && typed.trim() !== '';
      const misread = isNumber && !Number.isFinite(Number(typed));
      setMisread(misread ? typed : '');
      if (!misread) write(isNumber ? Number(typed) : typed);
    },
  };
  return (
    <div class={`field${bare ? ' bare' : ''}`}>
      <label for={attributes.id} class={bare ? 'unseen' : undefined}>
        {label}
      </label>
      {facts && <Insert facts={facts} label={label} box={box} write={write} />}
      {long ? (
        <textarea {...shared} rows={bare ? 1 : 2} />
      ) : day ? (
        <input {...shared} type="date" />
      ) : (
        <input {...shared} />
      )}
      {facts && lang === state.project.story.locales[0] && <Filled text={value} facts={facts} write={write} />}
      <Wrong id={wrong} problems={misread ? [{ place, message: say('noNumber') }] : problems} />
    </div>
  );
}

/**
 * A text in each language of the story, side by side.
 * @param {{ place: string, label: string, long?: boolean, optional?: boolean, bare?: boolean, facts?: import('./prose.js').Named[] }} props
 */
export function Texts({ place, label, ...rest }) {
  const { state, say } = useDesk();
  const { locales } = state.project.story;
  return (
    <div class={locales.length > 1 ? 'beside' : undefined}>
      {locales.map((locale) => (
        <Field
          key={locale}
          place={`${place}/${locale}`}
          label={locales.length > 1 ? `${label} · ${say(locale)}` : label}
          lang={locale}
          {...rest}
        />
      ))}
    </div>
  );
}

/**
 * One of several words. The first is chosen by taking the value away.
 * @param {{ place: string, label: string, options: [value: string, name: string][], none?: string }} props
 */
export function Choice({ place, label, options, none }) {
  const { value, problems, wrong, attributes } = useField(place);
  const write = useWrite(place, none !== undefined);
  return (
    <div class="field">
      <label for={attributes.id}>{label}</label>
      <select {...attributes} value={value} onChange={(event) => write(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        <Options options={options} />
      </select>
      <Wrong id={wrong} problems={problems} />
    </div>
  );
}

/**
 * One of several, which is no field of the story.
 * @param {{ label: string, value: string, options: [value: string, name: string][], choose: (value: string) => void }} props
 */
export function Select({ label, value, options, choose }) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <Options options={options} />
      </select>
    </label>
  );
}

/** @param {{ options: [value: string, name: string][] }} props */
const Options = ({ options }) =>
  options.map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));

/**
 * Yes or no; no is left out of the story.
 * @param {{ place: string, label: string }} props
 */
export function Tick({ place, label }) {
  const { state, dispatch } = useDesk();
  const { problems, wrong, attributes } = useField(place);
  const on = at(state.project.story, place) === true;
  const flip = () => dispatch(on ? { type: 'remove', place } : writing(state.project.story, place, true));
  return (
    <div class="field tick">
      <input {...attributes} type="checkbox" checked={on} onChange={flip} />
      <label for={attributes.id}>{label}</label>
      <Wrong id={wrong} problems={problems} />
    </div>
  );
}
