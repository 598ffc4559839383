//! Refusals: what is wrong with the content, where, and what to do.

use std::fmt;

/// What is wrong with the content, with what to do about it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Problem {
    /// A file cannot be read or parsed.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    /// An id stands twice.
    #[error(
        "the id stands twice; ids are permanent and unique, so give the newer one another letter"
    )]
    DuplicateId,
    /// Something refers to an id that does not exist.
    #[error("the {what} \"{id}\" does not exist; correct it, or add it")]
    UnknownId {
        /// What kind of thing it should be.
        what: &'static str,
        /// The id as written.
        id: String,
    },
    /// A point of the reference is covered by no requirement.
    #[error(
        "no requirement covers this point; add it to the \"covers\" of the requirement that asks it"
    )]
    UncoveredPoint,
    /// A text is missing.
    #[error("the text \"{0}\" is missing; write it")]
    MissingText(String),
    /// A text belongs to nothing.
    #[error("there is a text but no entry in the structure; add the entry, or remove the text")]
    TextWithoutEntry,
    /// A text has too many or too few words.
    #[error("\"{field}\" has {words} words; write {least} to {most}")]
    Length {
        /// Which text.
        field: &'static str,
        /// How many words it has.
        words: usize,
        /// The least number of words.
        least: usize,
        /// The largest number of words.
        most: usize,
    },
    /// A list has too many or too few items.
    #[error("\"{field}\" has {items} items; write {least} to {most}")]
    Items {
        /// Which list.
        field: &'static str,
        /// How many items it has.
        items: usize,
        /// The least number of items.
        least: usize,
        /// The largest number of items.
        most: usize,
    },
    /// A sentence is too long to be read once.
    #[error(
        "the sentence that begins \"{start}\" has {words} words; split it, {most} are the limit"
    )]
    LongSentence {
        /// Its first words.
        start: String,
        /// How many words it has.
        words: usize,
        /// The limit.
        most: usize,
    },
    /// A phrase that must not appear.
    #[error("\"{phrase}\" must not appear: {why}")]
    ForbiddenPhrase {
        /// The phrase.
        phrase: &'static str,
        /// The reason.
        why: &'static str,
    },
    /// A question does not end as one.
    #[error("\"{0}\" must end with a question mark")]
    NoQuestion(&'static str),
    /// The steps wait for each other.
    #[error("the step waits for itself through {0}; take one dependency away")]
    Cycle(String),
    /// A step that nothing can complete.
    #[error("the gate has no condition; name at least one")]
    EmptyGate,
    /// A condition that cannot be understood.
    #[error(
        "the condition {0} is not understood; see content/README.md for the conditions there are"
    )]
    UnknownCondition(String),
    /// A pattern of points that matches nothing.
    #[error("the points \"{0}\" match nothing; correct the pattern")]
    NoPointMatches(String),
    /// Two terms of the glossary share a form.
    #[error("\"{0}\" stands under another term already; a reader can be led to one only")]
    TermTwice(String),
    /// A document of 2018 has two forerunners.
    #[error(
        "the document has a forerunner already, and an entry can be carried over from one only; take one away"
    )]
    ForerunnerTwice,
    /// A topic uses more of Markdown than the pages show.
    #[error("the page cannot be shown: {0}; see content/README.md")]
    Markdown(String),
    /// An interface text that is no valid Fluent, or uses more of it than the app understands.
    #[error("this is not a message the app can show: {0}")]
    Fluent(String),
}

/// A refusal: where, and what is wrong.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ContentError {
    /// The file, relative to `content/`.
    pub file: String,
    /// The id of the entry; empty where the whole file is meant.
    pub id: String,
    /// What is wrong and what to do, in a sentence.
    pub problem: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.id.is_empty() {
            write!(f, "{}: {}", self.file, self.problem)
        } else {
            write!(f, "{}, {}: {}", self.file, self.id, self.problem)
        }
    }
}

impl std::error::Error for ContentError {}

/// Collects refusals; the compiler goes on as far as it can, so that an author sees all of them at once.
#[derive(Default)]
pub(crate) struct Report {
    /// Files that could not be read.
    unread: Vec<ContentError>,
    errors: Vec<ContentError>,
}

impl Report {
    /// Every refusal once, by file and id.
    ///
    /// Where a file could not be read, only that: all that stands in it would be called missing, one entry after the other.
    pub(crate) fn sorted(self) -> Vec<ContentError> {
        let mut errors = if self.unread.is_empty() {
            self.errors
        } else {
            self.unread
        };
        errors.sort();
        errors.dedup();
        errors
    }

    /// Whether nothing was refused.
    pub(crate) fn is_empty(&self) -> bool {
        self.unread.is_empty() && self.errors.is_empty()
    }

    /// Adds a refusal; an empty id stands for the whole file.
    pub(crate) fn add(&mut self, file: &str, id: &str, problem: &Problem) {
        let errors = match problem {
            Problem::Unreadable(_) => &mut self.unread,
            _ => &mut self.errors,
        };
        errors.push(ContentError {
            file: file.to_owned(),
            id: id.to_owned(),
            problem: problem.to_string(),
        });
    }
}
