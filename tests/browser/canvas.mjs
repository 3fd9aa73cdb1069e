/** What a figure's canvas shows: its pixels, their colours and how sharp they are. */

import { expect, show } from './reader.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/**
 * What a canvas shows: a number that stands for its pixels, and how many pixels each colour covers, the ground left out.
 * @param {Locator} figure
 * @returns {Promise<{ hash: number, colors: [string, number][] }>} colours as `r,g,b`, most frequent first
 */
export function look(figure) {
  return figure.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    // A copy is read, for reading the canvas itself would change how the browser keeps it.
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no context');
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    // A canvas would resolve a system colour by a scheme of its own.
    canvas.style.color = 'var(--ground)';
    context.fillStyle = getComputedStyle(canvas).color;
    canvas.style.color = '';
    context.fillRect(0, 0, 1, 1);
    const [under] = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer);
    /** @type {Map<number, number>} */
    const counts = new Map();
    let hash = 0x811c9dc5;
    for (const pixel of pixels) {
      hash = Math.imul(hash ^ pixel, 0x01000193);
      if (pixel !== under && pixel >>> 24 >= 128) counts.set(pixel & 0xffffff, (counts.get(pixel & 0xffffff) ?? 0) + 1);
    }
    const colors = [...counts].sort((one, other) => other[1] - one[1]);
    return {
      hash: hash >>> 0,
      colors: colors
        .slice(0, 400)
        .map(([pixel, count]) => [`${pixel & 255},${(pixel >> 8) & 255},${(pixel >> 16) & 255}`, count]),
    };
  });
}

/**
 * The inks of the stylesheet, as `r,g,b`, in force now.
 * @param {Page} page
 * @param {string} [within] where, by a selector
 * @returns {Promise<Record<string, string>>}
 */
export function inks(page, within = 'body') {
  return page.locator(within).evaluate((place) => {
    const probe = place.appendChild(document.createElement('i'));
    const names = [
      'text',
      'muted',
      'rule',
      'tint',
      'ground',
      'on-mark',
      'pale',
      'before',
      'hue-1',
      'hue-2',
      'hue-3',
      'hue-4',
      'hue-5',
      'hue-6',
      'hue-7',
      'hue-8',
    ];
    const colors = names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, (getComputedStyle(probe).color.match(/\d+/g) ?? []).slice(0, 3).join(',')];
    });
    probe.remove();
    return Object.fromEntries(colors);
  });
}

/**
 * How many pixels of a figure have a colour, give or take what smoothing leaves.
 * @param {{ colors: [string, number][] }} seen
 * @param {string | undefined} color
 */
export function covered(seen, color = '') {
  const wanted = color.split(',').map(Number);
  const near = (/** @type {string} */ other) =>
    other.split(',').every((part, index) => Math.abs(Number(part) - (wanted[index] ?? NaN)) <= 6);
  return seen.colors.reduce((sum, [other, count]) => sum + (near(other) ? count : 0), 0);
}

/**
 * How many pixels a figure's canvas has, and how many the screen has under it.
 * @param {Locator} figure
 */
export function sharpness(figure) {
  return figure.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    const { width, height } = canvas.getBoundingClientRect();
    return {
      drawn: [canvas.width, canvas.height],
      shown: [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)],
    };
  });
}

/** Whether a figure's canvas has as many pixels as the screen has under it. @param {Locator} figure */
export async function isSharp(figure) {
  const { drawn, shown } = await sharpness(figure);
  return drawn.join() === shown.join();
}

/** Brings a figure into view, where it must be painted in two inks at least. @param {Page} page @param {string} id */
export async function expectPainted(page, id) {
  const figure = await show(page, id);
  const [colors, seen] = [await inks(page, `#${id}`), await look(figure)];
  const used = Object.keys(colors).filter((name) => covered(seen, colors[name]) > 20);
  expect(used.length, `${id} is painted in ${used}`).toBeGreaterThanOrEqual(2);
  return figure;
}
