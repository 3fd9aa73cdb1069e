/** The real nginx that the hosting tests start, with its module for files that are compressed beforehand. */
import { existsSync } from 'node:fs';
import { aptGet, canInstall } from './apt.mjs';

/** Debian's. An nginx built otherwise may have neither the module nor this place for it. */
export const NGINX = '/usr/sbin/nginx';
export const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const PACKAGES = ['nginx', 'libnginx-mod-http-brotli-static'];

/** @returns {Promise<string | undefined>} why there is none */
export async function ensureNginx() {
  const missing = [NGINX, BROTLI].filter((file) => !existsSync(file));
  if (!missing.length) return undefined;
  if (!canInstall() && !process.env.CI) {
    return `${missing.join(' and ')} missing. On Debian: sudo apt-get install ${PACKAGES.join(' ')}`;
  }
  await aptGet(PACKAGES);
  return undefined;
}
