/** Below the oldest browsers that the program runs in, a reader gets the still page, whole, without an error. */
import { LOCALES, TITLE, expect, test } from './reader.mjs';
import { ADDRESS, standsStill } from './standing-still.mjs';

// What was preloaded for the program is not used, and the browser warns of it.
test.use({ faulty: true });

/** What a browser of before the floor lacks. @type {Record<string, () => void>} */
const LACKING = {
  'Safari before 15.4, Firefox before 90: no Array.prototype.at': () => {
    Reflect.deleteProperty(Array.prototype, 'at');
  },
  'Chrome before 96: no reference types in WebAssembly': () => {
    const { validate } = WebAssembly;
    const externref = 0x6f;
    WebAssembly.validate = (bytes) =>
      bytes instanceof Uint8Array && !bytes.subarray(8).includes(externref) && validate(bytes);
  },
  'no WebAssembly': () => {
    Reflect.deleteProperty(window, 'WebAssembly');
  },
};

for (const [at, [browser, remove]] of Object.entries(LACKING).entries()) {
  const locale = LOCALES[at % 2] ?? 'zh';
  test(`${browser}: the still page (${locale})`, async ({ page }) => {
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.addInitScript(remove);
    const script = page.waitForResponse(/\/main-\w+\.js$/);
    await page.goto(ADDRESS[locale], { waitUntil: 'load' });
    await (await script).finished();
    await expect(page.locator('h1')).toHaveText(TITLE[locale]);
    await standsStill(page, locale, 0);
    await expect(page.locator('figure button')).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}
