//! What was seen of a fault, as lines that add up: one JSON object a line, in a file per fault and engine.
//!
//! `cargo xtask prove` adds the lines in `docs/proof/` up and writes the table. Lines are only ever appended, so the runs of several days and machines
//! are put together by putting their lines together.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;
use serde_json::Value;
use waymark::day::Day;

use crate::failure::Failure;

/// What some attempts of a fault have shown.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Seen {
    /// The fault, as in `kill`.
    pub fault: String,
    /// What it was tried in: an engine, or something native.
    pub engine: String,
    /// The version of that, in its own words.
    pub version: String,
    /// The day of the run.
    pub date: Day,
    /// The checksum of the code that stores, without its comments: only lines of the same code add up.
    pub code: String,
    /// How often the fault was brought about.
    pub attempts: u64,
    /// Edits that the header said were saved; none where the fault is about something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<u64>,
    /// Of these, the ones that were not there afterwards; or attempts that ended otherwise than promised.
    pub lost: u64,
    /// Figures that belong to this fault only.
    pub figures: Value,
    /// Each loss with what belongs to it.
    pub losses: Vec<Value>,
}

/// Appends a line to the file of its fault and engine in a folder.
///
/// # Errors
/// When the file cannot be written.
pub fn append(folder: &Path, seen: &Seen) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    let name = format!("{}-{}.jsonl", seen.fault, seen.engine);
    let mut line = serde_json::to_string(seen).map_err(|it| Failure::unexpected(it.to_string()))?;
    line.push('\n');
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.join(name))?;
    // In one piece, so that two runs may share a file.
    Ok(file.write_all(line.as_bytes())?)
}

/// The day on which this runs.
pub fn today() -> Day {
    #[expect(
        clippy::disallowed_methods,
        reason = "the harness runs natively, where there is a clock"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = since.map_or(0, |it| it.as_secs() / 86_400);
    Day::new(1970, 1, 1)
        .unwrap_or(Day::FIRST)
        .plus(i64::try_from(days).unwrap_or(0))
}
