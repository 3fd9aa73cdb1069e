// The snippet that an editor pastes, with a live preview. Loaded when first asked for.

import { copyField, openDialog } from './dialog.js';
import { make } from './dom.js';

/** Preview widths in CSS px. */
/** @type {Record<string, number>} */
const WIDTHS = { phone: 360, desk: 640 };

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
    const published = 'root' in document.documentElement.dataset;
    const own = new URL(
      published ? `figure/${id}.${language.value()}.html` : `?figure=${id}&lang=${language.value()}`,
      root,
    );
    own.searchParams.set('theme', theme.value());
    if (transparent.checked) own.searchParams.set('background', 'transparent');
    return own.href;
  }

  function update() {
    const source = address();
    if (frame.src !== source) frame.src = source;
    frame.width = String(WIDTHS[width.value()]);
    write();
  }

  function write() {
    frame.height = String(height);
    // The preview has the title in the language that was chosen.
    const name = attribute(frame.contentDocument?.title || title);
    const whole = attribute(`${root}?lang=${language.value()}#${id}`);
    const link = `<a href="${whole}" target="_blank" rel="noopener">${name}</a>`;
    // A frame is see-through only where its colour scheme is that of the element around it.
    const scheme = transparent.checked && theme.value() !== 'auto' ? `;color-scheme:${theme.value()}` : '';
    plain.set(
      `<figure style="margin:0">\n<iframe src="${attribute(address())}" title="${name}" width="100%" height="${height}" ` +
        `style="border:0;width:100%${scheme}" loading="lazy" allow="fullscreen; clipboard-write; web-share" ` +
        `referrerpolicy="strict-origin-when-cross-origin"></iframe>\n<figcaption>${link}</figcaption>\n</figure>`,
    );
    const clear = transparent.checked ? ' background="transparent"' : '';
    scripted.set(
      `<banan-infographic figure="${id}" lang="${language.value()}" theme="${theme.value()}"${clear} height="${height}">` +
        `${link}</banan-infographic>\n<script async src="${attribute(`${root}embed.js`)}"></script>`,
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
 * Text for a quoted attribute.
 * @param {string} text
 */
function attribute(text) {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
