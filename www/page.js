// Brings the page of one language to life, and takes all of that away again.

import { attachActions } from './actions.js';
import { attempts, part } from './attempts.js';
import { find } from './dom.js';
import { faultNote, faultOf, hasPanicked } from './faults.js';
import { LiveFigure } from './figure.js';
import { TAGS } from './locale.js';
import { attachNavigation } from './navigation.js';
import { attachPlace, bookmark } from './place.js';
import { attachPrint } from './print.js';
import { watchScreen } from './screen.js';
import { queueTask } from './tasks.js';
import { currentTheme, themeControl, watchTheme } from './theme.js';
import { pageWords } from './words.js';

/** @typedef {import('./locale.js').Locale} Locale */

/** @typedef {import('./pkg/infographic.js').Theme} Theme */

/**
 * The colours in force: of the page, and of what stands on night blue.
 * @typedef {{ page: Theme, night: Theme }} Themes
 */

/**
 * What is attached to the page of one language.
 * @typedef {object} LivePage
 * @property {import('./edition.js').Edition} edition
 * @property {Locale} locale
 * @property {import('./words.js').Words} words
 * @property {Themes} themes
 * @property {LiveFigure[]} figures those that are live already
 * @property {boolean} left whether the page has been left
 * @property {(() => void)[]} undo
 */

/**
 * Brings the page to life.
 * @param {import('./edition.js').Edition} edition
 * @param {Locale} locale
 * @param {(locale: Locale) => void} open opens the page in another language
 * @returns {() => void} undoes it
 */
export function attachPage(edition, locale, open) {
  /** @type {LivePage} */
  const page = { edition, locale, words: pageWords(), themes: currentThemes(), figures: [], left: false, undo: [] };
  const unwatch = watchTheme(() => repaint(page));
  page.undo.push(
    unwatch,
    attachPrint(edition),
    watchScreen(() => page.figures.forEach((figure) => figure.redraw())),
  );
  if (document.querySelector('nav.chapters'))
    page.undo.push(
      attachNavigation(),
      attachPlace(),
      attachTools(page.words, open),
      attachIndex(page),
      attachPicture(page),
    );
  const stop = () => {
    unwatch();
    for (const figure of page.figures) figure.detach();
  };
  addEventListener('infographic-panic', stop, { once: true });
  page.undo.push(() => removeEventListener('infographic-panic', stop));
  attachFigures(page, [...document.querySelectorAll('figure.figure')]);
  return () => leave(page);
}

/**
 * Puts another text into the document; what was being read stays where it is.
 * @param {string} title
 * @param {DocumentFragment} body
 * @param {Locale} locale
 */
export function replacePage(title, body, locale) {
  const turnBack = bookmark();
  document.documentElement.lang = TAGS[locale];
  document.title = title;
  document.body.replaceChildren(body);
  turnBack();
}

/**
 * Brings the figures to life, one a task, so that what is asked for meanwhile is done in between.
 * @param {LivePage} page
 * @param {Element[]} hosts
 */
function attachFigures(page, [host, ...others]) {
  if (!(host instanceof HTMLElement) || page.left) return;
  const turnBack = bookmark();
  try {
    if (!hasPanicked())
      page.figures.push(new LiveFigure(host, page.edition.infographic, themeOf(host, page.themes), page.words));
  } catch (error) {
    find('.stage', host).after(faultNote(faultOf(error), error));
  }
  page.undo.push(attachActions(host, page.edition, page.words, page.locale));
  turnBack();
  queueTask(() => attachFigures(page, others));
}

/**
 * Paints every figure in the colours that are in force now.
 * @param {LivePage} page
 */
function repaint(page) {
  const before = page.themes;
  page.themes = currentThemes();
  for (const figure of page.figures) figure.setTheme(themeOf(figure.host, page.themes));
  free(before);
}

/** @returns {Themes} */
function currentThemes() {
  return { page: currentTheme(document.body), night: currentTheme(document.querySelector('.night') ?? document.body) };
}

/**
 * @param {Element} host
 * @param {Themes} themes
 */
function themeOf(host, themes) {
  return host.closest('.night') ? themes.night : themes.page;
}

/** @param {Themes} themes */
function free(themes) {
  themes.page.free();
  themes.night.free();
}

/**
 * Adds the controls of the whole page, and has the link to the other language, if there is one, turn the page in place.
 * @param {import('./words.js').Words} words
 * @param {(locale: Locale) => void} open
 * @returns {() => void} undoes it
 */
function attachTools(words, open) {
  const undo = new AbortController();
  const control = themeControl(words);
  find('#tools').prepend(control);
  const link = document.querySelector('a.language');
  link?.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      open(link.getAttribute('lang') === 'en' ? 'en' : 'zh');
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
 * @returns {() => void} undoes it
 */
function attachPicture(page) {
  const undo = new AbortController();
  const offer = document.querySelector('p.picture');
  if (!(offer instanceof HTMLElement)) return () => {};
  const attempt = attempts((note) => offer.append(note));
  // Firefox has dialogs since 98.
  if ('HTMLDialogElement' in window)
    offer.querySelector('a')?.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        attempt(async (wish) => {
          const { openPoster } = await part(import('./poster.js'));
          await openPoster(offer, page.words, page.locale, wish);
        });
      },
      { signal: undo.signal },
    );
  return () => undo.abort();
}

/**
 * Brings the index of all numbers to life when it comes near.
 * @param {LivePage} page
 * @returns {() => void} undoes it
 */
function attachIndex(page) {
  const attempt = attempts((note) => find('.index-tools').append(note));
  return whenNear('#numbers', () =>
    attempt(async () => {
      const { attachNumbers } = await part(import('./numbers.js'));
      if (!page.left) page.undo.push(attachNumbers(page.edition, page.words));
    }),
  );
}

/**
 * Takes away what was attached.
 * @param {LivePage} page
 */
function leave(page) {
  page.left = true;
  for (const figure of page.figures) figure.detach();
  for (const step of page.undo) step();
  if (hasPanicked()) return;
  page.edition.infographic.free();
  free(page.themes);
}

/**
 * Calls once, when an element comes near the window.
 * @param {string} selector
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
