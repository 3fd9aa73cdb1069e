/**
 * The modules: that of a published page, that of pages of any story, and that of the studio, which stands alone. From Rust to a
 * WebAssembly file for our oldest engines (README.md names them).
 *
 *   cargo ─▶ wasm-bindgen ─▶ panics only trap ─▶ wasm-opt -Oz ─▶ verified
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { silencePanics } from './panics.mjs';
import { ask, CACHE, Failure, LOCKED, ROOT, run, runNode, step } from '../steps.mjs';

const TARGET = 'wasm32-unknown-unknown';
const WASM_OPT = 'binaryen/bin/wasm-opt';

/** Where the module of pages of any story and its glue come to lie: `infographic.js`, `infographic_bg.wasm`, `infographic.wasm`. */
export const MODULE = join(CACHE, 'module');

/** The same of the module of the published page, which draws nothing but its story's kinds of figure. */
export const PUBLISHED = join(CACHE, 'published');

/** The same of the module that stands alone. */
export const STANDALONE = join(CACHE, 'standalone');

/** What WebAssembly may use beyond its first version: all of it is in Chrome 96, Firefox 95 and Safari 15.4. */
const FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((feature) => `--enable-${feature}`);

/**
 * What is made of the crate.
 *
 * @typedef {object} Module
 * @property {string} folder where it comes to lie
 * @property {() => string} target cargo's folder: it gives all modules one name, and would make each anew after another
 * @property {string[]} features
 * @property {Record<string, string>} [env]
 */

/** The module of pages, which bring their story as a file of its own. @type {Module} */
export const ofAnyStory = { folder: MODULE, target: targetFolder, features: ['--no-default-features'] };

/** The same for the pages of one story. @param {string} story its file, seen from the repository's folder @returns {Module} */
export const ofStory = (story) => ({
  folder: PUBLISHED,
  target: () => join(targetFolder(), 'published'),
  features: ofAnyStory.features,
  env: { STORY_KINDS: kindsOf(story).join() },
});

/** The module that stands alone, with the small example in it. @type {Module} */
export const ofStudio = {
  folder: STANDALONE,
  target: () => join(targetFolder(), 'standalone'),
  features: [],
  env: { STORY: 'data/example.json' },
};

/** The kinds of figure that a story draws. @param {string} file */
function kindsOf(file) {
  /** @type {{ chapters: { figures: { drawing: object }[] }[] }} */
  const { chapters } = JSON.parse(readFileSync(resolve(ROOT, file), 'utf8'));
  const kinds = chapters.flatMap(({ figures }) => figures.flatMap(({ drawing }) => Object.keys(drawing)));
  return [...new Set(kinds)].sort();
}

/** Makes modules: side by side, since the last steps of each keep one core busy and no more. @param {Module[]} modules */
export async function buildModules(modules) {
  const each = (/** @type {(module: Module) => Promise<void>} */ work) => Promise.all(modules.map(work));
  for (const { folder } of modules) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  await step('Compile to WebAssembly', () => each(compile));
  await step('Bind to JavaScript', () => each(bindToScript));
  await step('Make small', () => each(makeSmall));
}

/** @param {Module} module */
function compile({ target, features, env }) {
  const options = ['--release', '--target', TARGET, '--target-dir', target(), '--lib', ...features, ...LOCKED];
  return run('cargo', ['build', ...options], { env });
}

/** @param {Module} module */
function bindToScript({ folder, target }) {
  const options = ['--target', 'web', '--no-typescript', '--out-dir', folder, '--out-name', 'infographic'];
  return run('wasm-bindgen', [...options, join(target(), TARGET, 'release/infographic.wasm')]);
}

/** @param {Module} module */
async function makeSmall({ folder }) {
  const bound = join(folder, 'infographic_bg.wasm');
  const small = join(folder, 'infographic.wasm');
  await silencePanics(bound);
  const strip = ['--strip-debug', '--strip-producers', '--strip-target-features'];
  // In kB that each saves after brotli, of 50 that it had then. A function that is called once compresses better where it stands by
  // itself: 1.3. What is worked out twice compresses better than a local that is named far away: 0.3.
  const inlining = ['--one-caller-inline-max-function-size=30', '--always-inline-max-function-size=6'];
  const shaping = [
    // Below the stack's end nothing is read or written, so that small distances can stand in the instructions: 0.3 kB.
    '--low-memory-unused',
    // Together: 0.4 kB.
    '--flatten',
    '--rereloop',
    // The second time: 0.2 kB.
    '-Oz',
    '-Oz',
    // 0.1, 0.9 and 0.1 kB.
    '--coalesce-locals',
    '--reorder-locals',
    '--reorder-functions',
  ];
  const passes = [...inlining, '--skip-pass=local-cse', ...shaping];
  await runNode(WASM_OPT, ['--mvp-features', ...FEATURES, ...strip, ...passes, bound, '-o', small]);
  await verify(small);
}

/** Where cargo writes, wherever that is set to be. */
export function targetFolder() {
  const metadata = ask('cargo', ['metadata', '--no-deps', '--format-version', '1']);
  if (!metadata) throw new Failure('cargo metadata failed', 'Run it by hand to see why.');
  return JSON.parse(metadata).target_directory;
}

/**
 * Node's engine knows every feature, so it can only say that the file is sound; binaryen, held to {@link FEATURES}, says that our
 * oldest engines can read it.
 *
 * @param {string} file
 */
async function verify(file) {
  if (!WebAssembly.validate(readFileSync(file))) throw new Failure(`${file} is not valid WebAssembly`);
  await runNode(WASM_OPT, ['--mvp-features', ...FEATURES, '--quiet', file, '-o', `${file}.checked`], {
    advice: 'An instruction above is newer than our oldest engines: find out what brought it in.',
  });
}
