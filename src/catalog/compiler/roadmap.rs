//! The roadmap's steps: order, dependencies and gates.

use std::collections::{BTreeMap, BTreeSet};

use super::lint;
use super::problem::{Problem, Report};
use super::requirements::Entry;
use super::source::{Sources, StepSource};
use crate::catalog::{
    Condition, DocumentId, DocumentState, Fact, Rating, RecordCheck, RequirementId, Stage, Step,
    StepGuidance,
};

const NAME: &str = "roadmap.toml";

pub(crate) fn build(
    sources: &Sources,
    requirements: &[Entry<'_>],
    documents: &BTreeMap<&str, usize>,
    report: &mut Report,
) -> (Vec<Stage>, Vec<Step>) {
    let stages = stages(sources, report);
    let steps = &sources.roadmap.step;
    let mut seen = BTreeSet::new();
    for step in steps {
        if !seen.insert(step.id.as_str()) {
            report.add(&sources.file(NAME), &step.id, &Problem::DuplicateId);
        }
        if !sources.roadmap.stage.iter().any(|it| it.id == step.stage) {
            report.add(
                &sources.file(NAME),
                &step.id,
                &Problem::UnknownId {
                    what: "stage",
                    id: step.stage.clone(),
                },
            );
        }
        for id in step
            .after
            .iter()
            .filter(|id| !steps.iter().any(|it| it.id == **id))
        {
            report.add(
                &sources.file(NAME),
                &step.id,
                &Problem::UnknownId {
                    what: "step",
                    id: id.clone(),
                },
            );
        }
        for id in step
            .clauses
            .iter()
            .filter(|id| !sources.clauses.iter().any(|it| it.id == **id))
        {
            report.add(
                &sources.file(NAME),
                &step.id,
                &Problem::UnknownId {
                    what: "clause",
                    id: id.clone(),
                },
            );
        }
    }
    let ordered = in_order(sources, steps, report);
    let context = Context {
        name: NAME,
        sources,
        requirements,
        documents,
        place: places(ordered.iter().map(|it| it.id.as_str())),
    };
    let built = ordered.iter().map(|it| context.step(it, report)).collect();
    let confirmed: BTreeSet<&str> = steps
        .iter()
        .flat_map(|it| &it.gate)
        .chain(sources.workspaces.conditions())
        .filter_map(|it| it.get("confirm")?.as_str())
        .collect();
    for id in sources
        .roadmap_texts
        .confirm
        .keys()
        .filter(|it| !confirmed.contains(it.as_str()))
    {
        report.add(&sources.text_file(NAME), id, &Problem::TextWithoutEntry);
    }
    (stages, built)
}

pub(crate) fn guidance(id: &str, sources: &Sources) -> StepGuidance {
    sources.roadmap_texts.step.get(id).map_or_else(
        || StepGuidance {
            work: String::new(),
            gate: String::new(),
            evidence: Vec::new(),
        },
        |it| StepGuidance {
            work: it.work.clone(),
            gate: it.gate.clone(),
            evidence: it.evidence.clone(),
        },
    )
}

fn stages(sources: &Sources, report: &mut Report) -> Vec<Stage> {
    let mut out = Vec::new();
    for it in &sources.roadmap.stage {
        match sources.roadmap_texts.stage.get(&it.id) {
            Some(text) => {
                lint::prose(&sources.text_file(NAME), &it.id, &text.about, report);
                out.push(Stage {
                    id: it.id.clone(),
                    title: text.title.clone(),
                    about: text.about.clone(),
                });
            }
            None => report.add(
                &sources.text_file(NAME),
                &it.id,
                &Problem::MissingText("title".to_owned()),
            ),
        }
    }
    out
}

/// Puts every step after those it depends on, keeping the written order where that is free. Reports a cycle.
fn in_order<'a>(
    sources: &Sources,
    steps: &'a [StepSource],
    report: &mut Report,
) -> Vec<&'a StepSource> {
    let known: BTreeSet<&str> = steps.iter().map(|it| it.id.as_str()).collect();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let mut out: Vec<&StepSource> = Vec::new();
    let mut waiting: Vec<&StepSource> = steps.iter().collect();
    while !waiting.is_empty() {
        let ready = waiting.iter().position(|it| {
            it.after
                .iter()
                .all(|id| placed.contains(id.as_str()) || !known.contains(id.as_str()))
        });
        let Some(at) = ready else {
            let ring: Vec<&str> = waiting.iter().map(|it| it.id.as_str()).collect();
            for it in &waiting {
                report.add(
                    &sources.file(NAME),
                    &it.id,
                    &Problem::Cycle(ring.join(", ")),
                );
            }
            break;
        };
        let step = waiting.remove(at);
        placed.insert(&step.id);
        out.push(step);
    }
    out
}

