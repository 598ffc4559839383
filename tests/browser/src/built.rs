//! What was built: the site and the content in it, and the tools that look at it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use waymark::catalog::{Argument, Catalog, Edition, compiler, english_plural};

use crate::failure::Failure;

/// The edition that a new assessment is made against.
const EDITION: &str = "2018";

/// The folder with the built site, from `WAYMARK_DIST`.
///
/// # Errors
/// When the variable is missing or names a folder without a page.
pub fn dist() -> Result<PathBuf, Failure> {
    let folder =
        PathBuf::from(env::var_os("WAYMARK_DIST").ok_or(Failure::Missing("WAYMARK_DIST"))?);
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(Failure::File {
            path: folder.display().to_string(),
            why: "holds no built site; run `cargo xtask build`".to_owned(),
        })
    }
}

/// Where the journeys keep the profiles of their browsers and the evidence of what failed: never committed, safe to delete.
///
/// # Errors
/// When the folder cannot be made.
pub fn workshop() -> Result<PathBuf, Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/journeys");
    fs::create_dir_all(&folder)?;
    // The browser wants an address without detours.
    Ok(folder.canonicalize()?)
}

/// The source of the accessibility checker, from the file that `WAYMARK_AXE` names.
///
/// # Errors
/// When the variable is missing or the file cannot be read.
pub fn axe() -> Result<String, Failure> {
    let file = PathBuf::from(env::var_os("WAYMARK_AXE").ok_or(Failure::Missing("WAYMARK_AXE"))?);
    read(&file)
}

/// A program that an environment variable names, or else the usual one on `PATH`.
pub(crate) fn program(variable: &str, usual: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

pub(crate) fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|it| Failure::File {
        path: file.display().to_string(),
        why: it.to_string(),
    })
}

/// The catalogue of the current edition, compiled from the same content as the site: the journeys read their words from it, and compute natively what the pages must show.
///
/// # Errors
/// When the content does not compile.
pub fn catalog() -> Result<&'static Catalog, Failure> {
    edition(Edition::default())
}

/// The catalogue of an edition.
///
/// # Errors
/// When the content does not compile.
pub fn edition(edition: Edition) -> Result<&'static Catalog, Failure> {
    static CURRENT: OnceLock<Catalog> = OnceLock::new();
    static WITHDRAWN: OnceLock<Catalog> = OnceLock::new();
    let kept = if edition.is_withdrawn() {
        &WITHDRAWN
    } else {
        &CURRENT
    };
    if let Some(catalog) = kept.get() {
        return Ok(catalog);
    }
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let (catalog, _) =
        compiler::build_edition(&content, edition).map_err(|wrong| Failure::File {
            path: content.display().to_string(),
            why: wrong
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("; "),
        })?;
    Ok(kept.get_or_init(|| catalog))
}

/// The content file of a site whose name holds a part such as `.core.`.
///
/// # Errors
/// When there is none.
pub fn content_file(site: &Path, part: &str) -> Result<PathBuf, Failure> {
    let folder = site.join("content");
    let missing = |why: String| Failure::File {
        path: folder.display().to_string(),
        why,
    };
    let entries = fs::read_dir(&folder).map_err(|it| missing(it.to_string()))?;
    let mut files = entries.flatten().map(|it| it.path());
    files
        .find(|it| {
            it.file_name()
                .and_then(|it| it.to_str())
                .is_some_and(|it| it.contains(part))
        })
        .ok_or_else(|| missing(format!("holds no file named *{part}*")))
}

/// The catalogue of new assessments that a built site brings along, whatever the content has become since.
///
/// # Errors
/// When the site has none or it cannot be read.
pub fn catalog_of(site: &Path) -> Result<Catalog, Failure> {
    let file = content_file(site, &format!("{EDITION}.en.core."))?;
    serde_json::from_str(&read(&file)?).map_err(|it| Failure::File {
        path: file.display().to_string(),
        why: it.to_string(),
    })
}

/// An interface text by its key, so that better words in `content/` break no journey and a wrong key fails at once.
///
/// # Errors
/// When the content has no such text.
pub fn words(key: &str) -> Result<String, Failure> {
    words_with(key, &[])
}

/// The number and the title of a clause, as its guide is headed and as lists name it.
///
/// # Errors
/// When the edition has no such clause, or the built texts lack the sentence.
pub fn clause_words(catalog: &Catalog, number: &str) -> Result<String, Failure> {
    let clause = catalog
        .clause(number)
        .ok_or_else(|| Failure::unexpected(format!("there is no clause {number}")))?;
    words_with(
        "clause-and-title",
        &[
            ("clause", clause.id.as_str().into()),
            ("title", clause.title.as_str().into()),
        ],
    )
}

/// An interface text with arguments.
///
/// # Errors
/// When the content has no such text.
pub fn words_with(key: &str, arguments: &[(&str, Argument)]) -> Result<String, Failure> {
    let messages = &catalog()?.messages;
    if messages.contains(key) {
        Ok(messages.format(key, arguments, english_plural))
    } else {
        Err(Failure::unexpected(format!(
            "content/en/ui has no text \"{key}\""
        )))
    }
}
