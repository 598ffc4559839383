//! Records as JSON: what is known becomes types, what is not known stays as it came.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Assessment, Change, Edit, Record, RecordKey, RecordKind, workspace};

/// Why a record cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The text is not JSON.
    #[error("the record {key} is not JSON: {why}")]
    NotJson {
        /// Which record.
        key: String,
        /// What the parser says.
        why: String,
    },
    /// The JSON has another shape than the record.
    #[error("the record {key} has an unexpected content: {why}")]
    Unexpected {
        /// Which record.
        key: String,
        /// What the parser says.
        why: String,
    },
}

fn typed<T: DeserializeOwned + Serialize>(
    key: &RecordKey,
    value: Value,
    wrap: fn(T) -> Record,
) -> Result<(Record, Map<String, Value>), RecordError> {
    let unexpected = |why: String| RecordError::Unexpected {
        key: key.to_string(),
        why,
    };
    let Value::Object(fields) = value else {
        return Err(unexpected("an object is needed".to_owned()));
    };
    let known: T = serde_json::from_value(Value::Object(fields.clone()))
        .map_err(|it| unexpected(it.to_string()))?;
    Ok((wrap(known), fields))
}

impl Record {
    /// Reads a record; returns it with every field that came, known or not.
    ///
    /// # Errors
    ///
    /// [`RecordError::Unexpected`] where a known field has another shape.
    pub fn from_value(
        key: &RecordKey,
        value: Value,
    ) -> Result<(Self, Map<String, Value>), RecordError> {
        match &key.kind {
            RecordKind::About => typed(key, value, Self::About),
            RecordKind::Scope => typed(key, value, Self::Scope),
            RecordKind::Plan => typed(key, value, Self::Plan),
            RecordKind::Answer => typed(key, value, Self::Answer),
            RecordKind::Document => typed(key, value, Self::Document),
            RecordKind::Action => typed(key, value, Self::Action),
            RecordKind::Step => typed(key, value, Self::Step),
            RecordKind::Confirmation => typed(key, value, Self::Confirmation),
            RecordKind::Overrule => typed(key, value, Self::Overrule),
            RecordKind::Other(_) => Ok((Self::Other(value), Map::new())),
        }
    }

    /// The record as JSON, without what this version does not know.
    pub fn to_value(&self) -> Value {
        let value = match self {
            Self::About(it) => serde_json::to_value(it),
            Self::Scope(it) => serde_json::to_value(it),
            Self::Plan(it) => serde_json::to_value(it),
            Self::Answer(it) => serde_json::to_value(it),
            Self::Document(it) => serde_json::to_value(it),
            Self::Action(it) => serde_json::to_value(it),
            Self::Step(it) => serde_json::to_value(it),
            Self::Confirmation(it) => serde_json::to_value(it),
            Self::Overrule(it) => serde_json::to_value(it),
            Self::Other(it) => return it.clone(),
        };
        // These types hold texts, numbers and lists only, which JSON can always write.
        value.unwrap_or(Value::Null)
    }

    /// The names of the fields that this version knows for a kind.
    pub(super) fn known_fields(kind: &RecordKind) -> &'static [&'static str] {
        match kind {
            RecordKind::About => &[
                "name",
                "edition",
                "content_revision",
                "created",
                "shelf",
                "sample",
            ],
            RecordKind::Scope => &[
                "organization",
                "services",
                "customers",
                "locations",
                "other_parties",
                "people",
                "statement",
                "eligibility",
            ],
            RecordKind::Plan => &["start", "target", "size", "non_working", "sponsor", "lead"],
            RecordKind::Answer => &[
                "rating", "no_case", "rated_on", "note", "evidence", "owner", "due", "last",
                "next", "flagged",
            ],
            RecordKind::Document => &[
                "state",
                "no_case",
                "version",
                "owner",
                "location",
                "reviewed",
                "next_review",
                "note",
            ],
            RecordKind::Action => &[
                "requirement",
                "title",
                "effort_days",
                "owner",
                "due",
                "status",
                "closed_on",
                "note",
                "own",
            ],
            RecordKind::Step => &["start", "finish", "days", "owner", "note"],
            RecordKind::Confirmation => &["on", "by"],
            RecordKind::Overrule => &["verdict", "note", "on"],
            RecordKind::Other(word) => workspace::fields(word).unwrap_or(&[]),
        }
    }
}

impl Assessment {
    /// Puts a record that came as JSON text, from the store or a file.
    ///
    /// # Errors
    ///
    /// [`RecordError`] where the text is no such record; nothing is changed then.
    pub fn put_json(&mut self, key: &RecordKey, text: &str) -> Result<(), RecordError> {
        let value = serde_json::from_str(text).map_err(|it| RecordError::NotJson {
            key: key.to_string(),
            why: it.to_string(),
        })?;
        self.put_value(key, value)
    }

    /// Puts a record that came as a JSON value.
    ///
    /// # Errors
    ///
    /// [`RecordError::Unexpected`] where a known field has another shape; nothing is changed then.
    pub fn put_value(&mut self, key: &RecordKey, value: Value) -> Result<(), RecordError> {
        let (record, mut fields) = Record::from_value(key, value)?;
        fields.retain(|name, _| !Record::known_fields(&key.kind).contains(&name.as_str()));
        self.set_unknown_fields(key, fields);
        self.set(key, Some(record));
        Ok(())
    }

    /// The fields of a record that this version does not know.
    pub(crate) fn unknown_fields(&self, key: &RecordKey) -> Map<String, Value> {
        self.unknown_fields
            .get(&key.to_string())
            .cloned()
            .unwrap_or_default()
    }

