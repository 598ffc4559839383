//! What an auditor could raise, requirement by requirement.

use super::standing::{Standing, Standings};
use super::verdict::{Reason, is_wholly_absent};
use crate::assessment::Assessment;
use crate::catalog::{Catalog, RequirementId};

/// The grade of a finding, heaviest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FindingGrade {
    /// It puts the certificate at risk.
    Major,
    /// It has to be corrected, but the system as a whole stands.
    Minor,
    /// It conforms, but thinly: an auditor may note it.
    Observation,
}

impl FindingGrade {
    /// Every grade, heaviest first.
    pub const ALL: [Self; 3] = [Self::Major, Self::Minor, Self::Observation];

    /// The word that stands for the grade in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Observation => "observation",
        }
    }
}

/// Something an auditor could raise about one requirement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PossibleFinding {
    /// The requirement.
    pub requirement: RequirementId,
    /// How heavy it would be.
    pub grade: FindingGrade,
    /// Why.
    pub reason: Reason,
}

/// Every possible finding, majors first, each grade in the order of the clauses.
///
/// What is not answered or not known is no finding: nobody can say yet. The user's own verdicts on clauses change nothing here.
pub fn possible_findings(catalog: &Catalog, assessment: &Assessment) -> Vec<PossibleFinding> {
    let standings = Standings::of(catalog, assessment);
    let mut absent = vec![false; catalog.requirements.len()];
    for clause in catalog
        .leaves()
        .filter(|it| is_wholly_absent(it, &standings))
    {
        for id in &clause.reads {
            if let Some(it) = absent.get_mut(id.index()) {
                *it = true;
            }
        }
    }
    let mut findings: Vec<PossibleFinding> = catalog
        .requirement_ids()
        .filter_map(|requirement| {
            let in_absent_clause = absent.get(requirement.index()).copied().unwrap_or(false);
            let (grade, reason) = match standings.get(requirement) {
                Standing::NotInPlace if catalog.requirement(requirement).blocking => {
                    (FindingGrade::Major, Reason::BlockingNotInPlace)
                }
                Standing::NotInPlace if in_absent_clause => {
                    (FindingGrade::Major, Reason::WholeClauseAbsent)
                }
                Standing::NotInPlace => (FindingGrade::Minor, Reason::NotInPlace),
                Standing::Partly => (FindingGrade::Minor, Reason::Partly),
                Standing::Thin => (FindingGrade::Observation, Reason::ThinEvidence),
                Standing::NotAnswered
                | Standing::DontKnow
                | Standing::NoCase
                | Standing::Evidenced => return None,
            };
            Some(PossibleFinding {
                requirement,
                grade,
                reason,
            })
        })
        .collect();
    findings.sort_by_key(|it| it.grade);
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Rating;
    use crate::readiness::fixture::{catalog, id, rated};

    #[test]
    fn majors_come_first_then_the_order_of_the_clauses() {
        let assessment = rated(&[
            ("4.1-a", Rating::Thin),
            ("4.1-b", Rating::NotInPlace),
            ("5.1-a", Rating::NotInPlace),
            ("5.1-b", Rating::Partly),
            ("8.1-a", Rating::DontKnow),
            ("8.6.1-a", Rating::NotInPlace),
            ("8.6.1-b", Rating::NotInPlace),
        ]);
        let found: Vec<_> = possible_findings(&catalog(), &assessment)
            .into_iter()
            .map(|it| (it.requirement, it.grade, it.reason))
            .collect();
        let expected = [
            ("5.1-a", FindingGrade::Major, Reason::BlockingNotInPlace),
            ("8.6.1-a", FindingGrade::Major, Reason::WholeClauseAbsent),
            ("8.6.1-b", FindingGrade::Major, Reason::WholeClauseAbsent),
            ("4.1-b", FindingGrade::Minor, Reason::NotInPlace),
            ("5.1-b", FindingGrade::Minor, Reason::Partly),
            ("4.1-a", FindingGrade::Observation, Reason::ThinEvidence),
        ];
        assert_eq!(
            found,
            expected.map(|(text, grade, reason)| (id(text), grade, reason))
        );
    }

    #[test]
    fn what_is_met_or_unknown_is_no_finding() {
        let mut assessment = rated(&[
            ("4.1-a", Rating::Evidenced),
            ("4.1-b", Rating::DontKnow),
            ("8.6.1-b", Rating::Thin),
        ]);
        assessment.answers.or_default("8.6.1-b".to_owned()).no_case = true;
        assert_eq!(possible_findings(&catalog(), &assessment), []);
    }
}
