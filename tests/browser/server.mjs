/**
 * The two sites that the browser tests visit: the published one, under the policy of a strict host and deep in a
 * folder (so that an address relative to the root would show), and the page that developers work on.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve/server.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const www = fileURLToPath(new URL('../../www', import.meta.url));
for (const file of [`${dist}/index.html`, `${www}/pkg/infographic.js`]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm test -- --only dist,wasm-pack`);
}

const published = await serve({ root: dist, port: 0, base: '/news/2024/banan/', csp: true });
const developed = await serve({ root: www, port: 0 });

// The configuration waits for this line and reads the addresses from it.
console.log(`DIST=${published.url} DEV=${developed.url}`);
