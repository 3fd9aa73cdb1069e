// Tells the page around a frame how tall the frame's content is, in every form that newsrooms' pages listen for.
// Only sizes go out. What comes in is held to known shapes, and strangers' messages are left alone.

/** The address as the host wrote it: some hosts find the frame by it. Read before anything changes it. */
const LOADED = location.href;
const QUERY = new URLSearchParams(location.search);

/** Ids that come from the host are handed back to it, so they are held to a plain alphabet. */
const PLAIN = /^[\w.:-]{1,100}$/;
const PYM_ID = plain(QUERY.get('childId'));
const WORDPRESS_SECRET = /^#\?secret=([A-Za-z0-9]{1,40})$/.exec(location.hash)?.[1];

/** @type {string | undefined} */
let resizerId;
let lastHeight = 0;
let lastWidth = 0;

/** @param {string | null | undefined} id */
function plain(id) {
  return id && PLAIN.test(id) ? id : undefined;
}

/** @param {unknown} message */
function post(message) {
  parent.postMessage(message, '*');
}

/** The content's size in whole CSS px. */
function size() {
  const { width, height } = document.documentElement.getBoundingClientRect();
  return { width: Math.ceil(width), height: Math.ceil(height) };
}

/**
 * Says the height, if it has changed since it was last said.
 * @param {boolean} [asked] says it in any case: the host wants to know
 */
export function announceHeight(asked = false) {
  if (parent === window) return;
  const { width, height } = size();
  if (height <= 0 || (!asked && height === lastHeight && width === lastWidth)) return;
  lastHeight = height;
  lastWidth = width;
  post({ sentinel: 'amp', type: 'embed-size', height });
  post({ 'datawrapper-height': { infographic: height } });
  post(JSON.stringify({ context: 'iframe.resize', src: LOADED, height }));
  post(JSON.stringify({ id: 'iframeMessenger:infographic', type: 'set-height', value: height }));
  post({ type: 'iframe-resized', width, height });
  if (PYM_ID) post(`pymxPYMx${PYM_ID}xPYMxheightxPYMx${height}`);
  if (WORDPRESS_SECRET) post({ message: 'height', value: height, secret: WORDPRESS_SECRET });
  if (resizerId) post(`[iFrameSizer]${resizerId}:${height}:${width}:resizeObserver`);
}

/**
 * Keeps the host told: at every change of the content's box, when fonts are in, and when the host asks.
 * @returns {() => void} undoes it
 */
export function attachHeight() {
  if (parent === window) return () => {};
  const undo = new AbortController();
  const observer = new ResizeObserver(() => announceHeight());
  observer.observe(document.documentElement);
  addEventListener('message', receive, { signal: undo.signal });
  // A table that opens says so at once; browsers run no observer in a frame that is out of sight.
  document.addEventListener('toggle', () => announceHeight(), { capture: true, signal: undo.signal });
  addEventListener('load', () => announceHeight(true), { signal: undo.signal });
  document.fonts?.ready.then(() => announceHeight());
  post('[iFrameResizerChild]Ready');
  announceHeight(true);
  return () => {
    undo.abort();
    observer.disconnect();
  };
}

/** @param {MessageEvent} event */
function receive(event) {
  if (event.source !== parent) return;
  const { data } = event;
  if (typeof data === 'string' && data.startsWith('[iFrameSizer]')) {
    const [id, , sizesWidth] = data.slice('[iFrameSizer]'.length).split(':');
    // The greeting's third field is whether widths are wanted; every other message has a word there.
    if (!plain(id) || (sizesWidth !== 'true' && sizesWidth !== 'false')) return;
    resizerId = id;
    const { width, height } = size();
    // Version 5 reads a fifth field as the child's version and warns without one.
    post(`[iFrameSizer]${id}:${height}:${width}:init:infographic`);
    announceHeight(true);
    return;
  }
  if (!data || typeof data !== 'object') return;
  const greets = data.sentinel === 'amp' && (data.type === 'frames-init' || data.type === 'send-embed-size');
  const asks = data.type === 'iframe-child-init' || data.type === 'iframe-get-child-dimensions';
  if (greets || asks) announceHeight(true);
}
