/** The reader's place: nobody is moved who has moved, whatever comes late and whatever opens. */
import { child, expect as expectHost, fits, openHost, test as hostTest } from './framing.mjs';
import { answers, atRest, expect, hold, isAddressIn, open, test } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/** The part that is being read, and where it is in the window. @param {Page} page */
const reading = async (page) => partAt(await atRest(page));

/** The last part that begins above the middle of the window. @param {number[]} tops */
function partAt(tops) {
  const index = tops.filter((top) => top < 420).length - 1;
  return { index, top: tops[index] ?? NaN };
}

/** Expects the same part at the same place. @param {Page} page @param {{ index: number, top: number }} before */
async function stays(page, before) {
  const tops = await atRest(page);
  expect(Math.abs((tops[before.index] ?? NaN) - before.top), `${before.top} -> ${tops[before.index]}`).toBeLessThan(4);
}

test.describe('a page that comes in parts', () => {
  test.use({ faulty: true, viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

  for (const [what, files] of /** @type {const} */ ([
    ['module', '**/*.wasm'],
    ['script', '**/main-*.js'],
  ])) {
    for (const fails of [false, true]) {
      test(`the ${what} ${fails ? 'fails' : 'comes'} when the reader has scrolled on`, async ({ page }) => {
        const late = await hold(page, files, (route) => (fails ? route.abort() : route.continue()));
        await page.goto('./#shipyard', { waitUntil: 'commit' });
        await expect.poll(late.asked).toBeGreaterThan(0);
        // Browsers go to a named part when the scripts of a page have come, at the latest.
        if (what === 'module') await expect(page.locator('#shipyard h3')).toBeInViewport();
        await page.mouse.move(200, 400);
        await page.mouse.wheel(0, 2500);
        await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2000);
        const before = partAt(await atRest(page));
        late.release();
        if (!fails) await answers(page);
        else if (what === 'module') await expect(page.locator('.fault')).toHaveCount(1);
        await stays(page, before);
      });
    }
  }

  test('a script that comes when the page is laid out comes back there too', async ({ page }) => {
    await open(page, '?lang=en');
    await page.locator('#ferries').evaluate((part) => scrollBy(0, part.getBoundingClientRect().top + 60));
    await expect.poll(() => page.evaluate(() => history.state?.place?.id)).toBe('ferries');
    const before = await reading(page);
    const late = await hold(page, '**/main-*.js');
    await page.reload({ waitUntil: 'commit' });
    // The page in Chinese, which is what this address brings, is shorter than before by more than a window in the end.
    await expect(page.locator('#numbers')).toBeAttached();
    await atRest(page);
    late.release();
    await answers(page, 'en');
    await stays(page, before);
  });

  for (const address of ['./', '?lang=en']) {
    test(`reloading in the middle comes back there (${address})`, async ({ page }) => {
      await open(page, address);
      await page.locator('#ferries').evaluate((part) => scrollBy(0, part.getBoundingClientRect().top - 100));
      await expect.poll(() => page.evaluate(() => history.state?.place?.id)).toBe('ferries');
      const before = await reading(page);
      await page.reload();
      await answers(page);
      await stays(page, before);
    });

    test(`Back to the middle comes back there (${address})`, async ({ page }) => {
      await open(page, address);
      await page.locator('#ferries').evaluate((part) => scrollBy(0, part.getBoundingClientRect().top - 100));
      await expect.poll(() => page.evaluate(() => history.state?.place?.id)).toBe('ferries');
      const before = await reading(page);
      await page.goto('figure/goods-grown.zh.html');
      await page.goBack();
      await answers(page);
      await stays(page, before);
    });
  }
});

test('a change of language at the top of a page stays there, whatever the address names', async ({ page }) => {
  await open(page, '?lang=zh');
  await page.evaluate(() => history.replaceState(null, '', '#tower'));
  await page.getByRole('link', { name: 'English' }).click();
  await answers(page, 'en');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(isAddressIn(page.url(), 'en')).toBe(true);
});

hostTest.describe('a dialog in a frame', () => {
  hostTest.use({ viewport: { width: 900, height: 320 } });

  for (const action of ['Download', 'Embed']) {
    hostTest(`the page around it and its history stay as they are (${action})`, async ({ page, sites }) => {
      await openHost(page, sites, 'datawrapper', 'figure/goods-grown.en.html');
      const frame = await child(page, 'en');
      await fits(page);
      const button = frame.getByRole('button', { name: new RegExp(`^${action}`), includeHidden: true });
      await button.evaluate((element) => {
        element.closest('details')?.setAttribute('open', '');
        element.scrollIntoView({ block: 'end' });
        if (element instanceof HTMLElement) element.focus({ preventScroll: true });
      });
      const state = () => page.evaluate(() => [scrollY, history.length]);
      const before = await state();
      expectHost(before[0], 'the frame is taller than the window').toBeGreaterThan(50);
      await button.dispatchEvent('click');
      const dialog = frame.getByRole('dialog');
      await expectHost(dialog).toBeVisible();
      await expectHost(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
      if (action === 'Embed') await dialog.getByRole('combobox').first().selectOption('zh');
      expectHost(await state()).toEqual(before);
      await page.keyboard.press('Escape');
      await expectHost(dialog).toHaveCount(0);
      expectHost(await state()).toEqual(before);
    });
  }
});
