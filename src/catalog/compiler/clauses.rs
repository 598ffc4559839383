//! Clauses, each with the requirements that its verdict reads.

use super::problem::{Problem, Report};
use super::requirements::Entry;
use super::source::Sources;
use super::{lint, points};
use crate::catalog::{Clause, RequirementId};

/// The clauses that are assessed.
pub(crate) fn clauses(
    sources: &Sources,
    requirements: &[Entry<'_>],
    report: &mut Report,
) -> Vec<Clause> {
    let assessed = sources.clauses.iter().filter(|it| it.chapter() >= 4);
    let mut out = Vec::new();
    for clause in assessed {
        let Some((file, text)) = sources.clause_texts.get(&clause.id) else {
            report.add(
                sources.text_file("").trim_end_matches('/'),
                &clause.id,
                &Problem::MissingText("clause title and summary".to_owned()),
            );
            continue;
        };
        lint::clause(file, &clause.id, text, report);
        let reads = requirements.iter().enumerate().filter(|(_, (_, it))| {
            clause.leaf
                && it
                    .covers
                    .iter()
                    .any(|point| points::clause_of(point) == clause.id)
        });
        out.push(Clause {
            id: clause.id.clone(),
            title: text.title.clone(),
            summary: text.summary.clone(),
            leaf: clause.leaf,
            reads: reads
                .filter_map(|(at, _)| u16::try_from(at).ok().map(RequirementId))
                .collect(),
        });
    }
    out
}
