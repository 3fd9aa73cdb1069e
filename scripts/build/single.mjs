/**
 * The whole infographic as one file, dist/single.html: it opens from a disk, in a `srcdoc` and in a sandboxed frame, where
 * nothing can be fetched. Made from the finished pages: styles and script inline under a policy that names their hashes, the
 * module, the plates and the other languages' pages as base64 beside them (edition.js finds them by their links' names).
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { publishedParts, TARGET } from './bundle.mjs';
import { ROOT } from '../steps.mjs';

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The shell with all that it would load on demand, as one classic script: modules need addresses of their own. @param {string} pages */
async function classicScript(pages) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'www/main.js')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    target: TARGET,
    plugins: [publishedParts(pages)],
    // The glue would find its module beside itself; here it is handed the bytes.
    define: { 'import.meta.url': '""' },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** @param {import('./pages.mjs').Project} project */
export async function writeSingle({ pages, site }) {
  /** @param {string} file */
  const read = (file) => readFileSync(join(site, file));
  const page = read('index.html').toString();
  const script = (await classicScript(pages)).replace(/<\/(?=script)/gi, '<\\/');
  const style = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)]
    .map(([, file]) => read(file ?? ''))
    .join('');
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

  const files = new Map();
  gather('index.html');
  const inline = [...files].map(
    ([href, content]) => `<script type="text/plain" data-file="${href}">${content.toString('base64')}</script>`,
  );
  const single = page
    .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(/<script type="module"[^>]*><\/script>/, '')
    // It belongs to no site: there is no worker to ask for.
    .replace(' data-root=""', '')
    .replace(/rel="preload" as="fetch"/g, 'rel="alternate"')
    .replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('</head>', () => `<style>${style}</style>${inline.join('')}</head>`)
    .replace('</body>', () => `<script>${script}</script></body>`);
  writeFileSync(join(site, 'single.html'), single);

  /**
   * The files that a page names in its head; of the other languages' pages among them their plates alone, for the rest is
   * the same.
   * @param {string} from
   */
  function gather(from) {
    for (const [, role, href = ''] of read(from)
      .toString()
      .matchAll(/<link data-rel="(\w+)"[^>]* href="([^"]+)">/g)) {
      if (files.has(href) || (from !== 'index.html' && role !== 'plate')) continue;
      const file = posix.join(posix.dirname(from), href, role === 'page' ? 'index.html' : '');
      files.set(href, read(file));
      if (role === 'page' && file !== from) gather(file);
    }
  }
}