    /// Puts the fields of a record that this version does not know; returns those that were there.
    pub(crate) fn set_unknown_fields(
        &mut self,
        key: &RecordKey,
        fields: Map<String, Value>,
    ) -> Map<String, Value> {
        let before = if fields.is_empty() {
            self.unknown_fields.remove(&key.to_string())
        } else {
            self.unknown_fields.insert(key.to_string(), fields)
        };
        before.unwrap_or_default()
    }

    /// The record under a key as JSON, unknown fields included.
    pub fn value(&self, key: &RecordKey) -> Option<Value> {
        let mut value = self.record(key)?.to_value();
        if let (Value::Object(fields), Some(unknown)) =
            (&mut value, self.unknown_fields.get(&key.to_string()))
        {
            for (name, it) in unknown {
                fields.insert(name.clone(), it.clone());
            }
        }
        Some(value)
    }

    /// The record under a key as JSON text with sorted fields.
    pub fn json(&self, key: &RecordKey) -> Option<String> {
        self.value(key).map(|it| it.to_string())
    }
}

impl Edit {
    /// The edit as JSON text, for the journal of the store.
    pub fn to_json(&self) -> String {
        let changes: Vec<Value> = self
            .changes
            .iter()
            .map(|it| {
                let record = it.record.as_ref().map(Record::to_value);
                let mut parts = vec![
                    Value::String(it.key.to_string()),
                    record.unwrap_or_default(),
                ];
                parts.extend(it.unknown.clone().map(Value::Object));
                Value::Array(parts)
            })
            .collect();
        serde_json::json!({ "label": self.label, "changes": changes }).to_string()
    }

    /// Reads an edit back from the journal; `None` where the text is no edit that this version can read whole.
    pub fn from_json(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let label = value.get("label")?.as_str()?.to_owned();
        let changes = value.get("changes")?.as_array()?.iter().map(|it| {
            let key = RecordKey::parse(it.get(0)?.as_str()?)?;
            let record = match it.get(1)? {
                Value::Null => None,
                content => Some(Record::from_value(&key, content.clone()).ok()?.0),
            };
            let unknown = match it.get(2) {
                None => None,
                Some(fields) => Some(fields.as_object()?.clone()),
            };
            Some(Change {
                key,
                record,
                unknown,
            })
        });
        Some(Self {
            label,
            changes: changes.collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Answer, Rating};

    fn key() -> RecordKey {
        RecordKey::new(RecordKind::Answer, "8.6.1-a")
    }

    #[test]
    fn fields_of_a_newer_version_survive_an_edit() {
        let mut assessment = Assessment::default();
        assessment
            .put_json(&key(), r#"{"rating":"thin","mood":"hopeful"}"#)
            .expect("an answer");
        let answer = Answer {
            rating: Some(Rating::Evidenced),
            ..Answer::default()
        };
        assessment.apply(Edit::one(
            "edit-rating",
            key(),
            Some(Record::Answer(answer)),
        ));
        assert_eq!(
            assessment.json(&key()).as_deref(),
            Some(r#"{"mood":"hopeful","rating":"evidenced"}"#)
        );
    }

    #[test]
    fn records_of_unknown_kinds_are_kept_verbatim() {
        let mut assessment = Assessment::default();
        let key = RecordKey::parse("finding/f-1").expect("a key");
        assessment
            .put_json(&key, r#"{"grade":"minor","seen":[1,2]}"#)
            .expect("kept");
        assert_eq!(
            assessment.json(&key).as_deref(),
            Some(r#"{"grade":"minor","seen":[1,2]}"#)
        );
        assert!(assessment.keys().contains(&key));
    }

    #[test]
    fn a_known_field_of_another_shape_is_refused_and_changes_nothing() {
        let mut assessment = Assessment::default();
        assessment
            .put_json(&key(), r#"{"rating":"thin"}"#)
            .expect("an answer");
        let before = assessment.clone();
        let error = assessment
            .put_json(&key(), r#"{"rating":7}"#)
            .expect_err("refused");
        assert!(
            error
                .to_string()
                .starts_with("the record answer/8.6.1-a has an unexpected content:"),
            "{error}"
        );
        assert_eq!(assessment, before);
    }

    #[test]
    fn an_edit_and_its_inverse_survive_the_journal() {
        let mut assessment = Assessment::default();
        let answer = Answer {
            rating: Some(Rating::Partly),
            note: "half".to_owned(),
            ..Answer::default()
        };
        let edit = Edit::one("edit-rating", key(), Some(Record::Answer(answer)));
        let back = assessment.apply(edit.clone());
        assert_eq!(Edit::from_json(&edit.to_json()), Some(edit));
        assert_eq!(Edit::from_json(&back.to_json()), Some(back.clone()));
        assessment.apply(back);
        assert_eq!(assessment, Assessment::default());
    }

    #[test]
    fn every_field_that_is_written_is_known() {
        let full = r#"{"rating":"thin","no_case":true,"rated_on":"2026-01-01","note":"n","evidence":[{"title":"t"}],"owner":"o","due":"2026-01-01","last":"2026-01-01","next":"2026-01-01","flagged":true}"#;
        let mut assessment = Assessment::default();
        assessment.put_json(&key(), full).expect("an answer");
        assert!(assessment.unknown_fields.is_empty());
        for key in [RecordKind::About, RecordKind::Scope, RecordKind::Plan].map(RecordKey::main) {
            let Some(Value::Object(fields)) = assessment.value(&key) else {
                panic!("{key} is an object")
            };
            assert!(
                fields
                    .keys()
                    .all(|it| Record::known_fields(&key.kind).contains(&it.as_str())),
                "{key}"
            );
        }
    }
}
