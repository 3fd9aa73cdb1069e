// The whole infographic as one file: it opens from a disk, in a `srcdoc` and in a sandboxed frame, where nothing can be fetched. Made
// from the bound pages: styles and script inline under a policy that names their hashes, the module, the plates and the other
// languages' pages as base64 beside them (edition.js finds them by their links' names).

import { alone } from './bind.js';
import { sha256 } from './hash.js';
import { base64, text } from './scripts.js';

/** @typedef {Map<string, Uint8Array<ArrayBuffer>>} Site by path */

/**
 * @param {import('./assemble.js').Shell} shell
 * @param {Site} site
 */
export async function single(shell, site) {
  const page = alone(text(read(site, 'index.html')));
  const script = shell.scripts.single.replace(/<\/(?=script)/gi, '<\\/');
  const styles = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
  const style = styles.map(([, file = '']) => text(read(site, file))).join('');
  const policy = [
    "default-src 'none'",
    `script-src ${await hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${await hash(style)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const inline = [...brought(site)].map(
    ([href, bytes]) => `<script type="text/plain" data-file="${href}">${base64(bytes)}</script>`,
  );
  return (
    page
      .replace(/<link rel="stylesheet"[^>]*>/g, '')
      .replace(/<script type="module"[^>]*><\/script>/, '')
      // It belongs to no site: there is no worker to ask for.
      .replace(' data-root=""', '')
      .replace(/rel="preload" as="fetch"/g, 'rel="alternate"')
      .replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`)
      .replace('</head>', () => `<style>${style}</style>${inline.join('')}</head>`)
      .replace('</body>', () => `<script>${script}</script></body>`)
  );
}

/**
 * The files that the page names in its head, by the names that it gives them; of the other languages' pages among them their plates
 * alone, for the rest is the same.
 * @param {Site} site
 */
function brought(site) {
  /** @type {Site} */
  const files = new Map();
  gather('index.html');
  return files;

  /** @param {string} from */
  function gather(from) {
    for (const [, role, href = ''] of text(read(site, from)).matchAll(/<link data-rel="(\w+)"[^>]* href="([^"]+)">/g)) {
      if (files.has(href) || (from !== 'index.html' && role !== 'plate')) continue;
      const { pathname } = new URL(href, `https://site.invalid/${from}`);
      const file = pathname.slice(1) + (role === 'page' ? 'index.html' : '');
      const bytes = read(site, file);
      files.set(href, role === 'page' ? new TextEncoder().encode(alone(text(bytes))) : bytes);
      if (role === 'page' && file !== from) gather(file);
    }
  }
}

/** @param {string} content */
const hash = async (content) => `'sha256-${base64(await sha256(new TextEncoder().encode(content)))}'`;

/** @param {Site} site @param {string} name */
function read(site, name) {
  const bytes = site.get(name);
  if (!bytes) throw new Error(`the site has no ${name}`);
  return bytes;
}
