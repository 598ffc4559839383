//! The glossary, and the links that lead to it from where its terms stand.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;

use super::learn::KnownClauses;
use super::lint;
use super::problem::{Problem, Report};
use super::source::toml;
use crate::catalog::Edition;
use crate::catalog::learn::{Inline, Line, Term};

/// The file of the glossary.
const FILE: &str = "en/glossary.toml";
/// How many terms are named beside a question; more would be a list and no help.
const MOST_NAMED: usize = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermSource {
    id: String,
    name: String,
    also: Vec<String>,
    definition: String,
    clauses_2018: Vec<String>,
    clauses_2011: Vec<String>,
    editions: String,
    #[serde(default)]
    everyday: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct GlossaryFile {
    term: Vec<TermSource>,
}

/// The terms, sorted by name, and how to find them in texts.
#[derive(Default)]
pub(crate) struct Glossary {
    pub(crate) terms: Vec<Term>,
    /// Places of the words of everyday: they are linked only where they are the subject.
    everyday: BTreeSet<usize>,
    /// Every form of every term with the term's place, the longest first.
    forms: Vec<(String, usize)>,
}

/// Where a text stands, which decides which terms are linked in it.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    /// Under Learn, for both editions.
    Topic,
    /// In a guide to a clause, or in a question of it.
    Clause(Edition, &'a str),
}

impl Glossary {
    /// Reads the glossary. Its clauses are held against the editions by [`Glossary::check`].
    pub(crate) fn read(root: &Path, report: &mut Report) -> Self {
        let file: GlossaryFile = toml(root, FILE, report).unwrap_or_default();
        let mut taken = BTreeSet::new();
        let mut ids = BTreeSet::new();
        let mut read: Vec<(Term, bool)> = Vec::new();
        for it in file.term {
            if !ids.insert(it.id.clone()) {
                report.add(FILE, &it.id, &Problem::DuplicateId);
            }
            for form in std::iter::once(&it.name).chain(&it.also) {
                if !taken.insert(form.to_lowercase()) {
                    report.add(FILE, &it.id, &Problem::TermTwice(form.clone()));
                }
            }
            lint::length(FILE, &it.id, "definition", &it.definition, 4, 50, report);
            lint::prose(FILE, &it.id, &it.definition, report);
            let everyday = it.everyday;
            read.push((term(it, report), everyday));
        }
        read.sort_by_key(|(it, _)| it.name.to_lowercase());
        let everyday = read
            .iter()
            .enumerate()
            .filter(|(_, (_, everyday))| *everyday)
            .map(|(at, _)| at)
            .collect();
        let terms: Vec<Term> = read.into_iter().map(|(it, _)| it).collect();
        let mut forms: Vec<(String, usize)> = Vec::new();
        for (at, it) in terms.iter().enumerate() {
            let all = std::iter::once(&it.name).chain(&it.also);
            forms.extend(all.map(|form| (form.clone(), at)));
        }
        forms.sort_by_key(|(form, _)| Reverse(form.len()));
        Self {
            terms,
            everyday,
            forms,
        }
    }

    /// Refuses clauses that an edition does not have.
    pub(crate) fn check(&self, clauses: &KnownClauses, report: &mut Report) {
        for it in &self.terms {
            for edition in Edition::ALL {
                let unknown = it
                    .clauses(edition)
                    .iter()
                    .filter(|it| !clauses.of(edition).contains(*it));
                for number in unknown {
                    let problem = Problem::UnknownId {
                        what: "clause",
                        id: format!("{} of {}", number, edition.key()),
                    };
                    report.add(FILE, &it.id, &problem);
                }
            }
        }
    }

    /// The places of the terms that stand in the texts of a question, in the order in which they come, at most five.
    pub(crate) fn named<'t>(
        &self,
        place: Place<'_>,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Vec<usize> {
        let mut out = Vec::new();
        for text in texts {
            for (_, term) in self.found(place, text) {
                if !out.contains(&term) && out.len() < MOST_NAMED {
                    out.push(term);
                }
            }
        }
        out
    }

    /// Begins a page, on which each term is linked once.
    pub(crate) fn page<'a>(&'a self, place: Place<'a>) -> Linker<'a> {
        Linker {
            glossary: self,
            place,
            linked: BTreeSet::new(),
        }
    }

    /// Where terms stand in a text: whole words, the longest form first, whatever the size of the letters.
    fn found(&self, place: Place<'_>, text: &str) -> Vec<(Range<usize>, usize)> {
        let mut out = Vec::new();
        let mut free = 0;
        let mut before = None;
        for (at, letter) in text.char_indices() {
            let begins = at >= free && !before.is_some_and(is_of_word);
            before = Some(letter);
            if !begins {
                continue;
            }
            let longest = self
                .forms
                .iter()
                .find(|(form, term)| self.is_known(*term, place) && stands_at(text, at, form));
            if let Some((form, term)) = longest {
                free = at + form.len();
                if self.is_worth_a_link(*term, place) {
                    out.push((at..free, *term));
                }
            }
        }
        out
    }

    fn is_known(&self, term: usize, place: Place<'_>) -> bool {
        let only = self.terms.get(term).and_then(|it| it.only);
        match (place, only) {
            (Place::Clause(edition, _), Some(only)) => edition == only,
            _ => true,
        }
    }

    fn is_worth_a_link(&self, term: usize, place: Place<'_>) -> bool {
        !self.everyday.contains(&term)
            || matches!(place, Place::Clause(edition, number) if self
                .terms
                .get(term)
                .is_some_and(|it| it.clauses(edition).iter().any(|it| it == number)))
    }
}

