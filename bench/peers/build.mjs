// Builds every peer page into dist/<name>/: one index.html, one app.js. `node build.mjs [name …]`
import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const dir = new URL('.', import.meta.url).pathname;
const PAGES = {
  'hand-js': 'src/hand-js/main.js',
  echarts: 'src/echarts/main.js',
  chartjs: 'src/chartjs/main.js',
  vega: 'src/vega/main-runtime.js',
  'vega-lite': 'src/vega/main-embed.js',
  plot: 'src/plot/main.js',
};
const html = readFileSync(dir + 'src/common/page.html', 'utf8').replace(/\n+/g, '\n');

// `import flows from 'vega-precompiled'`: the Vega-Lite specs, taken at build time all the way to Vega's runtime dataflows.
const precompiled = {
  name: 'vega-precompiled',
  setup(b) {
    b.onResolve({ filter: /^vega-precompiled$/ }, () => ({ path: 'flows', namespace: 'pre' }));
    b.onLoad({ filter: /.*/, namespace: 'pre' }, async () => {
      globalThis.location ??= { search: '' };
      const { SPECS } = await import(dir + 'src/vega/specs.js');
      const { compile } = await import('vega-lite');
      const { parse } = await import('vega');
      const flows = SPECS.map((s) => parse(compile(s).spec));
      return { contents: JSON.stringify(flows), loader: 'json', resolveDir: dir };
    });
  },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PAGES);
for (const name of names) {
  const out = `${dir}dist/${name}`;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const r = await build({
    entryPoints: [dir + PAGES[name]],
    outfile: out + '/app.js',
    bundle: true,
    minify: true,
    treeShaking: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [precompiled],
    logLevel: 'warning',
  });
  writeFileSync(out + '/index.html', html.replace('{{name}}', name));
  writeFileSync(`${dir}dist/${name}.meta.json`, JSON.stringify(r.metafile));
  console.log(name, Object.values(r.metafile.outputs)[0].bytes, 'bytes of JS');
}
