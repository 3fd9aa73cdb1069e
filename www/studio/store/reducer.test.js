// What the actions make of a story: each is a step that undo takes back, and nothing is changed in place.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { MissingPlace, at } from './pointer.js';
import { reduce } from './reducer.js';
import { opened } from './state.js';

/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./state.js').State} State */

const story = JSON.parse(readFileSync(new URL('../../../data/example.json', import.meta.url), 'utf8'));

/** The state with the example open. @returns {State} */
const begin = () => opened({ id: 'one', article: 'First.', story: structuredClone(story), edited: 0 });

/**
 * @param {State} state
 * @param {...Action} actions done a minute apart
 */
const after = (state, ...actions) =>
  actions.reduce((now, action, index) => reduce(now, action, (index + 1) * 60_000), state);

test('a value is set at its place, and undo and redo go back and forth', () => {
  const before = begin();
  const kept = structuredClone(before);
  const done = after(before, { type: 'set', place: '/facts/0/label/en', value: 'Stories' });
  assert.equal(done.project.story.facts[0]?.label?.en, 'Stories');
  assert.equal(done.project.edited, 60_000);
  assert.deepEqual(before, kept);
  assert.equal(done.project.story.facts[1], before.project.story.facts[1]);
  const undone = after(done, { type: 'undo' });
  assert.deepEqual(undone.project.story, story);
  assert.equal(after(undone, { type: 'redo' }).project.story, done.project.story);
});

test('what undo has taken back is gone once something else is done', () => {
  const done = after(begin(), { type: 'article/set', text: 'A' }, { type: 'undo' }, { type: 'article/set', text: 'B' });
  assert.equal(after(done, { type: 'redo' }), done);
  assert.equal(after(done, { type: 'undo' }).project.article, 'First.');
});

test('typing into one field is one step, until it rests or another field is typed into', () => {
  /** @param {string} place @param {string} value @param {number} now @param {State} state */
  const type = (state, place, value, now) => reduce(state, { type: 'set', place, value }, now);
  let state = type(begin(), '/title/en', 'A', 1000);
  state = type(state, '/title/en', 'Ab', 1300);
  state = type(state, '/title/en', 'Abc', 1600);
  assert.equal(state.past.length, 1);
  state = type(state, '/title/zh', '一', 1700);
  assert.equal(state.past.length, 2);
  state = type(state, '/title/zh', '一二', 9000);
  assert.equal(state.past.length, 3);
  assert.deepEqual(after(state, { type: 'undo' }, { type: 'undo' }, { type: 'undo' }).project.story, story);
});

test('what is typed after an undo is a step of its own', () => {
  let state = reduce(begin(), { type: 'set', place: '/title/en', value: 'A' }, 1000);
  state = reduce(state, { type: 'undo' }, 1100);
  state = reduce(state, { type: 'set', place: '/title/en', value: 'B' }, 1200);
  assert.deepEqual(reduce(state, { type: 'undo' }, 1300).project.story, story);
});

test('an action that changes nothing is no step', () => {
  const before = begin();
  assert.equal(after(before, { type: 'article/set', text: 'First.' }), before);
  assert.equal(after(before, { type: 'undo' }), before);
});

test('things are taken out of lists and moved', () => {
  const moved = after(begin(), { type: 'move', from: '/facts/0', to: '/facts/2' }).project.story;
  assert.deepEqual(moved.facts.map(({ id }) => id).slice(0, 3), ['children', 'science', 'novels']);
  const removed = after(begin(), { type: 'remove', place: '/facts/0' }, { type: 'remove', place: '/source/date' });
  assert.equal(removed.project.story.facts[0]?.id, 'children');
  assert.equal('date' in removed.project.story.source, false);
});

test('a place that is not there is refused', () => {
  for (const place of ['/facts/99/label', '/facts/x', '/nowhere/at/all', ''])
    assert.throws(() => after(begin(), { type: 'set', place, value: 1 }), MissingPlace, place);
});

test('a place may have a slash or a tilde in its names', () => {
  assert.equal(at({ 'a/b': { '~1': [7] } }, '/a~1b/~01/0'), 7);
});

test('a number is renamed wherever it is named, and nothing else is', () => {
  const { story: renamed } = after(begin(), { type: 'fact/rename-id', from: 'loans', to: 'lent' }).project;
  assert.equal(renamed.derived[0]?.id, 'lent');
  assert.equal(renamed.derived[1]?.formula, 'novels / lent');
  assert.match(renamed.lead.en ?? '', /lent \{lent\} in a week/);
  const [figure] = renamed.chapters[0]?.figures ?? [];
  assert.deepEqual(
    figure?.drawing,
    JSON.parse(JSON.stringify(story.chapters[0].figures[0].drawing).replace('"loans"', '"lent"')),
  );
  // A figure's id begins alike, and a term has the word.
  assert.deepEqual(JSON.stringify(renamed).match(/[\w ]*loans[\w-]*/g), ['All loans', 'loans-by-kind']);
});

test('opening another story forgets the steps of the one before', () => {
  const done = after(begin(), { type: 'article/set', text: 'A' });
  const other = after(done, { type: 'open', project: { id: 'two', article: '', story, edited: 5 } });
  assert.equal(other.project.id, 'two');
  assert.equal(after(other, { type: 'undo' }), other);
});

test('that a story was saved to disk stays said when a step is undone', () => {
  const saved = after(begin(), { type: 'article/set', text: 'A' }, { type: 'saved' }, { type: 'undo' });
  assert.equal(saved.project.savedToDisk, 120_000);
});

test('a story that another tab edits is not changed here', () => {
  const held = after(begin(), { type: 'open', project: begin().project, readOnly: true });
  for (const action of /** @type {Action[]} */ ([
    { type: 'article/set', text: 'A' },
    { type: 'remove', place: '/facts/0' },
    { type: 'saved' },
  ]))
    assert.equal(after(held, action), held);
});
