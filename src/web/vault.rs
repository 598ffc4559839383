//! The durable store of `storage` over the browser's own media, behind one handle.
//!
//! What belongs here: the adapters, and nothing that decides; every rule about what is written, kept or refused is in
//! `storage`, where it is tested without a browser.
//!
//! An edit is in `localStorage` when [`BrowserVault::stage`] returns, so nothing is left to do when the page is hidden
//! or closed: there is no listener for that, and none is needed.

mod channel;
mod deadline;
mod indexed_db;
mod local_storage;
mod origin_files;
pub mod preferences;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

use self::channel::Channel;
pub use self::indexed_db::IndexedDb;
pub use self::local_storage::LocalStorage;
pub use self::origin_files::OriginFiles;
use super::browser;
use crate::exchange;
use crate::migrations;
use crate::storage::{
    self, About, Change, Holding, MediumError, Migration, Refreshed, Settings, StoredRecord, Vault,
};
pub use crate::storage::{
    Damage, History as HistoryEntry, JournalGap, Keep, Listed, Repair, SaveState, Snapshot,
    SnapshotNote, VaultError,
};

/// The name of the database at the page's origin.
const DATABASE: &str = "waymark";
/// The schema of the records that this build writes.
const SCHEMA: u32 = migrations::RECORDS.newest();

/// A handle to the durable store of this tab. Clones are the same store.
#[derive(Clone)]
pub struct BrowserVault(Rc<Inner>);

struct Inner {
    vault: Vault<LocalStorage, IndexedDb, OriginFiles>,
    channel: Channel,
    /// Edits of assessments that are not open yet: what is stored of them has to be read first.
    waiting: RefCell<Vec<Waiting>>,
    /// Assessments that were opened for an edit only, to be closed again when it is saved.
    visited: RefCell<Vec<String>>,
    /// What the last edit that could not be taken was refused for.
    refused: RefCell<Option<SaveState>>,
    /// Whom to tell that this tab has to look again.
    heard: RefCell<Option<Rc<dyn Fn()>>>,
}

struct Waiting {
    assessment: String,
    changes: Vec<Change>,
    history: HistoryEntry,
}

/// A record as the session takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What sort of thing it is, such as `answer`; `conflict` for the loser of a conflict.
    pub kind: String,
    /// Which one of its kind. For a conflict copy see [`storage::RecordName::conflict_of`].
    pub id: String,
    /// The schema it was written in, at most this build's.
    pub schema: u32,
    /// The body.
    pub body: String,
}

/// A record that another tab changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What sort of thing it is.
    pub kind: String,
    /// Which one of its kind.
    pub id: String,
    /// The new body; `None` if it was removed.
    pub body: Option<String>,
}

/// What loading an assessment found. No variant makes a value up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded {
    /// Both stores answered and hold nothing of it, or it was deleted for good.
    Nothing,
    /// Here it is, and it can be edited.
    Restored {
        /// Every record, conflict copies included.
        records: Vec<Record>,
        /// What came from the journal or the copy files because the database lacked it.
        repairs: Vec<Repair>,
        /// What could not be read and is put aside; not counted among `repairs`.
        damage: Vec<Damage>,
    },
    /// It was written by a newer version: nothing will be written.
    TooNew {
        /// The schema or form found.
        found: u32,
    },
    /// It cannot be read. Saving stays off until [`BrowserVault::begin`].
    Unreadable {
        /// What is there, with the reasons; empty where a store did not answer at all.
        damage: Vec<Damage>,
        /// What the stores that did not answer said.
        refused: Vec<MediumError>,
    },
}

/// Something that came up while saving. See [`BrowserVault::take_news`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// The database holds another version of this record than the one on screen: take it over.
    Changed(Changed),
    /// Two tabs changed one record: `winner` is to be shown, `copy` is kept beside it.
    Conflict {
        /// What now stands under the record's name.
        winner: Changed,
        /// The other version, under its own name.
        copy: Changed,
    },
    /// The database had lost the assessment, which was written anew from memory.
    Rewritten,
    /// A newer version has written: this one is read-only from now on.
    TooNew {
        /// The schema or form found.
        found: u32,
    },
    /// The assessment was deleted for good in another tab.
    Deleted,
}

