// The shop's service worker: a page that cannot be fetched is stood in for by the offline page, and files whose names say
// what is in them (by their hash) are fetched once. Nothing else is kept: no page, no answer of the API, nothing private.
"use strict";
const CARRIED = {{ carried|safe }};
const STORE = "zila-@version@";
const HASHED = /\.[0-9a-f]{12}\.[a-z0-9]+$/;

self.addEventListener("install", (event) => {
  const wanted = [...Object.values(CARRIED.pages), ...CARRIED.files];
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(wanted)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const outdated = (names) => names.filter((name) => name.startsWith("zila-") && name !== STORE);
  const cleared = caches.keys().then((names) => Promise.all(outdated(names).map((name) => caches.delete(name))));
  event.waitUntil(cleared.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => standIn(address.pathname)));
  else if (address.pathname.startsWith(CARRIED.static)) event.respondWith(file(request, address.pathname));
});

async function standIn(path) {
  const language = Object.keys(CARRIED.pages).find((code) => path === `/${code}` || path.startsWith(`/${code}/`));
  return (await caches.match(CARRIED.pages[language || CARRIED.original])) || Response.error();
}

async function file(request, path) {
  const store = await caches.open(STORE);
  const kept = await store.match(request.url);
  if (kept && HASHED.test(path)) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.status === 200 && fresh.type === "basic" && HASHED.test(path)) await store.put(request.url, fresh.clone());
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
