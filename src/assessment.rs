//! The user's document: answers, evidence, documents, actions and plan dates.
//!
//! An [`Assessment`] is a flat set of small records, each under a [`RecordKey`] such as `answer/8.6.1-a`, so that the store can keep, compare and repair each alone.
//! Every change is an [`Edit`]; applying one gives back the edit that undoes it.
//! What a newer version or another tool wrote beside the known fields, and records of unknown kinds, are kept verbatim and written out again.

mod address;
mod answer;
mod carry_over;
mod compare;
mod edit;
mod json;
mod people;
mod plan;
mod register;
mod scope;
mod shift;
pub mod workspace;

pub use address::WebAddress;
pub use answer::{Answer, EvidenceItem, EvidenceKind};
pub use carry_over::{Carried, CarryOver, carry_over};
pub use compare::{Difference, FieldChange, Sort, differences, field_changes};
pub use edit::{Change, Edit};
pub use json::RecordError;
pub use plan::{Confirmation, PlanSettings, StepEntry};
pub use register::{Action, ActionStatus, DocumentEntry, Overrule, Verdict};
pub use scope::{OtherParty, Scope};

pub use crate::catalog::{DocumentState, Rating};

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalog::Edition;
use crate::day::Day;
use crate::keyed::Keyed;

/// The word for records that keep the other version of an entry which two tabs changed at the same time.
///
/// The store makes them; they stand beside the document, and a choice takes them away.
pub const CONFLICT: &str = "conflict";

/// What kind of record a key names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordKind {
    /// Name, edition and state of the assessment; the only id is `main`.
    About,
    /// The scope and the eligibility answers; the only id is `main`.
    Scope,
    /// Start, target, size and people of the plan; the only id is `main`.
    Plan,
    /// The answer to a requirement, by the requirement's id.
    Answer,
    /// What is known of a document of the register, by the document's id.
    Document,
    /// An action; a gap's first action has the requirement's id, any other an id of its own.
    Action,
    /// Dates, owner and duration of a roadmap step, by the step's id.
    Step,
    /// A condition ticked by hand, by the condition's id.
    Confirmation,
    /// The user's own verdict on a clause, by the clause's number.
    Overrule,
    /// A kind that this version does not know.
    Other(String),
}

impl RecordKind {
    /// The word that stands for the kind in keys.
    pub fn key(&self) -> &str {
        match self {
            Self::About => "about",
            Self::Scope => "scope",
            Self::Plan => "plan",
            Self::Answer => "answer",
            Self::Document => "document",
            Self::Action => "action",
            Self::Step => "step",
            Self::Confirmation => "confirmation",
            Self::Overrule => "overrule",
            Self::Other(key) => key,
        }
    }

    /// Whether it keeps the other version of an entry that two tabs changed.
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Other(word) if word == CONFLICT)
    }

    /// The kind that a word stands for.
    pub fn from_key(key: &str) -> Self {
        match key {
            "about" => Self::About,
            "scope" => Self::Scope,
            "plan" => Self::Plan,
            "answer" => Self::Answer,
            "document" => Self::Document,
            "action" => Self::Action,
            "step" => Self::Step,
            "confirmation" => Self::Confirmation,
            "overrule" => Self::Overrule,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The name of a record within its assessment, written `kind/id`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RecordKey {
    /// What kind of record it is.
    pub kind: RecordKind,
    /// The id within the kind.
    pub id: String,
}

impl RecordKey {
    /// The key of a record.
    pub fn new(kind: RecordKind, id: impl Into<String>) -> Self {
        Self {
            kind,
            id: id.into(),
        }
    }

    /// The key of the only record of its kind.
    pub fn main(kind: RecordKind) -> Self {
        Self::new(kind, "main")
    }

    /// Reads `kind/id`; `None` where the slash or one of the parts is missing.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        (!kind.is_empty() && !id.is_empty()).then(|| Self::new(RecordKind::from_key(kind), id))
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.key(), self.id)
    }
}

