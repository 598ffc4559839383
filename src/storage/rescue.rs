//! What a look at the raw rows of the media finds, assessment by assessment, without understanding a single body.
//!
//! It is for the recovery page: nothing here needs an assessment, or even a record, to be readable.

use super::media::{Medium, MediumError, Table};
use super::reconcile::reconcile;
use super::record::{RecordName, StoredRecord};
use super::sealed::unescape;
use super::snapshots::Snapshot;
use super::vault::RawRow;
use crate::keyed::Keyed;

/// Everything that the media hold of one assessment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holding {
    /// The id of the assessment; empty for rows whose key names none, such as preferences.
    pub assessment: String,
    /// The rows, as they are.
    pub rows: Vec<RawRow>,
}

/// What the recovery page tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Records in the database: the work itself.
    Records,
    /// Records in the journal: crash cover and second copy.
    SecondCopy,
    /// Records in the copy files: once more what the database has taken.
    ThirdCopy,
    /// What each edit did.
    History,
    /// Whole states as they once were.
    Snapshots,
    /// What could not be read and was put aside.
    Quarantine,
}

impl Part {
    /// Every part, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Records,
        Self::SecondCopy,
        Self::ThirdCopy,
        Self::History,
        Self::Snapshots,
        Self::Quarantine,
    ];

    /// The word that stands for it in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::SecondCopy => "second-copy",
            Self::ThirdCopy => "third-copy",
            Self::History => "history",
            Self::Snapshots => "snapshots",
            Self::Quarantine => "quarantine",
        }
    }

    /// Whether a row belongs to it.
    #[must_use]
    pub fn holds(self, row: &RawRow) -> bool {
        let (medium, table) = match self {
            Self::Records => (Medium::Database, Table::Records),
            Self::SecondCopy => (Medium::Journal, Table::Records),
            Self::ThirdCopy => (Medium::Copy, Table::Records),
            Self::History => (Medium::Database, Table::History),
            Self::Snapshots => (Medium::Database, Table::Snapshots),
            Self::Quarantine => (Medium::Database, Table::Quarantine),
        };
        row.medium == medium && row.table == table
    }
}

impl Holding {
    /// The rows of one part.
    pub fn part(&self, part: Part) -> impl Iterator<Item = &RawRow> {
        self.rows.iter().filter(move |it| part.holds(it))
    }

    /// How many rows of the records, in either medium, are not what this build would have written.
    #[must_use]
    pub fn unreadable(&self) -> usize {
        let records = self.rows.iter().filter(|it| it.table == Table::Records);
        records
            .filter(|it| StoredRecord::from_text(&it.row.key, &it.row.text).is_err())
            .count()
    }

    /// The newest sound version of every record that was not removed, whatever schema it was written in.
    #[must_use]
    pub fn readable(&self) -> Vec<StoredRecord> {
        let rows = |part| self.part(part).map(|it| it.row.clone()).collect::<Vec<_>>();
        let reading = reconcile(
            &rows(Part::SecondCopy),
            &rows(Part::ThirdCopy),
            &rows(Part::Records),
            u32::MAX,
        );
        let found = reading.found.into_iter().map(|(_, it)| it.record);
        found.filter(|it| it.body.is_some()).collect()
    }

    /// The snapshots, oldest first, each with its body if that is sound.
    #[must_use]
    pub fn snapshots(&self) -> Vec<(Snapshot, Option<String>)> {
        let rows = self.part(Part::Snapshots);
        rows.filter_map(|it| {
            let snapshot = Snapshot::from_key(&it.row.key)?;
            let body = Snapshot::body(&it.row.key, &it.row.text).ok();
            Some((snapshot, body.map(str::to_owned)))
        })
        .collect()
    }
}

/// Sorts raw rows by the assessment that their keys name.
#[must_use]
pub fn survey(rows: Vec<RawRow>) -> Vec<Holding> {
    let mut found: Keyed<Vec<RawRow>> = Keyed::default();
    for row in rows {
        let id = assessment_of(&row.row.key);
        found.update(&id, |it| it.push(row));
    }
    let holdings = found.into_iter();
    holdings
        .map(|(assessment, rows)| Holding { assessment, rows })
        .collect()
}

/// The id in a key, as it is spelled there if that spelling is not ours.
fn assessment_of(key: &str) -> String {
    let rest = key.strip_prefix(RecordName::product_prefix());
    let Some((id, _)) = rest.and_then(|it| it.split_once('/')) else {
        return String::new();
    };
    unescape(id).unwrap_or_else(|| id.to_owned())
}

