/** A port for servers that cannot choose one by themselves. */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** @returns {Promise<number>} a port that is free now */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address !== 'object') throw new Error('no free port');
  return address.port;
}
