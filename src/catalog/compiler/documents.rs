//! The register of documents and records.

use std::collections::BTreeSet;

use super::lint;
use super::problem::{Problem, Report};
use super::source::Sources;
use crate::catalog::Document;

/// The register, in its own order.
pub(crate) fn documents(sources: &Sources, report: &mut Report) -> Vec<Document> {
    let known: BTreeSet<&str> = sources.clauses.iter().map(|it| it.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for it in &sources.documents {
        let file = &sources.file("documents.toml");
        if !seen.insert(it.id.as_str()) {
            report.add(file, &it.id, &Problem::DuplicateId);
        }
        for clause in it.clauses.iter().filter(|it| !known.contains(it.as_str())) {
            report.add(
                file,
                &it.id,
                &Problem::UnknownId {
                    what: "clause",
                    id: clause.clone(),
                },
            );
        }
        let name = match sources.document_texts.get(&it.id) {
            Some(text) => {
                lint::prose(
                    &sources.text_file("documents.toml"),
                    &it.id,
                    &text.hint,
                    report,
                );
                text.name.clone()
            }
            None => {
                report.add(
                    &sources.text_file("documents.toml"),
                    &it.id,
                    &Problem::MissingText("name".to_owned()),
                );
                String::new()
            }
        };
        out.push(Document {
            id: it.id.clone(),
            name,
            kind: it.kind,
            mandatory: it.mandatory,
            occasion: it.occasion,
            clauses: it.clauses.clone(),
        });
    }
    out
}
