// What an editor takes away of a story, each as a file: the same files that the build makes of it, with a module for any story.

import { downloadZip } from 'client-zip';
import { png, raster } from '../../pixels.js';
import { assemble, assembleSingle } from '../../site/assemble.js';
import { loadShell } from './shell.js';

/** @typedef {import('../store/state.js').Story} Story */
/** @typedef {import('../calls.d.ts').Engine} Calls */
/** @typedef {import('../calls.d.ts').WrittenFile} WrittenFile */
/** @typedef {import('../story.d.ts').Locale} Locale */

/** @typedef {{ name: string, blob: Blob }} Taken a file under the name that it is saved by */

/**
 * What is taken from.
 * @typedef {object} Source
 * @property {Calls} engine
 * @property {Story} story
 * @property {string | undefined} address where the site will be published, if that is known
 */

/** What was last written, since several things are taken of one story. @type {Partial<Source> & { files?: Promise<WrittenFile[]> }} */
let last = {};

/** What the page writer writes of a story. @param {Source} source @returns {Promise<WrittenFile[]>} */
function written({ engine, story, address }) {
  if (last.files && last.story === story && last.address === address) return last.files;
  const files = engine.siteFiles(story, address);
  last = { story, address, files };
  files.catch(() => (last = {}));
  return files;
}

/** The whole infographic as one file. @param {Source} source @returns {Promise<Taken>} */
export async function single(source) {
  const page = await assembleSingle(await loadShell(), await written(source));
  return { name: `${nameOf(source.story)}.html`, blob: new Blob([page], { type: 'text/html' }) };
}

/**
 * The site with its embeds, as a zip.
 * @param {Source} source
 * @param {(done: number, all: number) => void} drawn is told of each picture
 * @returns {Promise<Taken>}
 */
export async function site(source, drawn) {
  const { engine, story, address } = source;
  const { files } = await assemble(await loadShell(), await written(source), address);
  /** @type {{ name: string, input: Blob | Uint8Array<ArrayBuffer> }[]} */
  const content = files.map(({ name, bytes }) => ({ name, input: bytes }));
  const pictures = await engine.sitePictures(story, address);
  for (const [index, { name, svg, width, height }] of pictures.entries()) {
    drawn(index + 1, pictures.length);
    content.push({ name, input: await png(await raster(svg, () => ({ width, height }))) });
  }
  const lastModified = new Date();
  const blob = await downloadZip(content.map((file) => ({ ...file, lastModified }))).blob();
  return { name: `${nameOf(story)}.zip`, blob };
}

/**
 * A figure's drawing or table, whatever is still missing in the rest of the story.
 * @param {Source} source
 * @param {string} figure
 * @param {Locale} locale
 * @param {'png' | 'svg' | 'csv'} kind
 * @returns {Promise<Taken>}
 */
export async function figureFile({ engine, story }, figure, locale, kind) {
  const name = `${figure}.${locale}.${kind}`;
  if (kind === 'csv') {
    return { name, blob: new Blob([await engine.figureCsv(story, figure, locale)], { type: 'text/csv' }) };
  }
  const svg = await engine.drawing(story, figure, locale);
  // The byte order mark wins over a host's header that names another encoding.
  if (kind === 'svg') return { name, blob: new Blob(['\ufeff', svg], { type: 'image/svg+xml' }) };
  return {
    name,
    blob: await png(await raster(svg, ({ width, height }) => ({ width: width * 2, height: height * 2 }))),
  };
}

/**
 * The markup of a figure, or of the whole story, for an article inside a messenger.
 * @param {Source} source
 * @param {string} name the figure's, or {@link WHOLE}
 * @param {Locale} locale
 */
export const fragment = async (source, name, locale) => text(await one(source, `wechat/${name}.${locale}.html`));

/**
 * The whole story as one tall picture.
 * @param {Source} source
 * @param {Locale} locale
 * @returns {Promise<Taken>}
 */
export async function poster({ engine, story, address }, locale) {
  const { svg, width, height } = await engine.posterSvg(story, locale, address);
  return { name: `${nameOf(story)}.${locale}.png`, blob: await png(await raster(svg, () => ({ width, height }))) };
}

/** A file that the page writer writes. @param {Source} source @param {string} name */
async function one(source, name) {
  const file = (await written(source)).find((file) => file.name === name);
  if (!file) throw new Error(`the page writer wrote no ${name}`);
  return file.bytes;
}

/** A written text without its byte order mark. @param {Uint8Array} bytes */
const text = (bytes) => new TextDecoder().decode(bytes);

/** What the story's files are called: its title, without what systems do not take in names. @param {Story} story */
function nameOf({ title, locales }) {
  const words = (title[locales[0] ?? 'zh'] ?? '').replace(/[\p{P}\p{S}\p{C}\p{Z}]+/gu, '-').replace(/^-|-$/g, '');
  return [...words].slice(0, 40).join('') || 'story';
}
