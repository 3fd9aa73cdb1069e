// The snippet that an editor pastes, with a live preview. Loaded when first asked for.

import { copyField, openDialog } from './dialog.js';
import { make } from './dom.js';

/** Preview widths in CSS px. */
/** @type {Record<string, number>} */
const WIDTHS = { phone: 360, desk: 680 };

/**
 * Opens the embed dialog of a figure.
 * @param {string} root the address of the site
 * @param {string} id
 * @param {string} title the figure's finding: the frame's name
 * @param {import('./words.js').Words} words
 * @param {import('./locale.js').Locale} locale
 */
export function openEmbed(root, id, title, words, locale) {
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
    scripted.element,
  );
  dialog.addEventListener('change', update);
  addEventListener('message', receive);
  document.addEventListener('securitypolicyviolation', refused);
  dialog.addEventListener('close', () => {
    removeEventListener('message', receive);
    document.removeEventListener('securitypolicyviolation', refused);
  });
  update();

  function address() {
    const query = new URLSearchParams({ figure: id, lang: language.value(), theme: theme.value() });
    if (transparent.checked) query.set('background', 'transparent');
    return `${root}?${query}`;
  }

  function update() {
    const source = address();
    if (frame.src !== source) frame.src = source;
    frame.width = String(WIDTHS[width.value()]);
    write();
  }

  function write() {
    const [name, source] = [attribute(title), attribute(address())];
    frame.height = String(height);
    plain.set(
      `<figure style="margin:0">\n<iframe src="${source}" title="${name}" width="100%" height="${height}" style="border:0;width:100%" loading="lazy" ` +
        `allow="fullscreen; clipboard-write; web-share" referrerpolicy="strict-origin-when-cross-origin"></iframe>\n` +
        `<figcaption><a href="${source}" target="_blank" rel="noopener">${name}</a></figcaption>\n</figure>`,
    );
    const extra = transparent.checked ? ' background="transparent"' : '';
    const script = attribute(`${root}embed.js`);
    scripted.set(
      `<script async src="${script}"></script>\n<banan-infographic figure="${id}" lang="${language.value()}" theme="${theme.value()}"${extra}>` +
        `<a href="${source}" target="_blank" rel="noopener">${name}</a></banan-infographic>`,
    );
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
    if (!(told > 0 && told < 20000) || told === height) return;
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
 * Text for a quoted attribute.
 * @param {string} text
 */
function attribute(text) {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
