/**
 * What must hold in every engine: the page comes alive, answers to mouse, keys and width, opens where its address says, and
 * fits into another site's page. What does not hang on the engine is tested in ../browser/.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FIXTURE } from '../../scripts/build/pages.mjs';
import { serve } from '../../scripts/serve/server.mjs';
import * as article from '../browser/article.mjs';
import { until } from './driver.mjs';
import * as page from './page.mjs';
import * as studio from './studio.mjs';

/** @typedef {import('./driver.mjs').Engine} Engine */
/** @typedef {import('./driver.mjs').Window} Window */

const LOCALES = /** @type {const} */ (['zh', 'en']);
/** The address says the language, for a browser may speak any. */
const ADDRESS = { zh: '?lang=zh', en: 'en/' };
const TAGS = { zh: 'zh-Hans', en: 'en' };
const OTHER = /** @type {const} */ ({ zh: 'en', en: 'zh' });

/** Host pages, from the browser tests: a sandbox whose host listens, and our own element. */
const HOSTS = ['amp', 'embed'];

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const RESULTS = folder('../../test-results/engines');

const story = JSON.parse(readFileSync(folder(`../../${FIXTURE.story}`), 'utf8'));
/** @type {string[]} */
const FIGURES = story.chapters.flatMap((/** @type {any} */ chapter) =>
  chapter.figures.map((/** @type {any} */ figure) => figure.id),
);

/**
 * @param {string} name
 * @param {() => Promise<Engine>} start
 */
