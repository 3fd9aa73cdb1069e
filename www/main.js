// Opens the page: language and theme first, then the wasm module and the story, then every figure as it comes near.

import { attempts, part } from './attempts.js';
import { all, find } from './dom.js';
import { edition } from './edition.js';
import { faultNote } from './faults.js';
import { meetsFloor } from './floor.js';
import { announceHeight, attachHeight } from './height.js';
import { chooseLocale, keepLocale } from './locale.js';
import { openPlace } from './navigation.js';
import { attachOffline } from './offline.js';
import { attachPage, replacePage } from './page.js';
import { hasMoved, restorePlace, watchMoves } from './place.js';
import { beginAfresh } from './saved.js';
import { asked } from './settings.js';
import { queueLayout } from './tasks.js';
import { colorsReady, openTheme } from './theme.js';
import { pageWords } from './words.js';

/** @typedef {import('./locale.js').Locale} Locale */

/** Undoes what is attached to the page of one language. */
let leave = () => {};

const attempt = attempts((note) => (document.querySelector('main') ?? document.body).prepend(note));

watchMoves();

// The document does not wait for this script: until it was complete, the browser would not go to the part that the address names.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();

function start() {
  if (!meetsFloor()) return;
  beginAfresh();
  openTheme();
  attachHeight();
  attachOffline();
  restorePlace();
  open(chooseLocale());
}

/**
 * Opens the page in a language, and says so where it cannot.
 * @param {Locale} locale
 * @param {boolean} [chosen] whether the reader chose it just now
 */
async function open(locale, chosen = false) {
  await attempt((wish) => turnTo(locale, chosen, wish));
  announceHeight();
}

/**
 * Turns to the page of a language: first its text, which needs no program, then its figures.
 * @param {Locale} locale
 * @param {boolean} chosen
 * @param {AbortSignal} wish
 */
async function turnTo(locale, chosen, wish) {
  const wanted = 'single' in document.documentElement.dataset ? undefined : asked('figure');
  const loading = wanted ? part(import('./single.js')) : undefined;
  // A failure of the script is told below, in the language of the text.
  const [text] = await Promise.all([edition(locale, wish), loading?.catch(() => undefined)]);
  if (wish.aborted) return;
  locale = text.locale;
  leave();
  leave = () => {};
  if (text.body) {
    // A reader who has scrolled stays where she is, and so does one whom the browser has brought back to her place.
    const opening = !chosen && scrollY === 0 && !hasMoved();
    replacePage(text.title, text.body, locale);
    if (opening) openPlace();
  }
  if (chosen) keepLocale(locale);
  const single = await loading;
  if (wanted && single) {
    const figure = document.getElementById(wanted);
    if (figure?.matches('figure.figure')) single.isolate(figure, locale, pageWords());
    else find('main').prepend(faultNote('figure'));
  }
  queueLayout([...all('.figure'), ...all('.index tbody')]);
  const live = await text.live;
  // Without the stylesheet the still drawings stay, which have colours of their own.
  const colored = await colorsReady();
  if (wish.aborted || !colored) return live.infographic.free();
  leave = attachPage(live, locale, (other) => open(other, true));
}
