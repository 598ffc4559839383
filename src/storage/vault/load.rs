//! Reading: the first look at an assessment, and later ones after other tabs have written.

use super::shelf::{Held, Lock, Shelf};
use super::upkeep::JournalUse;
use super::{Loaded, News, Refreshed, Restored, Settings, Vault, VaultError, raw_rows};
use crate::storage::batch::Conflict;
use crate::storage::copy::{Contents, CopyFiles};
use crate::storage::media::{Database, Journal, Medium, MediumError, Row, Table};
use crate::storage::reconcile::{Damage, Found, Reading, Repair, Shortfall, reconcile};
use crate::storage::record::{RecordName, StoredRecord};
use crate::storage::sealed::ReadError;

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// Reads an assessment from both media and opens it. Writes nothing: what has to be put right in the poorer
    /// medium is written by the next [`Self::commit`].
    ///
    /// An assessment that is open already is refreshed and returned as it is in memory, unsaved edits included.
    pub async fn load(&self, assessment: &str) -> Loaded {
        let _turn = self.turn().await;
        if let Some(it) = self.too_new(assessment) {
            return it;
        }
        if self.with(|state| {
            state
                .shelves
                .get(assessment)
                .is_some_and(|it| it.lock.is_none())
        }) {
            return self.reload(assessment).await;
        }
        // The journal first: an edit that another tab saves meanwhile is then at worst seen twice, never missed.
        let journal = self.journal.read_all(RecordName::product_prefix());
        let prefix = RecordName::prefix(assessment);
        let copy = self.read_copy().await;
        let database = self.database.scan(Table::Records, &prefix).await;
        self.heed_newer();
        if let Some(it) = self.too_new(assessment) {
            return it;
        }
        let mut refused = Vec::new();
        let journal = self.note_journal(journal, assessment, &mut refused);
        self.with(|state| state.copy.note_reading(assessment, copy.is_ok()));
        let copy = copy.unwrap_or_else(|it| {
            refused.push(it);
            Contents::default()
        });
        self.with(|state| {
            state.database_fault = database.as_ref().err().map(|it| it.detail.clone());
            // The copy files may hold the only other version of what it keeps as a conflict copy.
            state.is_suspect |= database.is_err();
        });
        let database = database.unwrap_or_else(|it| {
            refused.push(it);
            Vec::new()
        });
        let (is_broken, has_copy) = (copy.is_broken, !copy.is_new());
        let copy = copy.below(&prefix);
        let reading = reconcile(&journal, &copy, &database, self.settings.schema);
        let mut loaded = self.open_shelf(assessment, reading, refused, [journal, copy, database]);
        if has_copy {
            self.with(|state| {
                if let Some(shelf) = state.shelves.get_mut(assessment) {
                    shelf.answer_for_copy();
                }
            });
        }
        if let Loaded::Restored(it) = &mut loaded
            && is_broken
        {
            it.mistrust_copy();
        }
        loaded
    }

    /// What a load finds where a newer build has the database: what the journal holds, for reading only.
    fn too_new(&self, assessment: &str) -> Option<Loaded> {
        let found = self.with(|state| state.retired)?;
        let rows = self.journal.read_all(&RecordName::prefix(assessment));
        let raw = raw_rows(Medium::Journal, Table::Records, rows.unwrap_or_default()).collect();
        Some(Loaded::TooNew { found, raw })
    }

    /// Opens an assessment that does not exist yet, or goes on without what could not be read.
    ///
    /// Unreadable bytes are copied into quarantine before anything takes their place. Where records exist that were
    /// not read, nothing of them is replaced: they meet the new ones as conflicts.
    ///
    /// # Errors
    /// If the data is newer than this build.
    pub fn begin(&self, assessment: &str) -> Result<(), VaultError> {
        self.with(|state| {
            if let Some(found) = state.retired {
                return Err(VaultError::ReadOnly { found });
            }
            let mut refused = None;
            state.shelves.update(assessment, |shelf| match shelf.lock {
                Some(Lock::TooNew(found)) => refused = Some(found),
                _ => shelf.lock = None,
            });
            refused.map_or(Ok(()), |found| Err(VaultError::ReadOnly { found }))
        })
    }

    /// Looks for what other tabs have saved.
    ///
    /// # Errors
    /// If the assessment is not open, or the database refuses.
    pub async fn refresh(&self, assessment: &str) -> Result<Refreshed, VaultError> {
        let _turn = self.turn().await;
        self.look_again(assessment).await
    }

    pub(super) async fn look_again(&self, assessment: &str) -> Result<Refreshed, VaultError> {
        if let Some(found) = self.with(|state| state.retired) {
            return Ok(Refreshed::TooNew { found });
        }
        self.with(|state| {
            state
                .shelves
                .get(assessment)
                .map(|_| ())
                .ok_or(VaultError::NotOpen)
        })?;
        let rows = self
            .database
            .scan(Table::Records, &RecordName::prefix(assessment))
            .await?;
        let reading = reconcile(&[], &[], &rows, self.settings.schema);
        self.with(|state| {
            let shelf = state
                .shelves
                .get_mut(assessment)
                .ok_or(VaultError::NotOpen)?;
            Ok(match shelf.refresh(assessment, reading) {
                Refreshed::Changed(records) => {
                    Refreshed::Changed(shelf.lift_all(assessment, &self.settings, records))
                }
                other => other,
            })
        })
    }

    async fn reload(&self, assessment: &str) -> Loaded {
        let refused = match self.look_again(assessment).await {
            Ok(Refreshed::Changed(_)) => Vec::new(),
            Ok(Refreshed::Deleted) => return Loaded::Deleted,
            Ok(Refreshed::TooNew { found }) => {
                let rows = self
                    .database
                    .scan(Table::Records, &RecordName::prefix(assessment))
                    .await;
                let raw =
                    raw_rows(Medium::Database, Table::Records, rows.unwrap_or_default()).collect();
                return Loaded::TooNew { found, raw };
            }
            Err(VaultError::Medium(it)) => vec![it],
            Err(_) => Vec::new(),
        };
        self.with(|state| {
            let shelf = state.shelves.get(assessment);
            Loaded::Restored(Restored {
                records: shelf.map(Shelf::records).unwrap_or_default(),
                unlifted: shelf.map(Shelf::unlifted).unwrap_or_default(),
                refused,
                ..Restored::default()
            })
        })
    }

    /// Remembers how much the journal holds, and returns the rows of one assessment.
    fn note_journal(
        &self,
        journal: Result<Vec<Row>, MediumError>,
        assessment: &str,
        refused: &mut Vec<MediumError>,
    ) -> Vec<Row> {
        self.with(|state| match journal {
            Ok(rows) => {
                state.journal_fault = None;
                state.journal_use = JournalUse::of(&rows);
                let prefix = RecordName::prefix(assessment);
                rows.into_iter()
                    .filter(|it| it.key.starts_with(&prefix))
                    .collect()
            }
            Err(it) => {
                state.journal_fault = Some(it.detail.clone());
                refused.push(it);
                Vec::new()
            }
        })
    }

    fn open_shelf(
        &self,
        assessment: &str,
        reading: Reading,
        refused: Vec<MediumError>,
        rows: [Vec<Row>; 3],
    ) -> Loaded {
        let mut shelf = Shelf {
            generation: reading.generation,
            ..Shelf::default()
        };
        let about = reading.found.get(&RecordName::about(assessment).key());
        let deleted = about.is_some_and(|it| {
            it.record.body.is_none() && it.stored.as_ref() == Some(&it.record.stamp)
        });
        let loaded = if let Some(found) = reading.beyond {
            shelf.lock = Some(Lock::TooNew(found));
            let rows = Medium::ALL.into_iter().zip(rows);
            let raw = rows.flat_map(|(medium, rows)| raw_rows(medium, Table::Records, rows));
            Loaded::TooNew {
                found,
                raw: raw.collect(),
            }
        } else if deleted {
            shelf.lock = Some(Lock::Deleted);
            shelf.fill(reading, &refused);
            shelf.held.retain(Held::is_saved);
            let [journal, copy, _] = rows;
            self.with(|state| {
                state.litter.extend(journal);
                if !copy.is_empty() {
                    state.copy.forget.push(assessment.to_owned());
                }
            });
            Loaded::Deleted
        } else if !reading.found.is_empty() {
            let mut restored = shelf.fill(reading, &refused);
            restored.refused = refused;
            shelf.lift(assessment, &self.settings);
            restored.records = shelf.records();
            restored.unlifted = shelf.unlifted();
            Loaded::Restored(restored)
        } else if !reading.damaged.is_empty() {
            shelf.lock = Some(Lock::Unreadable);
            let damaged = reading.damaged.clone();
            shelf.fill(reading, &refused);
            Loaded::Unreadable { damaged }
        } else if refused.is_empty() {
            return Loaded::Nothing;
        } else {
            let said = |medium| refused.iter().find(|it| it.medium == medium).cloned();
            return Loaded::Unavailable {
                journal: said(Medium::Journal),
                copy: said(Medium::Copy),
                database: said(Medium::Database),
            };
        };
        self.with(|state| state.shelves.insert(assessment.to_owned(), shelf));
        loaded
    }
}

