/** A figure answers to its controls, to the mouse, to a finger and to a voice's loudspeaker, always with the table's words. */
import { covered, inks, look } from './canvas.mjs';
import { drag, setTextSize } from './device.mjs';
import { FIGURES, center, expect, open, show, test } from './reader.mjs';
import { marks, tableRows, tooltip } from './seen.mjs';

/** @typedef {import('./reader.mjs').Locator} Locator */
/** @typedef {import('./reader.mjs').Page} Page */

/**
 * Chooses one of a figure's scenes and tells what its canvas shows at once and in the frames after.
 * @param {Locator} figure
 * @param {number} index
 * @param {number} frames
 */
function framesAfter(figure, index, frames) {
  return figure.evaluate(
    async (host, { index, frames }) => {
      const canvas = host.querySelector('canvas');
      const choice = host.querySelectorAll('.choices input')[index];
      if (!canvas || !(choice instanceof HTMLInputElement)) throw new Error('nothing to choose');
      choice.click();
      const seen = [canvas.toDataURL()];
      while (seen.length < frames) {
        await new Promise((next) => requestAnimationFrame(next));
        seen.push(canvas.toDataURL());
      }
      return seen;
    },
    { index, frames },
  );
}

/** The figures that have several scenes. @param {Page} page */
async function choosing(page) {
  const found = [];
  for (const id of FIGURES) {
    const count = await page.locator(`#${id}`).getByRole('radio').count();
    if (count > 1) found.push({ id, count });
  }
  return found;
}

test.describe('controls', () => {
  test('every choice of every figure changes the drawing, and motion ends where a fresh drawing begins', async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const figures = await choosing(page);
    expect(figures.length).toBeGreaterThan(2);
    for (const { id, count } of figures) {
      const figure = await show(page, id);
      const choices = figure.getByRole('radio');
      const fresh = [];
      for (let index = 0; index < count; index += 1) {
        await choices.nth(index).check();
        fresh.push((await look(figure)).hash);
      }
      expect(new Set(fresh).size, id).toBe(count);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      for (let index = 0; index < count; index += 1) {
        await choices.nth(index).check();
        await expect.poll(async () => (await look(figure)).hash, `${id}, ${index}`).toBe(fresh[index]);
      }
      await page.emulateMedia({ reducedMotion: 'reduce' });
    }
  });

  test('a change of scene is shown in motion', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'shipyard');
    const seen = await framesAfter(figure, 2, 6);
    expect(new Set(seen).size).toBeGreaterThan(2);
  });

  test('a reader who wants no motion sees the end at once', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    for (const { id, count } of await choosing(page)) {
      const figure = await show(page, id);
      const before = await look(figure);
      const opening = await figure.getByRole('radio', { checked: true }).getAttribute('value');
      const seen = await framesAfter(figure, (Number(opening) + 1) % count, 5);
      expect(new Set(seen).size, id).toBe(1);
      expect((await look(figure)).hash, id).not.toBe(before.hash);
    }
  });

  test('hasty choosing ends with the last choice', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'shipyard');
    const last = await look(figure);
    for (const index of [2, 1, 2, 0]) await framesAfter(figure, index, 2);
    await expect.poll(async () => (await look(figure)).hash).toBe(last.hash);
    await expect(figure.locator('.mark')).toHaveCount(5);
  });

  test('the week shows what left before, and what leaves now', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const figure = await show(page, 'ferries');
    const { 'hue-3': hue, before: former } = await inks(page);
    const [before, now] = [figure.getByRole('radio').first(), figure.getByRole('radio').last()];
    await expect(now).toBeChecked();
    const filled = covered(await look(figure), hue);
    await expect(figure.locator('.mark')).toHaveCount(4);
    await before.check();
    const empty = await look(figure);
    expect(covered(empty, hue)).toBeLessThan(filled / 50);
    expect(covered(empty, former)).toBeGreaterThan(20);
    await expect(figure.locator('.mark')).toHaveCount(2);
    await now.check();
    expect(covered(await look(figure), hue)).toBe(filled);
  });

  test('a set that is brought forward keeps its colour, and every mark stays', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const figure = await show(page, 'shipyard');
    const { 'hue-2': hue } = await inks(page);
    const coloured = [];
    for (const step of [0, 1, 2]) {
      await figure.getByRole('radio').nth(step).check();
      await expect(figure.locator('.mark')).toHaveCount(5);
      coloured.push(covered(await look(figure), hue));
    }
    const [all = 0, inner = 0, innermost = 0] = coloured;
    expect(all).toBeGreaterThan(inner);
    expect(inner).toBeGreaterThan(innermost);
    expect(innermost).toBeGreaterThan(100);
  });

  test('the choices are one group for the keyboard', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const figure = await show(page, 'shipyard');
    await expect(figure.getByRole('radiogroup')).toHaveAccessibleName(/\S/);
    await figure.getByRole('radio').last().focus();
    await page.keyboard.press('ArrowLeft');
    await expect(figure.getByRole('radio').nth(1)).toBeChecked();
    await expect(figure.locator('.mark')).toHaveCount(5);
  });
});

