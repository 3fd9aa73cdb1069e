// How a search finds a number: whatever its separators, the width of its digits, and the words for its powers of ten.

/** How many digits each word for a power of ten stands for; the longer words come first. @type {[RegExp, number][]} */
const POWERS = [
  [/^(万亿|trillion|tn)$/, 12],
  [/^(亿)$/, 8],
  [/^(billion|bn)$/, 9],
  [/^(万)$/, 4],
  [/^(million|m)$/, 6],
  [/^(thousand|k)$/, 3],
];

/**
 * A text in which digits are narrow and stand together.
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)[, \u2009](?=\d{3})/g, '$1');
}

/**
 * The digits that a number with a word for a power of ten stands for, as in 5.9万 or 2.8 million. The point moves in the text:
 * nothing is calculated.
 * @param {string} text plain
 * @returns {string | undefined} nothing for any other text
 */
export function digitsOf(text) {
  const [, whole = '', fraction = '', word = ''] = /^(\d+)(?:\.(\d+))? ?(\p{L}+)?$/u.exec(text) ?? [];
  const places = word ? POWERS.find(([name]) => name.test(word))?.[1] : 0;
  if (!whole || places === undefined) return undefined;
  const moved = whole + fraction.slice(0, places).padEnd(places, '0');
  const left = fraction.slice(places).replace(/0+$/, '');
  return (moved.replace(/^0+(?=\d)/, '') || '0') + (left && `.${left}`);
}

/**
 * Whether a line says what is searched for: each of its words, or its number in another form.
 * @param {string} text the line's
 * @param {string} number the line's, in digits
 * @param {string} wanted
 */
export function says(text, number, wanted) {
  const [line, search] = [plain(text), plain(wanted.trim())];
  if (search.split(/\s+/).every((word) => line.includes(word))) return true;
  return number !== '' && digitsOf(search) === number;
}
