// Text from outside: a paste, a file. What is no text, or more than is read, is refused with a clear word before it replaces anything.

/** The largest article, in bytes, as the module reads it. */
const MOST_ARTICLE = 300_000;
/** The largest story file, in bytes, as the module reads it. */
const MOST_STORY = 1_000_000;

/** @typedef {'binary' | 'too-long' | 'empty'} Refusal */

/**
 * Why a text is no article.
 * @param {string} text
 */
export function refusalOf(text) {
  if (!text.trim()) return 'empty';
  // No character has more than three bytes for each of its UTF-16 units.
  if (text.length * 3 > MOST_ARTICLE && new TextEncoder().encode(text).length > MOST_ARTICLE) return 'too-long';
  return isBinary(text) ? 'binary' : undefined;
}

/** Control characters that no text has: those that are no white space. @param {string} text */
const isBinary = (text) => /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/.test(text);

/**
 * The text of a file: in UTF-8 or UTF-16, or as older programs write Chinese.
 * @param {Uint8Array} bytes
 * @returns {string | undefined} nothing where it is no text
 */
export function decode(bytes) {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return isBinary(text) ? undefined : text;
    } catch {
      // Another encoding, then.
    }
  }
  return undefined;
}

/** @param {Uint8Array} bytes */
function encodingsOf([first, second]) {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/**
 * What a file is by its name: a story, else an article.
 * @param {{ name: string }} file
 */
const isStoryFile = ({ name }) => /\.json$/i.test(name);

/** @typedef {{ name: string, story: boolean, text: string } | { name: string, refusal: Refusal }} Read */

/**
 * Reads a file that may be anything.
 * @param {File} file
 * @returns {Promise<Read>}
 */
export async function readFile(file) {
  const { name, size } = file;
  const story = isStoryFile(file);
  if (size > (story ? MOST_STORY : MOST_ARTICLE)) return { name, refusal: 'too-long' };
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (text === undefined) return { name, refusal: 'binary' };
  const refusal = refusalOf(text);
  return refusal ? { name, refusal } : { name, story, text };
}
