// The index of all numbers, searched, sorted and downloaded. Loaded when the index comes near.

import { attempts } from './attempts.js';
import { find, make } from './dom.js';

/** What the parts of a table are. */
const ROLES = {
  'thead, tbody': 'rowgroup',
  tr: 'row',
  'thead th': 'columnheader',
  'tbody th': 'rowheader',
  td: 'cell',
};

/**
 * Brings the index to life.
 * @param {import('./edition.js').Edition} edition
 * @param {import('./words.js').Words} words
 * @returns {() => void} undoes it
 */
export function attachNumbers(edition, words) {
  const table = find('table.index');
  const body = find('tbody', table);
  const rows = [...table.querySelectorAll('tbody tr')].filter((row) => row instanceof HTMLTableRowElement);
  // Some browsers forget it where the rows are not laid out as a table's.
  table.setAttribute('role', 'table');
  for (const [parts, role] of Object.entries(ROLES))
    for (const part of table.querySelectorAll(parts)) part.setAttribute('role', role);
  const search = make('input', { type: 'search', 'aria-label': words.search, placeholder: words.search });
  const status = make('span', { role: 'status' });
  const download = make('button', { type: 'button' }, words.csv);
  // Its place is kept in the page, so that nothing moves when it comes.
  const bar = find('.index-tools');
  bar.replaceChildren(search, download, status);

  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent?.toLowerCase() ?? '';
      row.hidden = !wanted.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    status.textContent = words.found.replace('{n}', String(shown)).replace('{all}', String(rows.length));
  });

  const attempt = attempts((note) => bar.append(note));
  download.addEventListener('click', () => attempt(save));

  /** @param {AbortSignal} wish */
  async function save(wish) {
    const csv = await edition.csv();
    if (wish.aborted || !bar.isConnected) return;
    const link = make('a', { download: 'numbers.csv' });
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const heads = [...table.querySelectorAll('thead th')];
  const names = heads.map((head) => head.textContent ?? '');
  heads.forEach((head, column) => {
    const button = make('button', { type: 'button' }, names[column] ?? '');
    button.addEventListener('click', () => sort(column));
    head.replaceChildren(button);
  });

  /** @param {number} column */
  function sort(column) {
    const head = heads[column];
    const down = head?.getAttribute('aria-sort') === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head?.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const sorted = [...rows].sort((one, other) => compare(one.cells[column], other.cells[column], order));
    body.append(...(down ? sorted.reverse() : sorted));
  }

  return () => {
    bar.replaceChildren();
    heads.forEach((head, column) => head.replaceChildren(names[column] ?? ''));
  };
}

/**
 * By the number behind a cell where it has one, by its text otherwise; what has no number comes last.
 * @param {HTMLTableCellElement | undefined} one
 * @param {HTMLTableCellElement | undefined} other
 * @param {Intl.Collator} order
 */
function compare(one, other, order) {
  const [a, b] = [one?.dataset.sort, other?.dataset.sort];
  if (a !== undefined && b !== undefined)
    return (a === '' ? Infinity : Number(a)) - (b === '' ? Infinity : Number(b)) || 0;
  return order.compare(one?.textContent ?? '', other?.textContent ?? '');
}
