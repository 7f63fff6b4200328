import { treatmentOf } from './routing.js';

declare const self: ServiceWorkerGlobalScope;

// The build fills both in; see build/finish-build.ts.
const CACHE = 'readyroom-shell-__SHELL_VERSION__';
const FILES: string[] = JSON.parse('__SHELL_FILES__');
const OURS = /^readyroom-shell-/;
const KNOWN: ReadonlySet<string> = new Set(FILES);

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((path) => new Request(path, { cache: 'no-cache' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => OURS.test(name) && name !== CACHE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// A new version waits until the reader agrees, so that nothing changes under an open lesson or quiz.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = { method: request.method, url: request.url, navigation: request.mode === 'navigate' };
  const treatment = treatmentOf(asked, self.location.origin, KNOWN);
  if (treatment === 'leave') return;
  const path = treatment === 'shell' ? '/' : new URL(request.url).pathname;
  event.respondWith(caches.open(CACHE).then(async (cache) => (await cache.match(path)) ?? fetch(request)));
});
