//! The protocol over both media: what is in memory, what is confirmed, and in which order things are written.
//!
//! Every method takes `&self`, and no borrow of the state is held while a medium is awaited: a vault behind an `Rc`
//! can be staged into while one of its commits is running.

mod archive;
mod commit;
mod copying;
mod lift;
mod load;
mod shelf;
mod stage;
mod turn;
mod upkeep;

use std::cell::RefCell;
use std::task::Waker;

use super::batch::Conflict;
use super::copy::{CopyFiles, NoCopyFiles};
use super::media::{Database, Journal, Medium, MediumError, Row, Table};
use super::reconcile::{Damage, Repair};
use super::record::{ABOUT_ID, ABOUT_KIND, RecordName, StoredRecord};
use super::sealed::ReadError;
use super::state::SaveState;
use crate::keyed::Keyed;
use copying::CopyState;
pub use lift::Migration;
use shelf::Shelf;
use upkeep::JournalUse;

/// What the vault has to be told once.
#[derive(Debug, Clone)]
pub struct Settings {
    /// A random name for this tab, different in every tab and after every reload.
    pub writer: String,
    /// The newest schema of bodies that this build reads and the one it writes.
    pub schema: u32,
    /// How many UTF-16 units keys and texts may take up in the journal.
    pub journal_units: usize,
    /// How large a copy file is at first, in bytes; it is doubled where records need it.
    pub copy_size: usize,
    /// How many history entries an assessment keeps.
    pub history: usize,
    /// How records of older schemas are brought to `schema`; `None` leaves them as they are.
    pub migration: Option<Migration>,
}

impl Settings {
    /// The budgets of the product: 1.2 million units of journal, copy files of 1 MiB, 500 history entries.
    #[must_use]
    pub fn new(writer: &str, schema: u32) -> Self {
        Self {
            writer: writer.to_owned(),
            schema,
            journal_units: 1_200_000,
            copy_size: 1 << 20,
            history: 500,
            migration: None,
        }
    }
}

/// One record the user has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What sort of thing it is, such as `answer`.
    pub kind: String,
    /// Which one of its kind, such as `8.6.1-a`.
    pub id: String,
    /// The new body; `None` removes the record.
    pub body: Option<String>,
}

/// Why the vault did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The assessment was neither loaded nor begun, so what is stored of it is not known.
    #[error("the assessment is not open")]
    NotOpen,
    /// The data is newer than this build.
    #[error("the data is in schema {found}, which this version does not write")]
    ReadOnly {
        /// The schema found.
        found: u32,
    },
    /// What is stored could not be read, and the user has not chosen to go on without it.
    #[error("what is stored could not be read")]
    Unreadable,
    /// The assessment was deleted for good.
    #[error("the assessment was deleted")]
    Deleted,
    /// A medium refused.
    #[error(transparent)]
    Medium(#[from] MediumError),
}

/// What loading an assessment found. No variant makes a value up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded {
    /// All media answered and hold nothing of it: no proof of a first visit.
    Nothing,
    /// It was deleted for good; [`Vault::begin`] brings the id back into use.
    Deleted,
    /// Here it is, and it can be edited.
    Restored(Restored),
    /// It was written by a newer build: nothing will be written, and here are the bytes.
    TooNew {
        /// The schema or form found.
        found: u32,
        /// Everything that the media hold of it.
        raw: Vec<RawRow>,
    },
    /// Something is there and none of it can be read. Saving stays off until [`Vault::begin`].
    Unreadable {
        /// The bytes with the reasons.
        damaged: Vec<Damage>,
    },
    /// Nothing was found, but not every medium answered: that it is empty cannot be said.
    Unavailable {
        /// What the journal said, if it refused.
        journal: Option<MediumError>,
        /// What the copy files said, if they refused.
        copy: Option<MediumError>,
        /// What the database said, if it refused.
        database: Option<MediumError>,
    },
}