fn term(it: TermSource, report: &mut Report) -> Term {
    let only = Edition::from_key(&it.editions);
    if only.is_none() && it.editions != "both" {
        let problem = Problem::UnknownId {
            what: "edition",
            id: it.editions,
        };
        report.add(FILE, &it.id, &problem);
    }
    Term {
        id: it.id,
        name: it.name,
        also: it.also,
        definition: it.definition,
        clauses_2018: it.clauses_2018,
        clauses_2011: it.clauses_2011,
        only,
    }
}

/// A hyphen joins words to one: "risk-based" is not the term "risk".
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

fn stands_at(text: &str, at: usize, form: &str) -> bool {
    let end = at + form.len();
    text.get(at..end)
        .is_some_and(|it| it.eq_ignore_ascii_case(form))
        && !text
            .get(end..)
            .and_then(|it| it.chars().next())
            .is_some_and(is_of_word)
}

/// Links the terms of one page, each where it stands first.
pub(crate) struct Linker<'a> {
    glossary: &'a Glossary,
    place: Place<'a>,
    linked: BTreeSet<usize>,
}

impl Linker<'_> {
    /// A text with its terms linked.
    pub(crate) fn text(&mut self, text: &str) -> Line {
        let mut out = Line::new();
        let mut done = 0;
        for (range, at) in self.glossary.found(self.place, text) {
            let Some(term) = self.glossary.terms.get(at) else {
                continue;
            };
            if !self.linked.insert(at) {
                continue;
            }
            words(&mut out, text, done..range.start);
            done = range.end;
            let found = text.get(range).unwrap_or_default().to_owned();
            out.push(Inline::Term(found, term.id.clone()));
        }
        words(&mut out, text, done..text.len());
        out
    }

    /// A line with its terms linked; links and strong words stay as they are.
    pub(crate) fn line(&mut self, line: Line) -> Line {
        let mut out = Line::new();
        for it in line {
            match it {
                Inline::Words(text) => out.extend(self.text(&text)),
                other => out.push(other),
            }
        }
        out
    }
}