impl BrowserVault {
    /// Tries both stores. Works in any case; [`Self::state`] tells what may be promised.
    pub async fn open() -> Self {
        Self::open_as(DATABASE).await
    }

    /// As [`Self::open`], with a database of another name: for tests, which must not meet one another.
    pub async fn open_as(database: &str) -> Self {
        let writer: String = browser::new_id()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(8)
            .collect();
        let settings = Settings {
            migration: Some(Migration {
                chain: migrations::RECORDS,
                opened: browser::minute(),
                keep: exchange::verbatim,
            }),
            ..Settings::new(&writer, SCHEMA)
        };
        let vault = Vault::with_copy(
            LocalStorage,
            IndexedDb::new(database),
            OriginFiles::new(database),
            settings,
        );
        vault.open().await;
        let it = Self(Rc::new(Inner {
            vault,
            channel: Channel::open(),
            waiting: RefCell::default(),
            visited: RefCell::default(),
            refused: RefCell::default(),
            heard: RefCell::default(),
        }));
        it.give_way_when_asked();
        it
    }

    /// Every assessment with the body of its description; an empty one where that is missing or cannot be read.
    pub async fn list(&self) -> Vec<(String, String)> {
        let body = |about| match about {
            About::Known(body) => body,
            About::Missing | About::Unreadable | About::TooNew { .. } => String::new(),
        };
        let listing = self.0.vault.list().await;
        listing
            .assessments
            .into_iter()
            .map(|it| (it.id, body(it.about)))
            .collect()
    }

    /// Reads an assessment from all stores and opens it for editing. What has to be put right in one of them is
    /// written by the next [`Self::flush`].
    ///
    /// It stays open until [`Self::leave`]; the open ones are those whose second copy the journal keeps complete.
    pub async fn load(&self, assessment: &str) -> Loaded {
        self.take_waiting().await;
        self.0.visited.borrow_mut().retain(|it| it != assessment);
        match self.0.vault.load(assessment).await {
            storage::Loaded::Nothing => Loaded::Nothing,
            storage::Loaded::Deleted => {
                // The id is free again, for an import.
                self.0.vault.close(assessment);
                Loaded::Nothing
            }
            storage::Loaded::Restored(it) => {
                let mut repairs = Vec::new();
                let mut damage = it.unlifted;
                for repair in it.repairs {
                    match repair {
                        Repair::Quarantined { damage: found, .. } => damage.push(found),
                        Repair::FromJournal { .. } | Repair::FromCopy { .. } => {
                            repairs.push(repair);
                        }
                    }
                }
                Loaded::Restored {
                    records: it.records.into_iter().filter_map(record).collect(),
                    repairs,
                    damage,
                }
            }
            storage::Loaded::TooNew { found, .. } => Loaded::TooNew { found },
            storage::Loaded::Unreadable { damaged } => Loaded::Unreadable {
                damage: damaged,
                refused: Vec::new(),
            },
            storage::Loaded::Unavailable {
                journal,
                copy,
                database,
            } => Loaded::Unreadable {
                damage: Vec::new(),
                refused: [journal, copy, database].into_iter().flatten().collect(),
            },
        }
    }

    /// Opens an assessment that is new, or goes on without what cannot be read; that stays in quarantine.
    ///
    /// # Errors
    /// If the data is newer than this version.
    pub fn begin(&self, assessment: &str) -> Result<(), VaultError> {
        self.0.vault.begin(assessment)
    }

    /// Takes one edit: the records it changed as kind, id and new body, `None` for a removed one. It is in memory and
    /// in the journal when this returns; [`Self::flush`] saves it.
    ///
    /// For an assessment that is not open the edit waits in memory until the flush has read what is stored.
    pub fn stage(
        &self,
        assessment: &str,
        changes: Vec<(String, String, Option<String>)>,
        history: HistoryEntry,
    ) -> SaveState {
        let changes = changes
            .into_iter()
            .map(|(kind, id, body)| Change { kind, id, body })
            .collect();
        if self.0.vault.is_open(assessment) {
            self.stage_now(assessment, changes, history);
        } else {
            self.0.waiting.borrow_mut().push(Waiting {
                assessment: assessment.to_owned(),
                changes,
                history,
            });
        }
        self.state()
    }

