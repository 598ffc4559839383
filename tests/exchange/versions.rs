//! Files of several versions: the next one exists only here.

use serde_json::Value;
use waymark::exchange::{ImportError, Remark, VERSION, import, import_through, verbatim};
use waymark::migrations::Chain;

use crate::GOLDEN;
use crate::samples::key;

/// The fictional version 2 calls the note a remark, and refuses a note that says so.
const CHAIN: Chain = Chain::new(&[|kind, _, body| {
    let mut value: Value = serde_json::from_str(body).map_err(|it| it.to_string())?;
    if kind == "answer"
        && let Some(fields) = value.as_object_mut()
        && let Some(note) = fields.remove("note")
    {
        if note == "refuse this" {
            return Err("the note says so".to_owned());
        }
        fields.insert("remark".to_owned(), note);
    }
    Ok(value.to_string())
}]);

fn file(version: u32, note: &str) -> String {
    let record = |key: &str, body: String| (key.to_owned(), body);
    verbatim(
        "x",
        version,
        &[
            record("about/main", r#"{"name":"Old"}"#.to_owned()),
            record("answer/4.1-a", format!(r#"{{"note":"{note}","mood":1}}"#)),
        ],
    )
}

#[test]
fn a_file_of_an_older_version_goes_through_the_chain() {
    let imported = import_through(file(1, "hello").as_bytes(), &|_, _| true, &CHAIN).expect("read");
    assert_eq!(
        imported.assessments[0]
            .json(&key("answer/4.1-a"))
            .as_deref(),
        Some(r#"{"mood":1,"remark":"hello"}"#)
    );
    assert_eq!(imported.assessments[0].about.name, "Old");
    let unchanged =
        import_through(file(2, "hello").as_bytes(), &|_, _| true, &CHAIN).expect("read");
    assert_eq!(
        unchanged.assessments[0]
            .answer("4.1-a")
            .map(|it| it.note.as_str()),
        Some("hello")
    );
}

#[test]
fn a_record_that_the_chain_refuses_refuses_the_file_with_the_reason() {
    let error = import_through(file(1, "refuse this").as_bytes(), &|_, _| true, &CHAIN)
        .expect_err("refused");
    assert_eq!(
        error,
        ImportError::BadRecord {
            assessment: "x".to_owned(),
            record: "answer/4.1-a".to_owned(),
            why: "the record answer/4.1-a cannot be brought from schema 1 to 2: the note says so"
                .to_owned(),
        }
    );
}

#[test]
fn a_newer_file_is_refused_by_the_older_build() {
    for found in [u64::from(VERSION) + 1, u64::from(u32::MAX) + 2] {
        let text = file(1, "x").replace("\"version\": 1", &format!("\"version\": {found}"));
        assert_eq!(
            import(text.as_bytes(), &|_, _| true).expect_err("refused"),
            ImportError::TooNew {
                found,
                newest: VERSION
            }
        );
    }
}

#[test]
fn every_released_file_takes_the_chain_of_the_next_version() {
    let golden = std::fs::read(GOLDEN).expect("the golden file");
    let imported = import_through(&golden, &|_, _| true, &CHAIN).expect("read");
    assert_eq!(imported.assessments.len(), 2);
    assert!(
        imported
            .assessments
            .iter()
            .all(|it| it.answers.values().all(|it| it.note.is_empty()))
    );
}

#[test]
fn records_are_kept_word_for_word_also_where_they_cannot_be_read() {
    let text = verbatim(
        "x",
        1,
        &[("answer/4.1-a".to_owned(), "not JSON".to_owned())],
    );
    assert!(text.contains(r#""answer/4.1-a": "not JSON""#), "{text}");
    let text = file(1, "hello");
    let imported = import(text.as_bytes(), &|_, _| true).expect("read");
    assert!(!imported.remarks.contains(&Remark::NoChecksum));
}
