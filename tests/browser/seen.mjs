/** What of a figure and a page is in sight: marks, rows of tables, tooltips, and what sticks out. */

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** The marks of a figure, as the overlay has them, in order: their boxes in the drawing, their middles in the window. @param {Locator} figure */
export async function marks(figure) {
  const found = await figure.locator('.mark').evaluateAll((buttons) =>
    buttons.map((button) => {
      if (!(button instanceof HTMLElement)) throw new Error('not an element');
      const corner = button.closest('.stage')?.getBoundingClientRect();
      const { x, y, width, height } = button.getBoundingClientRect();
      return {
        fact: button.dataset.fact ?? '',
        name: button.getAttribute('aria-label') ?? '',
        box: { x: x - (corner?.x ?? 0), y: y - (corner?.y ?? 0), width, height },
        middle: /** @type {[number, number]} */ ([x + width / 2, y + height / 2]),
      };
    }),
  );
  return found;
}

/**
 * The rows of a figure's table, by fact: what a voice says of each, and its cells.
 * @param {Locator} figure
 * @returns {Promise<Record<string, { spoken: string, cells: string[] }>>}
 */
export async function tableRows(figure) {
  const rows = await figure.locator('tr[data-fact]').evaluateAll((found) =>
    found.map((row) => {
      if (!(row instanceof HTMLTableRowElement)) throw new Error('not a row');
      const { fact = '' } = row.dataset;
      const [term, value] = row.cells;
      // Term and value, unless the row says it otherwise.
      const plain = [term?.firstChild?.textContent?.trim(), value?.textContent];
      const spoken = row.dataset.spoken ?? plain.join(document.getElementById('words')?.dataset.comma);
      return [fact, { spoken, cells: [...row.cells].map((cell) => cell.textContent ?? '') }];
    }),
  );
  return Object.fromEntries(rows);
}

/**
 * What the figure's tooltip says, line by line, and which mark the ring is around; nothing when there is none.
 * @param {Locator} figure
 */
export function tooltip(figure) {
  return figure.locator('.stage').evaluate((stage) => {
    const [tip, ring] = [stage.querySelector('.tip'), stage.querySelector('.ring')];
    const shown = (/** @type {Element | null} */ element) => Boolean(element?.getClientRects().length);
    if (!tip || !ring || !shown(tip) || !shown(ring)) return undefined;
    const place = (/** @type {Element} */ element) => element.getBoundingClientRect();
    const center = (/** @type {DOMRect} */ box) => [box.x + box.width / 2, box.y + box.height / 2];
    const [x = 0, y = 0] = center(place(ring));
    const ringed = [...stage.querySelectorAll('.mark')].filter((mark) => {
      const [left = 0, top = 0] = center(place(mark));
      const [inner, outer] = [place(mark), place(ring)];
      return Math.hypot(left - x, top - y) < 1 && outer.width >= inner.width && outer.height >= inner.height;
    });
    const { left, right } = place(tip);
    return {
      lines: [...tip.children].filter((line) => line.className !== 'tip-leads').map((line) => line.textContent ?? ''),
      facts: ringed.map((mark) => (mark instanceof HTMLElement ? mark.dataset.fact : undefined)),
      fits: left >= 0 && right <= document.documentElement.clientWidth,
    };
  });
}

/** The pixels that the document can be scrolled sideways; also what sticks out, to tell why. @param {Page} page */
export function sideways(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (/** @type {Element | null} */ element) =>
      Boolean(element?.closest('.scroll, nav ol, textarea, dialog, .unseen'));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolls(element))
      .map((element) => `${element.tagName}.${element.className}#${element.closest('[id]')?.id}`)
      .concat(`${scrollWidth - clientWidth} px`);
  });
}
