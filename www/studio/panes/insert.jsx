// Numbers in texts: they are written by their ids, so that a text cannot say another number than the story.

import { useState } from 'preact/hooks';
import { useDesk } from './context.js';
import { bound, filled, typed } from './prose.js';

/** @typedef {import('./prose.js').Named} Named */

/**
 * Puts a number into a text, where the caret was. It is written by its id, so that it stays right.
 * @param {{ facts: Named[], label: string, box: { current: HTMLInputElement | HTMLTextAreaElement | null }, write: (value: string) => void }} props
 */
export function Insert({ facts, label, box, write }) {
  const { say } = useDesk();
  const [open, setOpen] = useState(false);
  if (facts.length === 0) return null;
  /** @param {string} id */
  const insert = (id) => {
    const field = box.current;
    if (!field) return;
    const written = `{${id}}`;
    const caret = (field.selectionStart ?? field.value.length) + written.length;
    field.setRangeText(written, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    write(field.value);
    setOpen(false);
    field.focus();
    field.setSelectionRange(caret, caret);
  };
  return (
    <>
      <button
        type="button"
        class="quiet insert"
        aria-expanded={open}
        aria-label={say('insertInto', { label })}
        onClick={() => setOpen(!open)}
      >
        ＋ {say('insertNumber')}
      </button>
      {open && (
        <ul class="chips">
          {facts.map(({ id, term, value }) => (
            <li key={id}>
              <button type="button" class="chip" onClick={() => insert(id)}>
                {term} <b>{value}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/**
 * A text with its numbers filled in; and for a number that was typed, what puts the story's in its place.
 * @param {{ text: string, facts: Named[], write: (text: string) => void }} props
 */
export function Filled({ text, facts, write }) {
  const { say } = useDesk();
  const read = filled(text, facts);
  return (
    <>
      {read !== text && <p class="hint filled">{read}</p>}
      {typed(text, facts).map((fact) => (
        <button key={fact.id} type="button" class="chip" onClick={() => write(bound(text, fact))}>
          {say('bind', { value: fact.value })}
        </button>
      ))}
    </>
  );
}
