/**
 * The three sites that the browser tests visit: that of a story with every kind of figure and the published one, both under the policy
 * of a strict host and deep in a folder (so that an address relative to the root would show), and the page that developers work on.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DIST, FIXTURE } from '../../scripts/build/pages.mjs';
import { serve } from '../../scripts/serve/server.mjs';

const www = fileURLToPath(new URL('../../www', import.meta.url));
for (const file of [`${FIXTURE.site}/index.html`, `${DIST}/index.html`, `${www}/pkg/infographic.js`]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm test -- --only dist,fixture,wasm-pack`);
}

const fixed = await serve({ root: FIXTURE.site, port: 0, base: '/news/2024/story/', csp: true });
const published = await serve({ root: DIST, port: 0, base: '/news/2024/story/', csp: true });
const developed = await serve({ root: www, port: 0 });

// The configuration waits for this line and reads the addresses from it.
console.log(`FIXTURE=${fixed.url} DIST=${published.url} DEV=${developed.url}`);
