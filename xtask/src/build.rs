//! `build`: the release.

use std::env;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup::{self, Toolbox};

/// Installs what is missing and builds the site for release into `dist/`.
///
/// # Errors
/// When the set-up or the build fails.
pub(crate) fn build() -> Result<(), Failure> {
    release(&setup::for_release()?)?;
    println!(
        "\nThe site is in {}: upload that folder to any static host",
        project::dist().display()
    );
    Ok(())
}

/// Builds the site for release with tools that are already set up.
///
/// # Errors
/// When trunk or one of its hooks fails.
pub(crate) fn release(toolbox: &Toolbox) -> Result<(), Failure> {
    let mut trunk = run::program("trunk");
    // The finishing step splits the program, for which the linker has to leave its notes, and makes both parts small.
    trunk.args(["build", "--release", "--features", "split"]);
    trunk.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        compiler_flags(),
    );
    toolbox.equip(&mut trunk);
    run::run(&mut trunk)
}

/// Compiler flags that shorten the source paths in panic messages, and that let the program be split.
///
/// The full paths name the home folder of whoever builds, differ from machine to machine, and weigh a few kilobytes.
fn compiler_flags() -> String {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|it| it.join(".cargo")));
    let sources = home.map(|it| it.join("registry").join("src"));
    // The registry's folder has a name of its own below `src`; the flag takes prefixes only, so each one is named.
    let registries = sources
        .and_then(|it| it.read_dir().ok())
        .into_iter()
        .flatten()
        .flatten()
        .map(|it| it.path());
    // Cargo itself names the files of this repository from its root. A flag with that folder would differ from checkout to checkout.
    let folders = registries.map(|it| it.display().to_string());
    // Cargo splits these flags at spaces, so a folder with a space in its name keeps its full paths.
    let flags = folders
        .filter(|it| !it.contains(' '))
        .map(|it| format!("--remap-path-prefix={it}=."));
    flags
        .chain(["-Clink-arg=--emit-relocs".to_owned()])
        .collect::<Vec<_>>()
        .join(" ")
}
