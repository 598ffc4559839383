//! The comparison of the editions, and which requirements of 2018 have forerunners.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use super::lint;
use super::problem::{Problem, Report};
use super::source::toml;
use crate::catalog::changes::{
    ChangeKind, DocumentForerunner, EditionChange, EditionChanges, Forerunners, Likeness,
};
use crate::catalog::{Catalog, Edition};

const FILE: &str = "mapping.toml";
const TEXTS: &str = "en/mapping.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeSource {
    id: String,
    clauses_2018: Vec<String>,
    clauses_2011: Vec<String>,
    kind: ChangeKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CarrySource {
    to: String,
    from: Vec<String>,
    strength: Likeness,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentSource {
    to: String,
    from: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct MappingFile {
    change: Vec<ChangeSource>,
    carry: Vec<CarrySource>,
    #[serde(default)]
    document: Vec<DocumentSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeText {
    what: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TextFile {
    change: BTreeMap<String, ChangeText>,
}

/// Reads the comparison and holds it against both catalogues: every leaf clause of both is in it.
pub(crate) fn read(
    root: &Path,
    new: &Catalog,
    old: &Catalog,
    report: &mut Report,
) -> EditionChanges {
    let file: MappingFile = toml(root, FILE, report).unwrap_or_default();
    let mut texts: TextFile = toml(root, TEXTS, report).unwrap_or_default();
    let mut seen = BTreeSet::new();
    let mut changes = Vec::new();
    for it in file.change {
        if !seen.insert(it.id.clone()) {
            report.add(FILE, &it.id, &Problem::DuplicateId);
        }
        for (catalog, numbers) in [(new, &it.clauses_2018), (old, &it.clauses_2011)] {
            for number in numbers
                .iter()
                .filter(|number| catalog.clause(number).is_none())
            {
                unknown(&it.id, "clause", number, catalog.edition, report);
            }
        }
        let what = match texts.change.remove(&it.id) {
            Some(text) => text.what,
            None => {
                report.add(TEXTS, &it.id, &Problem::MissingText("what".to_owned()));
                String::new()
            }
        };
        lint::prose(TEXTS, &it.id, &what, report);
        changes.push(EditionChange {
            id: it.id,
            clauses_2018: it.clauses_2018,
            clauses_2011: it.clauses_2011,
            kind: it.kind,
            what,
        });
    }
    for id in texts.change.keys() {
        report.add(TEXTS, id, &Problem::TextWithoutEntry);
    }
    for (catalog, clauses) in [
        (new, all(&changes, |it| &it.clauses_2018)),
        (old, all(&changes, |it| &it.clauses_2011)),
    ] {
        for leaf in catalog
            .leaves()
            .filter(|it| !clauses.contains(it.id.as_str()))
        {
            report.add(
                FILE,
                &format!("{} of {}", leaf.id, catalog.edition.key()),
                &Problem::MissingText("change".to_owned()),
            );
        }
    }
    let forerunners = forerunners(file.carry, new, old, report);
    let documents = documents(file.document, new, old, report);
    EditionChanges {
        changes,
        forerunners,
        documents,
    }
}

fn all(changes: &[EditionChange], side: impl Fn(&EditionChange) -> &Vec<String>) -> BTreeSet<&str> {
    changes
        .iter()
        .flat_map(|it| side(it).iter().map(String::as_str).collect::<Vec<_>>())
        .collect()
}

fn forerunners(
    carry: Vec<CarrySource>,
    new: &Catalog,
    old: &Catalog,
    report: &mut Report,
) -> Vec<Forerunners> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for it in carry {
        if !seen.insert(it.to.clone()) {
            report.add(FILE, &it.to, &Problem::DuplicateId);
        }
        if new.find(&it.to).is_none() {
            unknown(&it.to, "requirement", &it.to, new.edition, report);
        }
        for from in it.from.iter().filter(|from| old.find(from).is_none()) {
            unknown(&it.to, "requirement", from, old.edition, report);
        }
        lint::items(FILE, &it.to, "from", it.from.len(), 1, 4, report);
        out.push(Forerunners {
            to: it.to,
            from: it.from,
            likeness: it.strength,
        });
    }
    out
}

/// The documents that are named, and those whose id both registers share.
fn documents(
    named: Vec<DocumentSource>,
    new: &Catalog,
    old: &Catalog,
    report: &mut Report,
) -> Vec<DocumentForerunner> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for it in named {
        if !seen.insert(it.to.clone()) {
            report.add(FILE, &it.to, &Problem::ForerunnerTwice);
        }
        if new.find_document(&it.to).is_none() {
            unknown(&it.to, "document", &it.to, new.edition, report);
        }
        if old.find_document(&it.from).is_none() {
            unknown(&it.to, "document", &it.from, old.edition, report);
        }
        out.push(DocumentForerunner {
            to: it.to,
            from: it.from,
        });
    }
    let shared = new.documents.iter().filter(|document| {
        old.find_document(&document.id).is_some() && !out.iter().any(|it| it.to == document.id)
    });
    let shared: Vec<DocumentForerunner> = shared
        .map(|it| DocumentForerunner {
            to: it.id.clone(),
            from: it.id.clone(),
        })
        .collect();
    out.extend(shared);
    out
}

fn unknown(at: &str, what: &'static str, id: &str, edition: Edition, report: &mut Report) {
    report.add(
        FILE,
        at,
        &Problem::UnknownId {
            what,
            id: format!("{id} of {}", edition.key()),
        },
    );
}
