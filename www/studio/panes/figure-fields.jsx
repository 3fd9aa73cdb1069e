// All fields of one figure.

import { useDesk } from './context.js';
import { useDoing } from './done.jsx';
import { Choice, Field, Select, Texts, Wrong } from './field.jsx';
import { Glyphs } from './glyphs.jsx';
import { chapterNames } from './listed.js';
import { chapterOf, changed, factsOf, rehoused } from './placing.js';
import { within } from './places.js';
import { List } from './list.jsx';

/** @typedef {import('../story.d.ts').Figure} Figure */

const WIDTHS = /** @type {const} */ (['wide', 'two-thirds', 'half', 'third']);

/**
 * @param {{ place: string, figure: Figure }} props
 */
export function FigureFields({ place, figure }) {
  const { checked, numbers: all, say } = useDesk();
  const ids = factsOf(figure.drawing, new Set(all.map(({ id }) => id)));
  const facts = ids.flatMap((id) => all.filter((one) => one.id === id));
  return (
    <div class="fields">
      <Wrong id={`wrong${place}/drawing`} problems={within(checked.problems, `${place}/drawing`)} />
      <Texts place={`${place}/title`} label={say('figureTitle')} facts={facts} long />
      <Texts place={`${place}/subtitle`} label={say('subtitle')} facts={facts} long />
      <Texts place={`${place}/reading`} label={say('reading')} facts={facts} long />
      <List place={`${place}/notes`} name={say('notes')} add={say('addNote')} entry={{ text: {} }}>
        {(note) => <Texts place={`${note}/text`} label={say('note')} facts={all} long />}
      </List>
      <div class="grid">
        <Choice
          place={`${place}/width`}
          label={say('width')}
          options={WIDTHS.map((width) => [width, say(width)])}
          none={say('usual')}
        />
        <Home place={place} />
        <Field place={`${place}/id`} label={say('address')} />
      </div>
      <Glyphs place={`${place}/drawing`} drawing={figure.drawing} />
      <FigureTools place={place} facts={ids} />
    </div>
  );
}

/**
 * The chapter that it stands in.
 * @param {{ place: string }} props
 */
function Home({ place }) {
  const { state, dispatch, show, say } = useDesk();
  const { story } = state.project;
  if (story.chapters.length < 2) return null;
  /** @param {string} chapter */
  const move = (chapter) => {
    const made = rehoused(story, place, Number(chapter));
    dispatch({ type: 'story/replace', story: made.story });
    show({ open: made.place });
  };
  const options = chapterNames(story, say);
  return <Select label={say('toChapter')} value={chapterOf(place)} options={options} choose={move} />;
}

/**
 * Another drawing, other numbers, or no figure at all.
 * @param {{ place: string, facts: string[] }} props
 */
function FigureTools({ place, facts }) {
  const doing = useDoing();
  const { state, show, say } = useDesk();
  const remove = () => {
    doing({ type: 'story/replace', story: changed(state.project.story, place, () => []) }, say('figureRemoved'));
    show({ open: undefined });
  };
  return (
    <div class="tools">
      <button
        type="button"
        onClick={() => show({ room: 'numbers', picked: facts, proposing: { facts, figure: place } })}
      >
        {say('otherDrawing')}
      </button>
      <button type="button" onClick={() => show({ room: 'take' })}>
        {say('takeFigure')}
      </button>
      <button type="button" class="quiet apart" onClick={remove}>
        {say('remove')}
      </button>
    </div>
  );
}
