//! `prove`: the faults that Waymark's promise about saved answers is held against, one module per part.
//!
//! A part runs its fault and appends what it saw to a file under `docs/proof/`.

mod contract;

use crate::failure::Failure;
use crate::setup::browser::Engine;

/// What `prove --help` says of the parts.
pub(crate) const HELP: &str = "Installs what is missing first: Chromium, Firefox and WebKitGTK where it may; otherwise it names the package.\n\n\
     prove contract [--engine <name>]   the tests of the stores' adapters, in one engine or in all three\n\n\
     An engine is chromium, firefox or webkit.\n";

/// Runs one part of the proof, or all of it.
///
/// # Errors
/// When the part does not exist, cannot run, or shows a loss.
pub(crate) fn prove(arguments: &[String]) -> Result<(), Failure> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => contract::prove(&Engine::ALL),
        ["contract", rest @ ..] => contract::prove(&engines(rest)?),
        [other, ..] => Err(unknown(other)),
    }
}

/// The engines that a part is asked for: one, or all.
fn engines(options: &[&str]) -> Result<Vec<Engine>, Failure> {
    match options {
        [] => Ok(Engine::ALL.to_vec()),
        ["--engine", name] => Engine::from_key(name)
            .map(|it| vec![it])
            .ok_or_else(|| unknown(name)),
        [other, ..] => Err(unknown(other)),
    }
}

fn unknown(typed: &str) -> Failure {
    Failure::Usage {
        typed: typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Engine, Failure, engines, prove};

    #[test]
    fn one_engine_or_all_can_be_asked_for() {
        assert_eq!(engines(&[]), Ok(Engine::ALL.to_vec()));
        assert_eq!(engines(&["--engine", "webkit"]), Ok(vec![Engine::WebKit]));
        let unknown = |typed: &str| {
            Err(Failure::Usage {
                typed: typed.to_owned(),
            })
        };
        assert_eq!(engines(&["--engine", "netscape"]), unknown("netscape"));
        assert_eq!(engines(&["--motor"]), unknown("--motor"));
    }

    #[test]
    fn a_part_that_does_not_exist_is_named() {
        assert_eq!(
            prove(&["kil".to_owned()]),
            Err(Failure::Usage {
                typed: "kil".to_owned()
            })
        );
    }
}
