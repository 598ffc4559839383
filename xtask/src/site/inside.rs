//! The single file and the list of hashes: that they hold what they say.

use std::collections::BTreeSet;
use std::path::Path;

use crate::failure::Failure;
use crate::finish::single::{self, attribute};
use crate::finish::sums;
use crate::project;

/// What is wrong with the single file: code that its policy does not name, or an address that leads out of it.
pub(super) fn of_single_file(page: &str) -> Vec<String> {
    let mut offences = Vec::new();
    let named: BTreeSet<&str> = page
        .match_indices("'sha256-")
        .filter_map(|(at, _)| page[at..].get(..53))
        .collect();
    let mut found = 0;
    for (start, end) in [("<script", "</script>"), ("<style", "</style>")] {
        for (at, _) in page.match_indices(start) {
            let element = &page[at..];
            let Some((tag, rest)) = element.split_once('>') else {
                continue;
            };
            // A tag without its text: such words stand inside the scripts too.
            if !tag[start.len()..].is_empty() && !tag[start.len()..].starts_with(' ') {
                continue;
            }
            if attribute(tag, "type").as_deref() == Some("text/plain") {
                continue;
            }
            let text = rest.split(end).next().unwrap_or_default();
            found += 1;
            if !named.contains(single::hash(text).as_str()) {
                offences.push(format!(
                    "{} holds {start}> of {} bytes that its policy does not name",
                    single::NAME,
                    text.len()
                ));
            }
            if attribute(&format!("{tag}>"), "src").is_some() {
                offences.push(format!(
                    "{} has {tag}>, which asks for another file",
                    single::NAME
                ));
            }
        }
    }
    if found != named.len() {
        offences.push(format!(
            "the policy of {} names {} hashes for {found} scripts and styles",
            single::NAME,
            named.len()
        ));
    }
    for part in [
        "connect-src 'none'",
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        if !page.contains(part) {
            offences.push(format!("the policy of {} lost {part}", single::NAME));
        }
    }
    if page.contains("rel=manifest") || page.contains("preload") {
        offences.push(format!(
            "{} asks for a file that only a site has",
            single::NAME
        ));
    }
    offences
}

/// What is wrong with the list of hashes beside the site.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn of_sums(dist: &Path) -> Result<Vec<String>, Failure> {
    let written = project::read_text(&dist.join(sums::NAME))?;
    let there = sums::of(dist)?;
    let (written, there): (BTreeSet<&str>, BTreeSet<&str>) =
        (written.lines().collect(), there.lines().collect());
    Ok(written
        .symmetric_difference(&there)
        .map(|it| format!("{} and the site do not agree: {it}", sums::NAME))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(script: &str, hashed: &str) -> String {
        format!(
            "<meta content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; connect-src 'none'; form-action 'none'; base-uri 'none'\">\
             <script>{script}</script><script data-file=\"a\" type=text/plain>xyz</script>",
            single::hash(hashed)
        )
    }

    #[test]
    fn only_code_that_the_policy_names_is_in_the_single_file() {
        assert_eq!(of_single_file(&page("go()", "go()")), Vec::<String>::new());
        assert_eq!(
            of_single_file(&page("went()", "go()")),
            ["waymark.html holds <script> of 6 bytes that its policy does not name"]
        );
    }
}
