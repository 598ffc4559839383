//! What every pair of media has to do, and the vault over them: the same bodies for the simulated media and for the
//! browser's own.
//!
//! Each test takes the media and an id of its own, because a browser's media outlive the tests.

use waymark::storage::{
    Batch, Change, Database, Decision, History, Journal, Keep, Loaded, News, Op, Outcome, Put,
    RecordName, Refreshed, Restored, Row, SaveState, Settings, SnapshotNote, Stamp, StoredRecord,
    Table, Vault,
};

pub(crate) fn record(
    assessment: &str,
    id: &str,
    generation: u64,
    writer: &str,
    body: &str,
) -> StoredRecord {
    StoredRecord {
        name: RecordName::new(assessment, "answer", id),
        schema: 1,
        stamp: Stamp {
            generation,
            writer: writer.to_owned(),
        },
        base: None,
        body: Some(body.to_owned()),
    }
}

pub(crate) fn batch(assessment: &str, puts: Vec<Put>, ops: Vec<Op>) -> Batch {
    Batch {
        assessment: assessment.to_owned(),
        schema: 1,
        held_before: false,
        writes_anew: false,
        puts,
        rescues: Vec::new(),
        history: Vec::new(),
        ops,
        history_limit: 5,
    }
}

pub(crate) fn answer(id: &str, body: &str) -> Change {
    Change {
        kind: "answer".to_owned(),
        id: id.to_owned(),
        body: Some(body.to_owned()),
    }
}

pub(crate) fn about(body: &str) -> Change {
    Change {
        kind: "about".to_owned(),
        id: "main".to_owned(),
        body: Some(body.to_owned()),
    }
}

pub(crate) fn history(label: &str) -> Option<History> {
    Some(History {
        label: label.to_owned(),
        forward: "f".to_owned(),
        inverse: "i".to_owned(),
    })
}

/// The bodies of what was loaded, with kind and id.
pub(crate) fn bodies(loaded: Loaded) -> Vec<(String, String, String)> {
    let Loaded::Restored(Restored { records, .. }) = loaded else {
        panic!("not restored: {loaded:?}")
    };
    records
        .into_iter()
        .map(|it| (it.name.kind, it.name.id, it.body.unwrap_or_default()))
        .collect()
}

pub(crate) fn entry(kind: &str, id: &str, body: &str) -> (String, String, String) {
    (kind.to_owned(), id.to_owned(), body.to_owned())
}

fn put_row(key: &str, text: &str) -> Op {
    Op::Put(
        Table::Snapshots,
        Row {
            key: key.to_owned(),
            text: text.to_owned(),
        },
    )
}

pub(crate) async fn the_journal_keeps_what_it_is_given<J: Journal>(journal: J, id: &str) {
    let key = RecordName::new(id, "answer", "ä/𝄞").key();
    assert_eq!(journal.get(&key), Ok(None));
    journal.put(&key, "one").unwrap();
    journal.put(&key, "two 𝄞 \u{0}").unwrap();
    assert_eq!(journal.get(&key).unwrap().as_deref(), Some("two 𝄞 \u{0}"));
    let other = RecordName::new(&format!("{id}x"), "answer", "a").key();
    journal.put(&other, "other").unwrap();
    let rows = journal.read_all(&RecordName::prefix(id)).unwrap();
    assert_eq!(
        rows,
        [Row {
            key: key.clone(),
            text: "two 𝄞 \u{0}".to_owned()
        }]
    );
    journal.remove(&key).unwrap();
    journal.remove(&key).unwrap();
    journal.remove(&other).unwrap();
    assert_eq!(journal.get(&key), Ok(None));
}

pub(crate) async fn the_database_reads_by_prefix_in_order<D: Database>(database: D, id: &str) {
    let prefix = RecordName::prefix(id);
    let keys = [
        format!("{prefix}b"),
        format!("{prefix}a/ä𝄞"),
        prefix.clone(),
    ];
    let beside = [
        format!("waymark/{id}"),
        format!("waymark/{id}0"),
        format!("waymark/{id}x/a"),
    ];
    let rows = keys.iter().chain(&beside).map(|it| put_row(it, it));
    let outcome = database
        .commit(&batch(id, Vec::new(), rows.collect()))
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Committed(_)));
    let mut sorted = keys.clone();
    sorted.sort();
    assert_eq!(
        database.keys(Table::Snapshots, &prefix).await.unwrap(),
        sorted
    );
    let rows = database.scan(Table::Snapshots, &prefix).await.unwrap();
    assert!(rows.iter().all(|it| it.key == it.text));
    assert_eq!(
        rows.into_iter().map(|it| it.key).collect::<Vec<_>>(),
        sorted
    );
    assert_eq!(
        database
            .get(Table::Snapshots, &keys[0])
            .await
            .unwrap()
            .as_ref(),
        Some(&keys[0])
    );
    assert_eq!(database.get(Table::History, &keys[0]).await.unwrap(), None);
}

