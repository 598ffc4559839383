//! What the workspaces ask for in an edition: processes, inputs and outputs of the management review, facts and criteria of certification.

use serde::{Deserialize, Serialize};

use super::Condition;

/// The lists of an edition that the workspaces fill.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Workspaces {
    /// The processes that run in daily work, in the order of the clauses.
    pub processes: Vec<Process>,
    /// The inputs that a management review needs (`domain/certification.md`, section 6).
    pub review_inputs: Vec<ListItem>,
    /// The outputs that a management review needs.
    pub review_outputs: Vec<ListItem>,
    /// The facts that certification bodies ask for; empty for a withdrawn edition.
    pub application_facts: Vec<ListItem>,
    /// By what certification bodies are compared; empty for a withdrawn edition.
    pub body_criteria: Vec<ListItem>,
    /// What has to be ready before stage one; empty for a withdrawn edition.
    pub stage_one: Vec<ChecklistLine>,
    /// What has to be ready before stage two; empty for a withdrawn edition.
    pub stage_two: Vec<ChecklistLine>,
    /// Phrases that name no cause although they often stand for one, in small letters.
    pub weak_causes: Vec<String>,
}

/// A process that runs in daily work. Its name is the title of its clause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Process {
    /// Permanent id such as `incident`.
    pub id: String,
    /// The clause that asks for it: a leaf, or a group that stands for all below it.
    pub clause: String,
}

impl Process {
    /// Whether a leaf clause belongs to the process.
    pub fn has_clause(&self, clause: &str) -> bool {
        clause
            .strip_prefix(self.clause.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

/// One entry of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ListItem {
    /// Permanent id.
    pub id: String,
    /// The name on screen.
    pub name: String,
    /// What to bring or to enter, in one or two sentences.
    pub hint: String,
}

/// One line of a checklist before an audit of the certification body.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ChecklistLine {
    /// What has to be ready.
    #[serde(flatten)]
    pub item: ListItem,
    /// What shows that it is ready, as in the gate of a step.
    pub gate: Vec<Condition>,
}

impl Workspaces {
    /// Whether one can be certified on the edition, so that there is something to choose, to apply for and to prepare.
    pub fn leads_to_certificate(&self) -> bool {
        !self.body_criteria.is_empty()
    }

    /// The lines of both checklists.
    pub fn checklist_lines(&self) -> impl Iterator<Item = &ChecklistLine> {
        self.stage_one.iter().chain(&self.stage_two)
    }

    /// The process with this id.
    pub fn process(&self, id: &str) -> Option<&Process> {
        self.processes.iter().find(|it| it.id == id)
    }
}
