//! The standard as types: clauses, requirements, documents, roadmap steps and the texts that go with them.
//!
//! A catalogue is compiled from `content/` by the content compiler (`compiler.rs`, native only), travels as JSON and never changes while the app runs.
//! No text of the standard is in it: numbers and short titles only, everything else is in our own words.

pub mod changes;
#[cfg(not(target_arch = "wasm32"))]
pub mod compiler;
mod first;
mod guidance;
pub mod learn;
mod message;
mod roadmap;
mod scale;
mod scope;
mod workspaces;

pub use first::FirstContent;
pub use guidance::{
    DocumentGuidance, EligibilityGuidance, Guidance, RequirementGuidance, StepGuidance, TermName,
};
pub use message::{Argument, Messages, Piece, PluralCategory, Variant, english_plural};
pub use roadmap::{Condition, Fact, Gate, OrganizationSize, RecordCheck, Stage, Step};
pub use scale::{DocumentState, Rating};
pub use scope::{Effect, EligibilityAnswer, EligibilityQuestion, StatementCheck};
pub use workspaces::{ChecklistLine, ListItem, Process, Workspaces};

use serde::{Deserialize, Serialize};

/// An edition of part 1 of the standard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Edition {
    /// ISO/IEC 20000-1:2018 with Amendment 1:2024, the current edition (`domain/editions.md`, section 1).
    #[default]
    #[serde(rename = "2018")]
    E2018,
    /// ISO/IEC 20000-1:2011, withdrawn: for teaching, for comparison and for moving on (`domain/editions.md`, section 4).
    #[serde(rename = "2011")]
    E2011,
}

impl Edition {
    /// Every edition, the current one first.
    pub const ALL: [Self; 2] = [Self::E2018, Self::E2011];

    /// The edition with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    /// Whether the edition is withdrawn, so that no certificate can be had on it any more (`domain/editions.md`, section 3).
    pub const fn is_withdrawn(self) -> bool {
        matches!(self, Self::E2011)
    }

    /// The key under which files, records and addresses know the edition.
    pub const fn key(self) -> &'static str {
        match self {
            Self::E2018 => "2018",
            Self::E2011 => "2011",
        }
    }
}

/// What would satisfy a requirement first of all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequirementKind {
    /// A document that is kept up to date.
    Document,
    /// A record that is retained.
    Record,
    /// Something that is done.
    Activity,
    /// Something that has been decided.
    Decision,
}

impl RequirementKind {
    /// The word that names the kind in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Record => "record",
            Self::Activity => "activity",
            Self::Decision => "decision",
        }
    }
}

/// How far the facts behind a text have been confirmed (`domain/README.md`, section 2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Professional knowledge only, not yet compared with a licensed copy.
    Check,
    /// Confirmed once.
    Likely,
    /// Confirmed at least twice, independently.
    Sure,
}

/// A requirement of one catalogue, known to exist in it.
///
/// It comes only out of [`Catalog::find`] and the catalogue's own lists, so whoever holds one need not check it again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequirementId(u16);

/// A document of one catalogue's register, known to exist in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(u16);

/// A clause of the standard: its number and short title, and a summary in our own words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Clause {
    /// The number, such as `8.6.1`.
    pub id: String,
    /// The short title.
    pub title: String,
    /// What the clause wants, in one sentence of our own.
    pub summary: String,
    /// Whether the clause is a unit of assessment. A leaf without requirements carries no duty and is shown, not scored.
    pub leaf: bool,
    /// Every requirement that covers a point of the clause, in the order of the catalogue, including those of other clauses.
    ///
    /// The verdict on the clause reads all of them.
    pub reads: Vec<RequirementId>,
}

impl Clause {
    /// The depth in the tree: 1 for `8`, 3 for `8.6.1`.
    pub fn depth(&self) -> usize {
        self.id.split('.').count()
    }

    /// The number of the top-level clause, such as `8`.
    pub fn chapter(&self) -> &str {
        self.id.split('.').next().unwrap_or(&self.id)
    }
}

/// One requirement: a question that covers one or a few points of the standard.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Requirement {
    /// Permanent id such as `8.6.1-a`: never reused, never derived from the text.
    pub id: String,
    /// The number of the leaf clause that asks it.
    pub clause: String,
    /// The question, answerable without the standard at hand.
    pub ask: String,
    /// What would satisfy it.
    pub kind: RequirementKind,
    /// Whether its absence alone puts the certificate at risk (`domain/README.md`, section 7).
    #[serde(default)]
    pub blocking: bool,
    /// Whether it belongs to the quick check.
    #[serde(default)]
    pub quick: bool,
    /// Whether the duty repeats at planned intervals, so that it needs a last and a next date.
    #[serde(default)]
    pub interval: bool,
    /// Whether the duty needs an occasion that may not have happened yet, so that "no case yet, method ready" is a fair answer.
    #[serde(default)]
    pub occasion: bool,
    /// Whether it is a duty of top management.
    #[serde(default)]
    pub top_management: bool,
    /// The documents of the register it is about.
    #[serde(default)]
    pub documents: Vec<DocumentId>,
    /// The weakest mark among the points it covers.
    pub confidence: Confidence,
}

