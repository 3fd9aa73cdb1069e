/** The site on a real nginx, under the configuration that it ships with: each kind of file has the headers that it should. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { DIST, filesIn } from '../../scripts/build/pages.mjs';
import { NGINX } from '../../scripts/machine/nginx.mjs';
import { HASHED, HEADERS, KEEP, TYPES, policy } from '../../www/site/headers.js';
import { freePort } from '../free-port.mjs';

/** Whom Debian calls nobody and nogroup; only root can be somebody else. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** One file of each kind, hashed and not, without the compressed copies and what hosts are told. */
const FILES = filesIn(DIST).filter((file) => !/\.(br|gz|conf)$|^_headers$/.test(file));
const KINDS = new Map(FILES.map((file) => [`${extname(file)} ${HASHED.test(file)}`, file])).values();

const folder = mkdtempSync(join(tmpdir(), 'infographic-nginx-'));
const port = await freePort();
/** @type {import('node:child_process').ChildProcess} */
let server;

before(async () => {
  chmodSync(folder, 0o777);
  cpSync(DIST, join(folder, 'site'), { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), configuration());
  const options = ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')];
  server = spawn(NGINX, options, { ...NOBODY, stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await answers())) {
    assert.equal(server.exitCode, null, 'nginx does not start');
    await pause(20);
  }
});

after(async () => {
  if (server.exitCode === null) {
    server.kill();
    await once(server, 'exit');
  }
  rmSync(folder, { recursive: true });
});

/** The shipped server, with what it says is to be changed, in a whole configuration. */
function configuration() {
  const shipped = readFileSync(join(DIST, 'server/nginx.conf'), 'utf8');
  const changed = shipped
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/infographic;', `root ${folder}/site;`);
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const places = kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n');
  return `daemon off;\npid ${folder}/nginx.pid;\nevents {}\nhttp {\naccess_log off;\n${places}\n${changed}\n}\n`;
}

/** Whether anything answers at the port. @returns {Promise<boolean>} */
function answers() {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/**
 * @param {string} path
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders }>}
 */
function get(path) {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: `/${path}`, headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function carriesAlways(headers) {
  for (const [name, value] of Object.entries(HEADERS)) assert.equal(headers[name.toLowerCase()], value, name);
  assert.equal(headers['content-security-policy'], policy(`http://127.0.0.1:${port}`));
}

for (const file of KINDS) {
  test(`${file} has its type, is kept as long as it may be, and is sent compressed`, async () => {
    const { status, headers } = await get(file);
    assert.equal(status, 200);
    carriesAlways(headers);
    assert.equal(headers['content-type'], TYPES[extname(file)]);
    assert.equal(headers['cache-control'], HASHED.test(file) ? KEEP.hashed : KEEP.other);
    assert.equal(headers['content-encoding'], isCompressed(file) ? 'gzip' : undefined);
  });
}

/** Whether the build left a compressed copy. @param {string} file */
const isCompressed = (file) => filesIn(DIST).includes(`${file}.gz`);

test('a folder is its page, with or without the slash', async () => {
  assert.equal((await get('')).status, 200);
  const { status, headers } = await get('studio?theme=dark');
  assert.equal(status, 301);
  assert.equal(headers.location, '/studio/?theme=dark');
});

test('what is not there is not kept, and has the headers all the same', async () => {
  const { status, headers } = await get('assets/main-AAAAAAAA.js');
  assert.equal(status, 404);
  carriesAlways(headers);
  assert.equal(headers['cache-control'], undefined);
});
