//! What became of what between the editions of 2011 and 2018 (`domain/mapping_2011_2018.tsv`).

use serde::{Deserialize, Serialize};

/// What happened to the content of a clause.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It was not asked for in 2011.
    New,
    /// It is asked for as before.
    Kept,
    /// It is asked for in another way.
    Changed,
    /// It was divided among several clauses.
    Split,
    /// It was joined from several clauses.
    Merged,
    /// It is not asked for any more.
    Removed,
}

impl ChangeKind {
    /// Every kind, in the order in which filters show them.
    pub const ALL: [Self; 6] = [
        Self::New,
        Self::Changed,
        Self::Split,
        Self::Merged,
        Self::Kept,
        Self::Removed,
    ];

    /// The word that names the kind in keys of texts and in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Kept => "kept",
            Self::Changed => "changed",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Removed => "removed",
        }
    }
}

/// One change between the editions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EditionChange {
    /// Permanent id.
    pub id: String,
    /// Clauses of 2018; empty where the content is gone.
    pub clauses_2018: Vec<String>,
    /// Clauses of 2011; empty where the content is new.
    pub clauses_2011: Vec<String>,
    /// What happened.
    pub kind: ChangeKind,
    /// What changed, in our own words.
    pub what: String,
}

/// How far the forerunners of a requirement ask the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// They speak of the same duty.
    Same,
    /// 2018 asks for more, or for other things besides.
    Partly,
}

impl Likeness {
    /// The word that names it in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Partly => "partly",
        }
    }
}

/// A requirement of 2018 with its forerunners of 2011, by their permanent ids.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Forerunners {
    /// The requirement of 2018.
    pub to: String,
    /// The requirements of 2011 whose answers together speak of the same duty.
    pub from: Vec<String>,
    /// How far they do.
    pub likeness: Likeness,
}

/// A document of 2018 with its forerunner of 2011, by their permanent ids.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DocumentForerunner {
    /// The document of 2018.
    pub to: String,
    /// The document of 2011.
    pub from: String,
}

/// The comparison of the editions, and what an assessment of 2011 can hand on.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct EditionChanges {
    /// The changes, in the order of the clauses of 2018, those that are gone last.
    pub changes: Vec<EditionChange>,
    /// The requirements that have forerunners; every other one is new.
    pub forerunners: Vec<Forerunners>,
    /// The documents that have a forerunner.
    pub documents: Vec<DocumentForerunner>,
}

impl EditionChanges {
    /// Reads the compiler's JSON.
    ///
    /// # Errors
    ///
    /// Where the text is something else.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
