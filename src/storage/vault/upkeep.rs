//! The journal as second copy: what may be written over, what fits, what makes room.

use super::shelf::{Held, Shelf};
use super::{Settings, State, Vault};
use crate::keyed::Keyed;
use crate::storage::copy::CopyFiles;
use crate::storage::media::{Database, Journal, Row, Table};
use crate::storage::record::{RecordName, StoredRecord};
use crate::storage::sealed::ReadError;
use crate::storage::state::JournalGap;

/// What the journal holds under a key before it is written there.
#[derive(Debug)]
pub(super) enum Present {
    Nothing,
    Record(StoredRecord),
    /// A form that only a newer build reads.
    Beyond(u32),
    /// Unreadable bytes, or a refusal to read: not to be written over. With the reason.
    Unread(String),
}

impl Present {
    /// Why it must not be written over, if so.
    fn objection(self) -> Option<JournalGap> {
        match self {
            Self::Nothing | Self::Record(_) => None,
            Self::Beyond(form) => Some(JournalGap::Refused(ReadError::Newer { form }.to_string())),
            Self::Unread(why) => Some(JournalGap::Refused(why)),
        }
    }

    /// The schema or form found, if this build must not write beside it.
    pub(super) fn beyond(&self, schema: u32) -> Option<u32> {
        match self {
            Self::Record(it) => (it.schema > schema).then_some(it.schema),
            Self::Beyond(form) => Some(*form),
            Self::Nothing | Self::Unread(_) => None,
        }
    }

    pub(super) fn generation(&self) -> Option<u64> {
        match self {
            Self::Record(it) => Some(it.stamp.generation),
            _ => None,
        }
    }
}

/// Looks at one journal entry.
pub(super) fn look(journal: &impl Journal, state: &State, key: &str) -> Present {
    if let Some(fault) = &state.journal_fault {
        return Present::Unread(fault.clone());
    }
    match journal.get(key) {
        Ok(None) => Present::Nothing,
        Ok(Some(text)) => match StoredRecord::from_text(key, &text) {
            Ok(it) => Present::Record(it),
            Err(ReadError::Newer { form }) => Present::Beyond(form),
            Err(why) => Present::Unread(why.to_string()),
        },
        Err(why) => Present::Unread(why.detail),
    }
}

/// Writes one journal entry if it fits the budget.
fn write(
    journal: &impl Journal,
    state: &mut State,
    settings: &Settings,
    key: &str,
    text: &str,
) -> Result<(), JournalGap> {
    let size = units(key, text);
    if state.journal_use.beside(key).saturating_add(size) > settings.journal_units {
        return Err(JournalGap::Full);
    }
    journal
        .put(key, text)
        .map_err(|it| JournalGap::Refused(it.detail))?;
    state.journal_use.note(key, size);
    Ok(())
}

/// How much of the journal is in use, as far as this tab knows.
#[derive(Debug, Default)]
pub(super) struct JournalUse {
    sizes: Keyed<usize>,
    total: usize,
}

impl JournalUse {
    /// Starts from what the journal holds.
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut it = Self::default();
        for row in rows {
            it.note(&row.key, units(&row.key, &row.text));
        }
        it
    }

    pub(super) fn note(&mut self, key: &str, size: usize) {
        self.forget(key);
        self.sizes.insert(key.to_owned(), size);
        self.total = self.total.saturating_add(size);
    }

    pub(super) fn forget(&mut self, key: &str) {
        let size = self.sizes.remove(key).unwrap_or_default();
        self.total = self.total.saturating_sub(size);
    }

    fn keys(&self) -> impl Iterator<Item = &String> {
        self.sizes.keys()
    }

    /// What all entries but this one take up.
    fn beside(&self, key: &str) -> usize {
        self.total
            .saturating_sub(self.sizes.get(key).copied().unwrap_or_default())
    }
}

