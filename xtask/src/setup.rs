//! Set-up on a fresh machine: each part says what it installs and why, and skips what is there.
//!
//! Nothing here is installed for the whole machine except system packages, and those only by root through apt.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::project::{self, WASM_TARGET};
use crate::run;

pub(crate) mod browser;
mod cargo_tools;
pub(crate) mod display;
mod node;

/// The folders that must come first on `PATH` so that a child finds the pinned tools.
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Gives a command the pinned tools.
    ///
    /// `NO_COLOR` is taken out: trunk 0.21 reads it as an option of its own and refuses the usual value `1`.
    pub(crate) fn equip(&self, command: &mut Command) {
        let rest = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&rest));
        let path: OsString = env::join_paths(folders).unwrap_or(rest);
        command.env("PATH", path).env_remove("NO_COLOR");
        // A stack trace of trunk's own code would bury the compiler's message.
        command.env("RUST_LIB_BACKTRACE", "0");
    }
}

/// Sets up what compiling and serving needs: the wasm target, trunk, wasm-bindgen and the crates.
///
/// # Errors
/// When something is missing and cannot be installed.
pub(crate) fn for_serving() -> Result<Toolbox, Failure> {
    wasm_target()?;
    let folders = cargo_tools::all()?;
    crates()?;
    Ok(Toolbox { folders })
}

/// Sets up what a release build needs: all that serving needs, and the node packages.
///
/// # Errors
/// When something is missing and cannot be installed.
pub(crate) fn for_release() -> Result<Toolbox, Failure> {
    let mut toolbox = for_serving()?;
    toolbox.folders.push(cargo_tools::for_splitting()?);
    node::packages()?;
    toolbox.folders.insert(0, node::binaries());
    Ok(toolbox)
}

/// Sets up what the spelling check reads: the dictionaries among the node packages. Nothing of them is shipped.
///
/// # Errors
/// When node or a package is missing and cannot be installed.
pub(crate) fn dictionaries() -> Result<(), Failure> {
    node::packages()
}

/// The program that holds the packages of the application to `deny.toml`.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn deny() -> Result<PathBuf, Failure> {
    cargo_tools::deny()
}

/// The file with axe-core, the accessibility checker of the browser journeys.
pub(crate) fn axe() -> PathBuf {
    node::modules().join("axe-core").join("axe.min.js")
}

/// A node script of this repository, run with the packages of the lock file in reach.
pub(crate) fn node_script(name: &str) -> Command {
    let mut command = run::program("node");
    command.arg(project::root().join("xtask").join("node").join(name));
    command
}

/// One of the installed node packages' programs, as in `esbuild`.
pub(crate) fn node_program(name: &str) -> Command {
    run::program(node::binaries().join(name))
}

/// Adds the compilation target of the application to the toolchain.
///
/// # Errors
/// When the target is missing and cannot be added.
pub(crate) fn wasm_target() -> Result<(), Failure> {
    let library =
        run::ask(run::program("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    if library.is_some_and(|it| PathBuf::from(it.trim()).is_dir()) {
        return Ok(());
    }
    if run::ask(run::program("rustup").arg("--version")).is_none() {
        return Err(Failure::NoWasmTarget);
    }
    println!("Adding the target {WASM_TARGET}: the application is compiled to WebAssembly");
    run::run(run::program("rustup").args(["target", "add", WASM_TARGET]))
}

/// Fetches the crates of the lock file, because trunk builds without a network.
fn crates() -> Result<(), Failure> {
    run::run(run::cargo().args(["fetch", "--locked", "--quiet"]))
        .map_err(|_| Failure::CratesNotFetched)
}