export function testEngine(name, start) {
  describe(name, { timeout: 600_000 }, () => {
    /** @type {Engine} */
    let engine;
    /** @type {{ url: string, close: () => Promise<void> }[]} */
    let servers = [];
    /** @type {string} */
    let site;

    before(async () => {
      servers = [
        await serve({ root: FIXTURE.site, port: 0, base: '/news/town/', csp: true }),
        await serve({ root: folder('../..'), port: 0 }),
      ];
      site = `${servers[0]?.url}`;
      engine = await start();
    });

    after(async () => {
      await engine?.close();
      for (const server of servers) await server.close();
    });

    /**
     * A test in a window of its own, in which nothing may be complained of; where it fails, its picture is kept.
     * @param {string} title
     * @param {(window: Window) => Promise<void>} work
     */
    function inWindow(title, work) {
      test(title, async () => {
        const window = await engine.open();
        try {
          await window.resize(1000, 700);
          await work(window);
          assert.deepEqual(await window.complaints(), []);
        } catch (error) {
          mkdirSync(RESULTS, { recursive: true });
          writeFileSync(`${RESULTS}/${name} ${title.replace(/[^\w ]/g, '')}.png`, await window.screenshot());
          throw error;
        } finally {
          await window.close();
        }
      });
    }

    inWindow('the studio makes a figure of the practice article', async (window) => {
      await window.visit(`${site}studio/`);
      await pressed(window, '.ways button');
      await pressed(window, '.mark.free');
      await pressed(window, '.fact input[data-place="pick"]');
      await pressed(window, '.below .main');
      await pressed(window, '.offer');
      await until('the page draws the figure', () => window.evaluate(studio.drawsLive));
    });

    inWindow('the studio makes one file of a story', async (window) => {
      await window.visit(`${site}studio/`);
      await pressed(window, '.ways button', 2);
      await pressed(window, '.rooms button', 4);
      await window.evaluate(studio.watchDownloads);
      await pressed(window, '.take section button');
      const file = await until('a file', () => window.evaluate(studio.downloaded));
      assert.equal(file.kind, 'text/html');
      assert.ok(file.size > 100_000, `${file.size} bytes`);
    });

    for (const locale of LOCALES) {
      inWindow(`${locale}: every figure is drawn, on a wide page and on a narrow one`, async (window) => {
        await open(window, site + ADDRESS[locale], locale);
        assert.ok((await window.evaluate(page.loaded, '.wasm')) > 0);
        for (const width of [1000, 480]) {
          if (width === 480) await narrow(window, width, 'days');
          for (const id of FIGURES) {
            await show(window, id);
            const seen = await until(`${id} follows its stage at ${width} px`, () => settled(window, id));
            assert.ok(seen.painted > 200, `${id}: ${seen.painted} pixels`);
            assert.ok(seen.colors > 1, `${id}: ${seen.colors} colours`);
          }
          assert.deepEqual(await window.evaluate(page.sideways), []);
        }
        assert.equal(await window.evaluate(page.count, '.fault'), 0);
      });

      inWindow(`${locale}: theme and language change under the reader's eyes`, async (window) => {
        await open(window, `${site}${ADDRESS[locale]}#shipyard`, locale);
        await show(window, 'shipyard');
        const light = await look(window, 'shipyard');
        const ground = await window.evaluate(page.ground);
        await window.evaluate(page.chooseTheme, 'dark');
        await until('dark marks', async () => (await look(window, 'shipyard')).hash !== light.hash);
        assert.notEqual(await window.evaluate(page.ground), ground);

        await window.evaluate(page.toTop);
        await click(window, 'a.language');
        await answers(window, OTHER[locale]);
        assert.ok((await window.evaluate(page.address)).startsWith(`${site}${ADDRESS[OTHER[locale]]}`));
        await show(window, 'shipyard');
        assert.ok((await look(window, 'shipyard')).painted > 200);
      });

      inWindow(`${locale}: an address with a figure's name opens there`, async (window) => {
        await open(window, `${site}${ADDRESS[locale]}#shipyard`, locale);
        await until('the figure is on top, drawn', async () => {
          const { top, live } = await window.evaluate(page.where, 'shipyard');
          return live && top >= 0 && top < 150;
        });
      });

      inWindow(`${locale}: the mouse finds marks, and a choice changes the drawing`, async (window) => {
        await open(window, `${site}${ADDRESS[locale]}#shipyard`, locale);
        await show(window, 'shipyard');
        await hover(window, window.evaluate);
        await window.point(2, 2);
        await until('no details elsewhere', async () => !(await window.evaluate(page.tooltip, 'shipyard')));

        const before = await look(window, 'shipyard');
        await click(window, '#shipyard .choices label:last-child');
        await until('another drawing', async () => (await look(window, 'shipyard')).hash !== before.hash);
      });

      inWindow(`${locale}: by keys alone`, async (window) => {
        await open(window, site + ADDRESS[locale], locale);
        const [first = ''] = FIGURES;
        await show(window, first);
        await window.evaluate(page.toTop);
        let focus = await window.evaluate(page.focus);
        for (let presses = 0; focus.mark < 0; presses += 1) {
          assert.ok(presses < 40, `40 times Tab, and no mark has the focus, but ${focus.name}`);
          await window.press('Tab');
          focus = await window.evaluate(page.focus);
          assert.ok(focus.line >= 2, `${focus.name} has a line of ${focus.line} px`);
          assert.ok(focus.contrast >= 3, `${focus.name} has a line of contrast ${focus.contrast}`);
        }
        assert.equal(focus.figure, first);

        const marks = await window.evaluate(page.marks, first);
        assert.ok(marks.length > 1);
        for (const [at, mark] of marks.entries()) {
          if (at > 0) await window.press('ArrowRight');
          await until(`mark ${at} has the focus`, async () => (await window.evaluate(page.focus)).mark === at);
          const tip = await window.evaluate(page.tooltip, first);
          assert.deepEqual(tip, { lines: mark.row, facts: [mark.fact] });
        }
        await window.press('Home');
        await until('the first mark has the focus', async () => (await window.evaluate(page.focus)).mark === 0);
        await window.press('Escape');
        await until('Escape closes the details', async () => !(await window.evaluate(page.tooltip, first)));
        assert.equal((await window.evaluate(page.focus)).mark, 0, 'Escape leaves the focus where it is');
        await window.press('Tab');
        const left = await window.evaluate(page.focus);
        assert.ok(left.figure !== first || left.mark < 0, 'a figure is one stop');
      });

      inWindow(`${locale}: an article inside a messenger is drawn alike after its cleaning`, async (window) => {
        for (const id of ['at-a-glance', 'streets', 'ferries']) {
          const read = (/** @type {string} */ as) => readArticle(window, `${servers[1]?.url}`, `${id}.${locale}`, as);
          await read('source');
          const written = await stillPicture(window);
          for (const as of ['cleaned', 'lowered']) {
            await read(as);
            await until(`${id}, ${as}, looks as written`, async () => written.equals(await window.screenshot()));
          }
        }
      });

      inWindow(`${locale}: in such an article each tap tells, and a change ends at now`, async (window) => {
        await readArticle(window, `${servers[1]?.url}`, `ferries.${locale}`, 'lowered');
        const answers = (await window.evaluate(article.seenAfter, 1)).length;
        assert.ok(answers > 4, `${answers} answers`);
        for (let place = 0; place < answers; place += 1) {
          for (let tap = 0; tap < 2; tap += 1) {
            const spot = await window.evaluate(article.spot, place);
            assert.ok(spot, `${place} is nowhere to be tapped`);
            await window.click(spot.x, spot.y);
            const seen = await window.evaluate(article.seenAfter, 0.5);
            const expected = seen.map((_, at) => Number(at === place));
            assert.deepEqual(seen, expected, `answer ${place}`);
            assert.deepEqual(
              await window.evaluate(article.seenAfter, 6),
              seen.map(() => 0),
            );
          }
        }
      });

      for (const host of HOSTS) {
        inWindow(`${locale}: in a frame of another site (${host})`, async (window) => {
          const hosts = `${servers[1]?.url}tests/browser/hosts/`;
          // Another site than 127.0.0.1, though the same machine.
          const child = `${site.replace('127.0.0.1', 'localhost')}figure/shipyard.${locale}.html`;
          await window.visit(`${hosts}${host}.html?child=${encodeURIComponent(child)}`);
          await until('the frame answers', () => inFrame(window, page.answers, TAGS[locale], 1));
          const fits = () =>
            until('the frame is as tall as its content', async () => {
              const [frame, content] = [await window.evaluate(page.frameBox), await inFrame(window, page.content)];
              return content && Math.abs(frame.height - content) <= 1 && frame;
            });
          const wide = await fits();
          await window.evaluate(page.setColumn, 360);
          await until('a narrow drawing in the frame', async () => {
            const { drawn, shown } = await window.evaluateInFrame(page.look, 'shipyard');
            return drawn === shown && shown <= 360;
          });
          const narrow = await fits();
          assert.notEqual(narrow.height, wide.height);
          await hover(window, window.evaluateInFrame, narrow);
        });
      }

      test(`${locale}: without scripts, every figure is a still`, async () => {
        const window = await engine.open();
        try {
          await window.visit(site + ADDRESS[OTHER[locale]]);
          // A sandbox without scripts, which the page around it may look into. The engine says that it blocked one.
          await window.evaluate(page.addStill, site + (locale === 'en' ? 'en/' : ''));
          const seen = await until('the page in the sandbox', () => window.evaluate(page.stills, TAGS[locale]));
          assert.deepEqual(seen, { live: 0, shown: FIGURES });
        } finally {
          await window.close();
        }
      });
    }
  });
}

