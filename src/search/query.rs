//! What was asked for, and how well something fits it.

use super::Target;
use super::entries::{Entry, Field, TITLE};
use super::words::{fold, stem, words};

/// Longer questions are cut here, so that a pasted page costs no more than a sentence.
const MOST_WORDS: usize = 12;
const MOST_LETTERS: usize = 200;

/// Something that bears the very id asked for comes before everything else, and what belongs to that id next.
const EXACT_ID: u32 = 1_000_000;
const WITHIN_ID: u32 = 400_000;
/// One of several words is an id.
const WORD_ID: u32 = 60;

/// From so many words on, a question is a sentence: nobody can know that every word of theirs stands in the content.
const SENTENCE: usize = 3;
/// What two words asked for together count where they stand together, in the weight of the field.
const PAIR: u32 = 2;
/// A word that stands in few places says no more than one that stands in some.
const MOST_RARITY: u32 = 6;
/// What a word counts beside its rarity, so that the bonuses for words that stand together keep their share.
const USUAL_RARITY: u32 = 4;

/// How well one word fits another, from not at all to being it.
const ELSEWHERE: u32 = 0;
const INSIDE: u32 = 1;
const RELATED: u32 = 2;
const BEGINNING: u32 = 3;
const SAME: u32 = 4;

/// How an entry fits.
pub(super) struct Found {
    /// The place of the entry in the list that was searched.
    pub(super) entry: usize,
    pub(super) score: u32,
    /// The field to quote and the byte at which the first word found begins.
    pub(super) place: Option<(usize, usize)>,
}

/// What of the query stands in an entry, before it is known how rare each word is.
struct Match {
    entry: usize,
    by_id: u32,
    /// For a title that says little else.
    bonus: u32,
    /// For each word that stands behind the one asked for before it, by the field in which that counts most.
    pairs: Vec<u32>,
    /// How well each word fits, by the field in which it fits best.
    best: Vec<u32>,
    place: Option<(usize, usize)>,
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
    ///
    /// `stop_words` are those that say nothing about what is meant; they are left out where others remain.
    pub(super) fn new(query: &str, aliases: &str, stop_words: &str) -> Self {
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
        let says_something =
            |it: &Term| !stop_words.split_whitespace().any(|word| word == it.folded);
        if terms.iter().any(says_something) {
            terms.retain(says_something);
        }
        terms.truncate(MOST_WORDS);
        Self { whole, terms }
    }

