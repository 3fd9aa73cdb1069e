/**
 * Finds what the build needs and installs what is missing, through rustup, cargo, npm and apt only:
 * Rust with its WebAssembly target, the wasm-bindgen command line of exactly our version, the Node packages; for
 * single checks also wasm-pack and a browser.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChineseFont, findBrowser, installBrowser } from './browser.mjs';
import { aptGet, canInstall } from './apt.mjs';
import { ask, Failure, ROOT, run, step, TOOLS } from '../steps.mjs';

const WASM = 'wasm32-unknown-unknown';
const WASM_PACK = '0.15.1';

/** What building needs. */
export async function ensureBuild() {
  ensureNode();
  await step('Rust and its WebAssembly target', ensureRust);
  await step('wasm-bindgen', ensureWasmBindgen);
  await step('Node packages', ensurePackages);
}

/** What every check needs, on top of {@link ensureBuild}. */
export async function ensureChecks() {
  await ensureBuild();
  await step('Rust checkers (rustfmt, clippy)', ensureCheckers);
}

export function ensureWasmPack() {
  return ensureTool('wasm-pack', 'wasm-pack', WASM_PACK, (found) => found !== undefined);
}

export async function ensureBrowser() {
  console.log(`  ${findBrowser() ?? (await installBrowser())}`);
  await ensureChineseFont();
}

function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    throw new Failure(`Node ${process.versions.node} is too old`, 'Install Node 20 or newer: https://nodejs.org');
}

async function ensureRust() {
  const version = ask('rustc', ['--version'])?.match(/\d+\.\d+/)?.[0];
  if (!version || !ask('cargo', ['--version'])) {
    throw new Failure(
      'Rust is not installed',
      'Install it with rustup, as https://rustup.rs shows, then run this again.',
    );
  }
  const least = find(/^rust-version = "(\d+\.\d+)/m, 'Cargo.toml');
  if (Number(version.split('.')[1]) < Number(least.split('.')[1])) {
    throw new Failure(`Rust ${version} is too old: we need ${least}`, 'Run: rustup update stable');
  }
  // Asked of the compiler, not of rustup, so that a distribution's own Rust will do.
  const target = join(ask('rustc', ['--print', 'sysroot']) ?? '', 'lib', 'rustlib', WASM);
  if (!existsSync(target)) {
    await run('rustup', ['target', 'add', WASM], { advice: `Add the target ${WASM} to your Rust by hand.` });
  }
  if (process.platform === 'linux' && !ask('cc', ['--version'])) await ensureLinker();
}

/** Rust links through the system's C compiler. */
async function ensureLinker() {
  if (!canInstall()) throw new Failure('There is no C compiler (cc)', 'On Debian: sudo apt-get install gcc libc6-dev');
  await aptGet(['gcc', 'libc6-dev']);
}

async function ensureWasmBindgen() {
  const version = find(/name = "wasm-bindgen"\r?\nversion = "([^"]+)"/, 'Cargo.lock');
  // The command line and the crate must be one version: what passes between them has no stable form.
  await ensureTool('wasm-bindgen', 'wasm-bindgen-cli', version, (found) => found === version);
}

/**
 * @param {string} program
 * @param {string} crate
 * @param {string} version installed when there is none, or the wrong one
 * @param {(found: string | undefined) => boolean} fits
 */
async function ensureTool(program, crate, version, fits) {
  const found = ask(program, ['--version'])?.match(/\d+\.\d+\.\d+\S*/)?.[0];
  if (fits(found)) return;
  console.log(`  ${program} ${version} is not here: building it takes a few minutes, once`);
  // Unoptimised: it compiles in half the time, and has little to do.
  const args = [crate, '--version', version, '--bin', program, '--debug', '--locked', '--root', TOOLS];
  await run('cargo', ['install', ...args], {
    env: { CARGO_PROFILE_DEV_DEBUG: '0' },
    advice: `Look above for what the compiler says, or install ${crate} ${version} yourself.`,
  });
}

async function ensurePackages() {
  // npm leaves no trustworthy sign of which lock file it followed, so we leave one.
  const stamp = join(ROOT, 'node_modules', '.lock-hash');
  const wanted = createHash('sha256').update(read('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  writeFileSync(stamp, wanted);
}

/** Runs npm in the repository's folder. @param {string[]} args */
export async function npm(...args) {
  // Inside `npm run`, npm says where its own script lies; Windows could not start plain `npm` without a shell.
  const script = process.env.npm_execpath;
  const [program, ...before] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
  await run(program, [...before, ...args], {
    advice: 'When it says that package.json and the lock file disagree: run npm install.',
  });
}

async function ensureCheckers() {
  for (const [program, component] of [
    ['rustfmt', 'rustfmt'],
    ['cargo-clippy', 'clippy'],
  ]) {
    if (!ask(program, ['--version'])) await run('rustup', ['component', 'add', component]);
  }
}

/** @param {string} file */
const read = (file) => readFileSync(join(ROOT, file), 'utf8');

/** @param {RegExp} pattern @param {string} file */
function find(pattern, file) {
  const found = read(file).match(pattern)?.[1];
  if (!found)
    throw new Failure(`${file} does not say ${pattern}`, 'Run cargo metadata: it writes a missing Cargo.lock.');
  return found;
}
