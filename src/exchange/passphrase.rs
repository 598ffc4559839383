//! What can be said of a passphrase without knowing how it was chosen.

use std::collections::BTreeSet;

/// How a passphrase looks to somebody who tries many of them. Advice, no proof: a famous sentence is long and weak.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Strength {
    /// Too short to be taken.
    TooShort,
    /// A computer finds it in hours or days.
    Weak,
    /// Enough against most people.
    Fair,
    /// Long enough.
    Good,
}

impl Strength {
    /// The fewest characters that are taken.
    pub const FEWEST: usize = 8;

    /// Every strength, weakest first.
    pub const ALL: [Self; 4] = [Self::TooShort, Self::Weak, Self::Fair, Self::Good];

    /// The word that stands for it in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooShort => "too-short",
            Self::Weak => "weak",
            Self::Fair => "fair",
            Self::Good => "good",
        }
    }

    /// Judges by length, by how many different characters there are, and by digits alone.
    pub fn of(passphrase: &str) -> Self {
        let length = passphrase.chars().count();
        let different = passphrase.chars().collect::<BTreeSet<_>>().len();
        let only_digits = passphrase.chars().all(|it| it.is_ascii_digit());
        match length {
            _ if length < Self::FEWEST => Self::TooShort,
            _ if length < 12 || different < 6 || only_digits => Self::Weak,
            _ if length < 20 => Self::Fair,
            _ => Self::Good,
        }
    }
}
