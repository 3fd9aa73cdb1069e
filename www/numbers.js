// The index of all numbers, searched, sorted and downloaded: what is asked for stands in one list, else each chapter has its own.
// Loaded when the index comes near.

import { attempts } from './attempts.js';
import { all, find, make } from './dom.js';
import { download } from './saving.js';
import { says } from './search.js';

/** What the parts of a table are. */
const ROLES = {
  'thead, tbody': 'rowgroup',
  tr: 'row',
  'thead th': 'columnheader',
  'tbody th': 'rowheader',
  td: 'cell',
};

/**
 * How the list is sorted.
 * @typedef {object} Order
 * @property {number} column
 * @property {boolean} down from the largest to the smallest
 */

/**
 * Brings the index to life.
 * @param {import('./edition.js').Edition} edition
 * @param {import('./words.js').Words} words
 * @returns {() => void} undoes it
 */
export function attachNumbers(edition, words) {
  const groups = all('#numbers .group');
  const bodies = /** @type {HTMLTableSectionElement[]} */ (all('.index tbody'));
  const rows = bodies.flatMap((body) => [...body.rows]);
  const homes = rows.map((row) => row.parentElement);
  const list = /** @type {HTMLTableElement} */ (find('.index').cloneNode(true));
  const body = find('tbody', list);
  body.replaceChildren();
  list.setAttribute('aria-label', find('#numbers-title').textContent ?? '');
  list.hidden = true;
  const search = make('input', { type: 'search', 'aria-label': words.search, placeholder: words.search });
  const status = make('span', { role: 'status' });
  // Its place is kept in the page, so that nothing moves when it comes.
  const bar = find('.index-tools');
  bar.replaceChildren(search, downloadButton(edition, words, bar), status);
  bar.after(list);
  for (const table of all('.index')) describe(table);
  /** @type {Order | undefined} */
  let order;
  search.addEventListener('input', show);
  const heads = all('th', list);
  const takeBack = all('.index thead').map((head) => sortButtons(head, sort));

  /** Sorts by a column: up, then down, then by chapters again. @param {number} column */
  function sort(column) {
    if (order?.column !== column) order = { column, down: false };
    else order = order.down ? undefined : { column, down: true };
    heads.forEach((head, place) => {
      if (place === order?.column) head.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    show();
    // The button that was pressed is of a table that is hidden now.
    const place = list.hidden ? groups[0]?.querySelector('summary') : heads[column]?.querySelector('button');
    place?.focus();
  }

  /** Shows one list of what is asked for, or each chapter's own. */
  function show() {
    const wanted = search.value.trim();
    rows.forEach((row, place) => homes[place]?.append(row));
    const found = rows.filter((row) => says(row.textContent ?? '', numberOf(row), wanted));
    const asked = wanted !== '' || order !== undefined;
    if (asked) body.append(...sorted(found, order));
    list.hidden = !asked;
    for (const group of groups) group.hidden = asked;
    status.textContent =
      wanted && words.found.replace('{n}', String(found.length)).replace('{all}', String(rows.length));
  }

  return () => {
    order = undefined;
    search.value = '';
    show();
    list.remove();
    for (const take of takeBack) take();
    bar.replaceChildren();
  };
}

/**
 * Says what the parts of a table are: some browsers forget it where the rows are not laid out as a table's.
 * @param {Element} table
 */
function describe(table) {
  table.setAttribute('role', 'table');
  for (const [parts, role] of Object.entries(ROLES))
    for (const part of table.querySelectorAll(parts)) part.setAttribute('role', role);
}

/**
 * Makes a button of each column's name but the last, which holds links.
 * @param {Element} head
 * @param {(column: number) => void} sort
 * @returns {() => void} undoes it
 */
function sortButtons(head, sort) {
  const cells = [...head.querySelectorAll('th')].slice(0, -1);
  const names = cells.map((cell) => cell.textContent ?? '');
  cells.forEach((cell, column) => {
    const button = make('button', { type: 'button' }, names[column] ?? '');
    button.addEventListener('click', () => sort(column));
    cell.replaceChildren(button);
  });
  return () => cells.forEach((cell, column) => cell.replaceChildren(names[column] ?? ''));
}

/**
 * The button that downloads all numbers.
 * @param {import('./edition.js').Edition} edition
 * @param {import('./words.js').Words} words
 * @param {HTMLElement} bar where it says what fails
 */
function downloadButton(edition, words, bar) {
  const button = make('button', { type: 'button' }, words.csv);
  const attempt = attempts((note) => bar.append(note));
  button.addEventListener('click', () => attempt(save));
  return button;

  /** @param {AbortSignal} wish */
  async function save(wish) {
    const csv = await edition.csv();
    if (!wish.aborted && bar.isConnected) download('numbers.csv', csv);
  }
}

/** The digits of a row's number. @param {HTMLTableRowElement} row */
function numberOf(row) {
  return row.querySelector('[data-sort]')?.getAttribute('data-sort') ?? '';
}

/**
 * Rows in an order; in the story's where none is asked for.
 * @param {HTMLTableRowElement[]} rows
 * @param {Order | undefined} order
 */
function sorted(rows, order) {
  if (!order) return rows;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const inOrder = [...rows].sort((one, other) => compare(one.cells[order.column], other.cells[order.column], collator));
  return order.down ? inOrder.reverse() : inOrder;
}

/**
 * By the number behind a cell where it has one, by its text otherwise; what has no number comes last.
 * @param {HTMLTableCellElement | undefined} one
 * @param {HTMLTableCellElement | undefined} other
 * @param {Intl.Collator} collator
 */
function compare(one, other, collator) {
  const [a, b] = [one?.dataset.sort, other?.dataset.sort];
  if (a !== undefined && b !== undefined)
    return (a === '' ? Infinity : Number(a)) - (b === '' ? Infinity : Number(b)) || 0;
  return collator.compare(one?.textContent ?? '', other?.textContent ?? '');
}
