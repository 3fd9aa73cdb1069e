// The page that grows: live.html in a frame, which is given the story with each change, as a phone and as a desk show it.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useStory, useStudio } from '../studio.js';
import { LANGUAGES } from '../words.js';
import { useDesk } from './context.js';
import { textAt } from './places.js';

/** @typedef {import('../live.js').Told} Told */
/** @typedef {import('../live.js').Shown} Shown */

/** How wide the page is, in CSS px. */
const WIDTHS = { phone: 390, desk: 1280 };

export function LivePane() {
  const { say } = useStudio();
  const { story } = useStory().project;
  const [width, setWidth] = useState(/** @type {keyof typeof WIDTHS} */ ('phone'));
  const [theme, setTheme] = useState(/** @type {Shown['theme']} */ ('light'));
  const [chosen, setChosen] = useState(/** @type {Shown['locale'] | undefined} */ (undefined));
  const locale = story.locales.find((one) => one === chosen) ?? story.locales[0] ?? 'zh';
  const empty = story.chapters.every((chapter) => !chapter.figures.length);
  const { frame, refused } = useLivePage(empty ? undefined : { story, locale, theme }, setChosen);
  useFollowing(frame);
  const { stage, scale, height } = useFit(WIDTHS[width]);
  return (
    <>
      <div class="above live-tools">
        <Choice
          name={say('width')}
          value={width}
          options={{ phone: say('livePhone'), desk: say('liveDesk') }}
          choose={setWidth}
        />
        <Choice
          name={say('liveTheme')}
          value={theme}
          options={{ light: say('themeLight'), dark: say('themeDark') }}
          choose={setTheme}
        />
        {story.locales.length > 1 && (
          <Choice name={say('language')} value={locale} options={LANGUAGES} choose={setChosen} />
        )}
      </div>
      <p class="live-said" role="status">
        {refused ? say('liveLastGood') : empty && say('liveNothing')}
      </p>
      <div class="stage" ref={stage}>
        <iframe
          ref={frame}
          src="live.html"
          title={say('livePane')}
          hidden={empty}
          style={{ width: `${WIDTHS[width]}px`, height: `${height / scale}px`, transform: `scale(${scale})` }}
        />
      </div>
    </>
  );
}

/**
 * @template {string} Value
 * @param {{ name: string, value: Value, options: Record<Value, string>, choose: (value: Value) => void }} props
 */
function Choice({ name, value, options, choose }) {
  const values = /** @type {Value[]} */ (Object.keys(options));
  return (
    <div role="group" aria-label={name} class="choice">
      {values.map((one) => (
        <button key={one} type="button" class="quiet" aria-pressed={one === value} onClick={() => choose(one)}>
          {options[one]}
        </button>
      ))}
    </div>
  );
}

/**
 * The frame, and whether it could not show the story as it is now. While it is busy with one version, only the last of those that follow waits.
 * @param {Shown | undefined} wanted
 * @param {(locale: Shown['locale']) => void} turnTo is told when the page's own link asks for another language
 */
function useLivePage(wanted, turnTo) {
  const frame = useRef(/** @type {HTMLIFrameElement | null} */ (null));
  const [state, setState] = useState(/** @type {'loading' | 'free' | 'busy'} */ ('loading'));
  const [refused, setRefused] = useState(false);
  /** How often the frame was loaded. */
  const [loads, setLoads] = useState(0);
  const sent = useRef(/** @type {Shown | undefined} */ (undefined));
  const good = useRef(/** @type {Shown | undefined} */ (undefined));

  useEffect(() => {
    let stopped = false;
    /** @param {MessageEvent<Told>} event */
    const listen = ({ data, origin, source: sender }) => {
      const source = frame.current?.contentWindow;
      if (!source || sender !== source || origin !== location.origin) return;
      if (data.type === 'language') return turnTo(data.locale);
      if (data.type === 'stopped') {
        // The module has trapped in there. The page begins afresh, with the last story that it could show.
        stopped = true;
        setRefused(true);
        setState('loading');
        source.location.reload();
      } else if (data.type === 'ready' && stopped && good.current) {
        source.postMessage(good.current, location.origin);
      } else {
        // A frame that was loaded anew shows nothing yet.
        if (data.type === 'ready') {
          sent.current = undefined;
          setLoads((before) => before + 1);
        }
        if (data.type === 'shown' && !stopped) good.current = sent.current;
        if (data.type !== 'ready' && !stopped) setRefused(data.type === 'refused');
        stopped = false;
        setState('free');
      }
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);

  useEffect(() => {
    const last = sent.current;
    const same = last?.story === wanted?.story && last?.locale === wanted?.locale && last?.theme === wanted?.theme;
    if (state !== 'free' || !wanted || same) return;
    sent.current = wanted;
    setState('busy');
    frame.current?.contentWindow?.postMessage(wanted, location.origin);
  }, [state, loads, wanted?.story, wanted?.locale, wanted?.theme]);

  return { frame, refused };
}

/**
 * Has the page go to the figure whose fields are opened.
 * @param {import('preact').RefObject<HTMLIFrameElement | null>} frame
 */
function useFollowing(frame) {
  const { state, view } = useDesk();
  const figure = view.open === undefined ? '' : textAt(state.project.story, `${view.open}/id`);
  useEffect(() => {
    if (figure) frame.current?.contentWindow?.postMessage({ figure }, location.origin);
  }, [figure]);
}

/**
 * How a page of some width fits into its place: smaller where it must be.
 * @param {number} width in CSS px
 */
function useFit(width) {
  const stage = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [room, setRoom] = useState({ width, height: 600 });
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { stage, scale: Math.min(1, Math.max(room.width, 1) / width), height: room.height };
}
