//! `content`: the check of the texts, and the files that come out of it.
//!
//! The compiler itself is in the library; it runs in a package of its own, so that these commands start without it.

use std::path::Path;

use crate::failure::Failure;
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

const COMPILER: [&str; 5] = ["run", "--locked", "--quiet", "--package", "waymark-content"];
