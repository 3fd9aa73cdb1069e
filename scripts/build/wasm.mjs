/**
 * The module of the published page: from Rust to a WebAssembly file for our oldest engines (README.md names them).
 *
 *   cargo ─▶ wasm-bindgen ─▶ panics only trap ─▶ wasm-opt -Oz ─▶ verified
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { silencePanics } from './panics.mjs';
import { ask, CACHE, Failure, LOCKED, run, runNode, step } from '../steps.mjs';

const TARGET = 'wasm32-unknown-unknown';
const WASM_OPT = 'binaryen/bin/wasm-opt';

/** Where the module and its glue come to lie: `infographic.js`, `infographic_bg.wasm`, `infographic.wasm`. */
export const MODULE = join(CACHE, 'module');

/** What WebAssembly may use beyond its first version: all of it is in Chrome 96, Firefox 95 and Safari 15.4. */
const FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((feature) => `--enable-${feature}`);

/** @returns {Promise<void>} */
export async function buildModule() {
  rmSync(MODULE, { recursive: true, force: true });
  mkdirSync(MODULE, { recursive: true });
  const bound = join(MODULE, 'infographic_bg.wasm');
  const small = join(MODULE, 'infographic.wasm');

  await step('Compile the module', () =>
    // The published page brings its story as a file of its own, so the module need not carry one.
    run('cargo', ['build', '--release', '--target', TARGET, '--lib', '--no-default-features', ...LOCKED]),
  );
  await step('Bind it to JavaScript', () => {
    const options = ['--target', 'web', '--no-typescript', '--out-dir', MODULE, '--out-name', 'infographic'];
    return run('wasm-bindgen', [...options, compiled()]);
  });
  await step('Make it small', async () => {
    await silencePanics(bound);
    const strip = ['--strip-debug', '--strip-producers', '--strip-target-features'];
    // Measured after brotli: a function that is called once compresses better where it stands by itself, and what is worked out
    // twice better than a local that is named far away.
    const inlining = ['--one-caller-inline-max-function-size=30', '--always-inline-max-function-size=6'];
    const shaping = [
      '--flatten',
      '--rereloop',
      '-Oz',
      '-Oz',
      '--coalesce-locals',
      '--reorder-locals',
      '--reorder-functions',
    ];
    const passes = [...inlining, '--skip-pass=local-cse', ...shaping];
    await runNode(WASM_OPT, ['--mvp-features', ...FEATURES, ...strip, ...passes, bound, '-o', small]);
    await verify(small);
  });
}

/** The file that cargo wrote, wherever its target folder is set to be. */
function compiled() {
  const metadata = ask('cargo', ['metadata', '--no-deps', '--format-version', '1']);
  if (!metadata) throw new Failure('cargo metadata failed', 'Run it by hand to see why.');
  return join(JSON.parse(metadata).target_directory, TARGET, 'release', 'infographic.wasm');
}

/**
 * Node's engine knows every feature, so it can only say that the file is sound; binaryen, held to {@link FEATURES}, says that our
 * oldest engines can read it.
 *
 * @param {string} file
 */
async function verify(file) {
  if (!WebAssembly.validate(readFileSync(file))) throw new Failure(`${file} is not valid WebAssembly`);
  await runNode(WASM_OPT, ['--mvp-features', ...FEATURES, '--quiet', file, '-o', join(MODULE, 'checked.wasm')], {
    advice: 'An instruction above is newer than our oldest engines: find out what brought it in.',
  });
}
