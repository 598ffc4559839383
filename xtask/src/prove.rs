//! `prove`: the faults that Waymark's promise about saved answers is held against, one module per part.
//!
//! A part runs its faults and appends what it saw to a file under `docs/proof/`; `table` adds these up and writes the page.
//! How to add a fault of the browsers stands in `tests/browser/src/probe.rs`; its word then joins [`BROWSER_FAULTS`].

mod border;
pub(crate) mod browsers;
mod code;
mod contract;
mod faults;
mod fuzz;
mod other;
mod reproducible;
mod table;

use std::path::PathBuf;

use crate::failure::Failure;
use crate::project;
use crate::setup::browser::Engine;
use browsers::Order;

/// What `prove --help` says of the parts.
pub(crate) const HELP: &str = "Installs what is missing first: Chromium, Firefox and WebKitGTK where it may; otherwise it names the package.\n\n\
     prove                               all parts, then the page\n\
     prove contract [--engine <name>]    the tests of the stores' adapters\n\
     prove kill [options]                browsers are killed while somebody answers\n\
     prove tabs [options]                two tabs edit one assessment at the same time; cycles are edits\n\
     prove disk [options]                the disk is full from a random moment on; disk-kill: killed as well\n\
     prove quota [options]               foreign data takes all the room\n\
     prove damage [options]              the stores' files are damaged between two sittings\n\
     prove leave [options]               the page is left while somebody types\n\
     prove clock [options]               the clock is ten years wrong\n\
     prove blocked [options]             storage is forbidden\n\
     prove private [options]             the window is private\n\
     prove fuzz [--runs <number>]        hostile bytes for every parser, a million in all unless told\n\
     prove border [--built]              nothing leaves: ways out in each engine, a journey with every packet counted\n\
     prove reproducible                  two builds in two folders have the same hashes\n\
     prove page                          writes docs/proof.md from docs/proof/\n\n\
     --engine <name>     chromium, firefox or webkit; all three unless told\n\
     --cycles <number>   how often in each engine; each fault has its usual number; results add up over runs\n\
     --into <folder>     where the results are appended instead of docs/proof/\n";

/// The faults that are brought about in browsers, as the harness knows them.
/// Each with how often it is brought about in one run.
const BROWSER_FAULTS: [(&str, u64); 10] = [
    ("kill", 50),
    // Edits, not starts.
    ("tabs", 10_000),
    ("disk", 50),
    ("disk-kill", 50),
    ("quota", 50),
    // Five choices of stores with four kinds of damage each.
    ("damage", 20),
    ("leave", 20),
    ("clock", 20),
    ("blocked", 5),
    ("private", 5),
];

/// Runs one part of the proof, or all of it.
///
/// # Errors
/// When the part does not exist, cannot run, or shows a loss.
pub(crate) fn prove(arguments: &[String]) -> Result<(), Failure> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => everything(),
        ["page"] => table::write_page(),
        ["fuzz", rest @ ..] => fuzz::prove(rest),
        ["border"] => border::prove(false),
        ["border", "--built"] => border::prove(true),
        ["reproducible"] => reproducible::prove(),
        ["contract", rest @ ..] => contract::prove(&order("contract", rest)?.engines),
        [fault, rest @ ..] if BROWSER_FAULTS.iter().any(|it| it.0 == *fault) => {
            browsers::prove(&order(fault, rest)?)
        }
        [other, ..] => Err(Failure::usage(other)),
    }
}

fn everything() -> Result<(), Failure> {
    contract::prove(&Engine::ALL)?;
    reproducible::prove()?;
    border::prove(false)?;
    // A fault that shows a loss must not keep the others from being shown.
    let mut outcome = Ok(());
    for (fault, _) in BROWSER_FAULTS {
        outcome = outcome.and(browsers::prove(&order(fault, &[])?));
    }
    table::write_page()?;
    outcome
}

/// What a part is asked for.
fn order(fault: &str, options: &[&str]) -> Result<Order, Failure> {
    let mut order = Order {
        fault: fault.to_owned(),
        engines: Engine::ALL.to_vec(),
        cycles: BROWSER_FAULTS
            .iter()
            .find(|it| it.0 == fault)
            .map_or(1, |it| it.1),
        into: project::root().join("docs").join("proof"),
    };
    for pair in options.chunks(2) {
        match pair {
            ["--engine", name] => {
                order.engines = vec![Engine::from_key(name).ok_or_else(|| Failure::usage(name))?];
            }
            ["--cycles", number] => {
                let cycles = number.parse().ok().filter(|it| *it > 0);
                order.cycles = cycles.ok_or_else(|| Failure::usage(number))?;
            }
            ["--into", folder] => order.into = PathBuf::from(folder),
            other => return Err(Failure::usage(other.first().unwrap_or(&""))),
        }
    }
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::{Engine, Failure, order, prove};

    #[test]
    fn every_engine_is_asked_the_usual_number_of_times_unless_told() {
        assert_eq!(order("tabs", &[]).unwrap().cycles, 10_000);
        let order = order("kill", &[]).unwrap();
        assert_eq!(order.engines, Engine::ALL);
        assert_eq!(order.cycles, 50);
        assert!(order.into.ends_with("docs/proof"));
    }

    #[test]
    fn engine_number_and_folder_can_be_named() {
        let options = ["--engine", "webkit", "--cycles", "300", "--into", "/tmp/x"];
        let order = order("kill", &options).unwrap();
        assert_eq!(order.engines, [Engine::WebKit]);
        assert_eq!(order.cycles, 300);
        assert!(order.into.ends_with("x"));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let cases: [(&[&str], &str); 4] = [
            (&["--engine", "netscape"], "netscape"),
            (&["--cycles", "0"], "0"),
            (&["--motor", "x"], "--motor"),
            (&["--engine"], "--engine"),
        ];
        for (options, typed) in cases {
            let typed = typed.to_owned();
            assert_eq!(order("kill", options), Err(Failure::Usage { typed }));
        }
        let typed = "kil".to_owned();
        assert_eq!(
            prove(std::slice::from_ref(&typed)),
            Err(Failure::Usage { typed })
        );
    }
}
