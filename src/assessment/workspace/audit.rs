//! Internal audit: the programme, single audits and the lines of their checklists (`domain/certification.md`, section 5).

use super::{TimeOfDay, choice, part, record};
use crate::day::Day;

record! {
    /// The programme: all audits of a period. What it covers follows from the audits.
    "audit-programme"
    pub struct AuditProgramme {
        /// The first day of the period.
        pub from: Option<Day>,
        /// The last day of the period.
        pub to: Option<Day>,
        /// What is important, what has changed and what earlier audits found: why the audits are laid out so.
        pub importance: String,
        /// How is audited: interviews, samples, records.
        pub methods: String,
        /// Who is responsible for what in it.
        pub responsibilities: String,
        /// To whom is reported, and how.
        pub reporting: String,
        /// Free text.
        pub note: String,
    }
}

choice! {
    /// How far an audit has come. What has happened is read from its dates.
    pub enum AuditState {
        /// In the programme.
        #[default]
        Planned = "planned",
        /// Carried out.
        Held = "held",
        /// Carried out and reported.
        Reported = "reported",
        /// Will not take place; the note says why.
        Cancelled = "cancelled",
    }
}

record! {
    /// One audit.
    "audit"
    pub struct Audit {
        /// Its number in the programme.
        pub number: String,
        /// Its name.
        pub title: String,
        /// What it is to find out.
        pub objective: String,
        /// The clauses in its scope: leaf clauses, or groups such as `8.5` that stand for all below them.
        pub clauses: Vec<String>,
        /// The processes in its scope, by id.
        pub processes: Vec<String>,
        /// What else limits its scope: sites, teams, other parties.
        pub scope: String,
        /// Against what is audited.
        pub criteria: String,
        /// Who audits.
        pub auditors: Vec<String>,
        /// Who is audited.
        pub auditees: Vec<String>,
        /// The first day.
        pub start: Option<Day>,
        /// The last day.
        pub finish: Option<Day>,
        /// The day on which somebody confirmed that no auditor audits their own work.
        pub independence_on: Option<Day>,
        /// Who confirmed it.
        pub independence_by: String,
        /// The plan of the days.
        pub agenda: Vec<AgendaLine>,
        /// The day of the report.
        pub report_on: Option<Day>,
        /// To whom the report went.
        pub report_to: String,
        /// What the audit found as a whole.
        pub conclusion: String,
        /// When its findings are followed up.
        pub follow_up: Option<Day>,
        /// How far it has come.
        pub state: AuditState,
        /// Free text.
        pub note: String,
    }
}

part! {
    /// One line of the plan of an audit.
    pub struct AgendaLine {
        /// The day.
        pub day: Option<Day>,
        /// From when.
        pub from: Option<TimeOfDay>,
        /// Until when.
        pub to: Option<TimeOfDay>,
        /// What it is about.
        pub subject: String,
        /// Who audits.
        pub auditor: String,
        /// Who is audited.
        pub auditee: String,
        /// Where.
        pub place: String,
    }
}

impl Audit {
    /// Whether it was carried out by that day.
    pub fn is_held(&self, today: Day) -> bool {
        matches!(self.state, AuditState::Held | AuditState::Reported)
            && self.last_day().is_some_and(|it| it <= today)
    }

    /// Whether it was carried out and reported by that day.
    pub fn is_reported(&self, today: Day) -> bool {
        self.is_held(today)
            && self.state == AuditState::Reported
            && self.report_on.is_some_and(|it| it <= today)
    }

    /// The last day, or the first where only that is known.
    pub fn last_day(&self) -> Option<Day> {
        self.finish.or(self.start)
    }

    /// Whether a leaf clause is in its scope, by itself or by a group above it.
    pub fn covers_clause(&self, clause: &str) -> bool {
        self.clauses.iter().any(|it| {
            clause
                .strip_prefix(it.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }
}

choice! {
    /// What the auditor concluded on one line.
    pub enum LineConclusion {
        /// Nobody looked, or there was nothing to see.
        #[default]
        NotSeen = "not-seen",
        /// It conforms.
        Conforms = "conforms",
        /// It is a finding; the register holds it.
        Finding = "finding",
    }
}

record! {
    /// One line of the checklist of an audit: what was asked for, said and seen about one requirement.
    ///
    /// Its id is made by [`AuditLine::id`].
    "audit-line"
    pub struct AuditLine {
        /// What sample the auditor asked for.
        pub sample: String,
        /// What people answered.
        pub answer: String,
        /// What the auditor saw.
        pub seen: String,
        /// What follows.
        pub conclusion: LineConclusion,
        /// Free text.
        pub note: String,
    }
}

impl AuditLine {
    /// The id of the line of an audit about a requirement.
    pub fn id(audit: &str, requirement: &str) -> String {
        format!("{audit}.{requirement}")
    }

    /// The audit and the requirement of a line, from its id.
    pub fn parts(id: &str) -> Option<(&str, &str)> {
        // The ids of audits are UUIDs, so the first point ends them.
        id.split_once('.')
    }
}
