//! The roadmap as data: stages, steps, dependencies and the conditions that make a gate open (`domain/roadmap.tsv`).

use serde::{Deserialize, Serialize};

use super::{DocumentId, DocumentState, Rating, RequirementId};

/// A stage of the roadmap, such as "document" or "stage-1".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stage {
    /// Permanent id.
    pub id: String,
    /// The title on screen.
    pub title: String,
    /// What the stage is for, in one sentence.
    pub about: String,
}

/// How large the part of the organization in scope is; it picks the planning default of a step.
///
/// Small up to about 25 people, medium to about 150, large above (`domain/README.md`, section 1).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganizationSize {
    /// Up to about 25 people in scope.
    #[default]
    Small,
    /// Up to about 150.
    Medium,
    /// Above.
    Large,
}

impl OrganizationSize {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// The word that names the size in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

/// A step of the roadmap.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Permanent id such as `D02`.
    pub id: String,
    /// The id of its stage.
    pub stage: String,
    /// The title on screen.
    pub title: String,
    /// Elapsed working days for a small, a medium and a large organization: planning defaults that the user may change.
    pub days: [u16; 3],
    /// Places in [`super::Catalog::steps`] of the steps that come before; always smaller than its own.
    pub after: Vec<u16>,
    /// Numbers of the clauses it serves; empty where it serves none or all.
    pub clauses: Vec<String>,
    /// Whether it serves clauses 4 to 10 as a whole.
    #[serde(default)]
    pub all_clauses: bool,
    /// What has to hold before the step counts as done. Never empty.
    pub gate: Gate,
}

impl Step {
    /// The planning default in working days.
    pub const fn default_days(&self, size: OrganizationSize) -> u16 {
        let [small, medium, large] = self.days;
        match size {
            OrganizationSize::Small => small,
            OrganizationSize::Medium => medium,
            OrganizationSize::Large => large,
        }
    }

    /// Whether a person has to tick something before the step counts as done.
    pub fn needs_confirmation(&self) -> bool {
        self.gate
            .iter()
            .any(|it| matches!(it, Condition::Confirm { .. }))
    }
}

/// The conditions of a step, all of which must hold.
pub type Gate = Vec<Condition>;

/// One condition of a gate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Each of these requirements is rated at least so, or stands at "no case yet, method ready".
    Rated {
        /// The requirements.
        requirements: Vec<RequirementId>,
        /// The least rating.
        level: Rating,
    },
    /// Each of these requirements has a last and a next date and is not overdue.
    Intervals {
        /// The requirements, all of which repeat.
        requirements: Vec<RequirementId>,
    },
    /// A document of the register has come so far.
    Document {
        /// The document.
        document: DocumentId,
        /// How far it must have come.
        state: DocumentState,
    },
    /// Every mandatory document that is not a record has come so far.
    MandatoryDocuments {
        /// How far they must have come.
        state: DocumentState,
    },
    /// Every blocking requirement is rated at least so.
    Blocking {
        /// The least rating.
        level: Rating,
    },
    /// Something the assessment as a whole shows.
    Fact {
        /// What it shows.
        fact: Fact,
    },
    /// The records of a workspace show it.
    Records {
        /// What they show.
        check: RecordCheck,
    },
    /// Another step is done.
    Step {
        /// Its place in [`super::Catalog::steps`].
        step: u16,
    },
    /// Somebody ticked it, with date and name, because no answer can show it.
    Confirm {
        /// Permanent id, unique in the edition.
        id: String,
        /// The statement to tick.
        label: String,
    },
}

/// Something that the assessment as a whole shows or does not show.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// All eligibility questions are answered and none stops the road.
    Eligible,
    /// No eligibility answer leaves a gap.
    NoEligibilityGap,
    /// The scope names services and organization.
    ScopeNamed,
    /// Every requirement has an answer.
    AllAnswered,
    /// No answer is "don't know".
    NoDontKnow,
    /// Every gap has an action with an owner and a due date.
    GapsPlanned,
    /// Sponsor and project lead are named.
    OwnersNamed,
    /// The plan has a start and a target date.
    StartAndTargetDates,
    /// No action on a blocking requirement is open.
    ActionsDone,
}

