// A figure to take away: picture, vector drawing, numbers. Loaded when first asked for.

import { openDialog, copyField } from './dialog.js';
import { make } from './dom.js';
import { faultNote } from './faults.js';
import { png, raster } from './pixels.js';
import { shareButton } from './share.js';

/** How wide the picture is, in pixels. */
const WIDTH = 1440;

/** Where drawings stand as narrow as on a phone: see styles/figure.css. */
const PHONE = '(max-width: 39.99em)';

/**
 * Opens the download dialog of a figure, with the scene that its reader has chosen. A format that fails does not keep the others
 * away.
 * @param {import('./edition.js').Edition} edition
 * @param {string} id
 * @param {import('./choices.js').Scene | undefined} scene the chosen one
 * @param {import('./words.js').Words} words
 * @param {AbortSignal} wish ends it before it opens
 */
export async function openDownload(edition, id, scene, words, wish) {
  const name = scene ? `${id} (${scene.name})` : id;
  const { matches: phone } = matchMedia(PHONE);
  const [svg, csv] = await Promise.allSettled([edition.svg(id, scene?.choice, phone), edition.csv(id)]);
  if (svg.status === 'rejected' && csv.status === 'rejected') throw svg.reason;
  const links = make('p', { class: 'downloads' });
  /** @type {HTMLElement[]} */
  const content = [];
  if (svg.status === 'fulfilled') {
    const picture = await pixels(svg.value).catch(() => null);
    if (picture) {
      const file = new File([picture.blob], `${name}.png`, { type: 'image/png' });
      links.append(...shareButton(file, words), fileLink('PNG', file.name, file));
      const alt = document.getElementById(`${id}-title`)?.textContent ?? id;
      content.push(make('img', { src: picture.address, alt }), make('p', {}, words.longPress));
    } else content.push(make('p', { class: 'fault' }, words.noPicture));
    links.append(fileLink('SVG', `${name}.svg`, new Blob([svg.value], { type: 'image/svg+xml' })));
  }
  if (csv.status === 'fulfilled') {
    links.append(fileLink('CSV', `${id}.csv`, csv.value));
    const { element } = copyField('CSV', await csv.value.text(), words);
    element.classList.add('desk');
    content.push(element);
  }
  const failed = [svg, csv].find(({ status }) => status === 'rejected');
  if (wish.aborted) return;
  const dialog = openDialog(words.download, words, links, ...content);
  if (failed?.status === 'rejected') links.after(faultNote('file', failed.reason, again));
  dialog.addEventListener('close', () => {
    for (const link of links.querySelectorAll('a')) URL.revokeObjectURL(link.href);
  });

  function again() {
    dialog.close();
    // The dialog has closed, so a second failure is told under the figure.
    openDownload(edition, id, scene, words, wish).catch((error) =>
      document.getElementById(id)?.append(faultNote('file', error)),
    );
  }
}

/**
 * A picture's pixels, {@link WIDTH} of them in a row, as a file and as an address.
 * @param {string} svg
 */
async function pixels(svg) {
  const canvas = await raster(svg, ({ width, height }) => ({
    width: WIDTH,
    height: Math.round((height * WIDTH) / width),
  }));
  return { blob: await png(canvas), address: canvas.toDataURL('image/png') };
}

/**
 * @param {string} label
 * @param {string} name
 * @param {Blob} blob
 */
function fileLink(label, name, blob) {
  return make('a', { class: 'button', download: name, href: URL.createObjectURL(blob) }, label);
}
