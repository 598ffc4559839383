//! Whether certification is open to the organization at all (`domain/certification.md`, section 3).

pub use super::statement::{compose_statement, statement_remarks};

use crate::assessment::Scope;
use crate::catalog::{Catalog, Effect};

/// What the eligibility answers add up to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Eligibility {
    /// How many questions have an answer that the catalogue knows.
    pub answered: usize,
    /// How many questions there are.
    pub total: usize,
    /// What follows.
    pub verdict: EligibilityVerdict,
    /// Every answer with an effect, as places of the question in [`Catalog::eligibility`] and of the answer in it; the worst effect first.
    pub reasons: Vec<(usize, usize)>,
}

/// Whether the road is open.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EligibilityVerdict {
    /// Some questions are not answered, and no answer so far stops the road.
    Incomplete,
    /// An answer stops the road until it is changed.
    Stopped,
    /// The road is open, with a gap to close before stage one.
    GapToClose,
    /// The road is open.
    Eligible,
}

impl EligibilityVerdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [
        Self::Incomplete,
        Self::Stopped,
        Self::GapToClose,
        Self::Eligible,
    ];

    /// The word that stands for the verdict in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Stopped => "stopped",
            Self::GapToClose => "gap-to-close",
            Self::Eligible => "eligible",
        }
    }
}

/// What the eligibility answers of a scope add up to.
///
/// One answer that stops the road decides at once, however many questions are open.
pub fn eligibility(catalog: &Catalog, scope: &Scope) -> Eligibility {
    let mut answered = 0;
    let mut found: Vec<(Effect, (usize, usize))> = Vec::new();
    for (question_place, question) in catalog.eligibility.iter().enumerate() {
        let chosen = scope.eligibility.get(&question.id);
        let known = question
            .answers
            .iter()
            .enumerate()
            .find(|(_, it)| chosen == Some(&it.id));
        let Some((answer_place, answer)) = known else {
            continue;
        };
        answered += 1;
        if answer.effect != Effect::None {
            found.push((answer.effect, (question_place, answer_place)));
        }
    }
    found.sort_by_key(|(effect, _)| std::cmp::Reverse(*effect));
    let worst = found.first().map(|(effect, _)| *effect);
    let total = catalog.eligibility.len();
    let verdict = match worst {
        Some(Effect::Stops) => EligibilityVerdict::Stopped,
        _ if answered < total => EligibilityVerdict::Incomplete,
        Some(Effect::Gap) => EligibilityVerdict::GapToClose,
        Some(Effect::Caution | Effect::None) | None => EligibilityVerdict::Eligible,
    };
    Eligibility {
        answered,
        total,
        verdict,
        reasons: found.into_iter().map(|(_, it)| it).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::fixture::catalog;

    fn answered(answers: &[(&str, &str)]) -> Eligibility {
        let eligibility_answers = answers
            .iter()
            .map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned()))
            .collect();
        eligibility(
            &catalog(),
            &Scope {
                eligibility: eligibility_answers,
                ..Scope::default()
            },
        )
    }

    #[test]
    fn the_worst_effect_decides() {
        type Row<'a> = (
            &'a [(&'a str, &'a str)],
            EligibilityVerdict,
            &'a [(usize, usize)],
        );
        let table: [Row<'_>; 8] = [
            (&[], EligibilityVerdict::Incomplete, &[]),
            (
                &[("delivers", "yes"), ("others", "some"), ("measures", "yes")],
                EligibilityVerdict::Eligible,
                &[],
            ),
            (
                &[("delivers", "yes"), ("others", "most"), ("measures", "yes")],
                EligibilityVerdict::Eligible,
                &[(1, 1)],
            ),
            (
                &[("delivers", "yes"), ("others", "most"), ("measures", "no")],
                EligibilityVerdict::GapToClose,
                &[(2, 1), (1, 1)],
            ),
            (
                &[("delivers", "yes"), ("measures", "no")],
                EligibilityVerdict::Incomplete,
                &[(2, 1)],
            ),
            (&[("others", "all")], EligibilityVerdict::Stopped, &[(1, 2)]),
            (
                &[("delivers", "no"), ("others", "all"), ("measures", "no")],
                EligibilityVerdict::Stopped,
                &[(0, 1), (1, 2), (2, 1)],
            ),
            (
                &[
                    ("delivers", "perhaps"),
                    ("others", "some"),
                    ("measures", "yes"),
                ],
                EligibilityVerdict::Incomplete,
                &[],
            ),
        ];
        for (answers, verdict, reasons) in table {
            let it = answered(answers);
            assert_eq!(
                (it.verdict, it.reasons.as_slice(), it.total),
                (verdict, reasons, 3),
                "{answers:?}"
            );
        }
    }

    #[test]
    fn an_answer_that_the_catalogue_does_not_know_is_no_answer() {
        assert_eq!(
            answered(&[("delivers", "perhaps"), ("others", "some"), ("gone", "yes")]).answered,
            1
        );
    }
}
