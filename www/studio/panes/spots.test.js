import assert from 'node:assert/strict';
import { test } from 'node:test';
import { free, spots, step } from './spots.js';

/** @param {Partial<import('../calls.d.ts').Finding>} more */
const finding = (more = {}) =>
  /** @type {import('../calls.d.ts').Finding} */ ({
    start: 0,
    end: 1,
    printed: '3',
    term: '',
    what: 'number',
    suggested: true,
    ...more,
  });
const paragraph = (/** @type {import('../calls.d.ts').Finding[]} */ findings) => ({
  number: 'P01',
  heading: false,
  text: '',
  findings,
});
const found = /** @type {import('../calls.d.ts').Found} */ ({
  paragraphs: [
    paragraph([finding(), finding({ fact: 'ships' })]),
    paragraph([]),
    paragraph([finding({ suggested: false }), finding({ omitted: true })]),
  ],
});
const all = spots(found);

test('arrows lead from number to number and from paragraph to paragraph, and stop at the ends', () => {
  assert.equal(step(all, 0, 'ArrowRight'), 1);
  assert.equal(step(all, 0, 'ArrowLeft'), undefined);
  assert.equal(step(all, 1, 'ArrowDown'), 2);
  assert.equal(step(all, 3, 'ArrowUp'), 0);
  assert.equal(step(all, 3, 'ArrowDown'), undefined);
  assert.equal(step(all, 1, 'End'), 3);
  assert.equal(step(all, 1, 'Enter'), undefined);
});

test('only statistics that are neither facts nor left out are still to be taken', () => {
  assert.deepEqual(free(all), [all[0]]);
});
