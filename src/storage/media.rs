//! The media as traits, as small as the protocol allows, so that a fault medium can stand in for each.

use super::batch::{Batch, Outcome};

/// Which medium something was found in, or which one refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// The synchronous key-value store: crash cover and second copy.
    Journal,
    /// The store of record.
    Database,
    /// The files that hold once more what the database has taken. See [`super::CopyFiles`].
    Copy,
}

impl Medium {
    /// Every medium, in the order in which they are read.
    pub const ALL: [Self; 3] = [Self::Journal, Self::Copy, Self::Database];

    /// The name in keys and raw files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Database => "database",
            Self::Copy => "copy",
        }
    }
}

/// A medium did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the {} refused to {action}: {detail}", medium.key())]
pub struct MediumError {
    /// Which medium.
    pub medium: Medium,
    /// What it was asked to do, a verb: `open`, `read`, `write`.
    pub action: &'static str,
    /// What the medium said, in its own words.
    pub detail: String,
}

/// A key and the text stored under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The key, such as `waymark/3f2a/answer/8.6.1-a`.
    pub key: String,
    /// The text, as it is: nothing is said about its being sound.
    pub text: String,
}

/// The tables of the database. Each is a map from key to text, ordered by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// The records, under the keys they have in the journal too.
    Records,
    /// What each edit did, for undo after a reload.
    History,
    /// Whole assessments as they once were.
    Snapshots,
    /// Bytes that could not be read, kept for rescue.
    Quarantine,
}

impl Table {
    /// Every table, in a fixed order.
    pub const ALL: [Self; 4] = [
        Self::Records,
        Self::History,
        Self::Snapshots,
        Self::Quarantine,
    ];

    /// The name in the database and in raw files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::History => "history",
            Self::Snapshots => "snapshots",
            Self::Quarantine => "quarantine",
        }
    }
}

/// One change of a table, part of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Stores a row, over what was there.
    Put(Table, Row),
    /// Removes one key; no error where there is none.
    Remove(Table, String),
    /// Removes every key that begins so.
    RemovePrefix(Table, String),
    /// Of the keys that begin so, removes the first ones until so many are left.
    KeepLast(Table, String, usize),
}

/// The synchronous medium. Every call may fail, at any time; a failed `put` has kept the old value.
pub trait Journal {
    /// All rows whose key begins with `prefix`. Rows of other products are left out.
    ///
    /// # Errors
    /// If any of them cannot be read: a part is never passed off as the whole.
    fn read_all(&self, prefix: &str) -> Result<Vec<Row>, MediumError>;
    /// The text under one key, `None` where there is none.
    ///
    /// # Errors
    /// If the medium refuses.
    fn get(&self, key: &str) -> Result<Option<String>, MediumError>;
    /// Stores a text under a key, over what was there.
    ///
    /// # Errors
    /// If the medium refuses, for want of room for instance.
    fn put(&self, key: &str, text: &str) -> Result<(), MediumError>;
    /// Removes one key; no error where there is none.
    ///
    /// # Errors
    /// If the medium refuses.
    fn remove(&self, key: &str) -> Result<(), MediumError>;
}

/// The store of record. Every call may fail, also late, and a failed call may nevertheless have taken effect.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread, so no future needs to be Send"
)]
pub trait Database {
    /// Opens the database, or does nothing where it is open. The other calls open it by themselves.
    ///
    /// # Errors
    /// If storage is blocked, damaged or does not answer.
    async fn open(&self) -> Result<(), MediumError>;
    /// Lets go of the database; the next call opens it again. What was read before proves nothing then.
    fn close(&self);
    /// The version of the database where a newer build has changed its form, so that this one cannot open it.
    fn newer(&self) -> Option<u32>;
    /// All keys that begin with `prefix`, in order.
    ///
    /// # Errors
    /// If the medium refuses.
    async fn keys(&self, table: Table, prefix: &str) -> Result<Vec<String>, MediumError>;
    /// The text under one key, `None` where there is none.
    ///
    /// # Errors
    /// If the medium refuses.
    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, MediumError>;
    /// All rows whose key begins with `prefix`, in order of their keys, read at one moment.
    ///
    /// # Errors
    /// If any of them cannot be read: a part is never passed off as the whole.
    async fn scan(&self, table: Table, prefix: &str) -> Result<Vec<Row>, MediumError>;
    /// Writes a batch in **one** strict transaction: reads the texts of [`Batch::guards`] from the records, asks
    /// [`Batch::decide`], and either applies all operations in their order or none.
    ///
    /// Returns only after the transaction has completed: this is the acknowledgement behind *Saved*.
    ///
    /// # Errors
    /// If the medium refuses. Whether the batch took effect is then unknown; writing it again does no harm.
    async fn commit(&self, batch: &Batch) -> Result<Outcome, MediumError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_who_and_what() {
        let it = MediumError {
            medium: Medium::Journal,
            action: "write",
            detail: "full".to_owned(),
        };
        assert_eq!(it.to_string(), "the journal refused to write: full");
    }
}
