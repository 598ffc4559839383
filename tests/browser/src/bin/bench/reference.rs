//! The page to compare with: written by hand, without a framework, as a careful developer would.
//!
//! It holds every question of the built content and the descriptions of the ratings, shows the quick check first and keeps each answer in `localStorage`.
//! It has no guidance, documents, roadmap, history, second store, offline files or accessibility beyond plain HTML: it is what the same questions cost at least.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use waymark::assessment::Rating;
use waymark::catalog::{Catalog, Levels, RequirementKind};
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;

/// The key under which the page keeps its answers.
pub(crate) const ANSWERS: &str = "by-hand/answers";

/// Writes the page into a folder.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn write(folder: &Path, catalog: &Catalog) -> Result<(), Failure> {
    fs::write(
        folder.join("index.html"),
        include_str!("reference/index.html"),
    )?;
    fs::write(folder.join("page.css"), include_str!("reference/page.css"))?;
    fs::write(folder.join("page.js"), include_str!("reference/page.js"))?;
    fs::write(
        folder.join("questions.json"),
        questions(catalog)?.to_string(),
    )?;
    Ok(())
}

fn questions(catalog: &Catalog) -> Result<Value, Failure> {
    let ratings = Rating::ALL
        .map(|it| words(&format!("rating-{}", it.key())).map(|words| json!([it.key(), words])));
    let ratings = ratings.into_iter().collect::<Result<Vec<_>, _>>()?;
    let questions: Vec<Value> = catalog
        .requirements
        .iter()
        .map(|it| json!({ "id": it.id, "clause": it.clause, "ask": it.ask, "kind": it.kind.key(), "quick": it.quick }))
        .collect();
    let kinds = [
        RequirementKind::Document,
        RequirementKind::Record,
        RequirementKind::Activity,
        RequirementKind::Decision,
    ];
    let levels: serde_json::Map<String, Value> = kinds
        .into_iter()
        .map(|it| (it.key().to_owned(), levels(catalog.levels.of(it))))
        .collect();
    Ok(json!({ "ratings": ratings, "levels": levels, "questions": questions }))
}

fn levels(of: &Levels) -> Value {
    json!({ "not-in-place": of.not_in_place, "partly": of.partly, "thin": of.thin, "evidenced": of.evidenced })
}
