//! The gates of the roadmap: what each step still waits for, read from the answers.

use super::gaps::planned;
use super::records::{Lack, Lacking, Records, Scene};
use super::requisites;
use super::scope::{EligibilityVerdict, eligibility};
use super::standing::{Standing, Standings};
use crate::assessment::{Assessment, DocumentState, Rating, RecordKey};
use crate::catalog::{
    Catalog, ChecklistLine, Condition, DocumentId, DocumentKind, Effect, Fact, RecordCheck,
    RequirementId, Step,
};
use crate::day::Day;

/// One thing that keeps a gate closed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Blocker {
    /// A requirement is not rated well enough.
    Rating {
        /// The requirement.
        requirement: RequirementId,
        /// The least rating.
        needed: Rating,
        /// Where it stands.
        standing: Standing,
    },
    /// A duty that repeats has no last or no next date, or a last date that lies ahead.
    IntervalMissing {
        /// The requirement.
        requirement: RequirementId,
    },
    /// A duty that repeats is overdue.
    IntervalOverdue {
        /// The requirement.
        requirement: RequirementId,
        /// The day it was due.
        next: Day,
    },
    /// A document has not come far enough.
    Document {
        /// The document.
        document: DocumentId,
        /// How far it must have come.
        needed: DocumentState,
        /// How far it has come.
        state: DocumentState,
    },
    /// The assessment as a whole does not show this.
    Fact(Fact),
    /// A record of a workspace lacks something.
    Record {
        /// What the records are to show.
        check: RecordCheck,
        /// What is lacking.
        lack: Lack,
        /// The record that lacks it, which may not exist yet; `None` where a record of a new id is needed.
        record: Option<RecordKey>,
        /// What it is about within the record; see [`Lacking::item`].
        item: String,
    },
    /// Another step is not done: its place in [`Catalog::steps`].
    Step(usize),
    /// Nobody ticked this yet, or only for a day that lies ahead.
    Confirmation {
        /// The permanent id of the statement.
        id: String,
        /// The statement to tick.
        label: String,
    },
}

impl Blocker {
    /// The word that stands for the kind of blocker in attributes and keys of texts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Rating { .. } => "rating",
            Self::IntervalMissing { .. } => "interval-missing",
            Self::IntervalOverdue { .. } => "interval-overdue",
            Self::Document { .. } => "document",
            Self::Fact(_) => "fact",
            Self::Record { .. } => "record",
            Self::Step(_) => "step",
            Self::Confirmation { .. } => "confirmation",
        }
    }
}

/// The gate of one step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GateState {
    /// The place of the step in [`Catalog::steps`].
    pub step: usize,
    /// Everything that keeps the gate closed, in the order of the conditions; nothing stands twice.
    pub blockers: Vec<Blocker>,
    /// How many conditions the gate has.
    pub conditions: usize,
    /// How many of them hold.
    pub held: usize,
    /// Whether a person has to tick something, because no answer can show it.
    pub by_hand: bool,
}

impl GateState {
    /// Whether every condition holds, so that the step counts as done.
    pub fn is_open(&self) -> bool {
        self.blockers.is_empty()
    }
}

/// How far a step has come.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StepState {
    /// Its gate is open.
    Done,
    /// Everything it depends on is done.
    Ready,
    /// Something it depends on is not done.
    Waiting,
}

impl StepState {
    /// Every state, in the order of progress.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Ready, Self::Done];

    /// The word that stands for the state in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ready => "ready",
            Self::Waiting => "waiting",
        }
    }
}

