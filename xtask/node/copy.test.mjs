// The worker that writes the copy files, run against a small stand-in for the browser: files in memory, a lock, a worker.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import vm from "node:vm";

const source = readFileSync(new URL("../../public/copy.js", import.meta.url), "utf8");
const bytes = (...it) => Uint8Array.from(it);
const HEAD = bytes(..."WMC1".split("").map((it) => it.charCodeAt(0)), ...Array(12).fill(7));
const NEW_HEAD = HEAD.map((it) => it + 1);
const NONE = new Uint8Array(16);
/** The heads that an order expects of both files. */
const heads = (one, two) => bytes(...one, ...two);
const NEW = heads(NONE, NONE);
const MADE = heads(HEAD, NONE);

/** The files of an origin: what is in them, how much room there is, and what was done in which order. */
class Disk {
  files = new Map();
  room = Infinity;
  done = [];
  open = 0;
  /** What refuses at all: a name of an error. */
  refuses;

  used() {
    return [...this.files.values()].reduce((sum, it) => sum + it.length, 0);
  }

  handle(name) {
    return {
      createSyncAccessHandle: async () => {
        this.open++;
        return {
          getSize: () => this.files.get(name).length,
          read: (into, { at }) => {
            const found = this.files.get(name).subarray(at, at + into.length);
            into.set(found);
            return found.length;
          },
          write: (from, { at }) => {
            const old = this.files.get(name);
            const end = Math.min(at + from.length, Math.max(old.length, old.length + this.room - this.used()));
            const file = new Uint8Array(Math.max(old.length, end));
            file.set(old);
            file.set(from.subarray(0, Math.max(end - at, 0)), at);
            this.files.set(name, file);
            this.done.push(`${name} ${at}`);
            return Math.max(end - at, 0);
          },
          flush: () => this.done.push(`${name} flush`),
          close: () => this.open--,
        };
      },
    };
  }

  /** The module, with a browser around it that has this disk. `answers` is whether its worker ever does. */
  async start({ answers = true } = {}) {
    const navigator = {
      locks: { request: async (name, task) => task() },
      storage: {
        getDirectory: async () => {
          if (this.refuses) throw new DOMException("not here", this.refuses);
          return {
            getFileHandle: async (name) => {
              if (!this.files.has(name)) this.files.set(name, new Uint8Array());
              return this.handle(name);
            },
          };
        },
      },
    };
    const blobs = new Map();
    const page = this;
    class Worker {
      constructor(address) {
        this.self = {};
        const postMessage = (data) => answers && this.onmessage({ data });
        vm.runInNewContext(blobs.get(address), { self: this.self, postMessage, navigator, Uint8Array, Uint32Array, Math, Promise, DOMException, TypeError });
      }
      postMessage(data) {
        this.self.onmessage({ data });
      }
      terminate() {
        page.done.push("terminate");
      }
    }
    class Blob {
      constructor([text]) {
        this.text = text;
      }
    }
    const URL = {
      createObjectURL: (blob) => {
        blobs.set("blob:1", blob.text);
        return "blob:1";
      },
    };
    const context = vm.createContext({ Worker, Blob, URL, Map, Promise, setTimeout, clearTimeout });
    vm.runInContext(source.replace("export const write", "globalThis.write"), context);
    return (...order) => context.write("one", "two", ...order);
  }
}

/** A disk with both files made and their first head written. */
const made = async () => {
  const disk = new Disk();
  const write = await disk.start();
  assert.equal(await write(1, NEW, 16, bytes(5, 5, 5, 1), 64, HEAD, false), 20);
  disk.done.length = 0;
  return { disk, write };
};

