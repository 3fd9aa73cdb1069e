// What a host needs to serve a site as our own server does: `_headers` for Netlify and Cloudflare Pages, a server for nginx.

import { HASHED, HEADERS, KEEP, TYPES, policy } from './headers.js';

/** @param {string} [origin] the site's */
const all = (origin) => Object.entries({ 'Content-Security-Policy': policy(origin), ...HEADERS });

/**
 * The files for hosts, by their names.
 * @param {string} [address] where the site will be published, if that is known
 * @returns {[string, string][]}
 */
export const hosting = (address) => [
  ['_headers', headers(address && new URL(address).origin)],
  ['server/nginx.conf', nginx()],
];

/**
 * Both hosts revalidate what has no rule of its own; a second rule for the same header would be added to the first.
 * @param {string} [origin] the site's
 */
function headers(origin) {
  const lines = all(origin).map(([name, value]) => `  ${name}: ${value}`);
  const kept = ['assets', 'studio/assets'].map((folder) => `/${folder}/*\n  Cache-Control: ${KEEP.hashed}\n`);
  return `/*\n${lines.join('\n')}\n${kept.join('')}`;
}

function nginx() {
  const types = Object.entries(TYPES).map(([ending, type]) => `    "${type}" ${ending.slice(1)};`);
  // The site's name is the one in the request: server_name may be a pattern or nothing.
  const lines = all('$scheme://$http_host').map(([name, value]) => `  add_header ${name} "${value}" always;`);
  return `# Belongs in http { }. Change root, listen and server_name; a \`location\` with add_header of its own would drop these.
map $uri $infographic_keep {
  default "${KEEP.other}";
  "~${HASHED.source}" "${KEEP.hashed}";
}

server {
  listen 80;
  server_name example.org;
  root /srv/infographic;
  absolute_redirect off;

  types {
${types.join('\n')}
  }

  # The .gz and .br beside the files. Remove the # where the module ngx_brotli is there.
  gzip_static on;
  gzip_vary on;
  # brotli_static on;

${lines.join('\n')}
  # Not always: a file that is not there yet must not be missing for good.
  add_header Cache-Control $infographic_keep;
}
`;
}
