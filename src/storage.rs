//! The durable store: how the user's work is kept, read back and never overwritten unread.
//!
//! What belongs here: records, checksums, the journal, load, save, conflicts, history and snapshots, all of it generic
//! over three media ([`Journal`], synchronous, [`Database`], asynchronous, and [`CopyFiles`], which not every browser has).
//! What is absent: any browser, any clock, any randomness, and any knowledge of what a record *means*: bodies are
//! opaque text. Nothing in this module panics; the fault tests rely on that.
//!
//! # The promise
//!
//! *Saved* is said only after a strict database transaction has completed and, where there are copy files, these have
//! it on the disk as well ([`SaveState`]).
//! The rules that make it true; `tests/storage` proves them with media that fail on demand:
//!
//! 1. An edit goes to memory, then synchronously to the journal ([`Vault::stage`]), then into one database
//!    transaction, and then into the copy files ([`Vault::commit`]).
//! 2. Nothing is written before a load has ended, and nothing is ever written over bytes that were not understood:
//!    such bytes are copied into quarantine in the same transaction that replaces them.
//! 3. A record is replaced only by one that was made with knowledge of it. Otherwise both survive: the one with the
//!    higher generation under its name, the other as a record of kind [`CONFLICT_KIND`].
//! 4. An older build meeting newer data writes nothing (the *fence*, checked inside the transaction).
//! 5. An empty store is no proof of a first visit: what one medium lost comes back from the others, and a database
//!    that lost its content while a tab was open is written anew from memory before anything is called saved.
//! 6. After a refusal a database is closed, opened and read again, and takes what is outstanding once more, whatever
//!    it says it holds: a browser on a full disk may go on from memory.
//!
//! # What the journal keeps
//!
//! The journal is crash cover *and* second copy: an entry stays after the database has confirmed it, because a
//! damaged database looks empty and the journal is then all there is.
//! All entries together stay within [`Settings::journal_units`] (1.2 million UTF-16 units, under half of the smallest
//! quota measured). The open assessments have precedence: when they need the room, entries of other assessments are
//! removed, but only those of which the database holds the very same text. Until then they stay, since a second copy
//! that costs nothing is worth having, and a second tab may have that assessment open. Edits that find no room are
//! saved in the database alone, and the state says so.
//!
//! # Why copy files
//!
//! A browser can find its database damaged at a start and delete it without a word (google/leveldb#1287, #1180), and
//! its journal reaches the disk some seconds late, or not at all while the disk is full.
//! The copy files ([`Order`]) are of a fixed size and written in place: they depend on neither.
//! They take what the database has taken, so the database alone decides between tabs, and are read with the others.
//! A browser without them, or with files that never could be made, saves as if there were no such thing. Bytes in them
//! that are no record are stepped over; they are told of only where the copy was needed.
//!
//! # Order
//!
//! Each edit takes the next number of a counter per assessment (a Lamport counter: it follows the highest number seen)
//! together with the writer, a random name per tab. Clocks never order anything.

// Tests may panic: that is how they fail.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::panic
    )
)]

mod batch;
mod copy;
mod history;
mod media;
mod meter;
mod reconcile;
mod record;
mod rescue;
mod sealed;
mod snapshots;
mod state;
mod vault;

pub use batch::{Batch, Committed, Conflict, Decision, HistoryRow, Outcome, Put};
pub use copy::{CopyFiles, HEAD, Head, NoCopyFiles, Order, Page, Renewal, Written};
pub use history::{History, HistoryEntry};
pub use media::{Database, Journal, Medium, MediumError, Op, Row, Table};
pub use meter::{Counting, Meter};
pub use reconcile::{Damage, Repair, Shortfall};
pub use record::{ABOUT_ID, ABOUT_KIND, CONFLICT_KIND, RecordName, Stamp, StoredRecord};
pub use rescue::{Holding, Part, raw_file, survey};
pub use sealed::ReadError;
pub use snapshots::{Keep, Snapshot, SnapshotNote};
pub use state::{JournalGap, SaveState};
pub use vault::{
    About, Change, Listed, Listing, Loaded, Migration, News, RawRow, Refreshed, Restored, Settings,
    Vault, VaultError,
};
