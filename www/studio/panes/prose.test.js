import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bound, filled, named, typed } from './prose.js';

const facts = [
  { id: 'ships', term: '船', value: '57艘' },
  { id: 'docks', term: '码头', value: '7' },
];

test('a text is read with its numbers filled in, and without those that the story does not have', () => {
  assert.equal(filled('共{ships}，{docks:n}座，{cranes}', facts), '共57艘，7座，{cranes}');
});

test('a typed number is found, but not inside of another or of an id', () => {
  assert.deepEqual(typed('57艘，7座', facts), facts);
  assert.deepEqual(typed('57，{fact-7}，17座，7.5', facts), []);
});

test('the number of the story takes the place of the typed one', () => {
  assert.equal(bound('{x-7}有7座', { id: 'docks', term: '', value: '7' }), '{x-7}有{docks}座');
});

test('what the module says names numbers as the editor knows them', () => {
  assert.equal(named('`number-6` has no `date`', new Map([['number-6', '渡船']])), '“渡船” has no `date`');
});
