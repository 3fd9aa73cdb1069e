// What a reader acts by, on the page and on each figure. Loaded as soon as the figures are drawn: the first sight of the page can do
// without, and nothing here waits to be asked for.

import { attachActions } from './actions.js';
import { attempts, part } from './attempts.js';
import { attachChoices } from './choices.js';
import { all, find } from './dom.js';
import { announceHeight } from './height.js';
import { attachListening } from './listening.js';
import { attachNavigation } from './navigation.js';
import { Overlay } from './overlay.js';
import { bookmark } from './place.js';
import { attachKeptPlace } from './kept-place.js';
import { attachKeys, attachPointer } from './pointing.js';
import { attachPrint } from './print.js';
import { queueTask } from './tasks.js';
import { themeControl } from './theme-control.js';
import { pageWords } from './words.js';

/** @typedef {import('./figure.js').LiveFigure} LiveFigure */

/** @typedef {import('./page.js').LivePage} LivePage */

/** @typedef {import('./words.js').Words} Words */

/**
 * Adds the controls of the page and of its figures.
 * @param {LivePage} page
 */
export function attachControls(page) {
  const words = pageWords();
  page.undo.push(attachPrint(page.edition));
  if (all('.chapters').length)
    page.undo.push(
      attachNavigation(),
      attachKeptPlace(),
      attachTools(page, words),
      attachIndex(page, words),
      attachPicture(page, words),
    );
  equip(page, words, all('.figure'));
}

/**
 * Adds the controls of the figures, one a task.
 * @param {LivePage} page
 * @param {Words} words
 * @param {Element[]} hosts
 */
function equip(page, words, [host, ...others]) {
  if (page.left) return;
  // Browsers run no observer in a frame that is out of sight.
  if (!(host instanceof HTMLElement)) return announceHeight();
  const turnBack = bookmark();
  const figure = page.figures.find((live) => live.host === host);
  if (figure && !figure.undo.signal.aborted) figure.ask(() => attachParts(figure, words));
  page.undo.push(attachActions(host, page.edition, words, page.locale));
  turnBack();
  queueTask(() => equip(page, words, others));
}

/**
 * Adds what the reader asks a figure by.
 * @param {LiveFigure} live
 * @param {Words} words
 */
function attachParts(live, words) {
  const { host, stage, figure } = live;
  const { signal } = live.undo;
  const overlay = new Overlay(host, stage, figure, words);
  signal.addEventListener('abort', () => overlay.detach());
  attachPointer(overlay, (question) => live.ask(question), signal);
  attachKeys(overlay, (question) => live.ask(question), signal);
  const audible = host.dataset.audible?.split(' ') ?? [];
  if (audible.length > 1) attachListening(host, audible, overlay, words, signal);
  attachChoices(live, words);
  live.placed = () => overlay.place();
  if (!live.state.stale) overlay.place();
}

/**
 * Adds the controls of the whole page, and has the link to the other language, if there is one, turn the page in place.
 * @param {LivePage} page
 * @param {Words} words
 * @returns {() => void} undoes it
 */
function attachTools(page, words) {
  const undo = new AbortController();
  const control = themeControl(words);
  find('#tools').prepend(control);
  const [link] = all('.language');
  link?.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      page.open(link.getAttribute('lang') === 'en' ? 'en' : 'zh');
    },
    { signal: undo.signal },
  );
  return () => {
    undo.abort();
    control.remove();
  };
}

/**
 * Has the long picture open in place.
 * @param {LivePage} page
 * @param {Words} words
 * @returns {() => void} undoes it
 */
function attachPicture(page, words) {
  const undo = new AbortController();
  const [offer] = all('.picture');
  if (!offer) return () => {};
  const attempt = attempts((note) => offer.append(note));
  // Firefox has dialogs since 98.
  if ('HTMLDialogElement' in window)
    all('a', offer)[0]?.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        attempt(async (wish) => {
          const { openPoster } = await part(import('./poster.js'));
          await openPoster(offer, words, page.locale, wish);
        });
      },
      { signal: undo.signal },
    );
  return () => undo.abort();
}

/**
 * Brings the index of all numbers to life when it comes near.
 * @param {LivePage} page
 * @param {Words} words
 * @returns {() => void} undoes it
 */
function attachIndex(page, words) {
  const attempt = attempts((note) => find('.index-tools').append(note));
  return whenNear('#numbers', () =>
    attempt(async () => {
      const { attachNumbers } = await part(import('./numbers.js'));
      if (!page.left) page.undo.push(attachNumbers(page.edition, words));
    }),
  );
}

/**
 * Calls once, when an element comes near the window.
 * @param {import('./dom.js').Selector} selector
 * @param {() => void} act
 * @returns {() => void} undoes it
 */
function whenNear(selector, act) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: '800px 0px' },
  );
  observer.observe(find(selector));
  return () => observer.disconnect();
}
