//! `bench`: the built site against a hand-written page, measured in turns in one browser.

use crate::build;
use crate::check::JOURNEYS;
use crate::failure::Failure;
use crate::run;
use crate::setup;
use crate::test;

/// Sets up, builds for release and runs the benchmark, which lives with the browser journeys because it drives the same browser.
///
/// # Errors
/// When the set-up, the build or the benchmark fails.
pub(crate) fn bench(arguments: &[String]) -> Result<(), Failure> {
    let toolbox = setup::for_release()?;
    let browser = setup::browser::chromium()?;
    build::release(&toolbox)?;
    let mut bench = run::cargo();
    bench
        .args([
            "run",
            "--locked",
            "--release",
            "--package",
            JOURNEYS,
            "--bin",
            "bench",
            "--",
        ])
        .args(arguments);
    test::with_site_and_browser(&mut bench, &browser);
    run::run(&mut bench)
}
