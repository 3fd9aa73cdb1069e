import assert from 'node:assert/strict';
import test from 'node:test';
import { queueTask } from './tasks.js';

test('tasks run later, one by one, in the order in which they were asked for', async () => {
  /** @type {string[]} */
  const done = [];
  const first = new Promise((resolve) =>
    queueTask(() => {
      done.push('first');
      queueTask(() => done.push('asked for by the first'));
      resolve(undefined);
    }),
  );
  const second = new Promise((resolve) => queueTask(() => resolve(done.push('second'))));
  assert.deepEqual(done, []);
  await first;
  await second;
  await new Promise((resolve) => queueTask(() => resolve(undefined)));
  assert.deepEqual(done, ['first', 'second', 'asked for by the first']);
});
