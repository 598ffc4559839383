//! The register of nonconformities, whoever found them (`domain/certification.md`, sections 4 and 7).

use super::{choice, part, record};
use crate::day::Day;

choice! {
    /// Where an entry of the register comes from.
    pub enum Source {
        /// An internal audit; the source id is the audit's.
        #[default]
        InternalAudit = "internal-audit",
        /// A management review; the source id is the review's.
        ManagementReview = "management-review",
        /// Daily work, a complaint, a measurement.
        DailyWork = "daily-work",
        /// A failure that has not happened yet: preventive action, which only the edition of 2011 knows.
        Prevention = "prevention",
        /// Stage one of certification: an area of concern.
        StageOne = "stage-one",
        /// Stage two of certification.
        StageTwo = "stage-two",
        /// The first surveillance audit.
        SurveillanceOne = "surveillance-one",
        /// The second surveillance audit.
        SurveillanceTwo = "surveillance-two",
        /// Recertification.
        Recertification = "recertification",
    }
}

impl Source {
    /// Whether a certification body found it.
    pub const fn is_external(self) -> bool {
        matches!(
            self,
            Self::StageOne
                | Self::StageTwo
                | Self::SurveillanceOne
                | Self::SurveillanceTwo
                | Self::Recertification
        )
    }
}

choice! {
    /// How heavy it is (`domain/certification.md`, section 4).
    pub enum Grade {
        /// It affects the ability of the system to reach its intended results.
        Major = "major",
        /// It does not affect that ability.
        #[default]
        Minor = "minor",
        /// Raised at stage one; it could become a nonconformity at stage two.
        Concern = "concern",
        /// A remark.
        Observation = "observation",
        /// A remark that something could be done better.
        Opportunity = "opportunity",
    }
}

impl Grade {
    /// Whether it is closed only with a cause, an action and a check of the effect. Remarks need no answer.
    pub const fn needs_cause(self) -> bool {
        matches!(self, Self::Major | Self::Minor | Self::Concern)
    }
}

part! {
    /// One action that removes the cause.
    pub struct CorrectiveAction {
        /// What is done.
        pub text: String,
        /// Who does it.
        pub owner: String,
        /// Until when.
        pub due: Option<Day>,
        /// The day it was done.
        pub done_on: Option<Day>,
        /// The proof, and where it is.
        pub proof: String,
    }
}

part! {
    /// That a closed entry had to be taken up again.
    pub struct Reopening {
        /// The day.
        pub on: Option<Day>,
        /// Why.
        pub reason: String,
    }
}

record! {
    /// One entry of the register.
    "nonconformity"
    pub struct Nonconformity {
        /// Its number in the register.
        pub number: String,
        /// A short name.
        pub title: String,
        /// Where it comes from.
        pub source: Source,
        /// The id of the audit or review it comes from, where it comes from one.
        pub source_id: String,
        /// How heavy it is; `None` until somebody has said so.
        pub grade: Option<Grade>,
        /// The requirement that is not met, by its id.
        pub requirement: String,
        /// The clause, where no single requirement is named.
        pub clause: String,
        /// The statement, first part: what is asked for.
        pub asked: String,
        /// The statement, second part: what was seen.
        pub evidence: String,
        /// The statement, third part: where the two differ.
        pub failure: String,
        /// Where it was found: site, team, system.
        pub location: String,
        /// Who looks after it.
        pub owner: String,
        /// The day it was raised.
        pub raised_on: Option<Day>,
        /// Until when it is to be closed.
        pub due: Option<Day>,
        /// What was done at once to put the case itself right.
        pub correction: String,
        /// The day that was done.
        pub corrected_on: Option<Day>,
        /// What the failure led to, and what was done about that.
        pub consequences: String,
        /// Whether it is elsewhere too: where somebody looked, and what was found.
        pub extent: String,
        /// The answers to "why?", at most [`Nonconformity::MOST_WHYS`], each asking on from the one before.
        pub whys: Vec<String>,
        /// The cause.
        pub cause: String,
        /// What removes the cause.
        pub actions: Vec<CorrectiveAction>,
        /// When the effect is checked.
        pub check_due: Option<Day>,
        /// By what measure.
        pub check_measure: String,
        /// What the check found.
        pub check_result: String,
        /// The day of the check.
        pub checked_on: Option<Day>,
        /// Who checked.
        pub checked_by: String,
        /// Whether the failure stays away; `None` until checked.
        pub effective: Option<bool>,
        /// The day until which the body wants an answer.
        pub answer_due: Option<Day>,
        /// The day on which the body accepted answer and plan.
        pub accepted_on: Option<Day>,
        /// The day on which the body verified correction and corrective action.
        pub verified_on: Option<Day>,
        /// The day it was closed.
        pub closed_on: Option<Day>,
        /// Who closed it.
        pub closed_by: String,
        /// How often, and why, it was taken up again.
        pub reopened: Vec<Reopening>,
        /// Free text.
        pub note: String,
    }
}

impl Nonconformity {
    /// The most answers to "why?".
    pub const MOST_WHYS: usize = 5;

    /// Whether an internal audit found it.
    pub fn is_found_by(&self, audit: &str) -> bool {
        self.source == Source::InternalAudit && self.source_id == audit
    }
}
