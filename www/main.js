// Opens the page: language and theme first, then the wasm module and the story, then every figure as it comes near.

import { attachActions } from './actions.js';
import { edition } from './edition.js';
import { find, make } from './dom.js';
import { faultNote, faultOf } from './faults.js';
import { attachFigure } from './figure.js';
import { announceHeight, attachHeight } from './height.js';
import { TAGS, chooseLocale, keepLocale } from './locale.js';
import { attachNavigation, openPlace } from './navigation.js';
import { attachPrint } from './print.js';
import { asked } from './settings.js';
import { currentTheme, openTheme, themeControl, watchTheme } from './theme.js';
import { pageWords } from './words.js';

/** @typedef {import('./locale.js').Locale} Locale */

/** Undoes what is attached to the page of one language. */
let leave = () => {};

openTheme();
attachHeight();
open(chooseLocale()).then(openPlace, (error) => {
  const place = document.querySelector('main') ?? document.body;
  place.prepend(faultNote(faultOf(error), error));
});

/**
 * Opens the page in a language.
 * @param {Locale} locale
 */
async function open(locale) {
  const opened = await edition(locale);
  const { body, title } = opened;
  const figure = asked('figure');
  leave();
  if (body) {
    document.documentElement.lang = TAGS[locale];
    document.title = title;
    const place = window.scrollY;
    document.body.replaceChildren(body);
    window.scrollTo(0, place);
  }
  if (figure) single(figure);
  leave = attach(opened, locale);
  announceHeight();
}

/**
 * Leaves one figure of the page, as a frame in another page shows it.
 * @param {string} id
 */
function single(id) {
  const figure = document.getElementById(id);
  if (!figure?.matches('figure.figure')) throw Object.assign(new Error(`no figure ${id}`), { code: 'figure' });
  const whole = make('a', { href: `${location.pathname}#${id}`, target: '_blank', rel: 'noopener' }, pageWords().whole);
  const main = make('main', { class: 'single', id: 'story' }, figure, make('p', { class: 'whole' }, whole));
  document.body.replaceChildren(main, find('#words'));
}

/**
 * Brings the page to life.
 * @param {import('./edition.js').Edition} edition
 * @param {Locale} locale
 * @returns {() => void} undoes it
 */
function attach(edition, locale) {
  const { infographic } = edition;
  const words = pageWords();
  let theme = currentTheme();
  const views = [...document.querySelectorAll('figure.figure')].flatMap((host) => {
    try {
      return host instanceof HTMLElement ? [attachFigure(host, infographic, theme, words)] : [];
    } catch (error) {
      host.querySelector('.stage')?.after(faultNote(faultOf(error), error));
      return [];
    }
  });
  const unwatch = watchTheme(() => {
    const before = theme;
    theme = currentTheme();
    for (const view of views) view.setTheme(theme);
    before.free();
  });
  const hosts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('figure.figure')]);
  const undo = [
    unwatch,
    attachPrint(),
    ...views.map((view) => view.detach),
    ...hosts.map((host) => attachActions(host, edition, words, locale)),
  ];
  if (document.querySelector('nav.chapters'))
    undo.push(attachNavigation(), attachTools(), whenNear('#numbers', numbers));
  addEventListener('infographic-panic', stopAll, { once: true });
  undo.push(() => removeEventListener('infographic-panic', stopAll));

  function stopAll() {
    for (const view of views) view.detach();
  }

  async function numbers() {
    const { attachNumbers } = await import('./numbers.js');
    undo.push(attachNumbers(edition, words));
  }

  function attachTools() {
    const tools = find('#tools');
    const control = themeControl(words);
    tools.append(control);
    const language = find('a.language');
    language.addEventListener('click', (event) => {
      const locale = language.dataset.lang === 'en' ? 'en' : 'zh';
      event.preventDefault();
      keepLocale(locale);
      open(locale).catch((error) => tools.append(faultNote(faultOf(error), error)));
    });
    return () => control.remove();
  }

  return () => {
    for (const step of undo) step();
    infographic.free();
    theme.free();
  };
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
