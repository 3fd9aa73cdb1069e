// The desk: what comes next above, and three panes: the article, the numbers and figures, the page. A phone shows one of them.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useStory } from '../studio.js';
import { ArticlePane } from './article.jsx';
import { useChecked } from './checked.js';
import { DeskContext, OPENING, useDesk } from './context.js';
import { Done } from './done.jsx';
import { Figures } from './figures.jsx';
import { focusPlace } from './focus.js';
import { useFound } from './found.js';
import { listed } from './listed.js';
import { next } from './next.js';
import { Numbers } from './numbers.jsx';
import { Problems } from './problems.jsx';
import { filled } from './prose.js';
import { Proposals } from './proposals.jsx';
import { free, spots } from './spots.js';
import { useTaking } from './taking.js';
import { todo } from './todo.js';
import { PageTexts } from './texts.jsx';

/** @typedef {import('preact').ComponentChildren} Children */

/**
 * @param {object} props
 * @param {Children} props.bar what keeps and undoes, beside the next step
 * @param {Children} props.live the page
 * @param {Children} props.take what is taken away
 */
export function Desk({ bar, live, take }) {
  const [view, setView] = useState(OPENING);
  const state = useStory();
  const checked = useChecked(state);
  const article = useFound(state);
  const { story } = state.project;
  const numbers = useMemo(() => listed(story, checked.rows), [story, checked.rows]);
  const undone = useMemo(() => todo(story, checked.problems, numbers), [story, checked.problems, numbers]);
  /** @param {Partial<import('./context.js').View>} change */
  const show = (change) => setView((before) => ({ ...before, ...change }));
  const desk = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (view.focus === undefined || !desk.current) return;
    focusPlace(desk.current, view.focus);
    show({ focus: undefined });
  }, [view.focus]);
  return (
    <DeskContext.Provider value={{ state, view, show, checked, numbers, todo: undone, article }}>
      <div class="desk" data-tab={view.tab} ref={desk}>
        <Head bar={bar} />
        <Fault />
        <Done />
        <Tabs />
        <main class="panes">
          <Pane tab="article" word="articlePane">
            <ArticlePane />
          </Pane>
          <Pane tab="work" word="workPane">
            <Work take={take} />
          </Pane>
          <Pane tab="live" word="livePane">
            {live}
          </Pane>
        </main>
      </div>
    </DeskContext.Provider>
  );
}

/**
 * The story's title, the next step, and the bar.
 * @param {{ bar: Children }} props
 */
function Head({ bar }) {
  const { state, numbers, say } = useDesk();
  const { story } = state.project;
  return (
    <header class="head">
      <h1>{filled(story.title[story.locales[0] ?? 'zh'] ?? '', numbers) || say('untitled')}</h1>
      <Next />
      <div class="bar">{bar}</div>
    </header>
  );
}

/** Does the next thing, or leads to where it is done. */
function Next() {
  const { state, view, show, checked, todo, article, say } = useDesk();
  const { take } = useTaking();
  const { word, n, change } = next(state.project, checked.checked, todo.count, view);
  const left = word === 'nextTake' && article.found ? free(spots(article.found)) : [];
  const act = () => {
    show(change);
    if (left.length > 0) void take(left);
  };
  return (
    <button type="button" class="main next" onClick={act}>
      <span class="before">{say('next')}</span>
      {say(word, { n: n ?? 0 })}
    </button>
  );
}

/** What could not be done, until the editor has seen it. */
function Fault() {
  const { view, show, checked, say } = useDesk();
  const told = view.fault ?? checked.fault;
  return (
    <div role="alert">
      {told && (
        <p class="fault">
          {told}
          {view.fault && (
            <button type="button" class="quiet" onClick={() => show({ fault: undefined })}>
              {say('seen')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** The three tabs of a phone. */
function Tabs() {
  const { view, show, say } = useDesk();
  /** @type {[import('./context.js').Tab, import('../words.js').Word][]} */
  const tabs = [
    ['article', 'articlePane'],
    ['work', 'workPane'],
    ['live', 'livePane'],
  ];
  return (
    <nav class="tabs" aria-label={say('rooms')}>
      {tabs.map(([tab, word]) => (
        <button
          key={tab}
          type="button"
          aria-current={view.tab === tab ? 'page' : undefined}
          onClick={() => show({ tab })}
        >
          {say(word)}
        </button>
      ))}
    </nav>
  );
}

/**
 * @param {{ tab: import('./context.js').Tab, word: import('../words.js').Word, children: Children }} props
 */
function Pane({ tab, word, children }) {
  const { say } = useDesk();
  return (
    <section class={`pane pane-${tab}`} aria-label={say(word)}>
      <h2 class="unseen">{say(word)}</h2>
      {children}
    </section>
  );
}

/**
 * The middle pane: its rooms, and what is open.
 * @param {{ take: Children }} props
 */
function Work({ take }) {
  const { view } = useDesk();
  return (
    <>
      <Rooms />
      {view.proposing ? <Proposals proposing={view.proposing} /> : <Room take={take} />}
    </>
  );
}

/** @param {{ take: Children }} props */
function Room({ take }) {
  const { view } = useDesk();
  if (view.room === 'numbers') return <Numbers />;
  if (view.room === 'figures') return <Figures />;
  if (view.room === 'texts') return <PageTexts />;
  if (view.room === 'problems') return <Problems />;
  return <div class="scroll">{take}</div>;
}

/** The rooms of the middle pane, in the order in which they are needed, with how much is in each. */
function Rooms() {
  const { state, view, show, todo, say } = useDesk();
  const { story } = state.project;
  const figures = story.chapters.reduce((sum, chapter) => sum + chapter.figures.length, 0);
  /** @type {[import('./context.js').Room, number | undefined][]} */
  const rooms = [
    ['numbers', story.facts.length + story.derived.length],
    ['figures', figures],
    ['texts', undefined],
    ['problems', story.facts.length > 0 ? todo.count : undefined],
    ['take', undefined],
  ];
  return (
    <nav class="rooms" aria-label={say('workPane')}>
      {rooms.map(([room, n]) => (
        <button
          key={room}
          type="button"
          aria-current={view.room === room ? 'page' : undefined}
          onClick={() => show({ room, proposing: undefined })}
        >
          {say(room)}
          {n !== undefined && n > 0 && <small> {n}</small>}
        </button>
      ))}
    </nav>
  );
}
