// What a reader or an editor can do with a figure: share, take it away, embed, listen. What few use loads when first asked for.

import { attempts, latestWish, part } from './attempts.js';
import { chosenScene } from './choices.js';
import { copyText } from './copying.js';
import { find, make } from './dom.js';
import { isPublished, wholeAddress } from './settings.js';
import { share } from './share.js';

/** All figures share it: of two dialogs that are on their way the one asked for last opens. */
const beginDialog = latestWish();

/**
 * Adds the menu of what can be done with a figure to the line below it.
 * @param {HTMLElement} host
 * @param {import('./edition.js').Edition} edition
 * @param {import('./words.js').Words} words
 * @param {import('./locale.js').Locale} locale
 * @returns {() => void} undoes it
 */
export function attachActions(host, edition, words, locale) {
  const id = host.id;
  const title = host.querySelector('h1, h2, h3')?.textContent ?? id;
  const status = make('b', { role: 'status' });
  const list = make('div');
  const menu = make('details', { class: 'actions' }, make('summary', {}, words.tools, unseen(title)), list);
  const caption = find('figcaption', host);
  // Listening belongs to what is drawn, and is there where something can be heard.
  list.append(...caption.querySelectorAll('.listen'));
  const attempt = attempts((note) => host.append(note), beginDialog);
  const address = wholeAddress(locale, id);
  // Where neither is allowed the reader still gets the address.
  if ('share' in navigator)
    action(words.share, async () => {
      if (!(await share({ title, url: address }))) status.textContent = address;
    });
  else
    action(words.copyLink, async () => {
      status.textContent = (await copyText(address)) ? words.copied : address;
    });
  list.append(status);
  // Firefox has dialogs since 98.
  if ('HTMLDialogElement' in window) {
    action(words.download, async (wish) => {
      const scene = chosenScene(host);
      const { openDownload } = await part(import('./download.js'));
      if (!wish.aborted) await openDownload(edition, id, scene, words, wish);
    });
    action(words.embed, async (wish) => {
      const { openEmbed } = await part(import('./embed-dialog.js'));
      if (!wish.aborted) openEmbed(id, title, words, locale);
    });
    // Only a published site has the fragments that are pasted there.
    if (isPublished())
      action(words.wechat, async (wish) => {
        const { openMessenger } = await part(import('./messenger.js'));
        await openMessenger(id, words, locale, wish);
      });
  }
  list.append(make('p', { class: 'desk' }, words.keys));
  caption.append(menu);
  // A frame has no fold that it knows of, and moves no page of its host's.
  if (parent === window) menu.addEventListener('toggle', () => menu.open && list.scrollIntoView({ block: 'nearest' }));
  return () => {
    beginDialog();
    menu.remove();
  };

  /**
   * @param {string} name
   * @param {(wish: AbortSignal) => Promise<void>} act
   */
  function action(name, act) {
    const button = make('button', { type: 'button' }, name, unseen(title));
    button.addEventListener('click', () => attempt(act));
    list.append(button);
  }
}

/**
 * Which figure a button is for, for those who meet the button without it.
 * @param {string} title
 */
function unseen(title) {
  return make('span', { class: 'unseen' }, ` ${title}`);
}
