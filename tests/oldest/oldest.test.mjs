/** What is published, read by an engine of the spring of 2020: nothing in it may be newer than that engine knows. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OLD_NODE } from '../../scripts/oldest.mjs';
import { DIST } from '../../scripts/pages.mjs';

const READER = fileURLToPath(new URL('read.cjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'oldest-'));
after(() => rmSync(scratch, { recursive: true }));

/** @param {string[]} files @returns {{ engine: string, problems: string[] }} */
function read(files) {
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  const { stdout, stderr, status } = spawnSync(OLD_NODE, [...flags, READER, ...files], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

test('the engine is old, and tells what it does not know', () => {
  const newer = { 'assignment.js': 'let a; a ??= 1;', 'simd.wasm': simd() };
  const files = Object.entries(newer).map(([name, content]) => {
    const file = join(scratch, name);
    writeFileSync(file, content);
    return file;
  });
  const { engine, problems } = read(files);
  assert.match(engine, /^8\.1\./);
  assert.equal(problems.length, files.length, String(problems));
});

test('it can read every script and module of the site', () => {
  const names = [...readdirSync(DIST), ...readdirSync(join(DIST, 'assets')).map((name) => `assets/${name}`)];
  const files = names.filter((name) => /\.(js|wasm)$|^single\.html$/.test(name)).map((name) => join(DIST, name));
  assert.ok(files.some((file) => file.endsWith('.wasm')) && files.length > 5, String(files));
  assert.deepEqual(read(files).problems, []);
});

/** A module of one function with one instruction on vectors, which came in 2021. */
function simd() {
  const type = [1, 4, 1, 0x60, 0, 0];
  const code = [10, 7, 1, 5, 0, 0xfd, 0x0f, 0x1a, 0x0b];
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...type, 3, 2, 1, 0, ...code]);
}
