import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING } from './context.js';
import { next } from './next.js';

const checked = { problems: [], rows: [], checked: true };
const wrong = { ...checked, problems: [{ place: '/title/zh', message: '' }] };
const chapter = { figures: [{ id: 'bars' }] };

/** @param {object} story @param {string} [article] */
const project = (story, article = '共3家。') =>
  /** @type {import('../store/state.js').Project} */ (
    /** @type {unknown} */ ({ article, story: { facts: [], chapters: [], ...story } })
  );

test('the next step goes from the article over numbers and figures to what is taken away', () => {
  const facts = [{ id: 'mills' }];
  assert.equal(next(project({}, ' '), checked, OPENING).word, 'nextPaste');
  assert.equal(next(project({}), checked, OPENING).word, 'nextTake');
  assert.equal(next(project({ facts }), checked, OPENING).word, 'nextFigure');
  assert.deepEqual(next(project({ facts }), checked, { ...OPENING, picked: ['mills'] }).change.proposing, {
    facts: ['mills'],
  });
  assert.equal(next(project({ facts, chapters: [chapter] }), { ...checked, checked: false }, OPENING).word, 'checking');
  assert.deepEqual(next(project({ facts, chapters: [chapter] }), wrong, OPENING).n, 1);
  assert.equal(next(project({ facts, chapters: [chapter] }), checked, OPENING).change.room, 'take');
});
