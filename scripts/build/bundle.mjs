/**
 * The scripts, styles and other files of the published pages, under names that change with their content.
 *
 * What the pages ask for by placeholder (pages.mjs) is what gets built: a script or a style from www/ with all that it
 * imports, the module from wasm.mjs, any other file from the pages' folder or www/ as it is.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DIST, fromRoot, PAGES, placeholders } from './pages.mjs';
import { Failure, ROOT } from '../steps.mjs';
import { MODULE } from './wasm.mjs';

const WWW = join(ROOT, 'www');
const NAMES = 'assets/[name]-[hash]';

/** The oldest engines that the page runs in: README.md names them, www/floor.js tells the older ones, wasm.mjs has the module's part. */
export const TARGET = ['chrome96', 'edge96', 'firefox95', 'safari15.4'];

/**
 * @typedef {object} Bundle
 * @property {Map<string, string>} files from the name in a placeholder to the path in dist/
 * @property {Map<string, string[]>} imports from a script in dist/ to the scripts that it imports at once, at any depth
 */

/** @returns {Promise<Bundle>} */
export async function bundle() {
  rmSync(DIST, { recursive: true, force: true });
  const names = placeholders();
  const built = names.filter((name) => ['.js', '.css'].includes(extname(name)));
  const plain = names.filter((name) => !built.includes(name));
  const missing = built.filter((name) => !existsSync(join(WWW, name)));
  if (missing.length) throw new Failure(`A page asks for ${missing.join(', ')}, which www/ does not have`);
  const { files, imports } = await buildSources(built);
  for (const name of plain) files.set(name, copyHashed(name));
  return { files, imports };
}

/** @param {string[]} names @returns {Promise<Bundle>} */
async function buildSources(names) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => join(WWW, name)),
    outdir: DIST,
    outbase: WWW,
    entryNames: NAMES,
    chunkNames: NAMES,
    assetNames: NAMES,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    // The glue's warnings are for developers, whose page keeps them; and nobody here says `using`.
    drop: ['console'],
    define: { 'Symbol.dispose': 'undefined' },
    target: TARGET,
    loader: { '.svg': 'file', '.png': 'file', '.webp': 'file', '.ico': 'file' },
    plugins: [publishedModule],
    metafile: true,
    logLevel: 'warning',
  }).catch(() => {
    throw new Failure('The bundle failed', 'esbuild says above where.');
  });
  const files = new Map();
  const imports = new Map();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const file = inDist(path);
    files.set(output.entryPoint.slice('www/'.length), file);
    imports.set(file, staticImports(path, metafile).map(inDist));
  }
  return { files, imports };
}

/**
 * While developing, www/pkg/ holds what wasm-pack makes; the published page takes the glue of its own module, and knows what it is.
 *
 * @type {import('esbuild').Plugin}
 */
export const publishedModule = {
  name: 'published-module',
  setup({ initialOptions, onResolve }) {
    initialOptions.define = { ...initialOptions.define, 'globalThis.PUBLISHED': 'true' };
    onResolve({ filter: /\/pkg\/infographic\.js$/ }, () => ({ path: join(MODULE, 'infographic.js') }));
  },
};

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

/** Copies a file to assets/ under a name with its hash. @param {string} name */
function copyHashed(name) {
  const source = [MODULE, PAGES, WWW].map((folder) => join(folder, name)).find(existsSync);
  if (!source)
    throw new Failure(`A page asks for ${name}`, `Neither ${[MODULE, PAGES, WWW].map(fromRoot).join(', ')} has it.`);
  const content = readFileSync(source);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const extension = extname(name);
  const file = `assets/${name.slice(0, -extension.length)}-${hash}${extension}`;
  mkdirSync(join(DIST, 'assets'), { recursive: true });
  writeFileSync(join(DIST, file), content);
  return file;
}

/** @param {string} path as esbuild says it, from the repository's folder */
const inDist = (path) => path.slice(`${fromRoot(DIST)}/`.length);
