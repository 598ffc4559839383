//! `SHA256SUMS`: the hash of every file of a release, as `sha256sum --check` reads it.
//!
//! Two builds of the same sources give the same list, on any machine: see `cargo xtask prove reproducible`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::names::sha256;
use crate::failure::Failure;
use crate::project;

/// The name of the list.
pub(crate) const NAME: &str = "SHA256SUMS";

/// Writes the list beside the files.
///
/// # Errors
/// When a file cannot be read or the list not written.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    project::write(&folder.join(NAME), of(folder)?)
}

/// The list of a folder, sorted by name, without the list itself.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn of(folder: &Path) -> Result<String, Failure> {
    let mut list = String::new();
    for path in project::files_below(folder)? {
        let name = project::site_name(folder, &path);
        if name != NAME {
            let bytes = fs::read(&path).map_err(|why| Failure::file(&path, &why))?;
            // Writing to a string cannot fail.
            let _ = writeln!(list, "{}  {name}", sha256(&bytes));
        }
    }
    Ok(list)
}