/**
 * Presses a control of the studio as soon as it can be pressed.
 * @param {Window} window
 * @param {string} selector
 * @param {number} [index] which of them
 */
const pressed = (window, selector, index = 0) =>
  until(`${selector} can be pressed`, () => window.evaluate(studio.press, selector, index));

/**
 * Opens a page and waits until it answers.
 * @param {Window} window
 * @param {string} address
 * @param {'zh' | 'en'} locale
 */
async function open(window, address, locale) {
  await window.visit(address);
  await answers(window, locale);
}

/**
 * Opens a fragment as an article inside a messenger.
 * @param {Window} window
 * @param {string} site where the repository's folder is served
 * @param {string} fragment
 * @param {string} as after which cleaning
 */
async function readArticle(window, site, fragment, as) {
  await window.visit(`${site}tests/browser/article.html?fragment=${fragment}&as=${as}`);
  await until(`the article ${fragment}`, () => window.evaluate(article.ready));
}

/** What a window shows, once it shows the same twice. @param {Window} window */
async function stillPicture(window) {
  let seen = Buffer.of();
  await until('the window is still', async () => {
    const before = seen;
    seen = Buffer.from(await window.screenshot());
    return seen.equals(before);
  });
  return seen;
}

/** @param {Window} window @param {'zh' | 'en'} locale */
async function answers(window, locale) {
  await until(`the page answers in ${locale}`, () => window.evaluate(page.answers, TAGS[locale], FIGURES.length));
}

