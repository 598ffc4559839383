//! What was asked for, and how well something fits it.

use super::entries::{Entry, Field, TITLE};
use super::words::{fold, stem, words};

/// Longer questions are cut here, so that a pasted page costs no more than a sentence.
const MOST_WORDS: usize = 12;
const MOST_LETTERS: usize = 200;

/// Something that bears the very id asked for comes before everything else, and what belongs to that id next.
const EXACT_ID: u32 = 1_000;
const WITHIN_ID: u32 = 400;
/// One of several words is an id.
const WORD_ID: u32 = 60;

/// How well one word fits another, from not at all to being it.
const ELSEWHERE: u32 = 0;
const INSIDE: u32 = 1;
const RELATED: u32 = 2;
const BEGINNING: u32 = 3;
const SAME: u32 = 4;

/// How much of what was asked for an entry holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Completeness {
    /// Every word.
    EveryWord,
    /// Every word of more than three letters, without some of "who", "the", "how".
    LongWords,
}

/// How an entry fits.
pub(super) struct Found {
    pub(super) score: u32,
    pub(super) completeness: Completeness,
    /// The field to quote and the byte at which the first word found begins.
    pub(super) place: Option<(usize, usize)>,
}

/// What was asked for.
pub(super) struct Query {
    /// The whole query, folded, to be compared with ids.
    whole: String,
    terms: Vec<Term>,
}

struct Term {
    folded: String,
    stem: String,
    /// What else may stand for the word.
    aliases: Vec<String>,
}

impl Query {
    /// Takes a query apart. `aliases` holds one entry a line: a word, a colon, and the words that stand in for it, separated by commas.
    pub(super) fn new(query: &str, aliases: &str) -> Self {
        let query: String = query.chars().take(MOST_LETTERS).collect();
        let folded = |text: &str| {
            let mut out = String::new();
            fold(text, &mut out);
            out
        };
        let whole = folded(query.trim_matches(|it: char| !it.is_alphanumeric()));
        let mut terms = Vec::new();
        for token in query.split_whitespace() {
            let token = folded(token.trim_matches(|it: char| !it.is_alphanumeric()));
            // 8.6.1-a is one word here, "follow-up" is two.
            if is_number(&token) {
                terms.push(Term {
                    stem: token.clone(),
                    folded: token,
                    aliases: Vec::new(),
                });
            } else {
                terms.extend(words(&token).map(|(_, it)| Term::new(it, aliases)));
            }
        }
        terms.truncate(MOST_WORDS);
        Self { whole, terms }
    }

    /// How an entry fits, or `None` where a word of more than three letters is missing.
    pub(super) fn find(&self, entry: &Entry<'_>) -> Option<Found> {
        if self.terms.is_empty() {
            return None;
        }
        let by_id = self.id_score(entry);
        let mut best: Vec<u32> = self.terms.iter().map(|it| it.id_score(entry)).collect();
        let (mut bonus, mut quoted, mut place) = (0, 0, None);
        let mut buffer = String::new();
        for (at, field) in entry.fields.iter().enumerate() {
            let look = self.look_into(field, &mut best, &mut buffer);
            bonus = bonus.max(look.bonus);
            if field.quotable && look.score > quoted {
                quoted = look.score;
                place = look.first.map(|it| (at, it));
            }
        }
        let some_long = self.terms.iter().any(Term::is_long);
        let missing = || {
            self.terms
                .iter()
                .zip(&best)
                .filter(|(_, score)| **score == 0)
                .map(|(term, _)| term)
        };
        let completeness = if by_id > 0 || missing().next().is_none() {
            Completeness::EveryWord
        } else if some_long && !missing().any(Term::is_long) {
            Completeness::LongWords
        } else {
            return None;
        };
        Some(Found {
            score: by_id + bonus + best.iter().sum::<u32>(),
            completeness,
            place,
        })
    }

    /// What the whole query as an id is worth.
    fn id_score(&self, entry: &Entry<'_>) -> u32 {
        match entry.ids.first() {
            Some(id) if id.eq_ignore_ascii_case(&self.whole) => EXACT_ID,
            _ if is_number(&self.whole)
                && entry.ids.iter().any(|it| is_within(it, &self.whole)) =>
            {
                WITHIN_ID
            }
            _ => 0,
        }
    }