/// The raw file: JSON with every row as it is and the words of the media that refused. Needs nothing to be readable.
#[must_use]
pub fn raw_file<'r>(rows: impl IntoIterator<Item = &'r RawRow>, refused: &[MediumError]) -> String {
    let text = |it: &str| serde_json::Value::from(it).to_string();
    let rows = rows.into_iter().map(|it| {
        let (store, table) = (text(it.medium.key()), text(it.table.key()));
        let (key, value) = (text(&it.row.key), text(&it.row.text));
        format!(r#"{{"store":{store},"table":{table},"key":{key},"text":{value}}}"#)
    });
    let rows: Vec<String> = rows.collect();
    let refused: Vec<String> = refused.iter().map(|it| text(&it.to_string())).collect();
    format!(
        "{{\"waymark-raw\":1,\"refused\":[{}],\"rows\":[\n{}\n]}}\n",
        refused.join(","),
        rows.join(",\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::media::Row;
    use crate::storage::record::Stamp;
    use crate::storage::snapshots::{Keep, SnapshotNote};

    fn raw(medium: Medium, table: Table, key: &str, text: &str) -> RawRow {
        let (key, text) = (key.to_owned(), text.to_owned());
        RawRow {
            medium,
            table,
            row: Row { key, text },
        }
    }

    fn in_database(table: Table, key: &str, text: &str) -> RawRow {
        raw(Medium::Database, table, key, text)
    }

    fn record(id: &str, generation: u64, body: Option<&str>) -> StoredRecord {
        StoredRecord {
            name: RecordName::new("x", "answer", id),
            schema: 9,
            stamp: Stamp {
                generation,
                writer: "w".to_owned(),
            },
            base: None,
            body: body.map(str::to_owned),
        }
    }

    fn row(medium: Medium, it: &StoredRecord) -> RawRow {
        raw(medium, Table::Records, &it.name.key(), &it.to_text())
    }

    #[test]
    fn the_newest_sound_version_of_each_record_is_found_in_either_medium() {
        let rows = vec![
            row(Medium::Database, &record("a", 1, Some("old"))),
            row(Medium::Journal, &record("a", 2, Some("new"))),
            row(Medium::Database, &record("b", 3, None)),
            in_database(Table::Records, "waymark/x/answer/c", "W1|0|broken"),
            raw(Medium::Journal, Table::Records, "waymark/preferences", "{}"),
        ];
        let found = survey(rows);
        let ids: Vec<&str> = found.iter().map(|it| it.assessment.as_str()).collect();
        assert_eq!(ids, ["", "x"]);
        let bodies: Vec<Option<String>> =
            found[1].readable().into_iter().map(|it| it.body).collect();
        assert_eq!(bodies, [Some("new".to_owned())]);
        assert_eq!(found[1].unreadable(), 1);
        assert_eq!(found[1].part(Part::SecondCopy).count(), 1);
    }

    #[test]
    fn a_damaged_snapshot_is_listed_without_its_body() {
        let note = SnapshotNote {
            reason: "before-import".to_owned(),
            taken: "2026-11-22T14:02".to_owned(),
            keep: Keep::Always,
        };
        let snapshot = Snapshot::new("x", "1", note);
        let sound = snapshot.to_row("{}");
        let rows = vec![
            in_database(Table::Snapshots, &sound.key, &sound.text),
            in_database(Table::Snapshots, "waymark/x/2/t/r/why", "S1|0|{}"),
            in_database(Table::Snapshots, "waymark/x/no", "?"),
        ];
        let found = survey(rows);
        let bodies: Vec<Option<String>> = found[0].snapshots().into_iter().map(|it| it.1).collect();
        assert_eq!(bodies, [Some("{}".to_owned()), None]);
    }

    #[test]
    fn the_raw_file_holds_every_byte_and_every_refusal() {
        let rows = [raw(
            Medium::Journal,
            Table::Records,
            "waymark/x%/y",
            "\u{0}\"ä\n",
        )];
        let refused = [MediumError {
            medium: Medium::Database,
            action: "read",
            detail: "no \"disk\"".to_owned(),
        }];
        let read: serde_json::Value =
            serde_json::from_str(&raw_file(&rows, &refused)).expect("JSON");
        assert_eq!(read["rows"][0]["text"], "\u{0}\"ä\n");
        assert_eq!(read["rows"][0]["key"], "waymark/x%/y");
        assert_eq!(
            read["refused"][0],
            "the database refused to read: no \"disk\""
        );
        let none = raw_file([], &[]);
        assert!(
            serde_json::from_str::<serde_json::Value>(&none).is_ok(),
            "{none}"
        );
    }
}
