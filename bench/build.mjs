/**
 * `node bench/build.mjs`: makes bench/dist/, the page that is compared with others. With `--keep-module` it takes the module
 * of the last build.
 *
 * The module is the published one (scripts/wasm.mjs), the plate is packed by the same tool from a story cut down to eight
 * figures (story.mjs), and the still drawings that stand in the page from the start are what the module itself draws as SVG.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { publishedModule, TARGET } from '../scripts/bundle.mjs';
import { CACHE, main, ROOT, run, step } from '../scripts/steps.mjs';
import { buildModule, MODULE } from '../scripts/wasm.mjs';
import { benchStory } from './story.mjs';

const PAGE = join(ROOT, 'bench/page');
const OUT = join(ROOT, 'bench/dist');
const WORK = join(CACHE, 'bench');

/** The width that the page has on a desk, in CSS px. */
const WIDTH = 720;

async function packPlate() {
  mkdirSync(WORK, { recursive: true });
  const story = join(WORK, 'story.json');
  writeFileSync(story, JSON.stringify(benchStory(JSON.parse(readFileSync(join(ROOT, 'data/story.json'), 'utf8')))));
  const cargo = ['run', '--quiet', '--features', 'cli', '--bin', 'story', '--', 'pages', story, '--out', WORK];
  await run('cargo', cargo);
  copyFileSync(join(WORK, 'plate-zh.bin'), join(OUT, 'plate.bin'));
}

async function writePage() {
  const module = await import(join(MODULE, 'infographic.js'));
  module.initSync({ module: readFileSync(join(MODULE, 'infographic.wasm')) });
  const colors = paletteOf(module.inkNames());
  const theme = module.Theme.fromColors(Uint8Array.from(colors));
  const infographic = module.Infographic.unpack(readFileSync(join(OUT, 'plate.bin')));

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
    define: { COLORS: JSON.stringify(colors) },
    plugins: [publishedModule],
  });
  const styles = await build({ ...esbuild, entryPoints: [join(PAGE, 'page.css')], write: false });

  let style = styles.outputFiles[0].text.trim();
  const parts = {};
  const heights = infographic.figures().map((id) => {
    const figure = infographic.figure(id);
    const height = figure.layout(pretendContext, WIDTH, 1, figure.openingChoice());
    const [, rules, shapes] = figure.svg(theme).match(/<style>(.*)<\/style><rect[^>]*>(.*)<\/svg>/s);
    if (!Object.keys(parts).length) style += rules;
    parts[id] = `<svg viewBox="0 0 ${WIDTH} ${height}">${shapes}</svg>`;
    return `#${id}{min-height:${Math.ceil(height)}px}`;
  });
  style += `@media(min-width:${WIDTH}px){${heights.join('')}}`;

  const html = readFileSync(join(PAGE, 'index.html'), 'utf8').replace(/\n\s*/g, '');
  writeFileSync(
    join(OUT, 'index.html'),
    html.replace(/\{\{(\w+)\}\}/g, (_, name) => ({ style, ...parts })[name]),
  );
}

/** What the module measures text with where there is no canvas: Chinese is an em wide, the rest as wide as in wide fonts. */
const pretendContext = {
  font: '',
  /** @param {string} text */
  measureText(text) {
    const em = parseFloat(this.font.replace('bold ', ''));
    const narrow = this.font.startsWith('bold') ? 0.696 : 0.636;
    return { width: [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? em : narrow * em), 0) };
  },
};

/** The inks' light colours, red, green and blue in turn, from the stylesheet of the palettes. @param {string[]} names */
function paletteOf(names) {
  const css = readFileSync(join(ROOT, 'www/theme.css'), 'utf8');
  return names.flatMap((name) => {
    const [, hex] = css.match(new RegExp(`--${name}: #([0-9a-f]{6});`));
    return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  });
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
  if (!process.argv.includes('--keep-module') || !existsSync(join(MODULE, 'infographic.wasm'))) await buildModule();
  copyFileSync(join(MODULE, 'infographic.wasm'), join(OUT, 'infographic.wasm'));
  await step('Pack the plate', packPlate);
  await step('Draw the stills, bundle the page', writePage);
  report();
});
