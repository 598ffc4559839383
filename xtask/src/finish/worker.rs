//! The build id and the service worker that keeps exactly this build.

use std::collections::BTreeMap;
use std::fs;

use super::Site;
use super::names::{minify, sha256};
use crate::failure::Failure;
use crate::project;

/// Files that the service worker must not keep: itself, its replacement, and what only the host reads.
const NOT_KEPT: [&str; 3] = ["sw.js", "sw-kill.js", "_headers"];

/// Gives the page its build id, writes it, and writes the service worker with the hash of every file.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn add(site: &mut Site) -> Result<String, Failure> {
    let public = project::root().join("public");
    let template = project::read_text(&public.join("sw.js"))?;
    let mut files = hashes(site)?;
    let build = build_id(&files, &site.page, &template);
    site.fill("__BUILD_ID__", &build)?;
    project::write(&site.folder.join("index.html"), &site.page)?;
    files.insert("index.html".to_owned(), sha256(site.page.as_bytes()));

    let path = site.folder.join("sw.js");
    project::write(&path, script(&template, &build, &files)?)?;
    minify(&path)?;
    Ok(build)
}

/// The hash of every finished file that the worker keeps, apart from the page, by its name in the site.
fn hashes(site: &Site) -> Result<BTreeMap<String, String>, Failure> {
    let mut hashes = BTreeMap::new();
    for path in project::files_below(&site.folder)? {
        let name = project::site_name(&site.folder, &path);
        if name != "index.html" && !NOT_KEPT.contains(&name.as_str()) {
            let bytes = fs::read(&path).map_err(|why| Failure::file(&path, &why))?;
            hashes.insert(name, sha256(&bytes));
        }
    }
    Ok(hashes)
}

/// Names a build by everything in it, the page (still without its id) and the service worker included.
fn build_id(files: &BTreeMap<String, String>, page: &str, template: &str) -> String {
    let mut all = String::new();
    for (name, hash) in files {
        all.push_str(&format!("{name} {hash}\n"));
    }
    let mut id = sha256(format!("{all}{page}\n{template}").as_bytes());
    id.truncate(16);
    id
}

fn script(
    template: &str,
    build: &str,
    files: &BTreeMap<String, String>,
) -> Result<String, Failure> {
    let (id_token, files_token) = ("\"__BUILD_ID__\"", "\"__FILES__\"");
    if !template.contains(id_token) || !template.contains(files_token) {
        return Err(Failure::site(format!(
            "public/sw.js does not hold {id_token} and {files_token} any more"
        )));
    }
    let files = serde_json::json!(files).to_string();
    Ok(template
        .replace(id_token, &format!("\"{build}\""))
        .replace(files_token, &files))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(hash: &str) -> BTreeMap<String, String> {
        BTreeMap::from([("waymark.css".to_owned(), hash.to_owned())])
    }

    #[test]
    fn any_change_makes_another_build() {
        let id = build_id(&files("a"), "page", "worker");
        assert_eq!(id.len(), 16);
        assert_eq!(id, build_id(&files("a"), "page", "worker"));
        assert_ne!(id, build_id(&files("b"), "page", "worker"));
        assert_ne!(id, build_id(&files("a"), "page 2", "worker"));
        assert_ne!(id, build_id(&files("a"), "page", "worker 2"));
    }

    #[test]
    fn the_worker_names_its_build_and_files() {
        let script = script(
            "const B=\"__BUILD_ID__\";const F=\"__FILES__\";",
            "0a1b",
            &files("ff"),
        );
        assert_eq!(
            script.as_deref(),
            Ok("const B=\"0a1b\";const F={\"waymark.css\":\"ff\"};")
        );
    }
}
