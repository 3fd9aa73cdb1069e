/**
 * The scripts, styles and other files of the published pages, under names that change with their content.
 *
 * What the pages ask for by placeholder (pages.mjs) is what gets built: a script or a style from www/ with all that it
 * imports, the module from wasm.mjs, any other file from the pages' folder or www/ as it is.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ADDRESSES, fromRoot, placeholders } from './pages.mjs';
import { Failure, ROOT } from '../steps.mjs';
import { MODULE } from './wasm.mjs';

const WWW = join(ROOT, 'www');
const NAMES = 'assets/[name]-[hash]';

/** The oldest engines that the page runs in: README.md names them, www/floor.js tells the older ones, wasm.mjs has the module's part. */
export const TARGET = ['chrome96', 'edge96', 'firefox95', 'safari15.4'];

/**
 * How what the site loads is built.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const OPTIONS = {
  absWorkingDir: ROOT,
  outbase: WWW,
  entryNames: NAMES,
  chunkNames: NAMES,
  assetNames: NAMES,
  bundle: true,
  splitting: true,
  format: /** @type {const} */ ('esm'),
  minify: true,
  charset: /** @type {const} */ ('utf8'),
  legalComments: /** @type {const} */ ('none'),
  // The glue's warnings are for developers, whose page keeps them; and nobody here says `using`.
  drop: [/** @type {const} */ ('console')],
  define: { 'Symbol.dispose': 'undefined' },
  target: TARGET,
  metafile: /** @type {const} */ (true),
  logLevel: /** @type {const} */ ('warning'),
};

/**
 * @typedef {object} Bundle
 * @property {Map<string, string>} files from the name in a placeholder to the path in the site's folder
 * @property {Map<string, string[]>} imports from a script there to the scripts that it imports at once, at any depth
 */

/** @param {import('./pages.mjs').Project} project @returns {Promise<Bundle>} */
export async function bundle({ pages, site }) {
  const names = placeholders(pages);
  const built = names.filter((name) => ['.js', '.css'].includes(extname(name)));
  const plain = names.filter((name) => !built.includes(name));
  const missing = built.filter((name) => !existsSync(join(WWW, name)));
  if (missing.length) throw new Failure(`A page asks for ${missing.join(', ')}, which www/ does not have`);
  const { files, imports } = await buildSources(built, pages, site);
  for (const name of plain) files.set(name, copyHashed(name, pages, site));
  return { files, imports };
}

/**
 * @param {string[]} names
 * @param {string} pages
 * @param {string} site
 * @returns {Promise<Bundle>}
 */
async function buildSources(names, pages, site) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: names.map((name) => join(WWW, name)),
    outdir: site,
    loader: { '.svg': 'file', '.png': 'file', '.webp': 'file', '.ico': 'file' },
    plugins: [publishedParts(pages)],
  }).catch(() => {
    throw new Failure('The bundle failed', 'esbuild says above where.');
  });
  return outputs(metafile, site);
}

/**
 * What a build has made.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} site the folder of the site
 * @returns {Bundle}
 */
export function outputs(metafile, site) {
  /** @param {string} path as esbuild says it, from the repository's folder */
  const inSite = (path) => path.slice(`${fromRoot(site)}/`.length);
  const files = new Map();
  const imports = new Map();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const file = inSite(path);
    files.set(output.entryPoint.slice('www/'.length), file);
    imports.set(file, staticImports(path, metafile).map(inSite));
  }
  return { files, imports };
}

/**
 * While developing, www/pkg/ holds what wasm-pack makes, and www/addresses.js has the pages of every language. The published page
 * takes the glue of its own module and the addresses of its own story, and knows what it is.
 *
 * @param {string} pages the folder of what the native tool writes
 * @returns {import('esbuild').Plugin}
 */
export const publishedParts = (pages) => ({
  name: 'published-parts',
  setup({ initialOptions, onResolve }) {
    initialOptions.define = { ...initialOptions.define, 'globalThis.PUBLISHED': 'true' };
    onResolve({ filter: /\/pkg\/infographic\.js$/ }, () => ({ path: join(MODULE, 'infographic.js') }));
    onResolve({ filter: /\/addresses\.js$/ }, () => ({ path: join(pages, ADDRESSES) }));
  },
});

/**
 * @param {string} path
 * @param {import('esbuild').Metafile} metafile
 * @param {Set<string>} [seen]
 * @returns {string[]}
 */
function staticImports(path, metafile, seen = new Set()) {
  for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || seen.has(next)) continue;
    seen.add(next);
    staticImports(next, metafile, seen);
  }
  return [...seen];
}

/**
 * Finds a file that a page asks for and copies it as it is.
 *
 * @param {string} name
 * @param {string} pages
 * @param {string} site
 */
function copyHashed(name, pages, site) {
  const source = [MODULE, pages, WWW].map((folder) => join(folder, name)).find(existsSync);
  if (!source)
    throw new Failure(`A page asks for ${name}`, `Neither ${[MODULE, pages, WWW].map(fromRoot).join(', ')} has it.`);
  return putHashed(source, site);
}

/**
 * Copies a file to assets/ under a name with its hash.
 *
 * @param {string} source
 * @param {string} site the folder that gets it
 * @returns {string} where it is there
 */
export function putHashed(source, site) {
  const name = basename(source);
  const content = readFileSync(source);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const extension = extname(name);
  const file = `assets/${name.slice(0, -extension.length)}-${hash}${extension}`;
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, file), content);
  return file;
}
