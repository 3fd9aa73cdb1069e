/** The page as a whole: drawn, sharp, in the reader's language and colours. */
import { covered, expectPainted, inks, look, sharpness } from './canvas.mjs';
import { setScreen } from './device.mjs';
import {
  FIGURES,
  LOCALES,
  THEMES,
  answers,
  center,
  expect,
  figureAddress,
  isAddressIn,
  open,
  show,
  speaks,
  test,
} from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

test.describe('drawing', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const [locale, theme, deviceScaleFactor, viewport] of /** @type {const} */ ([
    ['zh', 'light', 1, { width: 1280, height: 720 }],
    ['en', 'dark', 1.5, { width: 360, height: 740 }],
  ])) {
    test.describe(`on a screen of ${deviceScaleFactor} pixels to one`, () => {
      test.use({ deviceScaleFactor, viewport });

      test(`every figure is painted when it comes into view, and sharp (${locale}, ${theme})`, async ({ page }) => {
        await open(page, `?lang=${locale}&theme=${theme}`);
        await expect(page.locator('figure.figure')).toHaveCount(FIGURES.length);
        for (const id of FIGURES) {
          const { drawn, shown } = await sharpness(await expectPainted(page, id));
          expect(drawn, id).toEqual(shown);
        }
      });
    });
  }

  test('figures are sharp again after the window turns, zooms and moves to another screen', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'shipyard');
    // Out of sight it would hold no pixels; where a page that has just been scrolled is after a turn is none of this test's business.
    const ratio = async () => {
      await center(figure);
      const { drawn, shown } = await sharpness(figure);
      return drawn.join() === shown.join() && Math.round(((drawn[0] ?? 0) / (await width())) * 100) / 100;
    };
    const width = () => figure.locator('.stage').evaluate((stage) => stage.clientWidth);
    await expect.poll(ratio).toBe(1);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(ratio).toBe(1);
    // Zooming in by half, as the browser does it: fewer CSS px, more device pixels to each.
    await page.setViewportSize({ width: 853, height: 480 });
    await setScreen(page, 1.5);
    await expect.poll(ratio).toBe(1.5);
    // The same window on a finer screen: not a CSS px changes.
    await setScreen(page, 2);
    await expect.poll(ratio).toBe(2);
    await setScreen(page, 1);
    await expect.poll(ratio).toBe(1);
  });
});

