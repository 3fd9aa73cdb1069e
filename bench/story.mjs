/**
 * The story cut down to the eight figures that the comparison draws: with them go the facts that they show, the facts that
 * those are worked out from. Where the page draws other marks than the peers do, the figure is drawn as theirs.
 */

/** @typedef {Record<string, any>} Drawing */

/** The figures in the order of the page, and what each is drawn from here. */
const FIGURES = {
  innovators: () => ({
    dots: { groups: ['tech-smes', 'research-results', 'innovation-platforms', 'research-institutions'] },
  }),
  pipeline: plain,
  capacity: () => ({ bars: { panels: [['hpv-vaccine-capacity', 'insulin-capacity']] } }),
  frequency: plain,
  months: (/** @type {Drawing} */ { share }) => ({
    share: { ...share, each: undefined, parts: share.parts.map((/** @type {Drawing} */ part) => plain({ part }).part) },
  }),
  growth: same,
  reach: () => ({ rings: { rings: ['network-directions', 'network-lines', 'network-ports'], beside: [] } }),
  dates: () => ({
    timeline: { events: ['star-listing', 'hydrogen-run', 'paragliding-photo', 'new-drug-photo', 'press-conference'] },
  }),
};

/** The drawing without its glyph: of dots, cells or bars. @param {Drawing} drawing @returns {Drawing} */
function plain(drawing) {
  return Object.fromEntries(Object.entries(drawing).map(([kind, spec]) => [kind, { ...spec, glyph: undefined }]));
}

/** @param {Drawing} drawing */
function same(drawing) {
  return drawing;
}

/** The fact that `?dots=N` changes. */
const DOTS = 'tech-smes';

/** @param {any} fact @param {number} value */
const recount = (fact, value) => ({ ...fact, value, printed: fact.printed.replace(String(fact.value), String(value)) });

/**
 * @param {any} story
 * @param {number} [dots] in place of the count that the first figure begins with
 * @returns {any}
 */
export function benchStory(story, dots) {
  const known = story.chapters.flatMap((chapter) => chapter.figures);
  const figures = Object.entries(FIGURES).map(([id, draw]) => {
    const figure = structuredClone(known.find((candidate) => candidate.id === id));
    figure.drawing = draw(figure.drawing);
    return figure;
  });
  const counted = dots ? story.facts.map((fact) => (fact.id === DOTS ? recount(fact, dots) : fact)) : story.facts;
  const [facts, derived, constants] = named([counted, story.derived, story.constants], figures);
  const [{ id, title }] = story.chapters;
  const chapter = { id, title, lead: title, figures };
  return { ...story, lead: story.title, method: [], facts, derived, constants, chapters: [chapter] };
}

/**
 * What is named by `from`, or by anything that is: names are words in the JSON, so a name too many costs a few bytes.
 * @param {{ id: string }[][]} lists
 * @param {unknown} from
 */
function named(lists, from) {
  const kept = new Set();
  const everything = lists.flat();
  for (let text = JSON.stringify(from), size = -1; size !== kept.size; text = JSON.stringify([from, [...kept]])) {
    size = kept.size;
    const words = new Set(text.match(/[\w-]+/g));
    for (const entry of everything) if (words.has(entry.id)) kept.add(entry);
  }
  return lists.map((list) => list.filter((entry) => kept.has(entry)));
}
