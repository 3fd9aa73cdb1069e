// What a canvas must follow besides its own box: the screen's pixel ratio and the reader's text size.

/** The reader's text size over 16 px. */
export function textScale() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/**
 * How large an element is seen, over how large it is laid out: a `zoom` or a `transform` of the page, or of an extension, scales it.
 * @param {HTMLElement} element
 */
export function visualScale(element) {
  return element.getBoundingClientRect().width / element.offsetWidth || 1;
}

/**
 * Calls back when the pixel ratio (zoom, another monitor) or the text size has changed.
 * @param {() => void} changed
 * @returns {() => void} undoes it
 */
export function watchScreen(changed) {
  let size = textScale();
  /** @type {MediaQueryList | undefined} */
  let query;
  arm();
  // A change of the text size moves the page's bottom; nothing else tells of it.
  const observer = new ResizeObserver(() => {
    if (textScale() === size) return;
    size = textScale();
    changed();
  });
  observer.observe(document.documentElement);
  return () => {
    observer.disconnect();
    query?.removeEventListener('change', turned);
  };

  /** A resolution query answers once, for the ratio that it names: so it is asked anew each time. */
  function arm() {
    query?.removeEventListener('change', turned);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', turned);
  }

  function turned() {
    arm();
    changed();
  }
}
