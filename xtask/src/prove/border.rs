//! `prove border`: nothing leaves. The finished site is looked through, every known way out is tried in each engine,
//! and a whole journey is played in a network of its own, with every packet counted.

use std::process::Command;

use serde_json::{Value, json};

use crate::build;
use crate::check::JOURNEYS;
use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup;
use crate::setup::browser::{self, Engine};
use crate::setup::display::Display;
use crate::site;
use crate::step::Steps;
use crate::test;

/// Where the results are kept, for the page about the proof.
const RESULTS: &str = "docs/proof/border.json";

/// Brings a network up that has nobody in it but this machine itself.
/// Everything that is sent to anybody is led to the own device, so that an attempt is seen instead of refused before it is made.
const ALONE: &str = "ip link set lo up && ip route add default dev lo && exec \"$0\" \"$@\"";

/// Runs the proof; `built` takes the site in `dist/` as it is.
///
/// # Errors
/// When the set-up or the build fails, or something left the browser that may not.
pub(super) fn prove(built: bool) -> Result<(), Failure> {
    let mut steps = Steps::new();
    if !built {
        let toolbox = setup::for_release()?;
        steps.step("release build", || build::release(&toolbox))?;
    }
    steps.step("what the finished site could reach", || {
        site::check(&project::dist())
    })?;
    let mut engines = Vec::new();
    for engine in Engine::ALL {
        let title = format!("every way out, in {}", engine.name());
        engines.push(steps.step(&title, || ways_out(engine))?);
    }
    let journey = steps.step("the journey in a network of its own", journey)?;
    let results = json!({ "ways_out": engines, "journey": journey });
    let text = serde_json::to_string_pretty(&results)
        .map_err(|why| Failure::site(format!("the results are no JSON: {why}")))?;
    project::write(&project::root().join(RESULTS), text + "\n")?;
    steps.summary();
    println!("\nNothing left; the results are in {RESULTS}");
    Ok(())
}

fn ways_out(engine: Engine) -> Result<Value, Failure> {
    let browser = engine.browser("the proof of the border")?;
    let display = match engine {
        Engine::WebKit => Some(Display::start()?),
        Engine::Chromium | Engine::Firefox => None,
    };
    let mut command = run::cargo();
    command
        .args(PROGRAM)
        .args(["ways-out", engine.key()])
        .env("WAYMARK_DIST", project::dist())
        .env(engine.variable(), browser);
    if let Some(display) = &display {
        command.envs(test::webkit_environment(display.name()));
    }
    let outcome = results(&mut command);
    drop(display);
    outcome
}

fn journey() -> Result<Value, Failure> {
    let chromium = browser::chromium()?;
    // Compiled outside: in there nothing can be fetched.
    run::run(run::cargo().args([
        "build",
        "--quiet",
        "--locked",
        "--package",
        JOURNEYS,
        "--bin",
        "border",
    ]))?;
    let alone = |program: &str| {
        let mut command = run::program("unshare");
        command.args(["--net", "sh", "-c", ALONE, program]);
        command
    };
    if run::ask(&mut alone("true")).is_none() {
        let why = "this system lets no network be made (`unshare --net` and `ip` as root)";
        println!("The journey was not played: {why}");
        return Ok(json!({ "not_played": why }));
    }
    let mut command = alone("cargo");
    command.args(PROGRAM).arg("journey");
    test::with_site_and_browser(&mut command, &chromium);
    results(&mut command)
}

const PROGRAM: [&str; 9] = [
    "run",
    "--quiet",
    "--locked",
    "--offline",
    "--package",
    JOURNEYS,
    "--bin",
    "border",
    "--",
];

/// Runs the program, shows what it found, and reads it.
fn results(command: &mut Command) -> Result<Value, Failure> {
    let printed = run::read(command)?;
    print!("{printed}");
    let line = printed.lines().last().unwrap_or_default();
    serde_json::from_str(line).map_err(|_| {
        Failure::site(format!(
            "the program that looks at the border printed `{line}`, which is no result"
        ))
    })
}