    /// Saves everything staged. Call it after each [`Self::stage`], and again with a growing pause while the state is
    /// at risk: calls while one is running are cheap and end when it has ended.
    pub async fn flush(&self) -> SaveState {
        self.take_waiting().await;
        self.0.vault.commit().await;
        self.0.visited.borrow_mut().retain(|id| {
            self.leave(id);
            self.0.vault.is_open(id)
        });
        if self.0.vault.take_written() {
            self.0.channel.tell();
        }
        self.state()
    }

    /// What may be said about saving now.
    #[must_use]
    pub fn state(&self) -> SaveState {
        let state = self.0.vault.save_state();
        let state = if self.0.waiting.borrow().is_empty() {
            state
        } else {
            state.worse(SaveState::Saving)
        };
        self.0
            .refused
            .borrow()
            .iter()
            .cloned()
            .fold(state, SaveState::worse)
    }

    /// What came up while saving, since the last call. Ask after every [`Self::flush`].
    #[must_use]
    pub fn take_news(&self, assessment: &str) -> Vec<News> {
        self.0
            .vault
            .take_news(assessment)
            .into_iter()
            .map(news)
            .collect()
    }

    /// Calls `heard` when another tab has saved something, and when this page comes back from having been frozen.
    pub fn on_remote_change(&self, heard: impl Fn() + 'static) {
        let heard: Rc<dyn Fn()> = Rc::new(heard);
        self.0.heard.replace(Some(Rc::clone(&heard)));
        self.0.channel.listen(move || heard());
    }

    /// What other tabs have changed in an open assessment. Records edited here meanwhile are decided by the flush.
    pub async fn refresh(&self, assessment: &str) -> Vec<Changed> {
        match self.0.vault.refresh(assessment).await {
            Ok(Refreshed::Changed(records)) => records.into_iter().map(changed).collect(),
            // Both have locked the assessment; the state and the news tell it.
            Ok(Refreshed::TooNew { .. } | Refreshed::Deleted) | Err(_) => Vec::new(),
        }
    }

    /// What the last edits did, oldest first, so that undo survives a reload. Where the database does not answer,
    /// only the edits of this tab.
    pub async fn recent_history(&self, assessment: &str, count: usize) -> Vec<HistoryEntry> {
        let found = self.0.vault.recent_history(assessment, count).await;
        let found = found.unwrap_or_else(|_| self.0.vault.unsaved_history(assessment));
        found.into_iter().map(|it| it.edit).collect()
    }

    /// Keeps a whole assessment as it is, whatever happens to its records later.
    ///
    /// # Errors
    /// If the database refuses, the data is newer than this version, or the assessment was deleted.
    pub async fn snapshot(
        &self,
        assessment: &str,
        note: SnapshotNote,
        body: &str,
    ) -> Result<Snapshot, VaultError> {
        self.0.vault.snapshot(assessment, note, body).await
    }

