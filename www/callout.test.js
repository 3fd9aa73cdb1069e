import assert from 'node:assert/strict';
import test from 'node:test';
import { placeDetails } from './callout.js';

const SIZE = { width: 200, height: 100 };
const ROOM = { width: 600, top: -60, bottom: 900 };

test('details lie above a mark that has room there, in its middle', () => {
  assert.deepEqual(placeDetails({ x: 300, y: 300, width: 20, height: 20 }, SIZE, ROOM), { x: 210, y: 192 });
});

test('details lie below a mark at the top, and leave the most of a tall one to be seen', () => {
  assert.deepEqual(placeDetails({ x: 300, y: 10, width: 20, height: 20 }, SIZE, ROOM), { x: 210, y: 38 });
  assert.deepEqual(placeDetails({ x: 300, y: 10, width: 20, height: 700 }, SIZE, ROOM), { x: 210, y: 118 });
});

test('details stay within the room on every side', () => {
  assert.equal(placeDetails({ x: 0, y: 300, width: 10, height: 10 }, SIZE, ROOM).x, 0);
  assert.equal(placeDetails({ x: 590, y: 300, width: 10, height: 10 }, SIZE, ROOM).x, 400);
  const low = { width: 600, top: -20, bottom: 150 };
  assert.equal(placeDetails({ x: 0, y: 20, width: 10, height: 120 }, SIZE, low).y, 50);
  const tiny = { width: 150, top: 0, bottom: 80 };
  assert.deepEqual(placeDetails({ x: 20, y: 20, width: 10, height: 10 }, SIZE, tiny), { x: 0, y: 0 });
});
