/** The reader's device, as Chromium's protocol sets it: text size, screen, fingers. */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * The reader's own text size, as a browser's settings give it.
 * @param {Page} page
 * @param {number} size in px
 */
export async function setTextSize(page, size) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: Math.round(size * 0.8125) } });
}

/**
 * Another screen under the same window: so many device pixels to a CSS px. The window gets a pixel taller or shorter, for
 * Chromium tells a page of no emulated ratio alone.
 * @param {Page} page
 * @param {number} ratio
 */
export async function setScreen(page, ratio) {
  const session = await page.context().newCDPSession(page);
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
  const metrics = { width, height: height ^ 1, deviceScaleFactor: ratio, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
}

/**
 * Fingers on the screen, each going from one point to another.
 * @param {Page} page
 * @param {{ from: [number, number], to: [number, number] }[]} fingers
 */
export async function drag(page, fingers) {
  const session = await page.context().newCDPSession(page);
  const points = (/** @type {number} */ part) =>
    fingers.map(({ from: [x, y], to }, id) => ({ x: x + (to[0] - x) * part, y: y + (to[1] - y) * part, id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (let step = 1; step <= 10; step += 1)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 10) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
