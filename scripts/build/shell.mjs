/**
 * The shell: what every site has in common, whatever its story. Scripts and styles with all that they import, the module from wasm.mjs,
 * and the scripts that a site completes. www/site/ puts a site together from it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { hashedName } from '../../www/site/hash.js';
import { base64 } from '../../www/site/scripts.js';
import { afterMain, takeCode } from './one-file.mjs';
import { fromRoot } from './pages.mjs';
import { Failure, ROOT } from '../steps.mjs';

/** @typedef {import('../../www/site/assemble.js').Shell} Shell */

const WWW = join(ROOT, 'www');
const NAMES = 'assets/[name]-[hash]';

/** What the pages ask for by placeholder. */
const ENTRIES = ['main.js', 'style.css'];

/** The oldest engines that the page runs in: README.md names them, www/floor.js tells the older ones, wasm.mjs has the module's part. */
export const TARGET = ['chrome96', 'edge96', 'firefox95', 'safari15.4'];

/** The most bytes of embed.js as the shell has it: other people's pages carry it. */
const MOST_OF_EMBED = 3500;

/**
 * While developing, www/pkg/ holds what wasm-pack makes. The published page takes the glue of its own module, and knows what it is.
 *
 * @type {(folder: string) => import('esbuild').Plugin}
 */
export const publishedModule = (folder) => ({
  name: 'published-module',
  setup({ initialOptions, onResolve }) {
    initialOptions.define = { ...initialOptions.define, 'globalThis.PUBLISHED': 'true' };
    onResolve({ filter: /\/pkg\/infographic\.js$/ }, () => ({ path: join(folder, 'infographic.js') }));
  },
});

/**
 * How scripts and styles are built.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  charset: /** @type {const} */ ('utf8'),
  target: TARGET,
  logLevel: /** @type {const} */ ('warning'),
};

/**
 * How those are built that a page loads part by part, by names with a hash.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const OPTIONS = {
  ...COMMON,
  outbase: WWW,
  entryNames: NAMES,
  chunkNames: NAMES,
  assetNames: NAMES,
  splitting: true,
  format: /** @type {const} */ ('esm'),
  legalComments: /** @type {const} */ ('none'),
  // The glue's warnings are for developers, whose page keeps them; and nobody here says `using`.
  drop: [/** @type {const} */ ('console')],
  define: { 'Symbol.dispose': 'undefined' },
  metafile: /** @type {const} */ (true),
};

/** @param {string} folder that of its module @returns {Promise<Shell>} */
export async function buildShell(folder) {
  const plugins = [publishedModule(folder)];
  const { assets, entries } = await views(plugins);
  const module = readFileSync(join(folder, 'infographic.wasm'));
  const name = await hashedName('infographic.wasm', module);
  const embed = await script('embed.js', { plugins, format: 'esm', charset: 'ascii' });
  if (embed.length > MOST_OF_EMBED)
    throw new Failure(
      `embed.js has ${embed.length} bytes, of ${MOST_OF_EMBED} allowed`,
      'See what grew in www/embed.js.',
    );
  return {
    assets: [...assets, { name, bytes: module }],
    entries: { ...entries, 'infographic.wasm': name },
    studio: false,
    types: readFileSync(join(WWW, 'embed.d.ts'), 'utf8'),
    scripts: {
      // The host's page may be in any encoding.
      embed,
      // With all that it would load on demand, as a classic script: modules need addresses of their own. The glue would find its module
      // beside itself; here it is handed the bytes.
      single: await script('main.js', { plugins, format: 'iife', define: { 'import.meta.url': '""' } }),
      worker: await script('worker.js', { plugins, format: 'esm' }),
    },
  };
}

/**
 * What a page's first view needs, and what is loaded later.
 *
 * @param {import('esbuild').Plugin[]} plugins
 * @returns {Promise<Pick<Shell, 'assets' | 'entries'>>}
 */
async function views(plugins) {
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    ...OPTIONS,
    entryPoints: ENTRIES.map((name) => join(WWW, name)),
    outdir: WWW,
    loader: { '.svg': 'file', '.png': 'file', '.webp': 'file', '.ico': 'file' },
    plugins: [...plugins, afterMain(WWW)],
    write: false,
  }).catch(failed);
  const assets = outputFiles.map(({ path, contents }) => ({
    name: relative(WWW, path).split(sep).join('/'),
    bytes: new Uint8Array(contents),
  }));
  return { assets: takeCode(assets, metafile), entries: Object.fromEntries(outputs(metafile, WWW).files) };
}

/**
 * What a build has made.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} folder that it was made for
 * @returns {{ files: Map<string, string>, imports: Map<string, string[]> }} each entry's name in www/ with its path in the folder;
 *   with the path of a script there those of the scripts that it imports at once, at any depth
 */
export function outputs(metafile, folder) {
  /** @param {string} path as esbuild says it, from the repository's folder */
  const inside = (path) => path.slice(`${fromRoot(folder)}/`.length);
  const files = new Map();
  const imports = new Map();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const file = inside(path);
    files.set(output.entryPoint.slice('www/'.length), file);
    imports.set(file, staticImports(path, metafile).map(inside));
  }
  return { files, imports };
}

/**
 * A script in one piece.
 *
 * @param {string} name in www/
 * @param {import('esbuild').BuildOptions} how
 */
async function script(name, how) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    ...COMMON,
    ...how,
    entryPoints: [join(WWW, name)],
    write: false,
  }).catch(failed);
  return outputFiles[0]?.text ?? '';
}

/** @returns {never} */
function failed() {
  throw new Failure('The bundle failed', 'esbuild says above where.');
}

/**
 * @param {string} path
 * @param {import('esbuild').Metafile} metafile
 * @param {Set<string>} [seen]
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
 * Writes the shell for the studio, which puts sites together in a browser: its assets as base64.
 *
 * @param {Shell} shell
 * @param {string} file
 */
export function writeShell({ assets, ...rest }, file) {
  const encoded = Object.fromEntries(assets.map(({ name, bytes }) => [name, base64(bytes)]));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...rest, assets: encoded }));
}
