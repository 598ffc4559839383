//! The tools that come from crates.io: trunk, the wasm-bindgen CLI, the splitter and geckodriver.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project;
use crate::run;

/// A tool that `cargo install` builds.
struct Tool {
    package: &'static str,
    /// The first one tells the version; all must be in the same folder.
    binaries: &'static [&'static str],
    version: String,
    /// Further arguments of `cargo install`.
    arguments: &'static [&'static str],
    /// Whether its first binary tells its version; where it does not, only the copy in the tool cache is trusted.
    tells_version: bool,
    /// What it is for, as the end of "Installing …".
    purpose: &'static str,
}

/// The pinned tools. Versions and traps are measured facts of these tools, not preferences.
fn pinned() -> Result<[Tool; 2], Failure> {
    Ok([
        Tool {
            package: "trunk",
            binaries: &["trunk"],
            version: "0.21.14".to_owned(),
            // Without TLS: trunk downloads nothing here and serves plain http on loopback.
            arguments: &["--locked", "--no-default-features"],
            tells_version: true,
            purpose: "it builds and serves the site",
        },
        Tool {
            package: "wasm-bindgen-cli",
            binaries: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // The CLI refuses a library of any other version.
            version: project::locked_version("wasm-bindgen")?,
            // Its own lock file may name crates that were withdrawn, so the newest fitting ones are taken.
            // Without TLS: its test runner talks to a driver on loopback only.
            arguments: &["--no-default-features"],
            tells_version: true,
            purpose: "it connects the compiled application with the browser, in the version that Cargo.lock names",
        },
    ])
}

/// The tool that splits the release wasm; serving goes without.
fn splitter() -> Tool {
    Tool {
        package: "wasm_split_cli_support",
        binaries: &["wasm-split-cli"],
        version: "0.2.4".to_owned(),
        arguments: &["--locked", "--features", "build-binary"],
        tells_version: false,
        purpose: "it splits the program, so that the first question does not wait for the rest",
    }
}

/// Firefox's driver: Debian does not package it, but its makers publish it as a crate.
fn geckodriver() -> Tool {
    Tool {
        package: "geckodriver",
        binaries: &["geckodriver"],
        version: "0.37.1".to_owned(),
        arguments: &["--locked"],
        tells_version: true,
        purpose: "it steers Firefox in the browser tests",
    }
}

/// Makes sure that Firefox's driver is there and returns its path.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn firefox_driver() -> Result<PathBuf, Failure> {
    let tool = geckodriver();
    Ok(folder_of(&tool)?.join("geckodriver"))
}

/// The tool that holds the packages to `deny.toml`.
fn denier() -> Tool {
    Tool {
        package: "cargo-deny",
        binaries: &["cargo-deny"],
        version: "0.20.2".to_owned(),
        arguments: &["--locked"],
        tells_version: true,
        purpose: "it checks licences, sources and known faults of the packages in the application",
    }
}

/// Makes sure that cargo-deny is there and returns its path.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn deny() -> Result<PathBuf, Failure> {
    Ok(folder_of(&denier())?.join("cargo-deny"))
}

/// Makes sure that the splitter is there and returns its folder.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn for_splitting() -> Result<PathBuf, Failure> {
    folder_of(&splitter())
}

/// Makes sure that every pinned tool is there and returns the folders that hold them.
///
/// # Errors
/// When a tool is missing and cannot be installed.
pub(crate) fn all() -> Result<Vec<PathBuf>, Failure> {
    pinned()?.iter().map(folder_of).collect()
}

fn folder_of(tool: &Tool) -> Result<PathBuf, Failure> {
    let own = project::tool_cache().join(format!("{}-{}", tool.package, tool.version));
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain([own.join("bin")]);
    if let Some(folder) = folders
        .into_iter()
        .find(|it| (tool.tells_version || it.starts_with(&own)) && holds(it, tool))
    {
        return Ok(folder);
    }
    install(tool, &own)?;
    Ok(own.join("bin"))
}

/// Whether a folder holds all binaries of a tool, in exactly its version.
fn holds(folder: &Path, tool: &Tool) -> bool {
    let there = |name: &&str| {
        folder
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
            .is_file()
    };
    tool.binaries.iter().all(there) && (!tool.tells_version || says_version(folder, tool))
}

fn says_version(folder: &Path, tool: &Tool) -> bool {
    tool.binaries.first().is_some_and(|it| {
        let answer = run::ask(run::program(folder.join(it)).arg("--version"));
        answer.is_some_and(|it| it.split_whitespace().any(|word| word == tool.version))
    })
}

fn install(tool: &Tool, to: &Path) -> Result<(), Failure> {
    println!(
        "Installing {} {}: {}",
        tool.package, tool.version, tool.purpose
    );
    println!(
        "It is compiled once, into {}; this takes a few minutes",
        to.display()
    );
    let mut command = run::cargo();
    command
        .args(["install", tool.package, "--version", &tool.version])
        .args(tool.arguments)
        .arg("--root")
        .arg(to);
    // Both tools share many crates, so the second one finds them compiled; the folder is removed with `target`.
    command.env("CARGO_TARGET_DIR", project::workshop().join("tools"));
    // These tools wait for compilers and files: time spent on optimising them does not come back.
    command
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    run::run(&mut command).map_err(|_| Failure::ToolNotInstalled {
        package: tool.package.to_owned(),
        version: tool.version.clone(),
    })
}
