//! What is kept beside the records: history and snapshots. And the end of an assessment.

use super::shelf::{Lock, Shelf};
use super::{News, Vault, VaultError};
use crate::storage::batch::{Batch, Outcome};
use crate::storage::copy::CopyFiles;
use crate::storage::history::HistoryEntry;
use crate::storage::media::{Database, Journal, Medium, MediumError, Op, Row, Table};
use crate::storage::reconcile::reconcile;
use crate::storage::record::{RecordName, Stamp, StoredRecord};
use crate::storage::snapshots::{Snapshot, SnapshotNote, outlived};

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// What the last edits did, oldest first, at most `count`; those that are not saved yet included.
    ///
    /// Entries that cannot be read are left out: undo ends before them.
    ///
    /// # Errors
    /// If the database refuses. Without a database, [`Self::unsaved_history`] has the edits of this tab.
    pub async fn recent_history(
        &self,
        assessment: &str,
        count: usize,
    ) -> Result<Vec<HistoryEntry>, MediumError> {
        let rows = self
            .database
            .scan(Table::History, &RecordName::prefix(assessment))
            .await?;
        let saved = rows
            .iter()
            .rev()
            .map_while(|it| HistoryEntry::from_row(it).ok())
            .take(count);
        let mut entries: Vec<HistoryEntry> = saved.collect();
        entries.reverse();
        for it in self.unsaved_history(assessment) {
            if !entries.contains(&it) {
                entries.push(it);
            }
        }
        let surplus = entries.len().saturating_sub(count);
        entries.drain(..surplus);
        Ok(entries)
    }

    /// What the edits did that the database does not hold, oldest first.
    #[must_use]
    pub fn unsaved_history(&self, assessment: &str) -> Vec<HistoryEntry> {
        self.with(|state| {
            let shelf = state.shelves.get(assessment);
            shelf
                .map(|it| it.edits.iter().map(|(entry, _)| entry.clone()).collect())
                .unwrap_or_default()
        })
    }

    /// Keeps a whole assessment as it is, and drops snapshots that have had their time in the same transaction.
    ///
    /// `body` is opaque and has to hold everything: snapshots are independent of the records.
    ///
    /// # Errors
    /// If the database refuses, the data is newer than this build, or the assessment was deleted.
    pub async fn snapshot(
        &self,
        assessment: &str,
        note: SnapshotNote,
        body: &str,
    ) -> Result<Snapshot, VaultError> {
        let _turn = self.turn().await;
        let mut kept = self.snapshots(assessment).await?;
        let order = self.with(|state| {
            state.snapshots = state.snapshots.saturating_add(1);
            let generation = state.shelves.get(assessment).map_or(0, |it| it.generation);
            // After those that are there, also where the assessment was begun anew.
            let last = kept
                .last()
                .and_then(Snapshot::generation)
                .unwrap_or_default();
            let writer = &self.settings.writer;
            format!(
                "{:020}.{:06}.{writer}",
                generation.max(last),
                state.snapshots
            )
        });
        let new = Snapshot::new(assessment, &order, note);
        kept.push(new.clone());
        let outlived = outlived(&kept)
            .into_iter()
            .map(|it| Op::Remove(Table::Snapshots, it));
        let put = Op::Put(Table::Snapshots, new.to_row(body));
        self.apply(assessment, outlived.chain([put]).collect())
            .await?;
        Ok(new)
    }

    /// The snapshots of an assessment, oldest first.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn snapshots(&self, assessment: &str) -> Result<Vec<Snapshot>, MediumError> {
        let keys = self
            .database
            .keys(Table::Snapshots, &RecordName::prefix(assessment))
            .await?;
        Ok(keys
            .iter()
            .filter_map(|it| Snapshot::from_key(it))
            .collect())
    }

    /// The body of a snapshot; `None` if there is no such snapshot any more.
    ///
    /// # Errors
    /// If the database refuses, or what it holds is damaged.
    pub async fn snapshot_body(&self, key: &str) -> Result<Option<String>, MediumError> {
        let Some(text) = self.database.get(Table::Snapshots, key).await? else {
            return Ok(None);
        };
        match Snapshot::body(key, &text) {
            Ok(body) => Ok(Some(body.to_owned())),
            Err(why) => Err(MediumError {
                medium: Medium::Database,
                action: "read",
                detail: why.to_string(),
            }),
        }
    }

    /// What could not be read, of one assessment, as it is in quarantine.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn quarantine(&self, assessment: &str) -> Result<Vec<Row>, MediumError> {
        self.database
            .scan(Table::Quarantine, &RecordName::prefix(assessment))
            .await
    }

    /// Removes an assessment for good: records, history, snapshots, quarantine, in all media.
    ///
    /// A mark without any content stays, so that another tab that has it open cannot bring half of it back.
    ///
    /// # Errors
    /// If a medium refuses, or the data is newer than this build. If it is the journal or the copy files, the
    /// assessment is deleted and only that copy was not removed; calling again tries that again.
    pub async fn purge(&self, assessment: &str) -> Result<(), VaultError> {
        let _turn = self.turn().await;
        let prefix = RecordName::prefix(assessment);
        let journal = self.journal.read_all(&prefix);
        let database = self.database.scan(Table::Records, &prefix).await?;
        let reading = reconcile(
            journal.as_deref().unwrap_or_default(),
            &[],
            &database,
            self.settings.schema,
        );
        if let Some(found) = reading.beyond {
            return Err(VaultError::ReadOnly { found });
        }
        let known = self.with(|state| state.shelves.get(assessment).map_or(0, |it| it.generation));
        let generation = known.max(reading.generation).saturating_add(1);
        let mark = StoredRecord {
            name: RecordName::about(assessment),
            schema: self.settings.schema,
            stamp: Stamp {
                generation,
                writer: self.settings.writer.clone(),
            },
            base: None,
            body: None,
        };
        let clear = Table::ALL
            .into_iter()
            .map(|it| Op::RemovePrefix(it, prefix.clone()));
        let put = Op::Put(
            Table::Records,
            Row {
                key: mark.name.key(),
                text: mark.to_text(),
            },
        );
        match self.apply(assessment, clear.chain([put]).collect()).await {
            Ok(()) | Err(VaultError::Deleted) => {}
            Err(it) => return Err(it),
        }
        self.with(|state| {
            let mut shelf = Shelf {
                lock: Some(Lock::Deleted),
                ..Shelf::default()
            };
            shelf.adopt(mark);
            state.shelves.insert(assessment.to_owned(), shelf);
            state.has_written = true;
        });
        for row in journal? {
            self.journal.remove(&row.key)?;
            self.with(|state| state.journal_use.forget(&row.key));
        }
        Ok(self.forget_copy(assessment).await?)
    }

    /// Writes operations that replace no record, behind the same fence as records.
    async fn apply(&self, assessment: &str, ops: Vec<Op>) -> Result<(), VaultError> {
        if let Some(found) = self.with(|state| state.retired) {
            return Err(VaultError::ReadOnly { found });
        }
        let batch = Batch {
            assessment: assessment.to_owned(),
            schema: self.settings.schema,
            held_before: false,
            writes_anew: false,
            puts: Vec::new(),
            rescues: Vec::new(),
            history: Vec::new(),
            ops,
            history_limit: self.settings.history,
        };
        let outcome = self.database.commit(&batch).await?;
        self.with(|state| {
            let shelf = state.shelves.get_mut(assessment);
            match outcome {
                Outcome::Fenced { found } => {
                    if let Some(it) = shelf {
                        it.lock = Some(Lock::TooNew(found));
                        it.news.push(News::TooNew { found });
                    }
                    Err(VaultError::ReadOnly { found })
                }
                Outcome::Deleted => Err(VaultError::Deleted),
                Outcome::Committed(_) | Outcome::Lost => Ok(()),
            }
        })
    }
}
