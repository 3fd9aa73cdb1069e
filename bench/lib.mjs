// What run.mjs and shots.mjs share: config, static server with brotli, browser.
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/machine/browser.mjs';

const here = dirname(new URL(import.meta.url).pathname);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};
const RAW = new Set(['.png', '.jpg', '.webp', '.woff2', '.ico']); // already compressed

// A page: {name, dir, entry = "index.html", query = "", floor, exclude}; dir is relative to the config file.
export function loadConfig(path) {
  const file = existsSync(path) ? resolve(path) : join(here, path);
  const config = JSON.parse(readFileSync(file, 'utf8'));
  for (const p of config.pages) {
    p.root = resolve(dirname(file), p.dir);
    p.entry ??= 'index.html';
    if (!existsSync(join(p.root, p.entry)))
      throw new Error(`${p.name}: ${join(p.root, p.entry)} is missing (node build.mjs?)`);
  }
  return config;
}

function* walk(dir, base = '') {
  for (const e of readdirSync(dir, { withFileTypes: true })) {
    if (e.name.startsWith('.') || e.name === 'node_modules') continue;
    if (e.isDirectory()) yield* walk(join(dir, e.name), base + e.name + '/');
    else if (statSync(join(dir, e.name)).size < 32e6) yield base + e.name;
  }
}

// Serves each page under /<name>/, bodies compressed on first use (brotli 11) and kept.
export async function serve(pages) {
  const files = new Map();
  for (const p of pages)
    for (const f of walk(p.root))
      files.set(`/${p.name}/${f}`, { file: join(p.root, f), ext: extname(f).toLowerCase() });
  const log = [];
  const body = (f) => {
    if (!f.body) {
      const raw = readFileSync(f.file);
      f.raw = raw.length;
      f.br = !RAW.has(f.ext);
      f.body = f.br
        ? brotliCompressSync(raw, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 11,
              [constants.BROTLI_PARAM_LGWIN]: 22,
              [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
            },
          })
        : raw;
    }
    return f.body;
  };
  const server = createServer((req, res) => {
    let path = decodeURIComponent(req.url.split('?')[0]);
    if (path.endsWith('/')) path += 'index.html';
    const f = files.get(path);
    if (!f) {
      log.push({ path, status: 404, bytes: 0 });
      res.writeHead(404).end();
      return;
    }
    const b = body(f);
    const kind = { '.html': 'html', '.js': 'js', '.mjs': 'js', '.wasm': 'wasm', '.css': 'css' }[f.ext] ?? 'data';
    log.push({ path, status: 200, kind, bytes: b.length, raw: f.raw });
    res.writeHead(200, {
      'content-type': TYPES[f.ext] ?? 'application/octet-stream',
      'content-length': b.length,
      'cache-control': 'no-cache',
      ...(f.br ? { 'content-encoding': 'br' } : {}),
    });
    res.end(b);
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  const port = server.address().port;
  for (const [k, f] of files) if (pages.some((p) => k === `/${p.name}/${p.entry}`)) body(f); // warm the entries; the rest on first request of the warm-up load
  return {
    log,
    url: (p, extra = '') => {
      const query = [p.query?.replace(/^\?/, ''), extra].filter(Boolean).join('&');
      return `http://127.0.0.1:${port}/${p.name}/${p.entry === 'index.html' ? '' : p.entry}${query ? '?' + query : ''}`;
    },
    close: () => server.close(),
  };
}

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
];

// A browser with its own fresh profile. free: frames as soon as they are done, not at 60 Hz (so that "to the next frame" is not rounded up to 16.7 ms).
export function launch({ free = false } = {}) {
  return chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: [...FLAGS, ...(free ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : [])],
  });
}
