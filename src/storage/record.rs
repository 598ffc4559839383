//! Records: the small pieces in which an assessment is kept, and their one text form for both media.

use std::fmt;

use super::sealed::{ReadError, escape, seal, unescape, unseal};

/// The first segment of every key Waymark writes.
const PRODUCT: &str = "waymark";
/// The kind of the record that stands for the whole assessment: its name, edition and the like.
pub const ABOUT_KIND: &str = "about";
/// The id of the record that stands for the whole assessment.
pub const ABOUT_ID: &str = "main";
/// The kind of the records that keep the loser of a conflict.
pub const CONFLICT_KIND: &str = "conflict";

const NEWEST_FORM: u32 = 1;

/// What a record is called: unique in the browser, and the same in both media.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordName {
    /// The assessment it belongs to: a random id.
    pub assessment: String,
    /// What sort of thing it is, such as `answer`.
    pub kind: String,
    /// Which one of its kind, such as `8.6.1-a`.
    pub id: String,
}

impl RecordName {
    /// Names a record. Any text is allowed in each part; separators are escaped in the key.
    #[must_use]
    pub fn new(assessment: &str, kind: &str, id: &str) -> Self {
        Self {
            assessment: assessment.to_owned(),
            kind: kind.to_owned(),
            id: id.to_owned(),
        }
    }

    /// Names the record that stands for the whole assessment.
    #[must_use]
    pub fn about(assessment: &str) -> Self {
        Self::new(assessment, ABOUT_KIND, ABOUT_ID)
    }

    /// The key in both media: `waymark/<assessment>/<kind>/<id>`, each part escaped.
    #[must_use]
    pub fn key(&self) -> String {
        let Self {
            assessment,
            kind,
            id,
        } = self;
        format!(
            "{PRODUCT}/{}/{}/{}",
            escape(assessment),
            escape(kind),
            escape(id)
        )
    }

    /// Reads a key back. Returns `None` for keys that no record has.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let mut parts = key.split('/');
        let product = parts.next()?;
        let name = Self {
            assessment: unescape(parts.next()?)?,
            kind: unescape(parts.next()?)?,
            id: unescape(parts.next()?)?,
        };
        (product == PRODUCT && parts.next().is_none()).then_some(name)
    }

    /// The beginning that all keys of one assessment share, and no key of another.
    #[must_use]
    pub fn prefix(assessment: &str) -> String {
        format!("{PRODUCT}/{}/", escape(assessment))
    }

    /// The beginning of every key Waymark writes.
    #[must_use]
    pub fn product_prefix() -> &'static str {
        "waymark/"
    }

    /// For the name of a conflict copy: the record it is a copy of, and the stamp of the copy. Otherwise `None`.
    #[must_use]
    pub fn conflict_of(&self) -> Option<(Self, Stamp)> {
        if self.kind != CONFLICT_KIND {
            return None;
        }
        let mut parts = self.id.splitn(3, '/');
        let kind = unescape(parts.next()?)?;
        let id = unescape(parts.next()?)?;
        let stamp = Stamp::parse(parts.next()?)?;
        Some((Self::new(&self.assessment, &kind, &id), stamp))
    }
}

/// Which version of a record: a counter per assessment, and who counted.
///
/// Two writers can reach the same generation; together with the writer a stamp is unique.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// A Lamport counter per assessment: higher than everything its writer had seen.
    pub generation: u64,
    /// A random name per tab.
    pub writer: String,
}

impl Stamp {
    fn parse(text: &str) -> Option<Self> {
        let (generation, writer) = text.split_once('.')?;
        Some(Self {
            generation: generation.parse().ok()?,
            writer: unescape(writer)?,
        })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.generation, escape(&self.writer))
    }
}

/// One record as it is stored: an opaque body and what is needed to order, merge and check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// What it is called.
    pub name: RecordName,
    /// The schema of the body, counted by the domain. A higher one than the build knows is the fence.
    pub schema: u32,
    /// Which version this is.
    pub stamp: Stamp,
    /// The last version that its writer knew to be in the database; `None` for none.
    pub base: Option<Stamp>,
    /// The body, JSON by convention, never looked into. `None` says that the record was removed.
    pub body: Option<String>,
}

impl StoredRecord {
    /// The one text form: `W1|crc|schema|generation.writer|base|body`; `-` for no base, no last part for no body.
    #[must_use]
    pub fn to_text(&self) -> String {
        let base = self
            .base
            .as_ref()
            .map_or_else(|| "-".to_owned(), Stamp::to_string);
        let head = format!("{}|{}|{base}", self.schema, self.stamp);
        let rest = self
            .body
            .as_ref()
            .map_or_else(|| head.clone(), |body| format!("{head}|{body}"));
        seal("W1", &self.name.key(), &rest)
    }

    /// Reads a stored text back.
    ///
    /// # Errors
    /// Says why the key or the text cannot be taken for a record; no part of it is guessed.
    pub fn from_text(key: &str, text: &str) -> Result<Self, ReadError> {
        let name = RecordName::from_key(key).ok_or(ReadError::Key)?;
        let rest = unseal('W', NEWEST_FORM, key, text)?;
        let mut parts = rest.splitn(4, '|');
        let mut next = || parts.next().ok_or(ReadError::Malformed);
        let schema = next()?.parse().map_err(|_| ReadError::Malformed)?;
        let stamp = Stamp::parse(next()?).ok_or(ReadError::Malformed)?;
        let base = match next()? {
            "-" => None,
            text => Some(Stamp::parse(text).ok_or(ReadError::Malformed)?),
        };
        Ok(Self {
            name,
            schema,
            stamp,
            base,
            body: parts.next().map(str::to_owned),
        })
    }

