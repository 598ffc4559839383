//! Addresses within the kit: everything after the `#`, as a type.
//!
//! Pure, so that every address is tested natively. An address that is not understood keeps what was typed.

use std::fmt;

use crate::catalog::Edition;

/// A page of one assessment.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum AssessmentPage {
    /// The task list.
    Overview,
    /// Scope and eligibility.
    Scope,
    /// The quick check.
    Quick,
    /// All clauses with their state.
    Clauses,
    /// One leaf clause with its questions.
    Clause(String),
    /// One question a screen.
    Focus(String),
    /// The register of documented information.
    Documents,
    /// Verdicts, heat map, what an auditor could raise.
    Results,
    /// Gaps and actions.
    Gaps,
    /// The certification roadmap.
    Roadmap,
    /// Since when each process runs, and what it has left as records.
    Operation,
    /// Service management objectives and expected benefits, with their readings.
    Objectives,
    /// The internal audit: programme, audits, checklists, findings.
    Audit,
    /// The management review: inputs, decisions, minutes.
    Review,
    /// The register of nonconformities and their corrective actions.
    Actions,
    /// From choosing a body to the second surveillance audit.
    Certification,
    /// Everything with a date, by week and by month.
    Calendar,
    /// Forms to print, filled or blank.
    Forms,
    /// The printable report.
    Report,
    /// Earlier states: compare and restore.
    History,
    /// Entries that two tabs changed at the same time, and the choice between their versions.
    Conflicts,
}

impl AssessmentPage {
    /// The pages that the navigation and the palette name, in the order in which the work goes.
    pub const NAMED: [Self; 18] = [
        Self::Overview,
        Self::Scope,
        Self::Quick,
        Self::Clauses,
        Self::Documents,
        Self::Results,
        Self::Gaps,
        Self::Roadmap,
        Self::Operation,
        Self::Objectives,
        Self::Audit,
        Self::Review,
        Self::Actions,
        Self::Certification,
        Self::Calendar,
        Self::Forms,
        Self::Report,
        Self::History,
    ];
}

/// A page of Learn.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum LearnPage {
    /// Everything there is to read.
    Contents,
    /// One topic by its id, none of [`Topic::RESERVED`](crate::catalog::learn::Topic::RESERVED).
    Topic(String),
    /// The glossary; `?term=` opens one of its terms.
    Glossary,
    /// The editions compared clause by clause.
    EditionsCompared,
    /// The guide to one clause.
    Clause {
        /// Of which edition.
        edition: Edition,
        /// The number of the clause.
        clause: String,
    },
}

impl LearnPage {
    /// The guide to a clause.
    pub fn clause(edition: Edition, clause: impl Into<String>) -> Self {
        Self::Clause {
            edition,
            clause: clause.into(),
        }
    }

    fn parse(rest: &[&str]) -> Option<Self> {
        match rest {
            [] => Some(Self::Contents),
            ["glossary"] => Some(Self::Glossary),
            ["editions-compared"] => Some(Self::EditionsCompared),
            ["clause"] => None,
            [topic] => Some(Self::Topic((*topic).to_owned())),
            ["clause", edition, clause] => Some(Self::clause(Edition::from_key(edition)?, *clause)),
            _ => None,
        }
    }
}

impl fmt::Display for LearnPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/learn")?;
        match self {
            Self::Contents => Ok(()),
            Self::Topic(id) => write!(f, "/{}", encode(id)),
            Self::Glossary => f.write_str("/glossary"),
            Self::EditionsCompared => f.write_str("/editions-compared"),
            Self::Clause { edition, clause } => {
                write!(f, "/clause/{}/{}", edition.key(), encode(clause))
            }
        }
    }
}

/// A page of the kit.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Route {
    /// The start page.
    Start,
    /// A page of an assessment.
    Assessment {
        /// The assessment's id.
        id: String,
        /// Which page.
        page: AssessmentPage,
    },
    /// What there is to read: topics, glossary, guides to clauses, the editions compared.
    Learn(LearnPage),
    /// Language, theme, text size, storage.
    Settings,
    /// Raw rescue of what cannot be read.
    Recover,
    /// Licence, notices, where the content comes from.
    About,
    /// An address that leads nowhere, as it was typed.
    NotFound(String),
}

