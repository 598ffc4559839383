//! Records of an older schema brought to the one of this build, and the end of writing where a newer build takes over.
//!
//! A migration is an edit like any other: its records follow the versions they were made from, and go into the
//! database in one transaction. In the same transaction the old bodies are kept as a snapshot for good, and nothing
//! is called saved before all of it has been read back and compared.

use super::shelf::{Held, Lock, Shelf};
use super::{News, Settings, Vault};
use crate::migrations::Chain;
use crate::storage::batch::{Batch, Committed, Outcome};
use crate::storage::copy::CopyFiles;
use crate::storage::history::{History, HistoryEntry};
use crate::storage::media::{Database, Journal, Medium, MediumError, Op, Row, Table};
use crate::storage::reconcile::Damage;
use crate::storage::record::{RecordName, Stamp, StoredRecord};
use crate::storage::sealed::ReadError;
use crate::storage::snapshots::{Keep, Snapshot, SnapshotNote};

/// How bodies of older schemas become bodies of [`Settings::schema`].
#[derive(Debug, Clone)]
pub struct Migration {
    /// The steps. They end with [`Settings::schema`].
    pub chain: Chain,
    /// When this tab was opened, as `2026-11-22T14:02`: shown with the snapshot, and never used to order anything.
    pub opened: String,
    /// Writes the records of an assessment, given with their schema as `kind/id` and body, in the form in which the
    /// caller's snapshots are.
    pub keep: fn(assessment: &str, schema: u32, records: &[(String, String)]) -> String,
}

/// Why a migration keeps a snapshot.
const REASON: &str = "migration";
/// What a migration is called in the history.
const LABEL: &str = "edit-migration";

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// Saves what is staged and then writes nothing any more, because a newer build is about to change the database.
    ///
    /// The news of every open assessment says so. What the database did not take before is in the journal, where the
    /// newer build finds it.
    pub async fn retire(&self, found: u32) {
        self.commit().await;
        let _turn = self.turn().await;
        self.stop_writing(found);
    }

    /// Writes nothing any more where the database turns out to be a newer build's.
    pub(super) fn heed_newer(&self) {
        if let Some(found) = self.database.newer() {
            self.stop_writing(found);
        }
    }

    fn stop_writing(&self, found: u32) {
        self.with(|state| {
            if state.retired.replace(found).is_some() {
                return;
            }
            for shelf in state.shelves.values_mut() {
                shelf.lock = Some(Lock::TooNew(found));
                shelf.news.push(News::TooNew { found });
            }
        });
    }

    /// Reads back what a migration has written. Other batches are taken at the database's word.
    pub(super) async fn read_back(
        &self,
        batch: &Batch,
        outcome: &Outcome,
    ) -> Result<(), MediumError> {
        let Outcome::Committed(committed) = outcome else {
            return Ok(());
        };
        let kept = batch.ops.iter().find_map(|it| match it {
            Op::Put(Table::Snapshots, row) => Some(row),
            _ => None,
        });
        let Some(kept) = kept else {
            return Ok(());
        };
        let snapshot = self.database.get(Table::Snapshots, &kept.key).await?;
        let rows = self
            .database
            .scan(Table::Records, &RecordName::prefix(&batch.assessment))
            .await?;
        let is_there = |it: &StoredRecord| {
            let key = it.name.key();
            let text = rows.iter().find(|row| row.key == key).map(|row| &row.text);
            text.and_then(|text| StoredRecord::from_text(&key, text).ok())
                .is_some_and(|found| found == *it || found.stamp.generation > it.stamp.generation)
        };
        let mut written = batch.puts.iter().map(|it| &it.record);
        if snapshot.as_ref() == Some(&kept.text)
            && written.all(|it| is_there(it) || committed.settles(it))
        {
            return Ok(());
        }
        Err(MediumError {
            medium: Medium::Database,
            action: "migrate",
            detail: "what was written is not what is read back".to_owned(),
        })
    }
}

impl Committed {
    /// Whether the database kept another version in place of this one.
    fn settles(&self, record: &StoredRecord) -> bool {
        let others = self.conflicts.iter().map(|it| &it.winner);
        others
            .chain(&self.superseded)
            .any(|it| it.name == record.name)
    }
}

