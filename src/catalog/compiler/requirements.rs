//! Requirements: their order, the points they cover, their questions and the guidance beside them.

use std::collections::{BTreeMap, BTreeSet};

use super::glossary::{Glossary, Place};
use super::lint;
use super::points::Points;
use super::problem::{Problem, Report};
use super::source::{RequirementSource, RequirementText, Sources};
use crate::catalog::{Confidence, DocumentId, Edition, Requirement, RequirementGuidance, TermName};

/// A requirement's entry with the file it came from, in the order of the clauses.
pub(crate) type Entry<'a> = (&'a str, &'a RequirementSource);

/// The requirements in the order of the clauses.
pub(crate) fn ordered<'a>(sources: &'a Sources, report: &mut Report) -> Vec<Entry<'a>> {
    let place: BTreeMap<&str, usize> = sources
        .clauses
        .iter()
        .enumerate()
        .map(|(at, it)| (it.id.as_str(), at))
        .collect();
    let mut entries: Vec<Entry<'a>> = sources
        .requirements
        .iter()
        .map(|(file, it)| (file.as_str(), it))
        .collect();
    let mut seen = BTreeSet::new();
    for (file, it) in &entries {
        if !seen.insert(it.id.as_str()) {
            report.add(file, &it.id, &Problem::DuplicateId);
        }
        if !place.contains_key(it.clause()) {
            report.add(
                file,
                &it.id,
                &Problem::UnknownId {
                    what: "clause",
                    id: it.clause().to_owned(),
                },
            );
        }
    }
    entries.sort_by_key(|(_, it)| place.get(it.clause()).copied().unwrap_or(usize::MAX));
    entries
}

/// Refuses points that no requirement covers, and requirements that cover no point.
pub(crate) fn check_coverage(sources: &Sources, requirements: &[Entry<'_>], report: &mut Report) {
    let points = &sources.points;
    let covered: BTreeSet<&str> = requirements
        .iter()
        .flat_map(|(_, it)| it.covers.iter().map(String::as_str))
        .collect();
    for (file, it) in requirements {
        for point in it.covers.iter().filter(|it| points.get(it).is_none()) {
            report.add(
                file,
                &it.id,
                &Problem::UnknownId {
                    what: "point",
                    id: point.clone(),
                },
            );
        }
        if it.covers.is_empty() {
            report.add(file, &it.id, &Problem::MissingText("covers".to_owned()));
        }
    }
    for point in points.ids().filter(|it| !covered.contains(it)) {
        report.add(&sources.file("points.tsv"), point, &Problem::UncoveredPoint);
    }
}

/// A requirement with its question.
pub(crate) fn requirement(
    (file, entry): &Entry<'_>,
    sources: &Sources,
    points: &Points,
    documents: &BTreeMap<&str, usize>,
    report: &mut Report,
) -> Requirement {
    let covered: Vec<_> = entry
        .covers
        .iter()
        .filter_map(|it| points.get(it))
        .collect();
    let mut listed = Vec::new();
    for id in &entry.documents {
        match documents
            .get(id.as_str())
            .and_then(|it| u16::try_from(*it).ok())
        {
            Some(at) => listed.push(DocumentId(at)),
            None => report.add(
                file,
                &entry.id,
                &Problem::UnknownId {
                    what: "document",
                    id: id.clone(),
                },
            ),
        }
    }
    let ask = match sources.requirement_texts.get(&entry.id) {
        Some((text_file, text)) => {
            lint::requirement(text_file, &entry.id, text, report);
            text.ask.clone()
        }
        None => {
            report.add(
                &format!("en/{file}"),
                &entry.id,
                &Problem::MissingText("ask".to_owned()),
            );
            String::new()
        }
    };
    Requirement {
        id: entry.id.clone(),
        clause: entry.clause().to_owned(),
        ask,
        kind: entry.kind,
        blocking: entry.blocking,
        quick: entry.quick,
        interval: covered.iter().any(|it| it.repeats),
        occasion: entry.occasion,
        top_management: covered.iter().any(|it| it.top_management),
        documents: listed,
        confidence: covered
            .iter()
            .map(|it| it.confidence)
            .min()
            .unwrap_or(Confidence::Check),
    }
}

/// The guidance beside a question, with the terms that stand in its texts.
pub(crate) fn guidance(
    (_, entry): &Entry<'_>,
    sources: &Sources,
    terms: &mut Named<'_>,
) -> RequirementGuidance {
    let text = sources
        .requirement_texts
        .get(&entry.id)
        .map(|(_, it)| it.clone())
        .unwrap_or_default();
    let terms = terms.of(entry.clause(), &text);
    RequirementGuidance {
        meaning: text.meaning,
        evidence: text.evidence,
        interview: text.interview,
        pitfall: text.pitfall,
        covers: entry.covers.clone(),
        terms,
    }
}

/// The terms that stand in the questions of an edition, numbered as they come.
pub(crate) struct Named<'a> {
    glossary: &'a Glossary,
    edition: Edition,
    /// Their places in the glossary.
    places: Vec<usize>,
}

impl<'a> Named<'a> {
    /// None of an edition so far.
    pub(crate) fn new(glossary: &'a Glossary, edition: Edition) -> Self {
        Self {
            glossary,
            edition,
            places: Vec::new(),
        }
    }

    /// The numbers of the terms in the texts of one question.
    fn of(&mut self, clause: &str, text: &RequirementText) -> Vec<u16> {
        let texts = [&text.ask, &text.meaning]
            .into_iter()
            .chain(&text.evidence)
            .chain(&text.interview)
            .chain([&text.pitfall])
            .map(String::as_str);
        let found = self
            .glossary
            .named(Place::Clause(self.edition, clause), texts);
        found
            .into_iter()
            .filter_map(|place| u16::try_from(self.number(place)).ok())
            .collect()
    }

    fn number(&mut self, place: usize) -> usize {
        let known = self.places.iter().position(|it| *it == place);
        known.unwrap_or_else(|| {
            self.places.push(place);
            self.places.len() - 1
        })
    }

    /// Their names, in the order of the numbers.
    pub(crate) fn names(&self) -> Vec<TermName> {
        let terms = self
            .places
            .iter()
            .filter_map(|it| self.glossary.terms.get(*it));
        terms
            .map(|it| TermName {
                id: it.id.clone(),
                name: it.name.clone(),
            })
            .collect()
    }
}
