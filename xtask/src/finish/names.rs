//! Names that follow the finished bytes: a file that changes gets another address, so a cache can keep each forever.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::Site;
use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup;

/// The files that the page names itself and that are renamed.
/// All others keep their names because something outside the page asks for them under these.
const NAMED_BY_PAGE: [&str; 7] = [
    "boot.js",
    "copy.js",
    "early.js",
    "later.css",
    "waymark.css",
    "waymark.js",
    "waymark_bg.wasm",
];

/// The name of the content file that the first pages need.
const FIRST_CONTENT: &str = "en.first";

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect()
}

/// The part of the hash that stands in a name.
pub(super) fn short(bytes: &[u8]) -> String {
    let mut hash = sha256(bytes);
    hash.truncate(8);
    hash
}

/// Puts the compiled content into the site and tells the page the names: the first file by itself, because it is fetched at once.
///
/// # Errors
/// When there is no content, or a file cannot be copied.
pub(super) fn add_content(site: &mut Site, compiled: &Path) -> Result<(), Failure> {
    let mut names = Vec::new();
    for path in project::files_below(compiled)? {
        let bytes = fs::read(&path).map_err(|why| Failure::file(&path, &why))?;
        let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_default();
        let name = format!("content/{stem}.{}.json", short(&bytes));
        project::write(&site.folder.join(&name), bytes)?;
        if stem == FIRST_CONTENT {
            site.fill("__FIRST__", &name)?;
        } else {
            names.push(name);
        }
    }
    names.sort();
    site.fill("__CONTENT__", &names.join(" "))
}

/// Makes scripts and stylesheets small: trunk's own minifier cannot read the glue that wasm-bindgen writes, and leaves alone what it only copies.
///
/// # Errors
/// When a file cannot be listed or esbuild refuses it.
pub(super) fn minify_all(folder: &Path) -> Result<(), Failure> {
    let mut files = project::files_below(folder)?;
    files.retain(|it| {
        it.extension()
            .is_some_and(|extension| extension == "js" || extension == "css")
    });
    files.iter().try_for_each(|it| minify(it))
}

/// Makes one script or stylesheet small, in place.
///
/// # Errors
/// When esbuild refuses it.
pub(super) fn minify(script: &Path) -> Result<(), Failure> {
    let mut esbuild = setup::node_program("esbuild");
    esbuild.arg(script).args([
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    esbuild
        .arg(format!("--outfile={}", script.display()))
        .arg("--allow-overwrite");
    run::run(&mut esbuild)
}

/// Renames the files that the page names after their bytes and changes the page to match.
///
/// # Errors
/// When a file is missing or the page does not name it.
pub(super) fn name_by_bytes(site: &mut Site) -> Result<(), Failure> {
    for name in NAMED_BY_PAGE {
        let path = site.folder.join(name);
        let bytes = fs::read(&path).map_err(|why| Failure::file(&path, &why))?;
        let renamed = with_hash(name, &short(&bytes));
        let to = site.folder.join(&renamed);
        fs::rename(&path, &to).map_err(|why| Failure::file(&to, &why))?;
        let address = format!("./{name}");
        if !site.page.contains(&address) {
            return Err(Failure::site(format!(
                "index.html does not name {address}; every file it starts must be named so"
            )));
        }
        site.page = site.page.replace(&address, &format!("./{renamed}"));
    }
    Ok(())
}

/// Whether the name of a file holds a hash of its bytes, by which a cache may keep it forever.
pub(super) fn is_named_by_bytes(name: &str) -> bool {
    let hash = name.rsplit('.').nth(1).unwrap_or_default();
    hash.len() == 8
        && hash
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

fn with_hash(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_named_by_bytes, sha256, with_hash};

    #[test]
    fn the_hash_stands_before_the_extension() {
        assert_eq!(
            with_hash("waymark_bg.wasm", "0a1b2c3d"),
            "waymark_bg.0a1b2c3d.wasm"
        );
    }

    #[test]
    fn a_name_shows_whether_it_follows_the_bytes() {
        for name in ["boot.0a1b2c3d.js", "content/2018.en.core.0a1b2c3d.json"] {
            assert!(is_named_by_bytes(name), "{name}");
        }
        for name in [
            "_headers",
            "index.html",
            "icons/waymark-192.png",
            "schema/waymark.json",
            "content/2018.en.json",
        ] {
            assert!(!is_named_by_bytes(name), "{name}");
        }
    }

    #[test]
    fn hashes_are_those_of_the_published_test_vector() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
