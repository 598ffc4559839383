//! What the first pages need, so that nothing else stands between a new user and the first question.

use serde::{Deserialize, Serialize};

use super::{Catalog, CatalogError, Confidence, Edition, LevelTexts, Messages, Workspaces};
use super::{Requirement, RequirementId, RequirementKind};

/// The texts of the first pages and the questions of the quick check; the whole catalogue follows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FirstContent {
    edition: Edition,
    revision: u32,
    language: String,
    /// How many requirements the edition has: the ids below are places among all of them.
    requirements: u16,
    quick: Vec<(RequirementId, Requirement)>,
    levels: LevelTexts,
    messages: Messages,
}

impl FirstContent {
    /// Takes out of a whole catalogue what the first pages need. Returns it with the catalogue that has the other interface texts only.
    ///
    /// `is_first` tells whether the first pages show the text with a key.
    pub fn taken_from(whole: Catalog, is_first: impl Fn(&str) -> bool) -> (Self, Catalog) {
        let (messages, rest) = whole.messages.divided(is_first);
        let quick = whole.quick_ids().map(|it| {
            let mut question = whole.requirement(it).clone();
            // The register follows with the rest.
            question.documents.clear();
            (it, question)
        });
        let first = Self {
            edition: whole.edition,
            revision: whole.revision,
            language: whole.language.clone(),
            requirements: u16::try_from(whole.requirements.len()).unwrap_or(u16::MAX),
            quick: quick.collect(),
            levels: whole.levels.clone(),
            messages,
        };
        let rest = Catalog {
            messages: rest,
            ..whole
        };
        (first, rest)
    }

    /// Reads it from the compiler's JSON.
    ///
    /// The catalogue answers for the quick check alone: every other list is empty, and every other requirement is a blank that keeps
    /// the place, so that an id means the same requirement before and after the rest has arrived.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] where the text is something else or a question stands outside the edition.
    pub fn from_json(text: &str) -> Result<Catalog, CatalogError> {
        let first: Self = serde_json::from_str(text)?;
        let blank = Requirement {
            id: String::new(),
            clause: String::new(),
            ask: String::new(),
            kind: RequirementKind::Activity,
            blocking: false,
            quick: false,
            interval: false,
            occasion: false,
            top_management: false,
            documents: Vec::new(),
            confidence: Confidence::Check,
        };
        let mut requirements = vec![blank; usize::from(first.requirements)];
        for (id, question) in first.quick {
            match requirements.get_mut(id.index()) {
                Some(place) => *place = question,
                None => return Err(CatalogError::Dangling(question.id)),
            }
        }
        Ok(Catalog {
            edition: first.edition,
            revision: first.revision,
            language: first.language,
            clauses: Vec::new(),
            requirements,
            documents: Vec::new(),
            eligibility: Vec::new(),
            statement_checks: Vec::new(),
            statement_pattern: String::new(),
            stages: Vec::new(),
            steps: Vec::new(),
            workspaces: Workspaces::default(),
            levels: first.levels,
            messages: first.messages,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::fixture;

    #[test]
    fn the_quick_check_is_the_same_before_and_after_the_rest_has_arrived() {
        let whole = fixture::catalog();
        let (first, rest) = FirstContent::taken_from(whole.clone(), |it| it.starts_with('a'));
        let json = serde_json::to_string(&first).expect("it serializes");
        let early = FirstContent::from_json(&json).expect("it is read");
        let asked = |it: &Catalog| {
            it.quick_ids()
                .map(|id| (id, it.requirement(id).ask.clone()))
                .collect::<Vec<_>>()
        };
        assert!(!asked(&whole).is_empty());
        assert_eq!(asked(&early), asked(&whole));
        assert_eq!(rest.completed_by(&early), whole);
    }

    #[test]
    fn a_question_outside_the_edition_is_refused() {
        let (mut first, _) = FirstContent::taken_from(fixture::catalog(), |_| true);
        first.requirements = 0;
        let json = serde_json::to_string(&first).expect("it serializes");
        assert!(matches!(
            FirstContent::from_json(&json),
            Err(CatalogError::Dangling(_))
        ));
    }
}
