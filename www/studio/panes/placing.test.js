import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gathered } from './listed.js';
import { drawn, factsOf, rehoused } from './placing.js';

/** @returns {import('../story.d.ts').Story} */
const empty = () =>
  /** @type {import('../story.d.ts').Story} */ (
    /** @type {unknown} */ ({ locales: ['zh', 'en'], units: [], facts: [], derived: [], chapters: [] })
  );
const bars = { kind: 'bars', drawing: { bars: { panels: [['a', 'b']] } }, derived: [], units: [] };

test('the first figure brings a chapter, and every text of both is empty in each language', () => {
  const { story, place } = drawn(empty(), bars, 0);
  assert.equal(place, '/chapters/0/figures/0');
  assert.deepEqual(story.chapters[0]?.title, { zh: '', en: '' });
  assert.deepEqual(story.chapters[0]?.figures[0]?.title, { zh: '', en: '' });
});

test('a drawing brings the derived facts and units that the story lacks', () => {
  const sum = { id: 'sum', formula: 'a + b', unit: 'ship', label: { zh: '合计' } };
  const ship = { id: 'ship', dimension: 'ship', form: { zh: '{}艘' } };
  const { story } = drawn({ ...empty(), units: [ship] }, { ...bars, derived: [sum], units: [ship] }, 0);
  assert.deepEqual([story.derived, story.units], [[sum], [ship]]);
});

test('figures of one kind have different ids', () => {
  const { story, place } = drawn(drawn(empty(), bars, 0).story, bars, 0);
  assert.deepEqual(
    story.chapters[0]?.figures.map(({ id }) => id),
    ['bars', 'bars-2'],
  );
  assert.equal(place, '/chapters/0/figures/1');
});

test('another drawing for a figure leaves its texts', () => {
  const made = drawn(empty(), bars, 0);
  const figure = /** @type {import('../story.d.ts').Figure} */ (made.story.chapters[0]?.figures[0]);
  figure.title.zh = '两座码头';
  const again = drawn(made.story, { ...bars, drawing: { dots: { groups: ['a'] } } }, made.place);
  assert.deepEqual(again.story.chapters[0]?.figures, [{ ...figure, drawing: { dots: { groups: ['a'] } } }]);
});

test('a figure moves to the end of another chapter', () => {
  const two = drawn(drawn(empty(), bars, 0).story, bars, 1).story;
  const { story, place } = rehoused(two, '/chapters/0/figures/0', 1);
  assert.deepEqual(
    story.chapters.map(({ figures }) => figures.map(({ id }) => id)),
    [[], ['bars-2', 'bars']],
  );
  assert.equal(place, '/chapters/1/figures/1');
});

test('a drawing names its numbers in its order, each once', () => {
  const drawing = { share: { total: 'all', parts: [{ fact: 'b', share: 'b-share', glyph: 'truck' }, { fact: 'a' }] } };
  assert.deepEqual(factsOf(drawing, new Set(['a', 'b', 'all'])), ['all', 'b', 'a']);
});

test('what is picked stands together where its first stood', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  assert.deepEqual(
    gathered(list, ['d', 'b'])
      .map(({ id }) => id)
      .join(''),
    'abdc',
  );
});
