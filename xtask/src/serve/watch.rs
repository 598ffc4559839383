//! The content's half of the development server: compiles what authors change and puts it into the page that trunk serves.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::changes::{self, Look};
use crate::content;
use crate::failure::Failure;
use crate::finish::served;

/// How long it waits between two looks. A change is taken up at the second look that finds it, when it has settled.
const PAUSE: Duration = Duration::from_millis(250);

/// Returns when the content compiles; until then it prints what is wrong after each change.
///
/// A server that began with broken content would have no good build to keep.
///
/// # Errors
/// When the folder of the content cannot be read.
pub(super) fn until_content_compiles() -> Result<(), Failure> {
    loop {
        let tried = changes::sources()?;
        let Err(failure) = content::compile(&content::place()) else {
            return Ok(());
        };
        println!("\n{failure}\nThe server starts as soon as the content is corrected");
        while changes::sources().is_ok_and(|now| now == tried) {
            thread::sleep(PAUSE);
        }
    }
}

/// Keeps the content of the served folder true to its sources, until the program ends.
pub(super) fn keep(folder: &Path) {
    let mut before = String::new();
    let mut refused = None;
    loop {
        thread::sleep(PAUSE);
        // A file that goes away while it is looked at: an editor puts a new one in its place.
        let Ok(now) = changes::sources() else {
            continue;
        };
        let served = served::sources(folder);
        let look = Look {
            now: &now,
            before: &before,
            served: served.as_deref(),
            refused: refused.as_deref(),
        };
        if look.calls_for_compiling() {
            let changed = changes::between(served.as_deref().unwrap_or_default(), &now);
            refused = match exchange(folder, &now, &changed) {
                Ok(()) => None,
                Err(failure) => {
                    println!(
                        "{failure}\nThe last good build stays where it is until this is corrected\n"
                    );
                    Some(now.clone())
                }
            };
        }
        before = now;
    }
}

/// Compiles the content and puts it into the served page.
fn exchange(folder: &Path, sources: &str, changed: &[&str]) -> Result<(), Failure> {
    println!("\n{}", summary(changed));
    #[expect(
        clippy::disallowed_methods,
        reason = "these commands run natively, where there is a clock"
    )]
    let start = Instant::now();
    let _alone = content::alone()?;
    content::compile(&content::place())?;
    served::exchange(folder, &content::place(), sources)?;
    println!(
        "The page has it after {:.1} s",
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Says what has changed: the file where it is one, otherwise how many.
fn summary(changed: &[&str]) -> String {
    match changed {
        [one] => format!("{one} has changed"),
        many => format!("{} files of the content have changed", many.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn one_changed_file_is_named_and_several_are_counted() {
        assert_eq!(summary(&["content/a.toml"]), "content/a.toml has changed");
        let two = ["content/a.toml", "content/b.ftl"];
        assert_eq!(summary(&two), "2 files of the content have changed");
    }
}
