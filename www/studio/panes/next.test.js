import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING } from './context.js';
import { next } from './next.js';

const chapter = { figures: [{ id: 'bars' }] };

/** @param {object} story @param {string} [article] */
const project = (story, article = '共3家。') =>
  /** @type {import('../store/state.js').Project} */ (
    /** @type {unknown} */ ({ article, story: { facts: [], chapters: [], ...story } })
  );

test('the next step goes from the article over numbers and figures to what is taken away', () => {
  const facts = [{ id: 'mills' }];
  assert.equal(next(project({}, ' '), true, 0, OPENING).word, 'nextPaste');
  assert.equal(next(project({}), true, 0, OPENING).word, 'nextTake');
  assert.equal(next(project({ facts }), true, 0, OPENING).word, 'nextFigure');
  assert.deepEqual(next(project({ facts }), true, 0, { ...OPENING, picked: ['mills'] }).change.proposing, {
    facts: ['mills'],
  });
  assert.equal(next(project({ facts, chapters: [chapter] }), false, 0, OPENING).word, 'checking');
  assert.deepEqual(next(project({ facts, chapters: [chapter] }), true, 3, OPENING).n, 3);
  assert.equal(next(project({ facts, chapters: [chapter] }), true, 0, OPENING).change.room, 'take');
});
