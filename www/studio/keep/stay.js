// Whether the browser promises to keep what is stored. Some delete what was not used for seven days, and all do when room is short.

/**
 * @param {boolean} ask whether to ask for the promise, which may ask the editor: only after something that the editor did
 */
export async function asksToStay(ask) {
  // Missing at addresses without TLS.
  const { storage } = /** @type {{ storage?: StorageManager }} */ (navigator);
  if (!storage) return false;
  return (await storage.persisted()) || (ask && (await storage.persist()));
}
