//! The eligibility questions and the checks on the scope statement (`domain/certification.md`, section 3).

use serde::{Deserialize, Serialize};

/// What an answer to an eligibility question leads to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Nothing to add.
    None,
    /// Fine, but look closer.
    Caution,
    /// A gap that has to be closed before stage one, but not the end of the road.
    Gap,
    /// The road stops here until it is changed.
    Stops,
}

/// One answer to an eligibility question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EligibilityAnswer {
    /// Permanent id such as `yes` or `most`.
    pub id: String,
    /// The words on screen.
    pub label: String,
    /// What it leads to.
    pub effect: Effect,
    /// Why, where the effect is not [`Effect::None`].
    #[serde(default)]
    pub reason: String,
}

/// A question that decides whether certification is open to the organization at all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EligibilityQuestion {
    /// Permanent id such as `others-do-services`.
    pub id: String,
    /// The question.
    pub ask: String,
    /// The possible answers.
    pub answers: Vec<EligibilityAnswer>,
}

/// A remark on the wording of the scope statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StatementCheck {
    /// Permanent id; the rule behind it is in `readiness::statement`.
    pub id: String,
    /// What to tell the user.
    pub text: String,
    /// The words and phrases that the rule looks for; empty where it looks for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<String>,
}
