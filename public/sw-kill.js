// For a host that must take Waymark's offline copy back: upload this file under the name sw.js in place of the other.
// Browsers look for a new sw.js by themselves; this one deletes the site's offline copies, and no answers, and removes itself.

const family = `waymark-${encodeURIComponent(new URL(self.registration.scope).pathname)}:`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(family)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
