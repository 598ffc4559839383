//! What a look into the media adds up to: a pure function of the rows found.

use super::media::{Medium, Row};
use super::record::{RecordName, Stamp, StoredRecord};
use super::sealed::{ReadError, escape, fingerprint};
use crate::keyed::Keyed;

/// Bytes in a medium that are not a record this build reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Where they are.
    pub medium: Medium,
    /// The key and the text, as they are.
    pub row: Row,
    /// Why they are not a record.
    pub why: ReadError,
}

/// What the loading had to put right, to tell the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The journal held the record; the database did not, or not as new.
    FromJournal {
        /// Which record.
        name: RecordName,
        /// What was wrong with the database's.
        database: Shortfall,
    },
    /// The copy files held the record; neither the database nor the journal did, or not as new.
    FromCopy {
        /// Which record.
        name: RecordName,
        /// What was wrong with the database's.
        database: Shortfall,
    },
    /// A text could not be read and is kept in quarantine.
    Quarantined {
        /// The text and the reason.
        damage: Damage,
        /// Whether the other medium held the record, so that nothing is lost.
        recovered: bool,
    },
}

/// How a medium fell short of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// It held an older version: an edit had not reached it.
    Older,
    /// It held nothing under that name.
    Missing,
    /// What it held was damaged.
    Damaged,
    /// It could not be read at all.
    Unread,
}

/// What the media hold of one assessment.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The version to go on with, by key.
    pub(super) found: Keyed<Found>,
    /// Versions made without knowledge of the one to go on with.
    pub(super) rivals: Vec<StoredRecord>,
    /// What could not be read.
    pub(super) damaged: Vec<Damage>,
    /// The newest schema or form beyond this build's, if there is any.
    pub(super) beyond: Option<u32>,
    /// The highest generation of all, rivals included.
    pub(super) generation: u64,
}

/// The version of a record to go on with, and where it is.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) record: StoredRecord,
    /// The stamp of the version in the database, if that has a sound one.
    pub(super) stored: Option<Stamp>,
    /// The stamp of the version in the journal, if that has a sound one.
    pub(super) drafted: Option<Stamp>,
    /// The stamp of the version in the copy files, if these have a sound one.
    pub(super) copied: Option<Stamp>,
}

/// Takes the rows of one assessment from all media together.
pub(super) fn reconcile(journal: &[Row], copy: &[Row], database: &[Row], schema: u32) -> Reading {
    let mut reading = Reading::default();
    // What is certain to have been in the database comes before what perhaps never was.
    for (medium, rows) in [
        (Medium::Database, database),
        (Medium::Copy, copy),
        (Medium::Journal, journal),
    ] {
        for (key, record) in reading.sound(medium, rows, schema) {
            reading.take(medium, key, record);
        }
    }
    reading
}

impl Reading {
    /// Separates the sound records of one medium from what cannot be read.
    fn sound(&mut self, medium: Medium, rows: &[Row], schema: u32) -> Keyed<StoredRecord> {
        let mut sound = Keyed::default();
        for row in rows {
            match StoredRecord::from_text(&row.key, &row.text) {
                Ok(it) => {
                    if it.schema > schema {
                        self.beyond = self.beyond.max(Some(it.schema));
                    }
                    self.generation = self.generation.max(it.stamp.generation);
                    sound.insert(row.key.clone(), it);
                }
                Err(ReadError::Newer { form }) => self.beyond = self.beyond.max(Some(form)),
                Err(why) => self.damaged.push(Damage {
                    medium,
                    row: row.clone(),
                    why,
                }),
            }
        }
        sound
    }

    /// Adds the version of a record that a medium holds to those that were found before.
    fn take(&mut self, medium: Medium, key: String, record: StoredRecord) {
        let stamp = Some(record.stamp.clone());
        let mut found = match self.found.remove(&key) {
            None => Found {
                record,
                stored: None,
                copied: None,
                drafted: None,
            },
            Some(mut found) => {
                found.record = self.choose(record, found.record);
                found
            }
        };
        match medium {
            Medium::Database => found.stored = stamp,
            Medium::Copy => found.copied = stamp,
            Medium::Journal => found.drafted = stamp,
        }
        self.found.insert(key, found);
    }

    /// Chooses between a version of a record and the one from a medium that is believed before its own.
    fn choose(&mut self, draft: StoredRecord, stored: StoredRecord) -> StoredRecord {
        // A deletion for good stands, whatever the journal still holds.
        let is_mark =
            stored.body.is_none() && stored.name == RecordName::about(&stored.name.assessment);
        // Equal content needs no choice; the acknowledged version stays, and the journal follows it.
        let is_same = draft.body == stored.body && draft.schema == stored.schema;
        if is_mark || is_same {
            return stored;
        }
        // On a tie the database decides: its version was called saved.
        let (winner, loser) = if draft.stamp.generation > stored.stamp.generation {
            (draft, stored)
        } else {
            (stored, draft)
        };
        if !descends(&winner, &loser) && !self.rivals.contains(&loser) {
            self.rivals.push(loser);
        }
        winner
    }
}

/// Whether the later version was made with knowledge of the earlier one.
///
/// `base` is always a version that was in the database, and everything that was ever replaced there was replaced with
/// knowledge of it; so what is older than the base is in its past.
pub(super) fn descends(later: &StoredRecord, earlier: &StoredRecord) -> bool {
    let base = later.base.as_ref();
    earlier.stamp.generation < later.stamp.generation
        && (later.stamp.writer == earlier.stamp.writer
            || base == Some(&earlier.stamp)
            || base.is_some_and(|it| it.generation > earlier.stamp.generation))
}

