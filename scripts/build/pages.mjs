/**
 * The pages of the published site: written by our own native tool from the story, and bound here to the hashed names
 * of their files.
 *
 * A page names each file of its first view by a placeholder, `{{main.js}}` or `{{infographic.wasm}}`; this is also
 * what decides which files are bundled (see bundle.mjs) and what the size report counts.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { ensureChineseFont } from '../machine/browser.mjs';
import { CACHE, Failure, LOCKED, ROOT, run } from '../steps.mjs';

/** What the native tool writes: whole pages, with placeholders, and the files that belong to them. */
export const PAGES = join(CACHE, 'pages');
export const DIST = join(ROOT, 'dist');

const PLACEHOLDER = /\{\{([\w-][\w.-]*\.\w+)\}\}/g;

/** A file of the site, as dist/ will hold it: path with forward slashes, seen from dist/. @typedef {string} SitePath */

/** Where the site will be published, if it is known: share cards, oEmbed answers and `_headers` need whole addresses. */
export const SITE = process.env.SITE_URL;

/** Forgets the pages and pictures that were made before. */
export function clearPages() {
  rmSync(PAGES, { recursive: true, force: true });
}

/** Writes the pages. They offer the long picture if it has been drawn. */
export async function writePages() {
  await story('cli', 'pages', PAGES, ...(SITE ? ['--site', SITE] : []));
  if (!SITE) {
    console.log('  SITE_URL is not set: no share cards, no oEmbed answers, no addresses for search engines;');
    console.log('  and with _headers, no figure in Safari where a host puts its frame into a sandbox');
  }
  if (!existsSync(join(PAGES, 'index.html'))) {
    throw new Failure(`The tool \`story pages\` wrote no ${join(PAGES, 'index.html')}`, 'See src/bin/story/.');
  }
}

/** Draws the story as one long picture, the chapters as cards and, where pages name them, the share cards. */
export async function drawPictures() {
  await ensureChineseFont();
  await story('pictures', 'poster', PAGES, ...(SITE ? ['--site', SITE] : []));
  if (SITE) await story('pictures', 'cards', PAGES);
}

/**
 * Runs our native tool on the story. Unoptimised on purpose: its work takes a moment either way,
 * compiling for speed takes minutes.
 *
 * @param {string} feature
 * @param {string} command
 * @param {string} out the folder of what it makes
 * @param {string[]} options
 */
async function story(feature, command, out, ...options) {
  const cargo = ['run', '--features', feature, '--bin', 'story', ...LOCKED, '--'];
  await run('cargo', [...cargo, command, 'data/story.json', '--out', out, ...options]);
}

/** Every file in a folder, at any depth. @param {string} folder @returns {SitePath[]} */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/** @param {SitePath} page */
const markup = (page) => readFileSync(join(PAGES, page), 'utf8');

/** @param {SitePath} page */
const placeholdersOf = (page) => [...new Set([...markup(page).matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];

/** The names that the pages ask for. */
export function placeholders() {
  return [
    ...new Set(
      filesIn(PAGES)
        .filter((name) => name.endsWith('.html'))
        .flatMap(placeholdersOf),
    ),
  ];
}

/**
 * Writes the pages to dist/ and copies what else the tool wrote.
 *
 * @param {import('./bundle.mjs').Bundle} bundle
 * @returns {Map<SitePath, SitePath[]>} each page, with every file of its first view, itself first
 */
export function bindPages({ files, imports }) {
  const views = new Map();
  for (const name of filesIn(PAGES)) {
    const target = join(DIST, name);
    mkdirSync(dirname(target), { recursive: true });
    if (name.endsWith('.html')) {
      const needed = placeholdersOf(name).map((wanted) => files.get(wanted) ?? '');
      const chunks = [...new Set(needed.flatMap((file) => imports.get(file) ?? []))];
      writeFileSync(target, bind(name, files, chunks));
      views.set(name, [...new Set([name, ...needed, ...chunks])]);
    } else if (!files.has(name)) {
      copyFileSync(join(PAGES, name), target);
    }
  }
  return views;
}

/**
 * @param {SitePath} page
 * @param {Map<string, SitePath>} files
 * @param {SitePath[]} chunks what the page's scripts import: named in the page, they need not wait for them
 */
function bind(page, files, chunks) {
  /** @param {SitePath} file */
  const link = (file) => posix.relative(posix.dirname(page), file);
  const preloads = chunks.map((chunk) => `<link rel="modulepreload" href="${link(chunk)}">`).join('');
  const bound = markup(page)
    .replace(PLACEHOLDER, (_, /** @type {string} */ name) => link(files.get(name) ?? ''))
    .replace('</head>', `${preloads}</head>`);
  const rooted = bound.match(/\s(?:href|src|action|poster|data)="\/(?!\/)[^"]*"/);
  if (rooted) throw new Failure(`${page}:${rooted[0]} works at the root of a site only`, 'Make the address relative.');
  return bound;
}

/** @param {string} path */
export const fromRoot = (path) => relative(ROOT, path).split(sep).join('/');
