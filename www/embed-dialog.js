// The snippet that an editor pastes, with a live preview. Loaded when first asked for.

import { copyField, openDialog } from './dialog.js';
import { make } from './dom.js';
import { told } from './locale.js';
import { isPublished, siteAddress, wholeAddress } from './settings.js';
import { ALLOW, FIGURE_PAGE, FRAMED, REFERRER, SCRIPTED } from './snippets.js';

/** Preview widths in CSS px. */
const WIDTHS = { phone: 360, desk: 640 };

/**
 * What an editor chooses for a frame.
 * @typedef {object} Wish
 * @property {import('./locale.js').Locale} lang
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {keyof typeof WIDTHS} width of the preview alone
 * @property {boolean} transparent whether the page around shows through
 */

/**
 * Opens the embed dialog of a figure.
 * @param {string} id
 * @param {string} title the figure's finding: the frame's name
 * @param {import('./words.js').Words} words
 * @param {import('./locale.js').Locale} locale
 */
export function openEmbed(id, title, words, locale) {
  const options = wishControls(words, locale);
  const plain = copyField(words.embedPlain, '', words);
  const scripted = copyField(words.embedScript, '', words);
  const preview = new Preview(id, title, () => {
    const texts = snippetTexts(id, options.wish(), preview);
    plain.set(fill(FRAMED, texts));
    scripted.set(fill(SCRIPTED, texts));
  });
  const dialog = openDialog(
    words.embedTitle,
    words,
    options.element,
    preview.frame,
    plain.element,
    make('p', { class: 'hint' }, words.embedSandbox),
    scripted.element,
  );
  const show = () => preview.show(options.wish());
  dialog.addEventListener('change', show);
  dialog.addEventListener('close', () => preview.undo.abort());
  show();
}

/**
 * The controls of a wish.
 * @param {import('./words.js').Words} words
 * @param {import('./locale.js').Locale} locale
 * @returns {{ element: HTMLElement, wish: () => Wish }}
 */
function wishControls(words, locale) {
  const lang = choice(words.embedLanguage, { zh: '中文', en: 'English' }, locale);
  const theme = choice(words.theme, { auto: words.themeAuto, light: words.themeLight, dark: words.themeDark }, 'auto');
  const width = choice(words.embedWidth, { phone: words.phone, desk: words.desk }, 'desk');
  const box = make('input', { type: 'checkbox' });
  const languages = told().length > 1 ? [lang.element] : [];
  const transparent = make('label', {}, box, ' ', words.embedTransparent);
  return {
    element: make('div', { class: 'options' }, ...languages, theme.element, width.element, transparent),
    wish: () => ({ lang: lang.value(), theme: theme.value(), width: width.value(), transparent: box.checked }),
  };
}

/** The frame as it will be in the editor's page. */
class Preview {
  /**
   * @param {string} id the figure's
   * @param {string} title
   * @param {() => void} changed called when it shows something else, or at another height
   */
  constructor(id, title, changed) {
    this.id = id;
    this.title = title;
    this.changed = changed;
    /** In CSS px; a guess until the frame has told it. */
    this.height = 600;
    this.frame = make('iframe', { title, loading: 'lazy', height: this.height });
    this.address = '';
    this.undo = new AbortController();
    const { signal } = this.undo;
    this.frame.addEventListener('load', changed);
    addEventListener('message', (event) => this.hear(event), { signal });
    document.addEventListener('securitypolicyviolation', (event) => this.giveWay(event), { signal });
  }

  /** @param {Wish} wish */
  show(wish) {
    const address = frameAddress(this.id, wish);
    // In place of the one before: the reader's way back stays as it was.
    if (this.address && address !== this.address) this.frame.contentWindow?.location.replace(address);
    if (!this.address) this.frame.src = address;
    this.address = address;
    this.frame.width = String(WIDTHS[wish.width]);
    this.changed();
  }

  /** Takes the height that the frame tells. @param {MessageEvent} event */
  hear(event) {
    if (event.source !== this.frame.contentWindow || event.data?.sentinel !== 'amp') return;
    const told = Number(event.data.height);
    if (!(told > 0 && told < 20000)) return;
    this.height = Math.ceil(told);
    this.frame.height = String(this.height);
    this.changed();
  }

  /**
   * Gives way to a link: where the site's policy lets it frame nothing, not even itself, the preview opens in a window of its own.
   * @param {SecurityPolicyViolationEvent} event
   */
  giveWay(event) {
    if (!/^(frame|child|default)-src/.test(event.effectiveDirective)) return;
    const link = make('a', { href: this.address, target: '_blank', rel: 'noopener' }, this.title);
    this.frame.replaceWith(make('p', {}, link));
  }
}

/**
 * The address that a frame shows: the figure's own page; the page that developers work on has none, and shows one figure of itself.
 * @param {string} id
 * @param {Wish} wish
 */
function frameAddress(id, { lang, theme, transparent }) {
  const page = FIGURE_PAGE.replace('{figure}', id).replace('{lang}', lang);
  const address = new URL(isPublished() ? page : `?figure=${id}&lang=${lang}`, siteAddress());
  address.searchParams.set('theme', theme);
  if (transparent) address.searchParams.set('background', 'transparent');
  return address.href;
}

/**
 * What the snippets' templates are filled with.
 * @param {string} id
 * @param {Wish} wish
 * @param {Preview} preview
 */
function snippetTexts(id, { lang, theme, transparent }, { address, frame, height, title }) {
  // A frame is see-through only where its colour scheme is that of the element around it.
  const clear = transparent && theme !== 'auto';
  return {
    address,
    allow: ALLOW,
    background: transparent ? 'transparent' : '',
    figure: id,
    height: String(height),
    lang,
    referrer: REFERRER,
    root: siteAddress(),
    style: clear ? `;color-scheme:${theme}` : '',
    theme,
    // The preview has the title in the language that was chosen.
    title: frame.contentDocument?.title || title,
    whole: wholeAddress(lang, id),
  };
}

/**
 * A labelled choice.
 * @template {string} Value
 * @param {string} label
 * @param {Record<Value, string>} names
 * @param {string} chosen
 */
function choice(label, names, chosen) {
  const options = Object.entries(names).map(([value, name]) =>
    make('option', { value, selected: value === chosen }, String(name)),
  );
  const select = make('select', {}, ...options);
  return { element: make('label', {}, label, ' ', select), value: () => /** @type {Value} */ (select.value) };
}

/**
 * A template with a text, made safe for markup, in place of each `{name}`.
 * @param {string} template
 * @param {Record<string, string>} texts
 */
function fill(template, texts) {
  const safe = (/** @type {string} */ text) =>
    text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return template.replace(/\{(\w+)\}/g, (_, name) => safe(texts[name] ?? ''));
}