    fn look_into(&self, field: &Field<'_>, best: &mut [u32], buffer: &mut String) -> Look {
        let mut look = Look {
            score: 0,
            bonus: 0,
            first: None,
        };
        // Few texts hold anything that was asked for; the others are passed over without being taken apart.
        buffer.clear();
        fold(field.text, buffer);
        let all_tiny = self.terms.iter().all(Term::is_tiny);
        if !self
            .terms
            .iter()
            .any(|it| (all_tiny || !it.is_tiny()) && it.may_be_in(buffer))
        {
            return look;
        }
        let mut here = vec![ELSEWHERE; self.terms.len()];
        // The word asked for that the word before fitted, so that words asked for together count more together.
        let mut before: Option<usize> = None;
        let mut words_there = 0;
        for (at, word) in words(field.text) {
            buffer.clear();
            fold(word, buffer);
            words_there += 1;
            let mut fitted = None;
            for ((place, term), here) in self.terms.iter().enumerate().zip(&mut here) {
                let fit = term.fit(buffer);
                if fit > ELSEWHERE {
                    *here = fit.max(*here);
                    look.first.get_or_insert(at);
                    if place > 0 && before == Some(place - 1) {
                        look.bonus = (look.bonus + field.weight).min(4 * field.weight);
                        fitted = Some(place);
                    }
                    fitted.get_or_insert(place);
                }
            }
            before = fitted;
        }
        for (here, best) in here.iter().zip(best) {
            look.score += here * field.weight;
            *best = (here * field.weight).max(*best);
        }
        if field.weight == TITLE && words_there > 0 {
            // A title that says little else is what was meant.
            let asked_for =
                u32::try_from(here.iter().filter(|it| **it > INSIDE).count()).unwrap_or(0);
            look.bonus += (4 * TITLE * asked_for / words_there).min(4 * TITLE);
        }
        look
    }
}

/// What was found in one field.
struct Look {
    score: u32,
    /// For words in the order asked for, and for a title that says little else.
    bonus: u32,
    first: Option<usize>,
}

impl Term {
    fn new(folded: &str, aliases: &str) -> Self {
        Self {
            folded: folded.to_owned(),
            stem: stem(folded).to_owned(),
            aliases: aliases_of(folded, aliases),
        }
    }

    fn is_long(&self) -> bool {
        self.folded.chars().count() > 3
    }

    /// Words such as "do" and "I" are part of nearly every text, so they alone are no reason to take one apart.
    fn is_tiny(&self) -> bool {
        self.folded.chars().count() < 3
    }

    fn id_score(&self, entry: &Entry<'_>) -> u32 {
        let of_this = |it: &&str| {
            it.eq_ignore_ascii_case(&self.folded)
                || (is_number(&self.folded) && is_within(it, &self.folded))
        };
        if entry.ids.iter().any(of_this) {
            WORD_ID
        } else {
            0
        }
    }

    /// Whether any word of a folded text can fit; [`Term::fit`] says how well.
    fn may_be_in(&self, text: &str) -> bool {
        text.contains(self.beginning()) || self.aliases.iter().any(|it| text.contains(it.as_str()))
    }

    /// What every word that fits holds, unless it fits an alias. Short stems would fit everything.
    fn beginning(&self) -> &str {
        if self.stem.len() >= 3 {
            &self.stem
        } else {
            &self.folded
        }
    }

    /// How well a folded word of a text fits.
    fn fit(&self, word: &str) -> u32 {
        let begins = word.starts_with(self.beginning());
        if word == self.folded || (begins && stem(word) == self.stem) {
            SAME
        } else if word.starts_with(&self.folded) {
            BEGINNING
        } else if begins || self.aliases.iter().any(|it| word.starts_with(it.as_str())) {
            RELATED
        } else if self.folded.len() >= 4 && word.contains(&self.folded) {
            INSIDE
        } else {
            ELSEWHERE
        }
    }
}

/// Whether a word is a number of a clause or an id that begins with one. A word such as "risk" is not meant as the beginning of ids.
fn is_number(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_digit())
}

/// Whether an id lies within another: 8.6.1-a within 8.6.1, and 8.6.1 within 8.
fn is_within(id: &str, outer: &str) -> bool {
    let begins = id
        .get(..outer.len())
        .is_some_and(|it| it.eq_ignore_ascii_case(outer));
    !outer.is_empty()
        && begins
        && matches!(id.as_bytes().get(outer.len()), None | Some(b'.' | b'-'))
}

/// The stems of the words that stand in for a word.
fn aliases_of(word: &str, aliases: &str) -> Vec<String> {
    let entries = aliases.lines().filter_map(|it| it.split_once(':'));
    let of_word = entries.filter(|(it, _)| it.trim() == word || it.trim() == stem(word));
    of_word
        .flat_map(|(_, others)| others.split(','))
        .map(|it| stem(it.trim()).to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}
