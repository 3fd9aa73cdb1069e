/**
 * What a reader's first view weighs, and whether it keeps to our promise. Code over its bound fails: only we make it grow. Content
 * over its bound is told: it grows with the story.
 */

/** In kB of 1,000 bytes, at brotli 11. Code is the scripts, the styles and the module; studio is all that it loads to open. */
const BOUNDS = { code: 60, module: 44.6, page: 28, studio: 400 };

/** @typedef {import('./compress.mjs').Size} Size */

/**
 * Prints the heaviest page, file by file.
 *
 * @param {Map<string, string[]>} views each page with the files of its first view
 * @param {Map<string, Size>} sizes
 * @returns {string[]} each bound of the code that is broken, in words
 */
export function report(views, sizes) {
  /** @param {string[]} files @param {keyof Size} kind */
  const sum = (files, kind) => files.reduce((total, file) => total + (sizes.get(file)?.[kind] ?? 0), 0) / 1000;
  const heaviest = [...views].sort(([, a], [, b]) => sum(b, 'br') - sum(a, 'br'))[0];
  if (!heaviest) return ['no page was built'];
  const [page, files] = heaviest;

  console.log(`  First view of the heaviest of ${views.size} pages, ${page}, in kB:`);
  row('', 'raw', 'gzip 9', 'brotli 11');
  for (const file of files) row(file, ...columns([file]));
  row('total', ...columns(files));
  const later = [...sizes.keys()].filter((file) => file.startsWith('assets/') && file.endsWith('.js'));
  row('scripts that come later', ...columns(later.filter((file) => !files.includes(file))));

  const code = files.filter((file) => /\.(js|css|wasm)$/.test(file));
  const module = code.filter((file) => file.endsWith('.wasm'));
  const content = over('page', sum([page], 'br'));
  if (content) console.log(`  The content is heavier than intended: ${content}`);
  return [over('code', sum(code, 'br')), over('module', sum(module, 'br'))].filter((broken) => broken !== undefined);

  /** @param {string[]} some */
  function columns(some) {
    return /** @type {const} */ (['raw', 'gz', 'br']).map((kind) => sum(some, kind).toFixed(1));
  }
}

/**
 * Prints what the studio loads to open.
 *
 * @param {string[]} files
 * @param {Map<string, Size>} sizes
 * @returns {string[]} its bound, in words, where it is broken
 */
export function reportStudio(files, sizes) {
  const broken = over('studio', files.reduce((total, file) => total + (sizes.get(file)?.br ?? 0), 0) / 1000);
  return broken ? [broken] : [];
}

/**
 * Prints what is used of a bound.
 *
 * @param {keyof typeof BOUNDS} name
 * @param {number} used in kB
 * @returns {string | undefined} in words, where it is over
 */
function over(name, used) {
  row(`${name}, of ${BOUNDS[name]} allowed`, '', '', used.toFixed(1));
  return used > BOUNDS[name] ? `${name}: ${used.toFixed(1)} kB of ${BOUNDS[name]} allowed` : undefined;
}

/** @param {string} name @param {string[]} cells */
function row(name, ...cells) {
  console.log(`    ${name.padEnd(40)}${cells.map((cell) => cell.padStart(11)).join('')}`.trimEnd());
}
