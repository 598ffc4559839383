//! `bench` and `screenshots`: programs beside the browser journeys that drive the built site in the same browser.

use crate::build;
use crate::check::JOURNEYS;
use crate::failure::Failure;
use crate::run;
use crate::setup;
use crate::test;

/// Sets up, builds for release and runs one of those programs with its own options.
///
/// # Errors
/// When the set-up, the build or the program fails.
pub(crate) fn drive(program: &str, options: &[String]) -> Result<(), Failure> {
    let toolbox = setup::for_release()?;
    let browser = setup::browser::chromium()?;
    build::release(&toolbox)?;
    let mut command = run::cargo();
    command
        .args([
            "run",
            "--locked",
            "--package",
            JOURNEYS,
            "--bin",
            program,
            "--",
        ])
        .args(options);
    test::with_site_and_browser(&mut command, &browser);
    run::run(&mut command)
}
