// Starts the application: content and program are fetched at the same time, and every failure ends in words on the page.

const { js, wasm, first, copy, style, content: files, build } = document.getElementById("boot").dataset;

/** An address of the site, from the page's own one: the site may lie under any path. */
const at = (path) => new URL(path, document.baseURI).href;

/** Shows one of the texts that stand ready in the page. */
const show = (id) => {
  document.getElementById("boot-loading").hidden = true;
  document.getElementById(id).hidden = false;
};

const fetched = async (path) => {
  const response = await fetch(at(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
};

/** Puts words to a failure: a trap ends the program, and before it has started anything may keep it from starting. */
const tell = (cause) => {
  const started = document.documentElement.dataset.app === "running";
  // After a trap the program's memory cannot be trusted: only a fresh start helps.
  if (cause instanceof WebAssembly.RuntimeError) show("boot-stopped");
  else if (!started) show("boot-failed");
};

// The single file has its glue inside, and hands it over before this runs; see inside.js.
const inside = globalThis.waymarkGlue;

/**
 * Whether there is a third copy here. Not in a file on a disk, whose stores need not be its own. And not in Firefox: where
 * the books of an origin's private files are damaged, it deletes every store of the origin, so a third copy would put the
 * other two at risk (measured with 153.7, see docs/proof.md). To look for the files would be enough to make these books.
 */
const copies = !inside && !navigator.userAgent.includes("Firefox/");

/** The copy files: of each its bytes up to the last one that is not zero, and its size; null where there are none. See copy.js. */
const copied = async (names) => {
  if (!copies) return null;
  let folder;
  try {
    folder = await navigator.storage.getDirectory();
  } catch {
    // An engine without such files, or one that does not give them to this page.
    return null;
  }
  const handles = await Promise.all(
    names.map((name) =>
      folder.getFileHandle(name).catch((cause) => {
        if (cause.name !== "NotFoundError") throw cause;
      }),
    ),
  );
  if (!handles.some(Boolean)) return null;
  // Shared among those who read; whoever writes is alone.
  return navigator.locks.request("waymark-copy", { mode: "shared" }, () =>
    Promise.all(
      handles.map(async (handle) => {
        if (!handle) return [new Uint8Array(), 0];
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
        let end = words.length;
        while (end > 0 && words[end - 1] === 0) end--;
        return [bytes.subarray(0, end * 4), bytes.length];
      }),
    ),
  );
};

const start = async () => {
  const content = fetched(first).then((response) => response.text());
  const program = fetched(wasm);
  // Whoever awaits these later sees a failure; until then it must not count as unhandled.
  content.catch(() => {});
  program.catch(() => {});
  // content/2018.en.core.0a1b2c3d.json is known to the program as 2018.en.core.
  const named = {};
  for (const file of files.split(" ")) named[file.split("/").at(-1).split(".").slice(0, -2).join(".")] = at(file);
  globalThis.waymarkBoot = {
    first: content,
    content: named,
    // The single file has it inside.
    style: inside ? "" : at(style),
    build,
    inside: Boolean(inside),
    readCopy: (...names) => Promise.race([copied(names), late()]),
    writeCopy: copies ? async (...order) => (await import(at(copy))).write(...order) : undefined,
  };
  const { default: init } = inside ?? (await import(at(js)));
  await init({ module_or_path: program });
  await content;
};

/** Ends in nothing after a while: a store that does not answer must not keep the page from opening. */
const late = () => new Promise((done) => setTimeout(done, 5000, null));

/** What a request to the database ends with. A database that is not there must not be made: that is the program's part. */
const asked = (request) =>
  new Promise((done, failed) => {
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
    setTimeout(failed, 5000, "no answer");
  });

/** Every entry of all stores as it is, for a file that needs no program to be made; a store that refuses is named. */
const everything = async () => {
  const rows = [];
  const refused = [];
  try {
    for (const [key, text] of Object.entries(localStorage))
      if (key.startsWith("waymark/")) rows.push({ store: "journal", table: "records", key, text });
  } catch (cause) {
    refused.push(`journal: ${cause}`);
  }
  try {
    const database = await asked(indexedDB.open("waymark"));
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [keys, texts] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
      keys.forEach((key, place) => rows.push({ store: "database", table, key, text: texts[place] }));
    }
    database.close();
  } catch (cause) {
    refused.push(`database: ${cause}`);
  }
  try {
    const names = ["waymark-copy-0", "waymark-copy-1"];
    const found = (await Promise.race([copied(names), late()])) ?? [];
    // Their bytes in base64, piece by piece: a call takes only so many arguments.
    found.forEach(([bytes], place) => {
      let text = "";
      for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
      rows.push({ store: "copy", table: "base64", key: names[place], text: btoa(text) });
    });
  } catch (cause) {
    refused.push(`copy: ${cause}`);
  }
  return JSON.stringify({ "waymark-raw": 1, refused, rows }, null, 1);
};

const save = async () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await everything()], { type: "application/json" }));
  link.download = "waymark-raw-data.json";
  link.click();
};

for (const button of document.querySelectorAll(".boot-save")) button.addEventListener("click", save);
addEventListener("error", (event) => tell(event.error));
addEventListener("unhandledrejection", (event) => tell(event.reason));
document.getElementById("boot-recover").addEventListener("click", () => {
  // The stopped program listens to nothing any more: only a reload opens another page.
  location.hash = "#/recover";
  location.reload();
});

if (top === self) {
  start().catch((cause) => {
    console.error(cause);
    tell(cause);
  });
} else {
  // A meta policy cannot forbid framing, and a framed page can be made to look like somebody else's.
  document.getElementById("begin").remove();
  show("boot-framed");
}