/// A loaded assessment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restored {
    /// Every record that has a body, in the order of their keys; conflict copies are among them.
    pub records: Vec<StoredRecord>,
    /// What had to be put right. It is written by the next [`Vault::commit`].
    pub repairs: Vec<Repair>,
    /// Versions made without knowledge of each other that this load came upon.
    pub conflicts: Vec<Conflict>,
    /// What the media that refused said.
    pub refused: Vec<MediumError>,
    /// Records of an older schema that the chain does not read. They stay in the store as they are.
    pub unlifted: Vec<Damage>,
}

/// What [`Vault::refresh`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refreshed {
    /// Records that another tab changed, removed ones without body. Those with an unsaved edit here are left out:
    /// the commit decides about them.
    Changed(Vec<StoredRecord>),
    /// A newer build has written: this one is read-only from now on.
    TooNew {
        /// The schema or form found.
        found: u32,
    },
    /// Another tab deleted the assessment for good.
    Deleted,
}

/// Something the session must know that is not the answer to what it asked. See [`Vault::take_news`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Two tabs changed one record; both versions are kept.
    Conflict(Conflict),
    /// The database already held a later version of this record.
    Changed(StoredRecord),
    /// The database had lost the assessment, which is being written anew from memory.
    Rewritten,
    /// A newer build has written: this one is read-only from now on.
    TooNew {
        /// The schema or form found.
        found: u32,
    },
    /// The assessment was deleted for good elsewhere.
    Deleted,
}

/// The assessments in this browser.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Each assessment that has a record, by id.
    pub assessments: Vec<Listed>,
    /// What the media that refused said: with an entry here an empty list proves nothing.
    pub refused: Vec<MediumError>,
}

/// One assessment of a [`Listing`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// What its first record says.
    pub about: About,
}

/// The state of the record that stands for an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Its body.
    Known(String),
    /// There are records, but not this one.
    Missing,
    /// It was written by a newer build.
    TooNew {
        /// The schema or form found.
        found: u32,
    },
    /// It cannot be read.
    Unreadable,
}

/// A row as it is in a medium, for the raw file of the recovery page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    /// Where it is.
    pub medium: Medium,
    /// In which table.
    pub table: Table,
    /// The row.
    pub row: Row,
}

/// The durable store over a journal, a database and copy files.
#[derive(Debug)]
pub struct Vault<J, D, C = NoCopyFiles> {
    journal: J,
    database: D,
    copy: C,
    settings: Settings,
    state: RefCell<State>,
}

#[derive(Debug, Default)]
struct State {
    shelves: Keyed<Shelf>,
    /// What a newer build has made of the database: this one writes nothing any more.
    retired: Option<u32>,
    /// What the database last said, while it refuses.
    database_fault: Option<String>,
    /// The database has refused. What it says it holds has to be read again, and what is outstanding is
    /// written whatever it says.
    is_suspect: bool,
    copy: CopyState,
    /// What the journal said when it could not be read: until it can be, it is not written either.
    journal_fault: Option<String>,
    journal_use: JournalUse,
    /// Journal entries that nobody needs any more: of deleted assessments, or kept in quarantine.
    litter: Vec<Row>,
    /// Counts snapshots, to keep their names apart.
    snapshots: u32,
    /// Whether this tab has written anything that others have not been told of.
    has_written: bool,
    /// Whether a task is writing.
    busy: bool,
    waiting: Vec<Waker>,
}

