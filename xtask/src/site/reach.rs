//! What a release could reach: the browser's functions that its wasm imports, and the words in its scripts, held to a list.
//!
//! A policy is no proof that nothing leaves: it does not stop navigation, and not everything in every browser.
//! This is the second proof: what cannot be called cannot send. The third is the run without a way out, `cargo xtask prove border`.

use wasmparser::{Parser, Payload};

/// The names that the wasm may import, each with its reason.
const IMPORTS: &str = include_str!("imports.txt");

/// Names that could stand for a way out, so that only one with its hash may be on the list.
const NEEDS_HASH: [&str; 21] = [
    "assign",
    "connect",
    "construct",
    "eval",
    "fetch",
    "new",
    "new_from_slice",
    "new_typed",
    "open",
    "postMessage",
    "register",
    "replace",
    "send",
    "sendBeacon",
    "set_action",
    "set_href",
    "set_innerHTML",
    "set_ping",
    "set_src",
    "submit",
    "write",
];

/// Words that must stand in no script and in no wasm of a release: each names a way out, or a way to make code from text.
const FORBIDDEN: [&str; 18] = [
    "EventSource",
    "RTCPeerConnection",
    "SharedWorker",
    "WebSocket",
    "WebTransport",
    "XMLHttpRequest",
    "backgroundFetch",
    "document.write",
    "eval(",
    "fetchLater",
    "importScripts",
    "insertAdjacentHTML",
    "location.assign",
    "location.replace",
    "new Function",
    "outerHTML",
    "sendBeacon",
    "window.open",
];

/// Calls that fetch or start code, with the scripts that may hold them: the beginning of their names.
const FETCHING: [(&str, &[&str]); 3] = [
    // A worker made of a blob, which is under the page's own policy, and fetches nothing: for the copy files.
    ("new Worker", &["copy."]),
    // The start, the glue with the splitter's loader, and the service worker.
    ("fetch(", &["boot.", "waymark.", "sw.js"]),
    ("import(", &["boot.", "waymark.html"]),
];

/// What a wasm imports beyond the list, in sentences that say what to do.
pub(super) fn of_wasm(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut offences = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let imports = match payload {
            Ok(Payload::ImportSection(imports)) => imports,
            Ok(_) => continue,
            Err(why) => return vec![format!("{name} is no wasm: {why}")],
        };
        for import in imports.into_imports() {
            match import {
                Ok(it) if is_allowed(it.module, it.name) => {}
                Ok(it) => offences.push(format!(
                    "{name} imports `{}` from {}, which xtask/src/site/imports.txt does not allow; \
                     look at what it does in target/waymark/split/bound/waymark.js, and add it there if nothing can leave through it{}",
                    plain(it.name),
                    it.module,
                    if needs_hash(it.name) {
                        ", with its hash"
                    } else {
                        ", without its hash"
                    }
                )),
                Err(why) => offences.push(format!("{name} has an import that cannot be read: {why}")),
            }
        }
    }
    offences
}

fn is_allowed(module: &str, name: &str) -> bool {
    match module {
        // The second wasm imports from the first only; the first one asks the splitter's loader for the second.
        "__wasm_split" => true,
        "./__wasm_split.js" => name == "__wasm_split_load_later",
        "./waymark_bg.js" => {
            let name = plain(name);
            let short = without_hash(name);
            allowed().any(|it| it == name || (it == short && !NEEDS_HASH.contains(&short)))
        }
        _ => false,
    }
}

fn allowed() -> impl Iterator<Item = &'static str> {
    IMPORTS
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
}

/// Whether a name of an import could stand for a way out, so that it has to be known with its hash.
pub(crate) fn needs_hash(name: &str) -> bool {
    NEEDS_HASH.contains(&without_hash(plain(name)))
}

/// The name without the mark of wasm-bindgen.
fn plain(name: &str) -> &str {
    name.strip_prefix("__wbg_").unwrap_or(name)
}

/// The name without the sixteen digits that wasm-bindgen puts behind it.
pub(crate) fn without_hash(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((short, hash))
            if hash.len() == 16 && hash.bytes().all(|it| it.is_ascii_hexdigit()) =>
        {
            short
        }
        _ => name,
    }
}

/// What a script or a wasm says that none may say.
pub(super) fn of_text(name: &str, text: &str) -> Vec<String> {
    let forbidden = FORBIDDEN.iter().filter(|it| text.contains(*it));
    let is_script = name.ends_with(".js") || name.ends_with(".html");
    let fetching = FETCHING.iter().filter(|(call, scripts)| {
        is_script && text.contains(call) && !scripts.iter().any(|it| name.starts_with(it))
    });
    forbidden
        .chain(fetching.map(|(call, _)| call))
        .map(|it| {
            format!(
                "{name} holds `{it}`, through which something could leave the browser; \
                 drop it, or give the reason in xtask/src/site/reach.rs"
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one import of a function without arguments.
    fn importing(module: &str, name: &str) -> Vec<u8> {
        let text = |it: &str| [&[u8::try_from(it.len()).unwrap()], it.as_bytes()].concat();
        let section =
            |id: u8, body: Vec<u8>| [vec![id, u8::try_from(body.len()).unwrap()], body].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, vec![1, 0x60, 0, 0]),
            section(2, [vec![1], text(module), text(name), vec![0, 0]].concat()),
        ]
        .concat()
    }

    #[test]
    fn an_import_that_is_not_on_the_list_is_named_with_what_to_do() {
        let wasm = importing("./waymark_bg.js", "__wbg_sendBeacon_0123456789abcdef");
        let offences = of_wasm("a.wasm", &wasm);
        assert_eq!(
            offences,
            [
                "a.wasm imports `sendBeacon_0123456789abcdef` from ./waymark_bg.js, which xtask/src/site/imports.txt does not allow; \
                 look at what it does in target/waymark/split/bound/waymark.js, and add it there if nothing can leave through it, with its hash"
            ]
        );
        let known = importing("./waymark_bg.js", "__wbg_setItem_0123456789abcdef");
        assert_eq!(of_wasm("a.wasm", &known), Vec::<String>::new());
        assert_eq!(of_wasm("a.wasm", &importing("env", "memory")).len(), 1);
    }

    #[test]
    fn a_name_that_could_be_a_way_out_is_allowed_only_with_its_hash() {
        assert!(is_allowed("./waymark_bg.js", "__wbg_open_0b7832f51fde5a5f"));
        assert!(!is_allowed(
            "./waymark_bg.js",
            "__wbg_open_ffffffffffffffff"
        ));
        let listed: Vec<_> = allowed().filter(|it| NEEDS_HASH.contains(it)).collect();
        assert!(listed.is_empty(), "{listed:?} need their hashes");
    }

    #[test]
    fn scripts_name_no_way_out_and_fetch_only_where_they_must() {
        assert_eq!(of_text("boot.1.js", "fetch(a)"), Vec::<String>::new());
        assert_eq!(of_text("theme.1.js", "fetch(a)").len(), 1);
        assert_eq!(of_text("boot.1.js", "new WebSocket(a)").len(), 1);
        assert_eq!(of_text("boot.1.js", "new Worker(a)").len(), 1);
    }
}
