//! The task list of an assessment and what to do next.

mod workspaces;

use super::documents::register_tally;
use super::gaps::{Gap, gap_counts, gaps_at};
use super::gate::{GateState, StepState, gates, step_states};
use super::quick::quick_result;
use super::records::Records;
use super::scope::{EligibilityVerdict, eligibility};
use super::tally::tally;
use crate::assessment::{Assessment, DocumentState};
use crate::catalog::{Catalog, RequirementId};
use crate::day::Day;

/// A task of the overview.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Task {
    /// Scope and eligibility.
    Scope,
    /// The quick check.
    QuickCheck,
    /// Every requirement, clause by clause.
    Clauses,
    /// The register of documented information.
    Documents,
    /// Gaps and actions.
    Gaps,
    /// The roadmap.
    Roadmap,
    /// Processes in daily work.
    Operation,
    /// Objectives and benefits.
    Objectives,
    /// Internal audits.
    Audit,
    /// Management reviews.
    Review,
    /// The register of nonconformities.
    Corrections,
    /// The certification body, its audits and the certificate.
    Certification,
}

impl Task {
    /// Every task, in the order of the overview.
    pub const ALL: [Self; 12] = [
        Self::Scope,
        Self::QuickCheck,
        Self::Clauses,
        Self::Documents,
        Self::Gaps,
        Self::Roadmap,
        Self::Operation,
        Self::Objectives,
        Self::Audit,
        Self::Review,
        Self::Corrections,
        Self::Certification,
    ];

    /// The tasks of an edition: where nobody can be certified on it, certification is none.
    pub fn of(catalog: &Catalog) -> impl Iterator<Item = Self> {
        let certifies = catalog.workspaces.leads_to_certificate();
        Self::ALL
            .into_iter()
            .filter(move |it| certifies || *it != Self::Certification)
    }

    /// The word that stands for the task in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::QuickCheck => "quick-check",
            Self::Clauses => "clauses",
            Self::Documents => "documents",
            Self::Gaps => "gaps",
            Self::Roadmap => "roadmap",
            Self::Operation => "operation",
            Self::Objectives => "objectives",
            Self::Audit => "audit",
            Self::Review => "review",
            Self::Corrections => "corrections",
            Self::Certification => "certification",
        }
    }
}

/// How far a task has come.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TaskStatus {
    /// Nothing is done.
    NotStarted,
    /// Something is done.
    InProgress,
    /// Nothing is left.
    Done,
}

impl TaskStatus {
    /// Every status, in the order of progress.
    pub const ALL: [Self; 3] = [Self::NotStarted, Self::InProgress, Self::Done];

    /// The word that stands for the status in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Done => "done",
        }
    }
}

/// A task with its status and the figures behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TaskState {
    /// The task.
    pub task: Task,
    /// How far it has come.
    pub status: TaskStatus,
    /// How many of its parts are done: scope fields and eligibility questions, questions, documents, gaps with a plan, steps,
    /// processes that run, objectives measured, clauses audited, inputs of the newest review, entries closed, milestones.
    pub done: usize,
    /// How many parts there are. Gaps and records come and go.
    pub total: usize,
}

/// Something to do next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStep {
    /// An eligibility answer stops the road: change it, or the scope.
    SettleEligibility,
    /// Name the organization and its services, and answer the eligibility questions.
    DescribeScope,
    /// Go on with the quick check at this question.
    QuickCheck(RequirementId),
    /// Answer the questions of this leaf clause: its place in [`Catalog::clauses`].
    AnswerClause(usize),
    /// Close this blocking gap.
    CloseBlockingGap(RequirementId),
    /// Give so many gaps an owner and a due date.
    PlanGaps(usize),
    /// Bring so many mandatory documents into being.
    WriteDocuments(usize),
    /// Enter start and target date of the plan.
    SetDates,
    /// Work on this roadmap step: its place in [`Catalog::steps`].
    Step(usize),
}

