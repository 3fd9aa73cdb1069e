import assert from 'node:assert/strict';
import test from 'node:test';
import { jsonLanguage } from '@codemirror/lang-json';
import { rangeOfPlace } from './places.js';

const TEXT = '{ "title": { "zh": "甲", "a/b": 1 }, "facts": [{ "id": "x" }, { "id": "y", "value": -2 }], "empty": [] }';

/** What stands at a place. @param {string} place @param {string} [text] */
function standsAt(place, text = TEXT) {
  const tree = jsonLanguage.parser.parse(text);
  const { from, to } = rangeOfPlace(tree, { sliceString: (from, to) => text.slice(from, to) }, place);
  return text.slice(from, to);
}

test('a place is found in the text', () => {
  assert.equal(standsAt('/title/zh'), '"甲"');
  assert.equal(standsAt('/title/a~1b'), '1');
  assert.equal(standsAt('/facts/1/id'), '"y"');
  assert.equal(standsAt('/facts/1/value'), '-2');
});

test('a record is marked where it opens, and so is what lacks something', () => {
  assert.equal(standsAt('/facts/0'), '{');
  assert.equal(standsAt('/title/en'), '{');
  assert.equal(standsAt('/facts/7/id'), '[');
  assert.equal(standsAt('/empty/0'), '[');
  assert.equal(standsAt(''), '{');
});

test('a broken text has places too', () => {
  assert.equal(standsAt('/title', '{ "title": "a", '), '"a"');
});