pub(crate) async fn the_database_applies_operations_in_their_order<D: Database>(
    database: D,
    id: &str,
) {
    let prefix = RecordName::prefix(id);
    let key = |it: usize| format!("{prefix}{it:03}");
    let mut ops: Vec<Op> = (0..9).map(|it| put_row(&key(it), "x")).collect();
    ops.push(Op::Remove(Table::Snapshots, key(8)));
    ops.push(Op::Remove(Table::Snapshots, key(77)));
    ops.push(Op::KeepLast(Table::Snapshots, prefix.clone(), 3));
    database.commit(&batch(id, Vec::new(), ops)).await.unwrap();
    assert_eq!(
        database.keys(Table::Snapshots, &prefix).await.unwrap(),
        [key(5), key(6), key(7)]
    );
    let ops = vec![
        Op::KeepLast(Table::Snapshots, prefix.clone(), 9),
        put_row(&key(9), "x"),
    ];
    database.commit(&batch(id, Vec::new(), ops)).await.unwrap();
    assert_eq!(
        database
            .keys(Table::Snapshots, &prefix)
            .await
            .unwrap()
            .len(),
        4
    );
    let ops = vec![
        Op::RemovePrefix(Table::Snapshots, prefix.clone()),
        put_row(&key(1), "y"),
    ];
    database.commit(&batch(id, Vec::new(), ops)).await.unwrap();
    assert_eq!(
        database.keys(Table::Snapshots, &prefix).await.unwrap(),
        [key(1)]
    );
}

pub(crate) async fn the_database_compares_before_it_replaces<D: Database>(database: D, id: &str) {
    let first = record(id, "4.1-a", 1, "a", "first");
    let put = |record: &StoredRecord, over: &[&StoredRecord]| Put {
        record: record.clone(),
        over: over.iter().map(|it| it.stamp.clone()).collect(),
    };
    database
        .commit(&batch(id, vec![put(&first, &[])], Vec::new()))
        .await
        .unwrap();
    let knowing = record(id, "4.1-a", 2, "b", "second");
    let outcome = database
        .commit(&batch(id, vec![put(&knowing, &[&first])], Vec::new()))
        .await
        .unwrap();
    assert_eq!(
        outcome,
        Outcome::Committed(waymark::storage::Committed::default())
    );
    let unknowing = record(id, "4.1-a", 3, "c", "third");
    let outcome = database
        .commit(&batch(id, vec![put(&unknowing, &[&first])], Vec::new()))
        .await
        .unwrap();
    let Outcome::Committed(committed) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(committed.conflicts.len(), 1);
    let stored = database
        .scan(Table::Records, &RecordName::prefix(id))
        .await
        .unwrap();
    let texts: Vec<String> = stored.into_iter().map(|it| it.text).collect();
    assert_eq!(
        texts,
        [unknowing.to_text(), knowing.conflict_copy().to_text()]
    );
}

pub(crate) async fn a_refused_batch_leaves_no_trace<D: Database>(database: D, id: &str) {
    let newer = StoredRecord {
        schema: 2,
        ..record(id, "4.1-a", 1, "a", "newer")
    };
    let row = Row {
        key: newer.name.key(),
        text: newer.to_text(),
    };
    database
        .commit(&batch(
            id,
            Vec::new(),
            vec![Op::Put(Table::Records, row.clone())],
        ))
        .await
        .unwrap();
    let puts = ["4.1-b", "4.1-a"].map(|it| Put {
        record: record(id, it, 5, "b", "older build"),
        over: Vec::new(),
    });
    let refused = batch(
        id,
        puts.to_vec(),
        vec![put_row(&format!("{}s", RecordName::prefix(id)), "x")],
    );
    assert!(matches!(
        refused.decide(&[None, None, Some(row.text.clone())]),
        Decision::Refuse(_)
    ));
    assert_eq!(
        database.commit(&refused).await,
        Ok(Outcome::Fenced { found: 2 })
    );
    assert_eq!(
        database
            .scan(Table::Records, &RecordName::prefix(id))
            .await
            .unwrap(),
        [row]
    );
    assert_eq!(
        database
            .keys(Table::Snapshots, &RecordName::prefix(id))
            .await
            .unwrap(),
        Vec::<String>::new()
    );
}

