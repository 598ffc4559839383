//! Records of the workspaces: internal audit, management review, corrective actions, objectives, operation and certification.
//!
//! # How a page reads and edits them
//!
//! These records are no variants of [`Record`]. In an [`Assessment`] they lie verbatim, as [`Record::Other`], and become types when they are asked for:
//!
//! ```
//! use waymark::assessment::Assessment;
//! use waymark::assessment::workspace::{Audit, Certification, edited, entries, main_entry, put, taken_away};
//!
//! let mut assessment = Assessment::default();
//! // A new entry under an id of its own (a UUID in the browser), as one edit that can be undone.
//! let audit = Audit { title: "Service desk".to_owned(), ..Audit::default() };
//! assessment.apply(put("edit-audit", "7b0e", &audit));
//! // Every entry of a kind, by id.
//! assert_eq!(entries::<Audit>(&assessment), [("7b0e".to_owned(), audit)]);
//! // A change of one field; the entry is made where there is none yet.
//! assessment.apply(edited(&assessment, "edit-audit", "7b0e", |it: &mut Audit| it.number = "1".to_owned()));
//! // What there is only one of is blank until something is entered.
//! assert_eq!(main_entry::<Certification>(&assessment), Certification::default());
//! assessment.apply(taken_away::<Audit>("edit-audit", "7b0e"));
//! assert!(entries::<Audit>(&assessment).is_empty());
//! ```
//!
//! In the browser every such [`Edit`] goes through `Session::edit`, like any other.
//! Only code behind the border in `web/later.rs` may ask for these types, so that they cost the first load nothing.
//!
//! # What holds for all of them
//!
//! - Fields that this version does not know are kept in `unknown` and written out again, in every part of a record.
//! - What was not entered is not written.
//! - A record that has another shape is [unreadable]: it is left as it is, shown as such, and never counts as absent.
//! - The names of fields are those of the files (`docs/file-format.md`); a field never changes its meaning.

mod audit;
mod certification;
mod nonconformity;
mod objective;
mod operation;
mod review;
mod values;

pub use audit::{AgendaLine, Audit, AuditLine, AuditProgramme, AuditState, LineConclusion};
pub use certification::{Baseline, BaselineStep, Body, Certification, InterviewLine};
pub use nonconformity::{CorrectiveAction, Grade, Nonconformity, Reopening, Source};
pub use objective::{Better, Objective, ObjectiveKind, Reading};
pub use operation::Operation;
pub use review::{Attendee, Decision, Review, ReviewInput};
pub use values::{Amount, TimeOfDay};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Assessment, Change, Edit, Record, RecordKey, RecordKind};

/// The id of what there is only one of.
pub const MAIN: &str = "main";

/// A kind of record that a workspace keeps.
pub trait WorkspaceRecord: Serialize + DeserializeOwned + Clone + PartialEq + Default {
    /// The word that stands for the kind in keys.
    const KIND: &'static str;
    /// The names of its fields, in the order of its type.
    const FIELDS: &'static [&'static str];

    /// The key of the record with this id.
    fn key(id: &str) -> RecordKey {
        RecordKey::new(RecordKind::Other(Self::KIND.to_owned()), id)
    }
}

/// Declares a part of a record: every field may be missing, what is blank is not written, and what is not known is kept.
macro_rules! part {
    ($(#[$outer:meta])* pub struct $name:ident { $($(#[$inner:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$outer])*
        #[derive(Clone, PartialEq, Debug, Default, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $(
                $(#[$inner])*
                #[serde(skip_serializing_if = "crate::assessment::workspace::is_blank")]
                pub $field: $type,
            )*
            /// Fields that this version does not know, verbatim.
            #[serde(flatten)]
            pub unknown: serde_json::Map<String, serde_json::Value>,
        }
    };
}

