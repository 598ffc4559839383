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
    /// How many no occasion has called for yet, with the method ready; they are among none of the above.
    pub no_case: usize,
}

impl StateCounts {
    /// How many have come exactly so far, those without a case left out.
    pub fn count(&self, state: DocumentState) -> usize {
        match state {
            DocumentState::Missing => self.missing,
            DocumentState::Exists => self.exists,
            DocumentState::Approved => self.approved,
        }
    }

    /// How many nobody has to wait for: they have come at least so far, or no occasion has called for them yet.
    pub fn reaching(&self, needed: DocumentState) -> usize {
        let states = DocumentState::ALL.into_iter().filter(|it| *it >= needed);
        self.no_case + states.map(|it| self.count(it)).sum::<usize>()
    }

    fn add(&mut self, entry: Option<&DocumentEntry>) {
        self.total += 1;
        match entry {
            Some(it) if it.no_case => self.no_case += 1,
            None => self.missing += 1,
            Some(it) => match it.state {
                DocumentState::Missing => self.missing += 1,
                DocumentState::Exists => self.exists += 1,
                DocumentState::Approved => self.approved += 1,
            },
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
        counts.add(entry);
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

/// The documents and records that the edition asks for and nobody has, by clause; what no occasion has called for is not missing.
///
/// The first part is the place of the clause in [`Catalog::clauses`]; a document that several clauses speak of stands under each of them.
pub fn missing_by_clause(
    catalog: &Catalog,
    assessment: &Assessment,
) -> Vec<(usize, Vec<DocumentId>)> {
    let is_missing = |it: &Document| {
        it.mandatory
            && !assessment
                .documents
                .get(&it.id)
                .is_some_and(|it| it.reaches(DocumentState::Exists))
    };
    let missing: Vec<DocumentId> = catalog
        .document_ids()
        .filter(|it| is_missing(catalog.document(*it)))
        .collect();
    let speaks_of = |clause: &str| -> Vec<DocumentId> {
        missing
            .iter()
            .copied()
            .filter(|it| catalog.document(*it).clauses.iter().any(|it| it == clause))
            .collect()
    };
    let clauses = catalog
        .clauses
        .iter()
        .enumerate()
        .map(|(place, it)| (place, speaks_of(&it.id)));
    clauses
        .filter(|(_, documents)| !documents.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::fixture::{catalog, day, today};

    fn register(entries: &[(&str, DocumentEntry)]) -> Assessment {
        let documents = entries
            .iter()
            .map(|(id, it)| ((*id).to_owned(), it.clone()))
            .collect();
        Assessment {
            documents,
            ..Assessment::default()
        }
    }

    fn at(state: DocumentState) -> DocumentEntry {
        DocumentEntry {
            state,
            ..DocumentEntry::default()
        }
    }

    #[test]
    fn mandatory_documents_records_and_usual_ones_are_counted_apart() {
        let no_case = DocumentEntry {
            no_case: true,
            ..DocumentEntry::default()
        };
        let it = register_tally(
            &catalog(),
            &register(&[
                ("policy", at(DocumentState::Approved)),
                ("minutes", no_case),
                ("guide", at(DocumentState::Exists)),
            ]),
            today(),
        );
        assert_eq!(
            it.mandatory,
            StateCounts {
                total: 2,
                missing: 1,
                approved: 1,
                ..StateCounts::default()
            }
        );
        assert_eq!(
            it.records,
            StateCounts {
                total: 1,
                no_case: 1,
                ..StateCounts::default()
            }
        );
        assert_eq!(
            it.usual,
            StateCounts {
                total: 1,
                exists: 1,
                ..StateCounts::default()
            }
        );
        assert_eq!(
            (
                it.mandatory.reaching(DocumentState::Exists),
                it.records.reaching(DocumentState::Approved)
            ),
            (1, 1)
        );
    }

    #[test]
    fn a_review_is_overdue_from_the_day_after_it_was_due() {
        let review = |state, next: &str| DocumentEntry {
            next_review: Some(day(next)),
            ..at(state)
        };
        let assessment = register(&[
            ("policy", review(DocumentState::Approved, "2026-06-14")),
            ("plan", review(DocumentState::Exists, "2026-06-15")),
            ("minutes", review(DocumentState::Missing, "2026-06-14")),
        ]);
        let catalog = catalog();
        let overdue = register_tally(&catalog, &assessment, today()).overdue;
        assert_eq!(
            overdue,
            [catalog.find_document("policy").expect("a document")]
        );
    }

    #[test]
    fn what_is_missing_stands_under_every_clause_that_speaks_of_it() {
        let catalog = catalog();
        let assessment = register(&[
            ("plan", at(DocumentState::Exists)),
            ("minutes", at(DocumentState::Missing)),
        ]);
        let found: Vec<(&str, Vec<&str>)> = missing_by_clause(&catalog, &assessment)
            .into_iter()
            .map(|(place, ids)| {
                (
                    catalog.clauses[place].id.as_str(),
                    ids.into_iter()
                        .map(|it| catalog.document(it).id.as_str())
                        .collect(),
                )
            })
            .collect();
        assert_eq!(
            found,
            [("5.1", vec!["policy", "minutes"]), ("7.5", vec!["policy"])]
        );
    }
}
