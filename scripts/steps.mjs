/**
 * Steps and child processes: every script here says what it does in one line, how long it took, and, when it
 * fails, what to do about it. Only Node's built-ins, because this runs before `npm ci`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where tools that the machine lacks are built, and where half-made files lie. Never committed. */
export const CACHE = join(ROOT, '.cache');
export const TOOLS = join(CACHE, 'tools');

// Our own tools win over the machine's; rustup's folder is there for a terminal opened before rustup ran.
process.env.PATH = [join(TOOLS, 'bin'), process.env.PATH, join(homedir(), '.cargo', 'bin')].join(delimiter);

/** A failure that a person can act on. */
export class Failure extends Error {
  /**
   * @param {string} message what went wrong
   * @param {string} [advice] what to do about it
   */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/**
 * Runs one step between a line that names it and a line that says how long it took.
 *
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  console.log(`▸ ${title}`);
  try {
    return await work();
  } finally {
    console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof Failure)) {
    console.error(error);
    return;
  }
  console.error(`✗ ${error.message}`);
  if (error.advice) console.error(`  → ${error.advice}`);
}

/**
 * Runs the whole of a script: a failure is explained and ends the process with 1.
 *
 * @param {() => unknown} script
 */
export async function main(script) {
  try {
    await script();
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

/**
 * Runs a program with its output shown; anything but exit code 0 is a {@link Failure}.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, advice?: string }} [options]
 * @returns {Promise<void>}
 */
export function run(program, args, { env, advice } = {}) {
  const told = [program, ...args].join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', (error) => reject(new Failure(`${told}: ${error.message}`, advice)));
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Failure(`${told} ended with ${code ?? signal}`, advice));
    });
  });
}

/**
 * Runs the command of a Node package: `script` is the file inside node_modules. Going through Node itself spares us
 * the shell wrappers, which differ on Windows.
 *
 * @param {string} script
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, advice?: string }} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [join(ROOT, 'node_modules', script), ...args], options);
}

/**
 * What a program prints, trimmed; `undefined` when it is not there or fails.
 *
 * @param {string} program
 * @param {string[]} args
 */
export function ask(program, args) {
  const { status, stdout } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  return status === 0 ? stdout.trim() : undefined;
}

/** In CI the lock file decides; at a desk, a changed Cargo.toml may bring it up to date. */
export const LOCKED = process.env.CI ? ['--locked'] : [];

/** Whether a file was started by itself (`node scripts/build.mjs`), not imported. @param {string} url */
export function isMain(url) {
  return realpathSync(process.argv[1] ?? '') === fileURLToPath(url);
}
