// The page's chapters with their figures, in reading order.

import { useDesk } from './context.js';
import { FigureCard } from './figure-card.jsx';
import { Texts, Wrong } from './field.jsx';
import { withChapter } from './placing.js';
import { useSay } from './say.js';
import { useSorting } from './sorting.js';

/** The room of the figures. */
export function Figures() {
  const { state, dispatch, show } = useDesk();
  const say = useSay();
  const { story } = state.project;
  const add = () => {
    dispatch({ type: 'story/replace', story: withChapter(story) });
    show({ focus: `/chapters/${story.chapters.length}/title/${story.locales[0] ?? 'zh'}` });
  };
  const none = story.chapters.every(({ figures }) => figures.length === 0);
  return (
    <div class="scroll">
      {none && (
        <div class="empty">
          <p>{say('noFigures')}</p>
          <button type="button" class="main" onClick={() => show({ room: 'numbers' })}>
            {say('toNumbers')}
          </button>
        </div>
      )}
      {story.chapters.map(({ id }, index) => (
        <Chapter key={id} index={index} />
      ))}
      <button type="button" class="quiet" onClick={add}>
        ＋ {say('addChapter')}
      </button>
    </div>
  );
}

/** @param {{ index: number }} props */
function Chapter({ index }) {
  const { state, dispatch, checked, numbers: all, show } = useDesk();
  const say = useSay();
  const { story } = state.project;
  const place = `/chapters/${index}`;
  const figures = story.chapters[index]?.figures ?? [];
  const sorting = useSorting((from, to) => {
    dispatch({ type: 'move', from: `${place}/figures/${from}`, to: `${place}/figures/${to}` });
    show({ open: undefined });
  });
  const empty = checked.problems.filter((problem) => problem.place === `${place}/figures`);
  return (
    <section class="chapter" aria-label={say('chapter', { n: index + 1 })}>
      <header>
        <h3>{say('chapter', { n: index + 1 })}</h3>
        <ChapterTools index={index} />
      </header>
      <Texts place={`${place}/title`} label={say('chapterTitle')} facts={all} />
      <Texts place={`${place}/lead`} label={say('chapterLead')} facts={all} long />
      <Wrong id={`wrong${place}`} problems={empty} />
      <ul class="figures" ref={sorting.list}>
        {figures.map(({ id }, number) => (
          <FigureCard key={id} place={`${place}/figures/${number}`} onKey={sorting.onKey(number, figures.length)} />
        ))}
      </ul>
    </section>
  );
}

/** @param {{ index: number }} props */
function ChapterTools({ index }) {
  const { state, dispatch, show } = useDesk();
  const say = useSay();
  const { chapters } = state.project.story;
  const place = `/chapters/${index}`;
  /** @param {import('./context.js').Action} action */
  const put = (action) => {
    dispatch(action);
    show({ open: undefined });
  };
  /** @param {number} to */
  const move = (to) => put({ type: 'move', from: place, to: `/chapters/${to}` });
  return (
    <div class="tools">
      {chapters.length > 1 && (
        <>
          <button type="button" class="quiet" disabled={index === 0} onClick={() => move(index - 1)}>
            ↑ {say('up')}
          </button>
          <button type="button" class="quiet" disabled={index === chapters.length - 1} onClick={() => move(index + 1)}>
            ↓ {say('down')}
          </button>
        </>
      )}
      <button type="button" class="quiet" onClick={() => put({ type: 'remove', place })}>
        {say('remove')}
      </button>
    </div>
  );
}
