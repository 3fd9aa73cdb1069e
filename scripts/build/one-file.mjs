/**
 * The code of the first view in one file. What main.js shares with the parts that are loaded later would else come in many small ones,
 * which compress worse: 1.1 kB of 17.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../steps.mjs';

const MAIN = 'main.js';

/**
 * Tells esbuild that main.js is there before any part that is loaded later. What both need then stays in one file with the rest of
 * main.js.
 *
 * @param {string} folder of the sources
 * @returns {import('esbuild').Plugin}
 */
export function afterMain(folder) {
  const sources = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const texts = sources.map((name) => readFileSync(join(folder, name), 'utf8'));
  const later = new Set(
    texts.flatMap((text) => [...text.matchAll(/\bimport\('\.\/([\w-]+\.js)'\)/g)].map(([, name]) => name)),
  );
  return {
    name: 'after-main',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        if (dirname(path) !== folder || !later.has(basename(path))) return undefined;
        return { contents: `${readFileSync(path, 'utf8')}\nimport './${MAIN}';` };
      });
    },
  };
}

/**
 * Puts the code of main.js where the page looks for it: esbuild leaves there nothing but the import of the file that has it.
 *
 * @param {import('../../www/site/assemble.js').SiteFile[]} files what was built
 * @param {import('esbuild').Metafile} metafile
 */
export function takeCode(files, { outputs }) {
  const [entry, output] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(`/${MAIN}`)) ?? [];
  const [code, ...others] = output?.imports.filter(({ kind }) => kind === 'import-statement') ?? [];
  if (!entry || !code || others.length || Object.keys(output?.inputs ?? {}).length)
    throw new Failure(`The code of ${MAIN} comes in several files`, 'See scripts/build/one-file.mjs.');
  const [stub, full] = [basename(entry), basename(code.path)];
  return files
    .filter(({ name }) => basename(name) !== stub)
    .map(({ name, bytes }) => ({ name: name.replace(full, stub), bytes: renamed(name, bytes, full, stub) }));
}

/**
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} from what a script imports
 * @param {string} to what it is to import instead
 */
function renamed(name, bytes, from, to) {
  if (!name.endsWith('.js')) return bytes;
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(from, to));
}
