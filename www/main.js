// Opens the page: language and theme first, then the wasm module and the story, then every figure as it comes near.

import { find, make } from './dom.js';
import { edition } from './edition.js';
import { faultNote, faultOf } from './faults.js';
import { announceHeight, attachHeight } from './height.js';
import { TAGS, chooseLocale } from './locale.js';
import { bookmark, openPlace } from './navigation.js';
import { attachOffline } from './offline.js';
import { attachPage } from './page.js';
import { asked } from './settings.js';
import { openTheme } from './theme.js';
import { layOutInTurn } from './turns.js';
import { pageWords } from './words.js';

/** @typedef {import('./locale.js').Locale} Locale */

/** Undoes what is attached to the page of one language. */
let leave = () => {};

openTheme();
attachHeight();
attachOffline();
open(chooseLocale()).then(openPlace);

/**
 * Opens the page in a language, and says so where it cannot.
 * @param {Locale} locale
 */
async function open(locale) {
  try {
    await turnTo(locale);
  } catch (error) {
    const place = document.querySelector('main') ?? document.body;
    place.prepend(faultNote(faultOf(error), error));
  }
  announceHeight();
}

/**
 * Turns to the page of a language: first its text, which needs no program, then its figures.
 * @param {Locale} locale
 */
async function turnTo(locale) {
  const { body, title, live } = await edition(locale);
  const figure = 'single' in document.documentElement.dataset ? undefined : asked('figure');
  const turnBack = bookmark();
  leave();
  leave = () => {};
  if (body) {
    document.documentElement.lang = TAGS[locale];
    document.title = title;
    document.body.replaceChildren(body);
  }
  if (figure) single(figure, locale);
  if (body) turnBack();
  layOutInTurn([...document.querySelectorAll('.figure, .index tbody')]);
  const opened = await live;
  leave = attachPage(opened, locale, open);
}

/**
 * Leaves one figure of the page, as a frame in another page shows it; the whole page where there is no such figure. What
 * comes of it is what `single` in src/page/mod.rs writes.
 * @param {string} id
 * @param {Locale} locale
 */
function single(id, locale) {
  const figure = document.getElementById(id);
  if (!figure?.matches('figure.figure')) {
    find('main').prepend(faultNote('figure'));
    return;
  }
  const words = pageWords();
  const disclosure = find('summary', figure);
  disclosure.textContent = words.notesAndTable;
  disclosure.after(...figure.querySelectorAll('.notes'));
  const href = `${location.pathname}?lang=${locale}#${id}`;
  find('figcaption', figure).append(
    make('a', { class: 'whole', href, target: '_blank', rel: 'noopener' }, words.whole),
  );
  document.documentElement.dataset.single = id;
  const heading = find('h3', figure);
  document.title = heading.textContent ?? document.title;
  heading.replaceWith(make('h1', { id: heading.id }, document.title));
  document.body.replaceChildren(make('main', { class: 'single', id: 'story' }, figure), find('#words'));
}