/// The row that keeps unreadable bytes: the key tells where they were, the checksum keeps different bytes apart.
pub(super) fn quarantine_row(assessment: &str, medium: Medium, key: &str, raw: &str) -> Row {
    let prefix = RecordName::prefix(assessment);
    let key = format!(
        "{prefix}{}/{}/{}",
        medium.key(),
        escape(key),
        fingerprint(raw)
    );
    Row {
        key,
        text: raw.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(generation: u64, writer: &str) -> Stamp {
        Stamp {
            generation,
            writer: writer.to_owned(),
        }
    }

    fn record(stamp: Stamp, base: Option<Stamp>, body: &str) -> StoredRecord {
        let name = RecordName::new("x", "answer", "4.1-a");
        StoredRecord {
            name,
            schema: 1,
            stamp,
            base,
            body: Some(body.to_owned()),
        }
    }

    fn row(it: &StoredRecord) -> Row {
        Row {
            key: it.name.key(),
            text: it.to_text(),
        }
    }

    /// Which version is gone on with, and which ones are kept beside it.
    fn verdict(journal: &StoredRecord, database: &StoredRecord) -> (String, Vec<String>) {
        let reading = reconcile(&[row(journal)], &[], &[row(database)], 1);
        let found = reading.found.values().next().unwrap();
        (
            found.record.stamp.to_string(),
            reading
                .rivals
                .iter()
                .map(|it| it.stamp.to_string())
                .collect(),
        )
    }

    #[test]
    fn the_highest_generation_wins_and_only_a_rival_is_kept_beside_it() {
        let old = record(stamp(5, "a"), None, "old");
        let base = Some(stamp(5, "a"));
        for (journal, database, winner, rivals, what) in [
            (
                record(stamp(6, "b"), base.clone(), "new"),
                old.clone(),
                "6.b",
                vec![],
                "an edit that was not saved",
            ),
            (
                old.clone(),
                record(stamp(6, "b"), base.clone(), "new"),
                "6.b",
                vec![],
                "a journal that lost its tail",
            ),
            (
                record(stamp(7, "a"), None, "new"),
                old.clone(),
                "7.a",
                vec![],
                "a writer's own later edit",
            ),
            (
                old.clone(),
                record(stamp(9, "c"), Some(stamp(8, "b")), "new"),
                "9.c",
                vec![],
                "far behind",
            ),
            (
                record(stamp(6, "b"), None, "new"),
                old.clone(),
                "6.b",
                vec!["5.a"],
                "made without the saved one",
            ),
            (
                record(stamp(6, "b"), base.clone(), "one"),
                record(stamp(6, "c"), base.clone(), "two"),
                "6.c",
                vec!["6.b"],
                "a tie goes to the saved one",
            ),
            (
                record(stamp(6, "b"), base.clone(), "one"),
                record(stamp(8, "c"), base.clone(), "two"),
                "8.c",
                vec!["6.b"],
                "both from the same base",
            ),
            (
                record(stamp(8, "b"), base.clone(), "same"),
                record(stamp(6, "c"), base.clone(), "same"),
                "6.c",
                vec![],
                "equal content is no conflict",
            ),
        ] {
            let rivals: Vec<String> = rivals.into_iter().map(str::to_owned).collect();
            assert_eq!(
                verdict(&journal, &database),
                (winner.to_owned(), rivals),
                "{what}"
            );
        }
    }

    #[test]
    fn damage_in_one_medium_is_set_aside_and_the_other_used() {
        let it = record(stamp(5, "a"), None, "text");
        let mut broken = row(&it);
        broken.text.push('!');
        for (journal, database, medium) in [
            (broken.clone(), row(&it), Medium::Journal),
            (row(&it), broken.clone(), Medium::Database),
        ] {
            let reading = reconcile(&[journal], &[], &[database], 1);
            assert_eq!(reading.found.values().next().unwrap().record, it);
            let damage = Damage {
                medium,
                row: broken.clone(),
                why: ReadError::Checksum,
            };
            assert_eq!(reading.damaged, [damage]);
        }
    }

    #[test]
    fn newer_data_is_noticed_in_either_medium() {
        let newer = StoredRecord {
            schema: 3,
            ..record(stamp(5, "a"), None, "text")
        };
        assert_eq!(reconcile(&[row(&newer)], &[], &[], 2).beyond, Some(3));
        assert_eq!(reconcile(&[], &[], &[row(&newer)], 2).beyond, Some(3));
        assert_eq!(reconcile(&[], &[], &[row(&newer)], 3).beyond, None);
    }

    #[test]
    fn the_copy_files_stand_between_the_journal_and_the_database() {
        let base = Some(stamp(5, "a"));
        let old = record(stamp(5, "a"), None, "old");
        let later = record(stamp(6, "a"), base.clone(), "later");
        let rival = record(stamp(6, "b"), base, "rival");
        for (journal, copy, database, winner, rivals) in [
            (&old, &later, &old, "6.a", vec![]),
            (&old, &old, &later, "6.a", vec![]),
            // Of two versions of the same generation the one stands that was certainly saved.
            (&rival, &later, &old, "6.a", vec!["6.b"]),
            (&rival, &later, &rival, "6.b", vec!["6.a"]),
        ] {
            let reading = reconcile(&[row(journal)], &[row(copy)], &[row(database)], 1);
            let found = reading.found.values().next().unwrap();
            let names: Vec<String> = reading
                .rivals
                .iter()
                .map(|it| it.stamp.to_string())
                .collect();
            assert_eq!(
                (found.record.stamp.to_string().as_str(), names),
                (winner, rivals.into_iter().map(str::to_owned).collect())
            );
            assert_eq!(found.copied.as_ref(), Some(&copy.stamp));
            assert_eq!(found.stored.as_ref(), Some(&database.stamp));
        }
    }
}
