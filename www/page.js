// Brings the page of one language to life, and takes all of that away again.

import { attempts, part } from './attempts.js';
import { all, find } from './dom.js';
import { faultNote, faultOf, hasPanicked } from './faults.js';
import { LiveFigure } from './figure.js';
import { TAGS } from './locale.js';
import { bookmark } from './place.js';
import { watchScreen } from './screen.js';
import { queueTask } from './tasks.js';
import { currentTheme, watchTheme } from './theme.js';

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
 * @property {(locale: Locale) => void} open opens the page in another language
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
  const page = { edition, locale, open, themes: currentThemes(), figures: [], left: false, undo: [] };
  const unwatch = watchTheme(() => repaint(page));
  page.undo.push(
    unwatch,
    watchScreen(() => page.figures.forEach((figure) => figure.redraw())),
  );
  const stop = () => {
    unwatch();
    for (const figure of page.figures) figure.detach();
  };
  addEventListener('infographic-panic', stop, { once: true });
  page.undo.push(() => removeEventListener('infographic-panic', stop));
  attachFigures(page, all('.figure'));
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
 * Brings the figures to life, one a task, so that what is asked for meanwhile is done in between; then all that a reader acts by.
 * @param {LivePage} page
 * @param {Element[]} hosts
 */
function attachFigures(page, [host, ...others]) {
  if (page.left) return;
  if (!(host instanceof HTMLElement)) return addControls(page);
  try {
    if (!hasPanicked()) page.figures.push(new LiveFigure(host, page.edition.infographic, themeOf(host, page.themes)));
  } catch (error) {
    find('.stage', host).after(faultNote(faultOf(error), error));
  }
  queueTask(() => attachFigures(page, others));
}

/**
 * Adds what a reader acts by, which the first sight of the page need not wait for.
 * @param {LivePage} page
 */
function addControls(page) {
  const attempt = attempts((note) => find('main').prepend(note));
  attempt(async () => {
    const { attachControls } = await part(import('./controls.js'));
    if (!page.left) attachControls(page);
  });
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

function currentThemes() {
  return { page: currentTheme(document.body), night: currentTheme(all('.night')[0] ?? document.body) };
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