impl Restored {
    /// Where the copy files had to stand in for the database, and are damaged themselves, something may be missing
    /// whose name nobody knows any more. A copy that was only torn by a kill and is not needed is no news.
    fn mistrust_copy(&mut self) {
        let is_needed = |it: &Repair| matches!(it, Repair::FromCopy { .. });
        if self.repairs.iter().any(is_needed) {
            let (key, text) = (String::new(), String::new());
            let damage = Damage {
                medium: Medium::Copy,
                row: Row { key, text },
                why: ReadError::Checksum,
            };
            self.repairs.push(Repair::Quarantined {
                damage,
                recovered: false,
            });
        }
    }
}

impl Shelf {
    /// Every record that has a body this build reads.
    fn records(&self) -> Vec<StoredRecord> {
        self.held
            .iter()
            .filter(|(key, it)| it.record.body.is_some() && !self.unlifted.contains(key))
            .map(|(_, it)| it.record.clone())
            .collect()
    }

    /// Takes over what was read. What the database lacks is thereby unsaved and goes into the next commit.
    fn fill(&mut self, reading: Reading, refused: &[MediumError]) -> Restored {
        let unread = refused.iter().any(|it| it.medium == Medium::Database);
        let mut restored = Restored::default();
        for (key, found) in reading.found.iter() {
            if let Some(database) = shortfall(key, found, &reading, unread) {
                let name = found.record.name.clone();
                let is_journaled = found.drafted.as_ref() == Some(&found.record.stamp);
                restored.repairs.push(if is_journaled {
                    Repair::FromJournal { name, database }
                } else {
                    Repair::FromCopy { name, database }
                });
            }
        }
        for damage in &reading.damaged {
            let recovered = reading.found.contains_key(&damage.row.key);
            restored.repairs.push(Repair::Quarantined {
                damage: damage.clone(),
                recovered,
            });
        }
        for (
            key,
            Found {
                record,
                stored,
                drafted,
                copied,
            },
        ) in reading.found
        {
            // A rival in the database is replaced only together with the making of its copy.
            let is_unseen = reading
                .rivals
                .iter()
                .any(|it| it.name == record.name && stored.as_ref() == Some(&it.stamp));
            let known = stored.as_ref().filter(|_| !is_unseen);
            let held = Held {
                over: known.into_iter().chain(&record.base).cloned().collect(),
                record,
                stored,
                drafted,
                copied,
                is_ours_to_copy: false,
                is_unseen,
            };
            self.held.insert(key, held);
        }
        for loser in reading.rivals {
            let copy = loser.conflict_copy();
            if let Some(winner) = self.held.get(&loser.name.key()) {
                let winner = winner.record.clone();
                restored.conflicts.push(Conflict {
                    winner,
                    copy: copy.clone(),
                });
            }
            // A copy that is there already may have been dealt with since: it stays as it is.
            let key = copy.name.key();
            if !self.held.contains_key(&key) {
                self.held.insert(key, Held::unsaved(copy));
            }
        }
        self.damaged = reading.damaged;
        restored
    }

