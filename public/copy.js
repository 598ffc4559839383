// Writes the copy files: a third copy of what is saved, in the origin's private file system, written in place.
// What is in them, and where it goes, is decided by the program (src/storage/copy.rs); this only moves bytes.

/** The worker: files can be written in place only there. It is started from this function's own text, see below. */
const worker = () => {
  const HEAD = 16;
  const zeros = new Uint8Array(1 << 20);

  /** Where the content of a file ends, counted from an offset: after the last byte that is not zero, aligned. */
  const endOf = (file, at) => {
    const bytes = new Uint8Array(Math.max(file.getSize() - at, 0));
    const words = new Uint32Array(bytes.buffer, 0, file.read(bytes, { at }) >> 2);
    let end = words.length;
    while (end > 0 && words[end - 1] === 0) end--;
    return at + Math.ceil((end * 4) / 8) * 8;
  };

  /** Writes all of it: a write that does not fit may end early without a word. */
  const put = (file, bytes, at) => {
    if (file.write(bytes, { at }) !== bytes.length) throw new DOMException("only a part was written", "QuotaExceededError");
  };

  const clear = (file, from, to) => {
    for (let at = from; at < to; at += zeros.length) put(file, zeros.subarray(0, Math.min(zeros.length, to - at)), at);
  };

  /**
   * Carries out one order: frames for the current file, after a look at both heads, or the renewal of the other one.
   * Gives the end of the current file's content; -1 where the files are not what they were.
   */
  const carryOut = (files, [file, heads, at, frames, least, newHead, clears]) => {
    const current = files[file];
    const present = new Uint8Array(2 * HEAD);
    files.forEach((file, index) => file.read(present.subarray(index * HEAD, (index + 1) * HEAD), { at: 0 }));
    if (present.some((byte, place) => byte !== heads[place])) return -1;
    const end = endOf(current, at);
    if (!newHead) {
      if (end + frames.length > current.getSize()) return -1;
      put(current, frames, end);
      current.flush();
      return end + frames.length;
    }
    if (end !== at) return -1;
    const other = files[1 - file];
    const after = HEAD + frames.length;
    // First the room, so that a full disk is noticed before anything is replaced; the head last, when all else is on the disk.
    for (const file of files) {
      clear(file, file.getSize(), least);
      file.flush();
    }
    put(other, frames, HEAD);
    clear(other, after, other.getSize());
    other.flush();
    put(other, newHead, 0);
    other.flush();
    if (clears) {
      clear(current, 0, current.getSize());
      current.flush();
    }
    return after;
  };

  const write = async (names, order) => {
    const folder = await navigator.storage.getDirectory();
    const handles = await Promise.all(names.map((name) => folder.getFileHandle(name, { create: true })));
    const files = [];
    try {
      for (const handle of handles) files.push(await handle.createSyncAccessHandle());
      // In an older engine these calls give promises, and what is done with them would be wrong.
      if (files.some((file) => typeof file.getSize() !== "number")) throw new TypeError("the files are of an older kind");
      return carryOut(files, order);
    } finally {
      // No handle outlives its order: other tabs want the files, too.
      for (const file of files) file.close();
    }
  };

  self.onmessage = async ({ data: { id, names, order } }) => {
    try {
      postMessage({ id, end: await navigator.locks.request("waymark-copy", () => write(names, order)) });
    } catch (cause) {
      postMessage({ id, name: cause.name, error: `${cause.name}: ${cause.message}` });
    }
  };
};

/** How long an answer may take, in milliseconds. */
const PATIENCE = 15000;
/** What an engine says that has no such files to give, or not to this page. */
const ABSENT = ["SecurityError", "TypeError", "NotSupportedError", "ReferenceError"];

const waiting = new Map();
let thread;
let last = 0;

/** Gives up for good: whoever waits is told that there are no copy files. */
const giveUp = () => {
  thread?.terminate();
  thread = null;
  for (const { done } of waiting.values()) done(null);
  waiting.clear();
};

const started = () => {
  // From a blob: such a worker is under the page's own policy, one from an address would be under none.
  const address = URL.createObjectURL(new Blob([`(${worker})()`], { type: "text/javascript" }));
  const it = new Worker(address);
  it.onerror = giveUp;
  it.onmessage = ({ data: { id, end, name, error } }) => {
    const { done, failed, timer } = waiting.get(id) ?? {};
    waiting.delete(id);
    clearTimeout(timer);
    if (error === undefined) done?.(end);
    else if (!ABSENT.includes(name)) failed?.(error);
    else {
      done?.(null);
      giveUp();
    }
  };
  return it;
};

/** Carries out an order in the worker. Null where there are no copy files to be had, or no answer comes. */
export const write = (one, two, ...order) =>
  new Promise((done, failed) => {
    try {
      if (thread === undefined) thread = started();
    } catch {
      thread = null;
    }
    if (!thread) return done(null);
    const id = ++last;
    waiting.set(id, { done, failed, timer: setTimeout(giveUp, PATIENCE) });
    thread.postMessage({ id, names: [one, two], order });
  });
