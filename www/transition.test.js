import assert from 'node:assert/strict';
import test from 'node:test';
import { progressAfter } from './transition.js';

test('a change begins at 0, ends at 1, and slows down', () => {
  assert.equal(progressAfter(0), 0);
  assert.equal(progressAfter(500), 1);
  const steps = [0, 100, 200, 300, 400, 500].map(progressAfter);
  const gains = steps.slice(1).map((step, index) => step - (steps[index] ?? 0));
  assert.deepEqual(
    gains,
    [...gains].sort((one, other) => other - one),
  );
});

test('a frame that was timed before the change began, or long after, is within it', () => {
  assert.equal(progressAfter(-8), 0);
  assert.equal(progressAfter(10_000), 1);
});
