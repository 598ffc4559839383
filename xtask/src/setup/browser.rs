//! System packages, and the browser with its driver for the tests.

use std::env;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::run;

/// A browser and the driver that steers it.
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) browser: PathBuf,
    /// The chromedriver of the same version.
    pub(crate) driver: PathBuf,
}

/// Finds Chromium and its driver, or installs them where that is permitted.
///
/// The environment variables `CHROME` and `CHROMEDRIVER` name others than those on `PATH`.
///
/// # Errors
/// When one of them is missing and cannot be installed.
pub(crate) fn chromium() -> Result<Browser, Failure> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let missing = Failure::SystemPackage {
        packages: "chromium chromium-driver".to_owned(),
        needed_for: "the browser test".to_owned(),
    };
    system_packages(&["chromium", "chromium-driver"], "the browser test")?;
    find().ok_or(missing)
}

fn find() -> Option<Browser> {
    let browser = [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ];
    Some(Browser {
        browser: named("CHROME").or_else(|| browser.iter().find_map(|it| on_path(it)))?,
        driver: named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?,
    })
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|it| it.is_file())
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|it| it.join(program))
        .find(|it| it.is_file())
}

/// Installs system packages through apt, where this process is root and apt is there.
///
/// # Errors
/// Names the packages when they may not be installed from here or apt fails.
pub(crate) fn system_packages(packages: &[&str], needed_for: &str) -> Result<(), Failure> {
    let missing = || Failure::SystemPackage {
        packages: packages.join(" "),
        needed_for: needed_for.to_owned(),
    };
    let root = run::ask(run::program("id").arg("-u")).is_some_and(|it| it.trim() == "0");
    if !root || on_path("apt-get").is_none() {
        return Err(missing());
    }
    println!(
        "Installing the system packages {}: {needed_for} needs them",
        packages.join(" ")
    );
    let apt = || {
        let mut command = run::program("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let install = || {
        run::run(
            apt()
                .args(["install", "--yes", "--no-install-recommends"])
                .args(packages),
        )
    };
    // A fresh image often has no package lists yet, and refreshing them first would cost every other machine a minute.
    install()
        .or_else(|_| run::run(apt().args(["update", "--quiet"])).and_then(|()| install()))
        .map_err(|_| missing())
}
