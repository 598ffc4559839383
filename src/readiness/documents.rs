//! How the register of documented information stands.

use crate::assessment::{Assessment, DocumentEntry, DocumentState};
use crate::catalog::{Catalog, Document, DocumentId, DocumentKind};
use crate::day::Day;

/// How many documents have come how far; the base is `total`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct StateCounts {
    /// How many are counted.
    pub total: usize,
    /// How many nobody has.
    pub missing: usize,
    /// How many are written but not approved.
    pub exists: usize,
    /// How many are approved.
    pub approved: usize,
}

impl StateCounts {
    /// How many have come exactly so far.
    pub fn count(&self, state: DocumentState) -> usize {
        match state {
            DocumentState::Missing => self.missing,
            DocumentState::Exists => self.exists,
            DocumentState::Approved => self.approved,
        }
    }

    fn add(&mut self, state: DocumentState) {
        self.total += 1;
        match state {
            DocumentState::Missing => self.missing += 1,
            DocumentState::Exists => self.exists += 1,
            DocumentState::Approved => self.approved += 1,
        }
    }
}

/// How the register stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RegisterTally {
    /// The documents that the edition asks for; records apart, because nobody approves them.
    pub mandatory: StateCounts,
    /// The records that the edition asks for.
    pub records: StateCounts,
    /// What is usual but not asked for.
    pub usual: StateCounts,
    /// What exists and whose next review has passed, in the order of the register.
    pub overdue: Vec<DocumentId>,
}

/// Counts the register.
pub fn register_tally(catalog: &Catalog, assessment: &Assessment, today: Day) -> RegisterTally {
    let mut out = RegisterTally::default();
    for id in catalog.document_ids() {
        let document = catalog.document(id);
        let entry = assessment.documents.get(&document.id);
        let counts = match (document.mandatory, document.kind) {
            (true, DocumentKind::Record) => &mut out.records,
            (true, _) => &mut out.mandatory,
            (false, _) => &mut out.usual,
        };
        counts.add(entry.map(|it| it.state).unwrap_or_default());
        if entry.is_some_and(|it| is_review_overdue(it, today)) {
            out.overdue.push(id);
        }
    }
    out
}

/// Whether a document that exists should have been reviewed before today.
pub fn is_review_overdue(entry: &DocumentEntry, today: Day) -> bool {
    entry.state != DocumentState::Missing && entry.next_review.is_some_and(|it| it < today)
}

/// The documents and records that the edition asks for and nobody has, by clause.
///
/// The first part is the place of the clause in [`Catalog::clauses`]; a document that several clauses speak of stands under each of them.
pub fn missing_by_clause(catalog: &Catalog, assessment: &Assessment) -> Vec<(usize, Vec<DocumentId>)> {
    let is_missing = |it: &Document| {
        it.mandatory && assessment.documents.get(&it.id).is_none_or(|it| it.state == DocumentState::Missing)
    };
    let missing: Vec<DocumentId> = catalog.document_ids().filter(|it| is_missing(catalog.document(*it))).collect();
    let speaks_of = |clause: &str| -> Vec<DocumentId> {
        missing.iter().copied().filter(|it| catalog.document(*it).clauses.iter().any(|it| it == clause)).collect()
    };
    let clauses = catalog.clauses.iter().enumerate().map(|(place, it)| (place, speaks_of(&it.id)));
    clauses.filter(|(_, documents)| !documents.is_empty()).collect()
}
