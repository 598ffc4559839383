//! Node and the packages of `package-lock.json`: wasm-opt, the script minifier, the accessibility checker and the dictionaries.

use std::path::PathBuf;

use serde_json::Value;

use super::browser::system_packages;
use crate::failure::Failure;
use crate::project;
use crate::run;

/// The folder of the installed packages.
pub(crate) fn modules() -> PathBuf {
    project::root().join("node_modules")
}

/// The folder of the installed packages' programs.
pub(crate) fn binaries() -> PathBuf {
    modules().join(".bin")
}

/// Makes sure that node is there and that exactly the pinned packages are installed.
///
/// # Errors
/// When node or a package is missing and cannot be installed.
pub(crate) fn packages() -> Result<(), Failure> {
    if run::ask(run::program("node").arg("--version")).is_none()
        || run::ask(run::program("npm").arg("--version")).is_none()
    {
        system_packages(
            &["nodejs", "npm"],
            "the release build and the spelling check (wasm-opt and the script minifier run on Node, and the dictionaries are its packages)",
        )?;
    }
    if all_installed()? {
        return Ok(());
    }
    println!(
        "Installing the packages of package-lock.json: they make the site smaller, and check its accessibility and its spelling"
    );
    // None of the packages needs its install script, so none is run.
    run::run(run::program("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
        .map_err(|_| Failure::NodePackagesNotInstalled)
}

/// Whether each package that `package.json` pins is installed in exactly that version.
fn all_installed() -> Result<bool, Failure> {
    let manifest = project::root().join("package.json");
    let text = project::read_text(&manifest)?;
    let manifest: Value = serde_json::from_str(&text)
        .map_err(|why| Failure::site(format!("package.json is not JSON: {why}")))?;
    let pinned = manifest.get("devDependencies").and_then(Value::as_object);
    Ok(pinned.is_some_and(|it| {
        it.iter()
            .all(|(name, version)| installed_version(name).as_ref() == Some(version))
    }))
}

fn installed_version(package: &str) -> Option<Value> {
    let text = project::read_text(&modules().join(package).join("package.json")).ok()?;
    let manifest: Value = serde_json::from_str(&text).ok()?;
    manifest.get("version").cloned()
}
