//! Gaps: every answered requirement that is not met, with the action that closes it.

use std::collections::BTreeSet;

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
        self.action.is_planned()
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
        self.by_status
            .get(status as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// Every gap: blocking ones first, then by the earliest gate they keep closed, then in the order of the clauses.
///
/// Requirements without an answer are listed by [`unanswered`].
pub fn gaps(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<Gap> {
    gaps_at(
        catalog,
        assessment,
        today,
        &gates(catalog, assessment, today),
    )
}

/// As [`gaps`], with the gates where they are already known.
pub fn gaps_at(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    gates: &[GateState],
) -> Vec<Gap> {
    let standings = Standings::of(catalog, assessment);
    let closed = closed_by(catalog, gates);
    let mut out: Vec<Gap> = catalog
        .requirement_ids()
        .zip(closed)
        .filter_map(|(requirement, gates)| {
            let standing = standings.get(requirement);
            (standing.is_gap() && standing.is_answered())
                .then(|| gap(catalog, assessment, today, requirement, standing, gates))
        })
        .collect();
    // The sort is stable, so what is equal stays in the order of the clauses.
    out.sort_by_key(|it| {
        (
            !it.blocking,
            it.gates.first().copied().unwrap_or(usize::MAX),
        )
    });
    out
}

/// Counts the gaps.
pub fn gap_counts(catalog: &Catalog, assessment: &Assessment, gaps: &[Gap]) -> GapCounts {
    let mut out = GapCounts {
        total: gaps.len(),
        unanswered: unanswered(catalog, assessment).len(),
        ..GapCounts::default()
    };
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
    catalog
        .requirement_ids()
        .filter(|it| !standings.get(*it).is_answered())
        .collect()
}

/// The key of the text that proposes what to do, such as `gap-proposal-document-not-in-place`.
pub fn proposal_key(kind: RequirementKind, standing: Standing) -> String {
    format!("gap-proposal-{}-{}", kind.key(), standing.key())
}

/// The first action of a requirement: the stored one, or the proposal; with whether it is stored.
///
/// The proposal takes owner and due date over from the answer, so that nobody enters them twice.
pub fn action_for(
    catalog: &Catalog,
    assessment: &Assessment,
    requirement: RequirementId,
) -> (Action, bool) {
    let id = &catalog.requirement(requirement).id;
    if let Some(stored) = assessment.actions.get(id) {
        return (stored.clone(), true);
    }
    let (owner, due) = assessment
        .answer(id)
        .map_or((String::new(), None), |it| (it.owner.clone(), it.due));
    (
        Action {
            requirement: id.clone(),
            owner,
            due,
            ..Action::default()
        },
        false,
    )
}

/// Every requirement that somebody has in hand: one of its actions, stored or proposed, has an owner and a due date and was not dropped.
pub(crate) fn planned(catalog: &Catalog, assessment: &Assessment) -> Vec<bool> {
    let stored = assessment
        .actions
        .iter()
        .filter(|(_, action)| action.is_planned());
    let served: BTreeSet<&str> = stored
        .flat_map(|(id, action)| [id.as_str(), action.requirement.as_str()])
        .collect();
    let is_planned = |it: RequirementId| {
        served.contains(catalog.requirement(it).id.as_str())
            || action_for(catalog, assessment, it).0.is_planned()
    };
    catalog.requirement_ids().map(is_planned).collect()
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
        overdue: action.is_overdue(today),
        action,
        stored,
    }
}

/// For every requirement the steps whose gate its rating keeps closed.
fn closed_by(catalog: &Catalog, gates: &[GateState]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); catalog.requirements.len()];
    for gate in gates {
        for blocker in &gate.blockers {
            let Blocker::Rating { requirement, .. } = blocker else {
                continue;
            };
            if let Some(steps) = out.get_mut(requirement.index())
                && steps.last() != Some(&gate.step)
            {
                steps.push(gate.step);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Answer, Rating};
    use crate::catalog::Condition;
    use crate::readiness::fixture::{
        REQUIREMENTS, catalog, day, evidenced_but, id, ids, rated, today, with_steps,
    };

    fn needs(requirements: &[&str]) -> Condition {
        Condition::Rated {
            requirements: ids(requirements),
            level: Rating::Thin,
        }
    }

    #[test]
    fn blocking_gaps_come_first_then_those_that_close_the_earliest_gate_then_the_order_of_the_clauses()
     {
        let catalog = with_steps(&[
            (&[], &[needs(&["8.6.1-b"])]),
            (
                &[0],
                &[
                    needs(&["4.1-b", "8.6.1-b"]),
                    Condition::Blocking {
                        level: Rating::Thin,
                    },
                ],
            ),
        ]);
        let gaps = gaps(
            &catalog,
            &rated(&REQUIREMENTS.map(|it| (it, Rating::Partly))),
            today(),
        );
        let order: Vec<(RequirementId, Vec<usize>)> = gaps
            .into_iter()
            .map(|it| (it.requirement, it.gates))
            .collect();
        let expected: [(&str, &[usize]); 7] = [
            ("5.1-a", &[1]),
            ("8.1-a", &[1]),
            ("8.6.1-b", &[0, 1]),
            ("4.1-b", &[1]),
            ("4.1-a", &[]),
            ("5.1-b", &[]),
            ("8.6.1-a", &[]),
        ];
        assert_eq!(
            order,
            expected.map(|(text, gates)| (id(text), gates.to_vec()))
        );
    }

    #[test]
    fn what_is_met_or_not_answered_is_no_gap() {
        let mut assessment =
            evidenced_but(&[("4.1-b", Rating::DontKnow), ("8.6.1-b", Rating::Thin)]);
        assessment.answers.or_default("8.6.1-b".to_owned()).no_case = true;
        assessment.answers.insert(
            "5.1-b".to_owned(),
            Answer {
                note: "later".to_owned(),
                ..Answer::default()
            },
        );
        let found: Vec<_> = gaps(&catalog(), &assessment, today())
            .into_iter()
            .map(|it| (it.requirement, it.standing))
            .collect();
        assert_eq!(found, [(id("4.1-b"), Standing::DontKnow)]);
        assert_eq!(unanswered(&catalog(), &assessment), ids(&["5.1-b"]));
    }

    #[test]
    fn a_proposal_takes_owner_and_due_date_from_the_answer_and_a_stored_action_stands_for_itself() {
        let mut assessment = rated(&[("4.1-a", Rating::Partly)]);
        let answer = assessment.answers.or_default("4.1-a".to_owned());
        (answer.owner, answer.due) = ("Ada".to_owned(), Some(day("2026-06-14")));
        let proposed = gaps(&catalog(), &assessment, today()).remove(0);
        assert_eq!(
            (proposed.stored, proposed.overdue, proposed.is_planned()),
            (false, true, true)
        );
        assert_eq!(
            (
                proposed.action.requirement.as_str(),
                proposed.action.title.as_str()
            ),
            ("4.1-a", "")
        );
        assert_eq!(proposed.action.owner, "Ada");

        let stored = Action {
            title: "Write it".to_owned(),
            ..Action::default()
        };
        assessment
            .actions
            .insert("4.1-a".to_owned(), stored.clone());
        let gap = gaps(&catalog(), &assessment, today()).remove(0);
        assert_eq!((gap.action, gap.stored, gap.overdue), (stored, true, false));
    }

    #[test]
    fn counts_have_the_gaps_as_their_base() {
        let mut assessment = rated(&[
            ("4.1-a", Rating::Partly),
            ("5.1-a", Rating::NotInPlace),
            ("8.6.1-a", Rating::Evidenced),
        ]);
        let action = Action {
            owner: "Ada".to_owned(),
            due: Some(day("2026-06-01")),
            status: ActionStatus::InProgress,
            ..Action::default()
        };
        assessment.actions.insert("5.1-a".to_owned(), action);
        let counts = gap_counts(
            &catalog(),
            &assessment,
            &gaps(&catalog(), &assessment, today()),
        );
        assert_eq!(
            counts,
            GapCounts {
                total: 2,
                blocking: 1,
                planned: 1,
                overdue: 1,
                by_status: [1, 1, 0, 0],
                unanswered: 4
            }
        );
        assert_eq!(counts.count(ActionStatus::InProgress), 1);
    }

    #[test]
    fn the_key_of_a_proposal_names_kind_and_standing() {
        assert_eq!(
            proposal_key(RequirementKind::Document, Standing::NotInPlace),
            "gap-proposal-document-not-in-place"
        );
        assert_eq!(
            proposal_key(RequirementKind::Activity, Standing::DontKnow),
            "gap-proposal-activity-dont-know"
        );
    }
}
