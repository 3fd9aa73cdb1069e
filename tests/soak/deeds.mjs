/** What the soak does again and again, inside the page, as a reader or a host would bring it about. */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Draws every figure again and again, by changing its width.
 * @param {Page} page
 * @param {number} times how many drawings, at least
 */
export async function drawings(page, times) {
  await page.locator('figure.figure .actions').last().waitFor({ state: 'attached' });
  await page.evaluate(async (times) => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const counts = /** @type {any} */ (window);
    const first = counts.painted;
    const figures = [...document.querySelectorAll('figure.figure')];
    for (const [index, figure] of figures.entries()) {
      const stage = figure.querySelector('.stage');
      stage?.scrollIntoView({ block: 'center', behavior: 'instant' });
      while (!stage?.classList.contains('live')) await frame();
      for (let width = 0; counts.painted - first < (times * (index + 1)) / figures.length; width += 1) {
        document.body.style.width = `${45 + (width % 7)}rem`;
        await frame();
        await frame();
      }
    }
    document.body.style.width = '';
    scrollTo(0, 0);
    await frame();
    await frame();
  }, times);
}

/**
 * Switches the language, and the theme each time, there and back.
 * @param {Page} page
 * @param {number} times
 */
export async function switches(page, times) {
  await page.locator('figure.figure .actions').last().waitFor({ state: 'attached' });
  await page.evaluate(async (times) => {
    const pause = () => new Promise((next) => setTimeout(next));
    // There and back again, so that what is held at the end is for the same page.
    for (let turn = 0; turn < times + (times % 2); turn += 1) {
      const select = document.querySelector('#tools select');
      const link = document.querySelector('#tools a.language');
      if (!(select instanceof HTMLSelectElement) || !(link instanceof HTMLElement)) throw new Error('no tools');
      select.value = turn % 2 ? 'light' : 'dark';
      select.dispatchEvent(new Event('change'));
      const { lang } = document.documentElement;
      link.click();
      while (document.documentElement.lang === lang || !document.querySelector('#tools select')) await pause();
      if (document.querySelector('.fault'))
        throw new Error(`turn ${turn}: ${document.querySelector('.fault')?.textContent}`);
    }
  }, times);
}

/**
 * Puts a figure into the page by our script, waits until it is drawn, and takes it out.
 * @param {Page} page
 * @param {number} times
 * @param {string} site
 */
export async function frames(page, times, site) {
  await page.evaluate(
    async ({ times, site }) => {
      const pause = () => new Promise((next) => setTimeout(next, 5));
      if (!customElements.get('story-figure')) {
        const script = document.createElement('script');
        script.src = `${site}embed.js`;
        document.head.append(script);
        await customElements.whenDefined('story-figure');
      }
      const names = ['pipeline', 'frequency', 'capacity', 'dates'];
      for (let turn = 0; turn < times; turn += 1) {
        const element = document.createElement('story-figure');
        element.setAttribute('src', site);
        element.setAttribute('figure', names[turn % names.length] ?? '');
        element.setAttribute('lang', turn % 2 ? 'en' : 'zh');
        document.body.append(element);
        const isDrawn = () =>
          element.shadowRoot?.querySelector('iframe')?.contentDocument?.querySelector('.stage.live canvas');
        while (!isDrawn()) await pause();
        element.remove();
      }
    },
    { times, site },
  );
}
