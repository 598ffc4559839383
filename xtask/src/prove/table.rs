//! `docs/proof.md`, made from the lines in `docs/proof/`: what was seen of each fault in each engine.
//!
//! The results of other parts, which are no browser faults, are read by `other`.
//!
//! A line is one JSON object as `tests/browser/src/proof.rs` writes it. Faults that are no browser's may leave `acknowledged` out and name what they
//! ran in as their `engine`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::faults::{ENGINES, FAULTS, Fault};
use super::{code, other};
use crate::failure::Failure;
use crate::project::{files_below, read_text, root, write};

const TEXT: &str = include_str!("proof.md");

/// What was seen of one fault in one engine, added up.
#[derive(Default)]
struct Row {
    attempts: u64,
    acknowledged: Option<u64>,
    lost: u64,
    /// Of these, what was called saved when there was no room any more.
    lost_when_full: u64,
    /// Attempts that were made with the present page around the store.
    with_present_page: u64,
    versions: Vec<String>,
    dates: Vec<String>,
}

impl Row {
    fn add(&mut self, line: &Value, is_present_page: bool) {
        let number = |name: &str| line.get(name).and_then(Value::as_u64);
        let attempts = number("attempts").unwrap_or(0);
        self.attempts += attempts;
        self.with_present_page += if is_present_page { attempts } else { 0 };
        self.lost += number("lost").unwrap_or(0);
        self.lost_when_full += line
            .pointer("/figures/lost_of_these")
            .and_then(Value::as_u64)
            .unwrap_or(0);
        if let Some(acknowledged) = number("acknowledged") {
            self.acknowledged = Some(self.acknowledged.unwrap_or(0) + acknowledged);
        }
        for (name, list) in [("version", &mut self.versions), ("date", &mut self.dates)] {
            let text = line.get(name).and_then(Value::as_str).unwrap_or_default();
            // On a busy machine a browser may not say in time which one it is.
            if !text.is_empty() && !list.iter().any(|it| it == text) {
                list.push(text.to_owned());
                list.sort();
            }
        }
    }

    fn verdict(&self, needed: u64) -> &'static str {
        match (self.lost, self.attempts) {
            (1.., _) => "**lost**",
            (0, attempts) if attempts < needed => "held, too few",
            _ => "held",
        }
    }

    fn days(&self) -> String {
        match self.dates.as_slice() {
            [first, .., last] => format!("{first} to {last}"),
            other => other.concat(),
        }
    }
}

/// Writes the page from what lies in `docs/proof/`.
///
/// # Errors
/// When a file cannot be read or written, or a line is no result.
pub(crate) fn write_page() -> Result<(), Failure> {
    let folder = root().join("docs").join("proof");
    let mut lines = Vec::new();
    if folder.is_dir() {
        for file in files_below(&folder)? {
            if file.extension().is_none_or(|it| it != "jsonl") {
                continue;
            }
            for line in read_text(&file)?.lines() {
                lines.push(serde_json::from_str(line).map_err(|why| {
                    Failure::site(format!(
                        "{} holds a line that is no result: {why}",
                        file.display()
                    ))
                })?);
            }
        }
    }
    let page = other::add(&page(&lines, &code::checksum()?), &folder)?;
    let file = root().join("docs").join("proof.md");
    write(&file, page)?;
    println!("Written: {}", file.display());
    Ok(())
}

fn page(lines: &[Value], code: &str) -> String {
    let (rows, earlier) = add_up(lines, code);
    let table = table(&rows);
    let other_page: u64 = rows
        .values()
        .map(|it| it.attempts - it.with_present_page)
        .sum();
    let mut notes = Vec::new();
    for ((fault, engine), row) in rows.iter().filter(|(_, row)| row.lost_when_full > 0) {
        let title = FAULTS
            .iter()
            .find(|it| it.key == fault)
            .map_or(fault.as_str(), |it| it.title);
        notes.push(format!(
            "*{title}*, {engine}: {} of the {} lost answers were called *Saved* when there was no room any more; the others before.",
            grouped(row.lost_when_full),
            grouped(row.lost),
        ));
    }
    if other_page > 0 {
        notes.push(format!(
            "{} of these attempts were made with the same store under an earlier state of the page's own code for editing.",
            grouped(other_page)
        ));
    }
    if earlier > 0 {
        notes.push(format!(
            "{} attempts with earlier states of the store are kept in `docs/proof/` and not counted here.",
            grouped(earlier)
        ));
    }
    let method = |it: &Fault| {
        format!(
            "**{}** (at least {} attempts). {}",
            it.title, it.needed, it.method
        )
    };
    let methods: Vec<String> = FAULTS.iter().map(method).collect();
    let page = TEXT
        .replace("{code}", code)
        .replace("{table}\n", &table)
        .replace("{methods}", &methods.join("\n\n"));
    // Without notes there must not be two empty lines.
    match notes.as_slice() {
        [] => page.replace("{notes}\n\n", ""),
        notes => page.replace("{notes}", &notes.join("\n\n")),
    }
}

