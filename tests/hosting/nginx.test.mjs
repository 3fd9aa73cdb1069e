/** Each kind of file as a real nginx sends it, and many readers at once. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DIST, filesIn } from '../../scripts/pages.mjs';
import { startNginx } from './server.mjs';

/** What every answer carries, whatever it is about. */
const ALWAYS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

const TYPES = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/** Only a site whose address is known has share cards, answers to oEmbed and a list for search engines. */
const WITH_ADDRESS = ['.json', '.png', '.xml'];

const FOREVER = 'public, max-age=31536000, immutable';

/** The files that readers ask for; the rest is compressed copies, and what hosts are told. */
const FILES = filesIn(DIST).filter((file) => !/\.(br|gz|conf)$|^_headers$/.test(file));

/** One file of each kind, hashed and not. */
const KINDS = [...new Map(FILES.map((file) => [`${extname(file)} ${file.startsWith('assets/')}`, file])).values()];

/** @type {Awaited<ReturnType<typeof startNginx>>} */
let server;
before(async () => (server = await startNginx()));
after(() => server.stop());

/**
 * @param {string} path
 * @param {Record<string, string>} [headers]
 * @param {Agent} [agent]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function get(path, headers = {}, agent = undefined) {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: `/${path}`, headers, agent }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function carriesAlways(headers) {
  for (const [name, value] of Object.entries(ALWAYS)) assert.equal(headers[name], value, name);
  const policy = String(headers['content-security-policy']);
  // The site by name too: in a sandboxed frame WebKit matches 'self' with nothing.
  const site = `'self' http://127.0.0.1:${server.port}`;
  for (const rule of ["default-src 'none'", `script-src ${site} 'wasm-unsafe-eval'`, `worker-src ${site}`])
    assert.ok(policy.split('; ').includes(rule), `${rule} in ${policy}`);
  for (const feature of ['camera', 'geolocation', 'microphone'])
    assert.ok(String(headers['permissions-policy']).includes(`${feature}=()`), feature);
  // Anyone may frame it: neither of what could forbid that, and no cookie.
  assert.doesNotMatch(policy, /frame-ancestors|unsafe-inline|'unsafe-eval'|https?:(?!\/\/127\.0\.0\.1:)/);
  assert.equal(headers['x-frame-options'], undefined);
  assert.equal(headers['set-cookie'], undefined);
}

test('there is a file of every kind', () => {
  const found = [...new Set(FILES.map((file) => extname(file)))];
  assert.deepEqual(
    Object.keys(TYPES).filter((kind) => !found.includes(kind) && !WITH_ADDRESS.includes(kind)),
    [],
  );
  assert.deepEqual(
    found.filter((kind) => !(kind in TYPES)),
    [],
  );
  assert.ok(FILES.length > 100);
});

for (const file of KINDS) {
  test(`${file}: its headers, as it is and compressed`, async () => {
    const original = readFileSync(join(DIST, file));
    for (const [accepted, encoding, open] of /** @type {const} */ ([
      ['identity', undefined, (/** @type {Buffer} */ body) => body],
      ['gzip, deflate', 'gzip', gunzipSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
    ])) {
      const { status, headers, body } = await get(file, { 'Accept-Encoding': accepted });
      assert.equal(status, 200);
      carriesAlways(headers);
      assert.equal(headers['content-type'], TYPES[/** @type {keyof typeof TYPES} */ (extname(file))]);
      assert.equal(headers['cache-control'], file.startsWith('assets/') ? FOREVER : 'no-cache');
      // Pictures are compressed in themselves.
      if (extname(file) === '.png') {
        assert.equal(headers['content-encoding'], undefined);
        assert.ok(body.equals(original));
        continue;
      }
      assert.equal(headers['content-encoding'], encoding);
      assert.match(headers.vary ?? '', /accept-encoding/i);
      // Sent as it lies there, not compressed anew.
      if (encoding) assert.equal(body.length, statSync(join(DIST, `${file}.${encoding === 'br' ? 'br' : 'gz'}`)).size);
      assert.ok(open(body).equals(original));
    }
  });
}

test('a folder is its page, and asking again for what has not changed costs no content', async () => {
  for (const [path, file] of [
    ['', 'index.html'],
    ['en/?lang=en', 'en/index.html'],
  ]) {
    const { status, headers, body } = await get(path ?? '');
    assert.equal(status, 200);
    assert.ok(body.equals(readFileSync(join(DIST, file ?? ''))));
    const again = await get(path ?? '', { 'If-None-Match': headers.etag ?? '' });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    carriesAlways(again.headers);
  }
  const { status, headers } = await get('en?lang=en');
  assert.equal(status, 301);
  assert.equal(headers.location, '/en/?lang=en');
});

test('what is not there is not kept, and has the headers all the same', async () => {
  for (const path of ['assets/main-AAAAAAAA.js', 'figure/none.en.html']) {
    const { status, headers } = await get(path, { 'Accept-Encoding': 'br' });
    assert.equal(status, 404);
    carriesAlways(headers);
    assert.equal(headers['cache-control'], undefined);
  }
});

test('2,000 requests over 20 connections: each answered, whole', async (t) => {
  const [requests, connections] = [2000, 20];
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const hash = (/** @type {Buffer} */ body) => createHash('sha256').update(body).digest('hex');
  const sent = (/** @type {string} */ file) => join(DIST, extname(file) === '.png' ? file : `${file}.br`);
  const expected = new Map(FILES.map((file) => [file, hash(readFileSync(sent(file)))]));
  /** @type {number[]} */
  const times = [];
  let next = 0;
  let bytes = 0;
  const begun = performance.now();
  const readers = Array.from({ length: connections }, async () => {
    while (next < requests) {
      const file = FILES[next++ % FILES.length] ?? '';
      const started = performance.now();
      const { status, body } = await get(file, { 'Accept-Encoding': 'br' }, agent);
      times.push(performance.now() - started);
      bytes += body.length;
      assert.equal(status, 200, file);
      assert.equal(hash(body), expected.get(file), file);
    }
  });
  await Promise.all(readers);
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  assert.equal(times.length, requests);
  assert.equal(server.complaints(), '');
  times.sort((one, other) => one - other);
  const at = (/** @type {number} */ part) => `${times[Math.floor(part * (requests - 1))]?.toFixed(1)} ms`;
  t.diagnostic(
    `${Math.round(requests / seconds)} requests a second, ${(bytes / 2 ** 20 / seconds).toFixed(1)} MB/s; ` +
      `half within ${at(0.5)}, 99 % within ${at(0.99)}, the longest ${at(1)}`,
  );
});
