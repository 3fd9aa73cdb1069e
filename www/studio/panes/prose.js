// Texts with numbers in them, which stand there by their ids: {ships}.

/** @typedef {{ id: string, term: string, value: string }} Named a number by what it is called, and as it is written out */

/** What is in braces, and what is not. @param {string} text */
const parts = (text) => text.split(/(\{[^{}]*\})/);

/**
 * A text as it is read. What is no number of the story stays as it is.
 * @param {string} text
 * @param {Named[]} facts
 */
export function filled(text, facts) {
  const values = new Map(facts.map(({ id, value }) => [`{${id}}`, value]));
  return parts(text)
    .map((part) => values.get(part.replace(/:n\}$/, '}')) || part)
    .join('');
}

/**
 * Where a number is typed out; −1 where it is not, or is a part of a longer one.
 * @param {string} text
 * @param {string} value
 */
function place(text, value) {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const beside = [text[at - 1], text[at + value.length]];
    if (!beside.some((character) => /[\d.,]/.test(character ?? ''))) return at;
  }
  return -1;
}

/**
 * The numbers that a text says in typed figures.
 * @param {string} text
 * @param {Named[]} facts
 */
export function typed(text, facts) {
  const words = parts(text).filter((part) => !part.startsWith('{'));
  return facts.filter(({ value }) => value !== '' && words.some((part) => place(part, value) >= 0));
}

/**
 * A text with a number of the story instead of the typed one.
 * @param {string} text
 * @param {Named} fact
 */
export function bound(text, { id, value }) {
  let done = false;
  const put = (/** @type {string} */ part) => {
    const at = done || part.startsWith('{') ? -1 : place(part, value);
    if (at < 0) return part;
    done = true;
    return `${part.slice(0, at)}{${id}}${part.slice(at + value.length)}`;
  };
  return parts(text).map(put).join('');
}

/**
 * What the module says, with numbers and units by what they are called rather than by their ids.
 * @param {string} message in which ids stand between backticks
 * @param {Map<string, string>} names
 */
export const named = (message, names) =>
  message.replace(/`([^`]+)`/g, (whole, id) => (names.has(id) ? `“${names.get(id)}”` : whole));
