// Starts the application: content and program are fetched at the same time, and every failure ends in words on the page.

const { js, wasm, first, core, guidance, sample, build } = document.getElementById("boot").dataset;

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

const start = async () => {
  const content = fetched(first).then((response) => response.text());
  const program = fetched(wasm);
  // Whoever awaits these later sees a failure; until then it must not count as unhandled.
  content.catch(() => {});
  program.catch(() => {});
  globalThis.waymarkBoot = {
    first: content,
    core: at(core),
    guidance: at(guidance),
    sample: sample ? at(sample) : null,
    build,
  };
  const { default: init } = await import(at(js));
  await init({ module_or_path: program });
  await content;
};

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
  show("boot-framed");
}
