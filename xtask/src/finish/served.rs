//! A development build, whose content can be exchanged while it is served.
//!
//! Beside the page lies the page before it got its content, and a record of the sources that its content was made of.
//! The record is about one page and no other: where trunk has put another in its place meanwhile, the sources count as unknown.

use std::fs;
use std::path::Path;

use super::names::sha256;
use super::{Site, put_content};
use crate::failure::Failure;
use crate::project;

/// The page before it got its content.
const BARE_PAGE: &str = "serve/page.html";
/// The script that reloads the page.
const RELOAD: &str = "serve/reload.js";
/// The hash of the page in the first line, and the state of the sources in all others.
const RECORD: &str = "serve/record.txt";

/// Finishes a development build with its content, which was compiled from sources in this state.
///
/// It has no build id, by which the application knows that it should register no worker.
/// It gets the worker that removes itself, because its port may have served a release before.
///
/// # Errors
/// When a file cannot be read or written, or the page is not as expected.
pub(super) fn add(site: &mut Site, compiled: &Path, sources: &str) -> Result<(), Failure> {
    let killer = project::root().join("public").join("sw-kill.js");
    project::write(&site.folder.join("sw.js"), project::read_text(&killer)?)?;
    project::write(&site.folder.join(RELOAD), include_str!("reload.js"))?;
    site.fill("__BUILD_ID__", "")?;
    site.page = reloading(&site.page)?;
    project::write(&site.folder.join(BARE_PAGE), &site.page)?;
    exchange(&site.folder, compiled, sources)
}

/// Puts content into a development build, in the place of what it had. The sources are those that it was compiled from.
///
/// The files of before stay: a page that is still open may ask for one of them.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn exchange(folder: &Path, compiled: &Path, sources: &str) -> Result<(), Failure> {
    let mut site = Site {
        folder: folder.to_owned(),
        page: project::read_text(&folder.join(BARE_PAGE))?,
    };
    put_content(&mut site, compiled)?;
    // Renamed, so that nobody is served half of it.
    let (half, page) = (folder.join("serve/half.html"), folder.join("index.html"));
    project::write(&half, &site.page)?;
    fs::rename(&half, &page).map_err(|why| Failure::file(&page, &why))?;
    let hash = sha256(site.page.as_bytes());
    project::write(&folder.join(RECORD), format!("{hash}\n{sources}"))
}

/// The state of the sources that the content of a development build was made of: empty where that is not known.
///
/// `None` where there is no build, or none whose content can be exchanged.
pub(crate) fn sources(folder: &Path) -> Option<String> {
    let page = fs::read(folder.join("index.html")).ok()?;
    if !folder.join(BARE_PAGE).exists() {
        return None;
    }
    let record = fs::read_to_string(folder.join(RECORD)).unwrap_or_default();
    let (hash, sources) = record.split_once('\n').unwrap_or_default();
    let its_own = hash == sha256(&page);
    Some(if its_own {
        sources.to_owned()
    } else {
        String::new()
    })
}

/// The page with the script that reloads it.
fn reloading(page: &str) -> Result<String, Failure> {
    // Only a release is minified: in a development build the tag stands as it was written.
    if !page.contains("</head>") {
        return Err(Failure::site(
            "index.html has no </head> to put a script before",
        ));
    }
    Ok(page.replace(
        "</head>",
        &format!("<script src=\"./{RELOAD}\" defer></script></head>"),
    ))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// A folder of one test, taken away with it.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder =
                std::env::temp_dir().join(format!("waymark-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn holding(self, name: &str, text: &str) -> Self {
            project::write(&self.0.join(name), text).unwrap();
            self
        }

        fn read(&self, name: &str) -> String {
            project::read_text(&self.0.join(name)).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    const PAGE: &str = "<head></head>[[a]] __FIRST__ __CONTENT__ __BUILD_ID__";

    fn compiled(name: &str, text: &str) -> Folder {
        let first = format!("{{\"messages\":{{\"plain\":{{\"a\":\"{text}\"}}}}}}");
        Folder::new(name)
            .holding("en.first.json", &first)
            .holding("2018.en.core.json", "{}")
    }

    fn built(name: &str, content: &Folder) -> Folder {
        let folder = Folder::new(name);
        let mut site = Site {
            folder: folder.0.clone(),
            page: PAGE.to_owned(),
        };
        add(&mut site, &content.0, "a.toml 1 5\n").unwrap();
        folder
    }

    #[test]
    fn other_content_takes_the_place_of_what_was_served() {
        let before = compiled("content-before", "Old");
        let after = compiled("content-after", "New");
        let served = built("exchanged", &before);
        let old = served.read("index.html");
        assert!(
            old.contains("Old") && old.contains("serve/reload.js"),
            "{old}"
        );
        assert_eq!(sources(&served.0).as_deref(), Some("a.toml 1 5\n"));

        exchange(&served.0, &after.0, "a.toml 1 6\n").unwrap();
        let new = served.read("index.html");
        assert!(new.contains("New") && !new.contains("Old"), "{new}");
        assert_eq!(sources(&served.0).as_deref(), Some("a.toml 1 6\n"));
        for page in [old, new] {
            let mut named = page
                .split('"')
                .filter(|it| it.starts_with("content/en.first."));
            assert!(served.0.join(named.next().unwrap()).exists(), "{page}");
        }
    }

    #[test]
    fn a_page_that_the_record_does_not_know_is_of_unknown_content() {
        let content = compiled("content-unknown", "Old");
        let served = built("unknown", &content).holding("index.html", "another");
        assert_eq!(sources(&served.0).as_deref(), Some(""));
    }

    #[test]
    fn without_a_build_there_is_nothing_to_exchange() {
        let nothing = Folder::new("nothing");
        assert_eq!(sources(&nothing.0), None);
        let release = Folder::new("release").holding("index.html", "<p>");
        assert_eq!(sources(&release.0), None);
    }

    #[test]
    fn a_page_without_its_head_stops_the_build() {
        let failure = reloading("<p>").map_err(|it| it.to_string());
        let sentence = "index.html has no </head> to put a script before".to_owned();
        assert_eq!(failure, Err(sentence));
    }
}