pub(crate) async fn what_is_saved_is_there_after_a_restart<J: Journal, D: Database>(
    media: impl Fn() -> (J, D),
    id: &str,
) {
    let tab = open(&media, "one");
    assert_eq!(tab.load(id).await, Loaded::Nothing);
    tab.begin(id).unwrap();
    tab.stage(
        id,
        vec![about("{}"), answer("4.1-a", "1"), answer("4.1-b", "2")],
        history("made"),
    )
    .unwrap();
    assert_eq!(tab.save_state_of(id), SaveState::Saving);
    assert_eq!(tab.commit().await, SaveState::Saved);
    let removal = Change {
        body: None,
        ..answer("4.1-b", "")
    };
    tab.stage(id, vec![answer("4.1-a", "3"), removal], history("edited"))
        .unwrap();
    assert_eq!(tab.commit().await, SaveState::Saved);
    let again = open(&media, "two");
    assert_eq!(
        bodies(again.load(id).await),
        [entry("about", "main", "{}"), entry("answer", "4.1-a", "3")]
    );
    assert_eq!(again.save_state_of(id), SaveState::Saved);
    let labels: Vec<String> = again
        .recent_history(id, 9)
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.edit.label)
        .collect();
    assert_eq!(labels, ["made", "edited"]);
    let listed = again.list().await;
    assert!(listed.assessments.iter().any(|it| it.id == id));
}

pub(crate) async fn two_tabs_keep_both_versions<J: Journal, D: Database>(
    media: impl Fn() -> (J, D),
    id: &str,
) {
    let (one, two) = (open(&media, "one"), open(&media, "two"));
    one.begin(id).unwrap();
    one.stage(id, vec![about("{}"), answer("4.1-a", "start")], None)
        .unwrap();
    one.commit().await;
    two.load(id).await;
    one.stage(
        id,
        vec![answer("4.1-a", "one"), answer("4.1-b", "mine")],
        history("one"),
    )
    .unwrap();
    two.stage(
        id,
        vec![answer("4.1-a", "two"), answer("4.1-c", "mine")],
        history("two"),
    )
    .unwrap();
    assert_eq!(one.commit().await, SaveState::Saved);
    assert_eq!(two.commit().await, SaveState::Saved);
    let news = two.take_news(id);
    let [News::Conflict(conflict)] = news.as_slice() else {
        panic!("{news:?}")
    };
    let kept = [
        conflict.winner.body.clone().unwrap(),
        conflict.copy.body.clone().unwrap(),
    ];
    assert!(kept.contains(&"one".to_owned()) && kept.contains(&"two".to_owned()));
    let Ok(Refreshed::Changed(changed)) = one.refresh(id).await else {
        panic!("not refreshed")
    };
    assert!(changed.iter().any(|it| it.name.id == "4.1-c"));
    let all = bodies(open(&media, "three").load(id).await);
    assert_eq!(all.len(), 5, "{all:?}");
    let labels: Vec<String> = one
        .recent_history(id, 9)
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.edit.label)
        .collect();
    assert_eq!(
        labels,
        ["one"],
        "an edit that met another cannot be undone as a whole"
    );
}

pub(crate) async fn snapshots_stand_apart_from_records<J: Journal, D: Database>(
    media: impl Fn() -> (J, D),
    id: &str,
) {
    let tab = open(&media, "one");
    tab.begin(id).unwrap();
    tab.stage(id, vec![about("{}")], None).unwrap();
    tab.commit().await;
    let note = |taken: &str| SnapshotNote {
        reason: "import".into(),
        taken: taken.into(),
        keep: Keep::Always,
    };
    tab.snapshot(id, note("2026-11-22T14:02"), "whole")
        .await
        .unwrap();
    tab.snapshot(
        id,
        note("2026-11-22T13:00"),
        "later, by a clock that was put back",
    )
    .await
    .unwrap();
    let found = open(&media, "two").snapshots(id).await.unwrap();
    assert_eq!(
        found
            .iter()
            .map(|it| &it.note.taken[11..])
            .collect::<Vec<_>>(),
        ["14:02", "13:00"]
    );
    assert_eq!(
        tab.snapshot_body(&found[0].key).await.unwrap().as_deref(),
        Some("whole")
    );
    tab.purge(id).await.unwrap();
    assert_eq!(tab.snapshots(id).await.unwrap(), []);
    assert_eq!(open(&media, "three").load(id).await, Loaded::Deleted);
}

pub(crate) fn open<J: Journal, D: Database>(
    media: impl Fn() -> (J, D),
    writer: &str,
) -> Vault<J, D> {
    let (journal, database) = media();
    Vault::new(journal, database, Settings::new(writer, 1))
}
