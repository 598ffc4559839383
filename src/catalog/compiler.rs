//! The content compiler: reads `content/`, refuses what is wrong, and makes the two JSON texts the browser reads.
//!
//! It speaks to authors: every refusal names the file, the id, what is wrong and what to do.
//! It runs natively only, called by `cargo xtask content`, by the build and by the tests.

mod changes;
mod clauses;
mod compiled;
mod documents;
mod edition;
mod eligibility;
mod fluent;
mod glossary;
mod guides;
mod learn;
mod lint;
mod points;
mod problem;
mod requirements;
mod roadmap;
mod source;
mod workspaces;

pub use self::compiled::{Compiled, CompiledEdition, Content, Counts, EditionContent};
pub use self::problem::{ContentError, Problem};

use std::path::Path;

use self::glossary::Glossary;
use self::problem::Report;
use super::{Catalog, Edition, FirstContent, Guidance};

/// Compiles all content in English from the folder `content/`.
///
/// # Errors
///
/// Every refusal at once, sorted by file and id. Nothing is compiled where there is one.
pub fn compile(root: &Path) -> Result<Compiled, Vec<ContentError>> {
    let content = build_all(root)?;
    json(content).map_err(|it| {
        vec![ContentError {
            file: "content".to_owned(),
            id: String::new(),
            problem: Problem::Unreadable(it.to_string()).to_string(),
        }]
    })
}

fn json(content: Content) -> Result<Compiled, serde_json::Error> {
    let messages = content
        .editions
        .first()
        .map_or(0, |it| it.catalog.messages.keys().count());
    let mut first = String::new();
    let mut editions = Vec::new();
    for it in content.editions {
        let counts = it.counts();
        let edition = it.catalog.edition;
        let (early, rest) = FirstContent::taken_from(it.catalog, |key| content.first.contains(key));
        if first.is_empty() {
            first = serde_json::to_string(&early)?;
        }
        editions.push(CompiledEdition {
            edition,
            core: serde_json::to_string(&rest)?,
            guidance: serde_json::to_string(&it.guidance)?,
            guides: serde_json::to_string(&it.guides)?,
            counts,
        });
    }
    Ok(Compiled {
        first,
        editions,
        learn: serde_json::to_string(&content.learn)?,
        changes: serde_json::to_string(&content.changes)?,
        messages,
        topics: content.learn.topics.len(),
        terms: content.learn.glossary.len(),
    })
}

/// Builds the current edition and its guidance as values.
///
/// # Errors
///
/// As [`compile`].
pub fn build(root: &Path) -> Result<(Catalog, Guidance), Vec<ContentError>> {
    build_edition(root, Edition::E2018)
}

/// Builds one edition and its guidance as values.
///
/// # Errors
///
/// As [`compile`].
pub fn build_edition(
    root: &Path,
    edition: Edition,
) -> Result<(Catalog, Guidance), Vec<ContentError>> {
    let mut report = Report::default();
    let (messages, _) = fluent::read(root, "en/ui", &mut report);
    let glossary = Glossary::read(root, &mut report);
    let built = edition::edition_content(root, edition, messages, &glossary, &mut report);
    match built {
        Some((it, _)) if report.is_empty() => Ok((it.catalog, it.guidance)),
        _ => Err(report.sorted()),
    }
}

/// Builds all content as values; [`compile`] writes it as JSON.
///
/// # Errors
///
/// As [`compile`].
pub fn build_all(root: &Path) -> Result<Content, Vec<ContentError>> {
    let mut report = Report::default();
    let (messages, first) = fluent::read(root, "en/ui", &mut report);
    let glossary = Glossary::read(root, &mut report);
    let mut editions = Vec::new();
    let mut numbers = Vec::new();
    for edition in Edition::ALL {
        if let Some((built, clauses)) =
            edition::edition_content(root, edition, messages.clone(), &glossary, &mut report)
        {
            editions.push(built);
            numbers.push(clauses);
        }
    }
    let ([new, old], [of_2018, of_2011]) = (editions.as_slice(), numbers.as_slice()) else {
        return Err(report.sorted());
    };
    let clauses = learn::KnownClauses {
        of_2018: of_2018.clone(),
        of_2011: of_2011.clone(),
    };
    let changes = changes::read(root, &new.catalog, &old.catalog, &mut report);
    let learn = learn::read(root, glossary, &clauses, &mut report);
    if report.is_empty() {
        Ok(Content {
            editions,
            learn,
            changes,
            first,
        })
    } else {
        Err(report.sorted())
    }
}
