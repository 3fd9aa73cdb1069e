// Opens the page: language and theme first, then the wasm module and the story, then every figure as it comes near.

import { find } from './dom.js';
import { edition } from './edition.js';
import { faultNote, faultOf } from './faults.js';
import { meetsFloor } from './floor.js';
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

if (meetsFloor()) {
  openTheme();
  attachHeight();
  attachOffline();
  open(chooseLocale()).then(openPlace);
}

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
  const wanted = 'single' in document.documentElement.dataset ? undefined : asked('figure');
  const [{ body, title, live }, single] = await Promise.all([edition(locale), wanted && import('./single.js')]);
  const turnBack = bookmark();
  leave();
  leave = () => {};
  if (body) {
    document.documentElement.lang = TAGS[locale];
    document.title = title;
    document.body.replaceChildren(body);
  }
  if (wanted && single) {
    const figure = document.getElementById(wanted);
    if (figure?.matches('figure.figure')) single.isolate(figure, locale, pageWords());
    else find('main').prepend(faultNote('figure'));
  }
  if (body) turnBack();
  layOutInTurn([...document.querySelectorAll('.figure, .index tbody')]);
  const opened = await live;
  leave = attachPage(opened, locale, open);
}
