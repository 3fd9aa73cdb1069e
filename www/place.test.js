import assert from 'node:assert/strict';
import test from 'node:test';
import { isUnmoved, partRead } from './place.js';

test('a page is unmoved at the top, about as far down as it was, and at its end while it is shorter', () => {
  assert.ok(isUnmoved(4000, { y: 0, most: 9000, tolerance: 700 }));
  assert.ok(isUnmoved(4000, { y: 4600, most: 9000, tolerance: 700 }));
  assert.ok(isUnmoved(4000, { y: 3000, most: 3001, tolerance: 700 }));
});

test('a page is moved that is anywhere else', () => {
  assert.ok(!isUnmoved(4000, { y: 3200, most: 9000, tolerance: 700 }));
  assert.ok(!isUnmoved(4000, { y: 6000, most: 6000, tolerance: 700 }));
});

test('what begins first in the upper half of the window is read, and stays when it grows', () => {
  assert.equal(partRead([-900, -20, 60, 200, 500], 700), 2);
});

test('what has begun above is read where nothing begins in the upper half of the window', () => {
  assert.equal(partRead([-900, -20, 400, 600], 700), 1);
  assert.equal(partRead([400, 600], 700), -1);
});
