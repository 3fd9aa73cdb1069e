// The pages of a site, bound to the hashed names of their files. A page names each file of its first view by a placeholder,
// `{{main.js}}` or `{{plate-zh.bin}}`: a file of the shell, or one that was written with the page.

import { hashedName } from './hash.js';
import { text } from './scripts.js';

/** @typedef {import('./assemble.js').Shell} Shell */
/** @typedef {import('./assemble.js').SiteFile} SiteFile */

const PLACEHOLDER = /\{\{([\w-][\w.-]*\.\w+)\}\}/g;

/** Whether a file is a page, and no fragment to be pasted into another. @param {string} name */
const isPage = (name) => name.endsWith('.html') && !name.startsWith('wechat/');

/** The names that a page asks for. @param {string} markup */
const placeholders = (markup) => [...new Set([...markup.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];

/**
 * @param {Shell} shell
 * @param {SiteFile[]} written
 * @returns {Promise<{ files: SiteFile[], views: Map<string, string[]>, homes: string }>} the shell's assets and the written files as
 *   they lie in the site; each page with the files of its first view; the ways to the pages of all languages
 */
export async function bind(shell, written) {
  const pages = new Map(written.filter(({ name }) => isPage(name)).map(({ name, bytes }) => [name, text(bytes)]));
  const asked = new Set([...pages.values()].flatMap(placeholders));
  const names = new Map(Object.entries(shell.entries));
  const views = new Map();
  const files = [...shell.assets];
  for (const { name, bytes } of written.filter((file) => asked.has(file.name)))
    names.set(name, await hashedName(name, bytes));
  for (const { name, bytes } of written) {
    const markup = pages.get(name);
    if (markup === undefined) {
      files.push({ name: names.get(name) ?? name, bytes });
      continue;
    }
    const needed = placeholders(markup).map((wanted) => found(wanted, names, name));
    files.push({
      name,
      bytes: new TextEncoder().encode(boundPage(name, shell.studio ? markup : alone(markup), names)),
    });
    views.set(name, [...new Set([name, ...needed])]);
  }
  const [, homes = ''] = pages.get('index.html')?.match(/ data-homes="([^"]*)"/) ?? [];
  return { files, views, homes };
}

/** A page without its link to the studio. @param {string} markup */
export const alone = (markup) => markup.replace(/<p class="studio">.*?<\/p>/, '');

/**
 * @param {string} page its path
 * @param {string} markup
 * @param {Map<string, string>} names
 */
function boundPage(page, markup, names) {
  const root = '../'.repeat(page.split('/').length - 1);
  return markup.replace(PLACEHOLDER, (_, /** @type {string} */ name) => root + found(name, names, page));
}

/**
 * @param {string} wanted
 * @param {Map<string, string>} names
 * @param {string} page
 */
function found(wanted, names, page) {
  const name = names.get(wanted);
  if (name === undefined)
    throw new Error(`${page} asks for ${wanted}, which neither the shell nor the page writer has`);
  return name;
}
