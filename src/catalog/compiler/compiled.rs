//! What comes out of a compilation, as values and as JSON, and how much of it there is.

use std::collections::BTreeSet;

use crate::catalog::changes::EditionChanges;
use crate::catalog::learn::{Guides, Learn};
use crate::catalog::{Catalog, Edition, Guidance};

/// How much content an edition has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Leaf clauses that carry duties.
    pub leaf_clauses: usize,
    /// Requirements.
    pub requirements: usize,
    /// Requirements of the quick check.
    pub quick: usize,
    /// Points of the reference, all of which are covered.
    pub points: usize,
    /// Entries of the documents register.
    pub documents: usize,
    /// Roadmap steps.
    pub steps: usize,
    /// Guides to clauses.
    pub guides: usize,
}

/// One edition in one language, as JSON: three files, each fetched when it is wanted.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledEdition {
    /// Which one.
    pub edition: Edition,
    /// The catalogue without the interface texts that the first pages show: see [`Catalog`].
    pub core: String,
    /// The guidance beside the questions: see [`Guidance`].
    pub guidance: String,
    /// The guides to the clauses: see [`Guides`].
    pub guides: String,
    /// How much there is.
    pub counts: Counts,
}

/// The result of a compilation: all content in one language, as JSON.
#[derive(Clone, PartialEq, Debug)]
pub struct Compiled {
    /// What the first pages need: see [`FirstContent`].
    pub first: String,
    /// The editions, the current one first.
    pub editions: Vec<CompiledEdition>,
    /// Topics and glossary: see [`Learn`].
    pub learn: String,
    /// The comparison of the editions: see [`EditionChanges`].
    pub changes: String,
    /// How many interface texts there are.
    pub messages: usize,
    /// How many topics there are.
    pub topics: usize,
    /// How many terms the glossary has.
    pub terms: usize,
}

/// All content in one language, as values.
#[derive(Clone, PartialEq, Debug)]
pub struct Content {
    /// The editions, the current one first.
    pub editions: Vec<EditionContent>,
    /// Topics and glossary.
    pub learn: Learn,
    /// The comparison of the editions.
    pub changes: EditionChanges,
    /// The keys of the interface texts that the first pages show.
    pub(crate) first: BTreeSet<String>,
}

/// One edition, as values.
#[derive(Clone, PartialEq, Debug)]
pub struct EditionContent {
    /// The catalogue.
    pub catalog: Catalog,
    /// The guidance beside its questions.
    pub guidance: Guidance,
    /// The guides to its clauses.
    pub guides: Guides,
}

impl EditionContent {
    /// How much content it has.
    pub(crate) fn counts(&self) -> Counts {
        let covered = self.guidance.requirements.iter().flat_map(|it| &it.covers);
        Counts {
            leaf_clauses: self.catalog.leaves().count(),
            requirements: self.catalog.requirements.len(),
            quick: self.catalog.quick_ids().count(),
            points: covered.collect::<BTreeSet<_>>().len(),
            documents: self.catalog.documents.len(),
            steps: self.catalog.steps.len(),
            guides: self.guides.0.len(),
        }
    }
}
