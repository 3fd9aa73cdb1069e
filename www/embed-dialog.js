// The snippet that an editor pastes, with a live preview. Loaded when first asked for.

import { FIGURE_PAGE } from './addresses.js';
import { copyField, openDialog } from './dialog.js';
import { make } from './dom.js';
import { isPublished, siteAddress, wholeAddress } from './settings.js';
import { ALLOW, FRAMED, REFERRER, SCRIPTED } from './snippets.js';

/** Preview widths in CSS px. */
/** @type {Record<string, number>} */
const WIDTHS = { phone: 360, desk: 640 };

/**
 * Opens the embed dialog of a figure.
 * @param {string} id
 * @param {string} title the figure's finding: the frame's name
 * @param {import('./words.js').Words} words
 * @param {import('./locale.js').Locale} locale
 */
export function openEmbed(id, title, words, locale) {
  const language = choice(
    words.embedLanguage,
    [
      ['zh', '中文'],
      ['en', 'English'],
    ],
    locale,
  );
  const theme = choice(
    words.theme,
    [
      ['auto', words.themeAuto],
      ['light', words.themeLight],
      ['dark', words.themeDark],
    ],
    'auto',
  );
  const width = choice(
    words.embedWidth,
    [
      ['phone', words.phone],
      ['desk', words.desk],
    ],
    'desk',
  );
  const transparent = make('input', { type: 'checkbox' });
  const frame = make('iframe', { title, loading: 'lazy' });
  const plain = copyField(words.embedPlain, '', words);
  const scripted = copyField(words.embedScript, '', words);
  let height = 600;
  let shown = '';

  const options = [
    language.element,
    theme.element,
    width.element,
    make('label', {}, transparent, ' ', words.embedTransparent),
  ];
  const dialog = openDialog(
    words.embedTitle,
    words,
    make('div', { class: 'options' }, ...options),
    frame,
    plain.element,
    make('p', { class: 'hint' }, words.embedSandbox),
    scripted.element,
  );
  dialog.addEventListener('change', update);
  frame.addEventListener('load', write);
  addEventListener('message', receive);
  document.addEventListener('securitypolicyviolation', refused);
  dialog.addEventListener('close', () => {
    removeEventListener('message', receive);
    document.removeEventListener('securitypolicyviolation', refused);
  });
  update();

  /** The figure's own page; the page that developers work on has none, and shows one figure of itself. */
  function address() {
    const page = FIGURE_PAGE.replace('{figure}', id).replace('{lang}', language.value());
    const own = new URL(isPublished() ? page : `?figure=${id}&lang=${language.value()}`, siteAddress());
    own.searchParams.set('theme', theme.value());
    if (transparent.checked) own.searchParams.set('background', 'transparent');
    return own.href;
  }

  function update() {
    const source = address();
    if (source !== shown) show(source);
    frame.width = String(WIDTHS[width.value()]);
    write();
  }

  /** @param {string} source */
  function show(source) {
    // In place of the one before: the reader's way back stays as it was.
    if (shown) frame.contentWindow?.location.replace(source);
    else frame.src = source;
    shown = source;
  }

  function write() {
    frame.height = String(height);
    // A frame is see-through only where its colour scheme is that of the element around it.
    const clear = transparent.checked && theme.value() !== 'auto';
    const texts = {
      address: address(),
      allow: ALLOW,
      background: transparent.checked ? 'transparent' : '',
      figure: id,
      height: String(height),
      lang: language.value(),
      referrer: REFERRER,
      root: siteAddress(),
      style: clear ? `;color-scheme:${theme.value()}` : '',
      theme: theme.value(),
      // The preview has the title in the language that was chosen.
      title: frame.contentDocument?.title || title,
      whole: wholeAddress(language.value(), id),
    };
    plain.set(fill(FRAMED, texts));
    scripted.set(fill(SCRIPTED, texts));
  }

  /**
   * Where the site's policy lets it frame nothing, not even itself, the preview opens in a window of its own.
   * @param {SecurityPolicyViolationEvent} event
   */
  function refused(event) {
    if (!/^(frame|child|default)-src/.test(event.effectiveDirective)) return;
    frame.replaceWith(make('p', {}, make('a', { href: address(), target: '_blank', rel: 'noopener' }, title)));
  }

  /** @param {MessageEvent} event */
  function receive(event) {
    if (event.source !== frame.contentWindow || event.data?.sentinel !== 'amp') return;
    const told = Number(event.data.height);
    if (!(told > 0 && told < 20000)) return;
    height = Math.ceil(told);
    write();
  }
}

/**
 * A labelled choice.
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} chosen
 */
function choice(label, options, chosen) {
  const select = make(
    'select',
    {},
    ...options.map(([value, name]) => make('option', { value, selected: value === chosen }, name)),
  );
  return { element: make('label', {}, label, ' ', select), value: () => select.value };
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
