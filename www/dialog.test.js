import assert from 'node:assert/strict';
import test from 'node:test';
import { placeInFrame } from './dialog.js';

test('a dialog lies within the part of a frame that is seen', () => {
  assert.deepEqual(placeInFrame({ top: 500, height: 600 }, 2000), { top: 516, height: 568 });
  assert.deepEqual(placeInFrame({ top: 0, height: 700 }, 700), { top: 16, height: 668 });
});

test('a dialog keeps a height that can be used, within the frame', () => {
  assert.deepEqual(placeInFrame({ top: 1950, height: 50 }, 2000), { top: 1760, height: 240 });
  assert.deepEqual(placeInFrame({ top: 0, height: 200 }, 200), { top: 0, height: 200 });
});