/// A record with its content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Record {
    /// Of [`RecordKind::About`].
    About(About),
    /// Of [`RecordKind::Scope`].
    Scope(Scope),
    /// Of [`RecordKind::Plan`].
    Plan(PlanSettings),
    /// Of [`RecordKind::Answer`].
    Answer(Answer),
    /// Of [`RecordKind::Document`].
    Document(DocumentEntry),
    /// Of [`RecordKind::Action`].
    Action(Action),
    /// Of [`RecordKind::Step`].
    Step(StepEntry),
    /// Of [`RecordKind::Confirmation`].
    Confirmation(Confirmation),
    /// Of [`RecordKind::Overrule`].
    Overrule(Overrule),
    /// Of a kind that this version does not know, verbatim.
    Other(Value),
}

/// Where an assessment stands on the start page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shelf {
    /// In use.
    #[default]
    Active,
    /// Put away, can be opened and taken out again.
    Archived,
    /// Marked for deletion; can be restored until it is deleted for good.
    Deleted,
}

impl Shelf {
    /// The word that stands for the shelf in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Archived => "archived",
            Self::Deleted => "deleted",
        }
    }
}

/// What an assessment is called and which content it was made with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// The name on the start page.
    pub name: String,
    /// The edition of the standard.
    pub edition: Edition,
    /// The revision of the content it was made with.
    pub content_revision: u32,
    /// The day it was made.
    pub created: Option<Day>,
    /// Where it stands on the start page.
    pub shelf: Shelf,
    /// Whether it is the sample organization.
    #[serde(skip_serializing_if = "is_false")]
    pub sample: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference to the test"
)]
pub(crate) fn is_false(it: &bool) -> bool {
    !*it
}

/// The user's document as a plain value: import and undo are assignments.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Assessment {
    /// The id under which the store keeps it; a UUID, never derived from the name.
    pub id: String,
    /// Name, edition and state.
    pub about: About,
    /// Scope and eligibility.
    pub scope: Scope,
    /// Start, target, size and people.
    pub plan: PlanSettings,
    /// Answers by requirement id.
    pub answers: Keyed<Answer>,
    /// What is known of the documents, by document id.
    pub documents: Keyed<DocumentEntry>,
    /// Actions by their id.
    pub actions: Keyed<Action>,
    /// Entries of roadmap steps by step id.
    pub steps: Keyed<StepEntry>,
    /// Conditions ticked by hand, by their id.
    pub confirmations: Keyed<Confirmation>,
    /// The user's own verdicts by clause number.
    pub overrules: Keyed<Overrule>,
    /// Records of unknown kinds, verbatim, by their key as text.
    pub(crate) others: Keyed<Value>,
    /// Fields beside the known ones, verbatim, by the key of their record as text.
    pub(crate) unknown_fields: Keyed<Map<String, Value>>,
}

impl Assessment {
    /// An assessment without any answer.
    pub fn new(id: impl Into<String>, about: About) -> Self {
        Self {
            id: id.into(),
            about,
            ..Self::default()
        }
    }

    /// The answer to a requirement, where anything was entered.
    pub fn answer(&self, requirement: &str) -> Option<&Answer> {
        self.answers.get(requirement)
    }

    /// The rating of a requirement, where one was given.
    pub fn rating(&self, requirement: &str) -> Option<Rating> {
        self.answer(requirement).and_then(|it| it.rating)
    }

    /// The record under a key, where there is one. The three single records always exist.
    pub fn record(&self, key: &RecordKey) -> Option<Record> {
        match &key.kind {
            RecordKind::About => Some(Record::About(self.about.clone())),
            RecordKind::Scope => Some(Record::Scope(self.scope.clone())),
            RecordKind::Plan => Some(Record::Plan(self.plan.clone())),
            RecordKind::Answer => self.answers.get(&key.id).cloned().map(Record::Answer),
            RecordKind::Document => self.documents.get(&key.id).cloned().map(Record::Document),
            RecordKind::Action => self.actions.get(&key.id).cloned().map(Record::Action),
            RecordKind::Step => self.steps.get(&key.id).cloned().map(Record::Step),
            RecordKind::Confirmation => self
                .confirmations
                .get(&key.id)
                .cloned()
                .map(Record::Confirmation),
            RecordKind::Overrule => self.overrules.get(&key.id).cloned().map(Record::Overrule),
            RecordKind::Other(_) => self
                .others
                .get(&key.to_string())
                .cloned()
                .map(Record::Other),
        }
    }

