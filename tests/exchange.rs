//! Files: what is written is read back, what is wrong is refused with its reason, and an import can be looked at and undone.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

#[path = "exchange/backup.rs"]
mod backup;
#[path = "exchange/encrypted.rs"]
mod encrypted;
#[path = "exchange/refusals.rs"]
mod refusals;
#[path = "exchange/samples.rs"]
mod samples;
#[path = "exchange/schema.rs"]
mod schema;
#[path = "exchange/takeover.rs"]
mod takeover;
#[path = "exchange/versions.rs"]
mod versions;

use std::fs;

use proptest::prelude::*;
use serde_json::Value;
use waymark::assessment::{About, Assessment, RecordKey, RecordKind};
use waymark::exchange::{Imported, Remark, export, import, reads_back};

use samples::{assessments, full};

/// Written by the first version and kept for ever: every later version has to read it and write the same bytes.
const GOLDEN: &str = "tests/golden/export-v1.json";

fn read(text: &str) -> Imported {
    import(text.as_bytes(), &|_, _| true).expect("a sound file")
}

fn written(assessments: &[Assessment]) -> String {
    export(&assessments.iter().collect::<Vec<_>>())
}

#[test]
fn the_first_released_file_is_still_read_and_written_again_byte_for_byte() {
    let golden = fs::read_to_string(GOLDEN).expect("the golden file");
    let imported = read(&golden);
    assert_eq!(imported.assessments, [samples::blank(), full()]);
    assert_eq!(written(&imported.assessments), golden);
    assert!(reads_back(&golden));
}

#[test]
fn the_first_released_file_with_workspaces_is_still_read_and_written_again_byte_for_byte() {
    let golden = fs::read_to_string("tests/golden/workspaces-v1.json").expect("the golden file");
    let imported = read(&golden);
    assert_eq!(imported.remarks, [], "every kind and field is known");
    assert_eq!(imported.assessments, [samples::workspaces()]);
    assert_eq!(written(&imported.assessments), golden);
    assert!(reads_back(&golden));
}

#[test]
fn a_workspace_record_of_another_shape_is_kept_and_remarked() {
    let mut assessment = samples::workspaces();
    let key = RecordKey::parse("audit/lost").expect("a key");
    let value = serde_json::json!({ "start": "tomorrow" });
    assessment.put_value(&key, value).expect("kept");
    let text = export(&[&assessment]);
    let imported = read(&text);
    assert_eq!(
        imported.remarks,
        [Remark::UnreadableRecords {
            assessment: assessment.id.clone(),
            keys: vec![key],
        }]
    );
    assert_eq!(written(&imported.assessments), text);
}

#[test]
fn assessments_are_sorted_by_id_and_written_once() {
    let (blank, full) = (samples::blank(), full());
    assert_eq!(export(&[&full, &blank, &full]), export(&[&blank, &full]));
}

#[test]
fn the_layout_of_a_file_does_not_count() {
    let text = export(&[&full()]);
    let compact = serde_json::from_str::<Value>(&text)
        .expect("JSON")
        .to_string();
    assert_eq!(read(&compact), read(&text));
    let with_mark = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(&with_mark), read(&text));
    assert!(!reads_back(&compact), "a backup is checked byte for byte");
}

#[test]
fn what_this_version_does_not_know_is_kept_and_remarked() {
    let imported = import(export(&[&full()]).as_bytes(), &|_, key| {
        !matches!(key.kind, RecordKind::Other(_))
    })
    .expect("a sound file");
    let key = |text: &str| RecordKey::parse(text).expect("a key");
    let assessment = full().id;
    assert_eq!(
        imported.remarks,
        [
            Remark::UnknownRecords {
                assessment: assessment.clone(),
                keys: vec![key("finding/f-1")]
            },
            Remark::UnknownFields {
                assessment,
                keys: vec![key("answer/8.6.1-a")]
            },
        ]
    );
    assert_eq!(imported.assessments, [full()]);
}

#[test]
fn a_file_without_checksum_and_with_foreign_parts_is_read_with_remarks() {
    let text = r#"{"format":"waymark","version":1,"tool":"x","assessments":[{"id":"a","records":{},"mood":1}]}"#;
    let imported = read(text);
    assert_eq!(
        imported.assessments,
        [Assessment::new("a", About::default())]
    );
    let unknown = |name: &str| Remark::UnknownParts {
        names: vec![name.to_owned()],
    };
    assert_eq!(
        imported.remarks,
        [Remark::NoChecksum, unknown("tool"), unknown("mood")]
    );
}

proptest! {
    #[test]
    fn what_is_exported_is_imported_and_exported_again_byte_for_byte(assessments in assessments()) {
        let text = written(&assessments);
        let imported = read(&text);
        prop_assert_eq!(imported.assessments.len(), assessments.len());
        for it in &assessments {
            prop_assert!(imported.assessments.contains(it));
        }
        prop_assert_eq!(written(&imported.assessments), text.clone());
        prop_assert!(reads_back(&text));
    }

    #[test]
    fn whatever_is_accepted_is_stable_from_then_on(at in any::<prop::sample::Index>(), with in ".{0,3}", cut in 0usize..4) {
        let text = export(&[&full()]).replace(r#""checksum": "crc32c:"#, r#""sum": "crc32c:"#);
        let at = at.index(text.len());
        let (head, tail) = (text.get(..at).unwrap_or(""), text.get(at + cut..).unwrap_or(""));
        let damaged = format!("{head}{with}{tail}");
        if let Ok(imported) = import(damaged.as_bytes(), &|_, _| true) {
            prop_assert!(reads_back(&written(&imported.assessments)));
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = import(&bytes, &|_, _| true);
    }

    #[test]
    fn arbitrary_json_never_panics(value in samples::json()) {
        let _ = import(value.to_string().as_bytes(), &|_, _| true);
        let text = format!(r#"{{"format":"waymark","version":1,"assessments":[{{"id":"a","records":{value}}}]}}"#);
        if let Ok(imported) = import(text.as_bytes(), &|_, _| true) {
            prop_assert!(reads_back(&written(&imported.assessments)));
        }
    }
}
