// Opens the page: language and theme first, then the wasm module and the story, then every figure as it comes near.

import init, { Infographic, bundledStory } from './pkg/infographic.js';
import { attachActions } from './actions.js';
import { find, fragment } from './dom.js';
import { faultNote, faultOf } from './faults.js';
import { attachFigure } from './figure.js';
import { announceHeight, attachHeight } from './height.js';
import { TAGS, chooseLocale, keepLocale } from './locale.js';
import { attachNavigation, openPlace } from './navigation.js';
import { asked } from './settings.js';
import { currentTheme, openTheme, themeControl, watchTheme } from './theme.js';

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
  const wasm = document.querySelector('link#wasm');
  await init(wasm instanceof HTMLLinkElement ? { module_or_path: wasm.href } : undefined);
  const infographic = new Infographic(await story(locale), locale);
  leave();
  write(infographic, locale);
  leave = attach(infographic, locale);
  announceHeight();
}

/**
 * The story in a language: from the page, from the module, or from beside the page.
 * @param {Locale} locale
 * @returns {Promise<object>}
 */
async function story(locale) {
  const embedded = document.querySelector('script#story-data')?.textContent;
  const text = embedded ?? bundledStory();
  const here = text ? JSON.parse(text) : undefined;
  if (here?.locales?.includes(locale)) return here;
  const link = document.querySelector(`link[rel="alternate"][type="application/json"][hreflang="${TAGS[locale]}"]`);
  if (!(link instanceof HTMLLinkElement)) throw Object.assign(new Error(`no story in ${locale}`), { code: 'locale' });
  const response = await fetch(link.href);
  if (!response.ok) throw Object.assign(new Error(`${link.href}: ${response.status}`), { code: 'story' });
  return response.json();
}

/**
 * Writes the page, unless it stands there already in this language.
 * @param {Infographic} infographic
 * @param {Locale} locale
 */
function write(infographic, locale) {
  const root = document.documentElement;
  const figure = asked('figure');
  if (document.querySelector('main') && root.lang === TAGS[locale] && !figure) return;
  root.lang = TAGS[locale];
  document.title = infographic.title();
  const place = window.scrollY;
  document.body.replaceChildren(fragment(figure ? infographic.singleHtml(figure) : infographic.pageHtml()));
  window.scrollTo(0, place);
}

/**
 * Brings the page to life.
 * @param {Infographic} infographic
 * @param {Locale} locale
 * @returns {() => void} undoes it
 */
function attach(infographic, locale) {
  const words = infographic.words();
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
  const undo = [unwatch, ...views.map((view) => view.detach), ...hosts.map((host) => attachActions(host, infographic, words, locale))];
  if (document.querySelector('nav.chapters')) undo.push(attachNavigation(), attachTools());
  addEventListener('infographic-panic', stopAll, { once: true });
  undo.push(() => removeEventListener('infographic-panic', stopAll));

  function stopAll() {
    for (const view of views) view.detach();
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
