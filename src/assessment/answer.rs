//! What the user enters about one requirement.

use serde::{Deserialize, Serialize};

use super::is_false;
use crate::catalog::Rating;
use crate::day::Day;

/// What sort of proof an evidence item is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A document that is kept up.
    #[default]
    Document,
    /// A record of something that was done.
    Record,
    /// What people said.
    Interview,
    /// What was seen at work.
    Observation,
    /// A page in a tool.
    Tool,
}

impl EvidenceKind {
    /// Every kind, in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::Document,
        Self::Record,
        Self::Interview,
        Self::Observation,
        Self::Tool,
    ];

    /// The word that stands for the kind in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Record => "record",
            Self::Interview => "interview",
            Self::Observation => "observation",
            Self::Tool => "tool",
        }
    }

    /// The kind that a word stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// One piece of evidence: what it is and where to find it, never the thing itself.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EvidenceItem {
    /// What it is called.
    pub title: String,
    /// What sort of proof it is.
    pub kind: EvidenceKind,
    /// Where it is: an address, a folder, a shelf.
    pub location: String,
    /// The day it carries.
    pub dated: Option<Day>,
}

/// Everything the user entered about one requirement.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// How far it is met, where that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// "No case yet, method ready": counts only with the upper two ratings.
    #[serde(skip_serializing_if = "is_false")]
    pub no_case: bool,
    /// The day the rating was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rated_on: Option<Day>,
    /// Free text, at most [`Answer::NOTE_LIMIT`] UTF-16 units.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The evidence, in the order of entry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceItem>,
    /// Who looks after it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Until when it is to be sorted out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// When a repeating duty was last carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// When a repeating duty comes next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
    /// Marked for discussion.
    #[serde(skip_serializing_if = "is_false")]
    pub flagged: bool,
}

impl Answer {
    /// The longest note in UTF-16 units, so that a whole assessment fits the smallest store (`platform.md`, section 8).
    pub const NOTE_LIMIT: usize = 4_000;

    /// Whether anything at all was entered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Gives the rating, or takes it away, together with the day and with the mark that goes with the upper two ratings only.
    pub fn rate(&mut self, rating: Option<Rating>, today: Day) {
        self.rating = rating;
        self.rated_on = rating.map(|_| today);
        self.no_case = self.has_ready_method();
    }

    /// Sets or takes away the mark "no case yet, method ready".
    ///
    /// The mark says that the method is in place, so where the rating says less it becomes "in place, thin evidence".
    pub fn mark_no_case(&mut self, no_case: bool, today: Day) {
        if no_case && !self.rating.is_some_and(|it| it.reaches(Rating::Thin)) {
            self.rate(Some(Rating::Thin), today);
        }
        self.no_case = no_case;
    }

    /// Whether the mark "no case yet, method ready" counts: only with a rating that says the method is in place.
    pub fn has_ready_method(&self) -> bool {
        self.no_case && self.rating.is_some_and(|it| it.reaches(Rating::Thin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::new(2026, 6, 15).expect("a day")
    }

    #[test]
    fn a_rating_carries_its_day_and_loses_it_with_the_rating() {
        let mut answer = Answer::default();
        answer.rate(Some(Rating::DontKnow), today());
        assert_eq!(
            (answer.rating, answer.rated_on),
            (Some(Rating::DontKnow), Some(today()))
        );
        answer.rate(None, today());
        assert!(answer.is_empty());
    }

    #[test]
    fn the_mark_no_case_never_stands_beside_a_rating_that_says_less() {
        let mut answer = Answer::default();
        answer.mark_no_case(true, today());
        assert_eq!(
            (answer.rating, answer.has_ready_method()),
            (Some(Rating::Thin), true)
        );
        answer.rate(Some(Rating::Evidenced), today());
        assert!(answer.has_ready_method());
        answer.mark_no_case(true, today());
        assert_eq!(answer.rating, Some(Rating::Evidenced));
        answer.rate(Some(Rating::Partly), today());
        assert!(!answer.no_case);
    }
}
