//! The words of the page itself, for whoever sees it before the application: taken from the content like all others.

use std::path::Path;

use serde_json::Value;

use super::Site;
use crate::failure::Failure;
use crate::project;

/// Puts the texts of the first content in the place of their keys, which stand in the page as `[[key]]`.
///
/// # Errors
/// When the content cannot be read or has no such text.
pub(super) fn fill(site: &mut Site, compiled: &Path) -> Result<(), Failure> {
    let file = compiled.join("en.first.json");
    let content: Value = serde_json::from_str(&project::read_text(&file)?)
        .map_err(|why| Failure::site(format!("{}: {why}", file.display())))?;
    site.page = filled(&site.page, |key| {
        content
            .pointer("/messages/plain")
            .and_then(|it| it.get(key)?.as_str())
    })?;
    Ok(())
}

fn filled<'a>(page: &str, text: impl Fn(&str) -> Option<&'a str>) -> Result<String, Failure> {
    let mut made = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, behind)) = rest.split_once("[[") {
        let (key, after) = behind
            .split_once("]]")
            .ok_or_else(|| Failure::site("index.html has a [[ without its ]]"))?;
        let text = text(key).ok_or_else(|| {
            Failure::site(format!(
                "index.html asks for the text {key}, which is not under content/en/ui/first"
            ))
        })?;
        made.push_str(before);
        made.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
        rest = after;
    }
    made.push_str(rest);
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Result<String, String> {
        let text_of = |key: &str| (key == "a").then_some("x < y & z");
        filled(text, text_of).map_err(|it| it.to_string())
    }

    #[test]
    fn a_text_takes_the_place_of_its_key() {
        assert_eq!(
            page("<p>[[a]]</p>").as_deref(),
            Ok("<p>x &lt; y &amp; z</p>")
        );
    }

    #[test]
    fn an_unknown_text_and_an_open_bracket_stop_the_build() {
        let unknown = "index.html asks for the text b, which is not under content/en/ui/first";
        assert_eq!(page("[[b]]"), Err(unknown.to_owned()));
        let open = "index.html has a [[ without its ]]";
        assert_eq!(page("[[a"), Err(open.to_owned()));
    }
}