/// One row for each fault in each engine, tried or not, and one for whatever else was tried.
fn table(rows: &BTreeMap<(String, String), Row>) -> String {
    let mut table =
        "| fault | engine | attempts | acknowledged | lost | verdict | version | date |\n\
                     | --- | --- | --: | --: | --: | --- | --- | --- |\n"
            .to_owned();
    for fault in &FAULTS {
        for engine in ENGINES {
            let row = rows.get(&(fault.key.to_owned(), engine.to_owned()));
            table.push_str(&line(fault.title, engine, row, fault.needed));
        }
    }
    for ((fault, engine), row) in rows {
        let is_known =
            FAULTS.iter().any(|it| it.key == fault) && ENGINES.contains(&engine.as_str());
        if !is_known {
            table.push_str(&line(fault, engine, Some(row), 0));
        }
    }
    table
}

fn line(title: &str, engine: &str, row: Option<&Row>, needed: u64) -> String {
    let Some(row) = row else {
        return format!("| {title} | {engine} | 0 | n/a | n/a | not run | n/a | n/a |\n");
    };
    format!(
        "| {title} | {engine} | {} | {} | {} | {} | {} | {} |\n",
        grouped(row.attempts),
        row.acknowledged.map_or_else(|| "n/a".to_owned(), grouped),
        grouped(row.lost),
        row.verdict(needed),
        row.versions.join(", "),
        row.days(),
    )
}

/// Adds the lines up that belong to the present store; the others are only counted, in attempts.
fn add_up(lines: &[Value], code: &str) -> (BTreeMap<(String, String), Row>, u64) {
    let store = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
    let (mut rows, mut earlier) = (BTreeMap::<_, Row>::new(), 0);
    for line in lines {
        let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default();
        if store(text("code")) == store(code) {
            let key = (text("fault").to_owned(), text("engine").to_owned());
            rows.entry(key).or_default().add(line, text("code") == code);
        } else {
            earlier += line.get("attempts").and_then(Value::as_u64).unwrap_or(0);
        }
    }
    (rows, earlier)
}

/// A number with its thousands apart, as in `12,345`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{grouped, page};

    fn line(code: &str, attempts: u64, lost: u64, date: &str) -> Value {
        json!({ "fault": "kill", "engine": "firefox", "version": "Firefox 1", "date": date, "code": code, "attempts": attempts, "acknowledged": 10 * attempts, "lost": lost })
    }

    #[test]
    fn runs_of_the_same_store_add_up() {
        let lines = [
            line("store-page", 1_000, 0, "2026-11-22"),
            line("store-page", 200, 0, "2026-11-24"),
        ];
        let page = page(&lines, "store-page");
        assert!(page.contains(
            "| Browser killed while answering | firefox | 1,200 | 12,000 | 0 | held | Firefox 1 | 2026-11-22 to 2026-11-24 |"
        ));
        assert!(!page.contains("earlier state"));
    }

    #[test]
    fn one_loss_is_said_and_too_few_attempts_are_no_proof() {
        assert!(page(&[line("a-b", 500, 1, "d")], "a-b").contains("| 1 | **lost** |"));
        assert!(page(&[line("a-b", 299, 0, "d")], "a-b").contains("| 0 | held, too few |"));
    }

    #[test]
    fn what_belongs_to_other_code_is_told_apart() {
        let lines = [
            line("a-b", 300, 0, "d"),
            line("a-c", 40, 0, "d"),
            line("x-b", 7, 1, "d"),
        ];
        let page = page(&lines, "a-b");
        assert!(page.contains("| 340 | 3,400 | 0 | held |"));
        assert!(page.contains("\n40 of these attempts were made with the same store"));
        assert!(page.contains("\n7 attempts with earlier states of the store"));
    }

    #[test]
    fn what_was_called_saved_without_room_is_told_apart() {
        let mut lost = line("a-b", 50, 9, "d");
        lost["fault"] = "disk".into();
        lost["figures"] = json!({ "lost_of_these": 4 });
        assert!(page(&[lost], "a-b").contains(
            "*Disk full while answering*, firefox: 4 of the 9 lost answers were called *Saved* when"
        ));
    }

    #[test]
    fn what_was_not_run_says_so() {
        let page = page(&[line("a-b", 300, 0, "d")], "a-b");
        assert!(page.contains(
            "| Browser killed while answering | webkit | 0 | n/a | n/a | not run | n/a | n/a |"
        ));
        assert!(!page.contains("| Browser killed while answering | firefox | 0 |"));
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(
            [7, 1_234, 1_000_000].map(grouped),
            ["7", "1,234", "1,000,000"]
        );
    }
}
