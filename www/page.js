// Brings the page of one language to life, and takes all of that away again.

import { attachActions } from './actions.js';
import { find } from './dom.js';
import { faultNote, faultOf, hasPanicked } from './faults.js';
import { attachFigure } from './figure.js';
import { keepLocale } from './locale.js';
import { attachNavigation, attachPlace, bookmark } from './navigation.js';
import { attachPrint } from './print.js';
import { watchScreen } from './screen.js';
import { currentTheme, themeControl, watchTheme } from './theme.js';
import { inTurn } from './turns.js';
import { pageWords } from './words.js';

/** @typedef {import('./locale.js').Locale} Locale */

/**
 * Brings the page to life.
 * @param {import('./edition.js').Edition} edition
 * @param {Locale} locale
 * @param {(locale: Locale) => void} open opens the page in another language
 * @returns {() => void} undoes it
 */
export function attachPage(edition, locale, open) {
  const { infographic } = edition;
  const words = pageWords();
  let theme = currentTheme();
  const hosts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('figure.figure')]);
  /** @type {import('./figure.js').View[]} */
  const views = [];
  const unwatch = watchTheme(() => {
    const before = theme;
    theme = currentTheme();
    for (const view of views) view.setTheme(theme);
    before.free();
  });
  let left = false;
  const undo = [unwatch, attachPrint(), watchScreen(() => views.forEach((view) => view.redraw()))];
  if (document.querySelector('nav.chapters'))
    undo.push(attachNavigation(), attachPlace(), attachTools(), whenNear('#numbers', numbers));
  addEventListener('infographic-panic', stopAll, { once: true });
  undo.push(() => removeEventListener('infographic-panic', stopAll));

  attachNext();

  /** Brings the next figure to life; the others follow, each in a turn of its own, and what is asked for meanwhile in between. */
  function attachNext() {
    const host = hosts.shift();
    if (!host || left) return;
    const stay = bookmark();
    try {
      if (!hasPanicked()) views.push(attachFigure(host, infographic, theme, words));
    } catch (error) {
      find('.stage', host).after(faultNote(faultOf(error), error));
    }
    undo.push(attachActions(host, edition, words, locale));
    stay();
    inTurn(attachNext);
  }

  function stopAll() {
    unwatch();
    for (const view of views) view.detach();
  }

  async function numbers() {
    const { attachNumbers } = await import('./numbers.js');
    if (left) return;
    undo.push(attachNumbers(edition, words, (error) => faultNote(faultOf(error), error)));
  }

  function attachTools() {
    const tools = find('#tools');
    const controls = [themeControl(words)];
    tools.prepend(...controls);
    const language = find('a.language');
    language.addEventListener('click', (event) => {
      const locale = language.dataset.lang === 'en' ? 'en' : 'zh';
      event.preventDefault();
      keepLocale(locale);
      open(locale);
    });
    return () => controls.forEach((control) => control.remove());
  }

  return () => {
    left = true;
    for (const view of views) view.detach();
    for (const step of undo) step();
    if (hasPanicked()) return;
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