impl Fact {
    /// Every fact.
    pub const ALL: [Self; 9] = [
        Self::Eligible,
        Self::NoEligibilityGap,
        Self::ScopeNamed,
        Self::AllAnswered,
        Self::NoDontKnow,
        Self::GapsPlanned,
        Self::OwnersNamed,
        Self::StartAndTargetDates,
        Self::ActionsDone,
    ];

    /// The word that names the fact in content and in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::NoEligibilityGap => "no-eligibility-gap",
            Self::ScopeNamed => "scope-named",
            Self::AllAnswered => "all-answered",
            Self::NoDontKnow => "no-dont-know",
            Self::GapsPlanned => "gaps-planned",
            Self::OwnersNamed => "owners-named",
            Self::StartAndTargetDates => "start-and-target-dates",
            Self::ActionsDone => "actions-done",
        }
    }
}

/// Something that the records of a workspace show or do not show. Each follows a gate of `domain/roadmap.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordCheck {
    /// Every process has an owner.
    ProcessesOwned,
    /// Every process is marked as described.
    ProcessesDocumented,
    /// Every process runs, or had no case so far.
    ProcessesRunning,
    /// Every process with cases has records of as many months as wanted, and somebody has looked at a sample of them.
    ProcessesRecorded,
    /// There are objectives, each with measure, target, owner and date.
    ObjectivesSet,
    /// An expected benefit has a measure, a baseline and a target.
    BenefitsSet,
    /// Every objective and every benefit has been measured.
    ObjectivesMeasured,
    /// The programme has a period and audits, each with auditors whose independence is confirmed.
    AuditsIndependent,
    /// The audits together cover every clause and every process; each has a date and criteria.
    AuditsCovering,
    /// Every clause and every process was audited, no line is open, and every finding is in the register with grade, place and statement.
    AuditsHeld,
    /// Every audit that was held is reported, and what it found has an owner.
    AuditsReported,
    /// Every nonconformity has correction, extent, cause, action, owner and date.
    CorrectionsPlanned,
    /// Every corrective action is done, or is due before stage two where no major nonconformity waits for it.
    CorrectionsDone,
    /// Every nonconformity has a check of the effect that says yes, and is closed.
    CorrectionsEffective,
    /// Every preventive action has cause, owner and date.
    PreventionPlanned,
    /// A review has a contribution to every required input.
    ReviewPrepared,
    /// A review took place with top management and dealt with every required input.
    ReviewHeld,
    /// That review has every required output, each decision an owner and a date, and approved minutes.
    ReviewRecorded,
    /// At least three bodies are listed, each with its accreditation checked.
    BodiesListed,
    /// Every fact for the application is entered.
    FactsComplete,
    /// One body is chosen, and its answers to the comparison are complete.
    BodyChosen,
    /// Contract, dates of both stages and the body's answer times are entered.
    DatesAgreed,
    /// Stage one has taken place.
    StageOneHeld,
    /// The report on stage one is here, and every area of concern has an owner and a date.
    ConcernsAssigned,
    /// Every area of concern is closed.
    ConcernsClosed,
    /// Every line of the plan of stage two has a partner and a guide.
    InterviewsNamed,
    /// Stage two has taken place, and every finding has grade and clause.
    StageTwoHeld,
    /// The body has accepted the answer to every nonconformity of stage two.
    AnswersAccepted,
    /// The body has verified every major nonconformity of stage two in time.
    MajorsVerified,
    /// The certification decision and the day of expiry are entered.
    DecisionEntered,
    /// Every minor nonconformity of stage two is closed.
    MinorsClosed,
    /// An audit was reported and a review recorded after the decision.
    YearOneReviewed,
    /// The first surveillance audit took place in time.
    SurveillanceOneHeld,
    /// The body has accepted the answer to every nonconformity of the first surveillance audit, and none is overdue.
    SurveillanceOneAnswered,
    /// An audit was reported and a review recorded after the first surveillance audit.
    YearTwoReviewed,
    /// The second surveillance audit took place.
    SurveillanceTwoHeld,
    /// The day of recertification lies before the certificate expires.
    RecertificationPlanned,
}

