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
    for clause in catalog.leaves().filter(|it| is_wholly_absent(it, &standings)) {
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
                Standing::NotInPlace if in_absent_clause => (FindingGrade::Major, Reason::WholeClauseAbsent),
                Standing::NotInPlace => (FindingGrade::Minor, Reason::NotInPlace),
                Standing::Partly => (FindingGrade::Minor, Reason::Partly),
                Standing::Thin => (FindingGrade::Observation, Reason::ThinEvidence),
                Standing::NotAnswered | Standing::DontKnow | Standing::NoCase | Standing::Evidenced => return None,
            };
            Some(PossibleFinding { requirement, grade, reason })
        })
        .collect();
    findings.sort_by_key(|it| it.grade);
    findings
}
