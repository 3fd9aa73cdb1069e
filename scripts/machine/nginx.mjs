/** The real nginx that the hosting test starts. */
import { existsSync } from 'node:fs';
import { aptGet, canInstall } from './apt.mjs';

/** Debian's. */
export const NGINX = '/usr/sbin/nginx';

/** @returns {Promise<string | undefined>} why there is none */
export async function ensureNginx() {
  if (existsSync(NGINX)) return undefined;
  if (!canInstall() && !process.env.CI) return `${NGINX} is missing. On Debian: sudo apt-get install nginx`;
  await aptGet(['nginx']);
  return undefined;
}
