/** Below the oldest browsers that the program runs in, a reader gets the still page, whole, without an error. */
import { FIGURES, LOCALES, TITLE, expect, test } from './reader.mjs';

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

for (const [browser, remove] of Object.entries(LACKING)) {
  for (const locale of LOCALES) {
    test(`${browser}: the still page (${locale})`, async ({ page }) => {
      /** @type {string[]} */
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.addInitScript(remove);
      const script = page.waitForResponse(/\/main-\w+\.js$/);
      await page.goto(locale === 'en' ? 'en/' : './', { waitUntil: 'load' });
      await (await script).finished();
      await expect(page.locator('h1')).toHaveText(TITLE[locale]);
      for (const id of FIGURES) {
        await expect(page.locator(`#${id} svg:visible`), id).toHaveCount(1);
        await expect(page.locator(`#${id} table`), id).toHaveCount(1);
      }
      await expect(page.locator('canvas, .fault, figure button')).toHaveCount(0);
      expect(errors).toEqual([]);
    });
  }
}
