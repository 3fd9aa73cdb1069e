/**
 * Stories at the ends of what the format takes: one figure, and as many facts and figures as there may be, of every kind. The same seed
 * makes the same story. `node tests/generated/story.mjs FIGURES FACTS > FILE` prints one.
 */
import { isMain } from '../../scripts/steps.mjs';

/** Facts, derived facts and constants that a story may have, and its figures. */
export const MOST = { figures: 100, facts: 1000 };
const SEED = 1157;

/** @typedef {{ zh: string, en: string }} Text */
/** @typedef {{ id: string, label: Text, [field: string]: unknown }} Fact */
/** @typedef {{ facts: Fact[], derived: Fact[], series: Fact[], drawing: object }} Made what a figure brings into the story */

/** @param {string} zh @param {string} en @returns {Text} */
const text = (zh, en) => ({ zh, en });

/** Numbers from 0 to 1, the same for the same seed. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const UNITS = [
  { id: 'thing', dimension: 'thing', counts: true, form: text('{}个', '{} thing|{} things') },
  { id: 't', dimension: 't', form: text('{}吨', '{} t') },
  { id: 'ratio', dimension: '1', scale: 100, form: text('{}%', '{}%') },
  { id: 'times', dimension: '1', form: text('{}倍', '{}×') },
  { id: 'run/week', dimension: 'run/week', form: text('每周{}班', '{} run a week|{} runs a week') },
  { id: 'run/day', dimension: 'run/day', form: text('每天{}班', '{} run a day|{} runs a day') },
  { id: 'day/week', dimension: 'day/week', form: text('每周{}天', '{} day a week|{} days a week') },
];

/** Makes the facts of one figure. */
class Maker {
  /** @param {number} place the figure's @param {() => number} next */
  constructor(place, next) {
    this.place = place;
    this.next = next;
    /** @type {Made} */
    this.made = { facts: [], derived: [], series: [], drawing: {} };
  }

  /** @param {number} least @param {number} most */
  between(least, most) {
    return Math.floor(least + this.next() * (most - least + 1));
  }

  /** @param {object} fields @returns {Fact} */
  named(fields) {
    const at = this.made.facts.length + this.made.derived.length + this.made.series.length + 1;
    const label = text(`第${this.place}图第${at}项`, `Item ${at} of figure ${this.place}`);
    return { id: `f${this.place}-${at}`, label, ...fields };
  }

  /** A fact of the article. @param {string} printed @param {object} fields */
  fact(printed, fields) {
    const fact = this.named({ paragraph: `P${this.place}`, printed, ...fields });
    this.made.facts.push(fact);
    return fact.id;
  }

  /** @param {number} value */
  things = (value) => this.fact(`${value}个`, { unit: 'thing' });
  /** @param {number} value */
  tonnes = (value) => this.fact(`${value}吨`, { unit: 't' });

  /** @param {string} formula @param {string} unit */
  derived(formula, unit) {
    const fact = this.named({ formula, unit });
    this.made.derived.push(fact);
    return fact.id;
  }

  /** @param {number} count */
  series(count) {
    const observations = Array.from({ length: count }, (_, year) => ({
      period: String(2000 + year),
      printed: `${this.between(100, 999)}吨`,
    }));
    const series = this.named({ paragraph: `P${this.place}`, unit: 't', observations });
    this.made.series.push(series);
    return series.id;
  }

  /** @template T @param {number} count @param {(index: number) => T} make */
  many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
}

/**
 * How each kind of figure is made.
 * @type {Record<string, (maker: Maker) => object>}
 */
const KINDS = {
  bars: (m) => ({ panels: [m.many(8, () => m.tonnes(m.between(-900, 900) || 1))] }),
  dots: (m) => ({ groups: m.many(6, () => m.things(m.between(1, 400))) }),
  flow: (m) => ({ steps: m.many(5, () => m.things(m.between(1, 90))) }),
  funnel: (m) => {
    const steps = [m.things(m.between(60, 90)), m.things(m.between(30, 50)), m.things(m.between(5, 20))];
    return { steps, shares: [1, 2].map((at) => m.derived(`${steps[at]} / ${steps[at - 1]}`, 'ratio')) };
  },
  grouped: (m) => ({
    groups: [text('前', 'Then'), text('后', 'Now')],
    categories: m.many(5, (at) => ({
      label: text(`类${at}`, `Kind ${at}`),
      facts: m.many(2, () => m.tonnes(m.between(10, 99))),
    })),
  }),
  interval: (m) => ({
    intervals: m.many(4, (at) => ({
      label: text(`段${at}`, `Span ${at}`),
      from: m.tonnes(m.between(10, 40)),
      to: m.tonnes(m.between(50, 99)),
    })),
  }),
  ladder: (m) => ({ firsts: m.many(8, (at) => m.fact('第一', { scope: ['world', 'nation', 'city'][at % 3] })) }),
  outline: (m) => ({
    branches: m.many(5, (at) => ({
      fact: m.things(2),
      items: [text(`甲${at}`, `Name ${at}`), text(`乙${at}`, `Other ${at}`)],
    })),
  }),
  pairs: (m) => ({
    pairs: m.many(3, () => {
      const [before, after] = [m.tonnes(m.between(100, 400)), m.tonnes(m.between(100, 900))];
      return { before, after, growth: m.derived(`${after} / ${before} - 1`, 'ratio') };
    }),
  }),
  pictogram: (m) => ({ rows: m.many(5, () => ({ fact: m.things(m.between(50, 900)), each: 10, glyph: 'person' })) }),
  rings: (m) => ({ rings: m.many(3, (at) => m.things(m.between(3, 9) * (at + 1))), beside: [m.things(7)] }),
  series: (m) => ({ panels: [[m.series(10), m.series(10)]] }),
  share: (m) => {
    const facts = m.many(5, () => m.tonnes(m.between(100, 900)));
    const total = m.derived(facts.join(' + '), 't');
    return { parts: facts.map((fact) => ({ fact, share: m.derived(`${fact} / ${total}`, 'ratio') })), total };
  },
  timeline: (m) => ({ events: m.many(8, (at) => m.fact(`2021年${at + 1}月3日`, { date: `2021-0${at + 1}-03` })) }),
  week: (m) => {
    const before = m.fact('每周2班', { unit: 'run/week' });
    const now = m.fact(`每天${m.between(3, 30)}班`, { unit: 'run/day' });
    const counted = m.derived(`${now} / 2`, 'run/day');
    return { before, now, multiple: m.derived(`${now} * days-a-week / ${before}`, 'times'), counted };
  },
};

