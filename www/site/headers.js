// How a site's files are to be served: by our own server (scripts/serve/server.mjs), and by others through what hosting.js writes.

/**
 * The policy that the published page works under: see README.md, "Put it in your page". Anyone may frame it, so it names no
 * frame-ancestors: even `*` would shut out hosts in a sandbox, in an app and on a disk.
 *
 * @param {string} [site] the site's origin. WebKit takes 'self' for the origin of the frame, and a frame in a sandbox has
 *   none: there, without the site's name, it refuses the page its own style and script.
 */
export function policy(site) {
  const own = ["'self'", ...(site ? [site] : [])].join(' ');
  return [
    "default-src 'none'",
    `script-src ${own} 'wasm-unsafe-eval'`,
    `style-src ${own}`,
    `img-src ${own} data: blob:`,
    `connect-src ${own}`,
    // The preview in the embed dialog.
    `frame-src ${own}`,
    `worker-src ${own}`,
    `manifest-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Every file's headers, besides the policy. Anyone may fetch the files: a page in a sandboxed frame has no origin that could be
 * named here, and a page that is isolated from other origins loads embed.js only if its headers allow it.
 *
 * @type {Record<string, string>}
 */
export const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  // Without it a host that is isolated from other origins shows no frame of ours.
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** A name with a hash, which never changes its content. */
export const HASHED = /-[0-9A-Z]{8}\.\w+$/;

/** How long a file may be kept: one with a hash for good, any other after asking. */
export const KEEP = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/** @type {Record<string, string>} */
export const TYPES = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};