fn words(out: &mut Line, text: &str, range: Range<usize>) {
    let found = text.get(range).unwrap_or_default();
    if !found.is_empty() {
        out.push(Inline::Words(found.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let terms = [
            ("incident", "incidents", None, &["8.6.1"][..]),
            ("major incident", "", None, &[]),
            ("SMS", "", None, &[]),
            ("record", "records", None, &["7.5"]),
            ("preventive action", "", Some(Edition::E2011), &[]),
        ];
        let terms: Vec<Term> = terms
            .into_iter()
            .map(|(name, also, only, clauses)| Term {
                id: name.to_lowercase().replace(' ', "-"),
                name: name.to_owned(),
                also: Some(also.to_owned())
                    .into_iter()
                    .filter(|it| !it.is_empty())
                    .collect(),
                definition: String::new(),
                clauses_2018: clauses.iter().map(|it| (*it).to_owned()).collect(),
                clauses_2011: Vec::new(),
                only,
            })
            .collect();
        let mut forms: Vec<(String, usize)> = terms
            .iter()
            .enumerate()
            .flat_map(|(at, it)| {
                std::iter::once(&it.name)
                    .chain(&it.also)
                    .map(move |form| (form.clone(), at))
            })
            .collect();
        forms.sort_by_key(|(form, _)| Reverse(form.len()));
        Glossary {
            terms,
            everyday: BTreeSet::from([3]),
            forms,
        }
    }

    /// The line with its links in brackets.
    fn shown(line: &Line) -> String {
        line.iter()
            .map(|it| match it {
                Inline::Words(text) => text.clone(),
                Inline::Strong(text) => format!("*{text}*"),
                Inline::Link(text, _) => format!("<{text}>"),
                Inline::Term(text, id) => format!("[{text}:{id}]"),
            })
            .collect()
    }

    fn linked(place: Place<'_>, texts: &[&str]) -> Vec<String> {
        let glossary = glossary();
        let mut page = glossary.page(place);
        texts.iter().map(|it| shown(&page.text(it))).collect()
    }

    #[test]
    fn the_first_occurrence_on_a_page_is_linked_and_the_longest_form_wins() {
        assert_eq!(
            linked(
                Place::Topic,
                &[
                    "A Major Incident is an incident.",
                    "Incidents, and major incidents of the sms."
                ]
            ),
            [
                "A [Major Incident:major-incident] is an [incident:incident].",
                "Incidents, and major incidents of the [sms:sms]."
            ]
        );
    }

    #[test]
    fn only_whole_words_are_terms() {
        let text = "Coincident, incidental, non-incident, incident-like, SMSs";
        assert_eq!(linked(Place::Topic, &[text]), [text]);
        assert_eq!(
            linked(Place::Topic, &["“Incidents”: ünd"]),
            ["“[Incidents:incident]”: ünd"]
        );
    }

    #[test]
    fn words_of_everyday_are_linked_only_where_they_are_the_subject() {
        let text = "Keep a record.";
        assert_eq!(linked(Place::Topic, &[text]), [text]);
        assert_eq!(
            linked(Place::Clause(Edition::E2018, "8.6.1"), &[text]),
            [text]
        );
        assert_eq!(
            linked(Place::Clause(Edition::E2018, "7.5"), &[text]),
            ["Keep a [record:record]."]
        );
        assert_eq!(
            linked(Place::Clause(Edition::E2011, "7.5"), &[text]),
            [text]
        );
    }

    #[test]
    fn a_term_of_one_edition_is_linked_in_that_edition_and_in_topics() {
        let text = "Preventive action is due.";
        let link = "[Preventive action:preventive-action] is due.";
        assert_eq!(
            linked(Place::Clause(Edition::E2018, "10.1"), &[text]),
            [text]
        );
        assert_eq!(
            linked(Place::Clause(Edition::E2011, "4.5"), &[text]),
            [link]
        );
        assert_eq!(linked(Place::Topic, &[text]), [link]);
    }

    #[test]
    fn links_and_strong_words_stay_as_they_are() {
        let glossary = glossary();
        let line = vec![
            Inline::Strong("incident".to_owned()),
            Inline::Link("incident".to_owned(), "#/".to_owned()),
            Inline::Words(" and incident".to_owned()),
        ];
        assert_eq!(
            shown(&glossary.page(Place::Topic).line(line)),
            "*incident*<incident> and [incident:incident]"
        );
    }

    #[test]
    fn a_question_names_its_terms_in_the_order_of_its_texts() {
        let texts = [
            "Does the SMS treat incidents?",
            "A major incident; the SMS.",
        ];
        assert_eq!(glossary().named(Place::Topic, texts), [2, 0, 1]);
    }
}
