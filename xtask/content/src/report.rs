//! The report for authors, and the rules that hold over all texts together.

use std::path::Path;

use waymark::catalog::Confidence;
use waymark::catalog::compiler::Content;

use crate::duplicates::{self, Pair};
use crate::readability;
use crate::spelling::Speller;
use crate::terms;
use crate::texts::Text;

/// How many of a long list are shown.
const SHOWN: usize = 20;

/// What breaks a rule that holds over all texts: spelling, and the same text twice in one edition.
///
/// The compiler has refused forbidden phrases, broken links and missing texts by then.
///
/// # Errors
///
/// A sentence for authors where the dictionaries cannot be read.
pub(crate) fn broken_rules(
    packages: &Path,
    content: &Path,
    texts: &[Text],
) -> Result<Vec<String>, String> {
    let mut broken = Speller::read(packages, content)?.check(content, texts);
    let pairs = duplicates::pairs(texts);
    let twice = pairs
        .iter()
        .filter(|it| it.is_exact() && !it.is_across_editions());
    broken.extend(twice.map(|it| {
        format!(
            "{}: the same text stands at {}; say what is different, or ask it once",
            it.second.place(),
            it.first.place()
        )
    }));
    Ok(broken)
}

/// The report, for a terminal.
pub(crate) fn text(content: &Content, texts: &[Text]) -> String {
    let pairs = duplicates::pairs(texts);
    [
        confidence(content),
        heading("Readability"),
        readability::report(texts, SHOWN),
        heading("Terms"),
        glossary(content, texts),
        heading("Texts that are nearly the same"),
        near(&pairs),
        heading("Links"),
        "Every link in topics leads to a clause, a topic or a page; the compiler refuses others.\n"
            .to_owned(),
        heading("Spelling and phrases"),
    ]
    .concat()
}

fn heading(title: &str) -> String {
    format!("\n{title}\n{}\n", "-".repeat(title.len()))
}

fn confidence(content: &Content) -> String {
    let mut out = heading("How far the questions are confirmed");
    for it in &content.editions {
        let requirements = &it.catalog.requirements;
        let of = |mark| {
            requirements
                .iter()
                .filter(|it| it.confidence == mark)
                .count()
        };
        out.push_str(&format!(
            "{}: {} at least twice, {} once, {} by professional knowledge only, of {}\n",
            it.catalog.edition.key(),
            of(Confidence::Sure),
            of(Confidence::Likely),
            of(Confidence::Check),
            requirements.len()
        ));
        let check = requirements
            .iter()
            .filter(|it| it.confidence == Confidence::Check);
        let ids: Vec<&str> = check.map(|it| it.id.as_str()).collect();
        if !ids.is_empty() {
            out.push_str(&format!("  still to be compared: {}\n", ids.join(", ")));
        }
    }
    out
}

fn glossary(content: &Content, texts: &[Text]) -> String {
    let found = terms::compare(&content.learn.glossary, texts);
    let mut out = format!("{} terms in the glossary\n", content.learn.glossary.len());
    out.push_str(&format!("Used by no text: {}\n", listed(&found.unused)));
    let counted = |it: &(String, usize)| format!("{} ({})", it.0, it.1);
    let missing: Vec<String> = found.missing.iter().take(SHOWN).map(counted).collect();
    out.push_str(&format!(
        "Often in texts and not in the glossary: {}\n",
        listed(&missing)
    ));
    let spellings = found.spellings.iter().map(|it| {
        let forms: Vec<String> = it.iter().map(counted).collect();
        forms.join(" / ")
    });
    let spellings: Vec<String> = spellings.collect();
    out.push_str(&format!("In two spellings: {}\n", listed(&spellings)));
    out
}

fn listed(items: &[String]) -> String {
    if items.is_empty() {
        "none".to_owned()
    } else {
        items.join(", ")
    }
}

fn near(pairs: &[Pair<'_>]) -> String {
    let (across, within): (Vec<_>, Vec<_>) = pairs.iter().partition(|it| it.is_across_editions());
    let mut out = String::new();
    for (title, pairs) in [
        ("Within an edition", within),
        ("Across the editions", across),
    ] {
        out.push_str(&format!("{title}: {}\n", pairs.len()));
        for it in pairs.iter().take(SHOWN) {
            let share = (it.share * 100.0).round();
            out.push_str(&format!(
                "{share:>4} %  {}  and  {}\n",
                it.first.place(),
                it.second.place()
            ));
        }
    }
    out
}
