//! Whether a file holds everything that is in this browser. Nothing is changed by looking.

use crate::assessment::{Assessment, RecordKey};

/// How a record differs between this browser and a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Difference {
    /// Both hold it, with different content.
    Changed,
    /// The file lacks it.
    OnlyHere,
    /// Only the file has it.
    OnlyInFile,
}

impl Difference {
    /// Every difference.
    pub const ALL: [Self; 3] = [Self::Changed, Self::OnlyHere, Self::OnlyInFile];

    /// The word that stands for it in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::OnlyHere => "only-here",
            Self::OnlyInFile => "only-in-file",
        }
    }
}

/// How an assessment of this browser stands in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InFile {
    /// Record by record as in this browser.
    Same,
    /// With other records, sorted by key.
    Different(Vec<(RecordKey, Difference)>),
    /// Not at all.
    Absent,
}

impl InFile {
    /// Whether nothing of this browser is missing from the file.
    pub fn holds_everything(&self) -> bool {
        match self {
            Self::Same => true,
            Self::Different(records) => records
                .iter()
                .all(|(_, difference)| *difference == Difference::OnlyInFile),
            Self::Absent => false,
        }
    }
}

/// What the comparison of a file with this browser found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// How each assessment of this browser stands in the file, in the order in which they were given.
    pub here: Vec<InFile>,
    /// The places of those assessments of the file that are not in this browser.
    pub only_in_file: Vec<usize>,
}

impl Checked {
    /// Whether the file could bring back all that is in this browser. An empty browser proves nothing, so it is no.
    pub fn holds_everything(&self) -> bool {
        !self.here.is_empty() && self.here.iter().all(InFile::holds_everything)
    }

    /// Whether the file has nothing to do with this browser.
    pub fn is_foreign(&self) -> bool {
        self.here.iter().all(|it| *it == InFile::Absent)
    }
}

/// Compares the assessments of this browser with those of a file, record by record, unknown ones included.
pub fn check(here: &[Assessment], file: &[Assessment]) -> Checked {
    let of_file = |id: &str| file.iter().find(|it| it.id == id);
    let is_here = |id: &str| here.iter().any(|it| it.id == id);
    Checked {
        here: here
            .iter()
            .map(|it| of_file(&it.id).map_or(InFile::Absent, |other| compared(it, other)))
            .collect(),
        only_in_file: (0..file.len())
            .filter(|place| file.get(*place).is_some_and(|it| !is_here(&it.id)))
            .collect(),
    }
}

fn compared(here: &Assessment, file: &Assessment) -> InFile {
    let mut keys = here.keys();
    keys.extend(file.keys());
    keys.sort();
    keys.dedup();
    let found = keys.into_iter().filter_map(|key| {
        let difference = match (here.value(&key), file.value(&key)) {
            (Some(ours), Some(theirs)) if ours == theirs => return None,
            (Some(_), Some(_)) => Difference::Changed,
            (Some(_), None) => Difference::OnlyHere,
            (None, Some(_)) => Difference::OnlyInFile,
            (None, None) => return None,
        };
        Some((key, difference))
    });
    let found: Vec<_> = found.collect();
    if found.is_empty() {
        InFile::Same
    } else {
        InFile::Different(found)
    }
}
