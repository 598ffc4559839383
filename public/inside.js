// The start of the single file: what a site would fetch is in the page, packed, and whoever asks for it gets it from there.
// The build puts this before boot.js, which then starts the application as it does on a site.

import * as glue from "./waymark.js";

const type = (name) => (name.endsWith(".wasm") ? "application/wasm" : "text/plain;charset=utf-8");

/** A file of the site, unpacked. The program is compiled while it is being unpacked. */
const unpacked = (element, name) => {
  const bytes = Uint8Array.from(atob(element.textContent), (it) => it.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream, { headers: { "content-type": type(name) } });
};

// Nothing in this page may reach a network, and its policy sees to that: this only answers from within.
globalThis.fetch = async (address) => {
  const name = new URL(address, document.baseURI).pathname.split("/").at(-1);
  const element = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!element) throw new TypeError(`${name} is not in this file`);
  return unpacked(element, name);
};
globalThis.waymarkGlue = glue;
