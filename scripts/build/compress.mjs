/** Puts a .br and a .gz beside each file that gains by it, for servers that send such files as they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesIn } from './pages.mjs';

const KINDS = ['.html', '.css', '.js', '.json', '.svg', '.csv', '.txt', '.xml', '.webmanifest', '.wasm', '.bin'];

/**
 * @typedef {object} Size in bytes
 * @property {number} raw
 * @property {number} gz
 * @property {number} br
 */

/** @param {string} site the site's folder @returns {Promise<Map<string, Size>>} by path in it */
export async function compress(site) {
  const sizes = filesIn(site).map(async (file) => {
    const path = join(site, file);
    const content = readFileSync(path);
    const raw = content.length;
    if (!KINDS.includes(extname(file))) return /** @type {const} */ ([file, { raw, gz: raw, br: raw }]);
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: raw };
    const br = await promisify(brotliCompress)(content, { params });
    const gz = await promisify(gzip)(content, { level: 9 });
    writeFileSync(`${path}.br`, br);
    writeFileSync(`${path}.gz`, gz);
    return /** @type {const} */ ([file, { raw, gz: gz.length, br: br.length }]);
  });
  return new Map(await Promise.all(sizes));
}