/// A route with its query: filters and open items live here, so that they survive a reload and can be sent to a colleague.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// The pairs behind the `?`, in order.
    pub query: Vec<(String, String)>,
}

impl Route {
    /// The page of an assessment.
    pub fn assessment(id: impl Into<String>, page: AssessmentPage) -> Self {
        Self::Assessment {
            id: id.into(),
            page,
        }
    }

    /// The address for a link, such as `#/a/4f…/clause/8.6.1`.
    pub fn href(&self) -> String {
        format!("#{self}")
    }

    /// The address for a link with a query.
    pub fn href_with(&self, query: &[(&str, &str)]) -> String {
        let pairs = query
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        Location {
            route: self.clone(),
            query: pairs,
        }
        .href()
    }

    fn parse(path: &str) -> Self {
        let not_found = || Self::NotFound(path.to_owned());
        let Some(segments) = path
            .split('/')
            .filter(|it| !it.is_empty())
            .map(decode)
            .collect::<Option<Vec<String>>>()
        else {
            return not_found();
        };
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [] => Self::Start,
            ["settings"] => Self::Settings,
            ["recover"] => Self::Recover,
            ["about"] => Self::About,
            ["learn", rest @ ..] => LearnPage::parse(rest).map_or_else(not_found, Self::Learn),
            ["a", id, rest @ ..] => {
                let page = match rest {
                    [] => AssessmentPage::Overview,
                    ["scope"] => AssessmentPage::Scope,
                    ["quick"] => AssessmentPage::Quick,
                    ["clause"] => AssessmentPage::Clauses,
                    ["clause", clause] => AssessmentPage::Clause((*clause).to_owned()),
                    ["focus", requirement] => AssessmentPage::Focus((*requirement).to_owned()),
                    ["documents"] => AssessmentPage::Documents,
                    ["results"] => AssessmentPage::Results,
                    ["gaps"] => AssessmentPage::Gaps,
                    ["roadmap"] => AssessmentPage::Roadmap,
                    ["operation"] => AssessmentPage::Operation,
                    ["objectives"] => AssessmentPage::Objectives,
                    ["audit"] => AssessmentPage::Audit,
                    ["review"] => AssessmentPage::Review,
                    ["actions"] => AssessmentPage::Actions,
                    ["certification"] => AssessmentPage::Certification,
                    ["calendar"] => AssessmentPage::Calendar,
                    ["forms"] => AssessmentPage::Forms,
                    ["report"] => AssessmentPage::Report,
                    ["history"] => AssessmentPage::History,
                    ["conflicts"] => AssessmentPage::Conflicts,
                    _ => return not_found(),
                };
                Self::assessment(*id, page)
            }
            _ => not_found(),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => f.write_str("/"),
            Self::Settings => f.write_str("/settings"),
            Self::Recover => f.write_str("/recover"),
            Self::About => f.write_str("/about"),
            Self::Learn(page) => page.fmt(f),
            Self::NotFound(path) => f.write_str(path),
            Self::Assessment { id, page } => {
                write!(f, "/a/{}", encode(id))?;
                match page {
                    AssessmentPage::Overview => Ok(()),
                    AssessmentPage::Scope => f.write_str("/scope"),
                    AssessmentPage::Quick => f.write_str("/quick"),
                    AssessmentPage::Clauses => f.write_str("/clause"),
                    AssessmentPage::Clause(clause) => write!(f, "/clause/{}", encode(clause)),
                    AssessmentPage::Focus(requirement) => {
                        write!(f, "/focus/{}", encode(requirement))
                    }
                    AssessmentPage::Documents => f.write_str("/documents"),
                    AssessmentPage::Results => f.write_str("/results"),
                    AssessmentPage::Gaps => f.write_str("/gaps"),
                    AssessmentPage::Roadmap => f.write_str("/roadmap"),
                    AssessmentPage::Operation => f.write_str("/operation"),
                    AssessmentPage::Objectives => f.write_str("/objectives"),
                    AssessmentPage::Audit => f.write_str("/audit"),
                    AssessmentPage::Review => f.write_str("/review"),
                    AssessmentPage::Actions => f.write_str("/actions"),
                    AssessmentPage::Certification => f.write_str("/certification"),
                    AssessmentPage::Calendar => f.write_str("/calendar"),
                    AssessmentPage::Forms => f.write_str("/forms"),
                    AssessmentPage::Report => f.write_str("/report"),
                    AssessmentPage::History => f.write_str("/history"),
                    AssessmentPage::Conflicts => f.write_str("/conflicts"),
                }
            }
        }
    }
}