    /// Takes over what the copy files hold, which could not be read when this was opened. A version that is newer there
    /// is taken over as an unsaved one, and a rival is kept beside it: both go into the next commit.
    pub(super) fn take_copy(&mut self, rows: &[Row], settings: &Settings) {
        let here: Vec<Row> = self.held.values().map(Held::to_row).collect();
        let reading = reconcile(&here, rows, &[], settings.schema);
        if let Some(found) = reading.beyond {
            self.lock = Some(Lock::TooNew(found));
            self.news.push(News::TooNew { found });
            return;
        }
        self.generation = self.generation.max(reading.generation);
        self.damaged.extend(reading.damaged);
        let mut rivals = reading.rivals;
        let mut replaced = Vec::new();
        for (key, found) in reading.found {
            if found.copied.is_none() {
                continue;
            }
            let before = self.held.remove(&key);
            let held = match before {
                Some(mine) if mine.knows(&found.record) => Held {
                    copied: found.copied,
                    ..mine
                },
                before => {
                    // An edit made here that was never saved is in nobody's past, however old it looks.
                    let is_rival =
                        |it: &Held| !it.is_saved() && it.record.stamp.writer == settings.writer;
                    rivals.extend(
                        before
                            .as_ref()
                            .filter(|it| is_rival(it))
                            .map(|it| it.record.clone()),
                    );
                    self.news.push(News::Changed(found.record.clone()));
                    let stored = before.as_ref().and_then(|it| it.stored.clone());
                    let drafted = before.as_ref().and_then(|it| it.drafted.clone());
                    replaced.extend(before.map(|it| it.record));
                    Held {
                        over: stored.iter().chain(&found.record.base).cloned().collect(),
                        stored,
                        drafted,
                        copied: found.copied,
                        ..Held::unsaved(found.record)
                    }
                }
            };
            self.held.insert(key, held);
        }
        for loser in rivals {
            let copy = loser.conflict_copy();
            let key = copy.name.key();
            let winner = self.held.get(&loser.name.key());
            // One that this tab has replaced knowingly is no rival.
            let is_known = !replaced.contains(&loser) && winner.is_some_and(|it| it.knows(&loser));
            if let Some(winner) = winner
                && !is_known
                && !self.held.contains_key(&key)
            {
                let winner = winner.record.clone();
                self.news.push(News::Conflict(Conflict {
                    winner,
                    copy: copy.clone(),
                }));
                self.held.insert(key, Held::unsaved(copy));
            }
        }
    }

