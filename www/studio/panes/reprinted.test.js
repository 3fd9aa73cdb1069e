import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reprinted, reprints } from './reprinted.js';

const finding = { start: 0, end: 0, term: '', what: /** @type {const} */ ('number'), suggested: true, omitted: false };

/** @param {string} text @param {...string} printed */
const article = (text, ...printed) => ({
  locale: /** @type {const} */ ('zh'),
  paragraphs: [{ number: 'P03', heading: false, text, findings: printed.map((printed) => ({ ...finding, printed })) }],
});

const fact = { id: 'freight', label: {}, paragraph: 'P03', printed: '9.8亿吨', unit: 't', value: 9.8 };

test('a corrected number is the one in the same paragraph that counts in the same', () => {
  const found = article('货运量9.9亿吨，增长4.1%', '9.9亿吨', '4.1%');
  assert.deepEqual(reprints(fact, found), ['9.9亿吨']);
  assert.deepEqual(reprinted(fact, '9.9亿吨'), {
    id: 'freight',
    label: {},
    paragraph: 'P03',
    printed: '9.9亿吨',
    unit: 't',
  });
});

test('a number that stands where it stood is not corrected', () => {
  assert.deepEqual(reprints(fact, article('由9.9亿吨到9.8亿吨', '9.9亿吨')), []);
  assert.deepEqual(reprints({ ...fact, paragraph: 'P04' }, article('9.9亿吨', '9.9亿吨')), []);
});
