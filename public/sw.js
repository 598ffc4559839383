// The service worker of one build: it keeps exactly this build's files and never mixes them with another's.
// The post-build step fills in the build and its files; names are relative to the scope, values are SHA-256 in hex.

const BUILD = "__BUILD_ID__";
const FILES = "__FILES__";

const PAGE = "index.html";
const scope = self.registration.scope;
const scopePath = new URL(scope).pathname;
// Caches belong to the origin, which several sites may share. An encoded path holds no colon, so no family begins like another.
const family = `waymark-${encodeURIComponent(scopePath)}:`;
const cacheName = family + BUILD;

self.addEventListener("install", (event) => event.waitUntil(keepBuild()));
self.addEventListener("activate", (event) => event.waitUntil(retireOlderBuilds()));
// An update waits until the user asks for it: only the page knows that everything is saved.
self.addEventListener("message", (event) => {
  if (event.data?.type === "activate") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const name = ownFile(event.request);
  if (name !== undefined) event.respondWith(fromBuild(name, event.request));
});

async function keepBuild() {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(
      Object.keys(FILES).map(async (name) => cache.put(address(name), await verified(name))),
    );
  } catch (cause) {
    await caches.delete(cacheName);
    throw cause;
  }
}

async function retireOlderBuilds() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(family) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  // So that the very first visit can already go on without a network.
  await self.clients.claim();
}

/** Which file of this build a request asks for; undefined for everything else, which goes its own way. */
function ownFile(request) {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith(scopePath)) return undefined;
  const name = pathname.slice(scopePath.length) || PAGE;
  return Object.hasOwn(FILES, name) ? name : undefined;
}

async function fromBuild(name, request) {
  // Without its page the build is no longer whole: then all of it comes from the server, whichever build that has.
  if (!(await fromCache(PAGE))) return fetch(request);
  const kept = await fromCache(name);
  if (kept) return kept;
  const response = await verified(name);
  const cache = await caches.open(cacheName);
  await cache.put(address(name), response.clone());
  return response;
}

function fromCache(name) {
  return caches.match(address(name), { cacheName, ignoreVary: true });
}

/** Fetches a file past the HTTP cache's guesses and refuses it unless its bytes are those of this build. */
async function verified(name) {
  const response = await fetch(address(name), { cache: "no-cache" });
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || found !== FILES[name]) throw new Error(`${name} is not the file of build ${BUILD}`);
  const headers = new Headers(response.headers);
  // The bytes are unpacked already, and a response that was redirected cannot answer a navigation: hence a new one.
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.delete("vary");
  if (name.endsWith(".wasm")) headers.set("content-type", "application/wasm");
  return new Response(bytes, { headers });
}

/** The page is kept under the address of its folder: some hosts redirect the longer one. */
function address(name) {
  return new URL(name === PAGE ? "./" : name, scope).href;
}
