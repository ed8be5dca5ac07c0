// The built page's service worker; scripts/viteServiceWorker.mjs fills in BUILD and FILES. It makes the page work with the network gone.
// It never takes over a page that is running: a new version waits until the reader asks for it, or until no page of the old one is left.

const BUILD = 'build id';
const FILES = ['files of the build'];

// Several copies may live on one host, each in a folder of its own.
const prefix = `faultline:${new URL(self.registration.scope).pathname}:`;
const current = prefix + BUILD;

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));

self.addEventListener('install', (event) => event.waitUntil(keepAll()));

/** Fetched at one time. A browser opens six connections to a host: what the reader asks for meanwhile must not wait behind hundreds of files. */
const LANES = 3;

/** All or nothing. */
async function keepAll() {
  const left = FILES.values();
  const cache = await caches.open(current);
  const keepOneByOne = async () => {
    for (const file of left) {
      // Past the browser's own cache, or the first page of an old version would be kept with the files of the new one.
      const response = await fetch(file, { cache: 'reload' });
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(file, response);
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, keepOneByOne));
  } catch (cause) {
    await caches.delete(current);
    throw cause;
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // The version before stays: pages of it may still be open and ask for their late parts.
      const old = (await ownCaches()).filter((name) => name !== current);
      await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(self.registration.scope)) return;
  const path = url.slice(self.registration.scope.length).replace(/[?#].*$/s, '');
  const isPage = mode === 'navigate' && (path === '' || path === 'index.html');
  event.respondWith(isPage ? thePage(event.request) : aFile(event.request));
});

// Asked through `caches`: to open a cache that was erased would make it anew.
const kept = (request, cacheName) => caches.match(request, { cacheName, ignoreVary: true });

async function thePage(request) {
  return (await kept('./', current)) ?? fetch(request);
}

// Hosts vary their answers by Origin, which module scripts send and a cached answer knows nothing of.
async function aFile(request) {
  const newest = await kept(request, current);
  if (newest) return newest;
  for (const name of await ownCaches()) {
    const older = await kept(request, name);
    if (older) return older;
  }
  return fetch(request);
}