/// Declares a kind of record by its word.
macro_rules! record {
    ($(#[$outer:meta])* $kind:literal pub struct $name:ident { $($(#[$inner:meta])* pub $field:ident: $type:ty,)* }) => {
        crate::assessment::workspace::part! {
            $(#[$outer])*
            pub struct $name { $($(#[$inner])* pub $field: $type,)* }
        }

        impl crate::assessment::workspace::WorkspaceRecord for $name {
            const KIND: &'static str = $kind;
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }
    };
}

/// Declares a choice: its words in files, and the same words in keys of texts.
macro_rules! choice {
    ($(#[$outer:meta])* pub enum $name:ident { $($(#[$inner:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$inner])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every choice, in the order of the screen.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that stands for the choice in files, addresses and keys of texts.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// The choice that a word stands for.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.key() == key)
            }
        }
    };
}

use {choice, part, record};

/// Whether nothing was entered, so that nothing is written.
fn is_blank<T: Default + PartialEq>(it: &T) -> bool {
    *it == T::default()
}

/// Calls `$answer` with the type behind a word for a kind; gives `$otherwise` for any other word.
macro_rules! of_kind {
    ($word:expr, $answer:ident, $otherwise:expr $(, $argument:expr)*) => {
        match $word {
            AuditProgramme::KIND => $answer::<AuditProgramme>($($argument),*),
            Audit::KIND => $answer::<Audit>($($argument),*),
            AuditLine::KIND => $answer::<AuditLine>($($argument),*),
            Nonconformity::KIND => $answer::<Nonconformity>($($argument),*),
            Review::KIND => $answer::<Review>($($argument),*),
            Objective::KIND => $answer::<Objective>($($argument),*),
            Operation::KIND => $answer::<Operation>($($argument),*),
            Body::KIND => $answer::<Body>($($argument),*),
            Certification::KIND => $answer::<Certification>($($argument),*),
            Baseline::KIND => $answer::<Baseline>($($argument),*),
            _ => $otherwise,
        }
    };
}

/// The words of every kind, sorted.
pub const KINDS: [&str; 10] = [
    Audit::KIND,
    AuditLine::KIND,
    AuditProgramme::KIND,
    Baseline::KIND,
    Body::KIND,
    Certification::KIND,
    Nonconformity::KIND,
    Objective::KIND,
    Operation::KIND,
    Review::KIND,
];

/// The names of the fields of a kind, in the order of its type; `None` for a word that is no kind of a workspace.
pub fn fields(kind: &str) -> Option<&'static [&'static str]> {
    const fn names<T: WorkspaceRecord>() -> Option<&'static [&'static str]> {
        Some(T::FIELDS)
    }
    of_kind!(kind, names, None)
}

/// Why a value cannot be read as a record of its kind; `None` where it can, and for other kinds.
pub fn fault(kind: &str, value: &Value) -> Option<String> {
    fn why<T: WorkspaceRecord>(value: &Value) -> Option<String> {
        T::deserialize(value).err().map(|it| it.to_string())
    }
    if !value.is_object() && KINDS.contains(&kind) {
        return Some("an object is needed".to_owned());
    }
    of_kind!(kind, why, None, value)
}

/// The keys of the records that have another shape than their kind allows. They are kept as they are.
pub fn unreadable(assessment: &Assessment) -> Vec<RecordKey> {
    let records = assessment.others.iter().filter_map(|(key, value)| {
        let key = RecordKey::parse(key)?;
        fault(key.kind.key(), value).map(|_| key)
    });
    records.collect()
}

/// Every entry of a kind that can be read, by id.
pub fn entries<T: WorkspaceRecord>(assessment: &Assessment) -> Vec<(String, T)> {
    let records = assessment.others.iter().filter_map(|(key, value)| {
        let id = key.strip_prefix(T::KIND)?.strip_prefix('/')?;
        Some((id.to_owned(), read(value)?))
    });
    records.collect()
}

/// The entry of a kind under an id; `None` where there is none that can be read.
pub fn entry<T: WorkspaceRecord>(assessment: &Assessment, id: &str) -> Option<T> {
    read(assessment.others.get(&T::key(id).to_string())?)
}

/// What there is only one of; blank until something is entered.
pub fn main_entry<T: WorkspaceRecord>(assessment: &Assessment) -> T {
    entry(assessment, MAIN).unwrap_or_default()
}

fn read<T: WorkspaceRecord>(value: &Value) -> Option<T> {
    value.is_object().then(|| T::deserialize(value).ok())?
}

/// The change that puts an entry under an id.
pub fn change<T: WorkspaceRecord>(id: &str, entry: &T) -> Change {
    // These types hold texts, numbers and lists only, which JSON can always write.
    let value = serde_json::to_value(entry).unwrap_or_else(|_| Value::Object(Map::new()));
    Change::new(T::key(id), Some(Record::Other(value)))
}

/// The edit that puts an entry under an id.
pub fn put<T: WorkspaceRecord>(label: &str, id: &str, entry: &T) -> Edit {
    Edit::new(label, vec![change(id, entry)])
}

/// The edit that takes an entry away.
pub fn taken_away<T: WorkspaceRecord>(label: &str, id: &str) -> Edit {
    Edit::one(label, T::key(id), None)
}

/// The edit that changes an entry; where there is none yet, it is made.
///
/// A record that cannot be read is left alone: the edit then changes nothing.
pub fn edited<T: WorkspaceRecord>(
    assessment: &Assessment,
    label: &str,
    id: &str,
    with: impl FnOnce(&mut T),
) -> Edit {
    let mut entry = match assessment.others.get(&T::key(id).to_string()) {
        None => T::default(),
        Some(value) => match read(value) {
            Some(entry) => entry,
            None => return Edit::new(label, Vec::new()),
        },
    };
    with(&mut entry);
    put(label, id, &entry)
}

#[cfg(test)]
mod tests;
