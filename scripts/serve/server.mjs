/** A small static server, for looking at the site and for its tests. Not for the internet. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { HASHED, HEADERS, KEEP, TYPES, policy } from '../../www/site/headers.js';

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/**
 * @param {object} options
 * @param {string} options.root the folder that is served
 * @param {number} [options.port] the first port to try, then the next free one; 0 takes any
 * @param {string} [options.host] 127.0.0.1 keeps it on this machine; 0.0.0.0 lets a phone in
 * @param {string} [options.base] the folder of the site, as `/news/`: anything outside is not found
 * @param {boolean} [options.csp] whether to send the {@link policy}
 * @param {(url: string) => void} [options.heard] is told of every request
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ root, port = 8080, host = '127.0.0.1', base = '/', csp = false, heard }) {
  const server = createServer((request, response) => {
    const { method = '', url = '/', headers } = request;
    heard?.(url);
    const { file, moved } = ['GET', 'HEAD'].includes(method) ? locate(url, root, base) : {};
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (csp) response.setHeader('Content-Security-Policy', policy(`http://${headers.host}`));
    if (file) send(file, String(headers['accept-encoding']), method === 'HEAD', response);
    else if (moved) response.writeHead(308, { Location: moved }).end();
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * What an address means: a file, or another address for a folder that was named without its slash.
 *
 * @param {string} address
 * @param {string} root
 * @param {string} base
 * @returns {{ file?: string, moved?: string }} neither when it is outside, or not there
 */
function locate(address, root, base) {
  try {
    const { pathname, search } = new URL(`http://localhost${address}`);
    const path = decodeURIComponent(pathname);
    const file = join(root, path.slice(base.length));
    // `join` has resolved every `..`, also those that were written as %2e or with %2f.
    if (path.includes('//') || !path.startsWith(base) || !join(file, sep).startsWith(join(root, sep))) return {};
    if (!statSync(file).isDirectory()) return { file };
    const index = join(file, 'index.html');
    if (!existsSync(index)) return {};
    return path.endsWith('/') ? { file: index } : { moved: `${pathname}/${search}` };
  } catch {
    // Not there, or not an address at all.
    return {};
  }
}

/**
 * @param {string} file
 * @param {string} accepted
 * @param {boolean} headOnly
 * @param {import('node:http').ServerResponse} response
 */
function send(file, accepted, headOnly, response) {
  const [encoding, suffix = ''] =
    ENCODINGS.find(([name, end]) => new RegExp(`\\b${name}\\b`).test(accepted) && existsSync(file + end)) ?? [];
  // At once: a preview writes a file anew while it is asked for, and a length that was read before would be wrong.
  const content = readFileSync(file + suffix);
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': content.length,
    'Cache-Control': HASHED.test(file) ? KEEP.hashed : KEEP.other,
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
  });
  response.end(headOnly ? undefined : content);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port it got
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port > 0 && port < 65535) resolve(listen(server, port + 1, host));
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}
