//! What an import would change, and the edit that does it.

use std::path::Path;

use proptest::prelude::*;
use waymark::assessment::{
    Answer, Assessment, Edit, EvidenceItem, Rating, Record, RecordKey, RecordKind,
};
use waymark::catalog::{Catalog, compiler};
use waymark::exchange::{Mode, Preview, Side, catalog_knows, merge, preview};

use crate::samples::{self, day, full, key, put};

fn catalog() -> Catalog {
    compiler::build(Path::new("content"))
        .expect("the content compiles")
        .0
}

fn rated(rating: Rating, on: &str) -> Answer {
    Answer {
        rating: Some(rating),
        rated_on: Some(day(on)),
        ..Answer::default()
    }
}

fn evidence(title: &str) -> EvidenceItem {
    EvidenceItem {
        title: title.to_owned(),
        ..EvidenceItem::default()
    }
}

/// An assessment with one answer.
fn answered(answer: Answer) -> Assessment {
    let mut it = samples::blank();
    put(&mut it, "answer/4.1-a", Record::Answer(answer));
    it
}

fn taken_over(current: &Assessment, incoming: &Assessment, mode: Mode) -> Assessment {
    let mut it = current.clone();
    it.apply(merge(current, incoming, mode));
    it
}

fn answer(it: &Assessment) -> &Answer {
    it.answer("4.1-a").expect("an answer")
}

#[test]
fn a_preview_tells_added_changed_conflicting_removed_unchanged_and_unknown() {
    let (mut current, mut incoming) = (samples::blank(), samples::blank());
    for (id, ours, theirs) in [
        ("4.1-a", None, Some(rated(Rating::Thin, "2026-01-01"))),
        (
            "4.1-b",
            Some(Answer {
                owner: "Kim".to_owned(),
                ..Answer::default()
            }),
            Some(rated(Rating::Thin, "2026-01-01")),
        ),
        (
            "4.2-a",
            Some(rated(Rating::Partly, "2026-01-01")),
            Some(rated(Rating::Thin, "2026-01-02")),
        ),
        ("4.2-b", Some(rated(Rating::Partly, "2026-01-01")), None),
        (
            "4.3-a",
            Some(rated(Rating::Thin, "2026-01-01")),
            Some(rated(Rating::Thin, "2026-01-01")),
        ),
    ] {
        let key = format!("answer/{id}");
        ours.into_iter()
            .for_each(|it| put(&mut current, &key, Record::Answer(it)));
        theirs
            .into_iter()
            .for_each(|it| put(&mut incoming, &key, Record::Answer(it)));
    }
    put(
        &mut incoming,
        "answer/4.99-z",
        Record::Answer(Answer::default()),
    );
    let keys = |names: &[&str]| names.iter().map(|it| key(it)).collect::<Vec<_>>();
    let mut unchanged = keys(&["about/main", "answer/4.3-a", "plan/main", "scope/main"]);
    unchanged.sort();
    let expected = Preview {
        added: keys(&["answer/4.1-a", "answer/4.99-z"]),
        changed: keys(&["answer/4.1-b"]),
        conflicting: keys(&["answer/4.2-a"]),
        removed: keys(&["answer/4.2-b"]),
        unchanged,
        unknown: keys(&["answer/4.99-z"]),
    };
    assert_eq!(preview(Some(&current), &incoming, &catalog()), expected);
}

#[test]
fn everything_in_a_new_assessment_is_added() {
    let full = full();
    let found = preview(None, &full, &catalog());
    assert_eq!(found.added.len(), full.keys().len());
    assert_eq!(
        found
            .unknown
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["answer/8.6.1-a", "finding/f-1"]
    );
    assert!(!found.is_empty());
    assert!(preview(Some(&full), &full, &catalog()).is_empty());
}

#[test]
fn the_catalogue_knows_its_own_ids_only() {
    let catalog = catalog();
    for (known, unknown) in [
        ("answer/8.6.1-a", "answer/8.6.1-zz"),
        ("document/sms-scope", "document/nothing"),
        ("step/R01", "step/Z99"),
        ("overrule/8.6.1", "overrule/11"),
        ("confirmation/decision-recorded", "confirmation/nothing"),
        ("action/anything", "finding/anything"),
    ] {
        assert!(catalog_knows(&catalog, &key(known)), "{known}");
        assert!(!catalog_knows(&catalog, &key(unknown)), "{unknown}");
    }
}

#[test]
fn a_replacement_takes_everything_from_the_file_and_can_be_undone() {
    let (mut current, incoming) = (answered(rated(Rating::Thin, "2026-01-01")), full());
    current.id.clone_from(&incoming.id);
    let before = current.clone();
    let back = current.apply(merge(&before, &incoming, Mode::Replace));
    for key in incoming.keys() {
        assert_eq!(current.record(&key), incoming.record(&key), "{key}");
    }
    assert_eq!(current.answer("4.1-a"), None);
    current.apply(back);
    assert_eq!(current, before);
}

#[test]
fn a_merge_joins_what_both_sides_entered() {
    let ours = Answer {
        evidence: vec![evidence("Minutes"), evidence("Log")],
        owner: "Kim".to_owned(),
        ..rated(Rating::Thin, "2026-01-01")
    };
    let theirs = Answer {
        evidence: vec![evidence("Log"), evidence("Report")],
        note: "Seen".to_owned(),
        ..Answer::default()
    };
    let (ours, theirs) = (answered(ours), answered(theirs));
    let merged = taken_over(&ours, &theirs, Mode::Merge(Side::Current));
    let expected = Answer {
        evidence: vec![evidence("Minutes"), evidence("Log"), evidence("Report")],
        owner: "Kim".to_owned(),
        note: "Seen".to_owned(),
        ..rated(Rating::Thin, "2026-01-01")
    };
    assert_eq!(answer(&merged), &expected);
    assert_eq!(
        merged,
        taken_over(&ours, &theirs, Mode::Merge(Side::Incoming)),
        "nothing clashes, so no side has to win"
    );
}

