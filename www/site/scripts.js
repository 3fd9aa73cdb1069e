// Texts and bytes of a site's scripts.

/** As long as is safely handed to a function as its arguments. */
const PIECE = 0x8000;

/**
 * A text as it stands in the file, its byte order mark included.
 * @param {Uint8Array} bytes
 */
export const text = (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** @param {Uint8Array} bytes */
export function base64(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}

/**
 * A script of the shell with the values that the site gives to the names which it leaves open. Nobody outside sees them.
 * @param {string} script
 * @param {Record<string, unknown>} values
 */
export function completed(script, values) {
  const given = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `(()=>{"use strict";const ${given.join(',')};${script.trim()}})();\n`;
}
