//! `waymark.html`: the whole site in one file that opens from a disk, without a server and without a network.
//!
//! It is made of the finished site, so it runs the very bytes that a host serves: both wasm files are inside, packed.
//! Its policy allows no connection at all, and names the scripts and the style that stand in the page by their hashes.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::{Site, headers};
use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup;

/// The name of the single file.
pub(crate) const NAME: &str = "waymark.html";

/// What is carried inside and asked for by name while the application runs; everything else of a site is for a host.
const CARRIED: [&str; 3] = [".json", ".wasm", "third-party.txt"];

/// Writes the single file beside the finished site and returns its size in bytes.
///
/// # Errors
/// When the page is not as expected, a file of the site cannot be read, or a tool fails.
pub(super) fn write(site: &Site) -> Result<usize, Failure> {
    let page = page(site)?;
    project::write(&site.folder.join(NAME), &page)?;
    Ok(page.len())
}

fn page(site: &Site) -> Result<String, Failure> {
    let script = embeddable("the start script", bundled_start(site)?)?;
    let mut early = None;
    let mut style = None;
    let mut later_style = None;
    let mut icon = None;
    let page = replaced(&site.page, "<link", None, |tag, _| {
        let address = attribute(tag, "href").unwrap_or_default();
        match attribute(tag, "rel").as_deref() {
            Some("stylesheet") => style = Some(address),
            Some("icon") => icon = Some(address),
            // What is fetched early, and what only a site has.
            _ => {}
        }
        Ok(String::new())
    })?;
    let page = replaced(&page, "<script", Some("</script>"), |tag, _| {
        if attribute(tag, "id").as_deref() == Some("boot") {
            let source = attribute(tag, "src").unwrap_or_default();
            later_style = attribute(tag, "data-style");
            let tag = without_source(tag, &source);
            Ok(format!("{tag}{script}</script>"))
        } else {
            let source = attribute(tag, "src").unwrap_or_default();
            let text = embeddable(&source, project::read_text(&site.folder.join(&source))?)?;
            let element = format!("<script>{text}</script>");
            early = Some(text);
            Ok(element)
        }
    })?;
    let missing = |what: &str| {
        Failure::site(format!(
            "index.html names no {what}, which the single file needs"
        ))
    };
    let early = early.ok_or_else(|| missing("early script"))?;
    let style = style.ok_or_else(|| missing("stylesheet"))?;
    let later_style = later_style.ok_or_else(|| missing("later stylesheet"))?;
    let style = [style, later_style]
        .iter()
        .map(|it| project::read_text(&site.folder.join(it)))
        .collect::<Result<String, _>>()?;
    if style.contains("</") || style.contains("url(") {
        return Err(Failure::site(
            "the stylesheet names another file or closes its element, so it cannot stand in a page",
        ));
    }
    let icon = icon.ok_or_else(|| missing("icon"))?;
    let icon = data_address(&site.folder.join(icon))?;

    let policy = policy(&[&early, &script], &style);
    if !page.contains(headers::POLICY) {
        return Err(Failure::site(
            "index.html does not hold the policy of a release",
        ));
    }
    let page = page.replace(headers::POLICY, &policy);
    let head = format!("<link href=\"{icon}\" rel=icon type=image/svg+xml><style>{style}</style>");
    let page = inserted(&page, "</title>", Side::After, &head)?;
    inserted(&page, "</body>", Side::Before, &carried(&site.folder)?)
}

/// The policy of the single file: no connection, and no code but the one whose hash it names.
fn policy(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|it| hash(it)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; worker-src blob:; \
         connect-src 'none'; form-action 'none'; base-uri 'none'; frame-src 'none'; object-src 'none'",
        scripts.join(" "),
        hash(style)
    )
}

/// The hash of an inline script or style, as a policy names it.
pub(crate) fn hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

/// The start of the single file, the glue and the usual start as one script.
fn bundled_start(site: &Site) -> Result<String, Failure> {
    let workplace = project::workshop().join("single");
    let public = project::root().join("public");
    for name in ["inside.js", "boot.js"] {
        project::write(
            &workplace.join(name),
            project::read_text(&public.join(name))?,
        )?;
    }
    let glue = file_of_site(site, "waymark.", ".js")?;
    project::write(&workplace.join("waymark.js"), project::read_text(&glue)?)?;
    let entry = workplace.join("start.js");
    project::write(&entry, "import \"./inside.js\";\nimport \"./boot.js\";\n")?;
    let mut esbuild = setup::node_program("esbuild");
    esbuild.arg(&entry).args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    run::read(&mut esbuild)
}

/// The one file at the top of the site whose name begins and ends so.
fn file_of_site(site: &Site, begin: &str, end: &str) -> Result<std::path::PathBuf, Failure> {
    let mut files = project::files_below(&site.folder)?;
    files.retain(|it| {
        let name = project::site_name(&site.folder, it);
        name.starts_with(begin) && name.ends_with(end)
    });
    match files.as_slice() {
        [only] => Ok(only.clone()),
        others => Err(Failure::site(format!(
            "one file {begin}*{end} was expected in the site, and there are {}",
            others.len()
        ))),
    }
}

