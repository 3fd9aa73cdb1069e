/**
 * The studio, dist/studio/: the page in which an editor makes a story, and the page that it shows the story in. It has its files
 * and the licences of its packages beside it, works under the same policy as the site wherever it is put, and opens with the site's own story as an example.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPTIONS, outputs } from './shell.mjs';
import { keeper } from '../../www/site/assemble.js';
import { hashedName } from '../../www/site/hash.js';
import { licences } from './licences.mjs';
import { filesIn } from './pages.mjs';
import { policy } from '../../www/site/headers.js';
import { Failure, ROOT } from '../steps.mjs';
import { STANDALONE } from './wasm.mjs';

const SOURCE = join(ROOT, 'www/studio');

/** Its pages. Each names its files by placeholders: `{{studio/main.jsx}}`, seen from www/. */
const PAGES = ['index.html', 'live.html'];

/** Invented articles to try the studio on. */
const PRACTICE = ['practice.zh.txt', 'practice.en.txt'];

/** What the pages load; the worker is built apart, since not every engine that we serve knows workers that are modules. */
const PARTS = ['studio/main.jsx', 'studio/studio.css', 'studio/live.js', 'studio/live.css', 'style.css'];
const WORKER = 'studio/engine-worker.js';

/**
 * @param {import('./pages.mjs').Project} project
 * @returns {Promise<string[]>} every file that opening it loads, by path in the site
 */
export async function writeStudio({ story, site }) {
  const folder = join(site, 'studio');
  const { files, imports, metafiles } = await bundleParts(folder);
  writeFileSync(join(folder, 'licences.txt'), licences(metafiles));
  files.set('infographic.wasm', await copyHashed('infographic.wasm', folder));
  files.set('example.json', 'example.json');
  copyFileSync(join(ROOT, story), join(folder, 'example.json'));
  for (const name of PRACTICE) copyFileSync(join(SOURCE, name), join(folder, name));
  for (const page of PAGES) writeFileSync(join(folder, page), bind(page, files));
  await writeWorker(folder);

  const main = files.get('studio/main.jsx') ?? '';
  const opened = ['studio/studio.css', WORKER, 'infographic.wasm'].map((name) => files.get(name) ?? '');
  return ['index.html', main, ...(imports.get(main) ?? []), ...opened].map((file) => `studio/${file}`);
}

/** The script that keeps all of the studio for editors without a network. @param {string} folder */
async function writeWorker(folder) {
  /** @type {import('../../www/site/assemble.js').Shell} */
  const { scripts } = JSON.parse(readFileSync(join(folder, 'shell.json'), 'utf8'));
  const names = filesIn(folder).filter((name) => !/^worker\.js|\.(br|gz)$/.test(name));
  const kept = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  writeFileSync(join(folder, 'worker.js'), await keeper(scripts.worker, kept));
}

/** @param {string} folder @returns {Promise<ReturnType<typeof outputs> & { metafiles: import('esbuild').Metafile[] }>} */
async function bundleParts(folder) {
  const { build } = await import('esbuild');
  const options = { ...OPTIONS, outdir: folder, plugins: [standaloneGlue] };
  const inWww = (/** @type {string} */ name) => join(ROOT, 'www', name);
  const [page, worker] = await Promise.all([
    build({ ...options, entryPoints: PARTS.map(inWww), jsx: 'automatic', jsxImportSource: 'preact' }),
    build({
      ...options,
      entryPoints: [inWww(WORKER)],
      splitting: false,
      format: 'iife',
      // The glue would find its module beside itself; here it is told the address.
      define: { ...OPTIONS.define, 'import.meta.url': '""' },
    }),
  ]).catch(() => {
    throw new Failure('The bundle of the studio failed', 'esbuild says above where.');
  });
  const [of, alone] = [outputs(page.metafile, folder), outputs(worker.metafile, folder)];
  const metafiles = [page.metafile, worker.metafile];
  return { files: new Map([...of.files, ...alone.files]), imports: of.imports, metafiles };
}

/**
 * Copies a file of the module to assets/ under a name with its hash.
 *
 * @param {string} name
 * @param {string} folder the folder that gets it
 */
async function copyHashed(name, folder) {
  const content = readFileSync(join(STANDALONE, name));
  const file = await hashedName(name, content);
  writeFileSync(join(folder, file), content);
  return file;
}

/** www/pkg/ is what wasm-pack makes for developers. @type {import('esbuild').Plugin} */
const standaloneGlue = {
  name: 'standalone-glue',
  setup({ onResolve }) {
    onResolve({ filter: /\/pkg\/infographic\.js$/ }, () => ({ path: join(STANDALONE, 'infographic.js') }));
  },
};

/**
 * A page with its policy and the names of its files.
 *
 * @param {string} page
 * @param {Map<string, string>} files
 */
function bind(page, files) {
  const bound = readFileSync(join(SOURCE, page), 'utf8').replace(
    /\{\{([\w./-]+)\}\}/g,
    (_, /** @type {string} */ name) => {
      const file = files.get(name);
      if (!file) throw new Failure(`www/studio/${page} asks for ${name}`, 'Name it in scripts/build/studio.mjs.');
      return file;
    },
  );
  return bound.replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="${policy()}">`);
}
