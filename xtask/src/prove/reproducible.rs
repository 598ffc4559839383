//! `prove reproducible`: two builds of the same sources, in two folders, give the same bytes.
//!
//! The folders have names of different lengths. Each build compiles the packages of this repository anew; what comes from crates.io
//! may be shared, because its sources are pinned by their checksums in `Cargo.lock`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::finish::sums;
use crate::project;
use crate::run;
use crate::setup;
use crate::step::Steps;

/// The names of the two folders.
const FOLDERS: [&str; 2] = ["first", "the-second-one"];

/// Builds twice and compares every file.
///
/// # Errors
/// When a build fails, or names the files whose bytes differ.
pub(super) fn prove() -> Result<(), Failure> {
    let mut steps = Steps::new();
    // Once for both: the tools, the crates and the node packages.
    setup::for_release()?;
    let place = std::env::temp_dir().join("waymark-reproducible");
    remove(&place)?;
    let mut lists = Vec::new();
    for name in FOLDERS {
        let title = format!("release build in {}", place.join(name).display());
        lists.push(steps.step(&title, || build_in(&place.join(name)))?);
    }
    remove(&place)?;
    steps.summary();
    let [first, second] = lists.as_slice() else {
        return Err(Failure::site("two builds were expected"));
    };
    compare(first, second)?;
    println!(
        "\nBoth builds have the same {} files: {} is true of each",
        first.lines().count(),
        sums::NAME
    );
    Ok(())
}

/// Copies the sources that git knows into a folder, builds there, and gives the hashes of the release.
fn build_in(folder: &Path) -> Result<String, Failure> {
    for name in run::read(run::program("git").args(["ls-files"]))?.lines() {
        let from = project::root().join(name);
        let bytes = fs::read(&from).map_err(|why| Failure::file(&from, &why))?;
        project::write(&folder.join(name), bytes)?;
    }
    let link = folder.join("node_modules");
    std::os::unix::fs::symlink(project::root().join("node_modules"), &link)
        .map_err(|why| Failure::file(&link, &why))?;
    let target: PathBuf = folder.join("target");
    run::run(
        run::cargo()
            .args(["xtask", "build"])
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_BUILD_BUILD_DIR", &target),
    )?;
    sums::of(&folder.join("dist"))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|why| Failure::file(folder, &why))?;
    }
    Ok(())
}

fn compare(first: &str, second: &str) -> Result<(), Failure> {
    let (first, second): (BTreeSet<&str>, BTreeSet<&str>) =
        (first.lines().collect(), second.lines().collect());
    let different: Vec<&str> = first.symmetric_difference(&second).copied().collect();
    if different.is_empty() {
        Ok(())
    } else {
        Err(Failure::site(format!(
            "the two builds differ:\n{}",
            different.join("\n")
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn files_that_differ_are_named() {
        assert!(compare("a  x\nb  y\n", "a  x\nb  y\n").is_ok());
        let failure = compare("a  x\nb  y\n", "a  x\nc  y\n").map_err(|it| it.to_string());
        assert_eq!(
            failure,
            Err("the two builds differ:\nb  y\nc  y".to_owned())
        );
    }
}
