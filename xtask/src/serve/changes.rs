//! What a change of a file leads to while the development server runs.
//!
//! The content is compiled by itself and put into the page that is served; everything else is trunk's part, by the list in `Trunk.toml`.
//! The files are looked at again and again instead of being told of by the system: there are few, and it works alike everywhere.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::failure::Failure;
use crate::project;

/// The folder of the texts and their structure.
const CONTENT: &str = "content";

/// The kinds of files that the content compiler reads. The other ones there are for authors: their guide and the words of the dictionary.
const COMPILED: [&str; 5] = ["ftl", "json", "md", "toml", "tsv"];

/// Whether a change of this file, named from the root of the repository, makes other content.
///
/// Editors leave files of their own beside those they write: hidden ones, and copies whose names end in a tilde.
pub(super) fn makes_content(name: &str) -> bool {
    let Some(below) = name
        .strip_prefix(CONTENT)
        .and_then(|it| it.strip_prefix('/'))
    else {
        return false;
    };
    let hidden = below.split('/').any(|it| it.starts_with('.'));
    let extension = below.rsplit_once('.').map_or("", |(_, it)| it);
    !hidden && below != "README.md" && COMPILED.contains(&extension)
}

/// The state of everything that content is made of: a line for each file with its name, size and time of change.
///
/// # Errors
/// When a file goes away while it is looked at, as it does when an editor puts a new one in its place: look again.
pub(crate) fn sources() -> Result<String, Failure> {
    let mut state = String::new();
    for path in project::files_below(&project::root().join(CONTENT))? {
        let name = project::site_name(project::root(), &path);
        if makes_content(&name) {
            // Writing to a string cannot fail.
            let _ = writeln!(state, "{name} {}", stamp(&path)?);
        }
    }
    Ok(state)
}

/// The size of a file in bytes and its time of change in nanoseconds.
fn stamp(path: &Path) -> Result<String, Failure> {
    let failed = |why: std::io::Error| Failure::file(path, &why);
    let about = fs::metadata(path).map_err(failed)?;
    let changed = about.modified().map_err(failed)?;
    let time = changed.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("{} {}", about.len(), time.as_nanos()))
}

/// The names of the files in which two states differ, in the order of their names; those that came and those that went count too.
pub(super) fn between<'a>(before: &'a str, now: &'a str) -> Vec<&'a str> {
    let name = |line: &'a str| line.split(' ').next().unwrap_or(line);
    let only = |these: &'a str, those: &str| -> Vec<&'a str> {
        let others: Vec<&str> = those.lines().collect();
        these
            .lines()
            .filter(|it| !others.contains(it))
            .map(name)
            .collect()
    };
    let mut names = only(now, before);
    names.extend(only(before, now));
    names.sort_unstable();
    names.dedup();
    names
}

/// What one look at the sources found.
pub(super) struct Look<'a> {
    /// The state of the sources.
    pub(super) now: &'a str,
    /// Their state at the look before.
    pub(super) before: &'a str,
    /// The state of which the served page was made: empty where that is not known, `None` where no page is served yet.
    pub(super) served: Option<&'a str>,
    /// The state that the compiler refused last.
    pub(super) refused: Option<&'a str>,
}

impl Look<'_> {
    /// Whether the content has to be compiled now.
    ///
    /// Not while files are still being written, and not a second time for what was refused: its reasons have been printed.
    pub(super) fn calls_for_compiling(&self) -> bool {
        self.now == self.before
            && self.served.is_some_and(|it| it != self.now)
            && self.refused != Some(self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What trunk watches, as `Trunk.toml` lists it.
    fn watched_by_trunk() -> Vec<String> {
        let settings = project::read_text(&project::root().join("Trunk.toml")).unwrap();
        let line = settings.lines().find(|it| it.starts_with("watch = "));
        let list = line.unwrap().split('"').skip(1).step_by(2);
        list.map(str::to_owned).collect()
    }

    #[test]
    fn each_change_is_the_part_of_either_trunk_or_the_content() {
        let watched = watched_by_trunk();
        let trunks = |name: &str| {
            watched
                .iter()
                .any(|it| Path::new(name).starts_with(Path::new(it)))
        };
        for name in [
            "content/2018/04.toml",
            "content/2018/points.tsv",
            "content/en/learn/order.toml",
            "content/en/2018/sample.json",
            "content/en/learn/what.md",
            "content/en/ui/first/start.ftl",
            "content/mapping.toml",
        ] {
            assert!(makes_content(name) && !trunks(name), "{name}");
        }
        for name in [
            "Cargo.toml",
            "index.html",
            "public/boot.js",
            "src/catalog.rs",
            "src/web/pages.rs",
            "style/tokens.css",
        ] {
            assert!(trunks(name) && !makes_content(name), "{name}");
        }
        for name in [
            "README.md",
            "content/README.md",
            "content/en/.04.toml.swp",
            "content/en/.git/a.toml",
            "content/en/2018/04.toml~",
            "content/en/words.txt",
            "contents/a.toml",
            "docs/proof.md",
            "xtask/src/main.rs",
        ] {
            assert!(!makes_content(name) && !trunks(name), "{name}");
        }
    }

    #[test]
    fn every_file_of_the_content_is_compiled_or_for_authors() {
        let files = project::files_below(&project::root().join(CONTENT)).unwrap();
        let names = files
            .iter()
            .map(|it| project::site_name(project::root(), it));
        let left: Vec<String> = names.filter(|it| !makes_content(it)).collect();
        assert_eq!(left, ["content/README.md", "content/en/words.txt"]);
    }

    #[test]
    fn content_is_compiled_once_for_each_settled_change() {
        let cases = [
            ("nothing is served yet", "a", "a", None, None, false),
            (
                "what is served is up to date",
                "a",
                "a",
                Some("a"),
                None,
                false,
            ),
            (
                "a file is still being written",
                "b",
                "a",
                Some("a"),
                None,
                false,
            ),
            ("a change has settled", "b", "b", Some("a"), None, true),
            ("it was refused", "b", "b", Some("a"), Some("b"), false),
            ("it was corrected", "c", "c", Some("a"), Some("b"), true),
            ("it was taken back", "a", "a", Some("a"), Some("b"), false),
            (
                "the page is of unknown content",
                "a",
                "a",
                Some(""),
                None,
                true,
            ),
        ];
        for (what, now, before, served, refused, expected) in cases {
            let look = Look {
                now,
                before,
                served,
                refused,
            };
            assert_eq!(look.calls_for_compiling(), expected, "{what}");
        }
    }

    #[test]
    fn the_changed_files_are_named() {
        let before = "content/a.toml 1 5\ncontent/b.ftl 2 5\ncontent/c.md 3 5\n";
        let now = "content/b.ftl 2 6\ncontent/c.md 3 5\ncontent/d.md 3 5\n";
        let names = ["content/a.toml", "content/b.ftl", "content/d.md"];
        assert_eq!(between(before, now), names);
        assert!(between(now, now).is_empty());
    }

    #[test]
    fn a_written_file_is_another_state() {
        let folder = std::env::temp_dir().join(format!("waymark-stamp-{}", std::process::id()));
        let file = folder.join("a.toml");
        project::write(&file, "one").unwrap();
        let before = stamp(&file).unwrap();
        project::write(&file, "three").unwrap();
        let after = stamp(&file).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_ne!(before, after);
        assert!(stamp(&file).is_err());
    }
}