/// The gate of every step, in the order of [`Catalog::steps`].
///
/// A step counts as done where its gate is open, whatever came before it: what the assessment shows is true in any order.
pub fn gates(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<GateState> {
    let mut alone = View::of(catalog, assessment, today).alone();
    let done = done_steps(catalog, &alone);
    let states = catalog.steps.iter().zip(&mut alone).enumerate();
    states
        .map(|(place, (step, blockers))| gate_state(place, step, blockers, &done))
        .collect()
}

/// What keeps each line of a checklist from being ready: for each line what keeps each of its conditions from holding.
pub fn line_blockers(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    lines: &[ChecklistLine],
) -> Vec<Vec<Vec<Blocker>>> {
    let view = View::of(catalog, assessment, today);
    let done = done_steps(catalog, &view.alone());
    let blockers = |it: &Condition| match it {
        Condition::Step { step } => {
            let step = usize::from(*step);
            let is_done = done.get(step).copied().unwrap_or(false);
            let blocker = (!is_done).then_some(Blocker::Step(step));
            blocker.into_iter().collect()
        }
        _ => view.blockers(it),
    };
    let line = |it: &ChecklistLine| it.gate.iter().map(blockers).collect();
    lines.iter().map(line).collect()
}

/// How far every step has come, given the gates of all of them.
pub fn step_states(catalog: &Catalog, gates: &[GateState]) -> Vec<StepState> {
    let done = |place: usize| gates.get(place).is_some_and(GateState::is_open);
    let state = |(place, step): (usize, &Step)| {
        if done(place) {
            StepState::Done
        } else if step.after.iter().all(|it| done(usize::from(*it))) {
            StepState::Ready
        } else {
            StepState::Waiting
        }
    };
    catalog.steps.iter().enumerate().map(state).collect()
}

/// Which steps are done, given what keeps each condition from holding by itself, conditions on other steps left out.
///
/// It starts with no step done and adds those whose conditions hold, so steps that wait for each other stay closed instead of opening together.
fn done_steps(catalog: &Catalog, alone: &[Vec<Vec<Blocker>>]) -> Vec<bool> {
    let holds_alone: Vec<bool> = alone
        .iter()
        .map(|it| it.iter().all(Vec::is_empty))
        .collect();
    let mut done = vec![false; catalog.steps.len()];
    loop {
        let next: Vec<bool> = catalog
            .steps
            .iter()
            .zip(&holds_alone)
            .map(|(step, holds)| {
                *holds
                    && step.gate.iter().all(|it| match it {
                        Condition::Step { step } => {
                            done.get(usize::from(*step)).copied().unwrap_or(false)
                        }
                        _ => true,
                    })
            })
            .collect();
        if next == done {
            return done;
        }
        done = next;
    }
}

fn gate_state(place: usize, step: &Step, alone: &mut [Vec<Blocker>], done: &[bool]) -> GateState {
    let mut state = GateState {
        step: place,
        blockers: Vec::new(),
        conditions: step.gate.len(),
        held: 0,
        by_hand: step.needs_confirmation(),
    };
    for (condition, own) in step.gate.iter().zip(alone) {
        let mut blockers = std::mem::take(own);
        if let Condition::Step { step } = condition {
            let other = usize::from(*step);
            if !done.get(other).copied().unwrap_or(false) {
                blockers.push(Blocker::Step(other));
            }
        }
        state.held += usize::from(blockers.is_empty());
        for it in blockers {
            // Two conditions may name the same requirement; one link is enough.
            if !state.blockers.contains(&it) {
                state.blockers.push(it);
            }
        }
    }
    state
}

struct View<'a> {
    catalog: &'a Catalog,
    assessment: &'a Assessment,
    today: Day,
    standings: Standings,
    /// Whether each of [`Fact::ALL`] is shown.
    facts: [bool; Fact::ALL.len()],
    records: Records,
}

impl<'a> View<'a> {
    fn of(catalog: &'a Catalog, assessment: &'a Assessment, today: Day) -> Self {
        let standings = Standings::of(catalog, assessment);
        let facts = Fact::ALL.map(|it| shown(catalog, assessment, &standings, it));
        Self {
            catalog,
            assessment,
            today,
            standings,
            facts,
            records: Records::of(assessment),
        }
    }

    /// What keeps each condition of each step from holding by itself, conditions on other steps left out.
    fn alone(&self) -> Vec<Vec<Vec<Blocker>>> {
        let steps = self.catalog.steps.iter();
        steps
            .map(|step| step.gate.iter().map(|it| self.blockers(it)).collect())
            .collect()
    }

    /// What keeps one condition from holding; nothing for a condition on another step, which [`gate_state`] adds.
    fn blockers(&self, condition: &Condition) -> Vec<Blocker> {
        match condition {
            Condition::Rated {
                requirements,
                level,
            } => self.ratings(requirements.iter().copied(), *level),
            Condition::Blocking { level } => self.ratings(
                self.catalog
                    .requirement_ids()
                    .filter(|it| self.catalog.requirement(*it).blocking),
                *level,
            ),
            Condition::Intervals { requirements } => requirements
                .iter()
                .filter_map(|it| self.interval(*it))
                .collect(),
            Condition::Document { document, state } => {
                self.document(*document, *state).into_iter().collect()
            }
            Condition::MandatoryDocuments { state } => {
                let documents = self.catalog.document_ids().filter(|it| {
                    let document = self.catalog.document(*it);
                    document.mandatory && document.kind != DocumentKind::Record
                });
                documents
                    .filter_map(|it| self.document(it, *state))
                    .collect()
            }
            Condition::Fact { fact } => self.fact(*fact).into_iter().collect(),
            Condition::Records { check } => {
                let scene = Scene {
                    catalog: self.catalog,
                    records: &self.records,
                    today: self.today,
                };
                let lacking = requisites::lacking(&scene, *check);
                lacking.into_iter().map(|it| record(*check, it)).collect()
            }
            Condition::Step { .. } => Vec::new(),
            Condition::Confirm { id, label } => {
                let ticked = self
                    .assessment
                    .confirmations
                    .get(id)
                    .is_some_and(|it| it.on <= self.today);
                let blocker = || Blocker::Confirmation {
                    id: id.clone(),
                    label: label.clone(),
                };
                (!ticked).then(blocker).into_iter().collect()
            }
        }
    }

