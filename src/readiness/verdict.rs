//! The verdict on a clause: its worst requirement decides.

use super::standing::{Standing, Standings};
use super::tally::{Tally, tally};
use crate::assessment::{Assessment, Verdict};
use crate::catalog::{Catalog, Clause, RequirementId};
use crate::day::Day;

/// What an auditor would probably conclude about one clause, and why. A proposal, never a promise.
#[derive(Clone, PartialEq, Debug)]
pub struct ClauseVerdict {
    /// The place of the clause in [`Catalog::clauses`].
    pub clause: usize,
    /// What the answers say.
    pub computed: Verdict,
    /// What is shown: the user's own verdict where there is one, otherwise the computed one.
    pub shown: Verdict,
    /// Whether the user gave an own verdict. It may agree with the computed one.
    pub overruled: bool,
    /// Why the computed verdict is what it is.
    pub reason: Reason,
    /// The requirements behind the reason, in the order of the catalogue; empty where all are met.
    pub deciding: Vec<RequirementId>,
    /// How the requirements that the clause reads stand.
    pub tally: Tally,
}

/// Why a verdict or a possible finding is what it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// Every requirement is met.
    AllMet,
    /// Something is not answered, and nothing answered is short.
    Unanswered,
    /// A blocking requirement is not in place.
    BlockingNotInPlace,
    /// Nothing that the clause asks is in place.
    WholeClauseAbsent,
    /// A requirement is not in place.
    NotInPlace,
    /// A requirement is met only on paper or only in places.
    Partly,
    /// A requirement is in place with little or uneven evidence.
    ThinEvidence,
    /// Everything is answered, something with "don't know", and nothing known is short.
    DontKnow,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::AllMet,
        Self::Unanswered,
        Self::BlockingNotInPlace,
        Self::WholeClauseAbsent,
        Self::NotInPlace,
        Self::Partly,
        Self::ThinEvidence,
        Self::DontKnow,
    ];

    /// The word that stands for the reason in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AllMet => "all-met",
            Self::Unanswered => "unanswered",
            Self::BlockingNotInPlace => "blocking-not-in-place",
            Self::WholeClauseAbsent => "whole-clause-absent",
            Self::NotInPlace => "not-in-place",
            Self::Partly => "partly",
            Self::ThinEvidence => "thin-evidence",
            Self::DontKnow => "dont-know",
        }
    }
}

/// The verdict on one clause; `None` for groups and for clauses without a duty.
///
/// It reads every requirement that covers a point of the clause, those of other clauses included.
pub fn clause_verdict(
    catalog: &Catalog,
    assessment: &Assessment,
    clause: &Clause,
    today: Day,
) -> Option<ClauseVerdict> {
    let place = catalog.clauses.iter().position(|it| it.id == clause.id)?;
    let standings = Standings::of(catalog, assessment);
    verdict_at(catalog, assessment, &standings, today, place, clause)
}