/// A script that can stand in a page: nothing in it ends its element or begins a comment.
fn embeddable(name: &str, text: String) -> Result<String, Failure> {
    let lower = text.to_ascii_lowercase();
    match ["</script", "<!--", "<script", "\r"]
        .iter()
        .find(|it| lower.contains(*it))
    {
        None => Ok(text),
        Some(found) => Err(Failure::site(format!(
            "{name} holds {found:?}, so it cannot stand in a page"
        ))),
    }
}

/// The files that are asked for while the application runs, each packed in an element of its own.
fn carried(folder: &Path) -> Result<String, Failure> {
    let names: Vec<String> = project::files_below(folder)?
        .iter()
        .map(|it| project::site_name(folder, it))
        .filter(|it| !it.starts_with("schema/") && CARRIED.iter().any(|end| it.ends_with(end)))
        .collect();
    let packed = run::read(setup::node_script("pack.mjs").arg(folder).args(&names))?;
    let elements: Vec<String> = packed
        .lines()
        .filter_map(|it| it.split_once('\t'))
        .map(|(name, text)| carried_element(name, text))
        .collect();
    if elements.len() == names.len() {
        Ok(elements.concat())
    } else {
        Err(Failure::site(format!(
            "{} files were to be packed, and {} were",
            names.len(),
            elements.len()
        )))
    }
}

/// A script element of a type that no browser runs: it only carries text.
fn carried_element(name: &str, text: &str) -> String {
    let short = name.rsplit('/').next().unwrap_or(name);
    format!("<script data-file=\"{short}\" type=text/plain>{text}</script>")
}

fn data_address(icon: &Path) -> Result<String, Failure> {
    let bytes = fs::read(icon).map_err(|why| Failure::file(icon, &why))?;
    Ok(format!(
        "data:image/svg+xml;base64,{}",
        BASE64_STANDARD.encode(bytes)
    ))
}

#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

fn inserted(page: &str, mark: &str, side: Side, text: &str) -> Result<String, Failure> {
    let place = match side {
        Side::Before => page.rfind(mark),
        Side::After => page.find(mark).map(|it| it + mark.len()),
    };
    let place =
        place.ok_or_else(|| Failure::site(format!("index.html does not hold {mark} any more")))?;
    let (before, after) = page.split_at(place);
    Ok(format!("{before}{text}{after}"))
}

/// Replaces every element of a kind by what `make` makes of its tag and its text. `end` is its end tag, where it has one.
fn replaced(
    page: &str,
    start: &str,
    end: Option<&str>,
    mut make: impl FnMut(&str, &str) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let mut made = String::with_capacity(page.len());
    let mut rest = page;
    let broken = || Failure::site(format!("index.html has a {start}> that does not end"));
    while let Some(at) = rest.find(start) {
        made.push_str(&rest[..at]);
        let element = &rest[at..];
        let tag_end = element.find('>').ok_or_else(broken)? + 1;
        let text_end = match end {
            Some(end) => tag_end + element[tag_end..].find(end).ok_or_else(broken)?,
            None => tag_end,
        };
        made.push_str(&make(&element[..tag_end], &element[tag_end..text_end])?);
        rest = &element[text_end + end.map_or(0, str::len)..];
    }
    made.push_str(rest);
    Ok(made)
}

/// The value of an attribute of a tag, quoted or not.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([' ', '>']).next()?,
    };
    Some(value.to_owned())
}

fn without_source(tag: &str, source: &str) -> String {
    tag.replace(&format!(" src=\"{source}\""), "")
        .replace(&format!(" src={source}"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let tag = "<script data-x=\"a b\" src=./boot.js type=module>";
        assert_eq!(attribute(tag, "data-x").as_deref(), Some("a b"));
        assert_eq!(attribute(tag, "src").as_deref(), Some("./boot.js"));
        assert_eq!(attribute(tag, "type").as_deref(), Some("module"));
        assert_eq!(attribute(tag, "id"), None);
        assert_eq!(
            without_source(tag, "./boot.js"),
            "<script data-x=\"a b\" type=module>"
        );
    }

    #[test]
    fn every_element_of_a_kind_is_replaced_and_nothing_else() {
        let page = "<p><link href=a><i>x</i><link href=b></p>";
        let made = replaced(page, "<link", None, |tag, _| Ok(format!("[{tag}]")));
        assert_eq!(
            made.as_deref(),
            Ok("<p>[<link href=a>]<i>x</i>[<link href=b>]</p>")
        );
        let page = "<script src=a></script>-<script>go()</script>";
        let made = replaced(page, "<script", Some("</script>"), |_, text| {
            Ok(text.to_owned())
        });
        assert_eq!(made.as_deref(), Ok("-go()"));
    }

    #[test]
    fn a_script_that_would_end_its_own_element_stops_the_build() {
        let failure = embeddable("a.js", "x='</SCRIPT>'".to_owned()).map_err(|it| it.to_string());
        assert_eq!(
            failure,
            Err("a.js holds \"</script\", so it cannot stand in a page".to_owned())
        );
    }

    #[test]
    fn the_policy_names_the_code_by_its_hash_and_allows_no_connection() {
        let policy = policy(&["abc"], "");
        assert!(policy.contains(
            "script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' 'wasm-unsafe-eval'"
        ));
        assert!(policy.contains("connect-src 'none'"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'self'"));
    }
}
