//! The texts that the first question does not need: loaded after it, in the order of the catalogue's lists.

use serde::{Deserialize, Serialize};

use super::{Catalog, DocumentId, RequirementId};

/// The guidance beside one requirement, in the manner of part 2.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RequirementGuidance {
    /// Practical meaning, 40 to 90 words.
    pub meaning: String,
    /// What an auditor asks to see, two to four items.
    pub evidence: Vec<String>,
    /// What an auditor asks people, one or two questions.
    pub interview: Vec<String>,
    /// The usual finding.
    pub pitfall: String,
    /// The points of the reference that the requirement covers, for the page about the content.
    pub covers: Vec<String>,
    /// The terms of the glossary that stand in its texts, at most five: places in [`Guidance::terms`].
    pub terms: Vec<u16>,
}

/// A term of the glossary, by which a page can lead to it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TermName {
    /// Its permanent id.
    pub id: String,
    /// The term.
    pub name: String,
}

/// The hint beside one document of the register.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DocumentGuidance {
    /// What it has to hold and which form is usual.
    pub hint: String,
}

/// The texts beside one step of the roadmap.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StepGuidance {
    /// What is done.
    pub work: String,
    /// When the step counts as done.
    pub gate: String,
    /// What shows it.
    pub evidence: Vec<String>,
}

/// The texts beside one eligibility question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EligibilityGuidance {
    /// Practical meaning.
    pub meaning: String,
}

/// Every guidance text of one edition in one language; each list has the order of the catalogue's list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Guidance {
    /// Beside the requirements.
    pub requirements: Vec<RequirementGuidance>,
    /// Beside the documents.
    pub documents: Vec<DocumentGuidance>,
    /// Beside the steps.
    pub steps: Vec<StepGuidance>,
    /// Beside the eligibility questions.
    pub eligibility: Vec<EligibilityGuidance>,
    /// The terms that stand in the texts beside the requirements.
    pub terms: Vec<TermName>,
}

impl Guidance {
    /// Reads the guidance of `catalog` from the compiler's JSON.
    ///
    /// # Errors
    ///
    /// A sentence for the log where the text is no guidance or belongs to another catalogue.
    pub fn from_json(text: &str, catalog: &Catalog) -> Result<Self, String> {
        let guidance: Self = serde_json::from_str(text)
            .map_err(|it| format!("the guidance file cannot be read: {it}"))?;
        let fits = guidance.requirements.len() == catalog.requirements.len()
            && guidance.documents.len() == catalog.documents.len()
            && guidance.steps.len() == catalog.steps.len()
            && guidance.eligibility.len() == catalog.eligibility.len()
            && guidance
                .requirements
                .iter()
                .flat_map(|it| &it.terms)
                .all(|it| usize::from(*it) < guidance.terms.len());
        if fits {
            Ok(guidance)
        } else {
            Err("the guidance file belongs to another build".to_owned())
        }
    }

    /// The guidance beside a requirement.
    pub fn requirement(&self, id: RequirementId) -> Option<&RequirementGuidance> {
        self.requirements.get(id.index())
    }

    /// The terms of the glossary that stand in the texts beside a requirement.
    pub fn terms(&self, id: RequirementId) -> impl Iterator<Item = &TermName> {
        self.requirement(id)
            .into_iter()
            .flat_map(|it| &it.terms)
            .filter_map(|it| self.terms.get(usize::from(*it)))
    }

    /// The hint beside a document.
    pub fn document(&self, id: DocumentId) -> Option<&DocumentGuidance> {
        self.documents.get(id.index())
    }
}
