//! The glossary against the texts: terms that nobody uses, terms that are missing, and one term in two spellings.

use std::collections::{BTreeMap, BTreeSet};

use waymark::catalog::learn::Term;

use crate::texts::Text;

/// A pair of words that stands so often is a term of the texts.
const OFTEN: usize = 25;

/// Words that make a pair of words a term when they end it: what the trade gives names to.
const HEADS: [&str; 22] = [
    "agreement",
    "audit",
    "body",
    "catalogue",
    "change",
    "component",
    "incident",
    "information",
    "item",
    "level",
    "management",
    "objective",
    "party",
    "plan",
    "policy",
    "procedure",
    "programme",
    "record",
    "request",
    "requirement",
    "review",
    "supplier",
];

/// What can be said about the terms.
pub(crate) struct Terms {
    pub(crate) unused: Vec<String>,
    /// Pairs of words that stand often and are no term, with how often.
    pub(crate) missing: Vec<(String, usize)>,
    /// Spellings of one word, each with how often.
    pub(crate) spellings: Vec<Vec<(String, usize)>>,
}

/// Holds the texts to the glossary.
pub(crate) fn compare(glossary: &[Term], texts: &[Text]) -> Terms {
    let running: Vec<Vec<String>> = texts
        .iter()
        .filter(|it| !it.file.ends_with("glossary.toml"))
        .map(|it| tokens(&it.words))
        .collect();
    let all: String = running
        .iter()
        .map(|it| format!(" {} ", it.join(" ")))
        .collect();
    let forms = |it: &Term| -> Vec<String> {
        std::iter::once(&it.name)
            .chain(&it.also)
            .map(|it| it.to_lowercase())
            .collect()
    };
    let unused = glossary
        .iter()
        .filter(|it| !forms(it).iter().any(|it| all.contains(&format!(" {it} "))))
        .map(|it| it.name.clone())
        .collect();
    let known: BTreeSet<String> = glossary.iter().flat_map(forms).collect();
    let mut pairs: BTreeMap<String, usize> = BTreeMap::new();
    for pair in running.iter().flat_map(|it| it.windows(2)) {
        if let [first, second] = pair
            && HEADS.contains(&second.as_str())
            && first.chars().count() > 4
        {
            *pairs.entry(format!("{first} {second}")).or_default() += 1;
        }
    }
    let is_known = |pair: &str| known.iter().any(|it| it.contains(pair));
    let mut missing: Vec<(String, usize)> = pairs
        .into_iter()
        .filter(|(pair, count)| *count >= OFTEN && !is_known(pair))
        .collect();
    missing.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Terms {
        unused,
        missing,
        spellings: spellings(&running),
    }
}

/// Words and numbers: "part 1" is a term.
fn tokens(text: &str) -> Vec<String> {
    let joins = |it: char| it.is_alphanumeric() || matches!(it, '-' | '\'');
    text.split(|it| !joins(it))
        .map(|it| {
            it.trim_matches(|it: char| !it.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|it| !it.is_empty())
        .collect()
}

/// `hand-over`, `hand over` and `handover` are one word in three spellings. Two words beside each other are often only that, so they
/// count where a hyphen joins them somewhere and one word does elsewhere.
fn spellings(running: &[Vec<String>]) -> Vec<Vec<(String, usize)>> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for word in running.iter().flatten() {
        *count.entry(word).or_default() += 1;
    }
    let with_hyphen = count.iter().filter(|(word, _)| word.contains('-'));
    with_hyphen
        .filter_map(|(word, times)| {
            let joined = word.replace('-', "");
            let other = count.get(joined.as_str())?;
            Some(vec![((*word).to_owned(), *times), (joined, *other)])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Text {
        Text {
            file: "en/2018/a.toml".to_owned(),
            id: String::new(),
            field: String::new(),
            words: words.to_owned(),
        }
    }

    #[test]
    fn two_spellings_of_a_word_are_found() {
        let found = compare(
            &[],
            &[text("The hand-over is agreed. A handover is a handover.")],
        );
        assert_eq!(
            found.spellings,
            [[("hand-over".to_owned(), 1), ("handover".to_owned(), 2)]]
        );
    }

    #[test]
    fn a_term_that_stands_often_belongs_into_the_glossary() {
        let texts: Vec<Text> = (0..OFTEN)
            .map(|_| text("Each internal audit counts."))
            .collect();
        assert_eq!(
            compare(&[], &texts).missing,
            [("internal audit".to_owned(), OFTEN)]
        );
        assert!(compare(&[], &texts[1..]).missing.is_empty());
    }
}
