// Tries every way that is known to lead out of a page, each towards an address of its own elsewhere, and tells when it has tried all.
// What arrives there is counted by whoever listens; this page knows nothing of success.

const { elsewhere, handshake, stun, done } = document.body.dataset;

/** Every address is asked for once, so no cache answers. */
const to = (way) => `${elsewhere}${way}`;

/** How long an attempt may take that gives no sign, in milliseconds: nothing here is further away than this machine. */
const PATIENCE = 1500;

const make = (name, properties, parent = document.body) => {
  const element = Object.assign(document.createElement(name), properties);
  parent.append(element);
  return element;
};
const link = (rel, way, more = {}) => make("link", { rel, href: to(way), ...more }, document.head);
const blob = (text, type = "text/javascript") => URL.createObjectURL(new Blob([text], { type }));
const frame = () => make("iframe", { name: `frame-${Math.random()}` });

// Requests that a script makes.
const ways = {
  "fetch": (it) => fetch(to(it)),
  "fetch-opaque": (it) => fetch(to(it), { mode: "no-cors" }),
  "fetch-keepalive": (it) => fetch(to(it), { method: "POST", body: "x", keepalive: true, mode: "no-cors" }),
  "fetch-later": (it) => fetchLater(to(it), { activateAfter: 0 }),
  "xhr": (it) => {
    const request = new XMLHttpRequest();
    request.open("GET", to(it));
    request.send();
  },
  "beacon": (it) => navigator.sendBeacon(to(it), "x"),
  "websocket": (it) => new WebSocket(to(it).replace("http", "ws")),
  "eventsource": (it) => new EventSource(to(it)),
  "rtc": () => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stun}` }] });
    connection.createDataChannel("x");
    return connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  },

  // Parts of the page.
  "img": (it) => make("img", { src: to(it) }),
  "img-srcset": (it) => make("img", { srcset: `${to(it)} 1x` }),
  "image": (it) => (new Image().src = to(it)),
  "input-image": (it) => make("input", { type: "image", src: to(it) }),
  "svg-image": (it) => make("div", { innerHTML: `<svg><image href="${to(it)}"/></svg>` }),
  "svg-use": (it) => make("div", { innerHTML: `<svg><use href="${to(it)}#x"/></svg>` }),
  "svg-filter": (it) => make("div", { innerHTML: `<svg><filter id="f"><feImage href="${to(it)}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>` }),
  "video": (it) => make("video", { src: to(it), preload: "auto" }),
  "poster": (it) => make("video", { poster: to(it) }),
  "audio": (it) => make("audio", { src: to(it), preload: "auto" }),
  "track": (it) => {
    const video = make("video", { crossOrigin: "anonymous" });
    make("track", { src: to(it), default: true, kind: "subtitles" }, video).track.mode = "showing";
  },
  "iframe": (it) => make("iframe", { src: to(it) }),
  "iframe-srcdoc": (it) => make("iframe", { srcdoc: `<img src="${to(it)}">` }),
  "iframe-blob": (it) => make("iframe", { src: blob(`<img src="${to(it)}">`, "text/html") }),
  "object": (it) => make("object", { data: to(it) }),
  "embed": (it) => make("embed", { src: to(it) }),
  "script": (it) => make("script", { src: to(it) }),
  "script-module": (it) => make("script", { src: to(it), type: "module" }),
  "script-inline": (it) => make("script", { textContent: `fetch("${to(it)}", { mode: "no-cors" })` }),
  "handler": (it) => make("div", { innerHTML: `<img src="data:," onerror="new Image().src='${to(it)}'">` }),
  "eval": (it) => new Function(`fetch("${to(it)}", { mode: "no-cors" })`)(),
  "import": (it) => import(to(it)),
  "base": (it) => {
    make("base", { href: `${elsewhere}base/` }, document.head);
    make("img", { src: it });
  },

  // Styles.
  "stylesheet": (it) => link("stylesheet", it),
  "style-import": (it) => make("style", { textContent: `@import "${to(it)}";` }),
  "style-background": (it) => (make("div", { textContent: "x" }).style.backgroundImage = `url("${to(it)}")`),
  "style-cursor": (it) => (make("div", { textContent: "x" }).style.listStyleImage = `url("${to(it)}")`),
  "style-attribute": (it) => make("div", { innerHTML: `<p style="background: url(${to(it)})">x</p>` }),
  "style-adopted": (it) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`h2 { background: url("${to(it)}") }`);
    document.adoptedStyleSheets.push(sheet);
    make("h2", { textContent: "x" });
  },
  "font": (it) => new FontFace("x", `url("${to(it)}")`).load(),

  // What a browser fetches ahead or beside.
  "preload-image": (it) => link("preload", it, { as: "image" }),
  "preload-fetch": (it) => link("preload", it, { as: "fetch", crossOrigin: "anonymous" }),
  "modulepreload": (it) => link("modulepreload", it),
  "prefetch": (it) => link("prefetch", it),
  "prerender": (it) => link("prerender", it),
  "icon": (it) => link("icon", it),
  "manifest": (it) => link("manifest", it),
  "speculation": (it) =>
    make("script", { type: "speculationrules", textContent: JSON.stringify({ prefetch: [{ source: "list", urls: [to(it)] }] }) }),
  "preconnect": () => make("link", { rel: "preconnect", href: handshake }, document.head),

  // Workers.
  "worker": (it) => new Worker(to(it)),
  "worker-blob": (it) => new Worker(blob(`fetch("${to(it)}", { mode: "no-cors" })`)),
  "worker-blob-import": (it) => new Worker(blob(`importScripts("${to(it)}")`)),
  "worker-blob-socket": (it) => new Worker(blob(`new WebSocket("${to(it).replace("http", "ws")}")`)),
  "shared-worker": (it) => new SharedWorker(to(it)),
  "service-worker": (it) => navigator.serviceWorker.register(to(it)),
  "own-worker": (it) => {
    if (location.protocol.startsWith("http")) new Worker(`worker.js?to=${encodeURIComponent(to(it))}`);
  },

  // Forms, and leaving the page. The other side answers such that the page stays.
  "form": (it) => make("form", { action: to(it), method: "post" }).submit(),
  "form-frame": (it) => make("form", { action: to(it), method: "post", target: frame().name }).submit(),
  "ping": (it) => {
    const anchor = make("a", { href: "#here", textContent: "x" });
    anchor.setAttribute("ping", to(it));
    anchor.click();
  },
  "link-frame": (it) => make("a", { href: to(it), target: frame().name, textContent: "x" }).click(),
  "open": (it) => window.open(to(it)),
};

/** These end one another, so each has the page to itself for a while. */
const leaving = {
  "link": (it) => make("a", { href: to(it), textContent: "x" }).click(),
  "location": (it) => (location.href = to(it)),
  "refresh": (it) => {
    const meta = document.createElement("meta");
    meta.httpEquiv = "refresh";
    meta.content = `0;url=${to(it)}`;
    document.head.append(meta);
  },
};

const pause = () => new Promise((go) => setTimeout(go, PATIENCE));
const attempt = async (name, way) => {
  try {
    await way(name);
  } catch {
    // A way that is closed, or that this engine does not have.
  }
};

const all = Object.entries(ways).map(([name, way]) => Promise.race([attempt(name, way), pause()]));
await Promise.all([...all, pause()]);
for (const [name, way] of Object.entries(leaving)) {
  await attempt(name, way);
  await pause();
}
// The last way out, to whom it may: it also shows that every page got this far.
location.href = done;
