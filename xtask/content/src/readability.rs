//! How easily the texts read: length of sentences, and Flesch reading ease.

use std::collections::BTreeMap;

use crate::texts::{Text, sentences, words};

/// Shorter texts say nothing about readability: one long word decides.
const LEAST_WORDS: usize = 20;

/// Counts over one or more texts.
#[derive(Clone, Copy, Default)]
struct Measure {
    sentences: usize,
    words: usize,
    syllables: usize,
    longest: usize,
}

impl Measure {
    fn of(text: &str) -> Self {
        let mut out = Self::default();
        for sentence in sentences(text) {
            let length = sentence.split_whitespace().count();
            out.sentences += 1;
            out.words += length;
            out.longest = out.longest.max(length);
            out.syllables += words(sentence).map(syllables).sum::<usize>();
        }
        out
    }

    fn add(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
        self.longest = self.longest.max(other.longest);
    }

    fn sentence_length(self) -> f64 {
        ratio(self.words, self.sentences)
    }

    /// Flesch reading ease: 60 and more is plain English, 30 to 50 is hard; terms of the trade cost some ten points.
    fn ease(self) -> f64 {
        206.835 - 1.015 * self.sentence_length() - 84.6 * ratio(self.syllables, self.words)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The table by group of texts, and the hardest texts.
pub(crate) fn report(texts: &[Text], hardest: usize) -> String {
    let mut groups: BTreeMap<String, (usize, Measure)> = BTreeMap::new();
    let mut single = Vec::new();
    for text in texts {
        let measure = Measure::of(&text.words);
        let (count, sum) = groups.entry(text.group()).or_default();
        *count += 1;
        sum.add(measure);
        if measure.words >= LEAST_WORDS {
            single.push((measure.ease(), measure, text));
        }
    }
    let mut out = format!(
        "{:<24} {:>6} {:>8} {:>10} {:>8} {:>6}\n",
        "texts", "count", "words", "a sentence", "longest", "ease"
    );
    for (group, (count, it)) in &groups {
        out.push_str(&format!(
            "{group:<24} {count:>6} {:>8} {:>10.1} {:>8} {:>6.0}\n",
            it.words,
            it.sentence_length(),
            it.longest,
            it.ease()
        ));
    }
    single.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
    out.push_str(&format!(
        "\nThe hardest {hardest} of {} texts from {LEAST_WORDS} words on (ease, words a sentence):\n",
        single.len()
    ));
    for (ease, measure, text) in single.iter().take(hardest) {
        out.push_str(&format!(
            "{ease:>6.0} {:>5.1}  {}\n",
            measure.sentence_length(),
            text.place()
        ));
    }
    out
}

/// Syllables by groups of vowels; a silent e at the end counts none. Right for nine words of ten, which is enough for a mean.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |it: char| matches!(it, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    let mut inside = false;
    for it in word.chars() {
        count += usize::from(is_vowel(it) && !inside);
        inside = is_vowel(it);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    count.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_by_vowels() {
        for (word, count) in [
            ("the", 1),
            ("service", 2),
            ("table", 2),
            ("agree", 2),
            ("SMS", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn short_words_and_sentences_read_more_easily() {
        let plain = Measure::of("We keep a list. It is short. All can read it.");
        let hard = Measure::of(
            "Organizational responsibilities necessitate comprehensive documentation of configuration information.",
        );
        assert_eq!((plain.sentences, plain.words, plain.longest), (3, 11, 4));
        assert!(
            plain.ease() > 90.0 && hard.ease() < 0.0,
            "{} {}",
            plain.ease(),
            hard.ease()
        );
    }
}
