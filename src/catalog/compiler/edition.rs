//! One edition: its catalogue, the guidance beside it and the guides to its clauses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::compiled::EditionContent;
use super::glossary::Glossary;
use super::problem::{Problem, Report};
use super::requirements::Named;
use super::source::Sources;
use super::{clauses, documents, eligibility, guides, requirements, roadmap, workspaces};
use crate::catalog::{Catalog, DocumentGuidance, Edition, EligibilityGuidance, Guidance, Messages};

/// Builds one edition, with the numbers of all its clauses; `None` where a file that everything needs is missing.
pub(crate) fn edition_content(
    root: &Path,
    edition: Edition,
    messages: Messages,
    glossary: &Glossary,
    report: &mut Report,
) -> Option<(EditionContent, BTreeSet<String>)> {
    let sources = Sources::read(root, edition, report);
    let points = &sources.points;

    let documents = documents::documents(&sources, report);
    let document_ids: BTreeMap<&str, usize> = sources
        .documents
        .iter()
        .enumerate()
        .map(|(at, it)| (it.id.as_str(), at))
        .collect();
    let requirements = requirements::ordered(&sources, report);
    requirements::check_coverage(&sources, &requirements, report);

    let built = requirements
        .iter()
        .map(|it| requirements::requirement(it, &sources, points, &document_ids, report))
        .collect();
    let clauses = clauses::clauses(&sources, &requirements, report);
    let (stages, steps) = roadmap::build(&sources, &requirements, &document_ids, report);
    let workspaces = workspaces::build(&sources, &requirements, &document_ids, &steps, report);
    let (eligibility, statement_checks) = eligibility::eligibility(&sources, report);
    check_orphans(&sources, report);

    let mut terms = Named::new(glossary, edition);
    let guidance = Guidance {
        requirements: requirements
            .iter()
            .map(|it| requirements::guidance(it, &sources, &mut terms))
            .collect(),
        documents: sources
            .documents
            .iter()
            .map(|it| DocumentGuidance {
                hint: sources
                    .document_texts
                    .get(&it.id)
                    .map(|it| it.hint.clone())
                    .unwrap_or_default(),
            })
            .collect(),
        steps: steps
            .iter()
            .map(|it| roadmap::guidance(&it.id, &sources))
            .collect(),
        eligibility: sources
            .eligibility
            .iter()
            .map(|it| EligibilityGuidance {
                meaning: sources
                    .eligibility_texts
                    .get(&it.id)
                    .map(|it| it.meaning.clone())
                    .unwrap_or_default(),
            })
            .collect(),
        terms: terms.names(),
    };
    let catalog = Catalog {
        edition,
        revision: sources.revision,
        language: "en".to_owned(),
        clauses,
        requirements: built,
        documents,
        eligibility,
        statement_checks,
        statement_pattern: sources.statement.pattern.clone(),
        stages,
        steps,
        workspaces,
        // Sources::read has reported a missing file.
        levels: sources.levels.clone()?,
        messages,
    };
    let guides = guides::read(root, edition, &sources, glossary, report);
    let numbers = sources.clauses.iter().map(|it| it.id.clone()).collect();
    let content = EditionContent {
        catalog,
        guidance,
        guides,
    };
    Some((content, numbers))
}

/// Refuses texts that belong to nothing.
fn check_orphans(sources: &Sources, report: &mut Report) {
    let requirements: BTreeSet<&str> = sources
        .requirements
        .iter()
        .map(|(_, it)| it.id.as_str())
        .collect();
    for (id, (file, _)) in &sources.requirement_texts {
        if !requirements.contains(id.as_str()) {
            report.add(file, id, &Problem::TextWithoutEntry);
        }
    }
    let documents: BTreeSet<&str> = sources.documents.iter().map(|it| it.id.as_str()).collect();
    for id in sources
        .document_texts
        .keys()
        .filter(|it| !documents.contains(it.as_str()))
    {
        report.add(
            &sources.text_file("documents.toml"),
            id,
            &Problem::TextWithoutEntry,
        );
    }
    let clauses: BTreeSet<&str> = sources.clauses.iter().map(|it| it.id.as_str()).collect();
    for (id, (file, _)) in &sources.clause_texts {
        if !clauses.contains(id.as_str()) {
            report.add(file, id, &Problem::TextWithoutEntry);
        }
    }
}
