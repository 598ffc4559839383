//! What must not be in a finished site: addresses it could call, code inside the page, traces of the machine that built it.

use std::env;
use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::finish::single;
use crate::project;

mod inside;
mod reach;

pub(crate) use reach::{needs_hash, without_hash};

/// Hosts that may be named in files that can make requests: only those of XML namespaces, which nobody fetches.
/// Links for people are in the content, which is data and loads nothing.
const NAMED_HOSTS: [&str; 1] = ["www.w3.org"];

/// The files that can make requests, by extension.
const LOADING: [&str; 5] = ["css", "html", "js", "wasm", "webmanifest"];

/// Holds a finished site to what a release promises.
///
/// # Errors
/// Names every offence, one a line.
pub(crate) fn check(dist: &Path) -> Result<(), Failure> {
    let mut offences = Vec::new();
    let traces = traces();
    for path in project::files_below(dist)? {
        let name = project::site_name(dist, &path);
        let bytes = fs::read(&path).map_err(|why| Failure::file(&path, &why))?;
        let text = String::from_utf8_lossy(&bytes);
        if path
            .extension()
            .is_some_and(|it| LOADING.iter().any(|loading| it == *loading))
        {
            offences.extend(
                foreign_hosts(&text)
                    .into_iter()
                    .map(|it| format!("{name} names the foreign host {it}")),
            );
        }
        let found = traces.iter().filter(|it| text.contains(it.as_str()));
        offences.extend(found.map(|it| format!("{name} names the folder {it} of this machine")));
        if name.ends_with(".wasm") {
            offences.extend(reach::of_wasm(&name, &bytes));
        }
        if [".wasm", ".js", ".html"]
            .iter()
            .any(|it| name.ends_with(it))
        {
            offences.extend(reach::of_text(&name, &text));
        }
        if name == single::NAME {
            offences.extend(inside::of_single_file(&text));
        }
        if name == "index.html" {
            offences.extend(
                inline_code(&text)
                    .into_iter()
                    .map(|it| format!("{name} holds {it}, which its policy blocks")),
            );
        }
    }
    offences.extend(inside::of_sums(dist)?);
    if offences.is_empty() {
        Ok(())
    } else {
        Err(Failure::site(offences.join("\n")))
    }
}

/// Folders that only this machine has and that compilers like to leave in panic messages.
fn traces() -> Vec<String> {
    let cargo = env::var_os("CARGO_HOME")
        .map(Into::into)
        .or_else(|| env::home_dir().map(|it| it.join(".cargo")));
    let folders = [
        Some(project::root().join("src")),
        cargo.map(|it| it.join("registry")),
    ];
    folders
        .into_iter()
        .flatten()
        .map(|it| it.display().to_string())
        .collect()
}

/// The hosts of all addresses in a text that are not on the list.
///
/// In compiled code strings stand without a gap, so what has no dot is no host but the beginning of the next string.
fn foreign_hosts(text: &str) -> Vec<String> {
    let part = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-');
    let addresses = ["http://", "https://", "ws://", "wss://"]
        .into_iter()
        .flat_map(|scheme| {
            text.match_indices(scheme).map(move |(at, _)| {
                text[at + scheme.len()..]
                    .chars()
                    .take_while(part)
                    .collect::<String>()
            })
        });
    let mut foreign: Vec<String> = addresses
        .filter(|it| it.contains('.') && !NAMED_HOSTS.contains(&it.as_str()))
        .collect();
    foreign.sort();
    foreign.dedup();
    foreign
}

/// Scripts and styles that stand in the page itself.
fn inline_code(page: &str) -> Vec<&'static str> {
    let bare_script = page.match_indices("<script").any(|(at, _)| {
        let tag = page[at..].split('>').next().unwrap_or_default();
        !tag.contains(" src=")
    });
    let handler = [" onclick=", " onload=", " onerror=", "javascript:"]
        .iter()
        .any(|it| page.contains(it));
    let style = page.contains("<style") || page.contains(" style=");
    [
        (bare_script, "an inline script"),
        (handler, "an inline handler"),
        (style, "an inline style"),
    ]
    .into_iter()
    .filter_map(|(found, what)| found.then_some(what))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::{foreign_hosts, inline_code};

    #[test]
    fn a_foreign_host_is_found_wherever_it_stands() {
        let text = "xmlns=http://www.w3.org/2000/svg;fetch('https://cdn.example.com/x.js') https://httphttps:// wss://a.example";
        assert_eq!(foreign_hosts(text), ["a.example", "cdn.example.com"]);
    }

    #[test]
    fn the_page_holds_no_code_of_its_own() {
        assert!(
            inline_code("<script src=./boot.js type=module></script><p class=style>").is_empty()
        );
        let found = inline_code("<script>go()</script><p style=\"color:red\" onclick=go()>");
        assert_eq!(
            found,
            ["an inline script", "an inline handler", "an inline style"]
        );
    }
}
