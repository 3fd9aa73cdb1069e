// Everything that is still to be done before the story can be published; each leads to its field.

import { useDesk } from './context.js';
import { FIELDS, fieldName } from './field-names.js';
import { useNamed } from './listed.js';
import { isText, textAt, whereabouts } from './places.js';
import { filled } from './prose.js';
import { Unused } from './unused.jsx';

/** The room of the problems. */
export function Problems() {
  const { state, checked, todo, show, say } = useDesk();
  const name = useNames();
  const called = useNamed();
  const { story } = state.project;
  if (story.facts.length === 0) return <p class="empty">{say('noNumbers')}</p>;
  if (!checked.checked) return <p class="empty">{say('checking')}</p>;
  if (todo.count === 0) return <p class="empty">{say('noProblems')}</p>;
  return (
    <div class="scroll">
      <ol class="problems">
        <Unused />
        {todo.problems.map(({ place, message }) => (
          <li key={place + message}>
            <button
              type="button"
              class="quiet"
              data-place="problems"
              onClick={() => show({ tab: 'work', ...whereabouts(story, place), proposing: undefined, focus: place })}
            >
              <b>{name(place)}</b> {textAt(story, place) === '' && isText(place) ? say('missing') : called(message)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Where such a part has another name. */
const OWN = /** @type {Record<string, import('../words.js').Word | undefined>} */ ({
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
  const { state, numbers: all, say } = useDesk();
  const { story } = state.project;
  const locale = story.locales[0] ?? 'zh';
  return (place) => {
    const [, list = '', index = '', inner, second] = place.split('/');
    const part =
      place
        .split('/')
        .reverse()
        .find((one) => one in FIELDS) ?? '';
    const word = OWN[`${list}/${inner ?? index}`] ?? OWN[`${list}/${index}`] ?? OWN[list] ?? FIELDS[part];
    const field = word ? fieldName(word, say) : '';
    const number = all.find((one) => place.startsWith(`${one.place}/`) || place === one.place);
    if (number) return [`${number.term} ${number.value}`.trim(), field].filter(Boolean).join(' · ');
    if (list !== 'chapters') return field;
    const chapter = say('chapter', { n: Number(index) + 1 });
    if (inner !== 'figures' || second === undefined) return [chapter, field].filter(Boolean).join(' · ');
    const title = filled(textAt(story, `/chapters/${index}/figures/${second}/title/${locale}`), all);
    return [chapter, title || say('figure', { n: Number(second) + 1 }), field].filter(Boolean).join(' · ');
  };
}
