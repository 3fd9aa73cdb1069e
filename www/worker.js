// Keeps the site for readers without a network. Versions never mix: the files of one are kept all or not at all, pages name
// their scripts and numbers by content, and older versions stay until the last page that may ask for them is closed.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;

/** How our stores' names begin: other sites of the same origin have theirs beside them. */
const OURS = `infographic ${scope} `;
const NEWEST = OURS + VERSION;

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/, '');
  if (request.method !== 'GET' || !address.startsWith(scope)) return;
  const path = address.slice(scope.length).replace(/(^|\/)index\.html$/, '$1');
  // Some hosts name a folder without its slash.
  const file = `${path}/` in FILES ? `${path}/` : path;
  if (file.startsWith('assets/')) event.respondWith(kept(file).then((found) => found ?? fetch(request)));
  else if (file in FILES) event.respondWith(fromNetwork(request, file));
});

/** A file that is not what the build made fails with all: the site has changed meanwhile, or came damaged. */
async function keep() {
  const requests = Object.entries(FILES).map(([file, integrity]) => {
    return new Request(scope + file, { integrity, cache: file.startsWith('assets/') ? 'default' : 'no-cache' });
  });
  await (await caches.open(NEWEST)).addAll(requests);
}

async function takeOver() {
  for (const name of await stores()) if (name !== NEWEST) await caches.delete(name);
  // The page of a first visit has more to load later.
  await worker.clients.claim();
}

/**
 * @param {Request} request
 * @param {string} file
 */
async function fromNetwork(request, file) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await kept(file);
    if (!found) throw error;
    return found;
  }
}

/**
 * A file of the newest version that has it.
 * @param {string} file
 */
async function kept(file) {
  for (const name of (await stores()).reverse()) {
    const found = await (await caches.open(name)).match(scope + file, { ignoreVary: true });
    // Browsers take no answer for a page that came by way of another address.
    if (found) return found.redirected ? new Response(found.body, found) : found;
  }
  return undefined;
}

/** The names of our stores, the newest last. */
async function stores() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}
