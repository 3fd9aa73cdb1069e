/** The page as a whole: drawn, sharp, in the reader's language and colours, and still where the reader was. */
import {
  FIGURES,
  LOCALES,
  TAGS,
  THEMES,
  TITLE,
  answers,
  center,
  covered,
  expect,
  figureAddress,
  inks,
  isPublished,
  look,
  open,
  publishedOnly,
  setScreen,
  sharpness,
  show,
  showAll,
  sideways,
  test,
} from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */

/**
 * What a question is answered when it has been answered the same for a while.
 * @param {Page} page
 * @param {() => Promise<number>} question
 */
async function settled(page, question) {
  let answer = await question();
  for (let same = 0; same < 5; same += 1) {
    await page.waitForTimeout(100);
    const next = await question();
    if (next !== answer) same = 0;
    answer = next;
  }
  return answer;
}

test.describe('drawing', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const locale of LOCALES) {
    for (const theme of THEMES) {
      test(`every figure is painted when it comes into view (${locale}, ${theme})`, async ({ page }) => {
        await open(page, `?lang=${locale}&theme=${theme}`);
        await expect(page.locator('figure.figure')).toHaveCount(FIGURES.length);
        const colors = await inks(page);
        for (const id of FIGURES) {
          const figure = await show(page, id);
          const seen = await look(figure);
          const used = Object.keys(colors).filter((name) => covered(seen, colors[name]) > 20);
          expect(used.length, `${id} is painted in ${used}`).toBeGreaterThanOrEqual(2);
          expect(await sharpness(figure), id).toEqual({
            drawn: (await sharpness(figure)).shown,
            shown: expect.anything(),
          });
        }
      });
    }
  }

  for (const ratio of [1.5, 2]) {
    test.describe(`on a screen of ${ratio} pixels to one`, () => {
      test.use({ deviceScaleFactor: ratio, viewport: { width: 360, height: 740 } });

      test(`every figure is as sharp as the screen (${ratio})`, async ({ page }) => {
        await open(page);
        for (const id of FIGURES) {
          const { drawn, shown } = await sharpness(await show(page, id));
          expect(drawn, id).toEqual(shown);
        }
      });
    });
  }

  test('figures are sharp again after the window turns, zooms and moves to another screen', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'pipeline');
    const ratio = async () => {
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
    await show(page, 'frequency');
    await page.getByRole('link', { name: 'English' }).dispatchEvent('click');
    await answers(page, 'en');
    await speaks(page, 'en');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    if (isPublished()) await expect(page.locator('#frequency .stage')).toBeInViewport();
    await open(page);
    await speaks(page, 'en');
    await page.getByRole('link', { name: '中文' }).click();
    await answers(page, 'zh');
    await speaks(page, 'zh');
    await open(page);
    await speaks(page, 'zh');
    await show(page, 'pipeline');
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
    await open(page, figureAddress('pipeline', 'en'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('figure h1, figure h2, figure h3').first()).toHaveText(/drugs/i);
  });
});

/**
 * @param {Page} page
 * @param {'zh' | 'en'} locale
 */
async function speaks(page, locale) {
  await expect(page.locator('html')).toHaveAttribute('lang', TAGS[locale]);
  // A title may hold numbers, which the story keeps in braces.
  const parts = TITLE[locale].split(/\{[^}]*\}/).filter(Boolean);
  for (const part of parts) {
    await expect(page).toHaveTitle(new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    await expect(page.locator('h1')).toContainText(part);
  }
  const headings = (await page.locator('h2, h3').allTextContents()).join('');
  if (locale === 'zh') expect(headings).toMatch(/[一-鿿]/);
  else expect(headings).not.toMatch(/[一-鿿]/);
}

