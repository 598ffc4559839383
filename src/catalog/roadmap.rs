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
    pub const ALL: [Self; 8] = [
        Self::Eligible,
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
