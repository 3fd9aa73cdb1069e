// A figure to take away: picture, vector drawing, numbers. Loaded when first asked for.

import { openDialog, copyField } from './dialog.js';
import { make } from './dom.js';

/** How many pixels the picture has to each CSS px. */
const RATIO = 2;

/**
 * Opens the download dialog of a figure.
 * @param {import('./edition.js').Edition} edition
 * @param {string} id
 * @param {import('./words.js').Words} words
 * @param {AbortSignal} wish ends it before it opens
 */
export async function openDownload(edition, id, words, wish) {
  const [svg, csv] = await Promise.all([edition.svg(id), edition.csv(id)]);
  const canvas = await pixels(svg);
  const image = make('img', {
    src: canvas.toDataURL('image/png'),
    alt: document.getElementById(`${id}-title`)?.textContent ?? id,
  });
  /** @type {Promise<Blob | null>} */
  const picture = new Promise((resolve) => canvas.toBlob(resolve));
  const blob = await picture;
  if (wish.aborted) return;
  const links = make(
    'p',
    { class: 'downloads' },
    fileLink('PNG', `${id}.png`, blob),
    fileLink('SVG', `${id}.svg`, new Blob([svg], { type: 'image/svg+xml' })),
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
}

/**
 * A picture's pixels, {@link RATIO} to a CSS px.
 * @param {string} svg
 */
async function pixels(svg) {
  const picture = new Image();
  // As data, not as a blob: a canvas that has drawn a blob's SVG will not give its pixels away everywhere.
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = make('canvas', { width: picture.width * RATIO, height: picture.height * RATIO });
  const context = canvas.getContext('2d');
  if (!context) throw Object.assign(new Error('no 2d context'), { code: 'canvas' });
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * @param {string} label
 * @param {string} name
 * @param {Blob | null} blob
 */
function fileLink(label, name, blob) {
  return make('a', { class: 'button', download: name, href: blob ? URL.createObjectURL(blob) : '#' }, label);
}