/// What an entry takes up in a store that counts UTF-16 units of key and text.
fn units(key: &str, text: &str) -> usize {
    key.encode_utf16().count() + text.encode_utf16().count()
}

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// Brings the journal up to date with what has been saved; makes room where that is needed and safe.
    ///
    /// Runs after the database has everything, so no edit waits for it.
    pub(super) async fn tidy_journal(&self) {
        if !self.with(|state| state.database_fault.is_none() && self.regain_journal(state)) {
            return;
        }
        self.complete_journal();
        let is_full = |it: &Shelf| it.gap == Some(JournalGap::Full);
        if self.with(|state| state.shelves.values().any(is_full)) && self.make_room().await {
            self.complete_journal();
        }
    }

    /// Removes entries that nobody needs any more, unless something else stands there by now.
    pub(super) fn clear_litter(&self) {
        self.with(|state| {
            for row in std::mem::take(&mut state.litter) {
                let same = matches!(self.journal.get(&row.key), Ok(Some(text)) if text == row.text);
                if same && self.journal.remove(&row.key).is_ok() {
                    state.journal_use.forget(&row.key);
                }
            }
        });
    }

    /// Writes a record into the journal, unless what is there must not be written over. Returns whether the journal
    /// took it; if not, the shelf has the reason.
    pub(super) fn draft(
        &self,
        state: &mut State,
        shelf: &mut Shelf,
        key: &str,
        record: &StoredRecord,
        present: Present,
    ) -> bool {
        let gap = match present.objection() {
            Some(gap) => Some(gap),
            None => write(&self.journal, state, &self.settings, key, &record.to_text()).err(),
        };
        let is_taken = gap.is_none();
        shelf.gap = gap.or(shelf.gap.take());
        is_taken
    }

    /// Writes the records that the journal lacks, as far as it takes them.
    fn complete_journal(&self) {
        self.with(|state| {
            let names: Vec<String> = state.shelves.keys().cloned().collect();
            for name in names {
                if let Some(mut shelf) = state.shelves.remove(&name) {
                    if shelf.lock.is_none() {
                        self.notice_loss(state, &name, &mut shelf);
                        self.complete(state, &mut shelf);
                    }
                    state.shelves.insert(name, shelf);
                }
            }
        });
    }

    /// Whether the journal answers; one that refused is asked again. What it held all the time and nobody has read is
    /// safe: each entry is looked at before it is written, and another tab's is left alone.
    fn regain_journal(&self, state: &mut State) -> bool {
        if state.journal_fault.is_some()
            && let Ok(rows) = self.journal.read_all(RecordName::product_prefix())
        {
            state.journal_use = JournalUse::of(&rows);
            state.journal_fault = None;
        }
        state.journal_fault.is_none()
    }

    /// Notices that the journal was emptied while the tab was open, by the record that is always there: looking for
    /// each of them would cost more than it tells.
    fn notice_loss(&self, state: &State, assessment: &str, shelf: &mut Shelf) {
        let key = RecordName::about(assessment).key();
        if shelf.held.get(&key).is_some_and(Held::is_journaled)
            && matches!(look(&self.journal, state, &key), Present::Nothing)
        {
            for held in shelf.held.values_mut() {
                held.drafted = None;
            }
        }
    }

    fn complete(&self, state: &mut State, shelf: &mut Shelf) {
        shelf.gap = None;
        self.draft_all(state, shelf, |it| !it.is_journaled());
    }

    /// Writes the records into the journal that neither medium is known to hold.
    pub(super) fn draft_unsaved(&self, state: &mut State, shelf: &mut Shelf) {
        self.draft_all(state, shelf, |it| !it.is_journaled() && !it.is_saved());
    }

    fn draft_all(&self, state: &mut State, shelf: &mut Shelf, wanted: impl Fn(&Held) -> bool) {
        let lacking: Vec<(String, StoredRecord)> = shelf
            .held
            .iter()
            .filter(|(_, it)| wanted(it))
            .map(|(key, it)| (key.clone(), it.record.clone()))
            .collect();
        for (key, record) in lacking {
            let is_done = match look(&self.journal, state, &key) {
                Present::Record(it) if it == record => true,
                // Another tab's edit on its way into the database: it is not ours to take back.
                Present::Record(it) if shelf.is_rival(&key, &it, &self.settings.writer) => true,
                // Damaged bytes go into quarantine at the next load; until then the database alone has the record.
                present => self.draft(state, shelf, &key, &record, present),
            };
            if is_done && let Some(held) = shelf.held.get_mut(&key) {
                held.drafted = Some(record.stamp);
            }
            // A journal that refuses once is not asked for every record.
            if matches!(shelf.gap, Some(JournalGap::Refused(_))) {
                break;
            }
        }
    }

    /// Removes entries of assessments that are not open, if the database holds the very same text.
    ///
    /// Returns whether there is more room than before.
    async fn make_room(&self) -> bool {
        let mut others: Vec<String> = self.with(|state| {
            let names = state
                .journal_use
                .keys()
                .filter_map(|it| RecordName::from_key(it));
            names
                .map(|it| it.assessment)
                .filter(|it| !state.shelves.contains_key(it))
                .collect()
        });
        // They come in the order of their keys.
        others.dedup();
        let mut freed = false;
        for assessment in others {
            let Ok(rows) = self
                .database
                .scan(Table::Records, &RecordName::prefix(&assessment))
                .await
            else {
                break;
            };
            for row in rows {
                let same = matches!(self.journal.get(&row.key), Ok(Some(text)) if text == row.text);
                if same && self.journal.remove(&row.key).is_ok() {
                    self.with(|state| state.journal_use.forget(&row.key));
                    freed = true;
                }
            }
        }
        freed
    }
}
