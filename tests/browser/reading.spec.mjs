/** The reader's way through the page: addresses, the bar, the index; it fits every window, and nothing moves under the eyes. */
import { FIGURES, LOCALES, answers, atRest, center, expect, hold, open, show, showAll, test } from './reader.mjs';
import { sideways } from './seen.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/**
 * Whether a heading stands where a link to it should lead: near the top, and not under the bar.
 * @param {Page} page
 * @param {string} selector
 */
async function placed(page, selector) {
  const { y = NaN } = (await page.locator(selector).boundingBox()) ?? {};
  const bar = await page.locator('nav.chapters').boundingBox();
  return y >= (bar?.y ?? 0) + (bar?.height ?? 0) - 1 && y < 200;
}

test.describe('addresses', () => {
  test('a link to a figure opens there, under the bar, and stays', async ({ page }) => {
    await open(page, '#shipyard');
    await expect.poll(() => placed(page, '#shipyard h3')).toBe(true);
    await expect(page.locator('#shipyard .stage.live canvas')).toBeVisible();
    await atRest(page);
    expect(await placed(page, '#shipyard h3')).toBe(true);
    expect(new URL(page.url()).hash).toBe('#shipyard');
  });

  test('the address and the marked chapter follow the reading', async ({ page }) => {
    await open(page);
    const entries = await page.evaluate(() => history.length);
    for (const [id, chapter] of [
      ['ferries', 'river'],
      ['old-houses', 'past'],
      ['streets', 'streets-and-schools'],
    ]) {
      await center(page.locator(`#${id}`));
      await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`);
      await expect(page.locator('nav.chapters [aria-current]')).toHaveAttribute('href', `#${chapter}`);
    }
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await expect(page.locator('#method')).toBeInViewport();
    await expect(page.locator('nav.chapters [aria-current]'), 'behind the last chapter').toHaveAttribute(
      'href',
      '#numbers',
    );
    expect(await page.evaluate(() => history.length), 'the back button leads out').toBe(entries);
  });

  test('the bar leads to each chapter', async ({ page }) => {
    await open(page);
    const links = page.locator('nav.chapters a');
    for (const link of await links.all()) {
      await link.click();
      const chapter = (await link.getAttribute('href'))?.slice(1) ?? '';
      await expect.poll(() => placed(page, `#${chapter} h2`), chapter).toBe(true);
      await expect(link).toHaveAttribute('aria-current', 'true');
    }
  });

  for (const [locale, sentence] of [
    ['zh', '没有这个图表。'],
    ['en', 'There is no such figure.'],
  ]) {
    test(`an unknown figure is answered in words, on a page that is not blank (${locale})`, async ({ page }) => {
      await page.goto(`?figure=no-such-figure&lang=${locale}`);
      await expect(page.getByText(sentence ?? '')).toBeVisible();
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('figure.figure')).toHaveCount(FIGURES.length);
    });
  }
});

test.describe('width', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const locale of LOCALES) {
    test(`nothing scrolls sideways, also after the phone is turned or the window made wider (${locale})`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width: 320, height: 740 });
      await open(page, `?lang=${locale}`);
      await showAll(page);
      expect(await sideways(page)).toEqual([]);
      for (const [width, height] of /** @type {const} */ ([
        [740, 360],
        [360, 740],
        [768, 740],
        [1280, 740],
      ])) {
        await page.setViewportSize({ width, height });
        await expect.poll(() => sideways(page), `${width} px`).toEqual([]);
        await showAll(page);
        expect(await sideways(page), `${width} px`).toEqual([]);
      }
    });
  }
});

test.describe('place', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('what is being read stays where it is when the phone is turned, and back', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    const figure = await show(page, 'goods-grown');
    await center(figure);
    // A heading breaks otherwise in another width: either the figure keeps its place or, when it is read, the drawing.
    const tops = () =>
      figure.evaluate((element) =>
        [element, element.querySelector('.stage')].map((part) => Math.round(part?.getBoundingClientRect().top ?? NaN)),
      );
    const still = async () => {
      await atRest(page);
      return tops();
    };
    // The page remembers what is read when the scrolling has ended.
    await expect.poll(() => page.evaluate(() => history.state?.place?.id)).toBe('goods-grown');
    for (const size of [
      { width: 844, height: 390 },
      { width: 390, height: 844 },
    ]) {
      const before = await still();
      await page.setViewportSize(size);
      const after = await still();
      expect(Math.min(...after.map((top, index) => Math.abs(top - (before[index] ?? NaN))))).toBeLessThanOrEqual(2);
    }
  });
});

