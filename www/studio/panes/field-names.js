// What the panes call the fields of the story file and the words that stand in them.

/** @typedef {import('../words.js').Word} Word */

/** @type {Record<string, Word>} */
export const FIELDS = {
  title: 'figureTitle',
  subtitle: 'subtitle',
  reading: 'reading',
  lead: 'lead',
  publication: 'publication',
  date: 'date',
  credit: 'credit',
  method: 'method',
  corrections: 'corrections',
  label: 'term',
  form: 'form',
  printed: 'printed',
  value: 'value',
  unit: 'unit',
  qualifier: 'qualifier',
  paragraph: 'paragraph',
  period: 'period',
  versus: 'versus',
  formula: 'formula',
  dimension: 'dimension',
  scale: 'scale',
  drawing: 'theDrawing',
  locales: 'languages',
  scope: 'scope',
  world: 'world',
  nation: 'nation',
  province: 'province',
  city: 'city',
  district: 'district',
  before: 'before',
  forecast: 'forecast',
};

/**
 * The name without what its label adds.
 * @param {Word} word
 * @param {import('../words.js').Say} say
 */
export const fieldName = (word, say) => say(word).split(/[：:（(]/)[0] ?? '';
