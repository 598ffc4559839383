//! Interface texts: written as Fluent in `content/`, compiled natively to pieces, put together here.
//!
//! The browser gets no Fluent parser: the compiler has done that work, and what is left are texts, arguments and choices.

use serde::{Deserialize, Serialize};

use crate::keyed::Keyed;

/// A piece of a message.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Piece {
    /// Plain words.
    #[serde(rename = "t")]
    Text(String),
    /// The value of an argument.
    #[serde(rename = "a")]
    Argument {
        /// The argument's name.
        #[serde(rename = "n")]
        name: String,
    },
    /// A choice by the value of an argument: by its text, or by its plural category where it is a number.
    #[serde(rename = "s")]
    Select {
        /// The argument's name.
        #[serde(rename = "n")]
        name: String,
        /// The variants, tried in order.
        #[serde(rename = "v")]
        variants: Vec<Variant>,
        /// The place of the variant that is taken where none fits.
        #[serde(rename = "d")]
        default: usize,
    },
}

/// One variant of a choice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Variant {
    /// A plural category, an exact number or a word.
    #[serde(rename = "k")]
    pub key: String,
    /// What to say.
    #[serde(rename = "p")]
    pub pieces: Vec<Piece>,
}

/// The value of an argument.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument {
    /// Words, inserted as they are.
    Text(String),
    /// A whole number, which also chooses plural forms.
    Number(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// Tells the plural category of a number, as `Intl.PluralRules` names them (`one`, `few`, `many`, `other` …).
pub type PluralCategory = fn(i64) -> &'static str;

/// The plural rule of English.
pub const fn english_plural(number: i64) -> &'static str {
    if number == 1 { "one" } else { "other" }
}

/// All interface texts of one language by key.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Messages {
    /// Those that are plain words.
    plain: Keyed<String>,
    /// Those that take arguments.
    pieces: Keyed<Vec<Piece>>,
}

impl Messages {
    /// Adds a message; returns false where the key was there already.
    pub fn insert(&mut self, key: String, pieces: Vec<Piece>) -> bool {
        let is_new = !self.contains(&key);
        match pieces.as_slice() {
            [Piece::Text(text)] => {
                self.plain.insert(key, text.clone());
            }
            _ => {
                self.pieces.insert(key, pieces);
            }
        }
        is_new
    }

    /// Those whose key is wanted, and the others.
    pub fn divided(&self, is_wanted: impl Fn(&str) -> bool) -> (Self, Self) {
        let (mut wanted, mut others) = (Self::default(), Self::default());
        for (key, text) in self.plain.iter() {
            let to = if is_wanted(key) {
                &mut wanted
            } else {
                &mut others
            };
            to.plain.insert(key.clone(), text.clone());
        }
        for (key, pieces) in self.pieces.iter() {
            let to = if is_wanted(key) {
                &mut wanted
            } else {
                &mut others
            };
            to.pieces.insert(key.clone(), pieces.clone());
        }
        (wanted, others)
    }

    /// Adds those of another part of the same texts.
    pub fn extend(&mut self, others: &Self) {
        for (key, text) in others.plain.iter() {
            self.plain.insert(key.clone(), text.clone());
        }
        for (key, pieces) in others.pieces.iter() {
            self.pieces.insert(key.clone(), pieces.clone());
        }
    }

    /// Whether the key is there.
    pub fn contains(&self, key: &str) -> bool {
        self.plain.contains_key(key) || self.pieces.contains_key(key)
    }

    /// Every key: those of plain words first, each group sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.plain
            .keys()
            .chain(self.pieces.keys())
            .map(String::as_str)
    }

    /// The text of a message that takes no arguments, borrowed.
    pub fn plain(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// The text of a message. A key that does not exist comes back as itself, so that a mistake is seen and harms nothing.
    pub fn format(
        &self,
        key: &str,
        arguments: &[(&str, Argument)],
        plural: PluralCategory,
    ) -> String {
        match self.pieces.get(key) {
            None => self.plain(key).unwrap_or(key).to_owned(),
            Some(pieces) => {
                let mut out = String::new();
                write_pieces(&mut out, pieces, arguments, plural);
                out
            }
        }
    }
}

fn write_pieces(
    out: &mut String,
    pieces: &[Piece],
    arguments: &[(&str, Argument)],
    plural: PluralCategory,
) {
    let value = |name: &str| {
        arguments
            .iter()
            .find(|(it, _)| *it == name)
            .map(|(_, value)| value)
    };
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Argument { name } => match value(name) {
                Some(Argument::Text(text)) => out.push_str(text),
                Some(Argument::Number(number)) => out.push_str(&number.to_string()),
                None => out.push_str(name),
            },
            Piece::Select {
                name,
                variants,
                default,
            } => {
                let fits = |variant: &&Variant| match value(name) {
                    Some(Argument::Text(text)) => variant.key == *text,
                    Some(Argument::Number(number)) => variant.key == number.to_string(),
                    None => false,
                };
                let by_category = |variant: &&Variant| match value(name) {
                    Some(Argument::Number(number)) => variant.key == plural(*number),
                    _ => false,
                };
                let chosen = variants
                    .iter()
                    .find(fits)
                    .or_else(|| variants.iter().find(by_category))
                    .or_else(|| variants.get(*default));
                if let Some(variant) = chosen {
                    write_pieces(out, &variant.pieces, arguments, plural);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn counting() -> Messages {
        let mut messages = Messages::default();
        let variant = |key: &str, pieces| Variant {
            key: key.to_owned(),
            pieces,
        };
        let count = Piece::Argument {
            name: "count".to_owned(),
        };
        messages.insert(
            "gaps".to_owned(),
            vec![Piece::Select {
                name: "count".to_owned(),
                variants: vec![
                    variant("0", vec![text("no gap")]),
                    variant("one", vec![text("one gap")]),
                    variant("other", vec![count, text(" gaps")]),
                ],
                default: 2,
            }],
        );
        messages
    }

    #[test]
    fn a_number_chooses_its_exact_variant_before_its_category() {
        let messages = counting();
        let say =
            |count: usize| messages.format("gaps", &[("count", count.into())], english_plural);
        assert_eq!(
            (say(0).as_str(), say(1).as_str(), say(7).as_str()),
            ("no gap", "one gap", "7 gaps")
        );
    }

    #[test]
    fn an_unknown_key_and_a_missing_argument_are_seen_and_harm_nothing() {
        let messages = counting();
        assert_eq!(
            messages.format("nothing-here", &[], english_plural),
            "nothing-here"
        );
        assert_eq!(messages.format("gaps", &[], english_plural), "count gaps");
    }

    #[test]
    fn messages_survive_their_json() {
        let messages = counting();
        let json = serde_json::to_string(&messages).expect("messages serialize");
        assert_eq!(
            serde_json::from_str::<Messages>(&json).expect("messages read back"),
            messages
        );
    }
}
