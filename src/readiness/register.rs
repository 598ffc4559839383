//! The register of documented information as the page shows it: what to show, and which questions are about a document.

use super::actions::{chapter_of, find};
use super::documents::is_review_overdue;
use crate::assessment::{Assessment, DocumentState};
use crate::catalog::{Catalog, DocumentId, DocumentKind, RequirementId};
use crate::day::Day;

/// Which documents are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum RegisterShow {
    /// All of them.
    #[default]
    All,
    /// What the edition asks for.
    Mandatory,
    /// What the edition asks for and nobody has.
    MandatoryMissing,
    /// What nobody has.
    Missing,
    /// What is written but not approved.
    Exists,
    /// What is approved.
    Approved,
    /// What no occasion has called for yet.
    NoCase,
    /// What should have been reviewed before today.
    ReviewOverdue,
}

impl RegisterShow {
    /// Every choice, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Mandatory,
        Self::MandatoryMissing,
        Self::Missing,
        Self::Exists,
        Self::Approved,
        Self::NoCase,
        Self::ReviewOverdue,
    ];

    /// The word that stands for the choice in addresses and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Mandatory => "mandatory",
            Self::MandatoryMissing => "mandatory-missing",
            Self::Missing => "missing",
            Self::Exists => "exists",
            Self::Approved => "approved",
            Self::NoCase => "no-case",
            Self::ReviewOverdue => "review-overdue",
        }
    }
}

/// What the user wants to see of the register.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RegisterFilter {
    /// Which documents.
    pub show: RegisterShow,
    /// Only this kind.
    pub kind: Option<DocumentKind>,
    /// Only those of a top-level clause, such as `8`; empty for all.
    pub chapter: String,
    /// Only those of an owner; empty for all.
    pub owner: String,
}

impl RegisterFilter {
    /// The filter from the words of an address; unknown words count as none.
    pub fn from_words(show: &str, kind: &str, chapter: &str, owner: &str) -> Self {
        Self {
            show: find(RegisterShow::ALL, RegisterShow::key, show),
            kind: DocumentKind::ALL.into_iter().find(|it| it.key() == kind),
            chapter: chapter.to_owned(),
            owner: owner.to_owned(),
        }
    }

    /// The documents that are shown, in the order of the register.
    pub fn choose(
        &self,
        catalog: &Catalog,
        assessment: &Assessment,
        today: Day,
    ) -> Vec<DocumentId> {
        catalog
            .document_ids()
            .filter(|it| self.takes(catalog, assessment, today, *it))
            .collect()
    }

    fn takes(
        &self,
        catalog: &Catalog,
        assessment: &Assessment,
        today: Day,
        id: DocumentId,
    ) -> bool {
        let document = catalog.document(id);
        let entry = assessment.documents.get(&document.id);
        let no_case = entry.is_some_and(|it| it.no_case);
        let state = |wanted| !no_case && entry.map(|it| it.state).unwrap_or_default() == wanted;
        let shown = match self.show {
            RegisterShow::All => true,
            RegisterShow::Mandatory => document.mandatory,
            RegisterShow::MandatoryMissing => document.mandatory && state(DocumentState::Missing),
            RegisterShow::Missing => state(DocumentState::Missing),
            RegisterShow::Exists => state(DocumentState::Exists),
            RegisterShow::Approved => state(DocumentState::Approved),
            RegisterShow::NoCase => no_case,
            RegisterShow::ReviewOverdue => entry.is_some_and(|it| is_review_overdue(it, today)),
        };
        let in_chapter = || {
            document
                .clauses
                .iter()
                .any(|it| chapter_of(it) == self.chapter)
        };
        let owned = || entry.is_some_and(|it| it.owner.trim() == self.owner);
        shown
            && self.kind.is_none_or(|it| it == document.kind)
            && (self.chapter.is_empty() || in_chapter())
            && (self.owner.is_empty() || owned())
    }
}

/// The requirements that are about a document, in the order of the catalogue.
pub fn requirements_about(catalog: &Catalog, document: DocumentId) -> Vec<RequirementId> {
    catalog
        .requirement_ids()
        .filter(|it| catalog.requirement(*it).documents.contains(&document))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::DocumentEntry;
    use crate::readiness::fixture::{catalog, day, ids, today};

    /// The policy is approved, its review overdue; the plan exists; the minutes had no case; the guide is missing.
    fn example() -> Assessment {
        let entry = |state| DocumentEntry {
            state,
            ..DocumentEntry::default()
        };
        let entries = [
            (
                "policy",
                DocumentEntry {
                    owner: "Ada".to_owned(),
                    next_review: Some(day("2026-06-14")),
                    ..entry(DocumentState::Approved)
                },
            ),
            ("plan", entry(DocumentState::Exists)),
            (
                "minutes",
                DocumentEntry {
                    no_case: true,
                    ..entry(DocumentState::Missing)
                },
            ),
        ];
        Assessment {
            documents: entries.map(|(id, it)| (id.to_owned(), it)).into(),
            ..Assessment::default()
        }
    }

    fn shown(
        assessment: &Assessment,
        show: &str,
        kind: &str,
        chapter: &str,
        owner: &str,
    ) -> Vec<String> {
        let catalog = catalog();
        let chosen = RegisterFilter::from_words(show, kind, chapter, owner).choose(
            &catalog,
            assessment,
            today(),
        );
        chosen
            .into_iter()
            .map(|it| catalog.document(it).id.clone())
            .collect()
    }

    #[test]
    fn each_choice_shows_its_documents() {
        let table: [(&str, &[&str]); 9] = [
            ("all", &["policy", "plan", "minutes", "guide"]),
            ("mandatory", &["policy", "plan", "minutes"]),
            ("mandatory-missing", &[]),
            ("missing", &["guide"]),
            ("exists", &["plan"]),
            ("approved", &["policy"]),
            ("no-case", &["minutes"]),
            ("review-overdue", &["policy"]),
            ("nonsense", &["policy", "plan", "minutes", "guide"]),
        ];
        for (show, expected) in table {
            assert_eq!(shown(&example(), show, "", "", ""), expected, "{show}");
        }
        assert_eq!(
            shown(&Assessment::default(), "mandatory-missing", "", "", ""),
            ["policy", "plan", "minutes"]
        );
    }

    #[test]
    fn documents_are_chosen_by_kind_clause_and_owner() {
        assert_eq!(shown(&example(), "", "record", "", ""), ["minutes"]);
        assert_eq!(shown(&example(), "", "", "5", ""), ["policy", "minutes"]);
        assert_eq!(shown(&example(), "", "", "", "Ada"), ["policy"]);
        assert_eq!(
            shown(&example(), "missing", "", "5", ""),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_document_knows_the_requirements_that_are_about_it() {
        let mut catalog = catalog();
        let policy = catalog.find_document("policy").expect("a document");
        for at in [2, 5] {
            catalog.requirements[at].documents.push(policy);
        }
        assert_eq!(
            requirements_about(&catalog, policy),
            ids(&["5.1-a", "8.6.1-a"])
        );
    }
}
