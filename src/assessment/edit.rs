//! Edits: the only way to change an assessment, each of which can be undone.

use serde_json::{Map, Value};

use super::{Assessment, Record, RecordKey};

/// One record put (`Some`) or taken away (`None`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Which record.
    pub key: RecordKey,
    /// Its new content.
    pub record: Option<Record>,
    /// The fields beside the known ones, where the change touches them; `None` leaves them as they are.
    pub unknown: Option<Map<String, Value>>,
}

impl Change {
    /// A change of what is known; fields that this version does not know stay as they are.
    pub fn new(key: RecordKey, record: Option<Record>) -> Self {
        Self {
            key,
            record,
            unknown: None,
        }
    }
}

/// Changes that belong together: one step of undo.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// The key of the text that names the edit, such as `edit-rating`.
    pub label: String,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit of one record.
    pub fn one(label: &str, key: RecordKey, record: Option<Record>) -> Self {
        Self {
            label: label.to_owned(),
            changes: vec![Change::new(key, record)],
        }
    }

    /// An edit of several records.
    pub fn new(label: &str, changes: Vec<Change>) -> Self {
        Self {
            label: label.to_owned(),
            changes,
        }
    }

    /// The keys it touches, in order.
    pub fn keys(&self) -> impl Iterator<Item = &RecordKey> {
        self.changes.iter().map(|it| &it.key)
    }
}

impl Assessment {
    /// Applies an edit and returns the edit that undoes it.
    pub fn apply(&mut self, edit: Edit) -> Edit {
        let mut back: Vec<Change> = Vec::with_capacity(edit.changes.len());
        for change in edit.changes {
            let before = self.set(&change.key, change.record);
            let unknown = change
                .unknown
                .map(|it| self.set_unknown_fields(&change.key, it));
            back.push(Change {
                key: change.key,
                record: before,
                unknown,
            });
        }
        back.reverse();
        Edit {
            label: edit.label,
            changes: back,
        }
    }

    /// The edit that turns this assessment into `other`, record by record. Ids are left alone.
    pub fn edit_towards(&self, other: &Self, label: &str) -> Edit {
        let mut keys = self.keys();
        keys.extend(other.keys());
        keys.sort();
        keys.dedup();
        let changes = keys.into_iter().filter_map(|key| {
            let (from, to) = (self.record(&key), other.record(&key));
            let fields = other.unknown_fields(&key);
            let unknown = (self.unknown_fields(&key) != fields).then_some(fields);
            (from != to || unknown.is_some()).then_some(Change {
                key,
                record: to,
                unknown,
            })
        });
        Edit::new(label, changes.collect())
    }

    /// The edit that brings back what a snapshot holds.
    ///
    /// Where the assessment stands on the start page is no part of its content and stays. So do the other versions
    /// that wait for a choice: a restored state neither decides about them nor brings decided ones back.
    pub fn edit_back_to(&self, past: &Self, label: &str) -> Edit {
        let mut past = past.clone();
        past.about.shelf = self.about.shelf;
        let mut edit = self.edit_towards(&past, label);
        edit.changes.retain(|it| !it.key.kind.is_conflict());
        edit
    }
}