/// What sort of documented information an entry of the register is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// Intentions of top management.
    Policy,
    /// What is to be done, by whom and when.
    Plan,
    /// How something is done.
    Procedure,
    /// Criteria, types and limits.
    Definition,
    /// What was agreed with another party.
    Agreement,
    /// Any other document.
    OtherDocument,
    /// Proof of what was done.
    Record,
}

impl DocumentKind {
    /// Every kind, in the order in which the register shows them.
    pub const ALL: [Self; 7] = [
        Self::Policy,
        Self::Plan,
        Self::Procedure,
        Self::Definition,
        Self::Agreement,
        Self::OtherDocument,
        Self::Record,
    ];

    /// The word that names the kind in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Plan => "plan",
            Self::Procedure => "procedure",
            Self::Definition => "definition",
            Self::Agreement => "agreement",
            Self::OtherDocument => "other-document",
            Self::Record => "record",
        }
    }
}

/// An entry of the register of documented information (`domain/documents_2018.tsv`).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Permanent id such as `sms-scope`.
    pub id: String,
    /// The name on screen.
    pub name: String,
    /// What sort of documented information it is.
    pub kind: DocumentKind,
    /// Whether the edition asks for it as a document or record; otherwise it is the usual proof of a duty.
    pub mandatory: bool,
    /// Whether only an occasion calls for it, so that "no case yet, method ready" is a fair entry.
    #[serde(default)]
    pub occasion: bool,
    /// Numbers of the clauses that speak of it.
    pub clauses: Vec<String>,
}

/// Short descriptions of the rating levels of one kind of requirement, so that two people rate alike.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Levels {
    /// "Not in place".
    pub not_in_place: String,
    /// "Partly".
    pub partly: String,
    /// "In place, thin evidence".
    pub thin: String,
    /// "In place, with evidence".
    pub evidenced: String,
    /// "No case yet, method ready".
    pub no_case: String,
}

/// The level descriptions of every kind of requirement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LevelTexts {
    /// For documents.
    pub document: Levels,
    /// For records.
    pub record: Levels,
    /// For activities.
    pub activity: Levels,
    /// For decisions.
    pub decision: Levels,
}

impl LevelTexts {
    /// The descriptions for one kind.
    pub fn of(&self, kind: RequirementKind) -> &Levels {
        match kind {
            RequirementKind::Document => &self.document,
            RequirementKind::Record => &self.record,
            RequirementKind::Activity => &self.activity,
            RequirementKind::Decision => &self.decision,
        }
    }
}

/// One edition in one language: everything the pages need but the guidance, which is loaded after the first question.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Catalog {
    /// The edition.
    pub edition: Edition,
    /// Counts up with each change of the content; an assessment remembers the revision it was made with.
    pub revision: u32,
    /// The language as a BCP 47 tag, such as `en`.
    pub language: String,
    /// The clause tree in order, groups included.
    pub clauses: Vec<Clause>,
    /// Every requirement, in the order of the clauses.
    pub requirements: Vec<Requirement>,
    /// The register of documented information.
    pub documents: Vec<Document>,
    /// The eligibility questions (`domain/certification.md`, section 3).
    pub eligibility: Vec<EligibilityQuestion>,
    /// The checks on the wording of the scope statement.
    pub statement_checks: Vec<StatementCheck>,
    /// The pattern of the scope statement with `{organization}`, `{services}`, `{customers}` and `{locations}`.
    pub statement_pattern: String,
    /// The stages of the roadmap in order.
    pub stages: Vec<Stage>,
    /// The steps of the roadmap, each after those it depends on.
    pub steps: Vec<Step>,
    /// The lists that the workspaces fill.
    #[serde(default)]
    pub workspaces: Workspaces,
    /// The level descriptions.
    pub levels: LevelTexts,
    /// The interface texts.
    pub messages: Messages,
}

/// Why a catalogue cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The JSON is not a catalogue.
    #[error("the content file cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// An index points outside its list.
    #[error("the content file is damaged: {0} points to something that does not exist")]
    Dangling(String),
}

impl Catalog {
    /// Reads a catalogue from the compiler's JSON.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] where the text is no catalogue or an index in it points nowhere.
    pub fn from_json(text: &str) -> Result<Self, CatalogError> {
        let catalog: Self = serde_json::from_str(text)?;
        catalog.checked()
    }

    /// The catalogue with the interface texts that had arrived before it.
    #[must_use]
    pub fn completed_by(mut self, first: &Self) -> Self {
        self.messages.extend(&first.messages);
        self
    }

