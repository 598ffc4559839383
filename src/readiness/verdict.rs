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
pub fn clause_verdict(catalog: &Catalog, assessment: &Assessment, clause: &Clause, today: Day) -> Option<ClauseVerdict> {
    let place = catalog.clauses.iter().position(|it| it.id == clause.id)?;
    let standings = Standings::of(catalog, assessment);
    verdict_at(catalog, assessment, &standings, today, place, clause)
}

/// The verdict on every leaf clause that carries a duty, in the order of the standard.
pub fn verdicts(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<ClauseVerdict> {
    let standings = Standings::of(catalog, assessment);
    let clauses = catalog.clauses.iter().enumerate();
    clauses.filter_map(|(place, clause)| verdict_at(catalog, assessment, &standings, today, place, clause)).collect()
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
fn decide(catalog: &Catalog, standings: &Standings, reads: &[RequirementId]) -> (Verdict, Reason, Vec<RequirementId>) {
    let standing_at = |wanted: Standing| -> Vec<RequirementId> {
        reads.iter().copied().filter(|it| standings.get(*it) == wanted).collect()
    };
    let absent = standing_at(Standing::NotInPlace);
    let blocking: Vec<RequirementId> = absent.iter().copied().filter(|it| catalog.requirement(*it).blocking).collect();
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
    clause.leaf && !clause.reads.is_empty() && clause.reads.iter().all(|it| standings.get(*it) == Standing::NotInPlace)
}