/** What a story opens with that has a figure of every other kind. @type {[string, (maker: Maker) => object]} */
const OPENING = [
  'panorama',
  (m) => ({
    bands: m.many(4, (at) => ({ fact: m.things(m.between(20, 900)), figure: `figure-${at + 2}` })),
    numerals: m.many(2, (at) => ({ fact: m.tonnes(m.between(10, 90)), figure: `figure-${at + 6}` })),
  }),
];

/**
 * A story of so many figures, the kinds by turns, and so many facts, counting all that the format counts; the last figures have bars
 * in so great a number as is needed.
 *
 * @param {number} figures
 * @param {number} [facts] as many as come, if not said
 */
export function generated(figures, facts) {
  const next = random(SEED);
  const kinds = Object.entries(KINDS);
  const made = Array.from({ length: figures }, (_, at) => {
    const maker = new Maker(at + 1, next);
    const opens = at === 0 && figures > kinds.length;
    const [kind, make] = opens ? OPENING : (kinds[at % kinds.length] ?? OPENING);
    maker.made.drawing = { [kind]: make(maker) };
    return maker;
  });
  const constants = [{ id: 'days-a-week', value: 7, unit: 'day/week', label: text('一周的天数', 'Days in a week') }];
  const used = made.some(({ made: { drawing } }) => 'week' in drawing) ? constants : [];
  fill(made, (facts ?? 0) - used.length);
  return {
    version: 1,
    locales: ['zh', 'en'],
    title: text('生成的故事', 'A story that a program made'),
    lead: text('数字都是程序编的。', 'A program made up every number.'),
    source: { publication: text('无', 'None'), date: text('无', 'None'), credit: text('来源：无', 'Source: none') },
    method: [],
    units: UNITS,
    ...lists(made),
    constants: used,
    chapters: chapters(made),
  };
}

/** Facts, derived facts and series of all figures. @param {Maker[]} made */
const lists = (made) => ({
  facts: made.flatMap((maker) => maker.made.facts),
  derived: made.flatMap((maker) => maker.made.derived),
  series: made.flatMap((maker) => maker.made.series),
});

/** How many facts the format counts in a figure. @param {Maker} maker */
const counted = ({ made }) =>
  made.facts.length +
  made.derived.length +
  made.series.reduce((sum, { observations }) => sum + /** @type {unknown[]} */ (observations).length, 0);

/** Adds bars until there are so many facts. @param {Maker[]} made @param {number} facts */
function fill(made, facts) {
  let missing = facts - made.reduce((sum, maker) => sum + counted(maker), 0);
  const bars = made.filter(({ made: { drawing } }) => 'bars' in drawing);
  for (const [at, maker] of bars.entries()) {
    const share = Math.max(0, Math.ceil(missing / (bars.length - at)));
    const [panel] = /** @type {{ bars: { panels: string[][] } }} */ (maker.made.drawing).bars.panels;
    panel?.push(...maker.many(share, () => maker.tonnes(maker.between(1, 900))));
    missing -= share;
  }
}

/** Ten figures a chapter. @param {Maker[]} made */
function chapters(made) {
  const figures = made.map(({ place, made: { drawing } }) => ({
    id: `figure-${place}`,
    title: text(`第${place}图`, `Figure ${place}`),
    subtitle: text('编出来的数', 'Numbers made up'),
    reading: text('照图读数。', 'Read the numbers off the figure.'),
    drawing,
  }));
  return Array.from({ length: Math.ceil(figures.length / 10) }, (_, at) => ({
    id: `chapter-${at + 1}`,
    title: text(`第${at + 1}章`, `Chapter ${at + 1}`),
    lead: text('十幅图。', 'Ten figures.'),
    figures: figures.slice(at * 10, at * 10 + 10),
  }));
}

if (isMain(import.meta.url)) {
  const [figures = MOST.figures, facts] = process.argv.slice(2).map(Number);
  console.log(JSON.stringify(generated(figures, facts), null, 1));
}
