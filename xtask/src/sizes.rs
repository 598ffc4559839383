//! The size budgets of the cold load: everything the browser fetches before the first question can be answered.

use std::collections::BTreeMap;
use std::path::Path;

use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup;

/// The most that the whole cold load may weigh, in bytes after brotli quality 11 (design.md, section 8).
const COLD_LOAD: usize = 350_000;
/// The most that the main wasm may weigh, in bytes after brotli quality 11 (design.md, section 8).
const MAIN_WASM: usize = 280_000;

/// Prints what each file of the cold load weighs and holds the sum to its budget.
///
/// # Errors
/// When the site cannot be read or a budget is exceeded.
pub(crate) fn check(dist: &Path) -> Result<(), Failure> {
    let files = cold_load(dist)?;
    let sizes = weigh(dist, &files)?;
    println!(
        "{:<40} {:>9} {:>9}",
        "file of the cold load", "bytes", "brotli 11"
    );
    for (name, size) in &sizes {
        println!("{name:<40} {:>9} {:>9}", size.raw, size.brotli);
    }
    let raw: usize = sizes.values().map(|it| it.raw).sum();
    let all: usize = sizes.values().map(|it| it.brotli).sum();
    println!("{:<40} {raw:>9} {all:>9}  (budget {COLD_LOAD})", "all");
    let wasm: usize = sizes
        .iter()
        .filter(|(name, _)| name.ends_with(".wasm"))
        .map(|(_, size)| size.brotli)
        .sum();
    println!(
        "{:<40} {:>9} {wasm:>9}  (budget {MAIN_WASM})",
        "main wasm", ""
    );
    within("the main wasm", wasm, MAIN_WASM)?;
    within("the cold load", all, COLD_LOAD)
}

fn within(what: &str, bytes: usize, budget: usize) -> Result<(), Failure> {
    if bytes <= budget {
        Ok(())
    } else {
        Err(Failure::TooHeavy {
            what: what.to_owned(),
            bytes,
            budget,
        })
    }
}

/// The page and every file it names, apart from what the browser or the application fetches later.
///
/// Later are the icons and the web manifest (the browser takes them after the page), what writes the copy files,
/// and all content that no question of the current edition needs: guidance, guides, topics, the sample, the other edition.
fn cold_load(dist: &Path) -> Result<Vec<String>, Failure> {
    let page = project::read_text(&dist.join("index.html"))?;
    let later = |name: &str| {
        name.starts_with("icons/")
            || name.starts_with("copy.")
            || name.ends_with(".webmanifest")
            || (name.starts_with("content/")
                && ![".first.", "2018.en.core."]
                    .iter()
                    .any(|it| name.contains(it)))
    };
    let mut files = vec!["index.html".to_owned()];
    for path in project::files_below(dist)? {
        let name = project::site_name(dist, &path);
        if name != "index.html" && page.contains(&name) && !later(&name) {
            files.push(name);
        }
    }
    Ok(files)
}

#[derive(Debug, PartialEq, Eq)]
struct Size {
    raw: usize,
    brotli: usize,
}

/// Asks node, which a release build has anyway, so that no compressor has to be compiled for this.
fn weigh(dist: &Path, files: &[String]) -> Result<BTreeMap<String, Size>, Failure> {
    let table = run::read(setup::node_script("weigh.mjs").arg(dist).args(files))?;
    table.lines().map(weighed).collect()
}

fn weighed(line: &str) -> Result<(String, Size), Failure> {
    let mut words = line.split('\t');
    let size = (|| {
        let name = words.next()?.to_owned();
        let raw = words.next()?.parse().ok()?;
        let brotli = words.next()?.parse().ok()?;
        Some((name, Size { raw, brotli }))
    })();
    size.ok_or_else(|| {
        Failure::site(format!(
            "the size script printed `{line}`, which is no file with two sizes"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_includes_its_last_byte() {
        assert_eq!(within("the cold load", 350_000, COLD_LOAD), Ok(()));
        assert!(within("the cold load", 350_001, COLD_LOAD).is_err());
    }

    #[test]
    fn the_size_table_is_read_by_columns() {
        let size = Size {
            raw: 120,
            brotli: 60,
        };
        assert_eq!(
            weighed("boot.1234abcd.js\t120\t60"),
            Ok(("boot.1234abcd.js".to_owned(), size))
        );
        assert!(weighed("warning: something").is_err());
    }
}
