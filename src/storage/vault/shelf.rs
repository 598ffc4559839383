//! One open assessment in memory: its records, and what is known of their copies in the media.

use super::{News, State, VaultError};
use crate::keyed::Keyed;
use crate::storage::history::HistoryEntry;
use crate::storage::media::Row;
use crate::storage::reconcile::{Damage, descends};
use crate::storage::record::{RecordName, Stamp, StoredRecord};
use crate::storage::state::{JournalGap, SaveState};

/// An open assessment.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// Why nothing may be written, if so.
    pub(super) lock: Option<Lock>,
    /// The highest generation seen.
    pub(super) generation: u64,
    /// Its records by key, removed ones included. All of them are held, because a database that loses its content
    /// while the tab is open can only be written anew from here.
    pub(super) held: Keyed<Held>,
    /// Edits whose history entry is not in the database, with the keys they touch.
    pub(super) edits: Vec<(HistoryEntry, Vec<String>)>,
    /// Unreadable bytes that are not in quarantine yet.
    pub(super) damaged: Vec<Damage>,
    /// Why the journal does not hold everything, if so.
    pub(super) gap: Option<JournalGap>,
    /// Keys of records that the chain of migrations does not read.
    pub(super) unlifted: Vec<String>,
    /// Snapshots from before a migration that are not in the database yet.
    pub(super) kept: Vec<Row>,
    /// What the session has not fetched yet.
    pub(super) news: Vec<News>,
}

/// Why an assessment is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lock {
    TooNew(u32),
    Unreadable,
    Deleted,
}

/// One record in memory.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) record: StoredRecord,
    /// The version that the database is known to hold.
    pub(super) stored: Option<Stamp>,
    /// Versions that this one was made with knowledge of.
    pub(super) over: Vec<Stamp>,
    /// The version that the journal was last known to hold.
    pub(super) drafted: Option<Stamp>,
    /// The version that the copy files were last known to hold.
    pub(super) copied: Option<Stamp>,
    /// Whether this tab answers for the copy files holding the stored version too: it has put it into the database,
    /// or has found it there when it opened the assessment. Otherwise the tab that has put it there does.
    pub(super) is_ours_to_copy: bool,
    /// Whether the version in the database has never been on screen here, so that this one knows nothing of it.
    pub(super) is_unseen: bool,
}

impl Held {
    /// A record as the database holds it.
    pub(super) fn stored(record: StoredRecord) -> Self {
        let stamp = record.stamp.clone();
        Self {
            record,
            stored: Some(stamp.clone()),
            over: vec![stamp],
            drafted: None,
            copied: None,
            is_ours_to_copy: false,
            is_unseen: false,
        }
    }

    /// A record that no medium is known to hold.
    pub(super) fn unsaved(record: StoredRecord) -> Self {
        Self {
            record,
            stored: None,
            over: Vec::new(),
            drafted: None,
            copied: None,
            is_ours_to_copy: false,
            is_unseen: false,
        }
    }

    /// The row as the journal would have it.
    pub(super) fn to_row(&self) -> Row {
        Row {
            key: self.record.name.key(),
            text: self.record.to_text(),
        }
    }

    /// Whether the database is known to hold this version.
    pub(super) fn is_saved(&self) -> bool {
        self.stored.as_ref() == Some(&self.record.stamp)
    }

    /// Whether the journal is known to hold this version.
    pub(super) fn is_journaled(&self) -> bool {
        self.drafted.as_ref() == Some(&self.record.stamp)
    }

    /// Whether this record was made with knowledge of a version found in the journal.
    pub(super) fn knows(&self, found: &StoredRecord) -> bool {
        let stamp = Some(&found.stamp);
        self.record.stamp == found.stamp
            || self.stored.as_ref() == stamp
            || self.drafted.as_ref() == stamp
            || self.over.contains(&found.stamp)
            || self.record.body == found.body
            || descends(&self.record, found)
    }

    /// Takes note of the version that the database holds.
    pub(super) fn note_stored(&mut self, stamp: &Stamp) {
        self.over = vec![stamp.clone()];
        self.stored = Some(stamp.clone());
        self.is_unseen = false;
    }
}

impl Shelf {
    /// Why nothing may be written, as an error.
    pub(super) fn check(&self) -> Result<(), VaultError> {
        match self.lock {
            None => Ok(()),
            Some(Lock::TooNew(found)) => Err(VaultError::ReadOnly { found }),
            Some(Lock::Unreadable) => Err(VaultError::Unreadable),
            Some(Lock::Deleted) => Err(VaultError::Deleted),
        }
    }

    /// Whether the database is known to hold the assessment.
    pub(super) fn is_in_database(&self, assessment: &str) -> bool {
        self.held
            .get(&RecordName::about(assessment).key())
            .is_some_and(|it| it.stored.is_some())
    }

    /// Whether there is anything for the database to do.
    pub(super) fn is_due(&self) -> bool {
        self.lock.is_none()
            && (!self.damaged.is_empty() || self.held.values().any(|it| !it.is_saved()))
    }

    pub(super) fn note_generation(&mut self, of: &StoredRecord) {
        self.generation = self.generation.max(of.stamp.generation);
    }

    /// Takes over a version that another tab has saved.
    pub(super) fn adopt(&mut self, record: StoredRecord) {
        self.note_generation(&record);
        let key = record.name.key();
        let mut held = Held::stored(record);
        // The journal and the copy files still hold what they held, and what was owed for one version is for the next.
        if let Some(before) = self.held.remove(&key) {
            held.is_ours_to_copy = !before.is_saved() || before.is_owed();
            (held.drafted, held.copied) = (before.drafted, before.copied);
        }
        self.held.insert(key, held);
    }

    pub(super) fn save_state(&self, assessment: &str, state: &State) -> SaveState {
        if let Some(Lock::TooNew(found)) = self.lock {
            return SaveState::ReadOnly { found };
        }
        if let Some(detail) = &state.database_fault {
            let detail = detail.clone();
            let kept = state.journal_fault.is_none()
                && self
                    .held
                    .values()
                    .all(|it| it.is_saved() || it.is_journaled());
            return if kept {
                SaveState::OnlyInThisTab { detail }
            } else {
                SaveState::NotSaved { detail }
            };
        }
        if self.held.values().any(|it| !it.is_saved()) {
            return SaveState::Saving;
        }
        if self.is_owed(assessment, &state.copy) {
            let fault = state.copy.fault.clone();
            return fault.map_or(SaveState::Saving, |detail| SaveState::OnlyInThisTab {
                detail,
            });
        }
        if let Some(detail) = &state.journal_fault {
            return SaveState::SavedWithoutJournal(JournalGap::Refused(detail.clone()));
        }
        self.gap
            .clone()
            .map_or(SaveState::Saved, SaveState::SavedWithoutJournal)
    }
}