impl NextStep {
    /// The word that stands for the kind of step in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SettleEligibility => "settle-eligibility",
            Self::DescribeScope => "describe-scope",
            Self::QuickCheck(_) => "quick-check",
            Self::AnswerClause(_) => "answer-clause",
            Self::CloseBlockingGap(_) => "close-blocking-gap",
            Self::PlanGaps(_) => "plan-gaps",
            Self::WriteDocuments(_) => "write-documents",
            Self::SetDates => "set-dates",
            Self::Step(_) => "step",
        }
    }
}

/// The overview of an assessment.
#[derive(Clone, PartialEq, Debug)]
pub struct Overview {
    /// Every task, in the order of [`Task::ALL`].
    pub tasks: [TaskState; 12],
    /// What to do next, most urgent first; at most three.
    pub next: Vec<NextStep>,
}

/// The tasks and what to do next.
pub fn overview(catalog: &Catalog, assessment: &Assessment, today: Day) -> Overview {
    let gates = gates(catalog, assessment, today);
    let gaps = gaps_at(catalog, assessment, today, &gates);
    Overview {
        tasks: tasks(catalog, assessment, today, &gates, &gaps),
        next: next_steps(catalog, assessment, today, &gates, &gaps),
    }
}

fn tasks(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    gates: &[GateState],
    gaps: &[Gap],
) -> [TaskState; 12] {
    let eligible = eligibility(catalog, &assessment.scope);
    let stopped = eligible.verdict == EligibilityVerdict::Stopped;
    let named = scope_parts(assessment).into_iter().filter(|it| *it).count();
    let quick = quick_result(catalog, assessment, today).tally;
    let all = tally(catalog, assessment, today, catalog.requirement_ids());
    let register = register_tally(catalog, assessment, today);
    let (mandatory, records) = (register.mandatory, register.records);
    let known = assessment
        .documents
        .values()
        .filter(|it| it.reaches(DocumentState::Exists))
        .count();
    let counts = gap_counts(catalog, assessment, gaps);
    let open_gates = gates.iter().filter(|it| it.is_open()).count();
    let dated = assessment.plan.start.is_some() || assessment.plan.target.is_some();
    let workspaces = Records::of(assessment);
    let of_assessment = |task: Task| match task {
        Task::Scope => state(
            task,
            eligible.answered + named,
            eligible.total + 2,
            false,
            stopped,
        ),
        Task::QuickCheck => state(task, quick.answered, quick.total, false, false),
        Task::Clauses => state(task, all.answered, all.total, false, false),
        // A record is there once it exists: nobody approves records.
        Task::Documents => state(
            task,
            mandatory.reaching(DocumentState::Approved) + records.reaching(DocumentState::Exists),
            mandatory.total + records.total,
            known > 0,
            false,
        ),
        // While questions are open nobody knows all gaps, so the task is not done.
        Task::Gaps => state(
            task,
            counts.planned,
            counts.total,
            all.answered > 0,
            counts.unanswered > 0,
        ),
        _ => state(task, open_gates, gates.len(), dated, false),
    };
    Task::ALL.map(|task| {
        workspaces::task_of(catalog, &workspaces, today, task)
            .unwrap_or_else(|| of_assessment(task))
    })
}

/// Two parts of the scope that have to be named: the organization and at least one service.
fn scope_parts(assessment: &Assessment) -> [bool; 2] {
    let scope = &assessment.scope;
    [
        !scope.organization.trim().is_empty(),
        scope.services.iter().any(|it| !it.trim().is_empty()),
    ]
}

/// `begun` says that something was done which `done` does not count; `held_back` keeps the task from being done.
fn state(task: Task, done: usize, total: usize, begun: bool, held_back: bool) -> TaskState {
    let status = if done >= total && !held_back {
        TaskStatus::Done
    } else if done > 0 || begun {
        TaskStatus::InProgress
    } else {
        TaskStatus::NotStarted
    };
    TaskState {
        task,
        status,
        done,
        total,
    }
}

