import assert from 'node:assert/strict';
import test from 'node:test';
import { canvasPixels } from './canvas.js';

test('a canvas has the pixels of the screen', () => {
  assert.deepEqual(canvasPixels(360, 240, 2), { ratio: 2, across: 720, down: 480 });
  assert.deepEqual(canvasPixels(333, 100, 1.5), { ratio: 1.5, across: 500, down: 150 });
});

test('a canvas that browsers would refuse has fewer', () => {
  const { ratio, across, down } = canvasPixels(4000, 8000, 3);
  assert.ok(ratio < 1);
  assert.ok(across * down <= 16_010_000);
  assert.ok(Math.abs(across / down - 0.5) < 0.001);
});
