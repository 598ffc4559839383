//! `prove`: the faults that Waymark's promise about saved answers is held against, one module per part.
//!
//! A part runs its faults and appends what it saw to a file under `docs/proof/`; `table` adds these up and writes the page.
//! How to add a fault of the browsers stands in `tests/browser/src/probe.rs`; its word then joins [`BROWSER_FAULTS`].

mod border;
pub(crate) mod browsers;
mod code;
mod contract;
mod fuzz;
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
     prove fuzz [--runs <number>]        hostile bytes for every parser, a million in all unless told\n\
     prove border [--built]              nothing leaves: ways out in each engine, a journey with every packet counted\n\
     prove reproducible                  two builds in two folders have the same hashes\n\
     prove page                          writes docs/proof.md from docs/proof/\n\n\
     --engine <name>     chromium, firefox or webkit; all three unless told\n\
     --cycles <number>   how often in each engine, 50 unless told; results add up over runs\n\
     --into <folder>     where the results are appended instead of docs/proof/\n";

/// The faults that are brought about in browsers, as the harness knows them.
const BROWSER_FAULTS: [&str; 1] = ["kill"];

/// How often a fault is brought about in one run.
const CYCLES: u64 = 50;

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
        [fault, rest @ ..] if BROWSER_FAULTS.contains(fault) => {
            browsers::prove(&order(fault, rest)?)
        }
        [other, ..] => Err(unknown(other)),
    }
}

fn everything() -> Result<(), Failure> {
    contract::prove(&Engine::ALL)?;
    reproducible::prove()?;
    border::prove(false)?;
    for fault in BROWSER_FAULTS {
        browsers::prove(&order(fault, &[])?)?;
    }
    table::write_page()
}

/// What a part is asked for.
fn order(fault: &str, options: &[&str]) -> Result<Order, Failure> {
    let mut order = Order {
        fault: fault.to_owned(),
        engines: Engine::ALL.to_vec(),
        cycles: CYCLES,
        into: project::root().join("docs").join("proof"),
    };
    for pair in options.chunks(2) {
        match pair {
            ["--engine", name] => {
                order.engines = vec![Engine::from_key(name).ok_or_else(|| unknown(name))?];
            }
            ["--cycles", number] => {
                let cycles = number.parse().ok().filter(|it| *it > 0);
                order.cycles = cycles.ok_or_else(|| unknown(number))?;
            }
            ["--into", folder] => order.into = PathBuf::from(folder),
            other => return Err(unknown(other.first().unwrap_or(&""))),
        }
    }
    Ok(order)
}

fn unknown(typed: &str) -> Failure {
    Failure::Usage {
        typed: typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Engine, Failure, order, prove};

    #[test]
    fn every_engine_is_asked_fifty_times_unless_told() {
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
