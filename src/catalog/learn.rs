//! The Learn pages: topics, the glossary, and the guide to each clause in the manner of part 2.
//!
//! Texts are written as a small part of Markdown and compiled natively to these trees, so that the browser gets neither a parser nor markup.

use serde::{Deserialize, Serialize};

use super::Edition;

/// A run of words within a paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Inline {
    /// Plain words.
    #[serde(rename = "t")]
    Words(String),
    /// Words that carry weight.
    #[serde(rename = "s")]
    Strong(String),
    /// A link within the kit: words, and the address with its `#`.
    #[serde(rename = "l")]
    Link(String, String),
    /// A term of the glossary: the words in which it stands here, and its id.
    #[serde(rename = "g")]
    Term(String, String),
}

/// A paragraph's content.
pub type Line = Vec<Inline>;

/// The words of a line without links and weight.
pub fn plain(line: &[Inline]) -> String {
    line.iter()
        .map(|it| match it {
            Inline::Words(text)
            | Inline::Strong(text)
            | Inline::Link(text, _)
            | Inline::Term(text, _) => text.as_str(),
        })
        .collect()
}

/// A part of a topic.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Block {
    /// A heading of the second level.
    #[serde(rename = "h")]
    Heading(String),
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph(Line),
    /// A list; `true` where its items are numbered.
    #[serde(rename = "l")]
    List(bool, Vec<Line>),
    /// A table: the heads of its columns, and its rows.
    #[serde(rename = "t")]
    Table(Vec<Line>, Vec<Vec<Line>>),
    /// A picture by its name, with the words that stand for it.
    #[serde(rename = "f")]
    Figure(String, String),
}

/// A topic of Learn.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// Permanent id such as `the-road`, which stands in its address.
    pub id: String,
    /// The title.
    pub title: String,
    /// What the topic says, in a few sentences.
    pub lead: String,
    /// The text.
    pub blocks: Vec<Block>,
}

impl Topic {
    /// No ids of topics: they stand at the place of a topic in the addresses of other pages.
    pub const RESERVED: [&'static str; 3] = ["clause", "editions-compared", "glossary"];
}

/// A term of the glossary.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Term {
    /// Permanent id such as `area-of-concern`.
    pub id: String,
    /// The term.
    pub name: String,
    /// Other forms in which it stands in texts.
    pub also: Vec<String>,
    /// What it means, in our own words.
    pub definition: String,
    /// Numbers of the clauses of 2018 in which it matters.
    pub clauses_2018: Vec<String>,
    /// Numbers of the clauses of 2011 in which it matters.
    pub clauses_2011: Vec<String>,
    /// The edition that knows it; `None` for both.
    pub only: Option<Edition>,
}

impl Term {
    /// Numbers of the clauses of an edition in which it matters.
    pub fn clauses(&self, edition: Edition) -> &[String] {
        match edition {
            Edition::E2018 => &self.clauses_2018,
            Edition::E2011 => &self.clauses_2011,
        }
    }

    /// Whether it holds these words, in its name, its other forms or what it means; capitals make no difference.
    pub fn holds(&self, words: &str) -> bool {
        let words = words.trim().to_lowercase();
        [&self.name, &self.definition]
            .into_iter()
            .chain(&self.also)
            .any(|it| it.to_lowercase().contains(&words))
    }
}

/// Everything under Learn that belongs to no edition.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Learn {
    /// The topics, in the order of reading.
    pub topics: Vec<Topic>,
    /// The glossary, sorted by name.
    pub glossary: Vec<Term>,
}

impl Learn {
    /// Reads the compiler's JSON.
    ///
    /// # Errors
    ///
    /// Where the text is something else.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The topic with this id, with its place in the order of reading.
    pub fn topic(&self, id: &str) -> Option<(usize, &Topic)> {
        self.topics.iter().enumerate().find(|(_, it)| it.id == id)
    }

    /// The term with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.glossary.iter().find(|it| it.id == id)
    }
}

/// How a clause hangs together with another one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClauseTie {
    /// The number of the other clause.
    pub clause: String,
    /// What passes between the two.
    pub why: String,
}

/// The guide to one clause: advice, in the manner of part 2, and no duty.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClauseGuide {
    /// The number of the clause.
    pub clause: String,
    /// Why it is there.
    pub intent: Line,
    /// How a small provider usually does it.
    pub small: Line,
    /// What changes in a large one.
    pub large: Line,
    /// How it hangs together with other clauses.
    pub ties: Vec<ClauseTie>,
    /// Usual documents and records.
    pub papers: Vec<Line>,
    /// Who is usually responsible.
    pub responsible: Line,
    /// A worked example.
    pub example: Line,
    /// Typical findings.
    pub findings: Vec<Line>,
}

/// The guides of one edition, in the order of the clauses.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Guides(pub Vec<ClauseGuide>);

impl Guides {
    /// Reads the compiler's JSON.
    ///
    /// # Errors
    ///
    /// Where the text is something else.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The guide to a clause, with its place in the order of the clauses.
    pub fn clause(&self, number: &str) -> Option<(usize, &ClauseGuide)> {
        self.0
            .iter()
            .enumerate()
            .find(|(_, it)| it.clause == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_by_its_name_its_other_forms_and_its_meaning() {
        let term = Term {
            id: "cmdb".to_owned(),
            name: "CMDB".to_owned(),
            also: vec!["configuration management databases".to_owned()],
            definition: "Where configuration data is kept.".to_owned(),
            clauses_2018: Vec::new(),
            clauses_2011: Vec::new(),
            only: None,
        };
        for words in ["cmdb", "Databases", " is kept ", ""] {
            assert!(term.holds(words), "{words}");
        }
        assert!(!term.holds("incident"));
    }
}