impl Location {
    /// Reads the fragment of an address, with or without its `#`.
    ///
    /// Returns `None` where the fragment is no route of ours (such as `#main`): the page stays as it is then.
    pub fn parse(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return Some(Self {
                route: Route::Start,
                query: Vec::new(),
            });
        }
        if !fragment.starts_with('/') {
            return None;
        }
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let pairs = query
            .split('&')
            .filter(|it| !it.is_empty())
            .filter_map(|it| {
                let (key, value) = it.split_once('=').unwrap_or((it, ""));
                Some((decode(key)?, decode(value)?))
            });
        Some(Self {
            route: Route::parse(path),
            query: pairs.collect(),
        })
    }

    /// The value of a query key.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(it, _)| it == key)
            .map(|(_, value)| value.as_str())
    }

    /// The same page with one query key set, or taken away where the value is empty.
    #[must_use]
    pub fn with(&self, key: &str, value: &str) -> Self {
        let mut query: Vec<(String, String)> = self
            .query
            .iter()
            .filter(|(it, _)| it != key)
            .cloned()
            .collect();
        if !value.is_empty() {
            query.push((key.to_owned(), value.to_owned()));
        }
        Self {
            route: self.route.clone(),
            query,
        }
    }

    /// The address for a link.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.route)?;
        for (at, (key, value)) in self.query.iter().enumerate() {
            let mark = if at == 0 { '?' } else { '&' };
            write!(f, "{mark}{}={}", encode(key), encode(value))?;
        }
        Ok(())
    }
}

/// Percent-codes everything but unreserved characters, byte by byte.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte))
            }
            _ => {
                out.push('%');
                for half in [byte >> 4, byte & 15] {
                    out.push(
                        char::from_digit(u32::from(half), 16)
                            .unwrap_or('0')
                            .to_ascii_uppercase(),
                    );
                }
            }
        }
    }
    out
}