impl Shelf {
    /// Brings every record to the newest schema. What the chain refuses stays as it is, is not shown, and is kept
    /// beside whatever may take its place.
    pub(super) fn lift(&mut self, assessment: &str, settings: &Settings) {
        let Some(migration) = &settings.migration else {
            return;
        };
        let chain = &migration.chain;
        self.unlifted.clear();
        let mut lifted = Vec::new();
        let mut before = Vec::new();
        let mut oldest = chain.newest();
        for (key, held) in self.held.iter() {
            let record = &held.record;
            let Some(body) = record.body.as_ref() else {
                continue;
            };
            before.push((
                format!("{}/{}", record.name.kind, record.name.id),
                body.clone(),
            ));
            if !chain.is_old(record.schema) {
                continue;
            }
            match lift(chain, record, body) {
                Some(body) => {
                    oldest = oldest.min(record.schema);
                    lifted.push((key.clone(), body));
                }
                None => self.unlifted.push(key.clone()),
            }
        }
        if lifted.is_empty() {
            return;
        }
        self.generation = self.generation.saturating_add(1);
        let stamp = Stamp {
            generation: self.generation,
            writer: settings.writer.clone(),
        };
        self.kept.push(migration.snapshot(
            assessment,
            &stamp,
            &(migration.keep)(assessment, oldest, &before),
        ));
        for (key, body) in lifted {
            if let Some(held) = self.held.get_mut(&key) {
                held.lift(settings.schema, &stamp, body);
            }
        }
        // Undo ends here: an edit from before would bring a body of the old schema back.
        let entry = HistoryEntry {
            assessment: assessment.to_owned(),
            sequence: stamp.generation,
            writer: stamp.writer,
            edit: History {
                label: LABEL.to_owned(),
                forward: String::new(),
                inverse: String::new(),
            },
        };
        self.edits.push((entry, Vec::new()));
    }

    /// Lifts what came from the database, and returns it as it is now. What cannot be lifted is left out.
    pub(super) fn lift_all(
        &mut self,
        assessment: &str,
        settings: &Settings,
        records: Vec<StoredRecord>,
    ) -> Vec<StoredRecord> {
        self.lift(assessment, settings);
        let now = |it: StoredRecord| {
            let key = it.name.key();
            if self.unlifted.contains(&key) {
                return None;
            }
            let held = self.held.get(&key).map(|held| &held.record);
            Some(
                held.filter(|held| held.schema > it.schema)
                    .cloned()
                    .unwrap_or(it),
            )
        };
        records.into_iter().filter_map(now).collect()
    }

    /// Lifts what came with the news.
    pub(super) fn lift_news(&mut self, assessment: &str, settings: &Settings) {
        self.lift(assessment, settings);
        let held = &self.held;
        let renew = |it: &mut StoredRecord| {
            if let Some(now) = held.get(&it.name.key())
                && now.record.schema > it.schema
            {
                *it = now.record.clone();
            }
        };
        for news in &mut self.news {
            match news {
                News::Changed(it) => renew(it),
                News::Conflict(it) => {
                    renew(&mut it.winner);
                    renew(&mut it.copy);
                }
                News::Rewritten | News::TooNew { .. } | News::Deleted => {}
            }
        }
    }

    /// The records that no step of the chain could read.
    pub(super) fn unlifted(&self) -> Vec<Damage> {
        let held = self.unlifted.iter().filter_map(|it| self.held.get(it));
        held.map(|it| Damage {
            medium: if it.stored.is_some() {
                Medium::Database
            } else {
                Medium::Journal
            },
            row: it.to_row(),
            why: ReadError::Unlifted {
                schema: it.record.schema,
            },
        })
        .collect()
    }
}

impl Migration {
    fn snapshot(&self, assessment: &str, stamp: &Stamp, body: &str) -> Row {
        let order = format!("{:020}.000000.{}", stamp.generation, stamp.writer);
        let note = SnapshotNote {
            reason: REASON.to_owned(),
            taken: self.opened.clone(),
            keep: Keep::Always,
        };
        Snapshot::new(assessment, &order, note).to_row(body)
    }
}

impl Held {
    /// Puts the body of the newest schema in place, as a version that follows the one it was made from.
    fn lift(&mut self, schema: u32, stamp: &Stamp, body: String) {
        let before = std::mem::replace(&mut self.record.stamp, stamp.clone());
        self.record.schema = schema;
        self.record.body = Some(body);
        if self.is_unseen {
            self.record.base = None;
            return;
        }
        self.record.base = self.stored.clone().or(self.record.base.take());
        if !self.over.contains(&before) {
            self.over.push(before);
        }
    }
}

/// The body in the newest schema. A conflict copy has the shape of what it is a copy of.
pub(super) fn lift(chain: &Chain, record: &StoredRecord, body: &str) -> Option<String> {
    let original = record.name.conflict_of().map(|(name, _)| name);
    let RecordName { kind, id, .. } = original.as_ref().unwrap_or(&record.name);
    // The body of a copy of a removal is `null` in every schema.
    if original.is_some() && body == "null" {
        return Some(body.to_owned());
    }
    chain.lift(record.schema, kind, id, body).ok()
}
