/**
 * The pages of the published site, written by our own native tool from the story, and the site that www/site/ puts together from them
 * and the shell.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { assemble } from '../../www/site/assemble.js';
import { text } from '../../www/site/scripts.js';
import { ensureChineseFont } from '../machine/browser.mjs';
import { CACHE, Failure, LOCKED, ROOT, run } from '../steps.mjs';
import { MODULE, PUBLISHED } from './wasm.mjs';

export const DIST = join(ROOT, 'dist');

/**
 * What is built, and where.
 *
 * @typedef {object} Project
 * @property {string} story the story file, seen from the repository's folder
 * @property {string} pages the folder of what the native tool writes: whole pages with placeholders, and the files that belong to them
 * @property {string} site the folder of the finished site
 * @property {string} module the folder of the module that its readers get
 */

/** The story that is published, seen from the repository's folder: the variable that build.rs reads too may name another than ours. */
export const STORY = process.env.STORY ?? 'data/story.json';

/** The published site, of that story or of another. @param {string} [story] @returns {Project} */
export const published = (story = STORY) => ({
  story,
  pages: join(CACHE, 'pages'),
  site: DIST,
  module: PUBLISHED,
});

/**
 * The site of an invented story with every kind of figure, which most browser tests read.
 * @type {Project}
 */
export const FIXTURE = {
  story: 'tests/fixtures/every-kind.json',
  pages: join(CACHE, 'fixture/pages'),
  site: join(CACHE, 'fixture/site'),
  module: MODULE,
};

/** A file of the site: path with forward slashes, seen from the site's folder. @typedef {string} SitePath */

/** Where the site will be published, if it is known: share cards, oEmbed answers and `_headers` need whole addresses. */
export const SITE = process.env.SITE_URL;

/** Forgets the pages, the pictures and the site that were made before. @param {Project} project */
export function clear({ pages, site }) {
  for (const folder of [pages, site]) rmSync(folder, { recursive: true, force: true });
}

/** Tells every problem of a story, with line and column, before anything is made from it. @param {string} story */
export async function checkStory(story) {
  await tool('cli', ['check', story], 'Correct the story as said above, then run this again.');
}

/** Writes the pages. They offer the long picture if it has been drawn. @param {Project} project */
export async function writePages({ story, pages }) {
  await tool('cli', ['pages', story, '--out', pages, ...address()]);
  await tool('cli', ['wechat', story, '--out', pages, ...address()]);
  if (!SITE) {
    console.log('  SITE_URL is not set: no share cards, no oEmbed answers, no addresses for search engines;');
    console.log('  and with _headers, no figure in Safari where a host puts its frame into a sandbox');
  }
  if (!existsSync(join(pages, 'index.html'))) {
    throw new Failure(`The tool \`story pages\` wrote no ${join(pages, 'index.html')}`, 'See src/bin/story/.');
  }
}

/**
 * Draws the story as one long picture, the chapters as cards, the figures for messengers and, where pages name them, the share
 * cards. @param {Project} project
 */
export async function drawPictures({ story, pages }) {
  await ensureChineseFont();
  const commands = [['poster', ...address()], ['wechat', ...address()], ...(SITE ? [['cards']] : [])];
  // Side by side, since each keeps one core busy.
  await Promise.all(
    commands.map(([command = '', ...more]) => tool('pictures', [command, story, '--out', pages, ...more])),
  );
}

const address = () => (SITE ? ['--site', SITE] : []);

/**
 * Runs our native tool. Unoptimised on purpose: its work takes a moment either way, compiling for speed takes minutes.
 *
 * @param {string} feature
 * @param {string[]} args
 * @param {string} [advice]
 */
async function tool(feature, args, advice) {
  await run('cargo', ['run', '--quiet', '--features', feature, '--bin', 'story', ...LOCKED, '--', ...args], { advice });
}

/** Every file in a folder, at any depth. @param {string} folder @returns {SitePath[]} */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/**
 * The site of the story as it has been written.
 *
 * @param {Project} project
 * @param {import('../../www/site/assemble.js').Shell} shell
 * @returns {Promise<Map<SitePath, SitePath[]>>} each page, with every file of its first view, itself first
 */
export async function writeSite({ pages, site }, shell) {
  const written = filesIn(pages).map((name) => ({ name, bytes: readFileSync(join(pages, name)) }));
  const { files, views } = await assemble(shell, written, SITE);
  for (const { name, bytes } of files) {
    if (views.has(name)) holdRelative(name, text(bytes));
    const target = join(site, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  return views;
}

/** @param {SitePath} page @param {string} markup */
function holdRelative(page, markup) {
  const rooted = markup.match(/\s(?:href|src|action|poster|data)="\/(?!\/)[^"]*"/);
  if (rooted) throw new Failure(`${page}:${rooted[0]} works at the root of a site only`, 'Make the address relative.');
}

/** @param {string} path */
export const fromRoot = (path) => relative(ROOT, path).split(sep).join('/');