impl<J: Journal, D: Database> Vault<J, D> {
    /// A vault without copy files that has read nothing yet.
    pub fn new(journal: J, database: D, settings: Settings) -> Self {
        Self::with_copy(journal, database, NoCopyFiles, settings)
    }
}

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// A vault over all three media that has read nothing yet.
    pub fn with_copy(journal: J, database: D, copy: C, settings: Settings) -> Self {
        Self {
            journal,
            database,
            copy,
            settings,
            state: RefCell::default(),
        }
    }

    /// The journal, for what is kept beside the records.
    pub fn journal(&self) -> &J {
        &self.journal
    }

    /// The database, for what is not the protocol's: being asked to give way, for instance.
    pub fn database(&self) -> &D {
        &self.database
    }

    /// Tries journal and database and remembers what refuses, so that [`Self::save_state`] is true from the start.
    ///
    /// Returns what they said; the vault works in any case.
    pub async fn open(&self) -> Vec<MediumError> {
        let journal = self.journal.get(&RecordName::about("").key()).err();
        let database = self.database.open().await.err();
        self.with(|state| {
            state.journal_fault = journal.as_ref().map(|it| it.detail.clone());
            state.database_fault = database.as_ref().map(|it| it.detail.clone());
        });
        self.heed_newer();
        journal.into_iter().chain(database).collect()
    }

    /// The assessments in all media, by the newest sound version of each one's first record. Writes nothing.
    ///
    /// The copy files are asked only where the database leaves something open: they hold what it once held.
    pub async fn list(&self) -> Listing {
        let prefix = RecordName::product_prefix();
        let mut listing = Listing::default();
        let mut found: Keyed<Vec<(Medium, Row)>> = Keyed::default();
        match self.journal.read_all(prefix) {
            Ok(rows) => {
                for row in rows {
                    if let Some(name) = RecordName::from_key(&row.key) {
                        let about = is_about(&name).then_some((Medium::Journal, row));
                        found.update(&name.assessment, |it| it.extend(about));
                    }
                }
            }
            Err(it) => listing.refused.push(it),
        }
        if let Err(it) = self.list_database(&mut found).await {
            listing.refused.push(it);
        }
        let is_stored = |it: &(Medium, Row)| it.0 == Medium::Database;
        if found.is_empty() || found.values().any(|it| !it.iter().any(is_stored)) {
            match self.read_copy().await {
                Ok(contents) => {
                    for row in contents.below(prefix) {
                        if let Some(name) = RecordName::from_key(&row.key) {
                            let about = is_about(&name).then_some((Medium::Copy, row));
                            found.update(&name.assessment, |it| it.extend(about));
                        }
                    }
                }
                Err(it) => listing.refused.push(it),
            }
        }
        for (id, rows) in found {
            if let Some(about) = self.about(&rows) {
                listing.assessments.push(Listed { id, about });
            }
        }
        listing
    }

    /// How saving stands, over everything that is open: the worst counts.
    #[must_use]
    pub fn save_state(&self) -> SaveState {
        self.with(|state| {
            let idle = state.idle();
            let shelves = state.shelves.iter();
            shelves
                .map(|(assessment, it)| it.save_state(assessment, state))
                .fold(idle, SaveState::worse)
        })
    }

    /// How saving stands for one assessment.
    #[must_use]
    pub fn save_state_of(&self, assessment: &str) -> SaveState {
        self.with(|state| {
            let shelf = state.shelves.get(assessment);
            shelf.map_or_else(|| state.idle(), |it| it.save_state(assessment, state))
        })
    }

    /// Hands over what has happened to an assessment since the last time.
    #[must_use]
    pub fn take_news(&self, assessment: &str) -> Vec<News> {
        self.with(|state| {
            let shelf = state.shelves.get_mut(assessment);
            shelf
                .map(|it| std::mem::take(&mut it.news))
                .unwrap_or_default()
        })
    }

    /// Whether anything was written since the last time, for telling other tabs.
    #[must_use]
    pub fn take_written(&self) -> bool {
        self.with(|state| std::mem::take(&mut state.has_written))
    }

    /// Whether an assessment is in memory, whatever may be done with it.
    #[must_use]
    pub fn is_open(&self, assessment: &str) -> bool {
        self.with(|state| state.shelves.contains_key(assessment))
    }

    /// Closes an assessment without touching what is stored. Edits that no medium has taken are gone.
    pub fn close(&self, assessment: &str) {
        self.with(|state| state.shelves.remove(assessment));
    }

    /// Everything that the media hold, sound or not. Writes nothing.
    ///
    /// Returns what can be read, and what the media that refused said.
    pub async fn raw(&self) -> (Vec<RawRow>, Vec<MediumError>) {
        let mut raw = Vec::new();
        let mut refused = Vec::new();
        match self.journal.read_all(RecordName::product_prefix()) {
            Ok(rows) => raw.extend(raw_rows(Medium::Journal, Table::Records, rows)),
            Err(it) => refused.push(it),
        }
        match self.read_copy().await {
            Ok(contents) => {
                let rows = contents.below(RecordName::product_prefix());
                raw.extend(raw_rows(Medium::Copy, Table::Records, rows));
            }
            Err(it) => refused.push(it),
        }
        for table in Table::ALL {
            match self
                .database
                .scan(table, RecordName::product_prefix())
                .await
            {
                Ok(rows) => raw.extend(raw_rows(Medium::Database, table, rows)),
                Err(it) => refused.push(it),
            }
        }
        (raw, refused)
    }

    /// Adds every assessment in the database, with its first record if it has one.
    async fn list_database(
        &self,
        found: &mut Keyed<Vec<(Medium, Row)>>,
    ) -> Result<(), MediumError> {
        let prefix = RecordName::product_prefix();
        for key in self.database.keys(Table::Records, prefix).await? {
            let Some(name) = RecordName::from_key(&key) else {
                continue;
            };
            let text = if is_about(&name) {
                self.database.get(Table::Records, &key).await?
            } else {
                None
            };
            let about = text.map(|text| (Medium::Database, Row { key, text }));
            found.update(&name.assessment, |it| it.extend(about));
        }
        Ok(())
    }

    /// What the first record says; `None` for an assessment that was deleted.
    fn about(&self, rows: &[(Medium, Row)]) -> Option<About> {
        let mut best: Option<StoredRecord> = None;
        let mut otherwise = About::Missing;
        for (medium, row) in rows {
            match StoredRecord::from_text(&row.key, &row.text) {
                Ok(it) if it.schema > self.settings.schema => {
                    return Some(About::TooNew { found: it.schema });
                }
                // A removal in the database is a deletion for good, whatever the journal still holds.
                Ok(it) if it.body.is_none() && *medium == Medium::Database => return None,
                Ok(it) => {
                    if best
                        .as_ref()
                        .is_none_or(|best| it.stamp.generation > best.stamp.generation)
                    {
                        best = Some(it);
                    }
                }
                Err(ReadError::Newer { form }) => return Some(About::TooNew { found: form }),
                Err(_) => otherwise = About::Unreadable,
            }
        }
        match best {
            None => Some(otherwise),
            Some(it) => {
                let body =
                    self.settings.migration.as_ref().and_then(|migration| {
                        lift::lift(&migration.chain, &it, it.body.as_deref()?)
                    });
                body.or(it.body).map(About::Known)
            }
        }
    }

    /// Runs `task` on the state. The borrow cannot outlive the call, and no medium calls back into the vault.
    fn with<R>(&self, task: impl FnOnce(&mut State) -> R) -> R {
        task(&mut self.state.borrow_mut())
    }
}

impl State {
    /// What is true of saving while nothing is open.
    fn idle(&self) -> SaveState {
        if let Some(found) = self.retired {
            return SaveState::ReadOnly { found };
        }
        match (&self.database_fault, &self.journal_fault) {
            (None, _) => SaveState::Saved,
            (Some(detail), None) => SaveState::OnlyInThisTab {
                detail: detail.clone(),
            },
            (Some(detail), Some(_)) => SaveState::NotSaved {
                detail: detail.clone(),
            },
        }
    }
}

fn is_about(name: &RecordName) -> bool {
    name.kind == ABOUT_KIND && name.id == ABOUT_ID
}

fn raw_rows(medium: Medium, table: Table, rows: Vec<Row>) -> impl Iterator<Item = RawRow> {
    rows.into_iter()
        .map(move |row| RawRow { medium, table, row })
}
