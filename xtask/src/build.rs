//! `build`: the release.

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
    trunk.args(["build", "--release"]);
    toolbox.equip(&mut trunk);
    run::run(&mut trunk)
}
