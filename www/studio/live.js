// The page of a story that is being edited: the very page that the site publishes, in a frame of the studio, which gives it the
// story. A story that cannot be told leaves the last page in place.

import init, * as wasm from '../pkg/infographic.js';
import { fragment } from '../dom.js';
import { attachPage, replacePage } from '../page.js';
import { editionOf } from '../standalone.js';
import { queueLayout } from '../tasks.js';
import { keepRooms, picturesNow, putPictures } from './before.js';
import { isTrap } from './engine-faults.js';

/** @typedef {import('../locale.js').Locale} Locale */
/** @typedef {{ story: object, locale: Locale, theme: 'light' | 'dark' }} Shown */

/**
 * What the frame tells: that it can be given a story; that it shows the one it was given, and how long it took, in ms; that the
 * reader asks for another language; what is wrong with the story; that it must be loaded anew.
 * @typedef {{ type: 'ready' } | { type: 'shown', took: number } | { type: 'language', locale: Locale }
 *   | { type: 'refused', message: string } | { type: 'stopped' }} Told
 */

/** What the studio asks: to show a story, or to go to one of its figures. @typedef {Shown | { figure: string }} Asked */

/** Undoes what is attached to the page that is shown. */
let leave = () => {};

/** @param {Told} told */
const tell = (told) => parent.postMessage(told, location.origin);

/** Has the studio turn the page to a language. @param {Locale} locale */
const turnTo = (locale) => tell({ type: 'language', locale });

/** @param {Shown} shown */
function show({ story, locale, theme }) {
  const began = performance.now();
  document.documentElement.dataset.theme = theme;
  const infographic = new wasm.Infographic(story, locale);
  const body = fragment(infographic.pageHtml());
  putPictures(body, picturesNow());
  keepRooms(body, infographic);
  leave();
  replacePage(body.querySelector('h1')?.textContent ?? '', body, locale);
  queueLayout([...document.querySelectorAll('.figure:not(.laid), .index tbody')]);
  leave = attachPage(editionOf(infographic), locale, turnTo);
  tell({ type: 'shown', took: performance.now() - began });
}

/** @param {Asked} asked */
function receive(asked) {
  try {
    if ('figure' in asked) sought = asked.figure;
    else show(asked);
    follow();
  } catch (error) {
    tell(isTrap(error) ? { type: 'stopped' } : { type: 'refused', message: String(error) });
  }
}

/** The figure to go to, as soon as the page has it. */
let sought = '';

/** Goes to the figure that is sought. */
function follow() {
  const figure = document.getElementById(sought);
  if (!figure) return;
  figure.scrollIntoView();
  sought = '';
}

/** Until the page's controls have come, its link to the other language would lead the frame away. @param {MouseEvent} event */
function turnByLink(event) {
  const link = event.target instanceof Element ? event.target.closest('a.language') : null;
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  turnTo(link.getAttribute('lang') === 'en' ? 'en' : 'zh');
}

addEventListener('click', turnByLink, { capture: true });
addEventListener('infographic-panic', () => tell({ type: 'stopped' }));
await init({ module_or_path: document.documentElement.dataset.module });
addEventListener('message', ({ data, origin, source }) => {
  if (source === parent && origin === location.origin) receive(data);
});
tell({ type: 'ready' });
