//! The task list of an assessment and what to do next.

use super::documents::register_tally;
use super::gaps::{Gap, gap_counts, gaps_at};
use super::gate::{GateState, StepState, gates, step_states};
use super::quick::quick_result;
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
}

impl Task {
    /// Every task, in the order of the overview.
    pub const ALL: [Self; 6] = [Self::Scope, Self::QuickCheck, Self::Clauses, Self::Documents, Self::Gaps, Self::Roadmap];

    /// The word that stands for the task in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::QuickCheck => "quick-check",
            Self::Clauses => "clauses",
            Self::Documents => "documents",
            Self::Gaps => "gaps",
            Self::Roadmap => "roadmap",
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
    /// How many of its parts are done: scope fields and eligibility questions, questions, documents, gaps with a plan, steps.
    pub done: usize,
    /// How many parts there are. Gaps come and go with the answers.
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
    pub tasks: [TaskState; 6],
    /// What to do next, most urgent first; at most three.
    pub next: Vec<NextStep>,
}

/// The tasks and what to do next.
pub fn overview(catalog: &Catalog, assessment: &Assessment, today: Day) -> Overview {
    let gates = gates(catalog, assessment, today);
    let gaps = gaps_at(catalog, assessment, today, &gates);
    Overview { tasks: tasks(catalog, assessment, today, &gates, &gaps), next: next_steps(catalog, assessment, today, &gates, &gaps) }
}

fn tasks(catalog: &Catalog, assessment: &Assessment, today: Day, gates: &[GateState], gaps: &[Gap]) -> [TaskState; 6] {
    let eligible = eligibility(catalog, &assessment.scope);
    let stopped = eligible.verdict == EligibilityVerdict::Stopped;
    let named = scope_parts(assessment).into_iter().filter(|it| *it).count();
    let quick = quick_result(catalog, assessment, today).tally;
    let all = tally(catalog, assessment, today, catalog.requirement_ids());
    let register = register_tally(catalog, assessment, today);
    let (mandatory, records) = (register.mandatory, register.records);
    let known = assessment.documents.values().filter(|it| it.state != DocumentState::Missing).count();
    let counts = gap_counts(catalog, assessment, gaps);
    let open_gates = gates.iter().filter(|it| it.is_open()).count();
    let dated = assessment.plan.start.is_some() || assessment.plan.target.is_some();
    Task::ALL.map(|task| match task {
        Task::Scope => state(task, eligible.answered + named, eligible.total + 2, false, stopped),
        Task::QuickCheck => state(task, quick.answered, quick.total, false, false),
        Task::Clauses => state(task, all.answered, all.total, false, false),
        // A record is there once it exists: nobody approves records.
        Task::Documents => {
            state(task, mandatory.approved + records.total - records.missing, mandatory.total + records.total, known > 0, false)
        }
        // While questions are open nobody knows all gaps, so the task is not done.
        Task::Gaps => state(task, counts.planned, counts.total, all.answered > 0, counts.unanswered > 0),
        Task::Roadmap => state(task, open_gates, gates.len(), dated, false),
    })
}

/// Two parts of the scope that have to be named: the organization and at least one service.
fn scope_parts(assessment: &Assessment) -> [bool; 2] {
    let scope = &assessment.scope;
    [!scope.organization.trim().is_empty(), scope.services.iter().any(|it| !it.trim().is_empty())]
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
    TaskState { task, status, done, total }
}

fn next_steps(catalog: &Catalog, assessment: &Assessment, today: Day, gates: &[GateState], gaps: &[Gap]) -> Vec<NextStep> {
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
    next.extend(quick_result(catalog, assessment, today).next.map(NextStep::QuickCheck));
    next.extend(first_open_clause(catalog, assessment).map(NextStep::AnswerClause));
    next.extend(gaps.iter().find(|it| it.blocking && !it.action.status.is_closed()).map(|it| NextStep::CloseBlockingGap(it.requirement)));
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
    let ready = step_states(catalog, gates).into_iter().position(|it| it == StepState::Ready);
    next.extend(ready.map(NextStep::Step));
    next.truncate(3);
    next
}

/// The first leaf clause that asks a question without an answer.
fn first_open_clause(catalog: &Catalog, assessment: &Assessment) -> Option<usize> {
    let open = catalog.requirements.iter().find(|it| assessment.rating(&it.id).is_none())?;
    catalog.clauses.iter().position(|it| it.id == open.clause)
}
