//! The guides to the clauses of one edition.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::glossary::{Glossary, Place};
use super::lint;
use super::problem::{Problem, Report};
use super::source::{Sources, files, toml};
use crate::catalog::Edition;
use crate::catalog::learn::{ClauseGuide, ClauseTie, Guides};

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TieSource {
    clause: String,
    why: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuideSource {
    intent: String,
    small: String,
    large: String,
    links: Vec<TieSource>,
    papers: Vec<String>,
    responsible: String,
    example: String,
    findings: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuideFile {
    guide: BTreeMap<String, GuideSource>,
}

/// Reads the guides: every leaf clause has one, and nothing else has.
pub(crate) fn read(
    root: &Path,
    edition: Edition,
    sources: &Sources,
    glossary: &Glossary,
    report: &mut Report,
) -> Guides {
    let folder = format!("en/{}/guide", edition.key());
    let mut found: BTreeMap<String, (String, GuideSource)> = BTreeMap::new();
    for file in files(root, &folder, ".toml", report) {
        let read: GuideFile = toml(root, &file, report).unwrap_or_default();
        for (clause, guide) in read.guide {
            if found
                .insert(clause.clone(), (file.clone(), guide))
                .is_some()
            {
                report.add(&file, &clause, &Problem::DuplicateId);
            }
        }
    }
    let mut out = Vec::new();
    for clause in sources.clauses.iter().filter(|it| it.leaf) {
        match found.remove(&clause.id) {
            Some((file, guide)) => {
                check(&file, &clause.id, &guide, sources, report);
                out.push(built(edition, &clause.id, guide, glossary));
            }
            None => report.add(
                &folder,
                &clause.id,
                &Problem::MissingText("guide".to_owned()),
            ),
        }
    }
    for (clause, (file, _)) in &found {
        report.add(file, clause, &Problem::TextWithoutEntry);
    }
    Guides(out)
}

/// The guide with its terms linked, each where it stands first on the page.
fn built(edition: Edition, clause: &str, it: GuideSource, glossary: &Glossary) -> ClauseGuide {
    let mut page = glossary.page(Place::Clause(edition, clause));
    ClauseGuide {
        clause: clause.to_owned(),
        intent: page.text(&it.intent),
        small: page.text(&it.small),
        large: page.text(&it.large),
        ties: it
            .links
            .into_iter()
            .map(|it| ClauseTie {
                clause: it.clause,
                why: it.why,
            })
            .collect(),
        papers: it.papers.iter().map(|it| page.text(it)).collect(),
        responsible: page.text(&it.responsible),
        example: page.text(&it.example),
        findings: it.findings.iter().map(|it| page.text(it)).collect(),
    }
}

fn check(file: &str, id: &str, it: &GuideSource, sources: &Sources, report: &mut Report) {
    lint::length(file, id, "intent", &it.intent, 25, 60, report);
    lint::length(file, id, "small", &it.small, 40, 80, report);
    lint::length(file, id, "large", &it.large, 40, 80, report);
    lint::length(file, id, "responsible", &it.responsible, 15, 45, report);
    lint::length(file, id, "example", &it.example, 60, 110, report);
    lint::items(file, id, "links", it.links.len(), 2, 5, report);
    lint::items(file, id, "papers", it.papers.len(), 2, 5, report);
    lint::items(file, id, "findings", it.findings.len(), 2, 4, report);
    for tie in &it.links {
        lint::length(file, id, "why", &tie.why, 2, 20, report);
        if tie.clause == id || !sources.clauses.iter().any(|it| it.id == tie.clause) {
            report.add(
                file,
                id,
                &Problem::UnknownId {
                    what: "clause",
                    id: tie.clause.clone(),
                },
            );
        }
    }
    let prose = [
        &it.intent,
        &it.small,
        &it.large,
        &it.responsible,
        &it.example,
    ];
    let ties = it.links.iter().map(|it| &it.why);
    for text in prose
        .into_iter()
        .chain(&it.papers)
        .chain(&it.findings)
        .chain(ties)
    {
        lint::prose(file, id, text, report);
    }
}
