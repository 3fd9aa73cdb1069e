/** embed.js, the script for pages that frame our figures: one small classic script, under a name that others can rely on. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './pages.mjs';
import { Failure, ROOT } from '../steps.mjs';

/** In bytes, as it is: other people's pages carry it. */
const MOST = 2048;

export async function writeEmbed() {
  const { build } = await import('esbuild');
  const outfile = join(DIST, 'embed.js');
  await build({
    entryPoints: [join(ROOT, 'www/embed.js')],
    outfile,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    // Newsrooms' pages promise less than ours.
    target: 'es2018',
    logLevel: 'warning',
  });
  const { size } = statSync(outfile);
  if (size > MOST)
    throw new Failure(`embed.js has ${size} bytes, of ${MOST} allowed`, 'See what grew in www/embed.js.');
}
