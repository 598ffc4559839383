//! Documents, actions and the user's own verdicts.

use serde::{Deserialize, Serialize};

use super::is_false;
use crate::catalog::DocumentState;
use crate::day::Day;

/// What is known of one document of the register.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentEntry {
    /// How far it has come.
    pub state: DocumentState,
    /// "No case yet, method ready": for a document that only an occasion calls for.
    #[serde(skip_serializing_if = "is_false")]
    pub no_case: bool,
    /// The version in force.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// Who looks after it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub location: String,
    /// When it was last reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Day>,
    /// When it is reviewed next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_review: Option<Day>,
    /// Free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl DocumentEntry {
    /// Whether the document has come so far, or no occasion has called for it yet.
    pub fn reaches(&self, needed: DocumentState) -> bool {
        self.no_case || self.state >= needed
    }
}

/// Where an action stands.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ActionStatus {
    /// Not begun.
    #[default]
    Open,
    /// Begun.
    InProgress,
    /// Done.
    Done,
    /// Will not be done; the note says why.
    Dropped,
}

impl ActionStatus {
    /// Every status, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Open, Self::InProgress, Self::Done, Self::Dropped];

    /// The word that stands for the status in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in-progress",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Whether nothing is left to do.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// An action that closes a gap.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Action {
    /// The id of the requirement it serves; empty where it serves none in particular.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub requirement: String,
    /// What is to be done. Empty means: as proposed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Effort in person-days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort_days: Option<u16>,
    /// Who does it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Where it stands.
    pub status: ActionStatus,
    /// The day it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Day>,
    /// Free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Entered by the user rather than proposed from a gap.
    #[serde(skip_serializing_if = "is_false")]
    pub own: bool,
}

impl Action {
    /// Whether somebody has it in hand: it has an owner and a due date and was not dropped.
    pub fn is_planned(&self) -> bool {
        !self.owner.trim().is_empty() && self.due.is_some() && self.status != ActionStatus::Dropped
    }

    /// Whether its due date lies before today while something is left to do.
    pub fn is_overdue(&self, today: Day) -> bool {
        !self.status.is_closed() && self.due.is_some_and(|it| it < today)
    }

    /// Sets where it stands; closing it notes the day, opening it again takes the day away.
    pub fn set_status(&mut self, status: ActionStatus, today: Day) {
        let was_closed = self.status.is_closed();
        self.status = status;
        if status.is_closed() != was_closed {
            self.closed_on = status.is_closed().then_some(today);
        }
    }
}

/// What an auditor would probably conclude about a clause. A proposal, never a promise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every requirement is met.
    Conforms,
    /// Something is not answered or not known, and nothing answered is short.
    Open,
    /// A minor nonconformity is likely.
    MinorLikely,
    /// A major nonconformity is likely.
    MajorLikely,
}

impl Verdict {
    /// Every verdict, best first.
    pub const ALL: [Self; 4] = [
        Self::Conforms,
        Self::Open,
        Self::MinorLikely,
        Self::MajorLikely,
    ];

    /// The word that stands for the verdict in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Conforms => "conforms",
            Self::Open => "open",
            Self::MinorLikely => "minor-likely",
            Self::MajorLikely => "major-likely",
        }
    }
}

/// The user's own verdict on a clause, with the reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Overrule {
    /// The verdict that replaces the computed one.
    pub verdict: Verdict,
    /// Why.
    #[serde(default)]
    pub note: String,
    /// The day it was given.
    #[serde(default)]
    pub on: Option<Day>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_an_action_notes_the_day_and_opening_it_again_takes_it_away() {
        let day = |date| Day::new(2026, 6, date);
        let mut action = Action::default();
        let table = [
            (ActionStatus::InProgress, 1, None),
            (ActionStatus::Done, 2, day(2)),
            (ActionStatus::Dropped, 3, day(2)),
            (ActionStatus::Open, 4, None),
        ];
        for (status, today, closed_on) in table {
            action.set_status(status, day(today).expect("a day"));
            assert_eq!((action.status, action.closed_on), (status, closed_on));
        }
    }

    #[test]
    fn an_action_due_today_is_not_overdue_and_a_closed_one_never_is() {
        let today = Day::new(2026, 6, 15).expect("a day");
        let due = |days| Action {
            due: Some(today.plus(days)),
            ..Action::default()
        };
        assert!(due(-1).is_overdue(today));
        assert!(!due(0).is_overdue(today));
        assert!(
            !Action {
                status: ActionStatus::Done,
                ..due(-1)
            }
            .is_overdue(today)
        );
    }
}