    /// What fits, in the order of the entries.
    ///
    /// A word that stands nearly everywhere counts little, one that stands in few entries much.
    /// What belongs to a clause that fits is lifted by it: the clause is what most questions are about.
    pub(super) fn find(&self, entries: &[Entry<'_>]) -> Vec<Found> {
        let found: Vec<Match> = entries
            .iter()
            .enumerate()
            .filter_map(|(at, entry)| self.look_at(at, entry))
            .collect();
        let terms = self.terms.iter().enumerate();
        let rarity: Vec<u32> = terms
            .map(|(at, term)| {
                let holders = found.iter().filter(|it| fits(it, at)).count();
                if holders == 0 && !term.is_long() {
                    return 0;
                }
                (2 * entries.len())
                    .div_euclid(holders.max(1))
                    .ilog2()
                    .min(MOST_RARITY)
            })
            .collect();
        let least = Self::least(&found, &rarity);
        let weighed = |it: &Match| -> u32 {
            let words = it.best.iter().zip(&rarity).map(|(a, b)| a * b);
            // A pair says as much as the more usual of its words: "service" stands before everything.
            let before = std::iter::once(&0).chain(&rarity);
            let pairs = it.pairs.iter().zip(before.zip(&rarity));
            words.chain(pairs.map(|(it, (a, b))| it * a.min(b))).sum()
        };
        let all: u32 = rarity.iter().sum::<u32>().max(1);
        // What lacks a word of a sentence stands behind what holds it, by how rare the word is.
        let own = |it: &Match| {
            let held = held(it, &rarity);
            (weighed(it) + USUAL_RARITY * it.bonus) * held * (all + held) / (2 * all * all)
        };
        let homes: Vec<(&str, u32)> = found
            .iter()
            .filter_map(|it| Some((it, entries.get(it.entry)?)))
            .filter(|(_, entry)| matches!(entry.target, Target::Clause(_)))
            .map(|(it, entry)| (entry.home, own(it)))
            .collect();
        let scored = found
            .iter()
            .filter(|it| it.by_id > 0 || held(it, &rarity) >= least);
        scored
            .filter_map(|it| {
                let entry = entries.get(it.entry)?;
                let home = homes.iter().find(|(home, _)| *home == entry.home);
                let score = own(it) + home.map_or(0, |(_, it)| it / 2);
                Some(Found {
                    entry: it.entry,
                    score: it.by_id + score * entry.share / 100,
                    place: it.place,
                })
            })
            .collect()
    }

    /// How much an entry has to hold, in the rarity of the words.
    ///
    /// Nobody can know which words the content uses, so a third of a sentence and half of two words are enough;
    /// but a word of a short query that stands nowhere is worth saying that nothing was found.
    fn least(found: &[Match], rarity: &[u32]) -> u32 {
        let all: u32 = rarity.iter().sum();
        let counting = || rarity.iter().enumerate().filter(|(_, it)| **it > 0);
        if counting().count() >= SENTENCE {
            return all / 3 + 1;
        }
        let stands_nowhere = |at| !found.iter().any(|it| fits(it, at));
        if counting().any(|(at, _)| stands_nowhere(at)) {
            all
        } else {
            all.div_ceil(2)
        }
    }

    fn look_at(&self, at: usize, entry: &Entry<'_>) -> Option<Match> {
        let by_id = self.id_score(entry);
        let mut best: Vec<u32> = self.terms.iter().map(|it| it.id_score(entry)).collect();
        let mut pairs = vec![0; self.terms.len()];
        let (mut bonus, mut quoted, mut place) = (0, 0, None);
        let mut buffer = String::new();
        for (at, field) in entry.fields.iter().enumerate() {
            let look = self.look_into(field, &mut best, &mut pairs, &mut buffer);
            bonus = bonus.max(look.bonus);
            if field.quotable && look.score > quoted {
                quoted = look.score;
                place = look.first.map(|it| (at, it));
            }
        }
        // Who names a clause beside other words asks for what is in it.
        let is_elsewhere = self
            .terms
            .iter()
            .zip(&best)
            .any(|(term, score)| is_number(&term.folded) && *score == 0);
        (by_id > 0 || !is_elsewhere && best.iter().any(|it| *it > 0)).then_some(Match {
            entry: at,
            by_id,
            bonus,
            pairs,
            best,
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

    fn look_into(
        &self,
        field: &Field<'_>,
        best: &mut [u32],
        pairs: &mut [u32],
        buffer: &mut String,
    ) -> Look {
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
                        if let Some(pair) = pairs.get_mut(place) {
                            *pair = (PAIR * field.weight).max(*pair);
                        }
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
        if field.weight >= TITLE && words_there > 0 {
            // A title that says little else is what was meant.
            let asked_for =
                u32::try_from(here.iter().filter(|it| **it > INSIDE).count()).unwrap_or(0);
            let terms = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
            look.bonus +=
                (4 * TITLE * asked_for * asked_for / (words_there * terms)).min(4 * TITLE);
        }
        look
    }
}

fn fits(found: &Match, term: usize) -> bool {
    found.best.get(term).is_some_and(|it| *it > 0)
}

/// How much of the query an entry holds, in the rarity of its words.
fn held(found: &Match, rarity: &[u32]) -> u32 {
    let both = found.best.iter().zip(rarity);
    both.filter(|(best, _)| **best > 0).map(|(_, it)| it).sum()
}

/// What was found in one field.
struct Look {
    score: u32,
    /// For a title that says little else.
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
        } else if word.starts_with(&self.folded)
            || self.aliases.iter().any(|it| word.starts_with(it.as_str()))
        {
            BEGINNING
        } else if begins {
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

/// The beginnings of the words that stand in for a word.
fn aliases_of(word: &str, aliases: &str) -> Vec<String> {
    let entries = aliases.lines().filter_map(|it| it.split_once(':'));
    let of_word = entries.filter(|(it, _)| it.trim() == word || stem(it.trim()) == stem(word));
    of_word
        .flat_map(|(_, others)| others.split(','))
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}
