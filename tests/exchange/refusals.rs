//! Every reason for which a file is refused, with its words for the log and its text for the user.

use std::collections::BTreeSet;
use std::path::Path;

use waymark::catalog::{Argument, Messages, compiler, english_plural};
use waymark::exchange::{ImportError, Limits, Remark, export, import};

use crate::samples::{full, key};

fn file(content: &str) -> String {
    format!(
        r#"{{"format":"waymark","version":1,"assessments":[{{"id":"a","records":{{{content}}}}}]}}"#
    )
}

/// One file for each reason, with the reason in the words of the log.
fn refused() -> Vec<(String, &'static str)> {
    let note = format!(
        r#""answer/4.1-a":{{"note":"{}"}}"#,
        "n".repeat(Limits::NOTE + 1)
    );
    let records: Vec<String> = (0..=Limits::RECORDS)
        .map(|it| format!(r#""x/{it}":{{}}"#))
        .collect();
    let deep = format!(r#""x/1":{{"a":{}{}}}"#, "[".repeat(40), "]".repeat(40));
    let many = format!(r#""x/1":{{"a":[{}0]}}"#, "0,".repeat(Limits::VALUES));
    vec![
        (" ".repeat(Limits::BYTES + 1), "the file has 5242881 bytes; 5242880 are the limit"),
        ("\n".to_owned(), "the file is empty"),
        (r#"{"format":"#.to_owned(), "the file is not JSON: line 1, column 10"),
        (file(&deep), "line 1 is nested deeper than 32 levels"),
        (file(&many), "the file holds more than 300000 values"),
        (file("\n\"x/1\":{},\n\"x/1\":{}"), "line 3: the name \"x/1\" stands twice in one object"),
        (file(r#""x/1":{"n":1e999}"#), "the file is not JSON: line 1, column 84"),
        (r#"{"assessments":[]}"#.to_owned(), "the file does not say \"format\": \"waymark\""),
        ("[1]".to_owned(), "the file does not say \"format\": \"waymark\""),
        (r#"{"format":"waymark","version":12}"#.to_owned(), "the file is in format 12; this Waymark reads up to format 1"),
        (r#"{"format":"waymark","version":0}"#.to_owned(), "\"version\" is missing or is not what it should be"),
        (r#"{"format":"waymark","version":1}"#.to_owned(), "\"assessments\" is missing or is not what it should be"),
        (
            r#"{"format":"waymark","version":1,"assessments":[{"records":{}}]}"#.to_owned(),
            "\"assessments[0].id\" is missing or is not what it should be",
        ),
        (
            r#"{"format":"waymark","version":1,"assessments":[{"id":"a"}]}"#.to_owned(),
            "\"assessments[0].records\" is missing or is not what it should be",
        ),
        (
            r#"{"format":"waymark","version":1,"assessments":[1]}"#.to_owned(),
            "\"assessments[0]\" is missing or is not what it should be",
        ),
        (
            r#"{"format":"waymark","version":1,"assessments":[],"checksum":"crc32c:00000000"}"#.to_owned(),
            "the checksum says crc32c:00000000, the content gives crc32c:764dbd76",
        ),
        (
            r#"{"format":"waymark","version":1,"assessments":[],"checksum":7}"#.to_owned(),
            "\"checksum\" is missing or is not what it should be",
        ),
        (r#"{"format":"waymark","version":1,"assessments":[]}"#.to_owned(), "the file holds no assessment"),
        (
            r#"{"format":"waymark","version":1,"assessments":[{"id":"a","records":{}},{"id":"a","records":{}}]}"#.to_owned(),
            "the assessment a stands twice",
        ),
        (file(&records.join(",")), "the assessment a has 5001 records; 5000 are the limit"),
        (file(r#""answer":{}"#), "the assessment a has a record named \"answer\", which names no record"),
        (file(r#""about/other":{}"#), "the assessment a has a record named \"about/other\", which names no record"),
        (file(r#""answer/4.1-a":[]"#), "the assessment a: the record answer/4.1-a is not an object"),
        (
            file(r#""plan/main":{"start":"2025-02-29"}"#),
            "the assessment a: the record plan/main has an unexpected content: \"2025-02-29\" is not a day between 1900-01-01 and 2999-12-31 written as YYYY-MM-DD",
        ),
        (file(&note), "the assessment a: \"note\" of answer/4.1-a has 4001 characters; 4000 are the limit"),
    ]
}

#[test]
fn what_is_wrong_is_refused_with_its_reason() {
    for (text, reason) in refused() {
        let start: String = text.chars().take(80).collect();
        let error = import(text.as_bytes(), &|_, _| true).expect_err(&start);
        assert_eq!(error.to_string(), reason, "{start}");
    }
}

#[test]
fn a_file_that_is_no_text_is_refused_where_it_ends() {
    let error = import(b"PK\x03\x04\xff\xfe", &|_, _| true).expect_err("an archive");
    assert_eq!(error, ImportError::NotText { at: 4 });
    assert_eq!(
        error.to_string(),
        "the file is not text in UTF-8: byte 4 is the first that does not fit"
    );
}

#[test]
fn a_number_that_would_change_on_the_way_is_refused() {
    let text = file("\n\"x/1\":{\"n\":2.5247416699063266e+53}");
    let error = import(text.as_bytes(), &|_, _| true).expect_err("its last digit drifts");
    assert_eq!(
        error.to_string(),
        "line 2: the number has more digits than can be kept"
    );
    assert!(import(file(r#""x/1":{"n":99.95}"#).as_bytes(), &|_, _| true).is_ok());
}

#[test]
fn one_changed_character_is_noticed() {
    let text = export(&[&full()]);
    let changed = text.replace("Agree on priorities", "Agree on priorities!");
    assert!(matches!(
        import(changed.as_bytes(), &|_, _| true),
        Err(ImportError::Checksum { .. })
    ));
    let cut = &text[..text.len() / 2];
    assert!(matches!(
        import(cut.as_bytes(), &|_, _| true),
        Err(ImportError::NotJson { .. })
    ));
}

#[test]
fn limits_let_in_what_they_name() {
    let note = format!(
        r#""answer/4.1-a":{{"note":"{}"}}"#,
        "\u{1d11e}".repeat(Limits::NOTE / 2)
    );
    let text = format!(r#""action/x":{{"title":"{}"}}"#, "t".repeat(Limits::TEXT));
    let records: Vec<String> = (0..Limits::RECORDS)
        .map(|it| format!(r#""x/{it}":{{}}"#))
        .collect();
    for content in [note, text, records.join(",")] {
        assert!(import(file(&content).as_bytes(), &|_, _| true).is_ok());
    }
}

/// One error of each variant, with arguments that are easy to find in a text.
fn every_error() -> Vec<ImportError> {
    let [assessment, record, field] = ["ASSESSMENT", "RECORD", "FIELD"].map(str::to_owned);
    vec![
        ImportError::TooLarge {
            bytes: 9 * 1024 * 1024,
            limit: Limits::BYTES,
        },
        ImportError::Empty,
        ImportError::NotText { at: 4 },
        ImportError::NotJson {
            line: 71,
            column: 72,
        },
        ImportError::TooDeep {
            line: 71,
            limit: 72,
        },
        ImportError::TooManyValues { limit: 71 },
        ImportError::DuplicateName {
            name: "NAME".to_owned(),
            line: 71,
        },
        ImportError::Number { line: 71 },
        ImportError::NotWaymark,
        ImportError::TooNew {
            found: 72,
            newest: 71,
        },
        ImportError::Incomplete {
            part: "PART".to_owned(),
        },
        ImportError::Checksum {
            stated: String::new(),
            computed: String::new(),
        },
        ImportError::NoAssessment,
        ImportError::DuplicateAssessment {
            assessment: assessment.clone(),
        },
        ImportError::TooManyRecords {
            assessment: assessment.clone(),
            found: 72,
            limit: 71,
        },
        ImportError::BadKey {
            assessment: assessment.clone(),
            record: record.clone(),
        },
        ImportError::BadRecord {
            assessment: assessment.clone(),
            record: record.clone(),
            why: String::new(),
        },
        ImportError::TextTooLong {
            assessment,
            record,
            field,
            units: 72,
            limit: 71,
        },
    ]
}

fn messages() -> Messages {
    compiler::build(Path::new("content"))
        .expect("the content compiles")
        .0
        .messages
}

#[test]
fn every_refusal_and_every_remark_has_its_text() {
    let messages = messages();
    let errors = every_error();
    let keys = vec![key("x/1"), key("x/2")];
    let remarks = [
        Remark::NoChecksum,
        Remark::UnknownParts {
            names: vec!["NAME".to_owned()],
        },
        Remark::UnknownRecords {
            assessment: "a".to_owned(),
            keys: keys.clone(),
        },
        Remark::UnreadableRecords {
            assessment: "a".to_owned(),
            keys: Vec::new(),
        },
        Remark::UnknownFields {
            assessment: "a".to_owned(),
            keys,
        },
    ];
    let texts = errors
        .iter()
        .map(|it| (it.key(), it.arguments()))
        .chain(remarks.iter().map(|it| (it.key(), it.arguments())));
    let mut seen = BTreeSet::new();
    for (key, arguments) in texts {
        assert!(messages.contains(key), "{key} has no text");
        // A missing argument would come out as its name.
        let named = messages.format(key, &arguments, english_plural);
        let bare = messages.format(key, &[], english_plural);
        assert!(
            arguments.is_empty() || named != bare,
            "{key} ignores its arguments"
        );
        let shown = |it: &Argument| match it {
            Argument::Text(text) => named.contains(text.as_str()),
            Argument::Number(number) => named.contains(&number.to_string()),
        };
        assert!(
            arguments.iter().all(|(_, it)| shown(it)),
            "{key} leaves something out: {named}"
        );
        seen.insert(key);
    }
    assert_eq!(seen.len(), errors.len() + remarks.len());
    let written: BTreeSet<&str> = messages
        .keys()
        .filter(|it| it.starts_with("import-error-") || it.starts_with("import-remark-"))
        .collect();
    assert_eq!(seen, written, "every text belongs to a refusal or a remark");
    for key in ["edit-import-replace", "edit-import-merge"] {
        assert!(messages.contains(key), "{key} has no text");
    }
}

#[test]
fn a_refusal_names_what_the_user_has_to_look_for() {
    let messages = messages();
    let text = |it: &ImportError| messages.format(it.key(), &it.arguments(), english_plural);
    let too_new = ImportError::TooNew {
        found: 2,
        newest: 1,
    };
    assert!(
        text(&too_new).contains("format 2") && text(&too_new).contains("up to 1"),
        "{}",
        text(&too_new)
    );
    let place = ImportError::NotJson {
        line: 71,
        column: 5,
    };
    assert!(
        text(&place).contains("line 71, column 5"),
        "{}",
        text(&place)
    );
}
