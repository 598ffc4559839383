//! Search over everything: clauses, questions, guidance, documents, steps, and what the user entered.
//!
//! A linear scan without an index: the whole content is some hundred thousand letters, which takes a few milliseconds,
//! and an index would have to be built, kept and loaded.

mod entries;
mod query;
mod words;

use std::cmp::Reverse;

use crate::assessment::Assessment;
use crate::catalog::learn::Learn;
use crate::catalog::{Catalog, DocumentId, Guidance, RequirementId};

use entries::Entry;
use query::{Found, Query};

/// The longest excerpt in characters.
const EXCERPT: usize = 140;

/// What a hit leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// A clause by its number.
    Clause(String),
    /// A question.
    Requirement(RequirementId),
    /// A document of the register.
    Document(DocumentId),
    /// A step of the roadmap by its place in [`Catalog::steps`].
    Step(usize),
    /// An eligibility question by its place in [`Catalog::eligibility`].
    Eligibility(usize),
    /// An action by its id.
    Action(String),
    /// What the user entered about the scope.
    Scope,
    /// A topic of Learn by its id.
    Topic(String),
    /// The guide to a clause by its number.
    Guide(String),
    /// A term of the glossary by its id.
    Term(String),
}

/// Something that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// What it leads to.
    pub target: Target,
    /// The title as the content or the user has it; numbers and ids are in the target.
    pub title: String,
    /// The words around what was found, or the beginning of the text where only the title matched. May be empty.
    pub excerpt: String,
    /// The higher, the better it fits; comparable within one search only.
    pub score: u32,
}

/// Finds what holds the words of the query, best first, at most `limit` hits.
///
/// The beginning of a word is enough. A number or an id such as `8.6.1` or `8.6.1-a` finds what bears it first.
/// One or two words have to be there, and only words of up to three letters may be missing where nothing holds both.
/// Of a longer question, more than half has to be there, by how rare its words are.
/// Words that say nothing, such as "who" and "the", are passed over.
pub fn search(
    catalog: &Catalog,
    guidance: Option<&Guidance>,
    assessment: Option<&Assessment>,
    query: &str,
    limit: usize,
) -> Vec<Hit> {
    let entries = entries::all(catalog, guidance, assessment);
    among(&entries, catalog, query, limit)
}

/// Finds what there is to read, best first, at most `limit` hits: topics and terms once they have arrived, and the guides to the clauses of the catalogue.
pub fn search_learn(
    catalog: &Catalog,
    learn: Option<&Learn>,
    query: &str,
    limit: usize,
) -> Vec<Hit> {
    let entries = entries::learn(catalog, learn);
    among(&entries, catalog, query, limit)
}

fn among(entries: &[Entry<'_>], catalog: &Catalog, query: &str, limit: usize) -> Vec<Hit> {
    let text = |key| catalog.messages.plain(key).unwrap_or_default();
    let query = Query::new(query, text("search-aliases"), text("search-stop-words"));
    let mut found = query.find(entries);
    // The sort keeps the order of the content among equals.
    found.sort_by_key(|it| Reverse(it.score));
    found
        .iter()
        .take(limit)
        .filter_map(|it| Some(hit(entries.get(it.entry)?, it)))
        .collect()
}

fn hit(entry: &Entry<'_>, found: &Found) -> Hit {
    let around = found
        .place
        .and_then(|(field, at)| Some((entry.fields.get(field)?.text, at)));
    let excerpt = around.map_or_else(|| excerpt(entry.summary, 0), |(text, at)| excerpt(text, at));
    Hit {
        target: entry.target.clone(),
        title: entry.title.to_owned(),
        excerpt,
        score: found.score,
    }
}

/// The words around a byte of a text, with an ellipsis where something is left out.
fn excerpt(text: &str, at: usize) -> String {
    let length = text.chars().count();
    if length <= EXCERPT {
        return text.trim().to_owned();
    }
    let before = text.get(..at).map_or(0, |it| it.chars().count());
    let from = before.saturating_sub(EXCERPT / 3).min(length - EXCERPT);
    let cut: String = text.chars().skip(from).take(EXCERPT).collect();
    let mut cut = cut.as_str();
    // Cut words are left out; where there is no space to cut at, the piece stays as it is.
    if from > 0 {
        cut = cut
            .split_once(char::is_whitespace)
            .map_or(cut, |(_, it)| it);
    }
    if from + EXCERPT < length {
        cut = cut
            .rsplit_once(char::is_whitespace)
            .map_or(cut, |(it, _)| it);
    }
    let (left, right) = (
        if from > 0 { "…" } else { "" },
        if from + EXCERPT < length { "…" } else { "" },
    );
    format!("{left}{}{right}", cut.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_what_was_found_in_whole_words() {
        let text = format!("{}needle {}", "hay ".repeat(60), "straw ".repeat(60));
        let at = text.find("needle").expect("it is there");
        let found = excerpt(&text, at);
        assert!(
            found.contains("needle") && found.starts_with("…hay ") && found.ends_with(" straw…"),
            "{found}"
        );
        assert!(found.chars().count() <= EXCERPT + 2);
        assert!(excerpt(&text, 0).starts_with("hay hay"));
        assert!(excerpt(&text, text.len()).ends_with("straw"));
        assert_eq!(excerpt(" short ", 3), "short");
        assert_eq!(
            excerpt(&"ä".repeat(300), 7).chars().count(),
            EXCERPT + 1,
            "a place within a character counts as the beginning"
        );
    }
}
