// The service worker: keeps one release of the page, complete, and answers with it, so that the page works offline.
//
// A release is kept as a whole or not at all. Every file is checked against the hash that this script was built with, so
// that a release which is replaced on the host while it is being fetched never mixes with the next one. A newer release
// waits until the visitor reloads into it (app/page/offline.ts) or has closed the last tab.

/** Paths below the page's folder, each with the hash of the file, as `integrity` takes it. */
type Files = Readonly<Record<string, string>>;

/** What xtask/page/offline.mjs writes in when it builds this script. */
declare const RELEASE: {
  version: string;
  /** What the page may need from the first moment on. */
  page: Files;
  /** The pages for reading: fetched when the page has nothing else to do. */
  reading: Files;
};

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

/** Several copies of the page may share one host; each has caches of its own. */
const PREFIX = `blueprint-lens ${scope} `;
const NAME = PREFIX + RELEASE.version;

/** Names that hold the hash of their file: under such a name, the file of an older release is the right one. */
const HASHED = /-[0-9A-Za-z]{8,}(_bg)?\.(js|css|wasm|svg|woff2)$/;

worker.addEventListener("install", (event) => event.waitUntil(keep(RELEASE.page)));

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("message", (event) => {
  if (event.data === "activate") void worker.skipWaiting();
  if (event.data === "keep reading") event.waitUntil(keep(RELEASE.reading));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.method === "GET" ? pathOf(request.url) : undefined;
  if (path === undefined) return;
  if (path in RELEASE.page || path in RELEASE.reading) event.respondWith(kept(path, request));
  else if (HASHED.test(path)) event.respondWith(older(path, request));
});

/** Where a file lies below the page's folder; nothing for an address elsewhere. */
function pathOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const place = origin + pathname;
  return place.startsWith(scope) ? place.slice(scope.length).replace(/(^|\/)$/, "$1index.html") : undefined;
}

/** Fetches and keeps what is missing of `files`; rejects when the host has something else under one of the names. */
async function keep(files: Files): Promise<void> {
  const cache = await caches.open(NAME);
  const present = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(files).filter(([path]) => !present.has(scope + path));
  await Promise.all(
    missing.map(async ([path, integrity]) => {
      // A name with a hash may come from the browser's cache; any other name must be asked for anew.
      const response = await fetch(scope + path, { integrity, cache: HASHED.test(path) ? "default" : "no-cache" });
      if (!response.ok) throw new Error(`${path}: status ${response.status}`);
      await cache.put(scope + path, direct(response));
    }),
  );
}

/** The response without the mark of a redirect, which browsers refuse as the answer to a navigation. */
function direct(response: Response): Response {
  if (!response.redirected) return response;
  const { status, headers, body } = response;
  return new Response(body, { status, headers });
}

/** Answers every open tab from now on. The release before stays for those that still show it; older ones go. */
async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** A file of this release. */
async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  return (await cache.match(scope + path)) ?? fetch(request);
}

/** A file of the release before, for a tab that still shows it. */
async function older(path: string, request: Request): Promise<Response> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const found = await (await caches.open(name)).match(scope + path);
    if (found !== undefined) return found;
  }
  return fetch(request);
}
