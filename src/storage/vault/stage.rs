//! Taking edits: memory first, then the journal, both before the call returns.

use super::shelf::{Held, Lock, Shelf};
use super::upkeep::{Present, look};
use super::{Change, News, Settings, State, Vault, VaultError};
use crate::storage::copy::CopyFiles;
use crate::storage::history::{History, HistoryEntry};
use crate::storage::media::{Database, Journal};
use crate::storage::record::{RecordName, Stamp, StoredRecord};
use crate::storage::state::SaveState;

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// Takes one edit: the records it changed, and what it did. It is in memory and, if the journal takes it, in the
    /// journal when this returns; [`Self::commit`] saves it.
    ///
    /// Records that already are as the edit wants them are left alone. All others get the same new generation.
    ///
    /// # Errors
    /// If the assessment is not open or must not be written. Nothing is changed then.
    pub fn stage(
        &self,
        assessment: &str,
        changes: Vec<Change>,
        history: Option<History>,
    ) -> Result<SaveState, VaultError> {
        self.with(|state| {
            let shelf = state.shelves.get(assessment).ok_or(VaultError::NotOpen)?;
            shelf.check()?;
            let changes: Vec<(String, Change, Present)> = changes
                .into_iter()
                .map(|it| (RecordName::new(assessment, &it.kind, &it.id).key(), it))
                .filter(|(key, it)| shelf.is_changed_by(key, it))
                .map(|(key, it)| {
                    let present = look(&self.journal, state, &key);
                    (key, it, present)
                })
                .collect();
            // The fence: the older build notices a newer one in the journal before it has committed anything.
            if let Some(found) = changes
                .iter()
                .find_map(|(.., it)| it.beyond(self.settings.schema))
            {
                if let Some(shelf) = state.shelves.get_mut(assessment) {
                    shelf.lock = Some(Lock::TooNew(found));
                    shelf.news.push(News::TooNew { found });
                }
                return Err(VaultError::ReadOnly { found });
            }
            if !changes.is_empty() {
                self.take(state, assessment, changes, history);
            }
            let shelf = state.shelves.get(assessment).ok_or(VaultError::NotOpen)?;
            Ok(shelf.save_state(assessment, state))
        })
    }

    /// Whether an assessment has edits that the database or the copy files are not known to hold.
    #[must_use]
    pub fn is_unsaved(&self, assessment: &str) -> bool {
        self.with(|state| {
            state.shelves.get(assessment).is_some_and(|it| {
                it.held.values().any(|it| !it.is_saved()) || it.is_owed(assessment, &state.copy)
            })
        })
    }

    fn take(
        &self,
        state: &mut State,
        assessment: &str,
        changes: Vec<(String, Change, Present)>,
        history: Option<History>,
    ) {
        let Some(mut shelf) = state.shelves.remove(assessment) else {
            return;
        };
        // The counter follows what other tabs have put into the journal, too.
        let seen = changes
            .iter()
            .filter_map(|(.., it)| it.generation())
            .max()
            .unwrap_or_default();
        shelf.generation = shelf.generation.max(seen).saturating_add(1);
        let touched: Vec<String> = changes.iter().map(|(key, ..)| key.clone()).collect();
        // Copies that a load has made go first: an edit may take the place of what they are copies of.
        self.draft_unsaved(state, &mut shelf);
        for (key, change, present) in changes {
            if let Present::Record(found) = &present
                && found.body != change.body
                && shelf.is_rival(&key, found, &self.settings.writer)
            {
                self.keep_rival(state, &mut shelf, found);
            }
            if shelf.unlifted.contains(&key)
                && let Some(unread) = shelf.held.get(&key).map(|it| it.record.clone())
            {
                self.keep_rival(state, &mut shelf, &unread);
                shelf.unlifted.retain(|it| *it != key);
                shelf.unlifted.push(unread.conflict_copy().name.key());
            }
            let record = shelf.put(assessment, &key, change, &self.settings);
            if self.draft(state, &mut shelf, &key, &record, present)
                && let Some(held) = shelf.held.get_mut(&key)
            {
                held.drafted = Some(record.stamp);
            }
        }
        if let Some(edit) = history {
            let sequence = shelf.generation;
            let writer = self.settings.writer.clone();
            let entry = HistoryEntry {
                assessment: assessment.to_owned(),
                sequence,
                writer,
                edit,
            };
            shelf.edits.push((entry, touched));
            // While the database refuses they pile up here; it would keep no more of them either.
            let surplus = shelf.edits.len().saturating_sub(self.settings.history);
            shelf.edits.drain(..surplus);
        }
        state.shelves.insert(assessment.to_owned(), shelf);
    }

    /// Keeps another tab's edit that is about to lose its place in the journal. If that tab lives, its commit makes
    /// the very same copy; if it does not, this is the only one.
    fn keep_rival(&self, state: &mut State, shelf: &mut Shelf, found: &StoredRecord) {
        let copy = found.conflict_copy();
        let key = copy.name.key();
        if shelf.held.contains_key(&key) {
            return;
        }
        let present = look(&self.journal, state, &key);
        let is_drafted = self.draft(state, shelf, &key, &copy, present);
        let mut held = Held::unsaved(copy);
        held.drafted = is_drafted.then(|| held.record.stamp.clone());
        shelf.held.insert(key, held);
    }
}