#[test]
fn where_both_sides_differ_the_chosen_side_wins_and_a_rating_keeps_its_day() {
    let ours = answered(Answer {
        rated_on: None,
        ..rated(Rating::Evidenced, "2026-01-01")
    });
    let theirs = answered(Answer {
        note: "Theirs".to_owned(),
        ..rated(Rating::Partly, "2026-02-02")
    });
    let merged = taken_over(&ours, &theirs, Mode::Merge(Side::Current));
    assert_eq!(
        (answer(&merged).rating, answer(&merged).rated_on),
        (Some(Rating::Evidenced), None)
    );
    assert_eq!(answer(&merged).note, "Theirs");
    let merged = taken_over(&ours, &theirs, Mode::Merge(Side::Incoming));
    assert_eq!(
        (answer(&merged).rating, answer(&merged).rated_on),
        (Some(Rating::Partly), Some(day("2026-02-02")))
    );
}

#[test]
fn a_merge_keeps_the_name_and_whatever_the_file_lacks() {
    let mut ours = answered(rated(Rating::Thin, "2026-01-01"));
    ours.about.name = "Ours".to_owned();
    let theirs = full();
    let merged = taken_over(&ours, &theirs, Mode::Merge(Side::Incoming));
    assert_eq!(merged.about.name, "Ours");
    assert_eq!(answer(&merged), answer(&ours));
    assert_eq!(merged.scope, theirs.scope);
    assert_eq!(
        merged.record(&key("finding/f-1")),
        theirs.record(&key("finding/f-1"))
    );
}

/// Whether a record that a side has is still there.
fn is_held(side: &Assessment, merged: &Assessment, key: &RecordKey) -> bool {
    side.record(key).is_none() || merged.record(key).is_some()
}

proptest! {
    #[test]
    fn every_record_stands_in_exactly_one_list(ours in samples::assessment("a".to_owned()), theirs in samples::assessment("a".to_owned())) {
        let catalog = catalog_once();
        let found = preview(Some(&ours), &theirs, catalog);
        let mut listed: Vec<RecordKey> = [&found.added, &found.changed, &found.conflicting, &found.removed, &found.unchanged].into_iter().flatten().cloned().collect();
        listed.sort();
        let mut keys = ours.keys();
        keys.extend(theirs.keys());
        keys.sort();
        keys.dedup();
        prop_assert_eq!(listed, keys);
    }

    #[test]
    fn an_import_is_undone_whole(ours in samples::assessment("a".to_owned()), theirs in samples::assessment("a".to_owned())) {
        for mode in [Mode::Replace, Mode::Merge(Side::Current), Mode::Merge(Side::Incoming)] {
            let mut it = ours.clone();
            let back = it.apply(merge(&ours, &theirs, mode));
            it.apply(back);
            prop_assert_eq!(&it, &ours);
        }
    }

    #[test]
    fn a_merge_loses_no_record_and_settles(ours in samples::assessment("a".to_owned()), theirs in samples::assessment("a".to_owned())) {
        for side in [Side::Current, Side::Incoming] {
            let merged = taken_over(&ours, &theirs, Mode::Merge(side));
            for key in ours.keys().iter().chain(&theirs.keys()) {
                prop_assert!(is_held(&ours, &merged, key) && is_held(&theirs, &merged, key));
            }
            prop_assert!(merge(&merged, &theirs, Mode::Merge(side)).changes.is_empty());
        }
    }

    #[test]
    fn without_conflicts_either_side_may_win(ours in samples::assessment("a".to_owned()), theirs in samples::assessment("a".to_owned())) {
        let found = preview(Some(&ours), &theirs, catalog_once());
        let [mine, other] = [Side::Current, Side::Incoming].map(|it| taken_over(&ours, &theirs, Mode::Merge(it)));
        for key in mine.keys().iter().filter(|it| !found.conflicting.contains(it) && it.kind != RecordKind::About) {
            prop_assert_eq!(mine.record(key), other.record(key));
        }
    }
}

fn catalog_once() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(catalog)
}

/// An assessment with one answer that has fields of a newer version.
fn with_fields(text: &str) -> Assessment {
    let mut it = samples::blank();
    it.put_json(&key("answer/4.1-a"), text).expect("an answer");
    it
}

#[test]
fn unknown_fields_of_a_file_come_along_into_an_assessment_that_is_there() {
    let current = with_fields(r#"{"note":"ours","mood":"calm","colour":"red"}"#);
    let incoming = with_fields(r#"{"note":"ours","mood":"tense","weight":7}"#);
    for (mode, expected) in [
        (
            Mode::Replace,
            r#"{"mood":"tense","note":"ours","weight":7}"#,
        ),
        (
            Mode::Merge(Side::Incoming),
            r#"{"colour":"red","mood":"tense","note":"ours","weight":7}"#,
        ),
        (
            Mode::Merge(Side::Current),
            r#"{"colour":"red","mood":"calm","note":"ours","weight":7}"#,
        ),
    ] {
        let edit = merge(&current, &incoming, mode);
        assert_eq!(
            Edit::from_json(&edit.to_json()).as_ref(),
            Some(&edit),
            "the journal keeps them"
        );
        let mut it = current.clone();
        let back = it.apply(edit);
        assert_eq!(
            it.json(&key("answer/4.1-a")).as_deref(),
            Some(expected),
            "{mode:?}"
        );
        it.apply(back);
        assert_eq!(it, current, "undo takes {mode:?} back");
    }
}
