/** A drawing stands on its own ground, so that it can be read whatever is done to the page's; unless none is asked for. */
import { inks } from './canvas.mjs';
import { expect, open, show, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Locator} Locator */

/**
 * The colour that covers most of a drawing, its opacity with it, and how many of the drawing's pixels are not opaque.
 * @param {Locator} figure
 */
function ground(figure) {
  return figure.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext('2d');
    if (!context) throw new Error('no context');
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const pixel of new Uint32Array(data.buffer)) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const [[pixel] = [0]] = [...counts].sort((one, other) => other[1] - one[1]);
    const most = [0, 8, 16, 24].map((bits) => (pixel >>> bits) & 255).join();
    return { most, clear: data.filter((value, index) => index % 4 === 3 && value < 255).length };
  });
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const theme of /** @type {const} */ (['light', 'dark'])) {
  test(`a drawing has the ground of its theme, also under a field of dots (${theme})`, async ({ page }) => {
    await open(page, `?theme=${theme}`);
    const { ground: color } = await inks(page);
    for (const id of ['streets', 'bakery'])
      expect(await ground(await show(page, id)), id).toEqual({ most: `${color},255`, clear: 0 });
  });
}

test('a drawing has no ground where a transparent one is asked for', async ({ page }) => {
  await open(page, '?background=transparent');
  for (const id of ['streets', 'bakery']) {
    const { most, clear } = await ground(await show(page, id));
    expect(most, id).toBe('0,0,0,0');
    expect(clear, id).toBeGreaterThan(1000);
  }
});

test.describe('an extension', () => {
  // Its styles are not held to the page's policy.
  test.use({ bypassCSP: true });

  test('what an extension does to the page’s colours leaves a drawing legible', async ({ page }) => {
    await open(page, '?theme=light');
    const figure = await show(page, 'bakery');
    const before = await ground(figure);
    await page.addStyleTag({ content: 'html, body { background: #181a1b !important; color: #e8e6e3 !important; }' });
    expect(await ground(figure)).toEqual(before);
  });
});
