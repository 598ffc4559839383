//! What the user decides about the road: dates, size, people, ticks by hand.

use serde::{Deserialize, Serialize};

use crate::catalog::OrganizationSize;
use crate::day::Day;

/// The frame of the plan.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanSettings {
    /// When the road begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// When the certificate is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Day>,
    /// The size that picks the default durations.
    pub size: OrganizationSize,
    /// Days on which nobody works, beside Saturdays and Sundays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub non_working: Vec<Day>,
    /// Who in top management stands behind it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sponsor: String,
    /// Who leads the project.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
}

/// What the user entered about one step of the roadmap.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StepEntry {
    /// A start that wins over the computed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// A finish that wins over the computed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finish: Option<Day>,
    /// A duration in working days that wins over the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// Who looks after it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A condition ticked by hand, because no answer can show it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Confirmation {
    /// The day on which it became true.
    pub on: Day,
    /// Who says so.
    #[serde(default)]
    pub by: String,
}
