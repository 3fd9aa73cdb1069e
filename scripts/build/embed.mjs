/** embed.js, the script for pages that frame our figures: one small classic script, under a name that others can rely on; and its types. */
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { publishedParts, TARGET } from './bundle.mjs';
import { Failure, ROOT } from '../steps.mjs';

/** In bytes, as it is: other people's pages carry it. */
const MOST = 3584;

/** @param {import('./pages.mjs').Project} project */
export async function writeEmbed({ pages, site }) {
  const { build } = await import('esbuild');
  const outfile = join(site, 'embed.js');
  await build({
    entryPoints: [join(ROOT, 'www/embed.js')],
    outfile,
    bundle: true,
    format: 'iife',
    minify: true,
    // The host's page may be in any encoding.
    charset: 'ascii',
    target: TARGET,
    plugins: [publishedParts(pages)],
    logLevel: 'warning',
  });
  copyFileSync(join(ROOT, 'www/embed.d.ts'), join(site, 'embed.d.ts'));
  const { size } = statSync(outfile);
  if (size > MOST)
    throw new Failure(`embed.js has ${size} bytes, of ${MOST} allowed`, 'See what grew in www/embed.js.');
}
