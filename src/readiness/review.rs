//! Management review: what the assessment can tell about each required input, and what reviews lack for a gate.

mod follow_up;
mod parts;

pub use follow_up::{FollowUp, as_action, as_register_entry, earlier_decisions, follow_up};
pub use parts::{ReviewPart, ReviewState, missing, state, uncovered};
pub(super) use parts::{held, prepared, recorded};

use super::nonconformities::{is_closed, is_overdue, weak_cause};
use super::objectives::{ObjectiveState, Trend, state as state_of, trend};
use super::records::{Records, filled};
use super::standing::{Standing, Standings};
use crate::assessment::workspace::{
    AuditState, Grade, Nonconformity, ObjectiveKind, Operation, Review, WorkspaceRecord,
};
use crate::assessment::{Assessment, RecordKey, RecordKind};
use crate::catalog::{Catalog, Edition, RequirementId};
use crate::day::Day;

/// The names of the figures that an assessment can give for an input; each has a text with the number.
macro_rules! figures {
    ($($(#[$inner:meta])* $variant:ident = $word:literal,)*) => {
        /// What a figure for an input counts.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Figure {
            $($(#[$inner])* $variant,)*
        }

        impl Figure {
            /// Every figure.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that stands for the figure in keys of texts.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

figures! {
    /// Actions that are open.
    ActionsOpen = "actions-open",
    /// Actions that are overdue.
    ActionsOverdue = "actions-overdue",
    /// Actions that are closed.
    ActionsClosed = "actions-closed",
    /// Decisions of earlier reviews.
    EarlierDecisions = "earlier-decisions",
    /// Entries of the register that are open.
    NonconformitiesOpen = "nonconformities-open",
    /// Entries of the register that are closed.
    NonconformitiesClosed = "nonconformities-closed",
    /// Entries of the register that are overdue.
    NonconformitiesOverdue = "nonconformities-overdue",
    /// Entries of the register that were taken up again.
    NonconformitiesReopened = "nonconformities-reopened",
    /// Entries of the register whose cause says little.
    CausesWeak = "causes-weak",
    /// Audits that were reported.
    AuditsReported = "audits-reported",
    /// Audits that are still to come.
    AuditsPlanned = "audits-planned",
    /// Findings graded major.
    FindingsMajor = "findings-major",
    /// Findings graded minor, areas of concern included.
    FindingsMinor = "findings-minor",
    /// Remarks.
    Remarks = "remarks",
    /// Objectives and benefits that are reached.
    ObjectivesReached = "objectives-reached",
    /// Objectives and benefits that are on the way.
    ObjectivesOnTheWay = "objectives-on-the-way",
    /// Objectives and benefits that make no progress or have missed their date.
    ObjectivesMissed = "objectives-missed",
    /// Objectives and benefits that were never measured.
    ObjectivesNotMeasured = "objectives-not-measured",
    /// Measures that get better.
    TrendsImproving = "trends-improving",
    /// Measures that get worse.
    TrendsWorsening = "trends-worsening",
    /// Processes that run.
    ProcessesRunning = "processes-running",
    /// Questions on the subject that are met.
    QuestionsMet = "questions-met",
    /// Questions on the subject that are not met or not answered.
    QuestionsOpen = "questions-open",
    /// Other parties named in the scope.
    PartiesNamed = "parties-named",
}

/// One figure with the records behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// What it counts.
    pub figure: Figure,
    /// How many.
    pub count: usize,
    /// The records that were counted.
    pub records: Vec<RecordKey>,
}

/// What the assessment knows about an input, by the input's id; empty for inputs that only people can bring.
///
/// Figures of nothing are left out, but for the first: "none" is news too.
pub fn known(
    catalog: &Catalog,
    assessment: &Assessment,
    records: &Records,
    input: &str,
    today: Day,
) -> Vec<Known> {
    let source = Sources {
        catalog,
        assessment,
        records,
        today,
    };
    let mut out = match input {
        "earlier-actions" => [source.decisions(), source.actions()].concat(),
        "nonconformity-trends" | "corrective-status" => source.register(),
        "audit-trends" | "audits" => source.audits(),
        "measurement-trends" => source.trends(),
        "objectives" => source.objectives(),
        "service-performance" => [source.processes(), source.subject(input)].concat(),
        "other-parties" => [source.parties(), source.subject(input)].concat(),
        _ => source.subject(input),
    };
    let mut first = true;
    out.retain(|it| std::mem::take(&mut first) || it.count > 0);
    out
}

/// The clauses whose questions tell something about an input; a group stands for all below it.
///
/// The numbers of the two editions mean different things, so each has its own.
fn clauses(edition: Edition, input: &str) -> &'static [&'static str] {
    match (edition, input) {
        (Edition::E2018, "issues") => &["4.1", "4.2"],
        (Edition::E2018, "improvement") => &["10.2"],
        (Edition::E2018, "feedback") => &["8.3.2"],
        (Edition::E2018, "policies") => &["5.2", "8.5.1.1", "8.7.3.1"],
        (Edition::E2018, "service-performance") => &["8.3.3", "9.4"],
        (Edition::E2018, "other-parties") => &["8.2.3", "8.3.4"],
        (Edition::E2018, "resources") => &["7.1", "7.2", "8.4.3"],
        (Edition::E2018, "risks") => &["6.1"],
        (Edition::E2018, "changes") => &["8.5"],
        (Edition::E2011, "feedback") => &["7.1"],
        (Edition::E2011, "service-performance") => &["6.1", "6.2"],
        (Edition::E2011, "resources") => &["4.4"],
        (Edition::E2011, "capability") => &["4.4", "6.5"],
        (Edition::E2011, "risks") => &["4.5.2", "6.6"],
        (Edition::E2011, "changes") => &["5", "9.2"],
        (Edition::E2011, "improvement") => &["4.5.5"],
        _ => &[],
    }
}

struct Sources<'a> {
    catalog: &'a Catalog,
    assessment: &'a Assessment,
    records: &'a Records,
    today: Day,
}

impl Sources<'_> {
    fn actions(&self) -> Vec<Known> {
        let of = |figure, wanted: &dyn Fn(&crate::assessment::Action) -> bool| {
            let actions = self.assessment.actions.iter();
            known_of(
                figure,
                actions
                    .filter(|(_, it)| wanted(it))
                    .map(|(id, _)| RecordKey::new(RecordKind::Action, id.clone())),
            )
        };
        vec![
            of(Figure::ActionsOpen, &|it| !it.status.is_closed()),
            of(Figure::ActionsOverdue, &|it| it.is_overdue(self.today)),
            of(Figure::ActionsClosed, &|it| it.status.is_closed()),
        ]
    }

    fn decisions(&self) -> Vec<Known> {
        let held = self
            .records
            .reviews
            .iter()
            .filter(|(_, it)| it.is_held(self.today));
        let keys = held.flat_map(|(id, it)| it.decisions.iter().map(|_| Review::key(id)));
        vec![known_of(Figure::EarlierDecisions, keys)]
    }

    fn entries(&self, figure: Figure, wanted: &dyn Fn(&Nonconformity) -> bool) -> Known {
        let entries = self.records.nonconformities.iter();
        let keys = entries
            .filter(|(_, it)| wanted(it))
            .map(|(id, _)| Nonconformity::key(id));
        known_of(figure, keys)
    }

    fn register(&self) -> Vec<Known> {
        let today = self.today;
        let weak = |it: &Nonconformity| weak_cause(&self.catalog.workspaces, &it.cause).is_some();
        vec![
            self.entries(Figure::NonconformitiesOpen, &|it| !is_closed(it, today)),
            self.entries(Figure::NonconformitiesOverdue, &|it| is_overdue(it, today)),
            self.entries(Figure::NonconformitiesClosed, &|it| is_closed(it, today)),
            self.entries(Figure::NonconformitiesReopened, &|it| {
                !it.reopened.is_empty()
            }),
            self.entries(Figure::CausesWeak, &weak),
        ]
    }

    fn audits(&self) -> Vec<Known> {
        use crate::assessment::workspace::Audit;
        let of = |figure, wanted: &dyn Fn(&Audit) -> bool| {
            let audits = self.records.audits.iter();
            known_of(
                figure,
                audits
                    .filter(|(_, it)| wanted(it))
                    .map(|(id, _)| Audit::key(id)),
            )
        };
        let graded = |figure, grades: &'static [Grade]| {
            self.entries(figure, &|it| {
                it.grade.is_some_and(|it| grades.contains(&it))
            })
        };
        vec![
            of(Figure::AuditsReported, &|it| it.is_reported(self.today)),
            of(Figure::AuditsPlanned, &|it| {
                it.state != AuditState::Cancelled && !it.is_held(self.today)
            }),
            graded(Figure::FindingsMajor, &[Grade::Major]),
            graded(Figure::FindingsMinor, &[Grade::Minor, Grade::Concern]),
            graded(Figure::Remarks, &[Grade::Observation, Grade::Opportunity]),
        ]
    }

    fn measured(&self, figure: Figure, states: &[ObjectiveState]) -> Known {
        use crate::assessment::workspace::Objective;
        let all = self.records.objectives.iter();
        let wanted = all.filter(|(_, it)| {
            it.kind == ObjectiveKind::Objective && states.contains(&state_of(it, self.today))
        });
        known_of(figure, wanted.map(|(id, _)| Objective::key(id)))
    }

    fn objectives(&self) -> Vec<Known> {
        use ObjectiveState::{Missed, NoProgress, NotMeasured, OnTheWay, Reached};
        vec![
            self.measured(Figure::ObjectivesReached, &[Reached]),
            self.measured(Figure::ObjectivesOnTheWay, &[OnTheWay]),
            self.measured(Figure::ObjectivesMissed, &[Missed, NoProgress]),
            self.measured(Figure::ObjectivesNotMeasured, &[NotMeasured]),
        ]
    }

    fn trends(&self) -> Vec<Known> {
        use crate::assessment::workspace::Objective;
        let of = |figure, wanted: Trend| {
            let all = self.records.objectives.iter();
            let found = all.filter(|(_, it)| trend(it, self.today) == Some(wanted));
            known_of(figure, found.map(|(id, _)| Objective::key(id)))
        };
        vec![
            of(Figure::TrendsImproving, Trend::Improving),
            of(Figure::TrendsWorsening, Trend::Worsening),
        ]
    }

    fn processes(&self) -> Vec<Known> {
        let running = self
            .records
            .operations
            .iter()
            .filter(|(_, it)| it.since.is_some_and(|it| it <= self.today));
        vec![known_of(
            Figure::ProcessesRunning,
            running.map(|(id, _)| Operation::key(id)),
        )]
    }

    fn parties(&self) -> Vec<Known> {
        let parties = &self.assessment.scope.other_parties;
        let key = RecordKey::main(RecordKind::Scope);
        vec![known_of(
            Figure::PartiesNamed,
            parties
                .iter()
                .filter(|it| filled(&it.name))
                .map(|_| key.clone()),
        )]
    }

    /// The questions on the subject of an input; nothing where there are none.
    fn subject(&self, input: &str) -> Vec<Known> {
        let clauses = clauses(self.catalog.edition, input);
        if clauses.is_empty() {
            return Vec::new();
        }
        let standings = Standings::of(self.catalog, self.assessment);
        let belongs = |it: &RequirementId| {
            let clause = &self.catalog.requirement(*it).clause;
            clauses.iter().any(|group| {
                let rest = clause.strip_prefix(group);
                rest.is_some_and(|it| it.is_empty() || it.starts_with('.'))
            })
        };
        let of = |figure, wanted: fn(Standing) -> bool| {
            let all = self.catalog.requirement_ids().filter(belongs);
            known_of(
                figure,
                all.filter(|it| wanted(standings.get(*it))).map(|it| {
                    RecordKey::new(RecordKind::Answer, self.catalog.requirement(it).id.clone())
                }),
            )
        };
        vec![
            of(Figure::QuestionsOpen, |it| !it.is_met()),
            of(Figure::QuestionsMet, Standing::is_met),
        ]
    }
}

fn known_of(figure: Figure, records: impl Iterator<Item = RecordKey>) -> Known {
    let mut records: Vec<RecordKey> = records.collect();
    let count = records.len();
    records.dedup();
    Known {
        figure,
        count,
        records,
    }
}
