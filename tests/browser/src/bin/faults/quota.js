// Foreign data takes all the room that the browser gives to this address, the page's part. It stands before the script that answers.
globalThis.meanwhile = (() => {
  let bursts = 0;

  const fillJournal = () => {
    const old = localStorage.getItem("foreign") ?? "";
    let length = old.length;
    for (let step = 1 << 20; step >= 1; step = Math.floor(step / 2)) {
      for (;;) {
        try {
          localStorage.setItem("foreign", "x".repeat(length + step));
          length += step;
        } catch {
          break;
        }
      }
    }
    return length;
  };

  const fillDatabase = async () => {
    const database = await new Promise((done, fail) => {
      const opening = indexedDB.open("foreign");
      opening.onupgradeneeded = () => opening.result.createObjectStore("foreign", { autoIncrement: true });
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    let [stored, why] = [0, ""];
    for (let size = 1 << 22; size >= 1 << 10; size /= 4) {
      for (;;) {
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size; at += 1 << 16) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + (1 << 16))));
        const refused = await new Promise((done) => {
          const writing = database.transaction("foreign", "readwrite");
          writing.objectStore("foreign").add(bytes);
          writing.oncomplete = () => done("");
          writing.onabort = () => done(writing.error?.name ?? "aborted");
        });
        if (refused) {
          why = refused;
          break;
        }
        stored += size;
      }
    }
    database.close();
    return { stored, why };
  };

  return async () => {
    bursts += 1;
    if (bursts !== 3) return;
    const journal = fillJournal();
    const { stored, why } = await fillDatabase().catch((cause) => ({ stored: 0, why: String(cause) }));
    await probe.report("filled", { journal, stored, why });
  };
})();