    /// The record that keeps this one, the loser of a conflict, beside the winner.
    ///
    /// Its name tells of what it is a copy, its stamp is that of the loser: made twice, it is the same record.
    /// The body of a loser that was a removal is `null`.
    #[must_use]
    pub fn conflict_copy(&self) -> Self {
        let RecordName {
            assessment,
            kind,
            id,
        } = &self.name;
        let copy = format!("{}/{}/{}", escape(kind), escape(id), self.stamp);
        Self {
            name: RecordName::new(assessment, CONFLICT_KIND, &copy),
            base: None,
            body: Some(self.body.clone().unwrap_or_else(|| "null".to_owned())),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(body: Option<&str>) -> StoredRecord {
        StoredRecord {
            name: RecordName::new("3f2a", "answer", "8.6.1-a"),
            schema: 1,
            stamp: Stamp {
                generation: 7,
                writer: "ab12".to_owned(),
            },
            base: Some(Stamp {
                generation: 5,
                writer: "cd34".to_owned(),
            }),
            body: body.map(str::to_owned),
        }
    }

    #[test]
    fn a_record_is_written_in_the_documented_form() {
        let it = record(Some(r#"{"rating":"partly"}"#));
        assert_eq!(it.name.key(), "waymark/3f2a/answer/8.6.1-a");
        assert_eq!(
            it.to_text(),
            r#"W1|f147dfe0|1|7.ab12|5.cd34|{"rating":"partly"}"#
        );
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        for body in [
            None,
            Some(""),
            Some("null"),
            Some("a|b|c|d"),
            Some("größer 𝄞\n"),
        ] {
            let mut it = record(body);
            for name in ["x", "", "a/b", "50 %", "%2f", "ä|ö", "\u{0}"] {
                it.name = RecordName::new(name, name, name);
                it.stamp.writer = name.to_owned();
                assert_eq!(
                    StoredRecord::from_text(&it.name.key(), &it.to_text()),
                    Ok(it.clone())
                );
            }
            it.base = None;
            assert_eq!(
                StoredRecord::from_text(&it.name.key(), &it.to_text()),
                Ok(it)
            );
        }
    }

    #[test]
    fn every_single_changed_byte_is_noticed() {
        let it = record(Some(r#"{"rating":"partly"}"#));
        let (key, text) = (it.name.key(), it.to_text());
        for at in 0..text.len() {
            for bit in 0..7 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let changed = String::from_utf8(bytes).unwrap();
                assert!(
                    StoredRecord::from_text(&key, &changed).is_err(),
                    "byte {at}, bit {bit}"
                );
            }
            assert!(
                StoredRecord::from_text(&key, &text[..at]).is_err(),
                "cut at {at}"
            );
        }
    }

    #[test]
    fn a_record_under_another_key_is_damage() {
        let it = record(Some("1"));
        let other = RecordName::new("3f2a", "answer", "8.6.1-b").key();
        assert_eq!(
            StoredRecord::from_text(&other, &it.to_text()),
            Err(ReadError::Checksum)
        );
    }

    #[test]
    fn a_newer_form_is_told_from_damage() {
        let key = RecordName::about("x").key();
        let newer = seal("W2", &key, "whatever it will be");
        assert_eq!(
            StoredRecord::from_text(&key, &newer),
            Err(ReadError::Newer { form: 2 })
        );
        let damaged = newer.replace("whatever", "whatsoev");
        assert_eq!(
            StoredRecord::from_text(&key, &damaged),
            Err(ReadError::Checksum)
        );
    }

    #[test]
    fn foreign_keys_and_texts_are_refused_with_the_reason() {
        let key = RecordName::about("x").key();
        for (key, text, why) in [
            ("waymark/preferences", "{}", "the key names no record"),
            ("other/x/about/main", "{}", "the key names no record"),
            ("waymark/x/about/main/more", "{}", "the key names no record"),
            ("waymark/x%2F/about/main", "{}", "the key names no record"),
            (&key, "{}", "this is not a stored record"),
            (&key, "", "this is not a stored record"),
            (
                &key,
                &seal("W1", &key, "1|7.ab"),
                "the record is incomplete",
            ),
            (
                &key,
                &seal("W1", &key, "x|7.ab|-|{}"),
                "the record is incomplete",
            ),
            (
                &key,
                &seal("W7", &key, ""),
                "the record is in form 7, which this version does not read",
            ),
        ] {
            assert_eq!(
                StoredRecord::from_text(key, text).unwrap_err().to_string(),
                why,
                "{key} {text}"
            );
        }
    }

    #[test]
    fn a_conflict_copy_tells_what_it_is_a_copy_of() {
        let mut loser = record(None);
        loser.name.id = "a/b".to_owned();
        let copy = loser.conflict_copy();
        assert_eq!(
            copy.name.conflict_of(),
            Some((loser.name.clone(), loser.stamp.clone()))
        );
        assert_eq!(copy.body.as_deref(), Some("null"));
        assert_eq!(loser.name.conflict_of(), None);
        assert_eq!(RecordName::from_key(&copy.name.key()), Some(copy.name));
    }
}