    fn ratings(
        &self,
        requirements: impl Iterator<Item = RequirementId>,
        needed: Rating,
    ) -> Vec<Blocker> {
        let blocker = |requirement| {
            let standing = self.standings.get(requirement);
            (!standing.reaches(needed)).then_some(Blocker::Rating {
                requirement,
                needed,
                standing,
            })
        };
        requirements.filter_map(blocker).collect()
    }

    fn interval(&self, requirement: RequirementId) -> Option<Blocker> {
        let answer = self
            .assessment
            .answer(&self.catalog.requirement(requirement).id);
        let last = answer.and_then(|it| it.last).filter(|it| *it <= self.today);
        let next = answer.and_then(|it| it.next);
        match (last, next) {
            (Some(_), Some(next)) if next < self.today => {
                Some(Blocker::IntervalOverdue { requirement, next })
            }
            (Some(_), Some(_)) => None,
            _ => Some(Blocker::IntervalMissing { requirement }),
        }
    }

    fn fact(&self, fact: Fact) -> Option<Blocker> {
        let shown = Fact::ALL
            .into_iter()
            .zip(self.facts)
            .any(|(it, shown)| it == fact && shown);
        (!shown).then_some(Blocker::Fact(fact))
    }

    fn document(&self, document: DocumentId, needed: DocumentState) -> Option<Blocker> {
        let entry = self
            .assessment
            .documents
            .get(&self.catalog.document(document).id);
        let holds = entry.is_some_and(|it| it.reaches(needed));
        let state = entry.map(|it| it.state).unwrap_or_default();
        (!holds).then_some(Blocker::Document {
            document,
            needed,
            state,
        })
    }
}

fn record(check: RecordCheck, lacking: Lacking) -> Blocker {
    let Lacking { lack, record, item } = lacking;
    Blocker::Record {
        check,
        lack,
        record,
        item,
    }
}

/// Whether the assessment as a whole shows a fact.
pub fn shows(catalog: &Catalog, assessment: &Assessment, fact: Fact) -> bool {
    shown(
        catalog,
        assessment,
        &Standings::of(catalog, assessment),
        fact,
    )
}

fn shown(catalog: &Catalog, assessment: &Assessment, standings: &Standings, fact: Fact) -> bool {
    let filled = |text: &str| !text.trim().is_empty();
    match fact {
        Fact::Eligible => {
            let verdict = eligibility(catalog, &assessment.scope).verdict;
            matches!(
                verdict,
                EligibilityVerdict::Eligible | EligibilityVerdict::GapToClose
            )
        }
        Fact::NoEligibilityGap => {
            let known = eligibility(catalog, &assessment.scope);
            !known.reasons.iter().any(|(question, answer)| {
                let question = catalog.eligibility.get(*question);
                let answer = question.and_then(|it| it.answers.get(*answer));
                answer.is_some_and(|it| it.effect == Effect::Gap)
            })
        }
        Fact::ScopeNamed => {
            filled(&assessment.scope.organization)
                && assessment.scope.services.iter().any(|it| filled(it))
        }
        Fact::AllAnswered => standings.iter().all(Standing::is_answered),
        Fact::NoDontKnow => !standings.iter().any(|it| it == Standing::DontKnow),
        // What nobody has answered may hide a gap, so it counts as one without a plan.
        Fact::GapsPlanned => standings
            .iter()
            .zip(planned(catalog, assessment))
            .all(|(it, planned)| it.is_met() || planned),
        Fact::OwnersNamed => filled(&assessment.plan.sponsor) && filled(&assessment.plan.lead),
        Fact::StartAndTargetDates => {
            assessment.plan.start.is_some() && assessment.plan.target.is_some()
        }
        Fact::ActionsDone => {
            let blocking: Vec<&str> = catalog
                .requirements
                .iter()
                .filter(|it| it.blocking)
                .map(|it| it.id.as_str())
                .collect();
            let mut open = assessment
                .actions
                .iter()
                .filter(|(_, it)| !it.status.is_closed());
            !open.any(|(id, it)| {
                blocking.contains(&id.as_str()) || blocking.contains(&it.requirement.as_str())
            })
        }
    }
}

#[cfg(test)]
mod tests;
