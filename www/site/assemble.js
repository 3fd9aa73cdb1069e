// A site, put together from the shell that all sites have in common and from what the page writer has written of a story. The build
// does this, and so does the studio: of the same story file they make the same site. The shells differ in their module alone: the
// published one draws its story's kinds of figure, the studio's draws any.

import { bind } from './bind.js';
import { sha256 } from './hash.js';
import { HASHED } from './headers.js';
import { hosting } from './hosting.js';
import { base64, completed } from './scripts.js';
import { single } from './single.js';

/**
 * A file of a site.
 * @typedef {object} SiteFile
 * @property {string} name its path, seen from the site's folder, with forward slashes
 * @property {Uint8Array<ArrayBuffer>} bytes
 */

/**
 * What every site has in common. The build makes it (scripts/build/shell.mjs).
 * @typedef {object} Shell
 * @property {SiteFile[]} assets scripts, styles and the module, named with the hash of their content
 * @property {Record<string, string>} entries which of them a page's placeholder means: `main.js` is `assets/main-….js`
 * @property {boolean} studio whether the studio lies beside the site, in `studio/`, and the pages link to it
 * @property {string} types embed.d.ts
 * @property {{ embed: string, single: string, worker: string }} scripts those that a site completes
 */

/**
 * @typedef {object} Assembled
 * @property {SiteFile[]} files
 * @property {Map<string, string[]>} views each page, with every file of its first view, itself first
 */

/**
 * The site of a story.
 * @param {Shell} shell
 * @param {SiteFile[]} written what the page writer wrote: pages with placeholders, plates, tables and drawings; pictures too
 * @param {string} [address] where the site will be published, if that is known
 * @returns {Promise<Assembled>}
 */
export async function assemble(shell, written, address) {
  const { files, views, homes } = await bind(shell, written);
  const site = new Map(files.map((file) => [file.name, file.bytes]));
  const encoder = new TextEncoder();
  /** @param {string} name @param {string} content */
  const add = (name, content) => site.set(name, encoder.encode(content));
  add('embed.js', completed(shell.scripts.embed, { HOMES: homes }));
  add('embed.d.ts', shell.types);
  add('single.html', await single(shell, site));
  add('worker.js', await keeper(shell.scripts.worker, new Map([...site].filter(([name]) => isKept(name)))));
  for (const [name, content] of hosting(address)) add(name, content);
  return { files: [...site].map(([name, bytes]) => ({ name, bytes })), views };
}

/**
 * The site as one file.
 * @param {Shell} shell
 * @param {SiteFile[]} written
 */
export async function assembleSingle(shell, written) {
  const { files } = await bind(shell, written);
  return single(shell, new Map(files.map((file) => [file.name, file.bytes])));
}

/**
 * Whether readers without a network have a file of a site: the whole pages, and all that they load by a hashed name. Pages of single
 * figures are for frames, whose host needs a network anyway.
 * @param {string} name
 */
export const isKept = (name) => HASHED.test(name) || /^(.*\/)?index\.html$/.test(name);

/**
 * The script that keeps files of a folder for those without a network.
 * @param {string} script the shell's
 * @param {Map<string, Uint8Array<ArrayBuffer>>} kept by their names in the folder
 */
export async function keeper(script, kept) {
  /** @type {Record<string, string>} */
  const files = {};
  // A page is kept under its folder's name, since some hosts redirect its file's name there.
  for (const name of [...kept.keys()].sort())
    files[name.replace(/index\.html$/, '')] = `sha256-${base64(await sha256(kept.get(name) ?? new Uint8Array()))}`;
  const version = base64(await sha256(new TextEncoder().encode(JSON.stringify(files)))).slice(0, 8);
  return completed(script, { FILES: files, VERSION: version });
}
