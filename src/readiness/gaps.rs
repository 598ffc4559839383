//! Gaps: every answered requirement that is not met, with the action that closes it.

use super::gate::{Blocker, GateState, gates};
use super::standing::{Standing, Standings};
use crate::assessment::{Action, ActionStatus, Assessment};
use crate::catalog::{Catalog, RequirementId, RequirementKind};
use crate::day::Day;

/// An answered requirement that is not met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gap {
    /// The requirement.
    pub requirement: RequirementId,
    /// Where it stands.
    pub standing: Standing,
    /// Whether its absence alone puts the certificate at risk.
    pub blocking: bool,
    /// The places in [`Catalog::steps`] of the steps that its rating keeps closed, in order.
    pub gates: Vec<usize>,
    /// The stored action, or the proposal: no title of its own, owner and due date as in the answer.
    pub action: Action,
    /// Whether the action is stored.
    pub stored: bool,
    /// Whether the action's due date has passed while something is left to do.
    pub overdue: bool,
}

impl Gap {
    /// Whether somebody has the gap in hand: its action has an owner and a due date and was not dropped.
    pub fn is_planned(&self) -> bool {
        is_planned(&self.action)
    }
}

/// How the gaps stand; the base is `total`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GapCounts {
    /// Answered requirements that are not met.
    pub total: usize,
    /// Those of them that are blocking.
    pub blocking: usize,
    /// Those whose action has an owner and a due date and was not dropped.
    pub planned: usize,
    /// Those whose action is overdue.
    pub overdue: usize,
    /// How many actions have which status, in the order of [`ActionStatus::ALL`]; the sum is `total`.
    pub by_status: [usize; 4],
    /// Requirements without an answer, which are not among the gaps.
    pub unanswered: usize,
}

impl GapCounts {
    /// How many gaps have an action of this status.
    pub fn count(&self, status: ActionStatus) -> usize {
        self.by_status.get(status as usize).copied().unwrap_or_default()
    }
}

/// Every gap: blocking ones first, then by the earliest gate they keep closed, then in the order of the clauses.
///
/// Requirements without an answer are listed by [`unanswered`].
pub fn gaps(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<Gap> {
    gaps_at(catalog, assessment, today, &gates(catalog, assessment, today))
}

/// As [`gaps`], with the gates where they are already known.
pub fn gaps_at(catalog: &Catalog, assessment: &Assessment, today: Day, gates: &[GateState]) -> Vec<Gap> {
    let standings = Standings::of(catalog, assessment);
    let closed = closed_by(catalog, gates);
    let mut out: Vec<Gap> = catalog
        .requirement_ids()
        .zip(closed)
        .filter_map(|(requirement, gates)| {
            let standing = standings.get(requirement);
            (standing.is_gap() && standing.is_answered()).then(|| gap(catalog, assessment, today, requirement, standing, gates))
        })
        .collect();
    // The sort is stable, so what is equal stays in the order of the clauses.
    out.sort_by_key(|it| (!it.blocking, it.gates.first().copied().unwrap_or(usize::MAX)));
    out
}

/// Counts the gaps.
pub fn gap_counts(catalog: &Catalog, assessment: &Assessment, gaps: &[Gap]) -> GapCounts {
    let mut out = GapCounts { total: gaps.len(), unanswered: unanswered(catalog, assessment).len(), ..GapCounts::default() };
    for gap in gaps {
        out.blocking += usize::from(gap.blocking);
        out.planned += usize::from(gap.is_planned());
        out.overdue += usize::from(gap.overdue);
        if let Some(count) = out.by_status.get_mut(gap.action.status as usize) {
            *count += 1;
        }
    }
    out
}

/// Every requirement without an answer, in order.
pub fn unanswered(catalog: &Catalog, assessment: &Assessment) -> Vec<RequirementId> {
    let standings = Standings::of(catalog, assessment);
    catalog.requirement_ids().filter(|it| !standings.get(*it).is_answered()).collect()
}

/// The key of the text that proposes what to do, such as `gap-proposal-document-not-in-place`.
pub fn proposal_key(kind: RequirementKind, standing: Standing) -> String {
    format!("gap-proposal-{}-{}", kind.key(), standing.key())
}

/// The first action of a requirement: the stored one, or the proposal; with whether it is stored.
///
/// The proposal takes owner and due date over from the answer, so that nobody enters them twice.
pub fn action_for(catalog: &Catalog, assessment: &Assessment, requirement: RequirementId) -> (Action, bool) {
    let id = &catalog.requirement(requirement).id;
    if let Some(stored) = assessment.actions.get(id) {
        return (stored.clone(), true);
    }
    let (owner, due) = assessment.answer(id).map_or((String::new(), None), |it| (it.owner.clone(), it.due));
    (Action { requirement: id.clone(), owner, due, ..Action::default() }, false)
}

/// Whether somebody has a requirement in hand: one of its actions has an owner and a due date and was not dropped.
pub(crate) fn has_plan(catalog: &Catalog, assessment: &Assessment, requirement: RequirementId) -> bool {
    let id = &catalog.requirement(requirement).id;
    is_planned(&action_for(catalog, assessment, requirement).0)
        || assessment.actions.values().any(|it| it.requirement == *id && is_planned(it))
}

fn is_planned(action: &Action) -> bool {
    !action.owner.trim().is_empty() && action.due.is_some() && action.status != ActionStatus::Dropped
}

fn gap(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    requirement: RequirementId,
    standing: Standing,
    gates: Vec<usize>,
) -> Gap {
    let (action, stored) = action_for(catalog, assessment, requirement);
    Gap {
        requirement,
        standing,
        blocking: catalog.requirement(requirement).blocking,
        gates,
        overdue: !action.status.is_closed() && action.due.is_some_and(|it| it < today),
        action,
        stored,
    }
}

/// For every requirement the steps whose gate its rating keeps closed.
fn closed_by(catalog: &Catalog, gates: &[GateState]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); catalog.requirements.len()];
    for gate in gates {
        for blocker in &gate.blockers {
            let Blocker::Rating { requirement, .. } = blocker else { continue };
            if let Some(steps) = out.get_mut(requirement.index())
                && steps.last() != Some(&gate.step)
            {
                steps.push(gate.step);
            }
        }
    }
    out
}
