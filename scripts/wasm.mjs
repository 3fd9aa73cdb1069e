/**
 * The module of the published page: from Rust to a WebAssembly file that engines of 2020 can read.
 *
 *   cargo ─▶ forget the list of features ─▶ wasm-bindgen ─▶ -Oz, newer instructions rewritten ─▶ short names ─▶ verified
 *
 * LLVM lists the features that it allowed itself; wasm-bindgen, seeing reference types among them, would use them
 * and shut out every Chrome before 96. Without the list it does not. Then wasm-opt rewrites the few newer
 * instructions (bulk memory, sign extension, saturating conversion) into those of 2017, and memory.wat does the first of them
 * faster.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, CACHE, Failure, LOCKED, ROOT, run, runNode, step } from './steps.mjs';

const TARGET = 'wasm32-unknown-unknown';
const WASM_OPT = 'binaryen/bin/wasm-opt';

/** Where the module and its glue come to lie: `infographic.js`, `infographic_bg.wasm`, `infographic.wasm`. */
export const MODULE = join(CACHE, 'module');

/** The instructions that come in … */
const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals'];

/** … and how each leaves. */
const LOWER = ['--llvm-memory-copy-fill-lowering', '--llvm-nontrapping-fptoint-lowering', '--signext-lowering'];

/** @returns {Promise<void>} */
export async function buildModule() {
  rmSync(MODULE, { recursive: true, force: true });
  mkdirSync(MODULE, { recursive: true });
  const plain = join(MODULE, 'plain.wasm');
  const bound = join(MODULE, 'infographic_bg.wasm');
  const small = join(MODULE, 'infographic.wasm');

  await step('Compile the module', () =>
    // The published page brings its story as a file of its own, so the module need not carry one.
    run('cargo', ['build', '--release', '--target', TARGET, '--lib', '--no-default-features', ...LOCKED]),
  );
  await step('Bind it to JavaScript', async () => {
    // No feature may be named here: binaryen would then write what wasm-bindgen cannot read.
    await runNode(WASM_OPT, ['--strip-target-features', compiled(), '-o', plain]);
    await run('wasm-bindgen', [
      '--target',
      'web',
      '--no-typescript',
      '--out-dir',
      MODULE,
      '--out-name',
      'infographic',
      plain,
    ]);
  });
  await step('Make it small and old-fashioned', async () => {
    const enable = FEATURES.map((feature) => `--enable-${feature}`);
    const text = join(MODULE, 'infographic.wat');
    await runNode(WASM_OPT, [
      ...enable,
      '-Oz',
      ...LOWER,
      '--strip-debug',
      '--strip-producers',
      '-S',
      bound,
      '-o',
      text,
    ]);
    shortenImports(text, join(MODULE, 'infographic.js'));
    hastenMemory(text);
    // Once more after lowering, which leaves something to tidy up. Control flow built anew compresses better by 150 bytes.
    const again = ['--flatten', '--rereloop', '-Oz', '-Oz'];
    await runNode(WASM_OPT, ['--mvp-features', '--enable-mutable-globals', ...again, text, '-o', small]);
    await verify(small);
  });
}

/**
 * wasm-bindgen makes the names of imports unique by sixteen random-looking digits, which stand in the module and in its glue
 * and compress no further: 1 KB. Numbers are as unique.
 *
 * @param {string[]} files
 */
function shortenImports(...files) {
  /** @type {Map<string, string>} */
  const short = new Map();
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/\b__wbg_\w+_[0-9a-f]{16}\b/g, (name) => {
      if (!short.has(name)) short.set(name, `i${short.size}`);
      return short.get(name) ?? name;
    });
    writeFileSync(file, text);
  }
}

/** A function of a module written as text, as far as its own line's closing bracket. */
const FUNCTION = /^ \(func (\$__memory_\w+)[^]*?\n \)\n/gm;

/**
 * Puts the functions of memory.wat in place of those that the lowering wrote.
 *
 * @param {string} file
 */
function hastenMemory(file) {
  const own = readFileSync(join(ROOT, 'scripts/memory.wat'), 'utf8').replace(/ \(export "\w+"\)/g, '');
  const faster = new Map([...own.matchAll(FUNCTION)].map(([text, name]) => [name, text]));
  const text = readFileSync(file, 'utf8').replace(FUNCTION, (slow, name) => {
    const fast = faster.get(name) ?? slow;
    faster.delete(name);
    return fast;
  });
  if (faster.size)
    throw new Failure(`${[...faster.keys()]} not found in ${file}`, 'See how binaryen names what it lowers.');
  writeFileSync(file, text);
}

/** The file that cargo wrote, wherever its target folder is set to be. */
function compiled() {
  const metadata = ask('cargo', ['metadata', '--no-deps', '--format-version', '1']);
  if (!metadata) throw new Failure('cargo metadata failed', 'Run it by hand to see why.');
  return join(JSON.parse(metadata).target_directory, TARGET, 'release', 'infographic.wasm');
}

/**
 * Node's engine knows every feature, so it can only say that the file is sound; binaryen, held to the first version
 * of WebAssembly (and mutable globals, Chrome 74 and Safari 13.1), says that it is old-fashioned enough.
 *
 * @param {string} file
 */
async function verify(file) {
  if (!WebAssembly.validate(readFileSync(file))) throw new Failure(`${file} is not valid WebAssembly`);
  await runNode(
    WASM_OPT,
    ['--mvp-features', '--enable-mutable-globals', '--quiet', file, '-o', join(MODULE, 'checked.wasm')],
    {
      advice: `An instruction above is newer than our oldest engines: find out what brought it in, and lower it in scripts/wasm.mjs.`,
    },
  );
}
