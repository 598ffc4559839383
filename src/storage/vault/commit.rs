//! Saving: one strict transaction for everything an assessment has staged.

use super::shelf::{Held, Lock, Shelf};
use super::{News, Refreshed, Settings, Vault, VaultError};
use crate::storage::batch::{Batch, Committed, HistoryRow, Outcome, Put};
use crate::storage::copy::CopyFiles;
use crate::storage::media::{Database, Journal, Medium, Op, Row, Table};
use crate::storage::reconcile::quarantine_row;
use crate::storage::record::StoredRecord;
use crate::storage::state::SaveState;

/// How many transactions one call makes at most, so that a medium that always says "lost" cannot hold it for ever.
const ROUNDS: usize = 64;

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// Saves everything that is staged, and what a load found missing in a medium.
    ///
    /// Edits that arrive while a transaction is running go into the next one, and the call returns when there are
    /// none left or the database has refused. Calling it again is the way to try again; there is no timer in here.
    pub async fn commit(&self) -> SaveState {
        let _turn = self.turn().await;
        if self.look_after_refusal().await {
            self.read_copy_again().await;
            self.write_all().await;
        }
        self.clear_litter();
        self.tidy_journal().await;
        self.save_state()
    }

    /// Writes until nothing is due, or a medium has refused.
    async fn write_all(&self) {
        for _ in 0..ROUNDS {
            let batch = self.next_batch();
            if let Some(batch) = &batch {
                let written = match self.database.commit(batch).await {
                    Ok(outcome) => self.read_back(batch, &outcome).await.map(|()| outcome),
                    Err(it) => Err(it),
                };
                match written {
                    Ok(outcome) => self.settle(batch, outcome),
                    Err(it) => {
                        self.with(|state| {
                            state.database_fault = Some(it.detail);
                            state.is_suspect = true;
                        });
                        self.heed_newer();
                        return;
                    }
                }
            }
            // At once, and not after the other batches: until then nothing of this one is called saved.
            self.copy_out().await;
            if batch.is_none() && self.next_batch().is_none() {
                self.with(|state| state.is_suspect = false);
                return;
            }
        }
    }

    /// After a refusal the database is closed, opened and read again before anything is written. A browser whose disk
    /// is full may go on with a database that it will find damaged at its next start.
    ///
    /// Returns whether it answers.
    async fn look_after_refusal(&self) -> bool {
        if !self.with(|state| state.is_suspect) {
            return true;
        }
        self.database.close();
        let names: Vec<String> = self.with(|state| state.shelves.keys().cloned().collect());
        for name in names {
            let outstanding = self.with(|state| {
                let shelf = state.shelves.get(&name);
                shelf.map(Shelf::outstanding).unwrap_or_default()
            });
            match self.look_again(&name).await {
                Ok(found) => self.with(|state| {
                    if let Some(shelf) = state.shelves.get_mut(&name) {
                        shelf.owe_again(&outstanding);
                        shelf.report(found);
                    }
                }),
                Err(VaultError::Medium(it)) => {
                    self.with(|state| state.database_fault = Some(it.detail));
                    self.heed_newer();
                    return false;
                }
                // An assessment that is not open any more.
                Err(_) => {}
            }
        }
        true
    }

    fn next_batch(&self) -> Option<Batch> {
        self.with(|state| {
            let (assessment, shelf) = state.shelves.iter().find(|(_, it)| it.is_due())?;
            Some(Batch {
                writes_anew: state.is_suspect,
                ..shelf.batch(assessment, &self.settings)
            })
        })
    }

    fn settle(&self, batch: &Batch, outcome: Outcome) {
        self.with(|state| {
            state.database_fault = None;
            let Some(shelf) = state.shelves.get_mut(&batch.assessment) else {
                return;
            };
            match outcome {
                Outcome::Committed(committed) => {
                    state.litter.extend(shelf.confirm(batch, committed));
                    shelf.lift_news(&batch.assessment, &self.settings);
                    state.has_written = true;
                }
                Outcome::Fenced { found } => {
                    shelf.lock = Some(Lock::TooNew(found));
                    shelf.news.push(News::TooNew { found });
                }
                Outcome::Deleted => {
                    shelf.lock = Some(Lock::Deleted);
                    shelf.news.push(News::Deleted);
                    state.litter.extend(shelf.held.values().map(Held::to_row));
                    state.copy.forget.push(batch.assessment.clone());
                }
                Outcome::Lost => shelf.write_anew(),
            }
        });
    }
}