/** Brings a figure to the middle of the window and waits for its drawing. @param {Window} window @param {string} id */
async function show(window, id) {
  await window.evaluate(page.center, id);
  await until(`${id} is drawn`, async () => (await window.evaluate(page.where, id)).live);
}

/**
 * Makes the window narrower while a figure is being read, which is alone in its row, and waits until it is where it was.
 * @param {Window} window
 * @param {number} width in CSS px
 * @param {string} id
 */
async function narrow(window, width, id) {
  await show(window, id);
  const top = await rest(window, id);
  await window.resize(width, 700);
  await until(`${id} stays where it was`, async () => Math.abs((await rest(window, id)) - top) <= 2);
}

/** Where a figure is, once it has stayed there for a while, in CSS px. @param {Window} window @param {string} id */
async function rest(window, id) {
  let top = NaN;
  let same = 0;
  await until(`${id} rests`, async () => {
    const before = top;
    ({ top } = await window.evaluate(page.where, id));
    same = top === before ? same + 1 : 0;
    return same === 5;
  });
  return top;
}

/** What a figure shows, once its canvas is as wide as its stage. @param {Window} window @param {string} id */
async function settled(window, id) {
  const seen = await window.evaluate(page.look, id);
  return seen.drawn === seen.shown && seen;
}

/** @param {Window} window @param {string} id */
const look = (window, id) => window.evaluate(page.look, id);

/** Clicks in the middle of an element. @param {Window} window @param {string} selector */
async function click(window, selector) {
  await window.click(...(await window.evaluate(page.middle, selector)));
}

/**
 * Moves the mouse to the first mark of a figure, which says its row. The mark is followed: what is above it may still grow.
 * @param {Window} window
 * @param {import('./driver.mjs').Evaluate} evaluate where the figure is
 * @param {{ x: number, y: number }} [corner] of the frame that it is in
 */
async function hover(window, evaluate, { x, y } = { x: 0, y: 0 }) {
  const { mark, tip } = await until('details under the mouse', async () => {
    const [mark] = await evaluate(page.marks, 'shipyard');
    assert.ok(mark);
    await window.point(x + mark.center[0], y + mark.center[1]);
    const tip = await evaluate(page.tooltip, 'shipyard');
    return tip && { mark, tip };
  });
  assert.deepEqual(tip, { lines: mark.row, facts: [mark.fact] });
}

/**
 * Asks a frame, which may be on its way to another page.
 * @template {any[]} Args
 * @template Answer
 * @param {Window} window
 * @param {(...args: Args) => Answer} work
 * @param {Args} args
 * @returns {Promise<Answer | undefined>}
 */
async function inFrame(window, work, ...args) {
  try {
    return await window.evaluateInFrame(work, ...args);
  } catch {
    return undefined;
  }
}