/// The place of each step by its id.
fn places<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, u16> {
    ids.enumerate()
        .filter_map(|(at, it)| Some((it, u16::try_from(at).ok()?)))
        .collect()
}

/// What conditions are written with.
pub(crate) struct Context<'a> {
    /// The name of the file they stand in.
    name: &'static str,
    sources: &'a Sources,
    requirements: &'a [Entry<'a>],
    documents: &'a BTreeMap<&'a str, usize>,
    place: BTreeMap<&'a str, u16>,
}

impl<'a> Context<'a> {
    /// For conditions of another file than the roadmap's, once its steps are built.
    pub(crate) fn new(
        name: &'static str,
        sources: &'a Sources,
        requirements: &'a [Entry<'a>],
        documents: &'a BTreeMap<&'a str, usize>,
        steps: &'a [Step],
    ) -> Self {
        Self {
            name,
            sources,
            requirements,
            documents,
            place: places(steps.iter().map(|it| it.id.as_str())),
        }
    }

    /// The conditions of one gate.
    pub(crate) fn gate(
        &self,
        id: &str,
        tables: &[toml::Table],
        report: &mut Report,
    ) -> Vec<Condition> {
        if tables.is_empty() {
            report.add(&self.sources.file(self.name), id, &Problem::EmptyGate);
        }
        let conditions = tables.iter();
        conditions
            .filter_map(|it| self.condition(id, it, report))
            .collect()
    }

    fn step(&self, step: &StepSource, report: &mut Report) -> Step {
        let gate = self.gate(&step.id, &step.gate, report);
        let title = match self.sources.roadmap_texts.step.get(&step.id) {
            Some(text) => {
                for it in [&text.work, &text.gate].into_iter().chain(&text.evidence) {
                    lint::prose(&self.sources.text_file(NAME), &step.id, it, report);
                }
                text.title.clone()
            }
            None => {
                report.add(
                    &self.sources.text_file(NAME),
                    &step.id,
                    &Problem::MissingText("title".to_owned()),
                );
                String::new()
            }
        };
        Step {
            id: step.id.clone(),
            stage: step.stage.clone(),
            title,
            days: step.days,
            after: step
                .after
                .iter()
                .filter_map(|it| self.place.get(it.as_str()).copied())
                .collect(),
            clauses: step.clauses.clone(),
            all_clauses: step.all_clauses,
            gate,
        }
    }

    fn condition(&self, step: &str, table: &toml::Table, report: &mut Report) -> Option<Condition> {
        let text = |key: &str| table.get(key).and_then(toml::Value::as_str);
        let level = || {
            text("level")
                .and_then(Rating::from_key)
                .filter(|it| it.level().is_some_and(|it| it > 0))
        };
        let state = |key: &str| match text(key) {
            Some("exists") => Some(DocumentState::Exists),
            Some("approved") => Some(DocumentState::Approved),
            _ => None,
        };
        let keys: Vec<&str> = table.keys().map(String::as_str).collect();
        let condition = match keys.as_slice() {
            ["level", "points"] | ["points", "level"] => level().map(|level| Condition::Rated {
                requirements: self.covering(step, table.get("points"), |_| true, report),
                level,
            }),
            ["intervals"] => Some(Condition::Intervals {
                requirements: self.covering(
                    step,
                    table.get("intervals"),
                    |it| self.repeats(it),
                    report,
                ),
            }),
            ["document", "state"] | ["state", "document"] => {
                let id = text("document").unwrap_or_default();
                match self
                    .documents
                    .get(id)
                    .and_then(|it| u16::try_from(*it).ok())
                {
                    Some(at) => state("state").map(|state| Condition::Document {
                        document: DocumentId(at),
                        state,
                    }),
                    None => {
                        report.add(
                            &self.sources.file(self.name),
                            step,
                            &Problem::UnknownId {
                                what: "document",
                                id: id.to_owned(),
                            },
                        );
                        return None;
                    }
                }
            }
            ["mandatory_documents"] => {
                state("mandatory_documents").map(|state| Condition::MandatoryDocuments { state })
            }
            ["blocking"] => text("blocking")
                .and_then(Rating::from_key)
                .filter(|it| it.level().is_some())
                .map(|level| Condition::Blocking { level }),
            ["fact"] => text("fact")
                .and_then(|key| Fact::ALL.into_iter().find(|it| it.key() == key))
                .map(|fact| Condition::Fact { fact }),
            ["records"] => text("records")
                .and_then(|key| RecordCheck::ALL.into_iter().find(|it| it.key() == key))
                .map(|check| Condition::Records { check }),
            ["step"] => {
                let id = text("step").unwrap_or_default();
                match self.place.get(id) {
                    Some(at) => Some(Condition::Step { step: *at }),
                    None => {
                        report.add(
                            &self.sources.file(self.name),
                            step,
                            &Problem::UnknownId {
                                what: "step",
                                id: id.to_owned(),
                            },
                        );
                        return None;
                    }
                }
            }
            ["confirm"] => text("confirm").map(|id| {
                let label = self
                    .sources
                    .roadmap_texts
                    .confirm
                    .get(id)
                    .map(|it| it.label.clone());
                let label = label.unwrap_or_else(|| {
                    report.add(
                        &self.sources.text_file(NAME),
                        id,
                        &Problem::MissingText("label".to_owned()),
                    );
                    String::new()
                });
                Condition::Confirm {
                    id: id.to_owned(),
                    label,
                }
            }),
            _ => None,
        };
        if condition.is_none() {
            report.add(
                &self.sources.file(self.name),
                step,
                &Problem::UnknownCondition(table.to_string().trim().replace('\n', ", ")),
            );
        }
        condition
    }

    fn repeats(&self, point: &str) -> bool {
        self.sources.points.get(point).is_some_and(|it| it.repeats)
    }

    /// The requirements that cover one of the points that the patterns name and the filter lets through.
    fn covering(
        &self,
        step: &str,
        patterns: Option<&toml::Value>,
        filter: impl Fn(&str) -> bool,
        report: &mut Report,
    ) -> Vec<RequirementId> {
        let mut points: BTreeSet<&str> = BTreeSet::new();
        for pattern in patterns
            .and_then(toml::Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(toml::Value::as_str)
        {
            let found: Vec<&str> = self
                .sources
                .points
                .matching(pattern)
                .into_iter()
                .filter(|it| filter(it))
                .collect();
            if found.is_empty() {
                report.add(
                    &self.sources.file(self.name),
                    step,
                    &Problem::NoPointMatches(pattern.to_owned()),
                );
            }
            points.extend(found);
        }
        let covers =
            |entry: &Entry<'_>| entry.1.covers.iter().any(|it| points.contains(it.as_str()));
        let places = self
            .requirements
            .iter()
            .enumerate()
            .filter(|(_, it)| covers(it));
        places
            .filter_map(|(at, _)| u16::try_from(at).ok().map(RequirementId))
            .collect()
    }
}
