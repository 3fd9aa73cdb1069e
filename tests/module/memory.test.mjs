/** scripts/memory.wat beside `Uint8Array.fill` and `copyWithin`, in every small case and overlap. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import binaryen from 'binaryen';

const text = readFileSync(new URL('../../scripts/memory.wat', import.meta.url), 'utf8');
const module = new WebAssembly.Module(Uint8Array.from(binaryen.parseText(text).emitBinary()));
const exports = /** @type {any} */ (new WebAssembly.Instance(module).exports);
const memory = new Uint8Array(exports.memory.buffer);
const SPAN = 64;

function scramble() {
  for (let at = 0; at < SPAN; at++) memory[at] = at * 37 + 11;
  return memory.slice(0, SPAN);
}

/** Every place and length that the span has room for, in steps that take in all remainders of eight. */
function* spans() {
  for (let count = 0; count <= 35; count++) for (let to = 0; to + count <= SPAN; to++) yield { to, count };
}

test('fills exactly what it is told to, with one byte', () => {
  for (const { to, count } of spans()) {
    const expected = scramble().fill(0xc3, to, to + count);
    exports.fill(to, 0xfc3, count);
    assert.deepEqual(memory.slice(0, SPAN), expected, `${count} bytes at ${to}`);
  }
});

test('copies as if by way of a buffer, however the two overlap', () => {
  for (const { to, count } of spans()) {
    for (let from = 0; from + count <= SPAN; from++) {
      const expected = scramble().copyWithin(to, from, from + count);
      exports.copy(to, from, count);
      assert.deepEqual(memory.slice(0, SPAN), expected, `${count} bytes from ${from} to ${to}`);
    }
  }
});

test('traps beyond the end', () => {
  assert.throws(() => exports.fill(memory.length - 8, 0, 9), WebAssembly.RuntimeError);
  assert.throws(() => exports.copy(0, memory.length - 8, 9), WebAssembly.RuntimeError);
});
