//! Where things are in this repository, and the versions its files pin.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The compilation target of the application.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest)
}

/// Where the commands keep files that are made on the way: never committed, safe to delete.
pub(crate) fn workshop() -> PathBuf {
    root().join("target").join("waymark")
}

/// The finished site that `build` writes and a host uploads.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Where installed tools live: `$XDG_CACHE_HOME/waymark/tools`, or `~/.cache/waymark/tools`.
pub(crate) fn tool_cache() -> PathBuf {
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|it| it.is_absolute())
        .or_else(|| env::home_dir().map(|it| it.join(".cache")))
        .unwrap_or_else(|| root().join("target"))
        .join("waymark")
        .join("tools")
}

/// The version that `Cargo.lock` pins for a package, taken from the lock file's text.
///
/// # Errors
/// When the lock file cannot be read or does not name the package.
pub(crate) fn locked_version(package: &str) -> Result<String, Failure> {
    let path = root().join("Cargo.lock");
    let lock = read_text(&path)?;
    version_in_lock(&lock, package).ok_or_else(|| {
        Failure::site(format!(
            "Cargo.lock does not name the package {package}; run `cargo update -w`"
        ))
    })
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|it| *it != name);
    lines.next()?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_owned)
}

/// Reads a text file, naming it in the error.
///
/// # Errors
/// When the file cannot be read as UTF-8.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|why| Failure::file(path, &why))
}

/// Writes a file and the folders above it, naming the path in the error.
///
/// # Errors
/// When a folder or the file cannot be written.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|why| Failure::file(folder, &why))?;
    }
    fs::write(path, bytes).map_err(|why| Failure::file(path, &why))
}

/// All files below a folder, sorted by path, so that whatever is made from them comes out the same on every machine.
///
/// # Errors
/// When a folder cannot be listed.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).map_err(|why| Failure::file(&folder, &why))?;
        for entry in entries {
            let path = entry.map_err(|why| Failure::file(&folder, &why))?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The name under which the site knows one of its files: relative to the site's folder, with forward slashes.
pub(crate) fn site_name(site: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(site).unwrap_or(file);
    let parts: Vec<_> = relative.iter().map(|it| it.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn the_lock_file_gives_the_exact_version_of_a_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(lock, "wasm-bindgen-cli"), None);
    }
}