test("the files are made whole before anything is in them, and the head comes last", async () => {
  const disk = new Disk();
  const write = await disk.start();
  assert.equal(await write(1, NEW, 16, bytes(5, 5, 5, 1), 64, HEAD, false), 20);
  assert.deepEqual(disk.done, ["one 0", "one flush", "two 0", "two flush", "one 16", "one 20", "one flush", "one 0", "one flush"]);
  assert.deepEqual([...disk.files.get("one").subarray(0, 24)], [...HEAD, 5, 5, 5, 1, 0, 0, 0, 0]);
  assert.deepEqual([...disk.files.values()].map((it) => it.length), [64, 64]);
  assert.equal(disk.open, 0);
});

test("frames go to the end of what is there, also of what another tab has written, and are on the disk before the answer", async () => {
  const { disk, write } = await made();
  assert.equal(await write(0, MADE, 24, bytes(6, 6, 6, 6, 6, 6, 6, 1)), 32);
  assert.equal(await write(0, MADE, 24, bytes(7, 1)), 34);
  assert.deepEqual(disk.done, ["one 24", "one flush", "one 32", "one flush"]);
  assert.equal(disk.open, 0);
});

test("nothing is written where another head stands, or where there is no room", async () => {
  const { disk, write } = await made();
  assert.equal(await write(0, heads(NEW_HEAD, NONE), 24, bytes(6, 1)), -1);
  assert.equal(await write(0, MADE, 24, new Uint8Array(48).fill(1)), -1);
  assert.equal(await write(1, heads(NONE, HEAD), 16, bytes(6, 1), 0, NEW_HEAD, false), -1);
  // Another tab has written since the files were read.
  assert.equal(await write(0, MADE, 16, bytes(6, 1), 0, NEW_HEAD, false), -1);
  assert.deepEqual(disk.done, []);
});

test("a renewal leaves the present file as it is, or empty where that is asked for", async () => {
  const { disk, write } = await made();
  const before = [...disk.files.get("one")];
  assert.equal(await write(0, MADE, 24, bytes(8, 1), 0, NEW_HEAD, false), 18);
  assert.deepEqual([...disk.files.get("one")], before);
  assert.deepEqual([...disk.files.get("two").subarray(0, 20)], [...NEW_HEAD, 8, 1, 0, 0]);
  assert.equal(await write(1, heads(HEAD, NEW_HEAD), 24, bytes(9, 1), 0, HEAD, true), 18);
  assert.deepEqual([...disk.files.get("two")], Array(64).fill(0));
});

test("nothing is written where another tab has made the other file the current one", async () => {
  const { disk, write } = await made();
  assert.equal(await write(0, MADE, 24, bytes(8, 1), 0, NEW_HEAD, false), 18);
  disk.done.length = 0;
  assert.equal(await write(0, MADE, 24, bytes(6, 1)), -1);
  assert.equal(await write(0, MADE, 24, bytes(6, 1), 0, NEW_HEAD, false), -1);
  assert.deepEqual(disk.done, []);
});

test("a full disk takes what has its room already, and refuses to make the files larger", async () => {
  const { disk, write } = await made();
  disk.room = 128;
  assert.equal(await write(0, MADE, 24, bytes(6, 1)), 26);
  const before = [...disk.files.get("two")];
  await assert.rejects(write(0, MADE, 32, bytes(6, 1), 128, NEW_HEAD, false), (it) => it === "QuotaExceededError: only a part was written");
  assert.deepEqual([...disk.files.get("two")], before);
  assert.equal(disk.open, 0);
});

test("where there are no such files, or no answer, nobody waits for them any more", async () => {
  const disk = new Disk();
  disk.refuses = "SecurityError";
  const write = await disk.start();
  assert.equal(await write(1, NEW, 16, bytes(1), 64, HEAD, false), null);
  disk.refuses = undefined;
  assert.equal(await write(1, NEW, 16, bytes(1), 64, HEAD, false), null);

  mock.timers.enable({ apis: ["setTimeout"] });
  const silent = await new Disk().start({ answers: false });
  const answer = silent(1, NEW, 16, bytes(1), 64, HEAD, false);
  mock.timers.tick(15000);
  assert.equal(await answer, null);
  mock.timers.reset();
});