    /// The snapshots of an assessment, oldest first.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn snapshots(&self, assessment: &str) -> Result<Vec<Snapshot>, MediumError> {
        self.0.vault.snapshots(assessment).await
    }

    /// The body of a snapshot; `None` if it is not kept any more.
    ///
    /// # Errors
    /// If the database refuses, or what it holds is damaged.
    pub async fn snapshot_body(&self, key: &str) -> Result<Option<String>, MediumError> {
        self.0.vault.snapshot_body(key).await
    }

    /// Removes an assessment for good, from all stores.
    ///
    /// # Errors
    /// If a store refuses, or the data is newer than this version.
    pub async fn purge(&self, assessment: &str) -> Result<(), VaultError> {
        self.0
            .waiting
            .borrow_mut()
            .retain(|it| it.assessment != assessment);
        let purged = self.0.vault.purge(assessment).await;
        if purged.is_ok() {
            // Closed, so that the same id can be imported again; a tab that still has it open cannot bring it back.
            self.0.vault.close(assessment);
        }
        if self.0.vault.take_written() {
            self.0.channel.tell();
        }
        purged
    }

    /// Closes an assessment that is not worked on any more, unless it has edits that are not saved.
    pub fn leave(&self, assessment: &str) {
        if !self.0.vault.is_unsaved(assessment) {
            self.0.vault.close(assessment);
        }
    }

    /// Closes an assessment without touching what is stored, unsaved edits and all. In a browser that stores nothing this is how to delete.
    pub fn close(&self, assessment: &str) {
        self.0.vault.close(assessment);
    }

    /// Everything that the stores hold, sound or not, by assessment, and what the stores that refused said: for the
    /// recovery page. Needs nothing to be readable.
    pub async fn raw(&self) -> (Vec<Holding>, Vec<MediumError>) {
        let (rows, refused) = self.0.vault.raw().await;
        (storage::survey(rows), refused)
    }

    /// Lets go of the database when a newer build asks for it: saves what is staged, writes nothing any more, closes
    /// the connection, and has the page told.
    fn give_way_when_asked(&self) {
        let inner = Rc::downgrade(&self.0);
        self.0.vault.database().on_claim(move |version| {
            let inner = inner.clone();
            async move {
                let Some(inner) = inner.upgrade() else { return };
                inner.vault.retire(version).await;
                let heard = inner.heard.borrow().clone();
                if let Some(heard) = heard {
                    heard();
                }
            }
        });
    }

    /// Opens the assessments whose edits are waiting, and stages these.
    async fn take_waiting(&self) {
        loop {
            let next = self
                .0
                .waiting
                .borrow()
                .first()
                .map(|it| it.assessment.clone());
            let Some(id) = next else { break };
            if !self.0.vault.is_open(&id) {
                self.0.visited.borrow_mut().push(id.clone());
                let loaded = self.0.vault.load(&id).await;
                let is_free = !matches!(
                    loaded,
                    storage::Loaded::TooNew { .. } | storage::Loaded::Unreadable { .. }
                );
                if is_free {
                    // It can only refuse what is too new.
                    let _ = self.0.vault.begin(&id);
                }
            }
            let (due, rest) = self
                .0
                .waiting
                .take()
                .into_iter()
                .partition(|it: &Waiting| it.assessment == id);
            self.0.waiting.replace(rest);
            for it in due {
                self.stage_now(&id, it.changes, it.history);
            }
        }
    }

    fn stage_now(&self, assessment: &str, changes: Vec<Change>, history: HistoryEntry) {
        let refused = match self.0.vault.stage(assessment, changes, Some(history)) {
            Ok(_) => None,
            Err(VaultError::ReadOnly { found }) => Some(SaveState::ReadOnly { found }),
            // An assessment that was not opened because a newer build has the database is read-only like all others.
            Err(it) => Some(match self.0.vault.save_state() {
                state @ SaveState::ReadOnly { .. } => state,
                _ => SaveState::NotSaved {
                    detail: it.to_string(),
                },
            }),
        };
        self.0.refused.replace(refused);
    }
}

fn record(it: StoredRecord) -> Option<Record> {
    Some(Record {
        kind: it.name.kind,
        id: it.name.id,
        schema: it.schema,
        body: it.body?,
    })
}

fn changed(it: StoredRecord) -> Changed {
    Changed {
        kind: it.name.kind,
        id: it.name.id,
        body: it.body,
    }
}

fn news(it: storage::News) -> News {
    match it {
        storage::News::Changed(it) => News::Changed(changed(it)),
        storage::News::Conflict(it) => News::Conflict {
            winner: changed(it.winner),
            copy: changed(it.copy),
        },
        storage::News::Rewritten => News::Rewritten,
        storage::News::TooNew { found } => News::TooNew { found },
        storage::News::Deleted => News::Deleted,
    }
}

/// What a thrown value says of itself.
fn words_of(thrown: &JsValue) -> String {
    let said = match thrown.dyn_ref::<js_sys::Error>() {
        Some(it) => Some(format!(
            "{}: {}",
            String::from(it.name()),
            String::from(it.message())
        )),
        None => thrown.as_string(),
    };
    said.unwrap_or_else(|| "no reason was given".to_owned())
}
