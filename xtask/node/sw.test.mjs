// The service worker's promises, run against a small stand-in for the browser: caches, fetch and events.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const SCOPE = "https://example.org/kit/";
const source = (name) => readFileSync(new URL(`../../public/${name}`, import.meta.url), "utf8");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** One site on one origin: what its server holds, what the browser keeps, and which workers run. */
class World {
  server = new Map();
  stores = new Map();
  online = true;
  skipped = 0;
  unregistered = 0;

  publish(files) {
    this.server = new Map(Object.entries(files).map(([name, text]) => [SCOPE + name, text]));
  }

  caches() {
    const { stores } = this;
    const open = async (name) => {
      if (!stores.has(name)) stores.set(name, new Map());
      const store = stores.get(name);
      return { put: async (key, response) => void store.set(key, response) };
    };
    return {
      open,
      delete: async (name) => stores.delete(name),
      keys: async () => [...stores.keys()],
      match: async (key, { cacheName }) => stores.get(cacheName)?.get(key)?.clone(),
    };
  }

  async fetch(request) {
    const url = typeof request === "string" ? request : request.url;
    if (!this.online) throw new TypeError("no network");
    const text = this.server.get(url);
    return text === undefined ? new Response("", { status: 404 }) : new Response(text);
  }

  /** Starts a worker and gives its event handlers. */
  run(script) {
    const handlers = {};
    const self = {
      registration: { scope: SCOPE, unregister: async () => void this.unregistered++ },
      location: new URL(SCOPE),
      clients: { claim: async () => {} },
      skipWaiting: () => void this.skipped++,
      addEventListener: (kind, handler) => (handlers[kind] = handler),
    };
    const fetch = (request) => this.fetch(request);
    vm.runInNewContext(script, { self, caches: this.caches(), fetch, crypto, URL, Headers, Response, Uint8Array, Array, Object, Promise, Error });
    const waited = async (kind) => {
      let work;
      handlers[kind]({ waitUntil: (promise) => (work = promise) });
      await work;
    };
    return {
      install: () => waited("install"),
      activate: () => waited("activate"),
      message: (data) => handlers.message({ data }),
      /** The text a page gets; undefined where the worker leaves the request to the browser. */
      get: async (name, method = "GET") => {
        let answer;
        handlers.fetch({ request: { url: SCOPE + name, method }, respondWith: (promise) => (answer = promise) });
        return answer && (await answer).text();
      },
    };
  }
}

/** The worker of a build with these files, as the post-build step writes it. */
const worker = (build, files) => {
  const hashes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256(text)]));
  return source("sw.js").replace('"__BUILD_ID__"', JSON.stringify(build)).replace('"__FILES__"', JSON.stringify(hashes));
};
const asServed = ({ "index.html": page, ...rest }) => ({ "": page, ...rest });

const ONE = { "index.html": "page one", "app.js": "app one" };
const TWO = { "index.html": "page two", "app.js": "app two" };

const installed = async (world, build, files) => {
  world.publish(asServed(files));
  const sw = world.run(worker(build, files));
  await sw.install();
  await sw.activate();
  return sw;
};

test("after the first load everything comes from the kept build, the page under both of its addresses", async () => {
  const world = new World();
  const sw = await installed(world, "one", ONE);
  world.online = false;
  assert.equal(await sw.get(""), "page one");
  assert.equal(await sw.get("index.html"), "page one");
  assert.equal(await sw.get("app.js"), "app one");
});

test("a file that is not of this build stops the installation and leaves nothing behind", async () => {
  const world = new World();
  world.publish({ ...asServed(ONE), "app.js": "half an app" });
  await assert.rejects(world.run(worker("one", ONE)).install(), /app\.js is not the file of build one/);
  assert.deepEqual([...world.stores.keys()], []);
});

test("a published update changes nothing until it is activated, and then everything at once", async () => {
  const world = new World();
  const one = await installed(world, "one", ONE);
  world.publish(asServed(TWO));
  const two = world.run(worker("two", TWO));
  await two.install();
  assert.deepEqual([await one.get(""), await one.get("app.js")], ["page one", "app one"]);
  await two.activate();
  assert.deepEqual([await two.get(""), await two.get("app.js")], ["page two", "app two"]);
  assert.deepEqual([...world.stores.keys()], ["waymark-%2Fkit%2F:two"]);
});

test("a worker takes over only when it is told to", async () => {
  const world = new World();
  const sw = world.run(worker("one", ONE));
  world.publish(asServed(ONE));
  await sw.install();
  sw.message({ type: "hello" });
  sw.message(null);
  assert.equal(world.skipped, 0);
  sw.message({ type: "activate" });
  assert.equal(world.skipped, 1);
});

test("caches of others are never touched, not even those of a copy in a folder below", async () => {
  const world = new World();
  const others = ["photos", "waymark-%2F:old", "waymark-%2Fkit%2Fnext%2F:old"];
  for (const name of others) world.stores.set(name, new Map());
  world.stores.set("waymark-%2Fkit%2F:older", new Map());
  await installed(world, "one", ONE);
  assert.deepEqual([...world.stores.keys()], [...others, "waymark-%2Fkit%2F:one"]);
});

test("requests that are not for this build's files go their own way", async () => {
  const world = new World();
  const sw = await installed(world, "one", ONE);
  assert.equal(await sw.get("sw.js"), undefined);
  assert.equal(await sw.get("toString"), undefined);
  assert.equal(await sw.get("app.js", "POST"), undefined);
});

test("a lost file is fetched again, but never from another build", async () => {
  const world = new World();
  const sw = await installed(world, "one", ONE);
  const kept = world.stores.get("waymark-%2Fkit%2F:one");
  kept.delete(`${SCOPE}app.js`);
  assert.equal(await sw.get("app.js"), "app one");
  kept.delete(`${SCOPE}app.js`);
  world.publish(asServed(TWO));
  await assert.rejects(sw.get("app.js"), /is not the file of build one/);
});

test("a build that lost its page comes from the server as a whole", async () => {
  const world = new World();
  const sw = await installed(world, "one", ONE);
  world.stores.get("waymark-%2Fkit%2F:one").delete(SCOPE);
  world.publish(asServed(TWO));
  assert.deepEqual([await sw.get(""), await sw.get("app.js")], ["page two", "app two"]);
});

test("the replacement takes this site's offline copies back and removes itself", async () => {
  const world = new World();
  await installed(world, "one", ONE);
  world.stores.set("photos", new Map());
  const kill = world.run(source("sw-kill.js"));
  await kill.install();
  await kill.activate();
  assert.deepEqual([...world.stores.keys()], ["photos"]);
  assert.deepEqual([world.skipped, world.unregistered], [1, 1]);
});