    /// Holds every index against the list it points into, so that look-ups by id cannot fail later.
    fn checked(self) -> Result<Self, CatalogError> {
        let requirement = |it: &RequirementId| usize::from(it.0) < self.requirements.len();
        let document = |it: &DocumentId| usize::from(it.0) < self.documents.len();
        if let Some(clause) = self
            .clauses
            .iter()
            .find(|it| !it.reads.iter().all(requirement))
        {
            return Err(CatalogError::Dangling(clause.id.clone()));
        }
        if let Some(found) = self
            .requirements
            .iter()
            .find(|it| !it.documents.iter().all(document))
        {
            return Err(CatalogError::Dangling(found.id.clone()));
        }
        let step = |it: &u16| usize::from(*it) < self.steps.len();
        let sound = |it: &Condition| match it {
            Condition::Rated { requirements, .. } | Condition::Intervals { requirements } => {
                requirements.iter().all(requirement)
            }
            Condition::Document { document: id, .. } => document(id),
            Condition::Step { step: index } => step(index),
            Condition::MandatoryDocuments { .. }
            | Condition::Blocking { .. }
            | Condition::Fact { .. }
            | Condition::Records { .. }
            | Condition::Confirm { .. } => true,
        };
        for found in &self.steps {
            if !found.after.iter().all(step) || !found.gate.iter().all(sound) {
                return Err(CatalogError::Dangling(found.id.clone()));
            }
        }
        if let Some(found) = self
            .workspaces
            .checklist_lines()
            .find(|it| !it.gate.iter().all(sound))
        {
            return Err(CatalogError::Dangling(found.item.id.clone()));
        }
        Ok(self)
    }

    /// Whether a gate or a checklist asks to tick the statement with this id.
    pub fn has_confirmation(&self, id: &str) -> bool {
        let gates = self.steps.iter().flat_map(|it| &it.gate);
        let lines = self.workspaces.checklist_lines().flat_map(|it| &it.gate);
        gates
            .chain(lines)
            .any(|it| matches!(it, Condition::Confirm { id: known, .. } if known == id))
    }

    /// The requirement with this permanent id.
    pub fn find(&self, id: &str) -> Option<RequirementId> {
        let at = self.requirements.iter().position(|it| it.id == id)?;
        u16::try_from(at).ok().map(RequirementId)
    }

    /// The requirement behind an id of this catalogue.
    #[expect(
        clippy::indexing_slicing,
        reason = "an id comes only out of this catalogue, whose indexes are checked when it is read"
    )]
    pub fn requirement(&self, id: RequirementId) -> &Requirement {
        &self.requirements[usize::from(id.0)]
    }

    /// Every requirement id, in order.
    pub fn requirement_ids(&self) -> impl Iterator<Item = RequirementId> + use<> {
        (0..u16::try_from(self.requirements.len()).unwrap_or(u16::MAX)).map(RequirementId)
    }

    /// The ids of the quick check, in order.
    pub fn quick_ids(&self) -> impl Iterator<Item = RequirementId> + '_ {
        self.requirement_ids()
            .filter(|it| self.requirement(*it).quick)
    }

    /// The requirements that a leaf clause asks itself, in order.
    pub fn asked_by(&self, clause: &str) -> Vec<RequirementId> {
        self.requirement_ids()
            .filter(|it| self.requirement(*it).clause == clause)
            .collect()
    }

    /// The document with this permanent id.
    pub fn find_document(&self, id: &str) -> Option<DocumentId> {
        let at = self.documents.iter().position(|it| it.id == id)?;
        u16::try_from(at).ok().map(DocumentId)
    }

    /// The document behind an id of this catalogue.
    #[expect(
        clippy::indexing_slicing,
        reason = "an id comes only out of this catalogue, whose indexes are checked when it is read"
    )]
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[usize::from(id.0)]
    }

    /// Every document id, in order.
    pub fn document_ids(&self) -> impl Iterator<Item = DocumentId> + use<> {
        (0..u16::try_from(self.documents.len()).unwrap_or(u16::MAX)).map(DocumentId)
    }

    /// The clause with this number.
    pub fn clause(&self, number: &str) -> Option<&Clause> {
        self.clauses.iter().find(|it| it.id == number)
    }

    /// The leaf clauses that carry duties, in order: the units of assessment.
    pub fn leaves(&self) -> impl Iterator<Item = &Clause> {
        self.clauses
            .iter()
            .filter(|it| it.leaf && !it.reads.is_empty())
    }

    /// The step with this id, with its place in [`Catalog::steps`].
    pub fn step(&self, id: &str) -> Option<(usize, &Step)> {
        self.steps.iter().enumerate().find(|(_, it)| it.id == id)
    }
}

impl RequirementId {
    /// The place in [`Catalog::requirements`], from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl DocumentId {
    /// The place in [`Catalog::documents`], from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}
