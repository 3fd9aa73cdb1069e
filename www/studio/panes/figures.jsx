// The page's chapters with their figures, in reading order.

import { useDesk } from './context.js';
import { useDoing } from './done.jsx';
import { FigureCard } from './figure-card.jsx';
import { Texts, Wrong } from './field.jsx';
import { withChapter } from './placing.js';
import { useSorting } from './sorting.js';

/** The room of the figures. */
export function Figures() {
  const { state, dispatch, show, say } = useDesk();
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
  const { state, dispatch, checked, numbers: all, show, say } = useDesk();
  const { story } = state.project;
  const place = `/chapters/${index}`;
  const figures = story.chapters[index]?.figures ?? [];
  /** @param {number} from @param {number} chapter @param {number} to */
  const move = (from, chapter, to) => {
    if (!story.chapters[chapter]) return;
    dispatch({ type: 'move', from: `${place}/figures/${from}`, to: `/chapters/${chapter}/figures/${to}` });
    show({ open: undefined, focus: `move:${figures[from]?.id}` });
  };
  const sorting = useSorting((from, to, { chapter = index } = {}) => move(from, Number(chapter), to), {
    group: 'figures',
    // From the edge of a chapter a figure goes on into the next one.
    before: () => move(0, index - 1, story.chapters[index - 1]?.figures.length ?? 0),
    after: () => move(figures.length - 1, index + 1, 0),
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
      <ul class="figures" ref={sorting.list} data-chapter={index}>
        {figures.map(({ id }, number) => (
          <FigureCard key={id} place={`${place}/figures/${number}`} onKey={sorting.onKey(number, figures.length)} />
        ))}
      </ul>
    </section>
  );
}

/** @param {{ index: number }} props */
function ChapterTools({ index }) {
  const { state, dispatch, show, say } = useDesk();
  const doing = useDoing();
  const { chapters } = state.project.story;
  const place = `/chapters/${index}`;
  const count = chapters[index]?.figures.length ?? 0;
  /** @param {number} to */
  const move = (to) => {
    dispatch({ type: 'move', from: place, to: `/chapters/${to}` });
    show({ open: undefined });
  };
  const remove = () => {
    doing({ type: 'remove', place }, say('chapterRemoved', { n: index + 1, count }));
    show({ open: undefined });
  };
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
      <button type="button" class="quiet" onClick={remove}>
        {say('removeChapter')}
      </button>
    </div>
  );
}
