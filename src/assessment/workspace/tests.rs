use serde_json::json;

use super::*;
use crate::assessment::About;

/// One value for every field of a kind, none of them blank.
fn full(kind: &str) -> Value {
    let all: Value =
        serde_json::from_str(include_str!("../../../tests/fixture/workspaces.json")).expect("JSON");
    all.get(kind).cloned().expect("an example of every kind")
}

/// What is written after the value was read as its kind.
fn written(kind: &str, value: &Value) -> Option<Value> {
    fn again<T: WorkspaceRecord>(value: &Value) -> Option<Value> {
        serde_json::to_value(read::<T>(value)?).ok()
    }
    of_kind!(kind, again, None, value)
}

fn holding(key: &str, value: Value) -> Assessment {
    let mut out = Assessment::new("a", About::default());
    let key = RecordKey::parse(key).expect("a key");
    out.put_value(&key, value).expect("kept");
    out
}

#[test]
fn every_field_of_every_kind_is_read_and_written_again() {
    for kind in KINDS {
        let value = full(kind);
        assert_eq!(fault(kind, &value), None, "{kind}");
        assert_eq!(written(kind, &value).as_ref(), Some(&value), "{kind}");
        let mut names: Vec<&str> = value
            .as_object()
            .expect("fields")
            .keys()
            .map(String::as_str)
            .collect();
        let mut known = fields(kind).expect("a kind").to_vec();
        known.sort_unstable();
        names.sort_unstable();
        assert_eq!(names, known, "{kind}: the example names every field");
    }
}

#[test]
fn a_blank_entry_writes_nothing() {
    for kind in KINDS {
        assert_eq!(written(kind, &json!({})), Some(json!({})), "{kind}");
    }
    assert_eq!(fields("answer"), None);
}

#[test]
fn fields_of_a_newer_version_survive_an_edit_at_every_depth() {
    let value =
        json!({"title": "t", "mood": "calm", "agenda": [{"subject": "s", "room": {"floor": 2}}]});
    let mut assessment = holding("audit/1", value);
    let edit = edited(&assessment, "edit-audit", "1", |it: &mut Audit| {
        it.title = "u".to_owned();
    });
    assessment.apply(edit);
    let key = Audit::key("1");
    let expected =
        json!({"title": "u", "mood": "calm", "agenda": [{"subject": "s", "room": {"floor": 2}}]});
    assert_eq!(assessment.value(&key), Some(expected));
}

#[test]
fn an_edit_of_an_entry_can_be_undone() {
    let mut assessment = Assessment::default();
    let back = assessment.apply(put("edit-audit", "1", &Audit::default()));
    assert_eq!(entry::<Audit>(&assessment, "1"), Some(Audit::default()));
    assessment.apply(back);
    assert_eq!(assessment, Assessment::default());
}

#[test]
fn a_record_of_another_shape_is_named_and_left_as_it_is() {
    for value in [
        json!({"start": "tomorrow"}),
        json!({"clauses": "8"}),
        json!({"state": "lost"}),
        json!([]),
    ] {
        let mut assessment = holding("audit/1", value.clone());
        assert_eq!(unreadable(&assessment), [Audit::key("1")], "{value}");
        assert_eq!(entries::<Audit>(&assessment), []);
        let edit = edited(&assessment, "edit-audit", "1", |it: &mut Audit| {
            it.note = "x".to_owned()
        });
        assert!(edit.changes.is_empty());
        assessment.apply(edit);
        assert_eq!(assessment.value(&Audit::key("1")), Some(value));
    }
    assert_eq!(
        unreadable(&holding("finding/1", json!([1]))),
        [],
        "another kind has no shape"
    );
}

#[test]
fn kinds_whose_names_begin_alike_are_told_apart() {
    let mut assessment = holding("audit-line/1.8.6.1-a", json!({"seen": "s"}));
    assessment.apply(put("edit", MAIN, &AuditProgramme::default()));
    assert_eq!(entries::<Audit>(&assessment), []);
    assert_eq!(entries::<AuditLine>(&assessment).len(), 1);
    assert_eq!(
        AuditLine::parts(&AuditLine::id("7b0e", "8.6.1-a")),
        Some(("7b0e", "8.6.1-a"))
    );
}

#[test]
fn a_group_of_clauses_covers_those_below_it_and_no_others() {
    let audit = Audit {
        clauses: vec!["8.5".to_owned(), "10".to_owned(), "4.1".to_owned()],
        ..Audit::default()
    };
    let covered = ["8.5", "8.5.1.3", "10.1", "4.1"];
    let not = ["8.50", "8", "8.6.1", "1", "4.10"];
    assert!(covered.iter().all(|it| audit.covers_clause(it)));
    assert!(!not.iter().any(|it| audit.covers_clause(it)));
}