test.describe('language', () => {
  for (const locale of LOCALES) {
    test(`?lang=${locale} sets title, language and headings`, async ({ page }) => {
      await open(page, `?lang=${locale}`);
      await speaks(page, locale);
    });
  }

  test('the switch changes the page in place and back, and the choice is remembered', async ({ page }) => {
    await open(page, '?lang=zh');
    await show(page, 'ferries');
    await page.getByRole('link', { name: 'English' }).dispatchEvent('click');
    await answers(page, 'en');
    await speaks(page, 'en');
    expect(isAddressIn(page.url(), 'en')).toBe(true);
    await expect(page.locator('#ferries .stage')).toBeInViewport();
    await open(page);
    await speaks(page, 'en');
    await page.getByRole('link', { name: '中文' }).click();
    await answers(page, 'zh');
    await speaks(page, 'zh');
    await open(page);
    await speaks(page, 'zh');
    await show(page, 'shipyard');
  });

  for (const [spoken, locale] of /** @type {const} */ ([
    ['en-GB', 'en'],
    ['zh-TW', 'zh'],
    ['fr-FR', 'zh'],
  ])) {
    test.describe(`in a browser that speaks ${spoken}`, () => {
      test.use({ locale: spoken });

      test(`the page speaks ${locale} when the browser speaks ${spoken}`, async ({ page }) => {
        await open(page);
        await speaks(page, locale);
      });
    });
  }

  test('an address that names a language wins over the browser and over what was chosen', async ({ page }) => {
    await open(page, figureAddress('shipyard', 'en'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('figure h1, figure h2, figure h3').first()).toHaveText(/boats/);
  });
});

test.describe('theme', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  /** What `--text` is in each theme, as the stylesheet has it. @param {Page} page */
  const text = async (page) => (await inks(page)).text;

  test('the control changes page and canvases, and the choice is remembered', async ({ page }) => {
    await open(page, '?lang=en');
    const figure = await show(page, 'shipyard');
    const [hue, light] = await mostUsed(page, figure);
    await page.locator('#tools').getByRole('combobox').selectOption('dark');
    const { [hue]: dark } = await inks(page);
    expect(dark).not.toBe(light);
    await expect.poll(async () => covered(await look(figure), dark)).toBeGreaterThan(50);
    expect(covered(await look(figure), light)).toBe(0);
    await open(page, '?lang=en');
    expect((await inks(page))[hue]).toBe(dark);
    await expect(page.locator('#tools').getByRole('combobox')).toHaveValue('dark');
  });

  for (const theme of THEMES) {
    test(`?theme=${theme} wins over the system`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
      await open(page, `?theme=${theme}`);
      const figure = await show(page, 'bakery');
      expect(await lightness(page)).toBe(theme);
      expect(covered(await look(figure), await text(page))).toBeGreaterThan(50);
    });
  }

  test('a change of the system while the page is open repaints the canvases', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'ferries');
    const [hue, light] = await mostUsed(page, figure);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => lightness(page)).toBe('dark');
    const { [hue]: dark } = await inks(page);
    await expect.poll(async () => covered(await look(figure), dark)).toBeGreaterThan(50);
    expect(covered(await look(figure), light)).toBe(0);
    // A figure that is far away when it happens is right when it is seen again.
    await show(page, 'days');
    await page.emulateMedia({ colorScheme: 'light' });
    await show(page, 'ferries');
    await expect.poll(async () => covered(await look(figure), light)).toBeGreaterThan(50);
  });

  test('a wish for more contrast darkens what is pale, also in the canvases', async ({ page }) => {
    await open(page, '?theme=light');
    const figure = await show(page, 'questions-asked');
    const { muted, text } = await inks(page);
    await expect.poll(async () => covered(await look(figure), muted)).toBeGreaterThan(50);
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(async () => covered(await look(figure), muted)).toBe(0);
    expect((await inks(page)).muted).toBe(text);
  });
});

/**
 * The hue that covers most of a figure: its name and its colour now.
 * @param {Page} page
 * @param {import('./reader.mjs').Locator} figure
 */
async function mostUsed(page, figure) {
  const [seen, colors] = [await look(figure), await inks(page)];
  const hues = Object.entries(colors).filter(([name]) => name.startsWith('hue-'));
  const [most] = hues.sort((one, other) => covered(seen, other[1]) - covered(seen, one[1]));
  if (!most || covered(seen, most[1]) <= 50) throw new Error('the figure is painted in no hue');
  return most;
}

/** Whether the page's ground is light or dark. @param {Page} page */
async function lightness(page) {
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  return Number(ground.match(/\d+/)?.[0]) > 127 ? 'light' : 'dark';
}

test.describe('the line under a figure', () => {
  for (const width of [390, 1280]) {
    test(`keeps its words in place while parts open, and a menu opens in sight (${width})`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page);
      const caption = (await show(page, 'shipyard')).locator('figcaption');
      const words = caption.locator(':scope > details > summary');
      await expect(words).toHaveCount(3);
      const places = () =>
        words.evaluateAll((all) => {
          const top = all[0]?.parentElement?.parentElement?.getBoundingClientRect().top ?? 0;
          return all.map((word) => [word.getBoundingClientRect().left, word.getBoundingClientRect().top - top]);
        });
      const closed = await places();
      expect(new Set(closed.map(([, top]) => top)).size, 'one line').toBe(1);
      for (const word of await words.all()) {
        await word.click();
        expect(await places()).toEqual(closed);
      }
      await expect(caption.locator('.actions > div')).toBeInViewport({ ratio: 0.9 });
    });
  }
});
