//! Stores as every released version wrote them, kept for ever: each later version has to open them, lose nothing, and
//! leave what it need not change.

use serde_json::{Value, json};
use waymark::assessment::{About, Assessment, RecordKey};
use waymark::exchange::{export, import};
use waymark::storage::RawRow;

use super::*;

/// All rows of both stores of schema 1, in the form of the raw file of the recovery page: journal and database hold
/// the assessments of `export-v1.json`, with a history, a snapshot, a conflict and something unreadable.
const STORE: &str = "tests/golden/store-v1.json";
const EXPORT: &str = "tests/golden/export-v1.json";

fn world_of(text: &str) -> Shared {
    let dump: Value = serde_json::from_str(text).expect("JSON");
    let world = Shared::default();
    for row in dump["rows"].as_array().expect("rows") {
        let part = |name: &str| row[name].as_str().expect("a text").to_owned();
        let mut world = world.borrow_mut();
        let table = Table::ALL
            .into_iter()
            .find(|it| it.key() == part("table"))
            .expect("a table");
        let rows = match part("store").as_str() {
            "journal" => &mut world.journal,
            _ => world.table(table),
        };
        rows.insert(part("key"), part("text"));
    }
    world
}

/// The rows as the raw file has them.
fn dump(rows: &[RawRow]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|it| {
            json!({ "store": it.medium.key(), "table": it.table.key(), "key": it.row.key, "text": it.row.text })
                .to_string()
        })
        .collect();
    format!(
        "{{\"waymark-raw\":1,\"refused\":[],\"rows\":[\n{}\n]}}\n",
        rows.join(",\n")
    )
}

fn golden(path: &str) -> String {
    std::fs::read_to_string(path).expect("the golden file")
}

/// The assessments of a world, as a file. Conflict copies are left out: a file of that version has none.
fn exported(world: &Shared) -> String {
    let one = tab(world, "reader");
    let mut all: Vec<Assessment> = Vec::new();
    for listed in finish(one.list()).assessments {
        let Loaded::Restored(found) = finish(one.load(&listed.id)) else {
            panic!("{} is not restored", listed.id)
        };
        let mut it = Assessment::new(listed.id, About::default());
        for record in found.records.iter().filter(|it| it.name.kind != "conflict") {
            let key = RecordKey::parse(&format!("{}/{}", record.name.kind, record.name.id));
            it.put_json(
                &key.expect("a key"),
                record.body.as_deref().expect("a body"),
            )
            .expect("a record");
        }
        all.push(it);
    }
    export(&all.iter().collect::<Vec<_>>())
}

#[test]
fn the_first_released_store_is_opened_and_exported_as_the_first_released_file() {
    assert_eq!(exported(&world_of(&golden(STORE))), golden(EXPORT));
}

#[test]
fn one_half_of_the_first_released_store_is_enough() {
    for medium in [Medium::Journal, Medium::Database] {
        let world = world_of(&golden(STORE));
        world.borrow_mut().lose(medium);
        assert_eq!(
            exported(&world),
            golden(EXPORT),
            "without the {}",
            medium.key()
        );
    }
}

#[test]
fn opening_and_saving_leaves_the_rows_of_the_first_released_store_as_they_are() {
    let text = golden(STORE);
    let world = world_of(&text);
    let one = tab(&world, "later");
    let listed = finish(one.list()).assessments;
    for it in &listed {
        assert_eq!(repairs(finish(one.load(&it.id))), []);
    }
    assert_eq!(finish(one.commit()), SaveState::Saved);
    assert_eq!(dump(&finish(one.raw()).0), text);
}

#[test]
fn history_snapshot_conflict_and_quarantine_of_the_first_released_store_are_read() {
    let world = world_of(&golden(STORE));
    let one = tab(&world, "later");
    let file = import(golden(EXPORT).as_bytes(), &|_, _| true).expect("the golden file");
    let id = &file.assessments[1].id;
    let labels: Vec<String> = finish(one.recent_history(id, 9))
        .unwrap()
        .into_iter()
        .map(|it| it.edit.label)
        .collect();
    assert_eq!(labels, ["edit-import"]);
    let kept = finish(one.snapshots(id)).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(
        finish(one.snapshot_body(&kept[0].key)).unwrap().unwrap(),
        export(&[&file.assessments[1]])
    );
    let Loaded::Restored(found) = finish(one.load(id)) else {
        panic!("not restored")
    };
    let copies = found
        .records
        .iter()
        .filter(|it| it.name.conflict_of().is_some());
    assert_eq!(copies.count(), 1);
    assert_eq!(finish(one.quarantine(id)).unwrap()[0].text, "unreadable");
}

#[test]
fn the_store_of_this_version_differs_from_the_golden_one_in_nothing() {
    let file = import(golden(EXPORT).as_bytes(), &|_, _| true).expect("the golden file");
    let world = Shared::default();
    let one = tab(&world, "golden1");
    for it in &file.assessments {
        one.begin(&it.id).unwrap();
        let changes = it.keys().into_iter().map(|key| Change {
            kind: key.kind.key().to_owned(),
            id: key.id.clone(),
            body: it.json(&key),
        });
        one.stage(&it.id, changes.collect(), history("edit-import"))
            .unwrap();
        assert_eq!(finish(one.commit()), SaveState::Saved);
    }
    let full = &file.assessments[1];
    let note = waymark::storage::SnapshotNote {
        reason: "import".to_owned(),
        taken: "2026-11-22T14:02".to_owned(),
        keep: waymark::storage::Keep::Always,
    };
    finish(one.snapshot(&full.id, note, &export(&[full]))).unwrap();
    // A second tab that knows nothing of the first writes the plan first; then something unreadable is found.
    let two = tab(&world, "golden2");
    finish(two.load(&full.id));
    let plan = |body: &str| Change {
        kind: "plan".to_owned(),
        id: "main".to_owned(),
        body: Some(body.to_owned()),
    };
    let right = full.json(&RecordKey::parse("plan/main").unwrap()).unwrap();
    two.stage(&full.id, vec![plan(r#"{"size":"small"}"#)], None)
        .unwrap();
    finish(two.commit());
    one.stage(&full.id, vec![plan(r#"{"size":"large"}"#)], None)
        .unwrap();
    finish(one.commit());
    one.stage(&full.id, vec![plan(&right)], None).unwrap();
    finish(one.commit());
    let key = RecordName::new(&full.id, "answer", "4.1-z").key();
    world
        .borrow_mut()
        .table(Table::Records)
        .insert(key, "unreadable".to_owned());
    let three = tab(&world, "golden3");
    finish(three.load(&full.id));
    assert_eq!(finish(three.commit()), SaveState::Saved);
    assert_eq!(dump(&finish(three.raw()).0), golden(STORE));
}
