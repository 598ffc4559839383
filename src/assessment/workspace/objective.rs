//! Service management objectives and expected benefits, with what was measured.

use super::{Amount, choice, part, record};
use crate::day::Day;

choice! {
    /// What is measured for.
    pub enum ObjectiveKind {
        /// A service management objective, which the standard asks for.
        #[default]
        Objective = "objective",
        /// A benefit that the organization expects from the whole undertaking.
        Benefit = "benefit",
    }
}

choice! {
    /// In which direction a measure gets better.
    pub enum Better {
        /// More is better.
        #[default]
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
    }
}

part! {
    /// What was measured on a day.
    pub struct Reading {
        /// The day.
        pub on: Option<Day>,
        /// The value.
        pub value: Option<Amount>,
        /// Where it is from, or what stands behind it.
        pub note: String,
    }
}

record! {
    /// An objective or a benefit.
    "objective"
    pub struct Objective {
        /// Which of the two.
        pub kind: ObjectiveKind,
        /// What is to be reached.
        pub title: String,
        /// What is measured.
        pub measure: String,
        /// In which unit.
        pub unit: String,
        /// Where it began.
        pub baseline: Option<Amount>,
        /// The day of the baseline.
        pub baseline_on: Option<Day>,
        /// Where it is to go.
        pub target: Option<Amount>,
        /// In which direction it gets better.
        pub better: Better,
        /// Until when.
        pub due: Option<Day>,
        /// Who looks after it.
        pub owner: String,
        /// What was measured, in the order of entry.
        pub readings: Vec<Reading>,
        /// Free text.
        pub note: String,
    }
}
