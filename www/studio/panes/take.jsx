// What is taken away: each with what it is for and a button that makes it, all in the browser.

import { useState } from 'preact/hooks';
import { TAGS } from '../../locale.js';
import { remember, remembered } from '../../settings.js';
import { WHOLE } from '../../snippets.js';
import { copyMarkup } from '../../copying.js';
import { download } from '../../saving.js';
import { articleFile, storyFile } from '../keep/disk.js';
import * as make from '../take/make.js';
import { LANGUAGES } from '../words.js';
import { useDesk } from './context.js';
import { Select } from './field.jsx';
import { textAt } from './places.js';
import { filled } from './prose.js';
import { Unused } from './unused.jsx';

/** @typedef {import('../words.js').Word} Word */
/** @typedef {import('../story.d.ts').Locale} Locale */

/** What a site's address looks like. The page writer, which is stricter, has the last word. */
const ADDRESS = /^https?:\/\/[^\s/?#]+[^\s?#]*$/;

/** Its name in the browser's memory. */
const REMEMBERED = 'published-at';

/** The room of what is taken away. */
export function Take() {
  const { state, engine, checked, todo, dispatch, say } = useDesk();
  const { story, article } = state.project;
  const [locale, setLocale] = useState(story.locales[0] ?? 'zh');
  const [typed, setTyped] = useState(remembered(REMEMBERED) ?? '');
  const address = ADDRESS.test(typed) ? typed : undefined;
  const source = { engine, story, address };
  const told = story.locales.includes(locale) ? locale : (story.locales[0] ?? 'zh');
  const sound = checked.checked && checked.fault === undefined && todo.count === 0;
  const assembling = sound && isSecureContext;
  const saveStory = async () => {
    dispatch({ type: 'saved' });
    return { name: 'story.json', blob: storyFile(story) };
  };
  const saveArticle = async () => ({ name: story.article ?? 'article.txt', blob: articleFile(article) });
  /** @type {Way[]} */
  const files = [[say('save'), saveStory]];
  if (article) files.push([say('saveArticle'), saveArticle]);
  return (
    <div class="take">
      <p class="hint">{say('takeIntro')}</p>
      <Blocked />
      {story.locales.length > 1 && (
        <Select
          label={say('language')}
          value={told}
          options={Object.entries(LANGUAGES)}
          choose={(locale) => setLocale(/** @type {Locale} */ (locale))}
        />
      )}
      <Offer word="single" what="singleWhat" ready={assembling} ways={[[say('save'), () => make.single(source)]]} />
      <Offer
        word="site"
        what="siteWhat"
        ready={assembling && (typed === '' || address !== undefined)}
        ways={[[say('save'), (progress) => make.site(source, (n, all) => progress(say('drawn', { n, all })))]]}
      >
        <Address typed={typed} wrong={typed !== '' && !address} type={setTyped} />
      </Offer>
      <Figure source={source} locale={told} ready={sound} />
      <Offer word="poster" what="posterWhat" ready={sound} ways={[[say('save'), () => make.poster(source, told)]]} />
      <Offer word="storyFile" what="storyFileWhat" ready ways={files} />
    </div>
  );
}

/** Why the result cannot be taken away yet. */
function Blocked() {
  const { checked, todo, show, say } = useDesk();
  const n = todo.count;
  return (
    <div role="status">
      {!checked.checked && <p class="hint">{say('checking')}</p>}
      {checked.checked && n > 0 && (
        <p class="wrong">
          {say('unsound', { n })}{' '}
          <button type="button" class="quiet" onClick={() => show({ room: 'problems' })}>
            {say('toProblems')}
          </button>
        </p>
      )}
      {checked.checked && (
        <ul class="problems">
          <Unused />
        </ul>
      )}
      {!isSecureContext && <p class="wrong">{say('insecure')}</p>}
    </div>
  );
}

/** @param {{ typed: string, wrong: boolean, type: (address: string) => void }} props */
function Address({ typed, wrong, type }) {
  const { say } = useDesk();
  /** @param {string} value */
  const change = (value) => {
    remember(REMEMBERED, value);
    type(value);
  };
  return (
    <label class="field">
      <span>{say('publishedAt')}</span>
      <input
        type="url"
        value={typed}
        placeholder="https://"
        aria-invalid={wrong}
        onInput={({ currentTarget }) => change(currentTarget.value.trim())}
      />
      <small class={wrong ? 'wrong' : 'hint'}>{say(wrong ? 'addressWrong' : 'addressWhy')}</small>
    </label>
  );
}

/**
 * A way to take something: what its button says, and what makes it; that tells how far it is.
 * @typedef {[string, (progress: (sentence: string) => void) => Promise<make.Taken>]} Way
 */

/**
 * @param {object} props
 * @param {Word} props.word
 * @param {Word} props.what
 * @param {boolean} props.ready
 * @param {Way[]} props.ways
 * @param {import('preact').ComponentChildren} [props.children]
 */
function Offer({ word, what, ready, ways, children }) {
  const { say } = useDesk();
  return (
    <section aria-label={say(word)}>
      <h3>{say(word)}</h3>
      <p class="hint">{say(what)}</p>
      {children}
      <Ways ready={ready} ways={ways} />
    </section>
  );
}

/**
 * Buttons that save a file each, and what came of it.
 * @param {{ ready: boolean, ways: Way[] }} props
 */
function Ways({ ready, ways }) {
  const { lang, show, say } = useDesk();
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  /** @param {Way[1]} way */
  async function take(way) {
    setBusy(true);
    setTold(say('working'));
    try {
      const taken = await way(setTold);
      download(taken.name, taken.blob);
      setTold(say('saved', { name: taken.name, weight: weight(taken.blob.size, lang) }));
    } catch (error) {
      setTold('');
      show({ fault: say('failed', { why: error instanceof Error ? error.message : String(error) }) });
    }
    setBusy(false);
  }
  return (
    <p class="tools">
      {ways.map(([name, way]) => (
        <button key={name} type="button" disabled={!ready || busy} onClick={() => take(way)}>
          {name}
        </button>
      ))}
      <small role="status">{told}</small>
    </p>
  );
}

/**
 * A figure as files, and for an article inside a messenger, as is the whole story.
 * @param {{ source: make.Source, locale: Locale, ready: boolean }} props
 */
function Figure({ source, locale, ready }) {
  const { numbers, view, say } = useDesk();
  const { story } = source;
  const figures = story.chapters.flatMap((chapter) => chapter.figures);
  const [chosen, setChosen] = useState(textAt(story, `${view.open}/id`));
  const figure = figures.some(({ id }) => id === chosen) ? chosen : (figures[0]?.id ?? '');
  const kinds = /** @type {const} */ (['png', 'svg', 'csv']);
  return (
    <section aria-label={say('oneFigure')}>
      <h3>{say('oneFigure')}</h3>
      <Select
        label={say('which')}
        value={figure}
        options={figures.map(({ id, title }, index) => [
          id,
          filled(title[locale] ?? '', numbers) || say('figure', { n: index + 1 }),
        ])}
        choose={setChosen}
      />
      <Ways
        ready={figure !== ''}
        ways={kinds.map((kind) => [kind.toUpperCase(), () => make.figureFile(source, figure, locale, kind)])}
      />
      {figure !== '' && !figures.find(({ id }) => id === figure)?.title[locale] && (
        <p class="hint">{say('lacksTitle')}</p>
      )}
      {!story.source.credit[locale] && <p class="hint">{say('lacksSource')}</p>}
      <h4>{say('messenger')}</h4>
      <p class="hint">{say('messengerWhat')}</p>
      <Copies source={source} figure={figure} locale={locale} ready={ready} />
    </section>
  );
}

/**
 * Buttons that copy markup; where the browser does not, its source stands below.
 * @param {{ source: make.Source, figure: string, locale: Locale, ready: boolean }} props
 */
function Copies({ source, figure, locale, ready }) {
  const { show, say } = useDesk();
  const [told, setTold] = useState('');
  const [byHand, setByHand] = useState('');
  /** @param {string} name */
  async function copy(name) {
    setTold('');
    setByHand('');
    try {
      const markup = make.fragment(source, name, locale);
      const copied = await copyMarkup(markup);
      if (copied) setTold(say('copied'));
      else setByHand(await markup);
    } catch (error) {
      show({ fault: say('failed', { why: error instanceof Error ? error.message : String(error) }) });
    }
  }
  return (
    <>
      <p class="tools">
        <button type="button" disabled={!ready || figure === ''} onClick={() => copy(figure)}>
          {say('copyFigure')}
        </button>
        <button type="button" disabled={!ready} onClick={() => copy(WHOLE)}>
          {say('copyWhole')}
        </button>
        <small role="status">{told}</small>
      </p>
      {byHand && (
        <label class="field">
          <span>{say('byHand')}</span>
          <textarea readOnly rows={5} value={byHand} />
        </label>
      )}
    </>
  );
}

/**
 * What a file weighs, in words.
 * @param {number} bytes
 * @param {import('../words.js').Lang} lang
 */
function weight(bytes, lang) {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  const digits = { maximumFractionDigits: unit === 'megabyte' ? 1 : 0 };
  return new Intl.NumberFormat(TAGS[lang], { style: 'unit', unit, ...digits }).format(Math.max(bytes / size, 1));
}
