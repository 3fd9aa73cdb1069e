// A figure or the whole story for an article inside a messenger: to be copied, and as it will be there. Loaded when first asked for.

import { attempts } from './attempts.js';
import { cleaned, dress } from './cleaner.js';
import { copyMarkup } from './copying.js';
import { copyField, openDialog } from './dialog.js';
import { make } from './dom.js';
import { load } from './edition.js';
import { siteAddress } from './settings.js';
import { FRAGMENT, WHOLE } from './snippets.js';

/** @typedef {import('./words.js').Words} Words */

/**
 * Opens the dialog from which a figure or the whole story is copied.
 * @param {string} name the figure's, or {@link WHOLE}
 * @param {Words} words
 * @param {import('./locale.js').Locale} locale
 * @param {AbortSignal} wish ends it before it opens
 */
export async function openMessenger(name, words, locale, wish) {
  let source = await loadFragment(name, locale);
  if (wish.aborted) return;
  const figure = name !== WHOLE;
  const choices = figure ? [make('option', { value: name }, words.wechatFigure)] : [];
  const what = make('select', {}, ...choices, make('option', { value: WHOLE }, words.wechatWhole));
  const status = make('span', { role: 'status' });
  const copy = make('button', { type: 'button', class: 'button' }, words.copy);
  const byHand = make('div');
  const picture = make('a', { class: 'button', download: '', href: address(name, locale, 'png') }, 'PNG');
  const themes = [article(words.themeLight, 'light'), article(words.themeDark, 'dark')];
  const dialog = openDialog(
    words.wechat,
    words,
    make(
      'div',
      { class: 'options downloads' },
      make('label', {}, words.wechatWhat, ' ', what),
      copy,
      ...(figure ? [picture] : []),
      status,
    ),
    make('p', { class: 'hint' }, words.wechatCheck),
    byHand,
    make('div', { class: 'articles' }, ...themes),
  );
  dialog.classList.add('broad');
  const attempt = attempts((note) => byHand.after(note));
  copy.addEventListener('click', async () => {
    const copied = await copyMarkup(source);
    status.textContent = copied ? words.copied : '';
    byHand.replaceChildren(...(copied ? [] : [copyField(words.wechatSource, source, words).element]));
  });
  what.addEventListener('change', () =>
    attempt(async (change) => {
      const loaded = await loadFragment(what.value, locale);
      if (!change.aborted) show(loaded);
    }),
  );
  show(source);

  /** @param {string} loaded */
  function show(loaded) {
    source = loaded;
    status.textContent = '';
    byHand.replaceChildren();
    for (const { shadowRoot } of themes) {
      shadowRoot?.replaceChildren(...cleaned(source).childNodes);
      if (shadowRoot) dress(shadowRoot);
    }
  }
}

/**
 * @param {string} name
 * @param {string} locale
 * @param {string} kind
 */
function address(name, locale, kind) {
  const file = FRAGMENT.replace('{name}', name).replace('{lang}', locale).replace('{kind}', kind);
  return siteAddress() + file;
}

/**
 * @param {string} name
 * @param {string} locale
 */
async function loadFragment(name, locale) {
  return (await load(address(name, locale, 'html'), { failure: 'file' })).text();
}

/**
 * A phone's column, in which none of the page's own styles hold.
 * @param {string} name
 * @param {string} theme
 */
function article(name, theme) {
  const column = make('div', { class: theme, role: 'group', 'aria-label': name, tabindex: 0 });
  column.attachShadow({ mode: 'open' });
  return column;
}
