//! The parts of the page that are no browser faults: defences broken on purpose, hostile bytes, and the border.
//!
//! Each is written by its own part of `prove` as one JSON file; a file that is missing says on the page that it was not run.

use std::path::Path;

use serde_json::Value;

use super::table::grouped;
use crate::failure::Failure;
use crate::project::read_text;

/// What the page says where a part has left no file.
const NOT_RUN: &str = "Not run.\n";

/// Puts the results of the other parts into the page.
///
/// # Errors
/// When a file is there and is no JSON.
pub(super) fn add(page: &str, folder: &Path) -> Result<String, Failure> {
    Ok(page
        .replace("{defences}\n", &part(folder, "defences.json", defences)?)
        .replace("{remarks}\n", &part(folder, "remarks.json", remarks)?)
        .replace("{fuzz}\n", &part(folder, "fuzz.json", fuzz)?)
        .replace("{border}\n", &part(folder, "border.json", border)?))
}

fn part(folder: &Path, name: &str, tell: fn(&Value) -> String) -> Result<String, Failure> {
    let file = folder.join(name);
    if !file.is_file() {
        return Ok(NOT_RUN.to_owned());
    }
    let results = serde_json::from_str(&read_text(&file)?)
        .map_err(|why| Failure::site(format!("{} is no JSON: {why}", file.display())))?;
    Ok(tell(&results))
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn number(value: &Value, name: &str) -> u64 {
    value.get(name).and_then(Value::as_u64).unwrap_or(0)
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value
        .get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What somebody has found out about a row of the table, with the evidence at hand.
fn remarks(results: &Value) -> String {
    let line = |it: &Value| format!("* *{}*: {}\n", text(it, "about"), text(it, "remark"));
    items(results).iter().map(line).collect()
}

fn defences(results: &Value) -> String {
    let mut table =
        "| defence | how it was broken | tests that failed | date |\n| --- | --- | --: | --- |\n"
            .to_owned();
    for it in items(results) {
        table.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            text(it, "defence"),
            text(it, "broken"),
            list(it, "red").len(),
            text(it, "date"),
        ));
    }
    table
}

fn fuzz(results: &Value) -> String {
    let mut table =
        "| what reads the bytes | inputs | panics | date |\n| --- | --: | --: | --- |\n".to_owned();
    let mut notes = String::new();
    for it in items(results) {
        table.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            text(it, "target"),
            grouped(number(it, "executions")),
            grouped(number(it, "panics")),
            text(it, "date"),
        ));
        if !text(it, "note").is_empty() {
            notes.push_str(&format!(
                "\n`{}`: {}.\n",
                text(it, "target"),
                text(it, "note")
            ));
        }
    }
    let sum = |name: &str| items(results).iter().map(|it| number(it, name)).sum();
    table.push_str(&format!(
        "| **all** | {} | {} | |\n",
        grouped(sum("executions")),
        grouped(sum("panics"))
    ));
    table + &notes
}

fn border(results: &Value) -> String {
    let mut table = "| engine | ways out that are open without a policy | open under the policy in the page | open when the host sends the policy | open in the single file |\n\
                     | --- | --: | --- | --- | --- |\n"
        .to_owned();
    for it in list(results, "ways_out") {
        let arrived = |name: &str| list(it.get("arrived").unwrap_or(&Value::Null), name);
        let named = |name: &str| {
            let words: Vec<&str> = arrived(name).iter().filter_map(Value::as_str).collect();
            if words.is_empty() {
                "none".to_owned()
            } else {
                words.join(", ")
            }
        };
        table.push_str(&format!(
            "| {} | {} | {} | {} | {} |\n",
            text(it, "version"),
            arrived("none").len(),
            named("page"),
            named("header"),
            named("single-file"),
        ));
    }
    let Some(journey) = results.get("journey") else {
        return table;
    };
    table.push('\n');
    if journey.get("not_played").is_some() {
        table.push_str(&format!(
            "The journey with every packet counted was not played: {}.\n",
            text(journey, "not_played")
        ));
    } else {
        table.push_str(&format!(
            "A journey in a network of its own ({}), with every packet counted: {} connections to the site, {} after the site was stopped, \
             {} packets to anybody else, {} questions for names.\n",
            text(journey, "version"),
            number(journey, "connections_to_the_site"),
            number(journey, "connections_to_the_site_after_it_was_stopped"),
            list(journey, "to_anybody_else").len(),
            number(journey, "questions_for_names"),
        ));
    }
    table
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{add, border, defences, fuzz, remarks};

    #[test]
    fn a_part_without_results_says_that_it_was_not_run() {
        let folder = std::env::temp_dir().join("waymark-no-results");
        let page = add("{remarks}\n{fuzz}\n{border}\n{defences}\n", &folder);
        assert_eq!(page, Ok("Not run.\n".repeat(4)));
    }

    #[test]
    fn executions_add_up_and_a_note_stands_below_the_table() {
        let results = json!([
            { "target": "record", "executions": 1_500, "panics": 0, "date": "2026-11-22", "note": "one remark" },
            { "target": "route", "executions": 500, "panics": 1, "date": "2026-11-22" },
        ]);
        let page = fuzz(&results);
        assert!(page.contains("| record | 1,500 | 0 | 2026-11-22 |"));
        assert!(page.contains("| **all** | 2,000 | 1 | |"));
        assert!(page.ends_with("\n`record`: one remark.\n"));
    }

    #[test]
    fn a_remark_names_what_it_is_about() {
        let results = json!([{ "about": "kills in webkit", "remark": "a crash." }]);
        assert_eq!(remarks(&results), "* *kills in webkit*: a crash.\n");
    }

    #[test]
    fn a_defence_shows_how_many_tests_noticed() {
        let results =
            json!([{ "defence": "fence", "broken": "it is open", "red": ["a", "b"], "date": "d" }]);
        assert!(defences(&results).contains("| fence | it is open | 2 | d |"));
    }

    #[test]
    fn what_is_still_open_is_named_and_packets_are_counted() {
        let results = json!({
            "ways_out": [{ "version": "Firefox 1", "arrived": { "none": ["fetch", "img"], "page": ["refresh"], "header": [], "single-file": [] } }],
            "journey": { "version": "Chromium 1", "connections_to_the_site": 7, "to_anybody_else": [] },
        });
        let page = border(&results);
        assert!(page.contains("| Firefox 1 | 2 | refresh | none | none |"));
        assert!(page.contains(
            "7 connections to the site, 0 after the site was stopped, 0 packets to anybody else"
        ));
    }
}
