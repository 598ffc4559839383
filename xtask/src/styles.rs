//! Joins the stylesheets under `style/` into the one file that the page links.
//!
//! One file, because each further stylesheet costs the first load a request.
//! The order of the files does not decide anything: every rule lives in a cascade layer, and `layers.css` says which layer wins.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project;

/// The file that declares the order of the layers; it must come first.
pub(crate) const LAYERS: &str = "layers.css";

/// Writes the joined stylesheet to where `index.html` looks for it.
///
/// # Errors
/// When a stylesheet cannot be read or the result not written.
pub(crate) fn join() -> Result<(), Failure> {
    let folder = project::root().join("style");
    let mut joined = String::new();
    for path in sheets(&folder)? {
        let name = path.strip_prefix(&folder).unwrap_or(&path).display();
        let text = project::read_text(&path)?;
        // Writing to a string cannot fail.
        let _ = writeln!(joined, "/* {name} */\n{}", text.trim_end());
    }
    project::write(&project::workshop().join("waymark.css"), joined)
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
