//! What an import would change, before anything is changed.

use super::catalog_knows;
use super::merge::{Agreement, Side, combine};
use crate::assessment::{Assessment, Record, RecordKey, RecordKind};
use crate::catalog::Catalog;

/// Every record of both sides in exactly one of the first five lists, each sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Preview {
    /// Only in the file.
    pub added: Vec<RecordKey>,
    /// Different, and a merge loses nothing.
    pub changed: Vec<RecordKey>,
    /// Different, and a merge has to choose between the two for at least one field.
    pub conflicting: Vec<RecordKey>,
    /// Only in this browser: a replacement takes them away, a merge keeps them.
    pub removed: Vec<RecordKey>,
    /// The same on both sides.
    pub unchanged: Vec<RecordKey>,
    /// Those of the file that mean nothing to the catalogue or have fields this version does not know; they stand in a list above as well.
    pub unknown: Vec<RecordKey>,
}

impl Preview {
    /// Whether the file holds nothing new.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.changed.is_empty()
            && self.conflicting.is_empty()
            && self.removed.is_empty()
    }
}

/// Compares the assessment in this browser, where there is one, with the one from a file.
pub fn preview(current: Option<&Assessment>, incoming: &Assessment, catalog: &Catalog) -> Preview {
    let nothing = Assessment::default();
    let current = current.unwrap_or(&nothing);
    let mut keys = current.keys();
    keys.extend(incoming.keys());
    keys.sort();
    keys.dedup();
    let mut out = Preview::default();
    for key in keys {
        let (ours, theirs) = (
            entered(current, &key, &nothing),
            entered(incoming, &key, &nothing),
        );
        let unknown = theirs.is_some()
            && (!catalog_knows(catalog, &key)
                || incoming.unknown_fields.contains_key(&key.to_string()));
        if unknown {
            out.unknown.push(key.clone());
        }
        let list = match (ours, theirs) {
            (None, None) => &mut out.unchanged,
            (None, Some(_)) => &mut out.added,
            (Some(_), None) => &mut out.removed,
            (Some(ours), Some(theirs)) if ours == theirs => &mut out.unchanged,
            // A merge leaves name and state of the assessment alone, so nothing of it can clash.
            (Some(_), Some(_)) if key.kind == RecordKind::About => &mut out.changed,
            (Some(ours), Some(theirs)) => match combine(&key, &ours, &theirs, Side::Current).1 {
                Agreement::Compatible => &mut out.changed,
                Agreement::Conflicting => &mut out.conflicting,
            },
        };
        list.push(key);
    }
    out
}

/// The record under a key, unless it is one of the three that always exist and nobody has entered anything in it.
fn entered(assessment: &Assessment, key: &RecordKey, nothing: &Assessment) -> Option<Record> {
    assessment
        .record(key)
        .filter(|it| nothing.record(key).as_ref() != Some(it))
}
