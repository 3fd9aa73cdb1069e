/**
 * worker.js, which keeps the site for readers without a network: the whole pages and all that they load by a hashed name. Pages
 * of single figures are for frames, whose host needs a network anyway; the studio is for editors, and heavier than all the rest.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET } from './bundle.mjs';
import { filesIn } from './pages.mjs';
import { HASHED } from '../serve/headers.mjs';
import { ROOT } from '../steps.mjs';

/** @param {string} site the folder of the finished site */
export async function writeWorker(site) {
  const { build } = await import('esbuild');
  const names = filesIn(site).filter(
    (name) => !name.startsWith('studio/') && (HASHED.test(name) || /^(.*\/)?index\.html$/.test(name)),
  );
  const hash = (/** @type {string | Buffer} */ content) => createHash('sha256').update(content).digest('base64');
  // A page is kept under its folder's name, since some hosts redirect its file's name there.
  const files = Object.fromEntries(
    names.map((name) => [name.replace(/index\.html$/, ''), `sha256-${hash(readFileSync(join(site, name)))}`]),
  );
  const list = JSON.stringify(files);
  await build({
    entryPoints: [join(ROOT, 'www/worker.js')],
    outfile: join(site, 'worker.js'),
    minify: true,
    charset: 'utf8',
    target: TARGET,
    define: { FILES: list, VERSION: JSON.stringify(hash(list).slice(0, 8)) },
    logLevel: 'warning',
  });
}
