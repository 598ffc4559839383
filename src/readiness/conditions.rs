//! The conditions of one gate, each with what keeps it from holding.

use super::gate::{Blocker, GateState};
use crate::catalog::{Catalog, Condition, DocumentKind, Step};

/// One condition of a gate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConditionState<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// What keeps it from holding; empty where it holds.
    pub blockers: Vec<&'a Blocker>,
}

impl ConditionState<'_> {
    /// Whether nothing keeps it from holding.
    pub fn holds(&self) -> bool {
        self.blockers.is_empty()
    }
}

/// Every condition of a step, in order, given the step's gate.
///
/// Two conditions may share a blocker; it stands under both of them.
pub fn condition_states<'a>(
    catalog: &Catalog,
    step: &'a Step,
    gate: &'a GateState,
) -> Vec<ConditionState<'a>> {
    let state = |condition: &'a Condition| ConditionState {
        condition,
        blockers: gate
            .blockers
            .iter()
            .filter(|it| keeps(catalog, condition, it))
            .collect(),
    };
    step.gate.iter().map(state).collect()
}

/// Whether a blocker of the gate keeps this condition from holding.
fn keeps(catalog: &Catalog, condition: &Condition, blocker: &Blocker) -> bool {
    match (condition, blocker) {
        (
            Condition::Rated {
                requirements,
                level,
            },
            Blocker::Rating {
                requirement,
                needed,
                ..
            },
        ) => needed == level && requirements.contains(requirement),
        (
            Condition::Blocking { level },
            Blocker::Rating {
                requirement,
                needed,
                ..
            },
        ) => needed == level && catalog.requirement(*requirement).blocking,
        (
            Condition::Intervals { requirements },
            Blocker::IntervalMissing { requirement } | Blocker::IntervalOverdue { requirement, .. },
        ) => requirements.contains(requirement),
        (
            Condition::Document {
                document: wanted,
                state,
            },
            Blocker::Document {
                document, needed, ..
            },
        ) => needed == state && document == wanted,
        (
            Condition::MandatoryDocuments { state },
            Blocker::Document {
                document, needed, ..
            },
        ) => {
            let document = catalog.document(*document);
            needed == state && document.mandatory && document.kind != DocumentKind::Record
        }
        (Condition::Fact { fact: wanted }, Blocker::Fact(fact)) => fact == wanted,
        (Condition::Records { check: wanted }, Blocker::Record { check, .. }) => check == wanted,
        (Condition::Step { step: wanted }, Blocker::Step(step)) => usize::from(*wanted) == *step,
        (Condition::Confirm { id: wanted, .. }, Blocker::Confirmation { id, .. }) => id == wanted,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Confirmation, DocumentState, Rating};
    use crate::catalog::Fact;
    use crate::readiness::fixture::{catalog, day, evidenced_but, ids, today, with_steps};
    use crate::readiness::gate::gates;

    /// One condition of each kind; none holds in an empty assessment.
    fn conditions() -> Vec<Condition> {
        let document = catalog().find_document("plan").expect("a document");
        let rated = |ids: &[&str], level| Condition::Rated {
            requirements: self::ids(ids),
            level,
        };
        vec![
            rated(&["4.1-a", "5.1-a"], Rating::Thin),
            rated(&["4.1-a"], Rating::Evidenced),
            Condition::Blocking {
                level: Rating::Thin,
            },
            Condition::Intervals {
                requirements: ids(&["8.6.1-a"]),
            },
            Condition::Document {
                document,
                state: DocumentState::Exists,
            },
            Condition::MandatoryDocuments {
                state: DocumentState::Approved,
            },
            Condition::Fact {
                fact: Fact::AllAnswered,
            },
            Condition::Step { step: 0 },
            Condition::Confirm {
                id: "held".to_owned(),
                label: "It was held".to_owned(),
            },
        ]
    }

    fn blockers(assessment: &Assessment) -> Vec<usize> {
        let closed = Condition::Confirm {
            id: "other".to_owned(),
            label: String::new(),
        };
        let catalog = with_steps(&[(&[], &[closed]), (&[0], &conditions())]);
        let gates = gates(&catalog, assessment, today());
        let states = condition_states(&catalog, &catalog.steps[1], &gates[1]);
        assert_eq!(
            states.iter().filter(|it| it.holds()).count(),
            gates[1].held,
            "the same conditions hold"
        );
        states.iter().map(|it| it.blockers.len()).collect()
    }

    #[test]
    fn each_condition_gets_its_own_blockers() {
        assert_eq!(
            blockers(&Assessment::default()),
            [2, 1, 2, 1, 1, 2, 1, 1, 1]
        );
    }

    #[test]
    fn a_condition_holds_where_only_its_neighbour_is_kept() {
        let mut assessment = evidenced_but(&[("4.1-a", Rating::Thin)]);
        let ticked = Confirmation {
            on: day("2026-06-01"),
            by: String::new(),
        };
        assessment.confirmations = [
            ("held".to_owned(), ticked.clone()),
            ("other".to_owned(), ticked),
        ]
        .into();
        assert_eq!(blockers(&assessment), [0, 1, 0, 1, 1, 2, 0, 0, 0]);
    }
}