/// The verdict on every leaf clause that carries a duty, in the order of the standard.
pub fn verdicts(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<ClauseVerdict> {
    let standings = Standings::of(catalog, assessment);
    let clauses = catalog.clauses.iter().enumerate();
    clauses
        .filter_map(|(place, clause)| {
            verdict_at(catalog, assessment, &standings, today, place, clause)
        })
        .collect()
}

/// How many clauses are shown with which verdict, in the order of [`Verdict::ALL`]; the base is the number of `verdicts`.
pub fn verdict_counts(verdicts: &[ClauseVerdict]) -> [usize; 4] {
    Verdict::ALL.map(|wanted| verdicts.iter().filter(|it| it.shown == wanted).count())
}

fn verdict_at(
    catalog: &Catalog,
    assessment: &Assessment,
    standings: &Standings,
    today: Day,
    place: usize,
    clause: &Clause,
) -> Option<ClauseVerdict> {
    if !clause.leaf || clause.reads.is_empty() {
        return None;
    }
    let (computed, reason, deciding) = decide(catalog, standings, &clause.reads);
    let overrule = assessment.overrules.get(&clause.id);
    Some(ClauseVerdict {
        clause: place,
        computed,
        shown: overrule.map_or(computed, |it| it.verdict),
        overruled: overrule.is_some(),
        reason,
        deciding,
        tally: tally(catalog, assessment, today, clause.reads.iter().copied()),
    })
}

/// The precedence of the reasons: a major before a minor, a minor before what is open, and within a verdict the worst first.
fn decide(
    catalog: &Catalog,
    standings: &Standings,
    reads: &[RequirementId],
) -> (Verdict, Reason, Vec<RequirementId>) {
    let standing_at = |wanted: Standing| -> Vec<RequirementId> {
        reads
            .iter()
            .copied()
            .filter(|it| standings.get(*it) == wanted)
            .collect()
    };
    let absent = standing_at(Standing::NotInPlace);
    let blocking: Vec<RequirementId> = absent
        .iter()
        .copied()
        .filter(|it| catalog.requirement(*it).blocking)
        .collect();
    if !blocking.is_empty() {
        return (Verdict::MajorLikely, Reason::BlockingNotInPlace, blocking);
    }
    if absent.len() == reads.len() {
        return (Verdict::MajorLikely, Reason::WholeClauseAbsent, absent);
    }
    if !absent.is_empty() {
        return (Verdict::MinorLikely, Reason::NotInPlace, absent);
    }
    let rest = [
        (Standing::Partly, Verdict::MinorLikely, Reason::Partly),
        (Standing::Thin, Verdict::MinorLikely, Reason::ThinEvidence),
        (Standing::NotAnswered, Verdict::Open, Reason::Unanswered),
        (Standing::DontKnow, Verdict::Open, Reason::DontKnow),
    ];
    for (standing, verdict, reason) in rest {
        let deciding = standing_at(standing);
        if !deciding.is_empty() {
            return (verdict, reason, deciding);
        }
    }
    (Verdict::Conforms, Reason::AllMet, Vec::new())
}

/// Whether nothing that a leaf clause reads is in place.
pub(crate) fn is_wholly_absent(clause: &Clause, standings: &Standings) -> bool {
    clause.leaf
        && !clause.reads.is_empty()
        && clause
            .reads
            .iter()
            .all(|it| standings.get(*it) == Standing::NotInPlace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Overrule, Rating};
    use crate::readiness::fixture::{all_rated, catalog, ids, rated, today};

    fn verdict(assessment: &Assessment, clause: &str) -> ClauseVerdict {
        let catalog = catalog();
        let clause = catalog.clause(clause).expect("a clause");
        clause_verdict(&catalog, assessment, clause, today()).expect("a verdict")
    }

    #[test]
    fn the_worst_requirement_decides() {
        use Rating::{DontKnow, Evidenced, NotInPlace, Partly, Thin};
        // Clause 5.1 reads 5.1-a, which is blocking, and 5.1-b, which is not.
        type Row<'a> = (
            Option<Rating>,
            Option<Rating>,
            Verdict,
            Reason,
            &'a [&'a str],
        );
        let table: [Row<'_>; 16] = [
            (
                Some(NotInPlace),
                Some(Evidenced),
                Verdict::MajorLikely,
                Reason::BlockingNotInPlace,
                &["5.1-a"],
            ),
            (
                Some(NotInPlace),
                Some(NotInPlace),
                Verdict::MajorLikely,
                Reason::BlockingNotInPlace,
                &["5.1-a"],
            ),
            (
                Some(NotInPlace),
                None,
                Verdict::MajorLikely,
                Reason::BlockingNotInPlace,
                &["5.1-a"],
            ),
            (
                Some(Evidenced),
                Some(NotInPlace),
                Verdict::MinorLikely,
                Reason::NotInPlace,
                &["5.1-b"],
            ),
            (
                Some(Partly),
                Some(NotInPlace),
                Verdict::MinorLikely,
                Reason::NotInPlace,
                &["5.1-b"],
            ),
            (
                None,
                Some(NotInPlace),
                Verdict::MinorLikely,
                Reason::NotInPlace,
                &["5.1-b"],
            ),
            (
                Some(Partly),
                Some(Thin),
                Verdict::MinorLikely,
                Reason::Partly,
                &["5.1-a"],
            ),
            (
                Some(Partly),
                Some(Partly),
                Verdict::MinorLikely,
                Reason::Partly,
                &["5.1-a", "5.1-b"],
            ),
            (
                Some(Partly),
                Some(DontKnow),
                Verdict::MinorLikely,
                Reason::Partly,
                &["5.1-a"],
            ),
            (
                Some(Evidenced),
                Some(Thin),
                Verdict::MinorLikely,
                Reason::ThinEvidence,
                &["5.1-b"],
            ),
            (
                None,
                Some(Thin),
                Verdict::MinorLikely,
                Reason::ThinEvidence,
                &["5.1-b"],
            ),
            (
                None,
                None,
                Verdict::Open,
                Reason::Unanswered,
                &["5.1-a", "5.1-b"],
            ),
            (
                None,
                Some(DontKnow),
                Verdict::Open,
                Reason::Unanswered,
                &["5.1-a"],
            ),
            (
                None,
                Some(Evidenced),
                Verdict::Open,
                Reason::Unanswered,
                &["5.1-a"],
            ),
            (
                Some(DontKnow),
                Some(Evidenced),
                Verdict::Open,
                Reason::DontKnow,
                &["5.1-a"],
            ),
            (
                Some(Evidenced),
                Some(Evidenced),
                Verdict::Conforms,
                Reason::AllMet,
                &[],
            ),
        ];
        for (first, second, computed, reason, deciding) in table {
            let given = [("5.1-a", first), ("5.1-b", second)];
            let ratings: Vec<(&str, Rating)> = given
                .into_iter()
                .filter_map(|(id, it)| Some((id, it?)))
                .collect();
            let it = verdict(&rated(&ratings), "5.1");
            assert_eq!(
                (it.computed, it.reason, it.deciding),
                (computed, reason, ids(deciding)),
                "{first:?} {second:?}"
            );
            assert_eq!(
                (it.shown, it.overruled, it.tally.total),
                (computed, false, 2)
            );
        }
    }

    #[test]
    fn a_clause_of_which_nothing_is_in_place_is_a_major() {
        let absent = rated(&[("4.1-a", Rating::NotInPlace), ("4.1-b", Rating::NotInPlace)]);
        let it = verdict(&absent, "4.1");
        assert_eq!(
            (it.computed, it.reason),
            (Verdict::MajorLikely, Reason::WholeClauseAbsent)
        );
        assert_eq!(it.deciding, ids(&["4.1-a", "4.1-b"]));
        let half = rated(&[("4.1-a", Rating::NotInPlace)]);
        assert_eq!(
            verdict(&half, "4.1").reason,
            Reason::NotInPlace,
            "what is not answered is not known to be absent"
        );
    }

    #[test]
    fn a_clause_answered_by_reference_reads_the_requirements_of_others() {
        let mut assessment = all_rated(Rating::Evidenced);
        assert_eq!(verdict(&assessment, "7.5").computed, Verdict::Conforms);
        assessment.answers.remove("5.1-a");
        let it = verdict(&assessment, "7.5");
        assert_eq!((it.computed, it.deciding), (Verdict::Open, ids(&["5.1-a"])));
    }

    #[test]
    fn no_case_with_a_ready_method_conforms() {
        let mut assessment = all_rated(Rating::Evidenced);
        let answer = assessment.answers.or_default("8.6.1-b".to_owned());
        (answer.rating, answer.no_case) = (Some(Rating::Thin), true);
        assert_eq!(verdict(&assessment, "8.6.1").computed, Verdict::Conforms);
    }

    #[test]
    fn an_overrule_is_shown_and_the_computed_verdict_stays_beside_it() {
        let mut assessment = all_rated(Rating::Partly);
        let overrule = Overrule {
            verdict: Verdict::Conforms,
            note: "agreed".to_owned(),
            on: None,
        };
        assessment.overrules.insert("4.1".to_owned(), overrule);
        let it = verdict(&assessment, "4.1");
        assert_eq!(
            (it.shown, it.computed, it.overruled),
            (Verdict::Conforms, Verdict::MinorLikely, true)
        );
        assert_eq!(it.reason, Reason::Partly);
    }

    #[test]
    fn groups_and_clauses_without_a_duty_have_no_verdict() {
        let catalog = catalog();
        for number in ["8", "8.6", "8.6.2"] {
            let clause = catalog.clause(number).expect("a clause");
            assert_eq!(
                clause_verdict(&catalog, &Assessment::default(), clause, today()),
                None,
                "{number}"
            );
        }
        let all = verdicts(&catalog, &Assessment::default(), today());
        let numbers: Vec<&str> = all
            .iter()
            .map(|it| catalog.clauses[it.clause].id.as_str())
            .collect();
        assert_eq!(numbers, ["4.1", "5.1", "7.5", "8.1", "8.6.1"]);
    }
}