test.describe('the index', () => {
  test('has a table for each chapter, of which the first is open, and a line a number', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page, '?lang=zh');
    const groups = page.locator('#numbers details');
    const opened = await groups.evaluateAll((all) => all.map((one) => one.hasAttribute('open')));
    expect(opened.length).toBeGreaterThan(4);
    expect(opened.indexOf(true)).toBe(0);
    expect(opened.lastIndexOf(true)).toBe(0);
    await groups.evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    const lines = await page.locator('.index tbody tr').evaluateAll((rows) => rows.map((row) => row.clientHeight));
    expect(lines.length).toBeGreaterThan(45);
    // A term or two is long.
    expect(lines.filter((height) => height > 40).length).toBeLessThanOrEqual(3);
    await page.setViewportSize({ width: 390, height: 844 });
    const two = await page.locator('.index tbody tr').evaluateAll((rows) => rows.map((row) => row.clientHeight));
    expect(two.filter((height) => height > 64).length).toBeLessThanOrEqual(8);
  });

  test('is one list that fits the window when it is searched or sorted, and by chapters again after', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, '?lang=en');
    await page.locator('#numbers').scrollIntoViewIfNeeded();
    const all = await page.locator('.index tbody tr').count();
    const groups = page.locator('#numbers details');
    const list = page.getByRole('table', { name: 'All numbers' });
    const rows = list.locator('tbody').getByRole('row');
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(list).toBeHidden();
    await groups.first().getByRole('button', { name: 'Value' }).click();
    const value = list.getByRole('button', { name: 'Value' });
    await expect(value).toBeFocused();
    await expect(list.getByRole('columnheader', { name: 'Value' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(groups.first()).toBeHidden();
    expect(await rows.count()).toBe(all);
    expect(await list.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    const numbers = () =>
      list.locator('[data-sort]').evaluateAll((cells) =>
        cells
          .map((cell) => cell.getAttribute('data-sort'))
          .filter(Boolean)
          .map(Number),
      );
    const rising = await numbers();
    expect(rising).toEqual([...rising].sort((one, other) => one - other));
    await value.click();
    const falling = await numbers();
    expect(falling).toEqual([...falling].sort((one, other) => other - one));
    await value.click();
    await expect(list).toBeHidden();
    await expect(groups.first().locator('tbody tr').first()).toBeVisible();
    await page.getByRole('searchbox').fill('along');
    await expect(page.locator('.index-tools [role="status"]')).toHaveText(/^\d of /);
    await expect(rows.filter({ hasText: 'Trees along the streets' })).toBeVisible();
    await expect(rows.filter({ hasText: 'Great bell' })).toHaveCount(0);
    await page.getByRole('searchbox').fill('');
    await expect(list).toBeHidden();
    expect(await groups.locator('tbody tr').count()).toBe(all);
  });

  for (const [locale, label] of /** @type {const} */ ([
    ['zh', /镇上的店铺/],
    ['en', /Shops in the town/],
  ])) {
    test(`finds a number in whatever form it is written (${locale})`, async ({ page }) => {
      await open(page, `?lang=${locale}`);
      await page.locator('#numbers').scrollIntoViewIfNeeded();
      const row = page.locator('.index:not([hidden]) tbody tr').filter({ hasText: label });
      for (const form of ['4120', '4,120', '４１２０', '0.412万']) {
        await page.getByRole('searchbox').fill(form);
        await expect(row.first(), form).toBeVisible();
        await expect(page.locator('.index-tools [role="status"]')).toHaveText(/^(\d of|共 \d+ 个数字，显示 \d 个)/);
      }
    });
  }
});

test('details close when the focus leaves the window, as a tap on the page around a frame has it', async ({ page }) => {
  await open(page);
  const figure = await show(page, 'bakery');
  await figure.locator('.mark').first().focus();
  await page.keyboard.press('Enter');
  await expect(figure.locator('.tip')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await expect(figure.locator('.tip')).toBeHidden();
});

test.describe('stillness', () => {
  for (const [width, height] of [
    // As on a phone is tested on the published page.
    [320, 640],
    [600, 800],
    [1024, 768],
    [1920, 1080],
  ]) {
    test(`nothing moves under the reader's eyes (${width} px)`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.addInitScript(() => {
        /** @type {string[]} */
        const shifts = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput, sources } = /** @type {any} */ (entry);
            if (hadRecentInput) continue;
            const moved = sources.map((/** @type {any} */ source) => {
              const { node, previousRect: before, currentRect: after } = source;
              const name = node?.closest?.('[id]')?.id ?? node?.nodeName;
              return `${node?.className ?? node?.nodeName} in ${name}: ${before.y}+${before.height} -> ${after.y}+${after.height}`;
            });
            shifts.push(`${value.toFixed(4)}: ${moved.join('; ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await open(page);
      await showAll(page);
      await page.locator('footer').scrollIntoViewIfNeeded();
      await expect(page.getByRole('searchbox')).toBeAttached();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(() => /** @type {any} */ (window).shifts)).toEqual([]);
    });
  }

  test('the words under a figure make room for its tools before these come', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const late = await hold(page, '**/*.wasm');
    const words = page.locator('figcaption > span, figcaption > details:not(.actions) > summary');
    const places = () =>
      words.evaluateAll((all) =>
        all.map((word) => {
          const [own, line] = [word, word.closest('figcaption') ?? word].map((one) => one.getBoundingClientRect());
          return `${word.textContent}: ${own.x - line.x}, ${own.y - line.y}, ${own.width} of ${line.height}`;
        }),
      );
    await page.goto('./');
    const before = await places();
    late.release();
    await answers(page);
    expect(before.length).toBeGreaterThan(FIGURES.length);
    expect(await places()).toEqual(before);
  });
});
