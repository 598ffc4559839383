//! Texts that stand twice, and texts that nearly do.

use std::collections::{BTreeMap, BTreeSet};

use crate::texts::{Text, words};

/// Shorter texts may stand twice: titles, names of documents, one-line proofs.
const LEAST_WORDS: usize = 12;

/// From this share of common runs of three words on, two texts say the same in the same words.
///
/// Measured on the content: pairs above it differ in a noun or two, pairs below it share a phrase of the trade.
const NEARLY: f64 = 0.6;

/// Two texts, and how much they share: 1 where they are the same.
pub(crate) struct Pair<'a> {
    pub(crate) first: &'a Text,
    pub(crate) second: &'a Text,
    pub(crate) share: f64,
}

impl Pair<'_> {
    pub(crate) fn is_exact(&self) -> bool {
        self.share >= 1.0
    }

    /// Whether the two stand in different editions, where the same duty may well be asked in the same words.
    pub(crate) fn is_across_editions(&self) -> bool {
        let edition = |it: &Text| it.file.split('/').nth(1).map(str::to_owned);
        edition(self.first) != edition(self.second)
    }
}

/// All pairs of texts that are the same or nearly so, the closest first.
pub(crate) fn pairs(texts: &[Text]) -> Vec<Pair<'_>> {
    let runs: Vec<(&Text, BTreeSet<String>)> = texts
        .iter()
        .filter(|it| it.file.ends_with(".toml") && words(&it.words).count() >= LEAST_WORDS)
        .map(|it| (it, runs_of_three(&it.words)))
        .collect();
    // Only texts that share a run are compared; a run that stands everywhere makes no pair by itself.
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (_, runs)) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(run).or_default().push(at);
        }
    }
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for places in holders.values() {
        for (at, first) in places.iter().enumerate() {
            for second in places.iter().skip(at + 1) {
                *common.entry((*first, *second)).or_default() += 1;
            }
        }
    }
    let mut out: Vec<Pair<'_>> = common
        .into_iter()
        .filter_map(|((a, b), common)| {
            let ((first, x), (second, y)) = (runs.get(a)?, runs.get(b)?);
            let share = common as f64 / (x.len() + y.len() - common).max(1) as f64;
            (share >= NEARLY).then_some(Pair {
                first,
                second,
                share,
            })
        })
        .collect();
    out.sort_by(|a, b| b.share.total_cmp(&a.share));
    out
}

fn runs_of_three(text: &str) -> BTreeSet<String> {
    let words: Vec<String> = words(text).map(str::to_lowercase).collect();
    words.windows(3).map(|it| it.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(file: &str, words: &str) -> Text {
        Text {
            file: file.to_owned(),
            id: String::new(),
            field: String::new(),
            words: words.to_owned(),
        }
    }

    #[test]
    fn the_same_and_nearly_the_same_are_found_and_told_apart() {
        let one = "Are all changes to services recorded, approved by a named person and reviewed after they were made?";
        let near = "Are all changes to services recorded, approved by a named person and reviewed after they were deployed?";
        let other = "Is there a list of suppliers with a contract, a contact and targets for each of them in writing?";
        let texts = [
            text("en/2018/a.toml", one),
            text("en/2018/b.toml", &one.to_uppercase()),
            text("en/2011/a.toml", near),
            text("en/2018/c.toml", other),
        ];
        let found = pairs(&texts);
        let facts: Vec<(bool, bool)> = found
            .iter()
            .map(|it| (it.is_exact(), it.is_across_editions()))
            .collect();
        assert_eq!(facts, [(true, false), (false, true), (false, true)]);
    }

    #[test]
    fn short_texts_may_stand_twice() {
        let texts = [
            text("en/2018/a.toml", "A list of all services"),
            text("en/2018/b.toml", "A list of all services"),
        ];
        assert!(pairs(&texts).is_empty());
    }
}
