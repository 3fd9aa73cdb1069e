import assert from 'node:assert/strict';
import { test } from 'node:test';
import { todo } from './todo.js';

test('numbers that no figure shows are told of once; what is wrong with their fields stays', () => {
  const number = { id: '', term: '', value: '', paragraph: '', formula: '' };
  const numbers = [
    { ...number, place: '/facts/0', shown: true },
    { ...number, place: '/facts/1', shown: false },
    { ...number, place: '/facts/2', shown: false },
  ];
  const problems = ['/facts/0', '/facts/1', '/facts/2', '/facts/2/unit'].map((place) => ({ place, message: '' }));
  assert.deepEqual(todo(problems, numbers), { problems: [problems[0], problems[3]], unshown: 2 });
});
