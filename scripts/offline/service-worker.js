// Keeps the page at hand without a network. The build fills in VERSION and FILES.
const CACHE = `hessian-notebook-VERSION`;
const files = FILES;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

self.addEventListener('activate', (event) => {
  const forget = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

const kept = (request) => caches.match(request, { cacheName: CACHE, ignoreVary: true });

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  const answer =
    request.mode === 'navigate'
      ? fetch(request).catch(() => kept('./'))
      : kept(request).then((response) => response ?? fetch(request));
  event.respondWith(answer);
});
