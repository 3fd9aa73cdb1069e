/** Every figure is walked by keys alone, and what lies over a drawing lies where the drawing is. */
import { look } from './canvas.mjs';
import { FIGURES, center, expect, open, show, showAll, test } from './reader.mjs';
import { marks, tableRows, tooltip } from './seen.mjs';

/** @typedef {import('./reader.mjs').Page} Page */
/** @typedef {import('./reader.mjs').Locator} Locator */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Where the focus is: in which figure, and on which of its marks (−1 when on something else). @param {Page} page */
function focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const figure = element?.closest('figure');
    const marks = [...(figure?.querySelectorAll('.mark') ?? [])];
    return { figure: figure?.id ?? '', index: element ? marks.indexOf(element) : -1 };
  });
}

/**
 * Presses a key until the focus does not follow any more, and tells the places that it came by. Within the page, since so many presses
 * from without take long; the keys of the first way through a figure come from there.
 * @param {Page} page
 * @param {string} key
 * @param {number} most
 */
function walk(page, key, most) {
  return page.evaluate(
    ({ key, most }) => {
      const marks = [...(document.activeElement?.closest('figure')?.querySelectorAll('.mark') ?? [])];
      const focused = () => (document.activeElement ? marks.indexOf(document.activeElement) : -1);
      const places = [focused()];
      while (places.length <= most + 1) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        if (focused() === places.at(-1)) break;
        places.push(focused());
      }
      return places;
    },
    { key, most },
  );
}

test('Tab enters each figure once, and arrows visit each of its marks once, in order, and stop at the ends', async ({
  page,
}) => {
  test.slow();
  await open(page);
  await showAll(page);
  const place = (await page.locator('#words').getAttribute('data-place')) ?? '';
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('a.skip').focus();
  /** @type {string[]} */
  const entered = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const { figure: id, index } = await focus(page);
    if (id === '' && entered.length === FIGURES.length) break;
    if (index < 0) continue;
    entered.push(id);
    expect(index, `${id} is entered at its first mark`).toBe(0);
    const figure = page.locator(`figure#${id}`);
    const [all, rows] = [await marks(figure), await tableRows(figure)];
    const last = all.length - 1;
    // Each mark says its row and its place, to eyes and ears alike.
    for (const [at, mark] of all.entries()) {
      if (at > 0) await page.keyboard.press('ArrowRight');
      expect((await focus(page)).index, `${id}, step ${at}`).toBe(at);
      const row = rows[mark.fact];
      const said = place.replace('{n}', String(at + 1)).replace('{all}', String(all.length));
      expect(mark.name, id).toBe(`${row?.spoken}, ${said}`);
      const tip = await tooltip(figure);
      expect(tip?.lines, `${id} ${mark.fact}`).toEqual(row?.cells);
      expect(tip?.facts, `${id} ${mark.fact}`).toContain(mark.fact);
    }
    expect(new Set(all.map((mark) => mark.name)).size, id).toBe(all.length);
    const count = all.length;
    const rising = Array.from(all, (_, at) => at);
    expect(await walk(page, 'ArrowRight', count), `${id}, on at the end`).toEqual([last]);
    expect(await walk(page, 'ArrowLeft', count), `${id}, back`).toEqual([...rising].reverse());
    await page.keyboard.press('End');
    expect((await focus(page)).index, `${id}, End`).toBe(last);
    const up = await walk(page, 'ArrowUp', count);
    expect(up, `${id}, up`).toEqual([...up].sort((one, other) => other - one));
    await page.keyboard.press('Home');
    expect((await focus(page)).index, `${id}, Home`).toBe(0);
    const down = await walk(page, 'ArrowDown', count);
    expect(down, `${id}, down`).toEqual([...down].sort((one, other) => one - other));
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    const left = await focus(page);
    expect(left.figure === id && left.index >= 0, `${id} has one stop`).toBe(false);
    expect(await tooltip(figure), `${id} is closed when it is left`).toBeUndefined();
  }
  expect(entered).toEqual(FIGURES);
});

test('coming back by Shift+Tab finds the mark that was left', async ({ page }) => {
  await open(page);
  const figure = await show(page, 'bakery');
  await figure.locator('.mark').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focus(page)).toEqual({ figure: 'bakery', index: 1 });
});

test('Escape closes the details and keeps the place; Enter keeps them open', async ({ page }) => {
  await open(page);
  const figure = await show(page, 'bakery');
  await center(figure);
  const first = figure.locator('.mark').first();
  await first.focus();
  const shown = await tooltip(figure);
  expect(shown).toBeDefined();
  await page.keyboard.press('Escape');
  expect(await tooltip(figure)).toBeUndefined();
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await tooltip(figure)).toEqual(shown);
  await page.mouse.move(1, 300);
  expect(await tooltip(figure)).toEqual(shown);
  await page.keyboard.press('Escape');
  expect(await tooltip(figure)).toBeUndefined();
  // From there the arrows go on.
  await page.keyboard.press('ArrowRight');
  expect((await focus(page)).index).toBe(1);
  expect(await tooltip(figure)).toBeDefined();
});

