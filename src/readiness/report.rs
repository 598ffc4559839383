//! What the printed report says first: the risks a board should know, and which parts the reader wants.

use super::documents::register_tally;
use super::gaps::{gap_counts, gaps};
use super::scope::{EligibilityVerdict, eligibility};
use super::standing::{Standing, standing_of};
use super::tally::tally;
use super::verdict::verdicts;
use crate::assessment::{Assessment, Verdict};
use crate::catalog::{Catalog, RequirementId};
use crate::day::Day;

/// A part of the report that can be printed or left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReportPart {
    /// One page for the board.
    Board,
    /// Counts, heat map and spread.
    Charts,
    /// What an auditor could raise.
    Findings,
    /// Every clause with its verdict and its requirements.
    Clauses,
    /// The register of documented information.
    Documents,
    /// Gaps and actions.
    Actions,
    /// Every step of the roadmap with its dates.
    Roadmap,
}

impl ReportPart {
    /// Every part, in the order of print.
    pub const ALL: [Self; 7] = [
        Self::Board,
        Self::Charts,
        Self::Findings,
        Self::Clauses,
        Self::Documents,
        Self::Actions,
        Self::Roadmap,
    ];

    /// The word that stands for the part in addresses and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Charts => "charts",
            Self::Findings => "findings",
            Self::Clauses => "clauses",
            Self::Documents => "documents",
            Self::Actions => "actions",
            Self::Roadmap => "roadmap",
        }
    }
}

/// Which parts of the report are wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReportParts([bool; 7]);

impl ReportParts {
    /// The word in an address for a report without any part.
    const NONE: &'static str = "none";

    /// Reads the value of a query: the words of the parts with commas between them. No value stands for everything; unknown words are passed over.
    pub fn from_query(value: Option<&str>) -> Self {
        match value {
            None | Some("") => Self([true; 7]),
            Some(value) => {
                Self(ReportPart::ALL.map(|part| value.split(',').any(|it| it == part.key())))
            }
        }
    }

    /// The value for an address; empty where everything is wanted.
    pub fn to_query(self) -> String {
        let wanted: Vec<&str> = ReportPart::ALL
            .into_iter()
            .filter(|it| self.has(*it))
            .map(ReportPart::key)
            .collect();
        match wanted.len() {
            0 => Self::NONE.to_owned(),
            count if count == ReportPart::ALL.len() => String::new(),
            _ => wanted.join(","),
        }
    }

    /// Whether a part is wanted.
    pub fn has(self, part: ReportPart) -> bool {
        self.0.get(part as usize).copied().unwrap_or(false)
    }

    /// The same parts with one of them wanted or not.
    #[must_use]
    pub fn toggled(mut self, part: ReportPart) -> Self {
        if let Some(it) = self.0.get_mut(part as usize) {
            *it = !*it;
        }
        self
    }
}

/// What kind of risk it is, heaviest first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RiskKind {
    /// An eligibility answer stops the road.
    RoadStopped,
    /// Blocking requirements are known to fall short.
    BlockingShort,
    /// Clauses for which a major nonconformity is likely.
    MajorLikely,
    /// The decision lies so many calendar days after the target.
    LateDecision,
    /// Eligibility questions without an answer.
    EligibilityOpen,
    /// Requirements without an answer.
    Unanswered,
    /// Requirements answered with "don't know".
    DontKnow,
    /// Mandatory documents that nobody has.
    DocumentsMissing,
    /// Gaps whose action is overdue.
    ActionsOverdue,
    /// Gaps without an owner or a due date.
    GapsUnplanned,
    /// The plan has no start or no target date.
    NoDates,
}

impl RiskKind {
    /// Every kind, heaviest first.
    pub const ALL: [Self; 11] = [
        Self::RoadStopped,
        Self::BlockingShort,
        Self::MajorLikely,
        Self::LateDecision,
        Self::EligibilityOpen,
        Self::Unanswered,
        Self::DontKnow,
        Self::DocumentsMissing,
        Self::ActionsOverdue,
        Self::GapsUnplanned,
        Self::NoDates,
    ];

    /// The word that stands for the kind in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RoadStopped => "road-stopped",
            Self::BlockingShort => "blocking-short",
            Self::MajorLikely => "major-likely",
            Self::LateDecision => "late-decision",
            Self::EligibilityOpen => "eligibility-open",
            Self::Unanswered => "unanswered",
            Self::DontKnow => "dont-know",
            Self::DocumentsMissing => "documents-missing",
            Self::ActionsOverdue => "actions-overdue",
            Self::GapsUnplanned => "gaps-unplanned",
            Self::NoDates => "no-dates",
        }
    }
}

/// Something that endangers the certificate or its date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Risk {
    /// What it is.
    pub kind: RiskKind,
    /// How many of it there are; for [`RiskKind::LateDecision`] calendar days.
    pub count: usize,
    /// Out of how many; 0 where the kind has no base.
    pub base: usize,
}

/// Every risk that the assessment shows, heaviest first.
///
/// `slip` is how many calendar days the decision lies after the target, where there is one (`plan::Schedule::slip`).
pub fn risks(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    slip: Option<i64>,
) -> Vec<Risk> {
    let eligible = eligibility(catalog, &assessment.scope);
    let verdicts = verdicts(catalog, assessment, today);
    let all = tally(catalog, assessment, today, catalog.requirement_ids());
    let register = register_tally(catalog, assessment, today).mandatory;
    let gaps = gaps(catalog, assessment, today);
    let counts = gap_counts(catalog, assessment, &gaps);
    let blocking = blocking(catalog, assessment);
    let figures = |kind: RiskKind| match kind {
        RiskKind::RoadStopped => (
            usize::from(eligible.verdict == EligibilityVerdict::Stopped),
            0,
        ),
        RiskKind::BlockingShort => (
            blocking.iter().filter(|(_, it)| it.is_short()).count(),
            blocking.len(),
        ),
        RiskKind::MajorLikely => (
            verdicts
                .iter()
                .filter(|it| it.shown == Verdict::MajorLikely)
                .count(),
            verdicts.len(),
        ),
        RiskKind::LateDecision => (
            slip.and_then(|it| usize::try_from(it).ok())
                .unwrap_or_default(),
            0,
        ),
        RiskKind::EligibilityOpen => (eligible.total - eligible.answered, eligible.total),
        RiskKind::Unanswered => (all.not_answered(), all.total),
        RiskKind::DontKnow => (all.count(Standing::DontKnow), all.answered),
        RiskKind::DocumentsMissing => (register.missing, register.total),
        RiskKind::ActionsOverdue => (counts.overdue, counts.total),
        RiskKind::GapsUnplanned => (counts.total - counts.planned, counts.total),
        RiskKind::NoDates => (
            usize::from(assessment.plan.start.is_none() || assessment.plan.target.is_none()),
            0,
        ),
    };
    let risks = RiskKind::ALL.map(|kind| {
        let (count, base) = figures(kind);
        Risk { kind, count, base }
    });
    risks.into_iter().filter(|it| it.count > 0).collect()
}

/// Every blocking requirement with where it stands, in order.
pub fn blocking(catalog: &Catalog, assessment: &Assessment) -> Vec<(RequirementId, Standing)> {
    let ids = catalog
        .requirement_ids()
        .filter(|it| catalog.requirement(*it).blocking);
    ids.map(|it| (it, standing_of(catalog, assessment, it)))
        .collect()
}
