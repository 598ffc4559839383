//! Taking edits: memory first, then the journal, both before the call returns.

use super::shelf::{Held, Lock, Shelf};
use super::upkeep::{Present, look, write};
use super::{Change, News, Settings, State, Vault, VaultError};
use crate::storage::history::{History, HistoryEntry};
use crate::storage::media::{Database, Journal};
use crate::storage::record::{RecordName, Stamp, StoredRecord};
use crate::storage::state::SaveState;

impl<J: Journal, D: Database> Vault<J, D> {
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
            Ok(shelf.save_state(state))
        })
    }

    /// Whether an assessment has edits that the database is not known to hold.
    #[must_use]
    pub fn is_unsaved(&self, assessment: &str) -> bool {
        self.with(|state| {
            state
                .shelves
                .get(assessment)
                .is_some_and(|it| it.held.values().any(|it| !it.is_saved()))
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
        for (key, change, present) in changes {
            let text = shelf.put(assessment, &key, change, &self.settings);
            let kept = match present.objection() {
                None => write(
                    &self.journal,
                    state,
                    &mut shelf,
                    &self.settings,
                    &key,
                    &text,
                ),
                Some(gap) => {
                    shelf.gap = Some(gap);
                    false
                }
            };
            if let Some(held) = shelf.held.get_mut(&key) {
                held.journaled = kept;
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
}

impl Shelf {
    fn is_changed_by(&self, key: &str, change: &Change) -> bool {
        match self.held.get(key) {
            None => change.body.is_some(),
            Some(held) => held.record.body != change.body,
        }
    }

    /// Whether another version took this record's place and the session has not fetched the news.
    fn is_unseen(&self, key: &str) -> bool {
        self.news.iter().any(|it| match it {
            News::Changed(it) => it.name.key() == key,
            News::Conflict(it) => it.winner.name.key() == key,
            News::Rewritten | News::TooNew { .. } | News::Deleted => false,
        })
    }

    /// Replaces a record in memory and returns its text.
    fn put(&mut self, assessment: &str, key: &str, change: Change, settings: &Settings) -> String {
        let before = self.held.remove(key);
        let (stored, mut over, known) = match before {
            None => (None, Vec::new(), None),
            Some(it) => (it.stored, it.over, Some(it.record)),
        };
        // The base is the last version known to be in the database: an unsaved one hands its own base on.
        let mut base = stored
            .clone()
            .or_else(|| known.as_ref().and_then(|it| it.base.clone()));
        if self.is_unseen(key) {
            // What another tab saved was not on screen yet: this edit was made without knowledge of it.
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
        let text = record.to_text();
        self.held.insert(
            key.to_owned(),
            Held {
                record,
                stored,
                over,
                journaled: false,
            },
        );
        text
    }
}