test('keys that lead nowhere are left to the page, and so are those with Ctrl or Alt', async ({ page }) => {
  await open(page);
  const figure = await show(page, 'bakery');
  await center(figure);
  await figure.locator('.mark').first().focus();
  await page.keyboard.press('End');
  const last = (await focus(page)).index;
  const place = await page.evaluate(() => scrollY);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(place);
  expect((await focus(page)).index).toBe(last);
  await page.keyboard.press('Control+Home');
  expect((await focus(page)).index).toBe(last);
});

for (const theme of /** @type {const} */ (['light', 'dark'])) {
  test(`the mark with the focus has a ring that shows, and no bar covers it (${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await open(page, `?theme=${theme}`);
    for (const id of ['at-a-glance', 'bakery', 'town-firsts']) {
      const figure = await show(page, id);
      await figure.locator('.mark').first().focus();
      for (const key of ['End', 'Home', 'ArrowRight']) {
        await page.keyboard.press(key);
        const seen = await figure.evaluate((host) => {
          const ring = host.querySelector('.ring');
          const bar = document.querySelector('nav.chapters');
          if (!ring || !bar || !document.activeElement) throw new Error('no ring');
          const style = getComputedStyle(ring);
          const under = bar.getBoundingClientRect();
          const [mark, around] = [document.activeElement.getBoundingClientRect(), ring.getBoundingClientRect()];
          return {
            line: parseFloat(style.borderTopWidth),
            color: style.borderTopColor,
            ground: getComputedStyle(host.closest('.night') ?? document.documentElement).backgroundColor,
            outside: [
              mark.left - around.left,
              mark.top - around.top,
              around.right - mark.right,
              around.bottom - mark.bottom,
            ],
            // The bar stands below what opens the page, and over the rest.
            clear: (mark.top >= under.bottom || mark.top < under.top) && mark.top >= 0 && mark.top < innerHeight,
          };
        });
        expect(seen.line, id).toBeGreaterThanOrEqual(2);
        expect(contrast(seen.color, seen.ground), id).toBeGreaterThanOrEqual(3);
        for (const side of seen.outside) expect(Math.abs(side - 6), `${id}, ${key}: ${seen.outside}`).toBeLessThan(0.6);
        expect(seen.clear, `${id}, ${key}`).toBe(true);
      }
    }
  });
}

/**
 * The contrast of two colours, as WCAG has it.
 * @param {string} one
 * @param {string} other
 */
function contrast(one, other) {
  const [light = 0, dark = 0] = [one, other]
    .map((color) => {
      const parts = (color.match(/\d+/g) ?? []).slice(0, 3).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
    })
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('a drawing is hidden from voices, and its marks stand for it', async ({ page }) => {
  await open(page);
  const figure = await show(page, 'bakery');
  await expect(figure.locator('canvas')).toHaveAttribute('aria-hidden', 'true');
  await expect(figure.locator('svg:visible')).toHaveCount(0);
  const title = (await figure.getByRole('heading').first().textContent()) ?? '';
  await expect(figure.locator('.marks')).toHaveAccessibleName(title);
  for (const button of await figure.locator('.mark').all()) {
    await expect(button).toHaveRole('button');
    await expect(button).toHaveAccessibleName((await button.getAttribute('aria-label')) ?? '');
  }
});

test('every mark has something drawn at its place', async ({ page }) => {
  await open(page);
  for (const id of FIGURES) {
    const figure = await show(page, id);
    expect((await look(figure)).colors.length, id).toBeGreaterThan(0);
    const empty = await figure.evaluate((host) => {
      const canvas = host.querySelector('canvas');
      if (!canvas) throw new Error('no canvas');
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no context');
      context.fillStyle = getComputedStyle(canvas).getPropertyValue('--ground').trim();
      context.fillRect(0, 0, 1, 1);
      const ground = [...context.getImageData(0, 0, 1, 1).data];
      context.drawImage(canvas, 0, 0);
      const corner = canvas.getBoundingClientRect();
      const ratio = canvas.width / corner.width;
      return [...host.querySelectorAll('.mark')].filter((mark) => {
        const { left, top, width, height } = mark.getBoundingClientRect();
        const [x, y] = [(left - corner.left) * ratio, (top - corner.top) * ratio].map(Math.floor);
        const [across, down] = [width * ratio, height * ratio].map(Math.ceil);
        const data = context.getImageData(x ?? 0, y ?? 0, Math.max(1, across ?? 1), Math.max(1, down ?? 1)).data;
        return !data.some((value, index) => value !== ground[index % 4]);
      }).length;
    });
    expect(empty, id).toBe(0);
  }
});
