// A number whose article was corrected: what stands there now.

/** @typedef {import('../story.d.ts').Fact} Fact */
/** @typedef {import('../calls.d.ts').Found} Found */

/** What a number counts in, as it is printed. @param {string} printed */
const measure = (printed) => printed.replace(/[\d.,\s]/g, '');

/**
 * The numbers of the fact's paragraph that nobody has taken and that count in the same, where the paragraph no longer prints the fact's.
 * @param {Fact} fact
 * @param {Found | undefined} found
 * @returns {string[]} as they are printed
 */
export function reprints({ paragraph, printed }, found) {
  const there = found?.paragraphs.find(({ number }) => number === paragraph);
  if (!there || there.text.includes(printed)) return [];
  const free = there.findings.filter((at) => !at.fact && !at.omitted && measure(at.printed) === measure(printed));
  return [...new Set(free.map((at) => at.printed))];
}

/**
 * The fact with what is printed now.
 * @param {Fact} fact
 * @param {string} printed
 * @returns {Fact}
 */
export function reprinted({ value: _, ...fact }, printed) {
  return { ...fact, printed };
}