    /// The keys of the records that keep the other version of an entry which two tabs changed.
    pub fn conflicts(&self) -> impl Iterator<Item = RecordKey> {
        let keys = self.others.keys().filter_map(|it| RecordKey::parse(it));
        keys.filter(|it| it.kind.is_conflict())
    }

    /// Every key that has a record, sorted, the three single records included.
    pub fn keys(&self) -> Vec<RecordKey> {
        fn of<T>(kind: &RecordKind, map: &Keyed<T>) -> Vec<RecordKey> {
            map.keys()
                .map(|id| RecordKey::new(kind.clone(), id.clone()))
                .collect()
        }
        let mut keys: Vec<RecordKey> = [RecordKind::About, RecordKind::Scope, RecordKind::Plan]
            .map(RecordKey::main)
            .into();
        keys.extend(of(&RecordKind::Answer, &self.answers));
        keys.extend(of(&RecordKind::Document, &self.documents));
        keys.extend(of(&RecordKind::Action, &self.actions));
        keys.extend(of(&RecordKind::Step, &self.steps));
        keys.extend(of(&RecordKind::Confirmation, &self.confirmations));
        keys.extend(of(&RecordKind::Overrule, &self.overrules));
        keys.extend(self.others.keys().filter_map(|it| RecordKey::parse(it)));
        keys
    }

    /// Puts a record under its key, or takes it away; returns what was there.
    ///
    /// A record whose kind does not fit its key changes nothing.
    pub(crate) fn set(&mut self, key: &RecordKey, record: Option<Record>) -> Option<Record> {
        fn swap<T>(map: &mut Keyed<T>, id: &str, new: Option<T>) -> Option<T> {
            match new {
                Some(new) => map.insert(id.to_owned(), new),
                None => map.remove(id),
            }
        }
        /// `None` in the outer option: the record is of another kind than the key.
        macro_rules! typed {
            ($variant:ident) => {
                match record {
                    None => Some(None),
                    Some(Record::$variant(it)) => Some(Some(it)),
                    Some(_) => None,
                }
            };
        }
        match &key.kind {
            RecordKind::About => typed!(About).map(|it| {
                Record::About(std::mem::replace(&mut self.about, it.unwrap_or_default()))
            }),
            RecordKind::Scope => typed!(Scope).map(|it| {
                Record::Scope(std::mem::replace(&mut self.scope, it.unwrap_or_default()))
            }),
            RecordKind::Plan => typed!(Plan)
                .map(|it| Record::Plan(std::mem::replace(&mut self.plan, it.unwrap_or_default()))),
            RecordKind::Answer => typed!(Answer)
                .and_then(|it| swap(&mut self.answers, &key.id, it))
                .map(Record::Answer),
            RecordKind::Document => typed!(Document)
                .and_then(|it| swap(&mut self.documents, &key.id, it))
                .map(Record::Document),
            RecordKind::Action => typed!(Action)
                .and_then(|it| swap(&mut self.actions, &key.id, it))
                .map(Record::Action),
            RecordKind::Step => typed!(Step)
                .and_then(|it| swap(&mut self.steps, &key.id, it))
                .map(Record::Step),
            RecordKind::Confirmation => typed!(Confirmation)
                .and_then(|it| swap(&mut self.confirmations, &key.id, it))
                .map(Record::Confirmation),
            RecordKind::Overrule => typed!(Overrule)
                .and_then(|it| swap(&mut self.overrules, &key.id, it))
                .map(Record::Overrule),
            RecordKind::Other(_) => match record {
                None => self.others.remove(&key.to_string()).map(Record::Other),
                Some(Record::Other(value)) => self
                    .others
                    .insert(key.to_string(), value)
                    .map(Record::Other),
                Some(_) => None,
            },
        }
    }
}
