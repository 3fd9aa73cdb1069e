// Everything that is still to be done before the story can be published; each leads to its field.

import { useDesk } from './context.js';
import { useListed, useNamed } from './listed.js';
import { isText, textAt, whereabouts } from './places.js';
import { filled } from './prose.js';
import { useSay } from './say.js';
import { useTodo } from './todo.js';

/** The room of the problems. */
export function Problems() {
  const { state, checked, show } = useDesk();
  const say = useSay();
  const name = useNames();
  const called = useNamed();
  const { story } = state.project;
  const { problems, unshown, count } = useTodo();
  if (story.facts.length === 0) return <p class="empty">{say('noNumbers')}</p>;
  if (!checked.checked) return <p class="empty">{say('checking')}</p>;
  if (count === 0) return <p class="empty">{say('noProblems')}</p>;
  return (
    <div class="scroll">
      <ol class="problems">
        {unshown > 0 && (
          <li>
            <button
              type="button"
              class="quiet"
              data-place="problems"
              onClick={() => show({ room: 'numbers', onlyFree: true, proposing: undefined, focus: 'pick' })}
            >
              <b>{say('unshown', { n: unshown })}</b> {say('unshownHint')}
            </button>
          </li>
        )}
        {problems.map(({ place, message, hint }) => (
          <li key={place + message}>
            <button
              type="button"
              class="quiet"
              data-place="problems"
              onClick={() => show({ tab: 'work', ...whereabouts(story, place), proposing: undefined, focus: place })}
            >
              <b>{name(place)}</b> {textAt(story, place) === '' && isText(place) ? say('missing') : called(message)}
              {hint && <span class="hint"> {called(hint)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The words for the last part of a place. */
const PARTS = /** @type {Record<string, import('./say.js').Word>} */ ({
  title: 'figureTitle',
  subtitle: 'subtitle',
  reading: 'reading',
  lead: 'lead',
  publication: 'publication',
  date: 'date',
  credit: 'credit',
  method: 'method',
  label: 'term',
  form: 'form',
  printed: 'printed',
  value: 'value',
  unit: 'unit',
  qualifier: 'qualifier',
  paragraph: 'paragraph',
  period: 'period',
  versus: 'versus',
  formula: 'formula',
  dimension: 'dimension',
  drawing: 'theDrawing',
  locales: 'languages',
});

/** Where such a part has another name. */
const OWN = /** @type {Record<string, import('./say.js').Word | undefined>} */ ({
  title: 'headline',
  'source/date': 'sourceDate',
  'chapters/title': 'chapterTitle',
  'chapters/lead': 'chapterLead',
});

/**
 * What a place is called: the number or the figure it belongs to, and its field.
 * @returns {(place: string) => string}
 */
function useNames() {
  const { state } = useDesk();
  const say = useSay();
  const all = useListed();
  const { story } = state.project;
  const locale = story.locales[0] ?? 'zh';
  return (place) => {
    const [, list = '', index = '', inner, second] = place.split('/');
    const part =
      place
        .split('/')
        .reverse()
        .find((one) => one in PARTS) ?? '';
    const word = OWN[`${list}/${inner ?? index}`] ?? OWN[`${list}/${index}`] ?? OWN[list] ?? PARTS[part];
    const field = word ? say(word) : '';
    const number = all.find((one) => place.startsWith(`${one.place}/`) || place === one.place);
    if (number) return [`${number.term} ${number.value}`.trim(), field].filter(Boolean).join(' · ');
    if (list !== 'chapters') return field;
    const chapter = say('chapter', { n: Number(index) + 1 });
    if (inner !== 'figures' || second === undefined) return [chapter, field].filter(Boolean).join(' · ');
    const title = filled(textAt(story, `/chapters/${index}/figures/${second}/title/${locale}`), all);
    return [chapter, title || say('figure', { n: Number(second) + 1 }), field].filter(Boolean).join(' · ');
  };
}
