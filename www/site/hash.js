// Hashes, by what Node and browsers both have. A browser has it in a secure context alone: under https, or on the reader's own machine.

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * A file's name in the site, which changes with its content.
 * @param {string} name with an ending
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function hashedName(name, bytes) {
  const hash = [...(await sha256(bytes)).slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return name.replace(/\.\w+$/, (ending) => `-${hash.toUpperCase()}${ending}`).replace(/^/, 'assets/');
}
