/** What a reader does in an article inside a messenger, and sees there. Every function runs in the page. */

/** Whether the article is there. */
export const ready = () => 'ready' in document.body.dataset;

/**
 * Where a mark, or what plays a change, answers to a tap: a place in its area over which nothing lies, in CSS px of the window, once it
 * has been brought to its middle.
 * @param {number} place among all that answer
 * @returns {{ x: number, y: number } | null}
 */
export function spot(place) {
  const group = [...document.querySelectorAll('svg > g')][place];
  const area = group?.querySelector(':scope > rect');
  if (!area) return null;
  area.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = area.getBoundingClientRect();
  for (let step = 1; step < 100; step += 1) {
    const [across, down] = [(step * 37) % 100, (step + 49) % 100];
    const at = [box.left + (box.width * across) / 100, box.top + (box.height * down) / 100];
    const [x = 0, y = 0] = at.map(Math.round);
    if (document.elementFromPoint(x, y)?.parentNode === group) return { x, y };
  }
  return null;
}

/**
 * How much of each answer is seen, from 0 to 1, after so many seconds. Time stands still in between.
 * @param {number} seconds
 * @returns {number[]}
 */
export function seenAfter(seconds) {
  for (const svg of document.querySelectorAll('svg')) {
    svg.pauseAnimations();
    svg.setCurrentTime(svg.getCurrentTime() + seconds);
  }
  return [...document.querySelectorAll('svg > g')].map((group) => Number(getComputedStyle(group).opacity));
}
