//! Management reviews (`domain/certification.md`, section 6).

use super::{part, record};
use crate::day::Day;
use crate::keyed::Keyed;

part! {
    /// Somebody who took part.
    pub struct Attendee {
        /// The name.
        pub name: String,
        /// The role.
        pub role: String,
        /// Whether it is somebody of top management.
        pub top_management: bool,
    }
}

part! {
    /// What was brought and said about one required input.
    pub struct ReviewInput {
        /// The contribution, as brought to the review or as the minutes put it.
        pub summary: String,
        /// Whether the review dealt with it.
        pub covered: bool,
    }
}

part! {
    /// A decision.
    pub struct Decision {
        /// What was decided.
        pub text: String,
        /// The required output it belongs to, by id; empty where it belongs to none.
        pub output: String,
        /// Who sees to it.
        pub owner: String,
        /// Until when.
        pub due: Option<Day>,
        /// The id of the action that it became, where it did.
        pub action: String,
    }
}

record! {
    /// One review.
    "review"
    pub struct Review {
        /// Its number or name.
        pub title: String,
        /// The day.
        pub date: Option<Day>,
        /// Where.
        pub place: String,
        /// Who led it.
        pub chair: String,
        /// Who took part.
        pub attendance: Vec<Attendee>,
        /// The day on which the pack was sent.
        pub pack_sent_on: Option<Day>,
        /// The inputs by their id in the edition's list.
        pub inputs: Keyed<ReviewInput>,
        /// The decisions.
        pub decisions: Vec<Decision>,
        /// The day on which the minutes were approved.
        pub minutes_on: Option<Day>,
        /// Who approved them.
        pub minutes_by: String,
        /// Where they are.
        pub minutes_at: String,
        /// The date of the next review.
        pub next: Option<Day>,
        /// Free text.
        pub note: String,
    }
}

impl Review {
    /// Whether it took place by that day.
    pub fn is_held(&self, today: Day) -> bool {
        self.date.is_some_and(|it| it <= today)
    }

    /// Whether it took place by that day and its minutes are approved.
    pub fn is_recorded(&self, today: Day) -> bool {
        self.is_held(today) && self.minutes_on.is_some_and(|it| it <= today)
    }
}
