import assert from 'node:assert/strict';
import test from 'node:test';
import { latestWish, part } from './attempts.js';

test('a wish lasts until the next of its kind begins', () => {
  const [begin, beginAnother] = [latestWish(), latestWish()];
  const first = begin();
  beginAnother();
  assert.equal(first.aborted, false);
  const second = begin();
  assert.deepEqual([first.aborted, second.aborted], [true, false]);
});

test('a part that does not come is a file that could not be loaded', async () => {
  assert.equal(await part(Promise.resolve('here')), 'here');
  await assert.rejects(part(Promise.reject(new TypeError('refused'))), { code: 'file', message: 'refused' });
});
