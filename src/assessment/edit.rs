//! Edits: the only way to change an assessment, each of which can be undone.

use super::{Assessment, Record, RecordKey};

/// One record put (`Some`) or taken away (`None`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Which record.
    pub key: RecordKey,
    /// Its new content.
    pub record: Option<Record>,
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
            changes: vec![Change { key, record }],
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
            back.push(Change {
                key: change.key,
                record: before,
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
            (from != to).then_some(Change { key, record: to })
        });
        Edit::new(label, changes.collect())
    }
}
