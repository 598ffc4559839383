//! The scales on which requirements and documents are judged; gates name their levels, so they belong to the catalogue.

use serde::{Deserialize, Serialize};

/// How far a requirement is met.
///
/// The first four are ordered from worst to best; "don't know" counts as not met and stays visible (`domain/README.md`, section 7).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// Nothing of it exists.
    NotInPlace,
    /// Only on paper, or only in places.
    Partly,
    /// In place, with little or uneven evidence.
    Thin,
    /// In place, with evidence.
    Evidenced,
    /// Nobody present knows.
    DontKnow,
}

impl Rating {
    /// Every rating in the order of the screen, worst first, "don't know" last.
    pub const ALL: [Self; 5] = [
        Self::NotInPlace,
        Self::Partly,
        Self::Thin,
        Self::Evidenced,
        Self::DontKnow,
    ];

    /// The word that stands for the rating in files, attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotInPlace => "not-in-place",
            Self::Partly => "partly",
            Self::Thin => "thin",
            Self::Evidenced => "evidenced",
            Self::DontKnow => "dont-know",
        }
    }

    /// The rating that a word stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    /// The level from 0 to 3, or `None` for "don't know".
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::NotInPlace => Some(0),
            Self::Partly => Some(1),
            Self::Thin => Some(2),
            Self::Evidenced => Some(3),
            Self::DontKnow => None,
        }
    }

    /// Whether the rating reaches another one; "don't know" reaches nothing.
    pub fn reaches(self, least: Self) -> bool {
        self.level()
            .zip(least.level())
            .is_some_and(|(it, least)| it >= least)
    }
}

/// How far a document has come.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentState {
    /// Nobody has it.
    #[default]
    Missing,
    /// It is written, at least as a draft.
    Exists,
    /// Somebody with the authority approved it.
    Approved,
}

impl DocumentState {
    /// Every state, in the order of progress.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Exists, Self::Approved];

    /// The word that stands for the state in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Exists => "exists",
            Self::Approved => "approved",
        }
    }
}
