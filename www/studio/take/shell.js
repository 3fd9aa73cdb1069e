// The shell that all sites have in common, as the build left it beside the studio (scripts/build/shell.mjs).

/** @typedef {import('../../site/assemble.js').Shell} Shell */

/** @type {Promise<Shell> | undefined} */
let loading;

/** The shell, loaded once; after a failure it is asked for again. @returns {Promise<Shell>} */
export function loadShell() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Shell>} */
async function load() {
  const response = await fetch('shell.json');
  if (!response.ok) throw new Error(`shell.json: ${response.status}`);
  const { assets, ...rest } = await response.json();
  return {
    ...rest,
    assets: Object.entries(assets).map(([name, content]) => ({
      name,
      bytes: Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0)),
    })),
  };
}
