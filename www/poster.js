// The whole story as one picture, to keep and to send round. Loaded when first asked for.

import { attempts } from './attempts.js';
import { openDialog } from './dialog.js';
import { make } from './dom.js';
import { load } from './edition.js';
import { openMessenger } from './messenger.js';
import { isPublished } from './settings.js';
import { shareButton } from './share.js';
import { WHOLE } from './snippets.js';

/**
 * Opens the long picture in a dialog. Browsers inside messengers neither share nor download: there it is held to be saved.
 * @param {HTMLElement} offer the page's own paragraph, with a link to each file
 * @param {import('./words.js').Words} words
 * @param {import('./locale.js').Locale} locale
 * @param {AbortSignal} wish ends it before it opens
 */
export async function openPoster(offer, words, locale, wish) {
  const links = [...offer.querySelectorAll('a')];
  const [link] = links;
  if (!link) return;
  const response = await load(link.href, { wish, failure: 'file' });
  const file = new File([await response.blob()], link.download, { type: 'image/png' });
  if (wish.aborted) return;
  const ways = make('p', { class: 'downloads' }, ...shareButton(file, words));
  for (const way of links)
    ways.append(make('a', { class: 'button', href: way.href, download: way.download }, way.text));
  const article = make('button', { type: 'button', class: 'button' }, words.wechat);
  const attempt = attempts((note) => offer.append(note));
  if (isPublished()) ways.append(article);
  const image = make('img', { src: link.href, alt: document.title });
  const dialog = openDialog(offer.firstChild?.textContent ?? '', words, ways, image, make('p', {}, words.longPress));
  article.addEventListener('click', () => {
    dialog.close();
    attempt((change) => openMessenger(WHOLE, words, locale, change));
  });
}
