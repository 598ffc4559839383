//! Files: bytes in, values and remarks out, and values into bytes.
//!
//! The format is described for people in `docs/file-format.md` and for programs in `public/schema/waymark-1.schema.json`.
//! An import never changes anything by itself: it gives whole assessments, a preview of what they would change, and an [`Edit`]
//! that does it and can be undone. What is refused is refused whole, with one reason.
//!
//! [`Edit`]: crate::assessment::Edit

mod backup;
mod check;
mod encrypted;
mod error;
mod import;
mod merge;
mod passphrase;
mod preview;
mod strict;
mod versions;

pub use backup::{
    Backup, BackupLog, BackupStanding, REMIND_AFTER_CHANGES, REMIND_AFTER_DAYS,
    REMIND_AFTER_DAYS_UNKEPT,
};
pub use check::{Checked, Difference, InFile, check};
pub use encrypted::{
    EncryptedError, EncryptedFile, Parameters, is_encrypted, put_together, take_apart,
};
pub use error::{ImportError, Remark};
pub use import::{Imported, catalog_knows, import, import_through};
pub use merge::{Mode, Side, merge};
pub use passphrase::Strength;
pub use preview::{Preview, preview};
pub use versions::keep_both;

use std::collections::BTreeMap;

use crc::{CRC_32_ISCSI, Crc, Table};
use serde_json::{Map, Value};

use crate::assessment::{Answer, Assessment};
use crate::migrations;

/// The word that tells a Waymark file from any other JSON.
pub const FORMAT: &str = "waymark";

/// The newest version of the format that this program reads, and the one it writes. It counts the schema of the records.
pub const VERSION: u32 = migrations::RECORDS.newest();

/// What a file may hold (`platform.md`, section 8): enough for years of work, too little to exhaust a browser.
pub struct Limits;

impl Limits {
    /// The largest file in bytes.
    pub const BYTES: usize = 5 * 1024 * 1024;
    /// The deepest nesting of lists and objects.
    pub const DEPTH: usize = 32;
    /// The most values of any sort in one file: a small object takes about a hundred times its text in memory.
    pub const VALUES: usize = 300_000;
    /// The most records in one assessment.
    pub const RECORDS: usize = 5_000;
    /// The longest note in UTF-16 units.
    pub const NOTE: usize = Answer::NOTE_LIMIT;
    /// The longest text that is no note, in UTF-16 units.
    pub const TEXT: usize = 10_000;
    /// The longest id of an assessment and the longest key of a record, in characters.
    pub const ID: usize = 200;
}

/// Writes assessments as one file, sorted by id: the same assessments always give the same bytes.
///
/// Of assessments with the same id only the first is written, because a file that holds both could not be read back.
pub fn export(assessments: &[&Assessment]) -> String {
    let mut by_id: BTreeMap<&str, &Assessment> = BTreeMap::new();
    for it in assessments {
        by_id.entry(&it.id).or_insert(it);
    }
    let content = Value::Array(by_id.into_values().map(assessment_value).collect());
    envelope(VERSION, &content)
}

/// Writes the records of one assessment, given as `kind/id` and body, as a file of the schema they are in.
///
/// Nothing is read into them, so this also keeps what this version cannot read: a body that is no JSON becomes a text.
pub fn verbatim(assessment: &str, schema: u32, records: &[(String, String)]) -> String {
    let value =
        |body: &String| serde_json::from_str(body).unwrap_or_else(|_| Value::String(body.clone()));
    let records = records.iter().map(|(key, body)| (key.clone(), value(body)));
    let content = [one(assessment, records.collect())];
    envelope(schema, &Value::Array(content.into()))
}

fn envelope(version: u32, content: &Value) -> String {
    // Line breaks within texts are escaped, so every one that is left separates lines of the layout.
    let indented = format!("{content:#}").replace('\n', "\n  ");
    let checksum = checksum(content);
    format!(
        "{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {version},\n  \"assessments\": {indented},\n  \"checksum\": \"{checksum}\"\n}}\n"
    )
}

/// Whether the text is read back and written again byte for byte: to be asked of the very bytes that a user keeps as a backup.
pub fn reads_back(text: &str) -> bool {
    import(text.as_bytes(), &|_, _| true).is_ok_and(|it| {
        let assessments: Vec<&Assessment> = it.assessments.iter().collect();
        export(&assessments) == text
    })
}

fn assessment_value(assessment: &Assessment) -> Value {
    let keys = assessment.keys();
    let records: Map<String, Value> = keys
        .iter()
        .filter_map(|key| Some((key.to_string(), assessment.value(key)?)))
        .collect();
    one(&assessment.id, records)
}

fn one(id: &str, records: Map<String, Value>) -> Value {
    let parts = [
        ("id".to_owned(), Value::String(id.to_owned())),
        ("records".to_owned(), Value::Object(records)),
    ];
    Value::Object(parts.into_iter().collect())
}

static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISCSI);

/// The checksum over the list of assessments as compact JSON with sorted names, so that a change of layout does no harm.
fn checksum(assessments: &Value) -> String {
    format!(
        "crc32c:{:08x}",
        CRC.checksum(assessments.to_string().as_bytes())
    )
}
