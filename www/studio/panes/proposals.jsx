// Drawings of the picked numbers, best first, and why others do not fit.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsked } from './asked.js';
import { useDesk } from './context.js';
import { Select } from './field.jsx';
import { chapterNames, useNamed } from './listed.js';
import { Picture } from './picture.jsx';
import { drawn } from './placing.js';
import { failure } from '../engine-faults.js';

/** @typedef {import('../calls.d.ts').Proposals} Proposals */

/**
 * @param {{ proposing: import('./context.js').Proposing }} props
 */
export function Proposals({ proposing }) {
  const { state, dispatch, show, say } = useDesk();
  const { story } = state.project;
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const offered = useProposals(proposing.facts);
  const [chapter, setChapter] = useState(Math.max(0, story.chapters.length - 1));
  useEffect(() => heading.current?.focus(), []);
  /** @param {Proposals['fits'][number]} choice */
  const choose = (choice) => {
    const made = drawn(story, choice, proposing.figure ?? chapter);
    dispatch({ type: 'story/replace', story: made.story });
    const locale = story.locales[0] ?? 'zh';
    show({
      proposing: undefined,
      picked: [],
      room: 'figures',
      open: made.place,
      focus: `${made.place}/title/${locale}`,
    });
  };
  return (
    <div class="scroll proposals">
      <div class="above">
        <button type="button" class="quiet" onClick={() => show({ proposing: undefined })}>
          ← {say('back')}
        </button>
        <h3 ref={heading} tabIndex={-1}>
          {say('chooseFor', { n: proposing.facts.length })}
        </h3>
        {!proposing.figure && story.chapters.length > 0 && (
          <Select
            label={say('intoChapter')}
            value={`${chapter}`}
            options={[...chapterNames(story, say), [`${story.chapters.length}`, say('newChapter')]]}
            choose={(index) => setChapter(Number(index))}
          />
        )}
      </div>
      {offered ? <Offered offered={offered} choose={choose} /> : <p role="status">{say('drawing')}</p>}
    </div>
  );
}

/**
 * @param {{ offered: Proposals, choose: (choice: Proposals['fits'][number]) => void }} props
 */
function Offered({ offered, choose }) {
  const called = useNamed();
  const { say } = useDesk();
  return (
    <>
      {offered.fits.length === 0 && <p class="empty">{say('noneFits')}</p>}
      <ul class="offers">
        {offered.fits.map((choice, index) => (
          <li key={choice.kind}>
            <button type="button" class="offer" onClick={() => choose(choice)}>
              <Picture svg={choice.svg} />
              <span>
                {choice.name}
                {index === 0 && <small> · {say('best')}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {offered.refused.length > 0 && (
        <details class="refused" open={offered.fits.length === 0}>
          <summary>{say('others', { n: offered.refused.length })}</summary>
          <dl>
            {offered.refused.map(({ kind, name, reason }) => (
              <div key={kind}>
                <dt>{name}</dt>
                <dd>{called(reason)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/**
 * @param {string[]} facts
 * @returns {Proposals | undefined} nothing while they are drawn
 */
function useProposals(facts) {
  const { state, engine, lang, show, say } = useDesk();
  const { story, article } = state.project;
  const [offered, setOffered] = useState(/** @type {Proposals | undefined} */ (undefined));
  useAsked(
    () => engine.proposeKinds(story, article, facts, story.locales[0] ?? 'zh', lang),
    setOffered,
    (error) => show({ proposing: undefined, fault: failure(say, error) }),
    [engine, story, article, facts.join(' '), lang],
  );
  return offered;
}
