// The numbers of an article in a row, for the keys that lead through them.

/** @typedef {import('../calls.d.ts').Found} Found */
/** @typedef {import('../calls.d.ts').Finding} Finding */

/**
 * A number of the article: where it stands, and what the finder says of it.
 * @typedef {{ paragraph: number, finding: number, number: string, at: Finding }} Spot
 */

/**
 * Every number of the article, in reading order.
 * @param {Found} found
 */
export function spots(found) {
  return found.paragraphs.flatMap(({ number, findings }, paragraph) =>
    findings.map((at, finding) => ({ paragraph, finding, number, at })),
  );
}

/**
 * Where an arrow leads among the numbers: left and right to the next one, up and down to the next paragraph that has any.
 * @param {Spot[]} all
 * @param {number} from
 * @param {string} key
 * @returns {number | undefined} nothing where the key is not ours, or leads nowhere
 */
export function step(all, from, key) {
  const here = all[from]?.paragraph ?? 0;
  const before = all.filter((spot) => spot.paragraph < here).pop();
  /** @type {Record<string, number>} */
  const leads = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    Home: 0,
    End: all.length - 1,
    ArrowDown: all.findIndex((spot) => spot.paragraph > here),
    ArrowUp: all.findIndex((spot) => spot.paragraph === before?.paragraph),
  };
  const to = leads[key];
  return to !== undefined && to >= 0 && to < all.length && to !== from ? to : undefined;
}

/**
 * What a story that names its article must still take or leave out: whatever is no date and no name.
 * @param {Spot[]} all
 */
export function untaken(all) {
  return all.filter(({ at }) => !at.fact && !at.omitted && at.what !== 'date' && at.what !== 'name');
}

/**
 * What can be taken and is not: statistics that are neither facts nor left out.
 * @param {Spot[]} all
 */
export function free(all) {
  return all.filter(({ at }) => at.suggested && !at.fact && !at.omitted);
}
