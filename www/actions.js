// What a reader or an editor can do with a figure: embed, share, take it away. The dialogs load when first asked for.

import { make } from './dom.js';
import { faultNote, faultOf } from './faults.js';

/**
 * Adds the row of actions under a figure.
 * @param {HTMLElement} host
 * @param {import('./pkg/infographic.js').Infographic} infographic
 * @param {import('./words.js').Words} words
 * @param {import('./locale.js').Locale} locale
 * @returns {() => void} undoes it
 */
export function attachActions(host, infographic, words, locale) {
  const id = host.dataset.figure ?? '';
  const title = host.querySelector('h3')?.textContent ?? id;
  const status = make('span', { role: 'status' });
  const row = make('p', { class: 'actions' });
  action(words.share, () => share(title, `${location.href.replace(/[?#].*/, '')}?lang=${locale}#${id}`, words, status));
  action(words.download, async () => (await import('./download.js')).openDownload(infographic, id, words));
  action(words.embed, async () => (await import('./embed-dialog.js')).openEmbed(id, title, words, locale));
  row.append(status);
  host.append(row);
  return () => row.remove();

  /**
   * @param {string} name
   * @param {() => Promise<void>} act
   */
  function action(name, act) {
    const button = make('button', { type: 'button', 'aria-label': `${name}: ${title}` }, name);
    button.addEventListener('click', () => act().catch((error) => row.after(faultNote(faultOf(error), error))));
    row.append(button);
  }
}

/**
 * Shares an address by the system's own sheet, else copies it, else shows it.
 * @param {string} title
 * @param {string} url
 * @param {import('./words.js').Words} words
 * @param {HTMLElement} status
 */
async function share(title, url, words, status) {
  try {
    if (navigator.share) await navigator.share({ title, url });
    else {
      await navigator.clipboard.writeText(url);
      status.textContent = words.copied;
    }
  } catch (error) {
    // A reader who closes the sheet has not failed; one whose browser forbids both still gets the address.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    status.textContent = url;
  }
}
