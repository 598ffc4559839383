//! Browsers that keep nothing: storage is forbidden, or the window is private.
//!
//! Where storage is forbidden the header must not say *Saved*, and a banner must say what is true. A private window stores for as long as it is open;
//! there everything must work, and the next start must not show anything of it.

use serde_json::{Value, json};
use waymark_browser_tests::engine::{Engine, Start};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::probe::Probe;
use waymark_browser_tests::proof::{self, Seen};

use crate::Task;
use crate::site::{clauses, hear, profile};

const SCRIPT: &str = include_str!("refused.js");
const BLOCKED: &str = include_str!("blocked.js");

/// Why nothing is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Why {
    /// Storage is forbidden.
    Blocked,
    /// The window is private.
    Private,
}

/// Starts a browser so many times; says whether the page told the truth each time.
pub(crate) async fn prove(task: &Task, why: Why) -> Result<bool, Failure> {
    let (fault, script) = match why {
        Why::Blocked => ("blocked", format!("{BLOCKED}\n{SCRIPT}")),
        Why::Private => ("private", SCRIPT.to_owned()),
    };
    let mut probe = Probe::start(&task.site, &script).await?;
    let version = task.engine.version()?;
    println!("{version}, {fault}, {} starts", task.cycles);
    let profile = profile()?;
    let arguments: &[&str] = match (why, task.engine) {
        (Why::Blocked, _) => &[],
        (Why::Private, Engine::Chromium) => &["--incognito"],
        (Why::Private, Engine::Firefox) => &["--private-window"],
        (Why::Private, Engine::WebKit) => &["--private"],
    };
    let mut losses = Vec::new();
    let mut states = Vec::<String>::new();
    for _ in 0..task.cycles {
        let clause = clauses(&task.site, &mut fastrand::Rng::new(), 1)?[0].clone();
        probe.order(&json!({ "clause": clause }))?;
        let address = probe.at("#/");
        let browser = task.engine.start(&Start {
            arguments,
            ..Start::new(profile.path(), &address)
        })?;
        let found = hear(&mut probe, "found").await?;
        browser.kill()?;
        if !is_true(why, &found) {
            println!("not as promised: {found}");
            losses.push(found.clone());
        }
        let state = found["state"].as_str().unwrap_or_default().to_owned();
        if !states.contains(&state) {
            states.push(state);
        }
    }
    println!(
        "{} starts, {} not as promised, the header said {states:?}",
        task.cycles,
        losses.len()
    );
    let held = losses.is_empty();
    let seen = Seen {
        fault: fault.to_owned(),
        engine: task.engine.key().to_owned(),
        version,
        date: proof::today(),
        code: task.code.clone(),
        attempts: task.cycles,
        acknowledged: None,
        lost: losses.len() as u64,
        figures: json!({ "states": states }),
        losses,
    };
    proof::append(&task.into, &seen)?;
    Ok(held)
}

fn is_true(why: Why, found: &Value) -> bool {
    let works = found["shown"] == "thin" && found["knows"] == false;
    let is_saved = found["state"]
        .as_str()
        .is_some_and(|it| it.starts_with("saved"));
    let warns = found["banners"].as_str().is_some_and(|it| !it.is_empty());
    works && (why == Why::Private || !is_saved && warns)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Why, is_true};

    #[test]
    fn where_storage_is_forbidden_saved_is_a_lie_and_silence_as_well() {
        let found = |state: &str, banners: &str| json!({ "shown": "thin", "knows": false, "state": state, "banners": banners });
        assert!(is_true(
            Why::Blocked,
            &found("only-in-this-tab", "Download a file")
        ));
        assert!(!is_true(Why::Blocked, &found("only-in-this-tab", "")));
        assert!(!is_true(Why::Blocked, &found("saved", "Download a file")));
        assert!(is_true(Why::Private, &found("saved", "")));
    }
}
