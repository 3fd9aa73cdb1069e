// The page's own texts: its head, its source, by whom and when, its method, what was put right, its languages.

import { useDesk } from './context.js';
import { Field, Texts, Wrong } from './field.jsx';
import { List } from './list.jsx';
import { within } from './places.js';

/** The room of the texts. */
export function PageTexts() {
  const { numbers: all, say } = useDesk();
  return (
    <div class="scroll fields">
      <Texts place="/title" label={say('headline')} facts={all} long />
      <Texts place="/lead" label={say('lead')} facts={all} long />
      <fieldset>
        <legend>{say('source')}</legend>
        <Texts place="/source/publication" label={say('publication')} />
        <Texts place="/source/date" label={say('sourceDate')} />
        <Texts place="/source/credit" label={say('credit')} />
        <Field place="/source/url" label={say('url')} optional />
      </fieldset>
      <List place="/method" name={say('method')} add={say('addParagraph')} entry={{}}>
        {(place) => <Texts place={place} label={say('method')} facts={all} long bare />}
      </List>
      <fieldset>
        <legend>{say('imprint')}</legend>
        <Texts place="/byline" label={say('byline')} optional />
        <div class="grid">
          <Field place="/published" label={say('published')} day optional />
          <Field place="/updated" label={say('updated')} day optional />
        </div>
      </fieldset>
      <List place="/corrections" name={say('corrections')} add={say('addCorrection')} entry={{ date: '', text: {} }}>
        {(place) => (
          <>
            <Field place={`${place}/date`} label={say('correctedOn')} day />
            <Texts place={`${place}/text`} label={say('corrections')} facts={all} long bare />
          </>
        )}
      </List>
      <Languages />
    </div>
  );
}

/** One language, until a second is asked for. */
function Languages() {
  const { state, dispatch, checked, say } = useDesk();
  const { locales } = state.project.story;
  const first = locales[0] ?? 'zh';
  const second = first === 'zh' ? 'en' : 'zh';
  const both = locales.length > 1;
  /** @type {import('../story.d.ts').Locale[]} */
  const other = both ? [first] : [first, second];
  return (
    <fieldset data-place="/locales" tabIndex={-1}>
      <legend>{say('languages')}</legend>
      <p>{locales.map((locale) => say(locale)).join(' · ')}</p>
      <label class="tick">
        <input
          type="checkbox"
          checked={both}
          onChange={() => dispatch({ type: 'set', place: '/locales', value: other })}
        />
        {say(second === 'en' ? 'alsoEnglish' : 'alsoChinese')}
      </label>
      <Wrong id="wrong/locales" problems={within(checked.problems, '/locales')} />
    </fieldset>
  );
}
