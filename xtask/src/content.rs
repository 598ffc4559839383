//! `content`: the check of the texts, and the files that come out of it.
//!
//! The compiler itself is in the library; it runs in a package of its own, so that these commands start without it.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup;

/// Checks the content and prints what is wrong, or what it covers; with options, the report or how far another language is.
///
/// # Errors
/// When the dictionaries cannot be installed, or the content breaks a rule; each has been printed by then.
pub(crate) fn check(options: &[String]) -> Result<(), Failure> {
    setup::dictionaries()?;
    let mut compiler = run::cargo();
    compiler.args(COMPILER);
    if !options.is_empty() {
        compiler.arg("--").args(options);
    }
    run::run(&mut compiler)
}

/// Compiles the content into a folder: a JSON file for each part, named as the application asks for it, such as `2018.en.core.json`.
///
/// # Errors
/// When the content has an error; the compiler has printed each by then.
pub(crate) fn compile(to: &Path) -> Result<(), Failure> {
    run::run(run::cargo().args(COMPILER).arg("--").arg(to))
}

/// Where the builds and the development server keep the compiled content: what is there is the last good one.
pub(crate) fn place() -> PathBuf {
    project::workshop().join("content")
}

/// Waits until nobody else uses [`place`], and keeps it until the value is dropped.
///
/// The development server and the build that trunk makes at the same time would otherwise read what the other one is writing.
///
/// # Errors
/// When the file that stands for the right to it cannot be made or locked.
pub(crate) fn alone() -> Result<File, Failure> {
    let path = project::workshop().join("content.lock");
    let failed = |why: std::io::Error| Failure::file(&path, &why);
    project::write(&path, "")?;
    let file = File::open(&path).map_err(failed)?;
    file.lock().map_err(failed)?;
    Ok(file)
}

const COMPILER: [&str; 5] = ["run", "--locked", "--quiet", "--package", "waymark-content"];
