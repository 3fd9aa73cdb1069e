import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, todo } from './todo.js';

/** @typedef {import('../story.d.ts').Story} Story */

/** A story of three numbers, of which a figure shows the first. @type {Story} */
const story = JSON.parse(`{
  "title": {}, "lead": {}, "method": [], "chapters": [{ "figures": [{ "drawing": { "bars": { "facts": ["half"] } } }] }],
  "facts": [{ "id": "ships" }, { "id": "docks" }, { "id": "routes" }], "derived": [{ "id": "half", "formula": "ships / 2" }]
}`);

const number = { term: '', value: '', paragraph: '', formula: '' };
const numbers = [
  { ...number, id: 'ships', place: '/facts/0', shown: false },
  { ...number, id: 'docks', place: '/facts/1', shown: false },
  { ...number, id: 'routes', place: '/facts/2', shown: false },
  { ...number, id: 'half', place: '/derived/0', shown: true },
];

/** @param {string[]} places */
const at = (...places) => places.map((place) => ({ place, message: '' }));

test('numbers that no figure shows are told of once, but for those that a formula needs', () => {
  const problems = at('/facts/0', '/facts/1', '/facts/2', '/facts/2/unit');
  const { count, unshown, problems: left } = todo(story, problems, numbers);
  assert.deepEqual([unshown, count], [['docks', 'routes'], 3]);
  assert.deepEqual(left, at('/facts/0', '/facts/2/unit'));
});

test('numbers that were never taken are told of once, and only by a story that names its article', () => {
  const problems = at('/article', '/article', '/lead/zh');
  assert.deepEqual(counted(story, problems), at('/lead/zh'));
  const { untaken, count } = todo(story, counted({ ...story, article: 'a.txt' }, problems), numbers);
  assert.deepEqual([untaken, count], [2, 2]);
});

test('what is to be done stands in the order of the fields', () => {
  const places = ['/chapters/0/figures/10/title', '/chapters/0/figures/2/reading', '/chapters/0/figures/2/title'];
  const others = ['/chapters/0/lead', '/chapters/0/title', '/facts/1/unit', '/method/0', '/title'];
  const told = todo(story, at(...places, ...others), numbers).problems.map(({ place }) => place);
  const head = ['/facts/1/unit', '/title', '/chapters/0/title', '/chapters/0/lead'];
  assert.deepEqual(told, [...head, ...places.reverse(), '/method/0']);
});
