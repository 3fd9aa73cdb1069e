// A number worked out from those that are picked, with its formula in sight before it is kept.

import { useState } from 'preact/hooks';
import { useAsked } from './asked.js';
import { useDesk } from './context.js';
import { useNamed } from './listed.js';
import { withNeeds } from './placing.js';
import { failure } from '../engine-faults.js';

/** @typedef {import('../calls.d.ts').Operation} Operation */
/** @typedef {import('../calls.d.ts').Worked & { operation: Operation }} Offer */

/** What is worked out of two numbers, beside the share that one is of the other. */
const OF_TWO = /** @type {const} */ (['difference', 'ratio', 'sum', 'growth', 'before']);
const OF_MORE = /** @type {const} */ (['sum']);

/**
 * @param {{ facts: string[], done: () => void }} props
 */
export function Derive({ facts, done }) {
  const { state, dispatch, view, show, say } = useDesk();
  const called = useNamed();
  const [turned, setTurned] = useState(false);
  const { offers, faults } = useOffers(turned ? [...facts].reverse() : facts);
  /** @param {Offer} offer */
  const keep = ({ derived, unit }) => {
    const story = withNeeds(state.project.story, { derived: [derived], units: unit ? [unit] : [] });
    dispatch({ type: 'story/replace', story });
    show({ picked: [...view.picked, derived.id] });
    done();
  };
  return (
    <div class="derive">
      {facts.length === 2 && (
        <button type="button" class="quiet" aria-pressed={turned} onClick={() => setTurned(!turned)}>
          ⇄ {say('swap')}
        </button>
      )}
      <ul>
        {offers.map((offer) => (
          <li key={offer.operation}>
            <button type="button" onClick={() => keep(offer)}>
              <span>{say(offer.operation)}</span> {offer.formula} <b>{offer.value}</b>
            </button>
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <details open={offers.length === 0}>
          <summary>{say('notDerived', { n: faults.length })}</summary>
          {faults.map((fault) => (
            <p class="hint" key={fault}>
              {called(fault)}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/**
 * What can be worked out from some numbers, and in a sentence what cannot.
 * @param {string[]} facts
 * @returns {{ offers: Offer[], faults: string[] }}
 */
function useOffers(facts) {
  const { state, engine, lang, say } = useDesk();
  const { story } = state.project;
  const [answer, setAnswer] = useState({ offers: /** @type {Offer[]} */ ([]), faults: /** @type {string[]} */ ([]) });
  /** @param {Operation} operation @param {string[]} of */
  const ask = async (operation, of) => ({ operation, ...(await engine.deriveFact(story, operation, of, lang)) });
  // The smaller is the share, whichever was picked first.
  const share = () => ask('share', facts).catch(() => ask('share', [...facts].reverse()));
  const two = facts.length === 2;
  const all = () => [...(two ? [share()] : []), ...(two ? OF_TWO : OF_MORE).map((operation) => ask(operation, facts))];
  useAsked(
    async () => {
      const answers = await Promise.allSettled(all());
      const offers = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const faults = answers.flatMap((one) => (one.status === 'rejected' ? [failure(say, one.reason)] : []));
      return { offers, faults: [...new Set(faults)] };
    },
    setAnswer,
    (error) => setAnswer({ offers: [], faults: [failure(say, error)] }),
    [engine, story, facts.join(' '), lang],
  );
  return answer;
}
