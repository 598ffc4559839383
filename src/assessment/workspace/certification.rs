//! The certification body, the audits of both stages, the decision and what follows (`domain/certification.md`, section 4).

use super::{Amount, TimeOfDay, part, record};
use crate::day::Day;
use crate::keyed::Keyed;

record! {
    /// One certification body that was looked at.
    "body"
    pub struct Body {
        /// Its name.
        pub name: String,
        /// Whom to ask there.
        pub contact: String,
        /// The day on which somebody checked that it is accredited for ISO/IEC 20000-1.
        pub accredited_on: Option<Day>,
        /// Where that was checked.
        pub accredited_at: String,
        /// What it says to the criteria of the comparison, by their id.
        pub answers: Keyed<String>,
        /// The day of the quote.
        pub quoted_on: Option<Day>,
        /// What it costs, with the currency.
        pub price: String,
        /// Days for stage one.
        pub days_stage_one: Option<Amount>,
        /// Days for stage two.
        pub days_stage_two: Option<Amount>,
        /// Days for each surveillance audit.
        pub days_surveillance: Option<Amount>,
        /// The body's own rule: days to answer a major nonconformity.
        pub answer_days_major: Option<u16>,
        /// The body's own rule: days to answer a minor nonconformity.
        pub answer_days_minor: Option<u16>,
        /// Whether it is the one.
        pub chosen: bool,
        /// Free text.
        pub note: String,
    }
}

part! {
    /// One line of the plan of stage two.
    pub struct InterviewLine {
        /// The day.
        pub day: Option<Day>,
        /// From when.
        pub from: Option<TimeOfDay>,
        /// Until when.
        pub to: Option<TimeOfDay>,
        /// What it is about.
        pub subject: String,
        /// The clauses.
        pub clauses: Vec<String>,
        /// The processes, by id.
        pub processes: Vec<String>,
        /// Who is interviewed.
        pub partner: String,
        /// Who goes along with the auditor.
        pub guide: String,
        /// Where.
        pub place: String,
        /// Which records are laid ready.
        pub samples: String,
    }
}

record! {
    /// Application, audits, decision and calendar; the only id is `main`.
    "certification"
    pub struct Certification {
        /// The facts for quotes and application, by their id in the edition's list.
        pub facts: Keyed<String>,
        /// The day on which the application was sent.
        pub applied_on: Option<Day>,
        /// The day on which the contract was signed.
        pub contract_on: Option<Day>,
        /// The first day of stage one.
        pub stage_one_first: Option<Day>,
        /// The last day of stage one.
        pub stage_one_last: Option<Day>,
        /// The day of the report on stage one; from then on the register holds every area of concern.
        pub stage_one_report: Option<Day>,
        /// The first day of stage two.
        pub stage_two_first: Option<Day>,
        /// The last day of stage two.
        pub stage_two_last: Option<Day>,
        /// The day of the report on stage two; from then on the register holds every finding.
        pub stage_two_report: Option<Day>,
        /// Who is interviewed about what at stage two.
        pub interviews: Vec<InterviewLine>,
        /// The day of the certification decision.
        pub decided_on: Option<Day>,
        /// The day on which the certificate expires.
        pub expires_on: Option<Day>,
        /// The number of the certificate.
        pub certificate: String,
        /// The last day of the first surveillance audit.
        pub surveillance_one: Option<Day>,
        /// The last day of the second surveillance audit.
        pub surveillance_two: Option<Day>,
        /// The day of recertification.
        pub recertification: Option<Day>,
        /// How many months of records are wanted before the internal audit; `None` means [`Certification::MONTHS_OF_RECORDS`].
        pub months_of_records: Option<u8>,
        /// Free text.
        pub note: String,
    }
}

impl Certification {
    /// About three months of records before stage two are usual; some bodies ask for less. Advice, not a rule (`domain/certification.md`, section 8).
    pub const MONTHS_OF_RECORDS: u8 = 3;

    /// How many months of records are wanted.
    pub fn months_wanted(&self) -> u8 {
        self.months_of_records.unwrap_or(Self::MONTHS_OF_RECORDS)
    }

    /// The last day of stage one, or the first where only that is known.
    pub fn stage_one_end(&self) -> Option<Day> {
        self.stage_one_last.or(self.stage_one_first)
    }

    /// The last day of stage two, or the first where only that is known.
    pub fn stage_two_end(&self) -> Option<Day> {
        self.stage_two_last.or(self.stage_two_first)
    }
}

part! {
    /// The dates of one step in a frozen plan.
    pub struct BaselineStep {
        /// The first day.
        pub start: Option<Day>,
        /// The last day.
        pub finish: Option<Day>,
    }
}

record! {
    /// The plan as it was on a day, to compare with later.
    "baseline"
    pub struct Baseline {
        /// Its name.
        pub title: String,
        /// The day it was frozen.
        pub on: Option<Day>,
        /// The dates by the id of the step.
        pub steps: Keyed<BaselineStep>,
        /// Free text.
        pub note: String,
    }
}
