//! The border, for the proof: which ways out an engine leaves open, and a whole journey in a network without a way out.
//!
//! `cargo xtask prove border` starts this with everything set up. Each command prints one JSON object on one line.

mod capture;
mod offline;

use std::env;
use std::process::ExitCode;

use serde_json::json;
use waymark_browser_tests::border::{Policy, reached};
use waymark_browser_tests::built;
use waymark_browser_tests::engine::Engine;
use waymark_browser_tests::failure::Failure;

const HELP: &str = "\
Looks at the border of the built site. `cargo xtask prove border` calls it.

  ways-out <engine>     tries every known way out under each policy: chromium, firefox or webkit
  journey               works through the site in Chromium and counts every packet; wants a network of its own, see `unshare --net`
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["ways-out", engine] => ways_out(engine),
        ["journey"] => offline::journey(),
        _ => {
            print!("{HELP}");
            return ExitCode::FAILURE;
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Prints what an engine leaves open under each policy; says whether that is only what a policy cannot close.
fn ways_out(engine: &str) -> Result<bool, Failure> {
    let engine = Engine::from_key(engine)
        .ok_or_else(|| Failure::unexpected(format!("{engine} is no engine that is known here")))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let site = built::dist()?;
    let mut policies = serde_json::Map::new();
    let mut kept = true;
    for policy in Policy::ALL {
        let arrived = runtime.block_on(reached(engine, policy, &site))?;
        let may_be_open = policy.may_be_open();
        kept &=
            policy == Policy::None || arrived.iter().all(|it| may_be_open.contains(it.as_str()));
        policies.insert(policy.key().to_owned(), json!(arrived));
    }
    let line = json!({
        "engine": engine.key(),
        "version": engine.version()?,
        "kept": kept,
        "arrived": policies,
    });
    println!("{line}");
    Ok(kept)
}
