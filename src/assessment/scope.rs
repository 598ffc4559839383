//! What is in scope, and whether certification is open to the organization.

use serde::{Deserialize, Serialize};

use crate::keyed::Keyed;

/// Another party and what it provides or operates.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OtherParty {
    /// Its name.
    pub name: String,
    /// What it provides or operates.
    pub operates: String,
}

/// The scope of the service management system and the eligibility answers.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// The organization, or the part of it, that manages and delivers the services.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub organization: String,
    /// The services in scope, named as in the catalogue.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// To whom they are delivered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<String>,
    /// From where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<String>,
    /// Who else takes part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_parties: Vec<OtherParty>,
    /// How many people work in scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// The scope statement in the user's words; `None` while it is composed from the fields above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Answers to the eligibility questions: question id to answer id.
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    pub eligibility: Keyed<String>,
}