    /// Takes over what other tabs have saved; what is unsaved here is left to the commit.
    fn refresh(&mut self, assessment: &str, reading: Reading) -> Refreshed {
        if let Some(found) = reading.beyond {
            self.lock = Some(Lock::TooNew(found));
            return Refreshed::TooNew { found };
        }
        let about = reading.found.get(&RecordName::about(assessment).key());
        if about.is_some_and(|it| it.record.body.is_none()) {
            self.lock = Some(Lock::Deleted);
            return Refreshed::Deleted;
        }
        self.generation = self.generation.max(reading.generation);
        for (key, held) in self.held.iter_mut() {
            // What the database has lost is unsaved again.
            if held.stored.is_some() && !reading.found.contains_key(key) {
                held.stored = None;
            }
        }
        let mut changed = Vec::new();
        for (key, found) in reading.found {
            let theirs = found.record;
            match self.held.get_mut(&key) {
                Some(mine) if mine.record.stamp == theirs.stamp => {
                    mine.is_ours_to_copy |= !mine.is_saved();
                    mine.note_stored(&theirs.stamp);
                }
                Some(mine) if mine.stored.as_ref() == Some(&theirs.stamp) => {}
                Some(mine) if !mine.is_saved() => {}
                // An older version than was confirmed: the database was put back, and gets the newer one again.
                Some(mine) if mine.record.stamp.generation > theirs.stamp.generation => {
                    mine.note_stored(&theirs.stamp);
                }
                _ => {
                    changed.push(theirs.clone());
                    self.adopt(theirs);
                }
            }
        }
        Refreshed::Changed(changed)
    }
}

/// How the database fell short of what was found, if it did.
fn shortfall(key: &str, found: &Found, reading: &Reading, unread: bool) -> Option<Shortfall> {
    let damaged = || {
        reading
            .damaged
            .iter()
            .any(|it| it.medium == Medium::Database && it.row.key == key)
    };
    match &found.stored {
        Some(stamp) if *stamp == found.record.stamp => None,
        Some(_) => Some(Shortfall::Older),
        None if unread => Some(Shortfall::Unread),
        None if damaged() => Some(Shortfall::Damaged),
        None => Some(Shortfall::Missing),
    }
}
