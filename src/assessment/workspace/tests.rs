use serde_json::json;

use super::*;
use crate::assessment::About;

/// One value for every field of every kind, none of them blank.
fn full(kind: &str) -> Value {
    match kind {
        "audit" => {
            json!({"agenda": [{"day": "2026-05-04", "from": "09:00", "to": "10:30", "subject": "s", "auditor": "a", "auditee": "b", "place": "p"}],
            "auditees": ["b"], "auditors": ["a"], "clauses": ["8.6"], "conclusion": "c", "criteria": "c", "finish": "2026-05-05", "follow_up": "2026-06-01",
            "independence_by": "i", "independence_on": "2026-04-01", "note": "n", "number": "1", "objective": "o", "processes": ["incident"],
            "report_on": "2026-05-10", "report_to": "r", "scope": "s", "start": "2026-05-04", "state": "reported", "title": "t"})
        }
        "audit-line" => {
            json!({"answer": "a", "conclusion": "finding", "note": "n", "sample": "s", "seen": "s"})
        }
        "audit-programme" => {
            json!({"from": "2026-01-01", "importance": "i", "methods": "m", "note": "n", "reporting": "r", "responsibilities": "r", "to": "2026-12-31"})
        }
        "baseline" => {
            json!({"note": "n", "on": "2026-01-01", "steps": {"R01": {"start": "2026-01-02", "finish": "2026-01-03"}}, "title": "t"})
        }
        "body" => {
            json!({"accredited_at": "a", "accredited_on": "2026-01-01", "answers": {"language": "English"}, "answer_days_major": 60, "answer_days_minor": 90,
            "chosen": true, "contact": "c", "days_stage_one": 2, "days_stage_two": 4.5, "days_surveillance": 2, "name": "n", "note": "n", "price": "p", "quoted_on": "2026-02-01"})
        }
        "certification" => {
            json!({"applied_on": "2026-01-01", "certificate": "c", "contract_on": "2026-01-02", "decided_on": "2026-09-01", "expires_on": "2029-08-31",
            "facts": {"people": "34"}, "interviews": [{"clauses": ["8.6.1"], "day": "2026-07-01", "from": "09:00", "to": "10:00", "guide": "g", "partner": "p",
            "place": "p", "processes": ["incident"], "samples": "s", "subject": "s"}], "months_of_records": 2, "note": "n", "recertification": "2029-06-01",
            "stage_one_first": "2026-05-01", "stage_one_last": "2026-05-02", "stage_one_report": "2026-05-05", "stage_two_first": "2026-07-01",
            "stage_two_last": "2026-07-03", "stage_two_report": "2026-07-10", "surveillance_one": "2027-06-01", "surveillance_two": "2028-06-01"})
        }
        "nonconformity" => {
            json!({"accepted_on": "2026-08-01", "actions": [{"done_on": "2026-08-02", "due": "2026-08-03", "owner": "o", "proof": "p", "text": "t"}],
            "answer_due": "2026-08-04", "asked": "a", "cause": "c", "check_due": "2026-09-01", "check_measure": "m", "check_result": "r", "checked_by": "c",
            "checked_on": "2026-09-02", "clause": "8.6.1", "closed_by": "c", "closed_on": "2026-09-03", "consequences": "c", "corrected_on": "2026-07-20",
            "correction": "c", "due": "2026-09-30", "effective": false, "evidence": "e", "extent": "e", "failure": "f", "grade": "major", "location": "l",
            "note": "n", "number": "1", "owner": "o", "raised_on": "2026-07-10", "reopened": [{"on": "2026-09-10", "reason": "r"}], "requirement": "8.6.1-a",
            "source": "stage-two", "source_id": "x", "title": "t", "verified_on": "2026-08-20", "whys": ["w"]})
        }
        "objective" => {
            json!({"baseline": 90, "baseline_on": "2026-01-01", "better": "lower", "due": "2026-12-31", "kind": "benefit", "measure": "m", "note": "n",
            "owner": "o", "readings": [{"note": "n", "on": "2026-02-01", "value": 91.5}], "target": 99.5, "title": "t", "unit": "%"})
        }
        "operation" => {
            json!({"documented": true, "looked_by": "l", "looked_on": "2026-05-01", "no_case": true, "note": "n", "owner": "o", "records": "r",
            "samples": 12, "since": "2026-01-01"})
        }
        "review" => {
            json!({"attendance": [{"name": "n", "role": "r", "top_management": true}], "chair": "c", "date": "2026-06-01",
            "decisions": [{"action": "a", "due": "2026-07-01", "output": "improvement", "owner": "o", "text": "t"}], "inputs": {"risks": {"covered": true, "summary": "s"}},
            "minutes_at": "m", "minutes_by": "m", "minutes_on": "2026-06-10", "next": "2027-06-01", "note": "n", "pack_sent_on": "2026-05-20", "place": "p", "title": "t"})
        }
        other => panic!("{other}"),
    }
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