test.describe('theme', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  /** What `--text` is in each theme, as the stylesheet has it. @param {Page} page */
  const text = async (page) => (await inks(page)).text;

  test('the control changes page and canvases, and the choice is remembered', async ({ page }) => {
    await open(page, '?lang=en');
    const figure = await show(page, 'pipeline');
    const light = await text(page);
    expect(covered(await look(figure), light)).toBeGreaterThan(50);
    await page.locator('#tools').getByRole('combobox').selectOption('dark');
    const dark = await text(page);
    expect(dark).not.toBe(light);
    await expect.poll(async () => covered(await look(figure), dark)).toBeGreaterThan(50);
    expect(covered(await look(figure), light)).toBe(0);
    await open(page, '?lang=en');
    expect(await text(page)).toBe(dark);
    await expect(page.locator('#tools').getByRole('combobox')).toHaveValue('dark');
  });

  for (const theme of THEMES) {
    test(`?theme=${theme} wins over the system`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
      await open(page, `?theme=${theme}`);
      const figure = await show(page, 'headline');
      expect(await lightness(page)).toBe(theme);
      expect(covered(await look(figure), await text(page))).toBeGreaterThan(50);
    });
  }

  test('a change of the system while the page is open repaints the canvases', async ({ page }) => {
    await open(page);
    const figure = await show(page, 'frequency');
    const light = await inks(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => lightness(page)).toBe('dark');
    const dark = await inks(page);
    await expect.poll(async () => covered(await look(figure), dark.one)).toBeGreaterThan(500);
    expect(covered(await look(figure), light.one)).toBe(0);
    // A figure that is far away when it happens is right when it is seen again.
    await show(page, 'dates');
    await page.emulateMedia({ colorScheme: 'light' });
    await show(page, 'frequency');
    await expect.poll(async () => covered(await look(figure), light.one)).toBeGreaterThan(500);
  });

  test('a wish for more contrast darkens what is pale, also in the canvases', async ({ page }) => {
    await open(page, '?theme=light');
    const figure = await show(page, 'headline');
    const { muted, text } = await inks(page);
    expect(covered(await look(figure), muted)).toBeGreaterThan(50);
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(async () => covered(await look(figure), muted)).toBe(0);
    expect((await inks(page)).muted).toBe(text);
  });
});

/** Whether the page's ground is light or dark. @param {Page} page */
async function lightness(page) {
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  return Number(ground.match(/\d+/)?.[0]) > 127 ? 'light' : 'dark';
}

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
    await open(page, '#pipeline');
    await expect.poll(() => placed(page, '#pipeline h3')).toBe(true);
    await expect(page.locator('#pipeline .stage.live canvas')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await placed(page, '#pipeline h3')).toBe(true);
    expect(new URL(page.url()).hash).toBe('#pipeline');
  });

  test('the address and the marked chapter follow the reading', async ({ page }) => {
    await open(page);
    if (!isPublished()) await showAll(page);
    const entries = await page.evaluate(() => history.length);
    for (const [id, chapter] of [
      ['frequency', 'corridor'],
      ['services', 'countryside'],
      ['innovators', 'innovation'],
    ]) {
      await center(page.locator(`#${id}`));
      await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`);
      await expect(page.locator('nav.chapters [aria-current]')).toHaveAttribute('href', `#${chapter}`);
    }
    expect(await page.evaluate(() => history.length), 'the back button leads out').toBe(entries);
  });

  test('the bar leads to each chapter', async ({ page }) => {
    await open(page);
    // The developer's page grows as its figures are drawn: nothing is written beforehand that would hold their places.
    if (!isPublished()) await showAll(page);
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
    for (const width of [320, 360, 768, 1280]) {
      test(`nothing scrolls sideways at ${width} px (${locale})`, async ({ page }) => {
        await page.setViewportSize({ width, height: 740 });
        await open(page, `?lang=${locale}`);
        await showAll(page);
        expect(await sideways(page)).toEqual([]);
      });
    }

    test(`nothing scrolls sideways after the phone is turned (${locale})`, async ({ page }) => {
      await page.setViewportSize({ width: 740, height: 360 });
      await open(page, `?lang=${locale}`);
      await showAll(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await expect.poll(() => sideways(page)).toEqual([]);
    });
  }
});

test.describe('place', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('what is being read stays where it is when the phone is turned, and back', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    const figure = await show(page, 'growth');
    await center(figure);
    const top = () => figure.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await settled(page, top);
    for (const size of [
      { width: 844, height: 390 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
      await settled(page, top);
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
    }
  });
});

