import assert from 'node:assert/strict';
import test from 'node:test';
import { createSaver } from './saver.js';

/** @typedef {import('../store/state.js').Project} Project */

/** @param {string} article @returns {Project} */
const project = (article) =>
  /** @type {Project} */ (/** @type {unknown} */ ({ id: 'one', article, story: {}, edited: 0 }));

/** A shelf whose writing is let go by hand. */
function slowShelf() {
  /** @type {{ article: string, done: () => void, fail: (error: Error) => void }[]} */
  const asked = [];
  /** @type {string[]} */
  const told = [];
  const saver = createSaver(
    ({ article }) => new Promise((done, fail) => asked.push({ article, done, fail })),
    (keeping) => told.push(keeping),
  );
  return { asked, told, saver };
}

/** Lets what waits go on. */
const turn = () => new Promise((done) => setImmediate(done));

test('each change is written, and of those that come meanwhile only the last', async () => {
  const { asked, told, saver } = slowShelf();
  for (const article of ['a', 'ab', 'abc']) saver.keep(project(article));
  assert.deepEqual(
    asked.map(({ article }) => article),
    ['a'],
  );
  asked[0]?.done();
  await turn();
  assert.deepEqual(
    asked.map(({ article }) => article),
    ['a', 'abc'],
  );
  assert.equal(told.includes('kept'), false);
  asked[1]?.done();
  assert.equal(await saver.rest(), true);
  assert.equal(told.at(-1), 'kept');
});

test('a full disk is told until something is kept again', async () => {
  const { asked, told, saver } = slowShelf();
  saver.keep(project('a'));
  asked[0]?.fail(new DOMException('no room', 'QuotaExceededError'));
  assert.equal(await saver.rest(), false);
  assert.equal(told.at(-1), 'full');
  saver.keep(project('b'));
  assert.equal(told.at(-1), 'full');
  asked[1]?.done();
  assert.equal(await saver.rest(), true);
  assert.equal(told.at(-1), 'kept');
});

test('another failure is told as one', async () => {
  const { asked, told, saver } = slowShelf();
  saver.keep(project('a'));
  asked[0]?.fail(new Error('closed'));
  await saver.rest();
  assert.equal(told.at(-1), 'failed');
});
