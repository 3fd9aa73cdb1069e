// A number's id, renamed with all that names it: formulas, texts, drawings and what facts say of each other.

/** @typedef {import('./state.js').Story} Story */

/** What holds ids of other things, or words of its own, in places where ids of numbers stand too. */
const NOT_NUMBERS = ['figure', 'glyph', 'width', 'form', 'label'];

/**
 * @param {Story} story
 * @param {string} from
 * @param {string} to an id that no other number has
 * @returns {Story}
 */
export function renameFact(story, from, to) {
  /** @template {{ id: string }} T @param {T} named @returns {T} */
  const named = (named) => (named.id === from ? { ...named, id: to } : named);
  const renamed = {
    ...story,
    facts: story.facts.map((fact) => {
      const { versus } = named(fact);
      return versus === from ? { ...named(fact), versus: to } : named(fact);
    }),
    constants: story.constants.map(named),
    derived: story.derived.map((derived) => ({
      ...named(derived),
      formula: derived.formula.replace(/[\w-]+/g, (word) => (word === from ? to : word)),
    })),
    chapters: story.chapters.map((chapter) => ({
      ...chapter,
      figures: chapter.figures.map((figure) => ({
        ...figure,
        drawing: ids(figure.drawing, from, to),
        ...(figure.notes && {
          notes: figure.notes.map((note) => (note.facts ? { ...note, facts: ids(note.facts, from, to) } : note)),
        }),
      })),
    })),
  };
  return inTexts(renamed, from, to);
}

/**
 * @template T
 * @param {T} value of which every text is an id, but where its name is one of {@link NOT_NUMBERS}
 * @param {string} from
 * @param {string} to
 * @returns {T}
 */
const ids = (value, from, to) =>
  mapTexts(value, (text, names) => (text === from && !names.some((name) => NOT_NUMBERS.includes(name)) ? to : text));

/**
 * @template T
 * @param {T} value
 * @param {string} from
 * @param {string} to
 * @returns {T}
 */
const inTexts = (value, from, to) =>
  mapTexts(value, (text) => text.replaceAll(`{${from}}`, `{${to}}`).replaceAll(`{${from}:n}`, `{${to}:n}`));

/**
 * @template T
 * @param {T} value
 * @param {(text: string, names: string[]) => string} change is given the names on the way to the text
 * @returns {T}
 */
function mapTexts(value, change) {
  /** @param {unknown} value @param {string[]} names @returns {unknown} */
  const walk = (value, names) => {
    if (typeof value === 'string') return change(value, names);
    if (Array.isArray(value)) return value.map((one) => walk(one, names));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, [...names, name])]));
  };
  return /** @type {T} */ (walk(value, []));
}
