// In place of the worker that keeps a published site: a preview is never kept, and what was kept at its address is let go.

const preview = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

preview.addEventListener('install', () => preview.skipWaiting());
preview.addEventListener('activate', (event) => event.waitUntil(preview.registration.unregister()));
