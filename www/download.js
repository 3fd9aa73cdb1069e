// A figure to take away: picture, vector drawing, numbers. Loaded when first asked for.

import { openDialog, copyField } from './dialog.js';
import { make } from './dom.js';
import { currentTheme } from './theme.js';

/** The picture's width in CSS px, and how many pixels it has to each. */
const [WIDTH, RATIO] = [720, 2];

/**
 * Opens the download dialog of a figure.
 * @param {import('./edition.js').Edition} edition
 * @param {string} id
 * @param {import('./words.js').Words} words
 */
export async function openDownload(edition, id, words) {
  const theme = currentTheme();
  const poster = edition.infographic.poster(id);
  try {
    const canvas = make('canvas');
    const context = canvas.getContext('2d');
    if (!context) throw Object.assign(new Error('no 2d context'), { code: 'canvas' });
    const height = poster.layout(context, WIDTH, 1, poster.openingChoice());
    canvas.width = WIDTH * RATIO;
    canvas.height = height * RATIO;
    poster.paint(context, RATIO, theme, 1);
    context.resetTransform();
    context.globalAlpha = 1;
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--ground');
    context.fillRect(0, 0, canvas.width, canvas.height);
    const csv = await edition.csv(id);
    const image = make('img', {
      src: canvas.toDataURL('image/png'),
      alt: document.getElementById(`${id}-title`)?.textContent ?? id,
    });
    /** @type {Promise<Blob | null>} */
    const picture = new Promise((resolve) => canvas.toBlob(resolve));
    const links = make(
      'p',
      { class: 'downloads' },
      fileLink('PNG', `${id}.png`, await picture),
      fileLink('SVG', `${id}.svg`, new Blob([await edition.svg(id, poster, theme)], { type: 'image/svg+xml' })),
      fileLink('CSV', `${id}.csv`, new Blob([csv], { type: 'text/csv' })),
    );
    const dialog = openDialog(
      words.download,
      words,
      links,
      image,
      make('p', {}, words.longPress),
      copyField('CSV', csv, words).element,
    );
    dialog.addEventListener('close', () => {
      for (const link of links.querySelectorAll('a')) URL.revokeObjectURL(link.href);
    });
  } finally {
    poster.free();
    theme.free();
  }
}

/**
 * @param {string} label
 * @param {string} name
 * @param {Blob | null} blob
 */
function fileLink(label, name, blob) {
  return make('a', { class: 'button', download: name, href: blob ? URL.createObjectURL(blob) : '#' }, label);
}
