//! Rules of this repository that no compiler knows, as tests: each names the file and the line that breaks it.

use std::path::{Path, PathBuf};

use crate::project::{files_below, read_text, root, site_name};
use crate::styles;

/// A text file of the repository: its path from the root, and its text.
struct Source {
    name: String,
    text: String,
}

impl Source {
    /// The lines that break a rule, as `name:line: text`.
    fn offences(&self, breaks: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.text.lines().enumerate().filter(|(_, it)| breaks(it));
        lines
            .map(|(number, it)| format!("{}:{}: {}", self.name, number + 1, it.trim()))
            .collect()
    }
}

/// All files with one of these extensions below these folders.
fn sources(folders: &[&str], extensions: &[&str]) -> Vec<Source> {
    let has_extension = |it: &Path| {
        it.extension()
            .is_some_and(|it| extensions.iter().any(|extension| it == *extension))
    };
    let paths = folders
        .iter()
        .flat_map(|it| files_below(&root().join(it)).unwrap())
        .filter(|it| has_extension(it));
    paths
        .map(|it| Source {
            name: site_name(root(), &it),
            text: read_text(&it).unwrap(),
        })
        .collect()
}

fn stylesheets() -> Vec<Source> {
    let sheets = styles::sheets(&root().join("style")).unwrap();
    let source = |it: PathBuf| Source {
        name: site_name(root(), &it),
        text: without_comments(&read_text(&it).unwrap()),
    };
    sheets.into_iter().map(source).collect()
}

/// CSS with its comments blanked out; line numbers stay as they are.
fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, from)) = rest.split_once("/*") {
        let (comment, after) = from.split_once("*/").unwrap_or((from, ""));
        plain.push_str(before);
        plain.extend(comment.chars().filter(|it| *it == '\n'));
        rest = after;
    }
    plain + rest
}