impl Shelf {
    /// Everything of this assessment that the database lacks.
    fn batch(&self, assessment: &str, settings: &Settings) -> Batch {
        let unsaved = self.held.values().filter(|it| !it.is_saved());
        let puts = unsaved.map(|it| Put {
            record: it.record.clone(),
            over: it.over.clone(),
        });
        let of_journal = self
            .damaged
            .iter()
            .filter(|it| it.medium == Medium::Journal);
        let ops = of_journal.map(|it| {
            let row = quarantine_row(assessment, Medium::Journal, &it.row.key, &it.row.text);
            Op::Put(Table::Quarantine, row)
        });
        // Where a record takes the place of damaged bytes, the transaction moves them by itself.
        let of_database = self
            .damaged
            .iter()
            .filter(|it| it.medium == Medium::Database);
        let rescues = of_database
            .filter(|it| !self.held.contains_key(&it.row.key))
            .map(|it| it.row.clone());
        let history = self.edits.iter().map(|(entry, touches)| HistoryRow {
            row: entry.to_row(),
            touches: touches.clone(),
        });
        Batch {
            assessment: assessment.to_owned(),
            schema: settings.schema,
            held_before: self.is_in_database(assessment),
            writes_anew: false,
            puts: puts.collect(),
            rescues: rescues.collect(),
            history: history.collect(),
            ops: ops
                .chain(
                    self.kept
                        .iter()
                        .map(|it| Op::Put(Table::Snapshots, it.clone())),
                )
                .collect(),
            history_limit: settings.history,
        }
    }

    /// Takes note that a batch is in the database. Returns the journal's bytes that are in quarantine now.
    fn confirm(&mut self, batch: &Batch, committed: Committed) -> Vec<Row> {
        for put in &batch.puts {
            if let Some(held) = self.held.get_mut(&put.record.name.key()) {
                if held.is_unseen && held.record.stamp != put.record.stamp {
                    // The edit that has come since knows nothing of what was put there.
                    held.stored = Some(put.record.stamp.clone());
                } else {
                    held.note_stored(&put.record.stamp);
                }
                held.is_ours_to_copy = true;
            }
        }
        for theirs in committed.superseded {
            let is_same = batch
                .puts
                .iter()
                .any(|it| it.record.stamp == theirs.stamp && it.record.name == theirs.name);
            if !is_same && self.give_way(batch, &theirs) {
                self.news.push(News::Changed(theirs));
            }
        }
        for conflict in committed.conflicts {
            self.adopt(conflict.copy.clone());
            if let Some(held) = self.held.get_mut(&conflict.copy.name.key()) {
                held.is_ours_to_copy = true;
            }
            let is_shown = self.give_way(batch, &conflict.winner);
            self.news.push(if is_shown {
                News::Conflict(conflict)
            } else {
                // Which version is shown is decided with the edit that has come since.
                News::Changed(conflict.copy)
            });
        }
        // Entries may have been dropped from the front meanwhile, so they are told apart by their keys.
        self.edits.retain(|(entry, _)| {
            !batch
                .history
                .iter()
                .any(|it| it.row.key == entry.to_row().key)
        });
        self.kept
            .retain(|it| !batch.ops.contains(&Op::Put(Table::Snapshots, it.clone())));
        let moved = std::mem::take(&mut self.damaged);
        moved
            .into_iter()
            .filter(|it| it.medium == Medium::Journal)
            .map(|it| it.row)
            .collect()
    }

    /// Takes over the version that now stands under a name. Returns whether it is the one to show: not if there has
    /// been another edit since the batch was made, which then knows nothing of it.
    fn give_way(&mut self, batch: &Batch, winner: &StoredRecord) -> bool {
        let tried = batch
            .puts
            .iter()
            .find(|it| it.record.name == winner.name)
            .map(|it| &it.record.stamp);
        self.note_generation(winner);
        match self.held.get_mut(&winner.name.key()) {
            Some(held) if Some(&held.record.stamp) != tried => {
                held.stored = Some(winner.stamp.clone());
                held.is_unseen |= Some(&winner.stamp) != tried;
                false
            }
            _ => {
                self.adopt(winner.clone());
                true
            }
        }
    }

    /// The keys of the records that the database is not known to hold.
    fn outstanding(&self) -> Vec<String> {
        let unsaved = self.held.iter().filter(|(_, it)| !it.is_saved());
        unsaved.map(|(key, _)| key.clone()).collect()
    }

    /// What a database shows right after it has refused it may come from its memory: it is written once more.
    fn owe_again(&mut self, keys: &[String]) {
        for key in keys {
            if let Some(held) = self.held.get_mut(key)
                && held.is_saved()
            {
                held.stored = None;
            }
        }
    }

    /// Puts what a look at the database has found among the news.
    fn report(&mut self, found: Refreshed) {
        match found {
            Refreshed::Changed(records) => {
                self.news.extend(records.into_iter().map(News::Changed));
            }
            Refreshed::TooNew { found } => self.news.push(News::TooNew { found }),
            Refreshed::Deleted => self.news.push(News::Deleted),
        }
    }

    /// Everything is to be written again: the database has lost it.
    fn write_anew(&mut self) {
        for held in self.held.values_mut() {
            held.stored = None;
            held.drafted = None;
        }
        self.news.push(News::Rewritten);
    }
}
