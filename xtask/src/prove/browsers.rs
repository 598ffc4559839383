//! The faults in real browsers: sets up, builds the site once for each state of the code that stores, and runs the harness.

use std::fs;
use std::path::{Path, PathBuf};

use super::code;
use crate::build;
use crate::check::JOURNEYS;
use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup;
use crate::setup::browser::Engine;
use crate::setup::display::Display;
use crate::test;

/// A fault to bring about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Order {
    /// Its word, as the harness knows it.
    pub(crate) fault: String,
    /// In which engines, one after another.
    pub(crate) engines: Vec<Engine>,
    /// How often in each.
    pub(crate) cycles: u64,
    /// The folder that the results are appended to.
    pub(crate) into: PathBuf,
}

/// Runs a fault in its engines on a release build, which is made where this code has none yet.
///
/// # Errors
/// When the set-up or the build fails, the harness cannot go on, or an acknowledged answer was lost.
pub(crate) fn prove(order: &Order) -> Result<(), Failure> {
    for engine in &order.engines {
        engine.browser("the proof in its engine")?;
    }
    let code = code::checksum()?;
    let site = project::workshop().join("proof").join(&code);
    if !site.join("index.html").is_file() {
        build::release(&setup::for_release()?)?;
        copy(&project::dist(), &site)?;
    }
    run_on(&site, &code, order)
}

/// Runs a fault on a site that is built already.
///
/// # Errors
/// When the harness cannot go on, or an acknowledged answer was lost.
pub(crate) fn run_on(site: &Path, code: &str, order: &Order) -> Result<(), Failure> {
    for engine in &order.engines {
        let browser = engine.browser("the proof in its engine")?;
        let mut command = run::cargo();
        command
            .args([
                "run",
                "--quiet",
                "--locked",
                "--package",
                JOURNEYS,
                "--bin",
                "faults",
                "--",
            ])
            .args([&order.fault, "--engine", engine.key()])
            .args(["--cycles", &order.cycles.to_string(), "--code", code])
            .arg("--into")
            .arg(&order.into)
            .env("WAYMARK_DIST", site)
            .env(engine.variable(), browser);
        let display = match engine {
            Engine::WebKit => Some(Display::start()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        if let Some(display) = &display {
            command.envs(test::webkit_environment(display.name()));
        }
        let outcome = run::run(&mut command);
        drop(display);
        outcome?;
    }
    Ok(())
}

/// The short form for `test`: a few kills in each engine that is there, kept apart from the proof.
///
/// # Errors
/// As [`run_on`].
pub(crate) fn short() -> Result<(), Failure> {
    let engines = Engine::ALL.into_iter().filter(|it| it.find().is_some());
    let order = Order {
        fault: "kill".to_owned(),
        engines: engines.collect(),
        cycles: 4,
        into: project::workshop().join("proof").join("short"),
    };
    run_on(&project::dist(), &code::checksum()?, &order)
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for file in project::files_below(from)? {
        let bytes = fs::read(&file).map_err(|why| Failure::file(&file, &why))?;
        project::write(&to.join(project::site_name(from, &file)), bytes)?;
    }
    Ok(())
}
