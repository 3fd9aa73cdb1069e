/**
 * `node bench/build.mjs`: makes bench/dist/, the page that is compared with others. With `--keep-module` it takes the module
 * of the last time.
 *
 * The module is made as the published one is (scripts/build/wasm.mjs), with the kinds of these figures; the plate is packed by the same tool from a story cut down to eight
 * figures (story.mjs), and the still drawings that stand in the page from the start are drawn natively (stills.rs).
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { publishedModule, TARGET } from '../scripts/build/shell.mjs';
import { ask, CACHE, main, ROOT, run, step } from '../scripts/steps.mjs';
import { buildModules, ofStory } from '../scripts/build/wasm.mjs';
import { benchStory } from './story.mjs';

const PAGE = join(ROOT, 'bench/page');
const OUT = join(ROOT, 'bench/dist');
const WORK = join(CACHE, 'bench');
const MODULE = join(WORK, 'module');

const STORY = 'data/story.json';

/** The counts of dots that run.mjs asks for by `?dots=N`, each a plate of its own. */
const DOTS = [1_000, 10_000, 100_000];

/** The width that the page has on a desk, in CSS px. */
const WIDTH = 720;

/** @param {number} [dots] */
async function packPlate(dots) {
  const work = join(WORK, String(dots ?? 'plain'));
  mkdirSync(work, { recursive: true });
  const story = join(work, 'story.json');
  const whole = JSON.parse(readFileSync(join(ROOT, STORY), 'utf8'));
  writeFileSync(story, JSON.stringify(benchStory(whole, dots)));
  await run('cargo', ['run', '--quiet', '--features', 'cli', '--bin', 'story', '--', 'pages', story, '--out', work]);
  copyFileSync(join(work, 'plate-zh.bin'), join(OUT, dots ? `plate-${dots}.bin` : 'plate.bin'));
}

async function writePage() {
  const module = await import(join(MODULE, 'infographic.js'));
  module.initSync({ module: readFileSync(join(MODULE, 'infographic.wasm')) });
  const names = module.inkNames();
  const palette = paletteOf(names);

  const esbuild = {
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: TARGET,
    logLevel: 'warning',
  };
  await build({
    ...esbuild,
    entryPoints: [join(PAGE, 'main.js')],
    outfile: join(OUT, 'app.js'),
    format: 'esm',
    legalComments: 'none',
    supported: { destructuring: true },
    define: { COLORS: JSON.stringify(names.flatMap((name) => channels(palette[name]))) },
    plugins: [publishedModule(MODULE)],
  });
  const styles = await build({ ...esbuild, entryPoints: [join(PAGE, 'page.css')], write: false });

  const stills = JSON.parse(
    ask('cargo', ['run', '--quiet', '--example', 'bench-stills', '--', join(OUT, 'plate.bin'), String(WIDTH)]) ?? '[]',
  );
  const parts = Object.fromEntries(
    stills.map(({ id, height, shapes }) => [id, `<svg viewBox="0 0 ${WIDTH} ${height}">${shapes}</svg>`]),
  );
  const inks = names.map((name) => {
    const color = `#${palette[name]}`;
    return `.f-${name}{fill:${color}}.s-${name}{fill:none;stroke:${color}}`;
  });
  const heights = stills.map(({ id, height }) => `#${id}{min-height:${Math.ceil(height)}px}`);
  // As on the published page, whose canvases lay the same ground: each takes the place of a still drawing unseen.
  const ground = `body{background:#${palette.ground}}`;
  const parted = `@media(min-width:${WIDTH}px){${heights.join('')}}`;
  const style = [styles.outputFiles[0].text.trim(), ground, ...inks, parted].join('');

  const html = readFileSync(join(PAGE, 'index.html'), 'utf8').replace(/\n\s*/g, '');
  writeFileSync(
    join(OUT, 'index.html'),
    html.replace(/\{\{(\w+)\}\}/g, (_, name) => ({ style, ...parts })[name]),
  );
}

/** The inks' light colours in hexadecimal, from the stylesheet of the palettes. @param {string[]} names */
function paletteOf(names) {
  const css = readFileSync(join(ROOT, 'www/theme.css'), 'utf8');
  return Object.fromEntries(names.map((name) => [name, css.match(new RegExp(`--${name}: #([0-9a-f]{6});`))[1]]));
}

/** @param {string} hex red, green and blue */
function channels(hex) {
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

function report() {
  let total = 0;
  for (const name of ['index.html', 'app.js', 'infographic.wasm', 'plate.bin']) {
    const raw = readFileSync(join(OUT, name));
    const { length } = brotliCompressSync(raw);
    total += length;
    console.log(
      `  ${name.padEnd(18)}${String(raw.length).padStart(8)} bytes${String(length).padStart(8)} at brotli 11`,
    );
  }
  console.log(`  ${'total'.padEnd(32)}${String(total).padStart(8)}`);
}

await main(async () => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await step('Pack the plates', async () => {
    for (const dots of [undefined, ...DOTS]) await packPlate(dots);
  });
  if (!process.argv.includes('--keep-module') || !existsSync(join(MODULE, 'infographic.wasm')))
    await buildModules([{ ...ofStory(join(WORK, 'plain/story.json')), folder: MODULE }]);
  copyFileSync(join(MODULE, 'infographic.wasm'), join(OUT, 'infographic.wasm'));
  await step('Draw the stills, bundle the page', writePage);
  report();
});
