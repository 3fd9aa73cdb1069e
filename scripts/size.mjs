/** What a reader's first view weighs, and whether it keeps to our promise. */

/** In KB of 1,024 bytes, at brotli 11. */
const BUDGET = { total: 80, module: 45, scripts: 12 };

/**
 * Prints the heaviest page, file by file.
 *
 * @param {Map<string, string[]>} views each page with the files of its first view
 * @param {Map<string, import('./compress.mjs').Size>} sizes
 * @returns {string[]} each budget that is broken, in words
 */
export function report(views, sizes) {
  /** @param {string[]} files @param {keyof import('./compress.mjs').Size} kind */
  const sum = (files, kind) => files.reduce((total, file) => total + (sizes.get(file)?.[kind] ?? 0), 0) / 1024;
  const heaviest = [...views].sort(([, a], [, b]) => sum(b, 'br') - sum(a, 'br'))[0];
  if (!heaviest) return ['no page was built'];
  const [page, files] = heaviest;

  console.log(`  First view of the heaviest of ${views.size} pages, ${page}, in KB:`);
  row('', 'raw', 'gzip 9', 'brotli 11');
  for (const file of files) row(file, ...columns([file]));
  row('total', ...columns(files));

  const spent = {
    total: sum(files, 'br'),
    module: sum(
      files.filter((file) => file.endsWith('.wasm')),
      'br',
    ),
    scripts: sum(
      files.filter((file) => file.endsWith('.js')),
      'br',
    ),
  };
  return /** @type {(keyof typeof BUDGET)[]} */ (Object.keys(BUDGET)).flatMap((name) => {
    row(`${name}, of ${BUDGET[name]} allowed`, '', '', spent[name].toFixed(1));
    return spent[name] > BUDGET[name] ? [`${name}: ${spent[name].toFixed(1)} KB of ${BUDGET[name]} allowed`] : [];
  });

  /** @param {string[]} some */
  function columns(some) {
    return /** @type {const} */ (['raw', 'gz', 'br']).map((kind) => sum(some, kind).toFixed(1));
  }
}

/** @param {string} name @param {string[]} cells */
function row(name, ...cells) {
  console.log(`    ${name.padEnd(40)}${cells.map((cell) => cell.padStart(11)).join('')}`.trimEnd());
}