/// Undoes percent-coding; `None` where it is broken or the bytes are no text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut half = || char::from(bytes.next()?).to_digit(16);
            let (high, low) = (half()?, half()?);
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::learn::Topic;

    #[test]
    fn every_page_has_one_address_and_every_address_its_page() {
        let at = |page| Route::assessment("4f6c-1", page);
        let table = [
            ("#/", Route::Start),
            ("#/settings", Route::Settings),
            ("#/recover", Route::Recover),
            ("#/about", Route::About),
            ("#/learn", Route::Learn(LearnPage::Contents)),
            (
                "#/learn/the-road",
                Route::Learn(LearnPage::Topic("the-road".to_owned())),
            ),
            ("#/learn/glossary", Route::Learn(LearnPage::Glossary)),
            (
                "#/learn/editions-compared",
                Route::Learn(LearnPage::EditionsCompared),
            ),
            (
                "#/learn/clause/2011/4.5.2",
                Route::Learn(LearnPage::clause(Edition::E2011, "4.5.2")),
            ),
            ("#/a/4f6c-1", at(AssessmentPage::Overview)),
            ("#/a/4f6c-1/scope", at(AssessmentPage::Scope)),
            ("#/a/4f6c-1/quick", at(AssessmentPage::Quick)),
            ("#/a/4f6c-1/clause", at(AssessmentPage::Clauses)),
            (
                "#/a/4f6c-1/clause/8.6.1",
                at(AssessmentPage::Clause("8.6.1".to_owned())),
            ),
            (
                "#/a/4f6c-1/focus/8.6.1-a",
                at(AssessmentPage::Focus("8.6.1-a".to_owned())),
            ),
            ("#/a/4f6c-1/documents", at(AssessmentPage::Documents)),
            ("#/a/4f6c-1/results", at(AssessmentPage::Results)),
            ("#/a/4f6c-1/gaps", at(AssessmentPage::Gaps)),
            ("#/a/4f6c-1/roadmap", at(AssessmentPage::Roadmap)),
            ("#/a/4f6c-1/operation", at(AssessmentPage::Operation)),
            ("#/a/4f6c-1/objectives", at(AssessmentPage::Objectives)),
            ("#/a/4f6c-1/audit", at(AssessmentPage::Audit)),
            ("#/a/4f6c-1/review", at(AssessmentPage::Review)),
            ("#/a/4f6c-1/actions", at(AssessmentPage::Actions)),
            (
                "#/a/4f6c-1/certification",
                at(AssessmentPage::Certification),
            ),
            ("#/a/4f6c-1/calendar", at(AssessmentPage::Calendar)),
            ("#/a/4f6c-1/forms", at(AssessmentPage::Forms)),
            ("#/a/4f6c-1/report", at(AssessmentPage::Report)),
            ("#/a/4f6c-1/history", at(AssessmentPage::History)),
            ("#/a/4f6c-1/conflicts", at(AssessmentPage::Conflicts)),
        ];
        for (address, route) in table {
            assert_eq!(
                Location::parse(address).map(|it| it.route),
                Some(route.clone()),
                "{address}"
            );
            assert_eq!(route.href(), address);
        }
    }

    #[test]
    fn the_empty_fragment_is_the_start_page_and_foreign_fragments_are_none_of_ours() {
        assert_eq!(Location::parse("").map(|it| it.route), Some(Route::Start));
        assert_eq!(Location::parse("#").map(|it| it.route), Some(Route::Start));
        assert_eq!(Location::parse("#main"), None);
    }

    #[test]
    fn an_address_that_leads_nowhere_keeps_what_was_typed() {
        for typed in [
            "/nowhere",
            "/a",
            "/a/1/clause/8.6/extra",
            "/a/1/audits",
            "/learn/clause",
            "/learn/clause/2018",
            "/learn/clause/2005/4.1",
            "/learn/the-road/extra",
            "/a/%G1",
            "/a/%FF",
        ] {
            let location = Location::parse(&format!("#{typed}")).expect("a route of ours");
            assert_eq!(location.route, Route::NotFound(typed.to_owned()));
            assert_eq!(location.href(), format!("#{typed}"));
        }
    }

    #[test]
    fn a_query_key_is_set_replaced_and_taken_away() {
        let location =
            Location::parse("#/a/1/clause/4.1?filter=open&at=4.1-b").expect("a route of ours");
        assert_eq!(location.value("filter"), Some("open"));
        let location = location.with("filter", "flagged & new");
        assert_eq!(
            location.href(),
            "#/a/1/clause/4.1?at=4.1-b&filter=flagged%20%26%20new"
        );
        assert_eq!(Location::parse(&location.href()), Some(location.clone()));
        assert_eq!(
            location.with("at", "").with("filter", "").href(),
            "#/a/1/clause/4.1"
        );
    }

    proptest! {
        #[test]
        fn any_id_and_any_query_survive_printing_and_parsing(id in "\\PC{1,20}", clause in "\\PC{1,12}", key in "\\PC{1,8}", value in "\\PC{0,20}") {
            let route = Route::assessment(id, AssessmentPage::Clause(clause));
            let location = Location { route, query: vec![(key, value)] };
            prop_assert_eq!(Location::parse(&location.href()), Some(location));
        }

        #[test]
        fn any_topic_clause_and_term_survives_printing_and_parsing(topic in "\\PC{1,20}", old in proptest::bool::ANY, clause in "\\PC{1,12}", term in "\\PC{0,20}") {
            prop_assume!(!Topic::RESERVED.contains(&topic.as_str()));
            let edition = if old { Edition::E2011 } else { Edition::E2018 };
            for page in [LearnPage::Topic(topic.clone()), LearnPage::Glossary, LearnPage::clause(edition, clause.clone())] {
                let location = Location { route: Route::Learn(page), query: vec![("term".to_owned(), term.clone())] };
                prop_assert_eq!(Location::parse(&location.href()), Some(location));
            }
        }

        #[test]
        fn no_fragment_makes_it_panic(text in "\\PC{0,60}") {
            let _ = Location::parse(&text);
        }
    }
}
