import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptied, unused, whereabouts, within, writing } from './places.js';

test('what is written brings the objects that must hold it', () => {
  const fact = { label: { zh: '船' } };
  assert.deepEqual(writing(fact, '/label/zh', '车'), { type: 'set', place: '/label/zh', value: '车' });
  assert.deepEqual(writing(fact, '/note/zh', '注'), { type: 'set', place: '/note', value: { zh: '注' } });
});

test('an emptied text goes as a whole where no language has anything left', () => {
  const fact = { note: { zh: '注', en: 'note' }, short: { zh: '短', en: '' }, period: '2024' };
  assert.equal(emptied(fact, '/note/zh'), '/note/zh');
  assert.equal(emptied(fact, '/short/zh'), '/short');
  assert.equal(emptied(fact, '/period'), '/period');
});

test('a place holds its own problems and those of what is in it, not those of its namesakes', () => {
  const problems = ['/facts/1', '/facts/1/label/zh', '/facts/10/unit'].map((place) => ({ place, message: '' }));
  assert.deepEqual(
    within(problems, '/facts/1').map(({ place }) => place),
    ['/facts/1', '/facts/1/label/zh'],
  );
});

test('a problem leads to the room of its field, and opens what it stands in', () => {
  const story = /** @type {import('../story.d.ts').Story} */ (
    /** @type {unknown} */ ({ facts: [{ id: 'ships' }], chapters: [] })
  );
  assert.deepEqual(whereabouts(story, '/facts/0/unit'), { room: 'numbers', open: 'ships' });
  assert.deepEqual(whereabouts(story, '/units/2/form/zh'), { room: 'numbers', open: '/units' });
  assert.deepEqual(whereabouts(story, '/chapters/1/title/zh'), { room: 'figures', open: undefined });
  assert.deepEqual(whereabouts(story, '/chapters/1/figures/0/drawing/bars'), {
    room: 'figures',
    open: '/chapters/1/figures/0',
  });
  assert.deepEqual(whereabouts(story, '/source/date/zh'), { room: 'texts', open: undefined });
});

test('a name that is taken gets a number', () => {
  assert.equal(unused('bars', []), 'bars');
  assert.equal(unused('bars', ['bars', 'bars-2']), 'bars-3');
});