test.describe('the index', () => {
  test('is a table that fits the window, is searched, and is sorted by number', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, '?lang=en');
    await page.locator('#numbers').scrollIntoViewIfNeeded();
    const table = page.getByRole('table', { name: 'All numbers' });
    const rows = table.getByRole('row');
    await expect(page.getByRole('searchbox')).toBeVisible();
    const all = await rows.count();
    expect(all).toBeGreaterThan(80);
    expect(await table.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await table.getByRole('button', { name: 'Value' }).click();
    await expect(table.getByRole('columnheader', { name: 'Value' })).toHaveAttribute('aria-sort', 'ascending');
    const sorted = await table.locator('[data-sort]').evaluateAll((cells) =>
      cells
        .map((cell) => cell.getAttribute('data-sort'))
        .filter(Boolean)
        .map(Number),
    );
    expect(sorted).toEqual([...sorted].sort((one, other) => one - other));
    expect(await rows.count()).toBe(all);
    await page.getByRole('searchbox').fill('technology-based');
    await expect(page.locator('.index-tools [role="status"]')).toHaveText(/^\d of /);
    await expect(rows.filter({ hasText: 'Technology-based SMEs' })).toBeVisible();
    await expect(rows.filter({ hasText: 'Industrial clusters' })).toBeHidden();
  });
});

test.describe('stillness', () => {
  publishedOnly('only the published page is there before its script');

  for (const [width, height] of [
    [360, 740],
    [390, 844],
    [800, 1280],
    [1280, 720],
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
});

test.describe('before the module comes', () => {
  publishedOnly('only the published page is there before its script');

  test('everything far down is laid out soon, so that a picture of the whole page shows it', async ({ page }) => {
    await page.route('**/*.wasm', () => {});
    await page.goto('./');
    const putOff = () =>
      page
        .locator('.figure figcaption, .index th')
        .evaluateAll((parts) => parts.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length);
    await expect.poll(putOff).toBe(0);
  });

  for (const locale of LOCALES) {
    for (const width of [360, 1280]) {
      test(`no text of a still drawing is cut, in a font as wide as this one (${locale}, ${width} px)`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 740 });
        await page.route('**/*.wasm', () => {});
        await page.goto(`./?lang=${locale}`);
        await expect(page.locator('html')).toHaveAttribute('lang', TAGS[locale]);
        const cut = await page.locator('.stage svg:visible text').evaluateAll((texts) =>
          texts
            .filter((text) => {
              const [box, frame] = [text, text.closest('svg')].map((element) => element?.getBoundingClientRect());
              // A letter may reach a little beyond where its line begins.
              return !box || !frame || box.right > frame.right + 1.5 || box.left < frame.left - 1.5;
            })
            .map((text) => `${text.closest('figure')?.id}: ${text.textContent}`),
        );
        expect(cut).toEqual([]);
      });
    }
  }
});

test.describe('without JavaScript', () => {
  publishedOnly('only the published page is written beforehand');
  // Chromium then complains that the module was fetched ahead in vain.
  test.use({ javaScriptEnabled: false, faulty: true });

  for (const [locale, address] of [
    ['zh', './'],
    ['en', 'en/'],
  ]) {
    for (const width of [360, 1280]) {
      test(`the page has all figures, tables and notes (${locale}, ${width} px)`, async ({ page }) => {
        await page.setViewportSize({ width, height: 740 });
        await page.goto(address ?? '');
        for (const id of FIGURES) {
          const figure = page.locator(`figure#${id}`);
          await expect(figure.locator('h3')).toBeVisible();
          await expect(figure.locator('svg:visible')).toHaveCount(1);
          const { width = 0, height = 0 } = (await figure.locator('svg:visible').boundingBox()) ?? {};
          expect(Math.min(width, height), id).toBeGreaterThan(100);
          await figure.locator('summary').click();
          await expect(figure.locator('table')).toBeVisible();
          expect(await figure.locator('tbody tr').count()).toBeGreaterThan(0);
          for (const note of await figure.locator('.notes li').all()) await expect(note).toBeVisible();
        }
        await expect(page.locator('table.index')).toBeVisible();
        await expect(page.locator('#method')).toBeVisible();
      });
    }
  }

  test('the switch of language is a link', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