impl Shelf {
    fn is_changed_by(&self, key: &str, change: &Change) -> bool {
        match self.held.get(key) {
            None => change.body.is_some(),
            Some(held) => held.record.body != change.body,
        }
    }

    /// Drops the news that another version took this record's place, because an edit has come first: that version was
    /// not on screen, so the edit was made without knowledge of it. Returns whether there was such news.
    fn drop_unseen_news(&mut self, key: &str) -> bool {
        let mut is_unseen = false;
        self.news = std::mem::take(&mut self.news)
            .into_iter()
            .filter_map(|it| match it {
                News::Changed(it) if it.name.key() == key => {
                    is_unseen = true;
                    None
                }
                News::Conflict(it) if it.winner.name.key() == key => {
                    is_unseen = true;
                    // The copy is there all the same.
                    Some(News::Changed(it.copy))
                }
                it => Some(it),
            })
            .collect();
        is_unseen
    }

    /// Whether a version found in the journal was made by another tab, and nothing here was made with knowledge of it.
    pub(super) fn is_rival(&self, key: &str, found: &StoredRecord, writer: &str) -> bool {
        found.stamp.writer != writer && self.held.get(key).is_none_or(|it| !it.knows(found))
    }

    /// Replaces a record in memory and returns it.
    fn put(
        &mut self,
        assessment: &str,
        key: &str,
        change: Change,
        settings: &Settings,
    ) -> StoredRecord {
        let is_unseen = self.drop_unseen_news(key);
        let before = self.held.remove(key);
        let (stored, copied, mut over, known, was_unseen) = match before {
            None => (None, None, Vec::new(), None, false),
            Some(it) => (it.stored, it.copied, it.over, Some(it.record), it.is_unseen),
        };
        let is_unseen = is_unseen || was_unseen;
        // The base is the last version known to be in the database: an unsaved one hands its own base on.
        let mut base = stored
            .clone()
            .or_else(|| known.as_ref().and_then(|it| it.base.clone()));
        if is_unseen {
            over.clear();
            base = None;
        } else if let Some(it) =
            known.filter(|it| it.stamp.writer != settings.writer && !over.contains(&it.stamp))
        {
            // What came from another tab's journal may yet be saved by that tab.
            over.push(it.stamp);
        }
        let record = StoredRecord {
            name: RecordName::new(assessment, &change.kind, &change.id),
            schema: settings.schema,
            stamp: Stamp {
                generation: self.generation,
                writer: settings.writer.clone(),
            },
            base,
            body: change.body,
        };
        let held = Held {
            record: record.clone(),
            stored,
            over,
            drafted: None,
            copied,
            is_ours_to_copy: false,
            is_unseen,
        };
        self.held.insert(key.to_owned(), held);
        record
    }
}
