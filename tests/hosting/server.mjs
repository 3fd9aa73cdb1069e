/** Our site on a real nginx, under the configuration that it ships with: on a free port, from a folder of its own, as nobody. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BROTLI, NGINX } from '../../scripts/nginx.mjs';
import { DIST } from '../../scripts/pages.mjs';
import { freePort } from '../free-port.mjs';

/** Whom Debian calls nobody and nogroup; only root can be somebody else. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** @returns {Promise<{ port: number, complaints: () => string, stop: () => Promise<void> }>} */
export async function startNginx() {
  const folder = mkdtempSync(join(tmpdir(), 'infographic-nginx-'));
  chmodSync(folder, 0o777);
  cpSync(DIST, join(folder, 'site'), { recursive: true });
  const port = await freePort();
  writeFileSync(join(folder, 'site.conf'), shipped(folder, port));
  writeFileSync(join(folder, 'nginx.conf'), around(folder));
  const options = ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')];
  const server = spawn(NGINX, options, { ...NOBODY, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  server.stderr.on('data', (chunk) => (complaints += chunk));
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  while (!(await answers(port))) {
    if (server.exitCode !== null) {
      await stop();
      throw new Error(`nginx does not start:\n${complaints}`);
    }
    await sleep(20);
  }
  return { port, complaints: () => complaints, stop };
}

/**
 * The configuration as it is shipped, with what it says is to be changed.
 * @param {string} folder
 * @param {number} port
 */
function shipped(folder, port) {
  /** @type {[string, string][]} */
  const changes = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['root /srv/infographic;', `root ${folder}/site;`],
    ['# brotli_static on;', 'brotli_static on;'],
  ];
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`dist/server/nginx.conf has no "${from}"`);
      return text.replace(from, to);
    },
    readFileSync(join(DIST, 'server/nginx.conf'), 'utf8'),
  );
}

/** The rest of a configuration. @param {string} folder */
function around(folder) {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `load_module ${BROTLI};
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  log_not_found off;
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  include ${folder}/site.conf;
}
`;
}

/** Whether anything answers at a port. @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
