import assert from 'node:assert/strict';
import test from 'node:test';
import { sayIn } from './words.js';
import { KEEP } from './words/keep.js';
import { PANES } from './words/panes.js';
import { TAKE } from './words/take.js';

test('no table of words takes a name from another', () => {
  const names = [KEEP, PANES, TAKE].flatMap(Object.keys);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

test('a word is said with what is filled in, and without it keeps its gap', () => {
  assert.equal(sayIn('en')('picked', { n: 3 }), '3 picked');
  assert.equal(sayIn('zh')('picked'), '已选 {n} 个');
});
