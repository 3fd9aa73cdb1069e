// What a page looked like before it is written anew: each figure keeps its height and its last picture until it is drawn again, so that
// nothing blinks or jumps while an editor types.

import { make } from '../dom.js';

/** @typedef {{ height: number, laid: boolean, picture: HTMLCanvasElement | undefined }} Before */

/** @returns {Map<string, Before>} by the figure's id */
export function picturesNow() {
  return new Map([...document.querySelectorAll('figure.figure')].map((figure) => [figure.id, pictureOf(figure)]));
}

/** @param {Element} figure @returns {Before} */
function pictureOf(figure) {
  const stage = figure.querySelector('.stage');
  const live = figure.querySelector('.stage.live > canvas');
  const height = stage?.clientHeight ?? 0;
  const laid = figure.classList.contains('laid');
  if (!(live instanceof HTMLCanvasElement) || !live.width) return { height, laid, picture: undefined };
  const picture = document.createElement('canvas');
  picture.className = 'before';
  picture.width = live.width;
  picture.height = live.height;
  picture.style.height = live.style.height;
  picture.getContext('2d')?.drawImage(live, 0, 0);
  return { height, laid, picture };
}

/**
 * Puts the pictures into the figures of a page that is not shown yet.
 * @param {ParentNode} page
 * @param {Map<string, Before>} before
 */
export function putPictures(page, before) {
  for (const figure of page.querySelectorAll('figure.figure')) {
    const stage = figure.querySelector('.stage');
    const { height, laid, picture } = before.get(figure.id) ?? {};
    if (!(stage instanceof HTMLElement) || !height) continue;
    // What was laid out already is laid out with the rest: tasks of their own would come too late to keep the place.
    figure.classList.toggle('laid', laid);
    stage.style.height = `${height}px`;
    if (picture) stage.append(picture);
  }
}

/**
 * Keeps the place of each figure's choices until they come, as a page that was written beforehand does.
 * @param {ParentNode} page
 * @param {import('../pkg/infographic.js').Infographic} infographic
 */
export function keepRooms(page, infographic) {
  for (const host of page.querySelectorAll('figure.figure')) {
    const figure = infographic.figure(host.id);
    const names = figure.choices();
    figure.free();
    if (names.length < 2) continue;
    const labels = names.map((name) => make('label', {}, make('span', {}, name)));
    host.querySelector('.stage')?.before(make('div', { class: 'choices room', 'aria-hidden': 'true' }, ...labels));
  }
}
