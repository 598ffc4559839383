//! Which code a result belongs to: runs add up only as long as the code that stores has not changed.

use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::project::{files_below, read_text, root, site_name};

/// What writes records to the media and reads them again.
const STORE: [&str; 13] = [
    "public/copy.js",
    "src/storage/batch.rs",
    "src/storage/copy.rs",
    "src/storage/copy",
    "src/storage/history.rs",
    "src/storage/media.rs",
    "src/storage/reconcile.rs",
    "src/storage/record.rs",
    "src/storage/sealed.rs",
    "src/storage/state.rs",
    "src/storage/vault.rs",
    "src/storage/vault",
    "src/web/vault",
];

/// What hands edits over and decides what the header says of them.
const PAGE: [&str; 4] = [
    "public/boot.js",
    "src/web/vault.rs",
    "src/web/session.rs",
    "src/web/components/draft.rs",
];

/// The code that a result belongs to, as `<store>-<page>`: two short checksums, without comments and empty lines.
///
/// They are apart because the second also holds much that stores nothing, such as what the recovery page asks for:
/// the table adds up what has the same store, and says how much of it was seen with the present page.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn checksum() -> Result<String, Failure> {
    Ok(format!("{}-{}", of(&STORE)?, of(&PAGE)?))
}

fn of(places: &[&str]) -> Result<String, Failure> {
    let mut digest = Sha256::new();
    for place in places {
        let path = root().join(place);
        let files: Vec<PathBuf> = if path.is_dir() {
            files_below(&path)?
        } else {
            vec![path]
        };
        for file in files {
            digest.update(site_name(root(), &file));
            digest.update(without_comments(&read_text(&file)?));
        }
    }
    let digest = digest.finalize();
    Ok(digest
        .iter()
        .take(6)
        .map(|it| format!("{it:02x}"))
        .collect())
}

/// The lines that are compiled: better words for the same code must not make its proof void.
fn without_comments(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|it| !it.is_empty() && !it.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::{checksum, without_comments};

    #[test]
    fn comments_and_empty_lines_do_not_count() {
        assert_eq!(
            without_comments("//! About.\n\nfn a() {\n    // Why.\n    b();\n}\n"),
            "fn a() {\nb();\n}"
        );
    }

    #[test]
    fn the_code_has_a_checksum_for_the_store_and_one_for_the_page() {
        let checksum = checksum().unwrap();
        let (store, page) = checksum.split_once('-').unwrap();
        assert_eq!((store.len(), page.len()), (12, 12));
    }
}
