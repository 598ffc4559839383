//! A build with a second schema meets data of the first: a schema that exists only here.

use super::*;
use waymark::exchange;
use waymark::migrations::Chain;
use waymark::storage::{Keep, Migration, ReadError};

/// The fictional second schema says who wrote a body. It refuses what is marked as broken.
const CHAIN: Chain = Chain::new(&[|kind, id, body| {
    if body.contains("broken") {
        Err("it is broken".to_owned())
    } else {
        Ok(format!("{{\"of\":\"{kind}/{id}\",\"was\":{body}}}"))
    }
}]);

fn newer(world: &Shared, writer: &str) -> Tab {
    let settings = Settings {
        migration: Some(Migration {
            chain: CHAIN,
            opened: "2026-11-22T14:02".to_owned(),
            keep: exchange::verbatim,
        }),
        ..Settings::new(writer, CHAIN.newest())
    };
    Vault::with_copy(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        FakeCopy(world.clone()),
        settings,
    )
}

fn lifted() -> Vec<(String, String, String)> {
    vec![
        entry("about", "main", r#"{"of":"about/main","was":{}}"#),
        entry("answer", "4.1-a", r#"{"of":"answer/4.1-a","was":1}"#),
        entry("answer", "4.1-b", r#"{"of":"answer/4.1-b","was":2}"#),
    ]
}

#[test]
fn old_records_are_lifted_by_the_load_and_written_by_the_next_commit() {
    let (world, old) = saved();
    let before = world.borrow().tables[&Table::Records].clone();
    let new = newer(&world, "new");
    assert_eq!(bodies(finish(new.load("x"))), lifted());
    assert_eq!(
        world.borrow().tables[&Table::Records],
        before,
        "loading writes nothing"
    );
    assert_eq!(new.save_state(), SaveState::Saving);
    assert_eq!(finish(new.commit()), SaveState::Saved);
    for text in world.borrow().tables[&Table::Records].values() {
        assert!(text[12..].starts_with("2|"), "{text}");
    }
    assert_eq!(
        world.borrow().tables[&Table::Records],
        world.borrow().journal
    );
    assert_eq!(bodies(finish(newer(&world, "next").load("x"))), lifted());
    assert_eq!(finish(newer(&world, "next").list()).assessments.len(), 1);
    // The older build is behind the fence from now on.
    old.stage("x", vec![answer("4.1-z", "old")], None).unwrap();
    assert_eq!(finish(old.commit()), SaveState::ReadOnly { found: 2 });
}

#[test]
fn the_old_bodies_are_kept_for_good_as_a_file_of_the_old_version() {
    let (world, _) = saved();
    let new = newer(&world, "new");
    finish(new.load("x"));
    finish(new.commit());
    let kept = finish(new.snapshots("x")).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(
        (kept[0].note.reason.as_str(), kept[0].note.keep),
        ("migration", Keep::Always)
    );
    assert_eq!(kept[0].note.taken, "2026-11-22T14:02");
    let body = finish(new.snapshot_body(&kept[0].key)).unwrap().unwrap();
    let records = [
        ("about/main", "{}"),
        ("answer/4.1-a", "1"),
        ("answer/4.1-b", "2"),
    ]
    .map(|(key, body)| (key.to_owned(), body.to_owned()));
    assert_eq!(body, exchange::verbatim("x", 1, &records));
    // A second load has nothing to lift and keeps nothing.
    let next = newer(&world, "next");
    finish(next.load("x"));
    finish(next.commit());
    assert_eq!(finish(next.snapshots("x")).unwrap().len(), 1);
}

#[test]
fn undo_ends_at_the_migration() {
    let (world, _) = saved();
    let new = newer(&world, "new");
    finish(new.load("x"));
    finish(new.commit());
    let history = finish(new.recent_history("x", 9)).unwrap();
    let last = &history.last().unwrap().edit;
    assert_eq!(
        (last.label.as_str(), last.inverse.as_str()),
        ("edit-migration", "")
    );
}

#[test]
fn a_migration_that_is_not_read_back_as_written_is_not_called_saved() {
    let (world, _) = saved();
    let new = newer(&world, "new");
    finish(new.load("x"));
    world.borrow_mut().drops_puts = true;
    let refused = SaveState::NotSaved {
        detail: "what was written is not what is read back".to_owned(),
    };
    // The journal is brought up to date after the database, and that has not worked.
    assert_eq!(finish(new.commit()), refused);
    world.borrow_mut().drops_puts = false;
    assert_eq!(finish(new.commit()), SaveState::Saved);
    assert_eq!(bodies(finish(newer(&world, "next").load("x"))), lifted());
}

#[test]
fn what_the_chain_refuses_stays_as_it_is_and_is_told() {
    let world = Shared::default();
    let one = tab(&world, "one");
    one.begin("x").unwrap();
    one.stage("x", vec![about("{}"), answer("4.1-a", "broken")], None)
        .unwrap();
    finish(one.commit());
    let before = world.borrow().tables[&Table::Records][&key("4.1-a")].clone();
    let new = newer(&world, "new");
    let Loaded::Restored(restored) = finish(new.load("x")) else {
        panic!("not restored")
    };
    assert_eq!(restored.records.len(), 1);
    assert_eq!(restored.unlifted.len(), 1);
    assert_eq!(restored.unlifted[0].row.text, before);
    assert_eq!(restored.unlifted[0].why, ReadError::Unlifted { schema: 1 });
    assert_eq!(
        restored.unlifted[0].why.to_string(),
        "the record cannot be brought from schema 1 to a newer one"
    );
    assert_eq!(finish(new.commit()), SaveState::Saved);
    assert_eq!(
        world.borrow().tables[&Table::Records][&key("4.1-a")],
        before
    );
    // An edit takes its place, and the unread body is kept beside it.
    new.stage("x", vec![answer("4.1-a", "\"new\"")], None)
        .unwrap();
    assert_eq!(finish(new.commit()), SaveState::Saved);
    let texts: Vec<String> = world.borrow().tables[&Table::Records]
        .values()
        .cloned()
        .collect();
    assert!(texts.iter().any(|it| it.ends_with("|broken")), "{texts:?}");
    assert!(texts.iter().any(|it| it.ends_with("|\"new\"")), "{texts:?}");
}

#[test]
fn an_unread_body_that_only_the_journal_holds_is_kept_beside_an_edit() {
    let world = Shared::default();
    let one = tab(&world, "one");
    one.begin("x").unwrap();
    one.stage("x", vec![about("{}")], None).unwrap();
    finish(one.commit());
    one.stage("x", vec![answer("4.1-a", "broken")], None)
        .unwrap();
    drop(one);
    let new = newer(&world, "new");
    finish(new.load("x"));
    new.stage("x", vec![answer("4.1-a", "\"new\"")], None)
        .unwrap();
    assert!(
        world
            .borrow()
            .journal
            .values()
            .any(|it| it.ends_with("|broken")),
        "in the journal at once"
    );
    assert_eq!(finish(new.commit()), SaveState::Saved);
    assert!(
        world.borrow().tables[&Table::Records]
            .values()
            .any(|it| it.ends_with("|broken"))
    );
}

#[test]
fn two_tabs_that_migrate_at_once_make_one_migration_and_no_conflict() {
    let (world, _) = saved();
    let (one, two) = (newer(&world, "n1"), newer(&world, "n2"));
    finish(one.load("x"));
    finish(two.load("x"));
    together(one.commit(), two.commit());
    assert_eq!(
        [one.take_news("x"), two.take_news("x")]
            .concat()
            .iter()
            .filter(|it| matches!(it, News::Conflict(_)))
            .count(),
        0
    );
    assert_eq!(bodies(finish(newer(&world, "n3").load("x"))), lifted());
}

#[test]
fn an_edit_of_the_older_build_on_the_way_is_lifted_or_kept_as_a_conflict() {
    let (world, old) = saved();
    let new = newer(&world, "new");
    finish(new.load("x"));
    old.stage("x", vec![answer("4.1-a", "7"), answer("4.1-c", "8")], None)
        .unwrap();
    assert_eq!(finish(old.commit()), SaveState::Saved, "it came first");
    assert_eq!(finish(new.commit()), SaveState::Saved);
    assert!(finish(new.refresh("x")).is_ok());
    assert_eq!(finish(new.commit()), SaveState::Saved);
    let all = bodies(finish(newer(&world, "next").load("x")));
    assert!(all.iter().all(|it| it.2.contains("\"of\"")), "{all:?}");
    for was in ["\"was\":1", "\"was\":7", "\"was\":8"] {
        assert!(all.iter().any(|it| it.2.contains(was)), "{was} in {all:?}");
    }
}

#[test]
fn a_failure_at_any_operation_of_a_migration_loses_nothing() {
    let undisturbed = {
        let (world, _) = saved();
        let new = newer(&world, "new");
        finish(new.load("x"));
        finish(new.commit());
        world.borrow().operations
    };
    for operation in 0..undisturbed {
        for fault in [
            media::Fault::Refuse,
            media::Fault::RefuseLate,
            media::Fault::Forget,
        ] {
            let (world, _) = saved();
            let started = world.borrow().operations;
            world.borrow_mut().faults.insert(started + operation, fault);
            let new = newer(&world, "new");
            finish(new.load("x"));
            finish(new.commit());
            world.borrow_mut().faults.clear();
            let next = newer(&world, "next");
            assert_eq!(
                bodies(finish(next.load("x"))),
                lifted(),
                "{fault:?} at operation {operation}"
            );
            assert_eq!(finish(next.commit()), SaveState::Saved);
            assert!(!finish(next.snapshots("x")).unwrap().is_empty());
        }
    }
}

#[test]
fn a_build_that_gives_way_saves_first_and_writes_nothing_any_more() {
    let (world, one) = saved();
    one.stage("x", vec![answer("4.1-c", "3")], None).unwrap();
    finish(one.retire(2));
    assert_eq!(one.save_state(), SaveState::ReadOnly { found: 2 });
    assert_eq!(one.take_news("x"), [News::TooNew { found: 2 }]);
    assert_eq!(bodies(finish(tab(&world, "two").load("x"))).len(), 4);
    let before = format!("{:?}", world.borrow().tables);
    let too_new = Err(VaultError::ReadOnly { found: 2 });
    assert_eq!(one.stage("x", vec![answer("4.1-c", "4")], None), too_new);
    assert_eq!(one.begin("y"), Err(VaultError::ReadOnly { found: 2 }));
    assert_eq!(
        finish(one.purge("x")),
        Err(VaultError::ReadOnly { found: 2 })
    );
    assert_eq!(finish(one.refresh("x")), Ok(Refreshed::TooNew { found: 2 }));
    assert!(matches!(
        finish(one.load("y")),
        Loaded::TooNew { found: 2, .. }
    ));
    finish(one.commit());
    assert_eq!(format!("{:?}", world.borrow().tables), before);
}
