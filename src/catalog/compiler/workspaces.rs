//! The lists of the workspaces: structure and texts put together.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::lint;
use super::problem::{Problem, Report};
use super::requirements::Entry;
use super::roadmap::Context;
use super::source::Sources;
use crate::catalog::{ChecklistLine, ListItem, Process, Step, Workspaces};

const NAME: &str = "workspaces.toml";

/// The file `workspaces.toml` of an edition.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorkspacesFile {
    process: Vec<Process>,
    input: Vec<String>,
    output: Vec<String>,
    #[serde(default)]
    fact: Vec<String>,
    #[serde(default)]
    criterion: Vec<String>,
    #[serde(default)]
    stage_one: Vec<LineSource>,
    #[serde(default)]
    stage_two: Vec<LineSource>,
}

impl WorkspacesFile {
    /// The conditions of both checklists.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &toml::Table> {
        let lines = self.stage_one.iter().chain(&self.stage_two);
        lines.flat_map(|it| &it.gate)
    }
}

/// One line of a checklist.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LineSource {
    id: String,
    gate: Vec<toml::Table>,
}

/// The texts of one entry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemText {
    name: String,
    hint: String,
}

/// The file of the texts of an edition.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorkspacesTextFile {
    input: BTreeMap<String, ItemText>,
    output: BTreeMap<String, ItemText>,
    #[serde(default)]
    fact: BTreeMap<String, ItemText>,
    #[serde(default)]
    criterion: BTreeMap<String, ItemText>,
    #[serde(default)]
    stage_one: BTreeMap<String, ItemText>,
    #[serde(default)]
    stage_two: BTreeMap<String, ItemText>,
}

/// Phrases that belong to no edition.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhrasesFile {
    /// What names no cause.
    pub weak_causes: Vec<String>,
    /// What the checks of the scope statement look for, by the id of the check.
    pub statement_phrases: BTreeMap<String, Vec<String>>,
}

pub(crate) fn build(
    sources: &Sources,
    requirements: &[Entry<'_>],
    documents: &BTreeMap<&str, usize>,
    steps: &[Step],
    report: &mut Report,
) -> Workspaces {
    let file = &sources.workspaces;
    let texts = &sources.workspaces_texts;
    let mut list =
        |ids: &[String], texts: &BTreeMap<String, ItemText>| items(sources, ids, texts, report);
    let review_inputs = list(&file.input, &texts.input);
    let review_outputs = list(&file.output, &texts.output);
    let application_facts = list(&file.fact, &texts.fact);
    let body_criteria = list(&file.criterion, &texts.criterion);
    let context = Context::new(NAME, sources, requirements, documents, steps);
    let mut lines = |lines: &[LineSource], texts: &BTreeMap<String, ItemText>| {
        let ids: Vec<String> = lines.iter().map(|it| it.id.clone()).collect();
        let items = items(sources, &ids, texts, report).into_iter();
        items
            .filter_map(|item| {
                let line = lines.iter().find(|it| it.id == item.id)?;
                let gate = context.gate(&line.id, &line.gate, report);
                Some(ChecklistLine { item, gate })
            })
            .collect()
    };
    let stage_one = lines(&file.stage_one, &texts.stage_one);
    let stage_two = lines(&file.stage_two, &texts.stage_two);
    let mut seen = BTreeSet::new();
    for it in &file.process {
        if !seen.insert(it.id.as_str()) {
            report.add(&sources.file(NAME), &it.id, &Problem::DuplicateId);
        }
        if !sources.clauses.iter().any(|clause| clause.id == it.clause) {
            let problem = Problem::UnknownId {
                what: "clause",
                id: it.clause.clone(),
            };
            report.add(&sources.file(NAME), &it.id, &problem);
        }
    }
    Workspaces {
        processes: file.process.clone(),
        review_inputs,
        review_outputs,
        application_facts,
        body_criteria,
        stage_one,
        stage_two,
        weak_causes: sources.phrases.weak_causes.clone(),
    }
}

/// The entries of one list in their order, each with its texts.
fn items(
    sources: &Sources,
    ids: &[String],
    texts: &BTreeMap<String, ItemText>,
    report: &mut Report,
) -> Vec<ListItem> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for id in ids {
        if !seen.insert(id) {
            report.add(&sources.file(NAME), id, &Problem::DuplicateId);
        }
        match texts.get(id) {
            Some(text) => {
                lint::prose(&sources.text_file(NAME), id, &text.name, report);
                lint::prose(&sources.text_file(NAME), id, &text.hint, report);
                out.push(ListItem {
                    id: id.clone(),
                    name: text.name.clone(),
                    hint: text.hint.clone(),
                });
            }
            None => report.add(
                &sources.text_file(NAME),
                id,
                &Problem::MissingText("name".to_owned()),
            ),
        }
    }
    for id in texts.keys().filter(|it| !ids.contains(it)) {
        report.add(&sources.text_file(NAME), id, &Problem::TextWithoutEntry);
    }
    out
}
