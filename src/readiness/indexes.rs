//! Two lists for the auditor, each by clause: the documents with their places, and the evidence with its places.

use super::records::filled;
use super::standing::{Standing, standing_of};
use crate::assessment::{Assessment, EvidenceItem};
use crate::catalog::{Catalog, Clause, DocumentId, RequirementId};

/// The documents that a clause speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseDocuments<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// Its documents, in the order of the register.
    pub documents: Vec<DocumentId>,
}

/// The register by clause, in the order of the clauses; clauses that speak of no document are left out.
pub fn document_index<'a>(catalog: &'a Catalog) -> Vec<ClauseDocuments<'a>> {
    let of_clause = |clause: &'a Clause| {
        let documents: Vec<DocumentId> = catalog
            .document_ids()
            .filter(|it| catalog.document(*it).clauses.contains(&clause.id))
            .collect();
        (!documents.is_empty()).then_some(ClauseDocuments { clause, documents })
    };
    catalog.clauses.iter().filter_map(of_clause).collect()
}

/// The evidence for one question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuestionEvidence<'a> {
    /// The question.
    pub requirement: RequirementId,
    /// How it stands.
    pub standing: Standing,
    /// Who looks after it; may be empty.
    pub owner: &'a str,
    /// The evidence; empty where none was entered.
    pub items: &'a [EvidenceItem],
}

impl QuestionEvidence<'_> {
    /// Whether there is evidence, and each piece says where it is.
    pub fn has_places(&self) -> bool {
        !self.items.is_empty() && self.items.iter().all(|it| filled(&it.location))
    }
}

/// The evidence for the questions of one clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseEvidence<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// Its own questions, in order.
    pub questions: Vec<QuestionEvidence<'a>>,
}

/// The evidence by clause. Each question stands once, under the clause that asks it.
pub fn evidence_index<'a>(
    catalog: &'a Catalog,
    assessment: &'a Assessment,
) -> Vec<ClauseEvidence<'a>> {
    let question = |requirement| {
        let answer = assessment.answer(&catalog.requirement(requirement).id);
        QuestionEvidence {
            requirement,
            standing: standing_of(catalog, assessment, requirement),
            owner: answer.map(|it| it.owner.as_str()).unwrap_or_default(),
            items: answer.map(|it| it.evidence.as_slice()).unwrap_or_default(),
        }
    };
    let of_clause = |clause: &'a Clause| {
        let asked = catalog
            .requirement_ids()
            .filter(|it| catalog.requirement(*it).clause == clause.id);
        let questions: Vec<_> = asked.map(question).collect();
        (!questions.is_empty()).then_some(ClauseEvidence { clause, questions })
    };
    catalog.clauses.iter().filter_map(of_clause).collect()
}

/// How many questions have evidence whose place is known, of how many.
pub fn placed(index: &[ClauseEvidence<'_>]) -> (usize, usize) {
    let questions = || index.iter().flat_map(|it| &it.questions);
    (
        questions().filter(|it| it.has_places()).count(),
        questions().count(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Answer, Rating};
    use crate::readiness::fixture::{catalog, rated};

    #[test]
    fn a_document_stands_under_each_clause_that_speaks_of_it() {
        let catalog = catalog();
        let index = document_index(&catalog);
        let names: Vec<(&str, Vec<&str>)> = index
            .iter()
            .map(|it| {
                let ids = it.documents.iter();
                let ids = ids.map(|it| catalog.document(*it).id.as_str());
                (it.clause.id.as_str(), ids.collect())
            })
            .collect();
        assert_eq!(
            names,
            [
                ("4.1", vec!["plan"]),
                ("5.1", vec!["policy", "minutes"]),
                ("7.5", vec!["policy"]),
                ("8.1", vec!["guide"]),
            ]
        );
    }

    #[test]
    fn each_question_stands_once_and_counts_as_placed_when_all_its_evidence_says_where_it_is() {
        let catalog = catalog();
        let mut assessment = rated(&[("4.1-a", Rating::Evidenced)]);
        let item = |location: &str| EvidenceItem {
            title: "List".to_owned(),
            location: location.to_owned(),
            ..EvidenceItem::default()
        };
        assessment.answers.insert(
            "5.1-a".to_owned(),
            Answer {
                owner: "Ada".to_owned(),
                evidence: vec![item("S:/policy.odt"), item(" ")],
                ..Answer::default()
            },
        );
        let count = |assessment: &Assessment| placed(&evidence_index(&catalog, assessment));
        assert_eq!(count(&assessment), (0, 7));
        let index = evidence_index(&catalog, &assessment);
        let asked: Vec<usize> = index.iter().map(|it| it.questions.len()).collect();
        assert_eq!(asked, [2, 2, 1, 2]);
        let policy = index.get(1).and_then(|it| it.questions.first());
        let policy = policy.expect("a question");
        assert_eq!((policy.owner, policy.items.len()), ("Ada", 2));
        assert_eq!(policy.standing, Standing::NotAnswered);
        let answer = assessment.answers.get_mut("5.1-a").expect("an answer");
        answer.evidence.pop();
        assert_eq!(count(&assessment), (1, 7));
    }
}
