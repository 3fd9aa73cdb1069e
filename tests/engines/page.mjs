/**
 * Questions to a page and things done to it. Each function is sent to the engine as it stands here, so it knows nothing of
 * this file, and what it answers must be plain data.
 */

/** Whether the page speaks a language and all its figures have their actions. @param {string} tag @param {number} figures */
export function answers(tag, figures) {
  return (
    document.documentElement.lang === tag && document.querySelectorAll('figure.figure .actions').length === figures
  );
}

/** @param {string} selector */
export function count(selector) {
  return document.querySelectorAll(selector).length;
}

/** How many files with such an ending were fetched. @param {string} ending */
export function loaded(ending) {
  return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(ending)).length;
}

export function address() {
  return location.href;
}

/** The colour under the page. */
export function ground() {
  return getComputedStyle(document.documentElement).backgroundColor;
}

export function toTop() {
  scrollTo({ top: 0, behavior: 'instant' });
}

/** @param {string} id */
export function center(id) {
  document.querySelector(`#${id} .stage`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** @param {string} id */
export function where(id) {
  const figure = document.getElementById(id);
  return {
    top: figure?.getBoundingClientRect().top ?? NaN,
    live: Boolean(figure?.querySelector('.stage.live canvas')),
  };
}

/** The middle of an element, which must be in sight. @param {string} selector @returns {[number, number]} */
export function middle(selector) {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  if (!box) throw new Error(`There is no ${selector}`);
  const place = /** @type {[number, number]} */ ([box.x + box.width / 2, box.y + box.height / 2]);
  if (!document.elementFromPoint(...place)?.closest(selector)) throw new Error(`${selector} is out of sight`);
  return place;
}

/** @param {string} theme */
export function chooseTheme(theme) {
  const select = document.querySelector('#tools select');
  if (!(select instanceof HTMLSelectElement)) throw new Error('There is no control for the theme');
  // A list that opens is the system's, out of a driver's reach.
  select.value = theme;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * What a figure's canvas shows: a number that stands for its pixels, how many of them are painted on the ground, in how many colours;
 * and its width in device pixels, as drawn and as shown.
 * @param {string} id
 */
export function look(id) {
  const canvas = document.querySelector(`#${id} canvas`);
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error(`${id} has no canvas`);
  // A copy is read, for reading the canvas itself would change how the engine keeps it.
  const copy = document.createElement('canvas');
  [copy.width, copy.height] = [canvas.width, canvas.height];
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no context');
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  context.fillStyle = getComputedStyle(canvas).getPropertyValue('--ground').trim();
  context.fillRect(0, 0, 1, 1);
  const [ground] = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer);
  const colors = new Set();
  let [hash, painted] = [0, 0];
  for (const pixel of new Uint32Array(data.buffer)) {
    hash = Math.imul(hash ^ pixel, 0x01000193);
    if (pixel === ground || pixel >>> 24 < 128) continue;
    painted += 1;
    colors.add(pixel);
  }
  const shown = Math.round((canvas.closest('.stage')?.clientWidth ?? 0) * devicePixelRatio);
  return { hash, painted, colors: colors.size, drawn: canvas.width, shown };
}

/** The marks of a figure: fact, middle in the window, and the lines that the figure's table has for it. @param {string} id */
export function marks(id) {
  return [...document.querySelectorAll(`#${id} .mark`)].map((mark) => {
    const { fact = '' } = /** @type {HTMLElement} */ (mark).dataset;
    const { x, y, width, height } = mark.getBoundingClientRect();
    const row = document.querySelector(`#${id} tr[data-fact="${fact}"]`);
    return {
      fact,
      center: /** @type {[number, number]} */ ([x + width / 2, y + height / 2]),
      row: [...(row?.children ?? [])].map((cell) => cell.textContent ?? ''),
    };
  });
}

/** What a figure's tooltip says, and whose marks its ring is around; nothing when there is none. @param {string} id */
export function tooltip(id) {
  const [tip, ring] = [document.querySelector(`#${id} .tip`), document.querySelector(`#${id} .ring`)];
  if (!tip?.getClientRects().length || !ring?.getClientRects().length) return undefined;
  const around = ring.getBoundingClientRect();
  const ringed = [...document.querySelectorAll(`#${id} .mark`)].filter((mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    const aside = Math.hypot(
      x + width / 2 - around.x - around.width / 2,
      y + height / 2 - around.y - around.height / 2,
    );
    return aside < 1 && around.width >= width && around.height >= height;
  });
  return {
    lines: [...tip.children].filter((line) => line.className !== 'tip-leads').map((line) => line.textContent ?? ''),
    facts: ringed.map((mark) => /** @type {HTMLElement} */ (mark).dataset.fact ?? ''),
  };
}

/**
 * What has the focus, and the line that shows it: a mark's is its figure's ring, a choice's is around its word.
 */
export function focus() {
  const element = document.activeElement ?? document.body;
  const figure = element.closest('figure');
  const mark = [...(figure?.querySelectorAll('.mark') ?? [])].indexOf(element);
  const ring = mark < 0 ? undefined : figure?.querySelector('.ring');
  const word = element.matches('.choices input') ? element.nextElementSibling : undefined;
  const style = getComputedStyle(ring ?? word ?? element);
  const hidden = ring ? !ring.getClientRects().length : style.outlineStyle === 'none';
  const color = ring ? style.borderTopColor : style.outlineColor;
  const [light = 0, dark = 0] = [
    color,
    getComputedStyle(element.closest('.night') ?? document.documentElement).backgroundColor,
  ]
    .map((text) => {
      const [red = 0, green = 0, blue = 0] = (text.match(/\d+/g) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => other - one);
  return {
    name: `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`,
    figure: figure?.id ?? '',
    mark,
    line: hidden ? 0 : parseFloat(ring ? style.borderTopWidth : style.outlineWidth),
    contrast: (light + 0.05) / (dark + 0.05),
  };
}

/** What makes the document wider than its window. */
export function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px`] : [];
}

/** The frame of a host page: where it is, and how tall. */
export function frameBox() {
  const frame =
    document.querySelector('iframe') ?? document.querySelector('story-figure')?.shadowRoot?.querySelector('iframe');
  if (!frame) throw new Error('The host has no frame');
  const { x, y, height } = frame.getBoundingClientRect();
  return { x, y, height };
}

/** How tall the content of a frame is. */
export function content() {
  return Math.ceil(document.documentElement.getBoundingClientRect().height);
}

/** Makes a host's column another width. @param {number} width */
export function setColumn(width) {
  const column = document.getElementById('column');
  if (!column) throw new Error('The host has no column');
  column.style.width = `${width}px`;
}

/** Adds a frame in which no script may run. @param {string} address */
export function addStill(address) {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-same-origin');
  frame.src = address;
  frame.id = 'still';
  document.body.append(frame);
}

/** What the frame without scripts shows: how many figures are live, and the ids of those with a picture in sight. @param {string} tag */
export function stills(tag) {
  const page = /** @type {HTMLIFrameElement | null} */ (document.getElementById('still'))?.contentDocument;
  if (page?.readyState !== 'complete' || page.documentElement.lang !== tag) return undefined;
  const figures = [...page.querySelectorAll('figure.figure')];
  const seen = figures.filter((figure) =>
    [...figure.querySelectorAll('.stage svg')].some((svg) => svg.getBoundingClientRect().height > 20),
  );
  return { live: page.querySelectorAll('.live').length, shown: seen.map(({ id }) => id) };
}
