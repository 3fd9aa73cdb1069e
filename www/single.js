// One figure by itself, for a frame that asks the whole page for it (`?figure=`). Loaded when it is asked for.

import { all, find, make } from './dom.js';
import { wholeAddress } from './settings.js';

/**
 * Leaves one figure of the page, as a frame in another page shows it. What comes of it is what `single` in src/page/mod.rs
 * writes.
 * @param {HTMLElement} figure
 * @param {import('./locale.js').Locale} locale
 * @param {import('./words.js').Words} words
 */
export function isolate(figure, locale, words) {
  const credit = [...find('.credit').childNodes];
  const [corrections] = all('#corrections');
  corrections?.removeAttribute('open');
  const href = wholeAddress(locale, figure.id);
  find('.paragraphs', figure).before(make('span', { class: 'credit' }, ...credit));
  find('figcaption', figure).append(
    ...(corrections ? [corrections] : []),
    make('a', { class: 'whole', href, target: '_blank', rel: 'noopener' }, words.whole),
  );
  const night = figure.closest('.night') ? ' night' : '';
  figure.className = 'figure two-thirds';
  document.documentElement.dataset.single = figure.id;
  const heading = find('h2, h3', figure);
  document.title = heading.textContent ?? document.title;
  heading.replaceWith(make('h1', { id: heading.id }, document.title));
  document.body.replaceChildren(make('main', { class: `single${night}`, id: 'story' }, figure), find('#words'));
}