test.describe('details by mouse', () => {
  test.use({ viewport: { width: 1280, height: 1000 }, contextOptions: { reducedMotion: 'reduce' } });

  test('every mark of every figure shows the words of its row, beside it, with a ring around it', async ({ page }) => {
    await open(page);
    for (const id of FIGURES) {
      const figure = await show(page, id);
      await center(figure);
      const rows = await tableRows(figure);
      for (const { fact, middle } of await marks(figure)) {
        await page.mouse.move(...middle);
        const tip = await tooltip(figure);
        const told = tip?.facts.some((ringed) => String(rows[ringed ?? '']?.cells) === String(tip.lines));
        expect({ tip, told, fits: tip?.fits }, `${id} ${fact}`).toEqual({ tip, told: true, fits: true });
        // The way from one mark to the next may lead over details, which stay then.
        await page.mouse.move(1, 500);
      }
      expect(await tooltip(figure), `${id}, pointer away`).toBeUndefined();
    }
  });

  test('the pointer may go from a mark to its details without losing them', async ({ page }) => {
    await open(page);
    for (const id of ['bakery', 'at-a-glance', 'ferries']) {
      const figure = await show(page, id);
      await center(figure);
      await over(page, figure.locator('.mark').first());
      const shown = await tooltip(figure);
      const { x = 0, y = 0, width = 0, height = 0 } = (await figure.locator('.tip').boundingBox()) ?? {};
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 40 });
      expect(await tooltip(figure), id).toEqual(shown);
      await page.mouse.move(1, 500);
      expect(await tooltip(figure), id).toBeUndefined();
    }
  });

  test('a click keeps the details until another click or Escape', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'bakery');
    await center(figure);
    await over(page, figure.locator('.mark').first());
    const shown = await tooltip(figure);
    await click(page);
    await page.mouse.move(1, 500);
    expect(await tooltip(figure)).toEqual(shown);
    await page.keyboard.press('Escape');
    expect(await tooltip(figure)).toBeUndefined();
    await over(page, figure.locator('.mark').first());
    await click(page);
    await page.locator('#bakery h3').click();
    expect(await tooltip(figure)).toBeUndefined();
  });
});

