//! Joins the stylesheets under `style/` into two files: what lies under `first/` for the page to link, and the rest for later.
//!
//! No more files than these, because each costs a request; and what the first question does not need arrives with the second wasm.
//! The order of the files does not decide anything: every rule lives in a cascade layer, and `layers.css` says which layer wins.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project;

/// The file that declares the order of the layers; it must come first.
pub(crate) const LAYERS: &str = "first/layers.css";
/// The folder of what the first question needs.
const FIRST: &str = "first";

/// Writes the joined stylesheets to where `index.html` looks for them.
///
/// # Errors
/// When a stylesheet cannot be read or the result not written.
pub(crate) fn join() -> Result<(), Failure> {
    let folder = project::root().join("style");
    let (first, later): (Vec<PathBuf>, Vec<PathBuf>) = sheets(&folder)?
        .into_iter()
        .partition(|it| it.starts_with(folder.join(FIRST)));
    for (name, sheets) in [("waymark.css", first), ("later.css", later)] {
        project::write(&project::workshop().join(name), joined(&folder, &sheets)?)?;
    }
    Ok(())
}

fn joined(folder: &Path, sheets: &[PathBuf]) -> Result<String, Failure> {
    let mut joined = String::new();
    for path in sheets {
        let name = path.strip_prefix(folder).unwrap_or(path).display();
        let text = project::read_text(path)?;
        // Writing to a string cannot fail.
        let _ = writeln!(joined, "/* {name} */\n{}", text.trim_end());
    }
    Ok(joined)
}

/// All stylesheets, the declaration of the layers first and the others by path.
///
/// # Errors
/// When the folder cannot be listed.
pub(crate) fn sheets(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut sheets = project::files_below(folder)?;
    sheets.retain(|it| it.extension().is_some_and(|extension| extension == "css"));
    let layers = folder.join(LAYERS);
    sheets.sort_by_key(|it| *it != layers);
    Ok(sheets)
}
