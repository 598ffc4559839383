//! What may be said about saving.

/// What is true about the user's edits at this moment, from best to worst in the order of [`SaveState::worse`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Every edit is in the database, by a completed strict transaction, in the journal, and flushed in the copy files
    /// where the browser has them.
    Saved,
    /// Every edit is in the database; the second copy in the journal is not complete.
    SavedWithoutJournal(JournalGap),
    /// Edits are on their way.
    Saving,
    /// The database or the copy files refuse; the journal holds what they could not take. Not a promise: the user should
    /// save a file.
    OnlyInThisTab {
        /// What the medium said that refuses.
        detail: String,
    },
    /// The data is newer than this build, which therefore writes nothing.
    ReadOnly {
        /// The schema found.
        found: u32,
    },
    /// Neither medium takes the edits: they are gone when the tab is closed.
    NotSaved {
        /// What the database said.
        detail: String,
    },
}

/// Why the journal does not hold everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JournalGap {
    /// The journal refuses; what it said.
    Refused(String),
    /// The budget for it is used up.
    Full,
}

impl SaveState {
    /// The worse of two states, which is the one to show for both.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        if other.rank() > self.rank() {
            other
        } else {
            self
        }
    }

    /// Whether closing the tab now could lose an edit.
    #[must_use]
    pub fn is_at_risk(&self) -> bool {
        !matches!(self, Self::Saved | Self::SavedWithoutJournal(_))
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Saved => 0,
            Self::SavedWithoutJournal(_) => 1,
            Self::Saving => 2,
            Self::OnlyInThisTab { .. } => 3,
            Self::ReadOnly { .. } => 4,
            Self::NotSaved { .. } => 5,
        }
    }
}
