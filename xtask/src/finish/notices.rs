//! The licence notice of everything that is compiled into the application.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;
use crate::project::{self, WASM_TARGET};
use crate::run;

/// What stands above the list.
const INTRODUCTION: &str = include_str!("notices.txt");

/// Writes `third-party.txt`: every package in the application with its licence, and the licence texts it comes with.
///
/// # Errors
/// When cargo cannot describe the packages, or one of them names no licence.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    let arguments = [
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--filter-platform",
        WASM_TARGET,
    ];
    let described = run::read(run::cargo().args(arguments))?;
    let metadata: Value = serde_json::from_str(&described).map_err(|why| {
        Failure::site(format!(
            "cargo metadata printed something that is not JSON: {why}"
        ))
    })?;
    let packages = packages_inside(&metadata, "waymark")?;
    project::write(&folder.join("third-party.txt"), notice(&packages))
}

/// One package of the application.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    license: String,
    repository: String,
    /// The licence texts in its sources, in the order of their file names.
    texts: Vec<String>,
}

/// The packages that are compiled into a package: neither what only builds or tests it, nor macros, which do not ship.
fn packages_inside(metadata: &Value, root: &str) -> Result<Vec<Package>, Failure> {
    let packages: BTreeMap<&str, &Value> = list(metadata, "packages")
        .filter_map(|it| Some((it.get("id")?.as_str()?, it)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = metadata
        .get("resolve")
        .into_iter()
        .flat_map(|it| list(it, "nodes"))
        .filter_map(|it| Some((it.get("id")?.as_str()?, it)))
        .collect();
    let is_macro = |id: &str| {
        packages
            .get(id)
            .into_iter()
            .flat_map(|it| list(it, "targets"))
            .flat_map(|it| list(it, "kind"))
            .any(|it| it == "proc-macro")
    };
    let start = packages
        .iter()
        .find(|(_, it)| text(it, "name") == root)
        .map(|(id, _)| *id);
    let start = start
        .ok_or_else(|| Failure::site(format!("cargo metadata does not name the package {root}")))?;
    let mut inside = BTreeSet::new();
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        for edge in nodes.get(id).into_iter().flat_map(|it| list(it, "deps")) {
            let ships = list(edge, "dep_kinds").any(|it| it.get("kind").is_none_or(Value::is_null));
            if let Some(to) = edge.get("pkg").and_then(Value::as_str)
                && ships
                && !is_macro(to)
                && inside.insert(to)
            {
                open.push(to);
            }
        }
    }
    let mut described: Vec<Package> = inside
        .iter()
        .filter_map(|it| packages.get(it))
        .map(|it| describe(it))
        .collect::<Result<_, _>>()?;
    described.sort();
    Ok(described)
}

fn describe(package: &Value) -> Result<Package, Failure> {
    let (name, license) = (text(package, "name"), text(package, "license"));
    if license.is_empty() {
        return Err(Failure::site(format!(
            "the package {name} names no licence, so it may not be shipped"
        )));
    }
    let folder = Path::new(
        package
            .get("manifest_path")
            .and_then(Value::as_str)
            .unwrap_or_default(),
    )
    .parent();
    Ok(Package {
        texts: folder.map(licence_texts).transpose()?.unwrap_or_default(),
        name,
        version: text(package, "version"),
        license,
        repository: text(package, "repository"),
    })
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn text(value: &Value, key: &str) -> String {
    value
        .get(key)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The licence files beside a manifest. Where a package may be used under one of several licences, the MIT text suffices.
fn licence_texts(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|why| Failure::file(folder, &why))? {
        let entry = entry.map_err(|why| Failure::file(folder, &why))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && is_licence_file(&name) {
            names.push(name);
        }
    }
    names.sort();
    if let Some(mit) = names
        .iter()
        .find(|it| it.to_uppercase().contains("MIT"))
        .cloned()
    {
        names.retain(|it| *it == mit || it.to_uppercase().starts_with("NOTICE"));
    }
    let read = |name: &String| {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(|why| Failure::file(&path, &why))?;
        let lines = String::from_utf8_lossy(&bytes)
            .lines()
            .map(|it| format!("{}\n", it.trim_end()))
            .collect::<String>();
        Ok(format!("{}\n", lines.trim_matches('\n')))
    };
    names.iter().map(read).collect()
}

fn is_licence_file(name: &str) -> bool {
    let name = name.to_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
        .iter()
        .any(|it| name.starts_with(it))
}

/// The list of all packages, then each licence text once with the packages it came with.
fn notice(packages: &[Package]) -> String {
    let mut notice = INTRODUCTION.to_owned();
    notice.push('\n');
    let mut texts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for package in packages {
        let Package {
            name,
            version,
            license,
            repository,
            ..
        } = package;
        notice.push_str(format!("{name} {version}  ({license})  {repository}").trim_end());
        notice.push('\n');
        for text in &package.texts {
            texts
                .entry(text)
                .or_default()
                .push(format!("{name} {version}"));
        }
    }
    for (text, names) in texts {
        notice.push_str(&format!(
            "\n{}\n\n{}\n\n{text}",
            "-".repeat(80),
            names.join(", ")
        ));
    }
    notice
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn package(name: &str, license: Option<&str>, kind: &str) -> Value {
        json!({ "id": name, "name": name, "version": "1.0.0", "license": license, "targets": [{ "kind": [kind] }] })
    }

    fn edge(to: &str, kind: Option<&str>) -> Value {
        json!({ "pkg": to, "dep_kinds": [{ "kind": kind }] })
    }

    #[test]
    fn only_what_ships_is_listed() {
        let metadata = json!({
            "packages": [
                package("waymark", Some("MIT"), "lib"), package("leptos", Some("MIT"), "lib"),
                package("proptest", Some("MIT"), "lib"), package("leptos_macro", Some("MIT"), "proc-macro"),
                package("syn", Some("MIT"), "lib"),
            ],
            "resolve": { "nodes": [
                { "id": "waymark", "deps": [edge("leptos", None), edge("proptest", Some("dev"))] },
                { "id": "leptos", "deps": [edge("leptos_macro", None)] },
                { "id": "leptos_macro", "deps": [edge("syn", None)] },
            ] },
        });
        let names: Vec<String> = packages_inside(&metadata, "waymark")
            .unwrap()
            .into_iter()
            .map(|it| it.name)
            .collect();
        assert_eq!(names, ["leptos"]);
    }

    #[test]
    fn a_package_without_a_licence_stops_the_build() {
        let failure = describe(&package("mystery", None, "lib")).unwrap_err();
        assert_eq!(
            failure.to_string(),
            "the package mystery names no licence, so it may not be shipped"
        );
    }

    #[test]
    fn a_text_that_packages_share_stands_once() {
        let of = |name: &str| Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: "MIT".to_owned(),
            repository: String::new(),
            texts: vec!["Permission is hereby granted\n".to_owned()],
        };
        let notice = notice(&[of("one"), of("two")]);
        assert_eq!(notice.matches("Permission is hereby granted").count(), 1);
        assert!(notice.contains("one 1.0.0, two 1.0.0"));
    }
}