impl RecordCheck {
    /// Every check, in the order of the road.
    pub const ALL: [Self; 37] = [
        Self::ProcessesOwned,
        Self::ProcessesDocumented,
        Self::ProcessesRunning,
        Self::ProcessesRecorded,
        Self::ObjectivesSet,
        Self::BenefitsSet,
        Self::ObjectivesMeasured,
        Self::AuditsIndependent,
        Self::AuditsCovering,
        Self::AuditsHeld,
        Self::AuditsReported,
        Self::CorrectionsPlanned,
        Self::CorrectionsDone,
        Self::CorrectionsEffective,
        Self::PreventionPlanned,
        Self::ReviewPrepared,
        Self::ReviewHeld,
        Self::ReviewRecorded,
        Self::BodiesListed,
        Self::FactsComplete,
        Self::BodyChosen,
        Self::DatesAgreed,
        Self::StageOneHeld,
        Self::ConcernsAssigned,
        Self::ConcernsClosed,
        Self::InterviewsNamed,
        Self::StageTwoHeld,
        Self::AnswersAccepted,
        Self::MajorsVerified,
        Self::DecisionEntered,
        Self::MinorsClosed,
        Self::YearOneReviewed,
        Self::SurveillanceOneHeld,
        Self::SurveillanceOneAnswered,
        Self::YearTwoReviewed,
        Self::SurveillanceTwoHeld,
        Self::RecertificationPlanned,
    ];

    /// The word that names the check in content and in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ProcessesOwned => "processes-owned",
            Self::ProcessesDocumented => "processes-documented",
            Self::ProcessesRunning => "processes-running",
            Self::ProcessesRecorded => "processes-recorded",
            Self::ObjectivesSet => "objectives-set",
            Self::BenefitsSet => "benefits-set",
            Self::ObjectivesMeasured => "objectives-measured",
            Self::AuditsIndependent => "audits-independent",
            Self::AuditsCovering => "audits-covering",
            Self::AuditsHeld => "audits-held",
            Self::AuditsReported => "audits-reported",
            Self::CorrectionsPlanned => "corrections-planned",
            Self::CorrectionsDone => "corrections-done",
            Self::CorrectionsEffective => "corrections-effective",
            Self::PreventionPlanned => "prevention-planned",
            Self::ReviewPrepared => "review-prepared",
            Self::ReviewHeld => "review-held",
            Self::ReviewRecorded => "review-recorded",
            Self::BodiesListed => "bodies-listed",
            Self::FactsComplete => "facts-complete",
            Self::BodyChosen => "body-chosen",
            Self::DatesAgreed => "dates-agreed",
            Self::StageOneHeld => "stage-one-held",
            Self::ConcernsAssigned => "concerns-assigned",
            Self::ConcernsClosed => "concerns-closed",
            Self::InterviewsNamed => "interviews-named",
            Self::StageTwoHeld => "stage-two-held",
            Self::AnswersAccepted => "answers-accepted",
            Self::MajorsVerified => "majors-verified",
            Self::DecisionEntered => "decision-entered",
            Self::MinorsClosed => "minors-closed",
            Self::YearOneReviewed => "year-one-reviewed",
            Self::SurveillanceOneHeld => "surveillance-one-held",
            Self::SurveillanceOneAnswered => "surveillance-one-answered",
            Self::YearTwoReviewed => "year-two-reviewed",
            Self::SurveillanceTwoHeld => "surveillance-two-held",
            Self::RecertificationPlanned => "recertification-planned",
        }
    }
}
