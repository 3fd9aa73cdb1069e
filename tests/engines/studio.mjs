/**
 * What an editor does in the studio, as questions to its page. Each function is sent to the engine as it stands here. Controls are
 * found by what they are, since an engine may speak any language.
 */

/** Presses a control, if it is there and can be pressed. @param {string} selector @param {number} [index] which of them */
export function press(selector, index = 0) {
  const found = document.querySelectorAll(selector)[index];
  if (!(found instanceof HTMLElement) || found.matches(':disabled')) return false;
  found.click();
  return true;
}

/** Whether the page of the story, in its frame, draws a figure. */
export function drawsLive() {
  const frame = document.querySelector('iframe');
  return Boolean(frame?.contentDocument?.querySelector('figure.figure .stage.live canvas'));
}

/** Notes what is downloaded from now on. */
export function watchDownloads() {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (content) => {
    if (content instanceof Blob) document.documentElement.dataset.downloaded = `${content.type} ${content.size}`;
    return make(content);
  };
}

/** The kind of the file that was last downloaded, and its size in bytes. */
export function downloaded() {
  const [kind = '', size = ''] = document.documentElement.dataset.downloaded?.split(' ') ?? [];
  return kind ? { kind, size: Number(size) } : undefined;
}