fn next_steps(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    gates: &[GateState],
    gaps: &[Gap],
) -> Vec<NextStep> {
    let mut next = Vec::new();
    match eligibility(catalog, &assessment.scope).verdict {
        EligibilityVerdict::Stopped => next.push(NextStep::SettleEligibility),
        EligibilityVerdict::Incomplete => next.push(NextStep::DescribeScope),
        EligibilityVerdict::GapToClose | EligibilityVerdict::Eligible => {
            if scope_parts(assessment).contains(&false) {
                next.push(NextStep::DescribeScope);
            }
        }
    }
    next.extend(
        quick_result(catalog, assessment, today)
            .next
            .map(NextStep::QuickCheck),
    );
    next.extend(first_open_clause(catalog, assessment).map(NextStep::AnswerClause));
    next.extend(
        gaps.iter()
            .find(|it| it.blocking)
            .map(|it| NextStep::CloseBlockingGap(it.requirement)),
    );
    let unplanned = gaps.iter().filter(|it| !it.is_planned()).count();
    if unplanned > 0 {
        next.push(NextStep::PlanGaps(unplanned));
    }
    if assessment.plan.start.is_none() || assessment.plan.target.is_none() {
        next.push(NextStep::SetDates);
    }
    let missing = register_tally(catalog, assessment, today).mandatory.missing;
    if missing > 0 {
        next.push(NextStep::WriteDocuments(missing));
    }
    let ready = step_states(catalog, gates)
        .into_iter()
        .position(|it| it == StepState::Ready);
    next.extend(ready.map(NextStep::Step));
    next.truncate(3);
    next
}