/** Moves the pointer over the middle of an element. @param {Page} page @param {Locator} element */
async function over(page, element) {
  const { x = 0, y = 0, width = 0, height = 0 } = (await element.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
}

/** A click where the pointer is. @param {Page} page */
async function click(page) {
  await page.mouse.down();
  await page.mouse.up();
}

test.describe('details by touch', () => {
  test.use({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    contextOptions: { reducedMotion: 'reduce' },
  });

  /** @param {Page} page @param {Locator} element */
  async function tap(page, element) {
    const { x = 0, y = 0, width = 0, height = 0 } = (await element.boundingBox()) ?? {};
    await page.touchscreen.tap(x + width / 2, y + height / 2);
  }

  test('a tap on a mark shows its row, a second tap or a tap elsewhere closes it', async ({ page }) => {
    await open(page);
    for (const id of ['at-a-glance', 'bakery', 'goods', 'days']) {
      const figure = await show(page, id);
      await center(figure);
      const rows = await tableRows(figure);
      const first = figure.locator('.mark').first();
      await tap(page, first);
      await expect.poll(() => tooltip(figure), id).toBeDefined();
      const tip = await tooltip(figure);
      expect(tip?.lines).toEqual(rows[tip?.facts[0] ?? '']?.cells);
      expect(tip?.fits).toBe(true);
      await tap(page, figure.locator('.subtitle'));
      await expect.poll(() => tooltip(figure), id).toBeUndefined();
      await tap(page, first);
      await expect.poll(() => tooltip(figure), id).toBeDefined();
      await center(figure);
      await tap(page, first);
      await expect.poll(() => tooltip(figure), id).toBeUndefined();
    }
  });

  test('a tap on another mark moves the details there', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'town-firsts');
    await center(figure);
    const rows = await tableRows(figure);
    const facts = (await marks(figure)).map((mark) => mark.fact);
    for (const index of [0, facts.length - 1]) {
      await tap(page, figure.locator('.mark').nth(index));
      await expect.poll(async () => (await tooltip(figure))?.lines).toEqual(rows[facts[index] ?? '']?.cells);
    }
  });

  test('a tap in another figure closes the details of this one', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 2000 });
    await open(page);
    const [other, one] = [await show(page, 'goods'), await show(page, 'goods-grown')];
    await center(one);
    await expect(other.locator('.mark').first()).toBeInViewport();
    await tap(page, one.locator('.mark').first());
    await expect.poll(() => tooltip(one)).toBeDefined();
    await tap(page, other.locator('.mark').first());
    await expect.poll(() => tooltip(other)).toBeDefined();
    expect(await tooltip(one)).toBeUndefined();
  });

  test('a finger that lands on a drawing still scrolls the page', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'streets');
    await center(figure);
    const before = await page.evaluate(() => scrollY);
    await drag(page, [{ from: [180, 500], to: [180, 250] }]);
    await expect.poll(async () => (await page.evaluate(() => scrollY)) - before).toBeGreaterThan(150);
    expect(await tooltip(figure)).toBeUndefined();
  });

  test('two fingers on a drawing still magnify the page', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'streets');
    await center(figure);
    await drag(page, [
      { from: [170, 370], to: [90, 370] },
      { from: [190, 370], to: [270, 370] },
    ]);
    await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1.3);
  });

  test('every choice is big enough for a finger', async ({ page }) => {
    await open(page);
    for (const label of await page.locator('.choices label').all()) {
      const { width = 0, height = 0 } = (await label.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.9);
    }
  });
});

test.describe('text size', () => {
  test('drawn text follows the reader’s text size, also while the page is open', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page);
    const figure = await show(page, 'at-a-glance');
    const height = async () => (await figure.locator('canvas').boundingBox())?.height ?? 0;
    const before = await height();
    await setTextSize(page, 32);
    await show(page, 'at-a-glance');
    await expect.poll(height).toBeGreaterThan(before * 1.3);
  });
});

test('a figure out of sight holds no pixels, and comes back as the reader left it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const figure = await show(page, 'ferries');
  const opening = await look(figure);
  await figure.locator('.choices label').first().click();
  await expect.poll(async () => (await look(figure)).hash).not.toBe(opening.hash);
  const chosen = await look(figure);
  const height = async () => (await figure.boundingBox())?.height;
  const tall = await height();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  await expect(figure.locator('canvas')).toHaveCount(0);
  expect(await height()).toBe(tall);
  await show(page, 'ferries');
  expect(await look(figure)).toEqual(chosen);
  expect(await height()).toBe(tall);
});
