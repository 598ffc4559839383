//! `check`: the quick part of `test`.

use crate::content;
use crate::failure::Failure;
use crate::project::WASM_TARGET;
use crate::run;
use crate::setup;
use crate::step::Steps;

/// Runs the quick checks and prints the time of each.
///
/// # Errors
/// At the first check that fails.
pub(crate) fn check() -> Result<(), Failure> {
    let mut steps = Steps::new();
    setup::wasm_target()?;
    quick(&mut steps)?;
    steps.summary();
    Ok(())
}

/// Format, clippy for both targets, native tests with the tidy tests among them, and the content check.
///
/// # Errors
/// At the first check that fails.
pub(crate) fn quick(steps: &mut Steps) -> Result<(), Failure> {
    steps.step("format", || {
        run::run(run::cargo().args(["fmt", "--all", "--check"]))
    })?;
    steps.step("clippy, native", || {
        clippy(&["--workspace", "--all-targets"])
    })?;
    steps.step("clippy, browser", || {
        clippy(&["--package", "waymark", "--target", WASM_TARGET])
    })?;
    // The journeys need a built site and a browser: they are a step of their own in `test`.
    steps.step("native tests", || {
        run::run(run::cargo().args(["test", "--locked", "--workspace", "--exclude", JOURNEYS]))
    })?;
    steps.step("content", || content::check(&[]))
}

/// The package with the browser journeys.
pub(crate) const JOURNEYS: &str = "waymark-browser-tests";

fn clippy(scope: &[&str]) -> Result<(), Failure> {
    run::run(
        run::cargo()
            .args(["clippy", "--locked"])
            .args(scope)
            .args(["--", "--deny", "warnings"]),
    )
}
