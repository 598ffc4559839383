//! What the faults share: pages with questions, and profiles that are gone afterwards.

use std::fs;
use std::path::Path;
use std::time::Duration;

use fastrand::Rng;
use serde_json::{Value, json};
use tempfile::{Builder, TempDir};
use waymark_browser_tests::built;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::probe::{Probe, Report};

/// How long a page may say nothing.
const SILENCE: Duration = Duration::from_secs(90);

/// Some pages with questions of the built site, chosen at random, as the scripts take them.
///
/// # Errors
/// When the site's content cannot be read.
pub(crate) fn clauses(site: &Path, random: &mut Rng, count: usize) -> Result<Value, Failure> {
    let catalog = built::catalog_of(site)?;
    let pages: Vec<Value> = catalog
        .leaves()
        .filter_map(|it| {
            let ids = catalog.asked_by(&it.id);
            let questions: Vec<&str> = ids
                .iter()
                .map(|it| catalog.requirement(*it).id.as_str())
                .collect();
            (!questions.is_empty()).then(|| json!({ "clause": it.id, "questions": questions }))
        })
        .collect();
    let count = count.min(pages.len());
    Ok(Value::Array(random.choose_multiple(pages, count)))
}

/// A profile that nobody has used yet.
///
/// # Errors
/// When the folder cannot be made.
pub(crate) fn profile() -> Result<TempDir, Failure> {
    let profiles = built::workshop()?.join("profiles");
    fs::create_dir_all(&profiles)?;
    Ok(Builder::new().prefix("profile-").tempdir_in(profiles)?)
}

/// The next report of a page.
///
/// # Errors
/// When none comes, or the page could not go on.
pub(crate) async fn next(probe: &mut Probe) -> Result<Report, Failure> {
    let report = probe
        .next(SILENCE)
        .await?
        .ok_or_else(|| Failure::unexpected("the page fell silent"))?;
    if report.kind == "stuck" {
        let values = Value::Object(report.values);
        return Err(Failure::unexpected(format!("the page is stuck: {values}")));
    }
    Ok(report)
}

/// The values of the next report of a kind; others are passed over.
///
/// # Errors
/// As [`next`].
pub(crate) async fn hear(probe: &mut Probe, kind: &str) -> Result<Value, Failure> {
    loop {
        let report = next(probe).await?;
        if report.kind == kind {
            return Ok(Value::Object(report.values));
        }
    }
}