/// The classes that a stylesheet names, sorted.
fn classes(css: &str) -> Vec<String> {
    let part = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
    let mut found = Vec::new();
    for (at, _) in css.match_indices('.') {
        let name: String = css[at + 1..].chars().take_while(|it| part(*it)).collect();
        // A digit follows the dot of a number, as in `0.5rem`.
        if name.starts_with(|it: char| it.is_ascii_alphabetic()) {
            found.push(name);
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The classes that have a rule of their own directly in the layer of a stylesheet: neither inside a query nor with anything beside them.
fn bare_classes(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut depth = 0;
    let mut before = String::new();
    for it in css.chars() {
        match it {
            '{' | '}' => {
                if it == '{' && depth == 1 {
                    let selectors = before.split(',').map(str::trim);
                    let bare = selectors.filter(|it| it.starts_with('.'));
                    let alone = bare.filter(|it| !it.contains([' ', ':', '[', '>', '+', '~']));
                    found.extend(alone.map(|it| it[1..].to_owned()));
                }
                depth += if it == '{' { 1 } else { -1 };
                before.clear();
            }
            ';' => before.clear(),
            _ => before.push(it),
        }
    }
    found
}

/// Whether a text holds a word that is not part of a longer one, hyphens and underscores counted as letters.
fn has_word(text: &str, word: &str) -> bool {
    let part = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(part) && !text[at + word.len()..].starts_with(part))
}

fn assert_none(offences: &[String], rule: &str) {
    assert!(offences.is_empty(), "{rule}:\n{}", offences.join("\n"));
}

#[test]
fn views_set_no_style_attribute_and_no_markup_from_text() {
    // The content security policy blocks the first in the browser; `style:width=…` goes another way and is allowed.
    // The second would be a door for whatever an imported file holds.
    let banned = |line: &str| {
        line.contains(" style=") || line.contains("inner_html") || line.contains("set_inner_html")
    };
    let offences: Vec<_> = sources(&["src/web"], &["rs"])
        .iter()
        .flat_map(|it| it.offences(banned))
        .collect();
    assert_none(
        &offences,
        "use a class, `style:property=` or child elements",
    );
}

#[test]
fn colours_stand_in_the_tokens_file_only() {
    let functions = [
        "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color(",
    ];
    let raw = |line: &str| {
        // An id selector begins with the same sign and is just as unwanted.
        line.contains('#')
            || functions.iter().any(|it| line.contains(it))
            || ["white", "black"].iter().any(|it| has_word(line, it))
    };
    let mut sheets = stylesheets();
    sheets.retain(|it| it.name != "style/first/tokens.css");
    let offences: Vec<_> = sheets.iter().flat_map(|it| it.offences(raw)).collect();
    assert_none(
        &offences,
        "use a functional token of style/first/tokens.css, and classes instead of ids",
    );
}

#[test]
fn every_rule_lives_in_a_declared_layer() {
    let sheets = stylesheets();
    let (layers, rest) = sheets.split_first().unwrap();
    assert_eq!(layers.name, format!("style/{}", styles::LAYERS));
    let declared: Vec<&str> = layers
        .text
        .trim()
        .trim_start_matches("@layer")
        .trim_end_matches(';')
        .split(',')
        .map(str::trim)
        .collect();
    let mut offences = Vec::new();
    for Source { name, text } in rest {
        let mut depth = 0_i32;
        let mut outside = String::new();
        for it in text.chars() {
            match it {
                '{' if depth == 0 => {
                    let layer = outside.trim().strip_prefix("@layer ").unwrap_or_default();
                    if !declared.contains(&layer) {
                        offences.push(format!("{name}: {}", outside.trim()));
                    }
                    outside.clear();
                    depth = 1;
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 0 => outside.push(it),
                _ => {}
            }
        }
        if depth != 0 || !outside.trim().is_empty() {
            offences.push(format!(
                "{name}: braces do not match, or something stands outside all layers"
            ));
        }
    }
    assert_none(
        &offences,
        "wrap every rule in `@layer` with a name from style/first/layers.css",
    );
}

#[test]
fn important_is_never_needed() {
    let offences: Vec<_> = stylesheets()
        .iter()
        .flat_map(|it| it.offences(|line| line.contains("!important")))
        .collect();
    assert_none(&offences, "move the rule to a later layer instead");
}

#[test]
fn a_stylesheet_named_like_a_component_styles_its_block() {
    let sheets = stylesheets();
    let mut offences = Vec::new();
    for component in sources(&["src/web/components"], &["rs"]) {
        let file = component.name.rsplit('/').next().unwrap();
        let block = file.trim_end_matches(".rs").replace('_', "-");
        let sheet = sheets
            .iter()
            .find(|it| it.name.ends_with(&format!("/components/{block}.css")));
        if let Some(sheet) = sheet.filter(|it| !classes(&it.text).contains(&block)) {
            offences.push(format!("{} has no block .{block}", sheet.name));
        }
    }
    assert_none(
        &offences,
        "one component, one file, one block, all of the same name",
    );
}

#[test]
fn a_class_gets_its_look_from_one_stylesheet() {
    let mut looks: Vec<(String, String)> = Vec::new();
    let mut offences = Vec::new();
    for sheet in stylesheets() {
        let layer = sheet.text.split('{').next().unwrap_or_default().trim();
        let mut named = bare_classes(&sheet.text);
        named.sort();
        named.dedup();
        for class in named {
            let look = format!("{layer} .{class}");
            match looks.iter().find(|(other, _)| *other == look) {
                Some((_, first)) => offences.push(format!("{first}, {}: .{class}", sheet.name)),
                None => looks.push((look, sheet.name.clone())),
            }
        }
    }
    assert_none(
        &offences,
        "two things share a name, and the later stylesheet changes both; rename one",
    );
}

#[test]
fn every_class_that_is_styled_is_used() {
    let mut users = sources(&["src/web", "public"], &["rs", "js"]);
    users.push(Source {
        name: "index.html".to_owned(),
        text: read_text(&root().join("index.html")).unwrap(),
    });
    let mut offences = Vec::new();
    for sheet in stylesheets() {
        for class in classes(&sheet.text) {
            if !users.iter().any(|it| has_word(&it.text, &class)) {
                offences.push(format!("{}: .{class}", sheet.name));
            }
        }
    }
    assert_none(
        &offences,
        "remove the rules of classes that no view names, and write class names out in views",
    );
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not break its own rule.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("X", "XX"),
        concat!("#[ig", "nore"),
    ];
    let folders = ["src", "xtask", "tests", "style", "public", "content"];
    let all = sources(
        &folders,
        &["rs", "css", "js", "mjs", "toml", "ftl", "md", "json"],
    );
    let left = |line: &str| marks.iter().any(|it| line.contains(it));
    let offences: Vec<_> = all.iter().flat_map(|it| it.offences(left)).collect();
    assert_none(&offences, "do it, or open an issue");
}

#[test]
fn the_rules_read_css_as_browsers_do() {
    assert_eq!(without_comments("a{}/* #fff\n*/b{}"), "a{}\nb{}");
    assert_eq!(
        classes(".card__title:hover { margin: 0.5rem } .card { }"),
        ["card", "card__title"]
    );
    let nested = "@layer a { .b, .c:hover, .d .e { x: y } @media z { .f { x: y } } .g { x: y } }";
    assert_eq!(bare_classes(nested), ["b", "g"]);
    assert!(has_word("class=\"card card__title\"", "card"));
    assert!(!has_word("class=\"card__title\"", "card"));
}
