// The article's text with a button at each number.

import { useRef } from 'preact/hooks';
import { useDesk } from './context.js';
import { step } from './spots.js';

/** @typedef {import('./spots.js').Spot} Spot */

/**
 * One stop of the tab key; arrows lead from number to number.
 * @param {object} props
 * @param {import('../calls.d.ts').Found} props.found
 * @param {Spot[]} props.all
 * @param {number} props.current which of all is looked at
 * @param {(index: number) => void} props.look
 * @param {(spot: Spot) => void} props.take
 * @param {(id: string) => void} props.drop
 */
export function Marked({ found, all, current, look, take, drop }) {
  const { show } = useDesk();
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const marks = () => /** @type {NodeListOf<HTMLElement>} */ ((box.current ?? document).querySelectorAll('.mark'));
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const spot = all[current];
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.mark') || !spot) return;
    const to = step(all, current, event.key);
    if (to !== undefined) marks()[to]?.focus();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && spot.at.fact) drop(spot.at.fact);
    else return;
    event.preventDefault();
  };
  /** @param {Spot} spot */
  const press = (spot) => {
    if (spot.at.fact) show({ room: 'numbers', open: spot.at.fact });
    else take(spot);
  };
  let index = -1;
  return (
    <div class="article" ref={box} onKeyDown={onKeyDown}>
      {found.paragraphs.map((paragraph) => {
        const Tag = paragraph.heading ? 'h3' : 'p';
        let end = 0;
        return (
          <Tag key={paragraph.number}>
            <span class="number">{paragraph.number}</span>
            {paragraph.findings.map((at) => {
              index += 1;
              const spot = /** @type {Spot} */ (all[index]);
              const between = paragraph.text.slice(end, at.start);
              const [closing = ''] = CLOSING.exec(paragraph.text.slice(at.end)) ?? [];
              end = at.end + closing.length;
              return [
                between,
                <span key={at.start} class="unbroken">
                  <Mark spot={spot} index={index} current={current} look={look} press={press} />
                  {closing}
                </span>,
              ];
            })}
            {paragraph.text.slice(end)}
          </Tag>
        );
      })}
    </div>
  );
}

/** What does not begin a line; beside a button browsers would let it. */
const CLOSING = /^[，。、；：！？）》」』”’…—%,.;:!?)\]]+/;

/** @param {import('../calls.d.ts').Finding} at */
const stateOf = (at) => (at.fact ? 'taken' : at.omitted ? 'omitted' : at.suggested ? 'free' : 'other');

/**
 * A number in the text. Pressing it takes it; what is taken already opens where it is worked on.
 * @param {{ spot: Spot, index: number, current: number, look: (index: number) => void, press: (spot: Spot) => void }} props
 */
function Mark({ spot, index, current, look, press }) {
  const { say } = useDesk();
  const { at } = spot;
  const state = stateOf(at);
  const words = { date: 'isDate', ordinal: 'isOrdinal', name: 'isName', number: 'isNumber' };
  const kind = /** @type {import('../words.js').Word} */ (words[at.what]);
  const term = at.term || (at.what === 'number' ? say('noTerm') : say(kind));
  const word = at.fact ? 'markTaken' : at.omitted ? 'markOmitted' : 'markFree';
  return (
    <button
      type="button"
      class={`mark ${state}`}
      data-place={at.fact ? `mark:${at.fact}` : 'mark'}
      tabIndex={index === current ? 0 : -1}
      aria-pressed={at.fact !== undefined}
      aria-label={say(word, { printed: at.printed, term })}
      aria-current={index === current ? 'true' : undefined}
      onFocus={() => look(index)}
      onClick={() => {
        look(index);
        press(spot);
      }}
    >
      {at.printed}
    </button>
  );
}
