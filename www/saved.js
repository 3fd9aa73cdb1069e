// A page that a reader has saved comes with what its script had added. Where the script runs again, all of that goes first; where
// it does not run, styles/saved.css brings the still drawings back.

/** What tells the two apart: an element that only a running script has defined. */
const SIGN = 'live-page';

const ADDED = `.stage canvas, .stage img.paper, .marks, .callout, .choices:not(.room), .actions, .listen, .fault, dialog, .index-tools > *,
  .tools > :not(a), ${SIGN}`;

/** Takes away what the script of a saved page had added, and leaves the sign that it runs. */
export function beginAfresh() {
  if (document.querySelector(SIGN)) {
    for (const element of document.querySelectorAll(ADDED)) element.remove();
    for (const button of document.querySelectorAll('th button')) button.replaceWith(button.textContent ?? '');
    for (const stage of document.querySelectorAll('.stage')) {
      stage.classList.remove('live', 'drawn');
      stage.removeAttribute('style');
    }
  }
  customElements.define(SIGN, class extends HTMLElement {});
  // At the head's end: once saved and read again, it stands before everything in the body.
  document.head.append(document.createElement(SIGN));
}
