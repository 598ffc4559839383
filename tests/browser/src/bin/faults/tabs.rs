//! Two tabs answer one assessment at the same time: different questions, and the same ones.
//!
//! An edit is lost when it was acknowledged and afterwards neither shows, nor was replaced by somebody who had seen it, nor is kept as the loser
//! of a conflict.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use waymark_browser_tests::engine::{Engine, Start};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::probe::Probe;
use waymark_browser_tests::proof::{self, Seen};

use crate::Task;
use crate::site::{clauses, next, profile};

const SCRIPT: &str = include_str!("tabs.js");

/// A tab out of sight is slowed down by its browser; here both are to be as quick as the one in front.
const BOTH_AWAKE: [&str; 4] = [
    "--disable-popup-blocking",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
];

/// An acknowledged edit of a tab.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
struct Edit {
    tab: String,
    /// Its place among the edits of its tab.
    number: u64,
    question: String,
    field: String,
    value: String,
    /// What stood there when it was made.
    before: String,
    /// Whether both tabs edit this question.
    shared: bool,
}

/// What is there in the end.
#[derive(Default, Deserialize)]
struct Found {
    answers: BTreeMap<String, BTreeMap<String, String>>,
    /// The texts of all losers that were kept.
    copies: BTreeSet<String>,
}

/// Has two tabs make so many edits between them; says whether none was lost.
pub(crate) async fn prove(task: &Task) -> Result<bool, Failure> {
    let mut probe = Probe::start(&task.site, SCRIPT).await?;
    let version = task.engine.version()?;
    println!("{version}, {} edits in two tabs", task.cycles);
    let clause = widest(task)?;
    let questions: Vec<&str> = clause["questions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let (shared, own) = questions.split_at(2.min(questions.len()));
    let (first, second) = own.split_at(own.len() / 2);
    let mut orders = json!({
        "clause": clause,
        "shared": shared,
        "own": { "a": first, "b": second },
        "edits": task.cycles.div_ceil(2),
        // Without a window this browser takes one address only, so its first tab opens the second.
        "opens": task.engine == Engine::Chromium,
    });
    probe.order(&orders)?;
    let profile = profile()?;
    let (a, b) = (at(&probe, "a"), at(&probe, "b"));
    let arguments = match task.engine {
        Engine::Chromium => BOTH_AWAKE.to_vec(),
        Engine::Firefox | Engine::WebKit => vec![b.as_str()],
    };
    let browser = task.engine.start(&Start {
        arguments: &arguments,
        ..Start::new(profile.path(), &a)
    })?;
    let (mut edits, mut done) = (Vec::<Edit>::new(), 0);
    while done < 2 {
        let report = next(&mut probe).await?;
        match report.kind.as_str() {
            "created" => {
                orders["assessment"] = report.values["assessment"].clone();
                probe.order(&orders)?;
            }
            "saved" => {
                let more = report.values["edits"].clone();
                edits.extend(
                    serde_json::from_value::<Vec<Edit>>(more)
                        .map_err(|it| Failure::unexpected(it.to_string()))?,
                );
            }
            "done" => done += 1,
            _ => {}
        }
    }
    browser.kill()?;
    orders["look"] = true.into();
    probe.order(&orders)?;
    let browser = task.engine.start(&Start::new(profile.path(), &a))?;
    let found = loop {
        let report = next(&mut probe).await?;
        if report.kind == "found" {
            break serde_json::from_value::<Found>(Value::Object(report.values))
                .map_err(|it| Failure::unexpected(it.to_string()))?;
        }
    };
    browser.kill()?;
    let losses = lost(&edits, &found);
    let seen = Seen {
        fault: "tabs".to_owned(),
        engine: task.engine.key().to_owned(),
        version,
        date: proof::today(),
        code: task.code.clone(),
        attempts: edits.len() as u64,
        acknowledged: Some(edits.len() as u64),
        lost: losses.len() as u64,
        figures: json!({
            "same_record": edits.iter().filter(|it| it.shared).count(),
            "kept_as_conflict": found.copies.len(),
        }),
        losses: losses.iter().map(|it| json!(it)).collect(),
    };
    println!(
        "{} edits acknowledged, {} of the same records, {} kept as losers, {} lost",
        edits.len(),
        seen.figures["same_record"],
        found.copies.len(),
        losses.len()
    );
    proof::append(&task.into, &seen)?;
    Ok(losses.is_empty())
}

fn at(probe: &Probe, tab: &str) -> String {
    probe.at(&format!("?tab={tab}#/"))
}

/// The page with the most questions, of those chosen at random.
fn widest(task: &Task) -> Result<Value, Failure> {
    let pages = clauses(&task.site, &mut Rng::new(), usize::MAX)?;
    let count = |it: &Value| it["questions"].as_array().map_or(0, Vec::len);
    let pages = pages.as_array().cloned().unwrap_or_default();
    pages
        .into_iter()
        .max_by_key(count)
        .filter(|it| count(it) >= 4)
        .ok_or_else(|| Failure::unexpected("no page has four questions"))
}

/// The acknowledged edits that are nowhere.
fn lost(edits: &[Edit], found: &Found) -> Vec<Edit> {
    let shown = |it: &Edit| found.answers.get(&it.question)?.get(&it.field);
    let mut last = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for it in edits {
        if it.shared {
            seen.insert(it.before.as_str());
        } else {
            last.insert((it.question.as_str(), it.field.as_str()), it);
        }
    }
    let of_own = last.into_values().filter(|it| shown(it) != Some(&it.value));
    let of_both = edits.iter().filter(|it| {
        it.shared
            && shown(it) != Some(&it.value)
            && !seen.contains(it.value.as_str())
            && !found.copies.contains(&it.value)
    });
    of_own.chain(of_both).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{Edit, Found, lost};

    fn edit(tab: &str, number: u64, question: &str, before: &str) -> Edit {
        Edit {
            tab: tab.to_owned(),
            number,
            question: question.to_owned(),
            field: "note".to_owned(),
            value: format!("edit-{tab}-{number};"),
            before: before.to_owned(),
            shared: question == "shared",
        }
    }

    fn found(question: &str, note: &str, copies: &[&str]) -> Found {
        Found {
            answers: [(
                question.to_owned(),
                [("note".to_owned(), note.to_owned())].into(),
            )]
            .into(),
            copies: copies.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn of_a_question_that_one_tab_edits_the_last_edit_must_show() {
        let edits = [edit("a", 1, "own", ""), edit("a", 2, "own", "edit-a-1;")];
        assert!(lost(&edits, &found("own", "edit-a-2;", &[])).is_empty());
        assert_eq!(
            lost(&edits, &found("own", "edit-a-1;", &["edit-a-2;"])).len(),
            1
        );
    }

    #[test]
    fn what_nobody_saw_must_be_kept_beside_what_took_its_place() {
        let edits = [edit("a", 1, "shared", ""), edit("b", 1, "shared", "")];
        assert_eq!(lost(&edits, &found("shared", "edit-b-1;", &[])).len(), 1);
        assert!(lost(&edits, &found("shared", "edit-b-1;", &["edit-a-1;"])).is_empty());
    }

    #[test]
    fn what_was_replaced_by_somebody_who_saw_it_is_not_lost() {
        let edits = [
            edit("a", 1, "shared", ""),
            edit("b", 1, "shared", "edit-a-1;"),
        ];
        assert!(lost(&edits, &found("shared", "edit-b-1;", &[])).is_empty());
    }
}