/// The first leaf clause that asks a question without an answer.
fn first_open_clause(catalog: &Catalog, assessment: &Assessment) -> Option<usize> {
    let open = catalog
        .requirements
        .iter()
        .find(|it| assessment.rating(&it.id).is_none())?;
    catalog.clauses.iter().position(|it| it.id == open.clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Answer, DocumentEntry, Rating};
    use crate::catalog::{Condition, Fact};
    use crate::keyed::Keyed;
    use crate::readiness::fixture::{all_rated, catalog, day, id, today, with_steps};

    fn dated_road() -> Catalog {
        let dates = Condition::Fact {
            fact: Fact::StartAndTargetDates,
        };
        with_steps(&[
            (&[], &[dates]),
            (
                &[0],
                &[Condition::Confirm {
                    id: "held".to_owned(),
                    label: String::new(),
                }],
            ),
        ])
    }

    fn finished() -> Assessment {
        let mut out = all_rated(Rating::Evidenced);
        out.scope.organization = "Fernhollow".to_owned();
        out.scope.services = vec!["backup".to_owned()];
        for (question, answer) in [("delivers", "yes"), ("others", "some"), ("measures", "yes")] {
            out.scope
                .eligibility
                .insert(question.to_owned(), answer.to_owned());
        }
        for id in ["policy", "plan", "minutes"] {
            out.documents.insert(
                id.to_owned(),
                DocumentEntry {
                    state: DocumentState::Approved,
                    ..DocumentEntry::default()
                },
            );
        }
        (out.plan.start, out.plan.target) = (Some(today()), Some(day("2027-06-15")));
        out
    }

    fn statuses(assessment: &Assessment) -> Vec<(TaskStatus, usize, usize)> {
        overview(&dated_road(), assessment, today())
            .tasks
            .into_iter()
            .take(6)
            .map(|it| (it.status, it.done, it.total))
            .collect()
    }

    #[test]
    fn certification_is_no_task_where_nobody_can_be_certified() {
        let mut catalog = catalog();
        let is_task = |catalog: &Catalog| Task::of(catalog).any(|it| it == Task::Certification);
        let days = crate::catalog::ListItem {
            id: "days".to_owned(),
            name: "Days".to_owned(),
            hint: String::new(),
        };
        catalog.workspaces.body_criteria = vec![days];
        assert!(is_task(&catalog));
        catalog.workspaces.body_criteria.clear();
        assert!(!is_task(&catalog));
    }

    #[test]
    fn nothing_is_started_in_a_new_assessment() {
        use TaskStatus::NotStarted;
        let expected = [
            (NotStarted, 0, 5),
            (NotStarted, 0, 2),
            (NotStarted, 0, 7),
            (NotStarted, 0, 3),
            (NotStarted, 0, 0),
            (NotStarted, 0, 2),
        ];
        assert_eq!(statuses(&Assessment::default()), expected);
    }

    #[test]
    fn a_task_is_in_progress_from_the_first_entry() {
        let mut assessment = Assessment::default();
        assessment.scope.organization = "Fernhollow".to_owned();
        assessment.answers.insert(
            "4.1-a".to_owned(),
            Answer {
                rating: Some(Rating::Partly),
                ..Answer::default()
            },
        );
        assessment.documents.insert(
            "guide".to_owned(),
            DocumentEntry {
                state: DocumentState::Exists,
                ..DocumentEntry::default()
            },
        );
        assessment.plan.start = Some(today());
        assert!(
            statuses(&assessment)
                .iter()
                .all(|it| it.0 == TaskStatus::InProgress)
        );
    }

    #[test]
    fn what_is_finished_is_done_and_the_road_follows_its_gates() {
        use TaskStatus::{Done, InProgress};
        let expected = [
            (Done, 5, 5),
            (Done, 2, 2),
            (Done, 7, 7),
            (Done, 3, 3),
            (Done, 0, 0),
            (InProgress, 1, 2),
        ];
        assert_eq!(statuses(&finished()), expected);
    }

    #[test]
    fn a_scope_that_stops_the_road_is_not_done() {
        let mut assessment = finished();
        assessment
            .scope
            .eligibility
            .insert("others".to_owned(), "all".to_owned());
        assert_eq!(statuses(&assessment)[0], (TaskStatus::InProgress, 5, 5));
    }

    #[test]
    fn what_comes_next_is_at_most_three_things_in_the_order_of_the_work() {
        let catalog = dated_road();
        let next = |assessment: &Assessment| overview(&catalog, assessment, today()).next;
        let mut assessment = Assessment::default();
        let clause = |number: &str| {
            catalog
                .clauses
                .iter()
                .position(|it| it.id == number)
                .expect("a clause")
        };
        let expected = [
            NextStep::DescribeScope,
            NextStep::QuickCheck(id("4.1-a")),
            NextStep::AnswerClause(clause("4.1")),
        ];
        assert_eq!(next(&assessment), expected);

        assessment.scope = finished().scope;
        assessment.answers = all_rated(Rating::Partly).answers;
        assessment.answers.remove("8.6.1-a");
        let expected = [
            NextStep::AnswerClause(clause("8.6.1")),
            NextStep::CloseBlockingGap(id("5.1-a")),
            NextStep::PlanGaps(6),
        ];
        assert_eq!(next(&assessment), expected);

        assessment
            .scope
            .eligibility
            .insert("delivers".to_owned(), "no".to_owned());
        assert_eq!(next(&assessment)[0], NextStep::SettleEligibility);

        let mut assessment = finished();
        assert_eq!(next(&assessment), [NextStep::Step(1)]);
        assessment.documents = Keyed::default();
        assessment.plan.target = None;
        assert_eq!(
            next(&assessment),
            [
                NextStep::SetDates,
                NextStep::WriteDocuments(2),
                NextStep::Step(0)
            ]
        );
    }

    #[test]
    fn a_scope_without_services_is_to_be_described() {
        let mut assessment = finished();
        assessment.scope.services.clear();
        assert_eq!(
            overview(&catalog(), &assessment, today()).next,
            [NextStep::DescribeScope]
        );
    }
}
