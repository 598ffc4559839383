//! Two versions of one entry that two tabs made: both texts kept in one entry.

use serde_json::Value;

use super::Limits;
use super::merge::{Side, combine};
use crate::assessment::{Record, RecordKey};

/// The field in which free text stands, in every kind of entry that has any.
const TEXT: &str = "note";

/// One entry with the texts of both versions, the shown one first.
///
/// Lists are joined and a field that only one version has is kept; where both say something different, the shown one
/// counts. `None` where there are no two different texts, or where the two together are longer than a note may be.
pub fn keep_both(key: &RecordKey, shown: &Record, other: &Record) -> Option<Record> {
    let text = |it: &Record| match it.to_value().get(TEXT) {
        Some(Value::String(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    };
    let (first, second) = (text(shown)?, text(other)?);
    if first == second {
        return None;
    }
    let joined = format!("{first}\n\n{second}");
    if joined.encode_utf16().count() > Limits::NOTE {
        return None;
    }
    let mut value = combine(key, shown, other, Side::Current).0.to_value();
    *value.get_mut(TEXT)? = Value::String(joined);
    Record::from_value(key, value)
        .ok()
        .map(|(record, _)| record)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assessment::RecordKind;

    fn both(shown: Value, other: Value) -> Option<Value> {
        let key = RecordKey::new(RecordKind::Answer, "4.1-a");
        let record = |it: Value| Record::from_value(&key, it).expect("an answer").0;
        keep_both(&key, &record(shown), &record(other)).map(|it| it.to_value())
    }

    #[test]
    fn both_texts_and_both_lists_are_kept_and_the_shown_rating_counts() {
        let shown =
            json!({"rating": "thin", "note": "Seen in May.", "evidence": [{"title": "Minutes"}]});
        let other = json!({"rating": "partly", "note": "Ask Ben. ", "owner": "Ben", "evidence": [{"title": "Ticket"}]});
        let kept = both(shown, other).expect("two texts");
        assert_eq!(kept["note"], json!("Seen in May.\n\nAsk Ben."));
        assert_eq!(kept["rating"], json!("thin"));
        assert_eq!(kept["owner"], json!("Ben"));
        let titles: Vec<&Value> = kept["evidence"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| &it["title"])
            .collect();
        assert_eq!(titles, [&json!("Minutes"), &json!("Ticket")]);
    }

    #[test]
    fn where_only_one_has_a_text_there_is_nothing_to_join() {
        for other in [
            json!({"rating": "partly"}),
            json!({"note": " "}),
            json!({"note": "same"}),
        ] {
            assert_eq!(both(json!({"note": "same"}), other), None);
        }
    }

    #[test]
    fn two_texts_that_are_too_long_together_are_not_joined() {
        let long = |count: usize| json!({"note": "x".repeat(count)});
        let half = Limits::NOTE / 2;
        let other = |count: usize| json!({"note": "y".repeat(count)});
        assert!(both(long(half), other(half - 2)).is_some());
        assert_eq!(both(long(half), other(half - 1)), None);
    }
}
