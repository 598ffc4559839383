//! Reading: what is found, recovered, put aside, refused.

use super::*;

#[test]
fn nothing_is_written_before_a_load_has_ended() {
    let (world, _) = saved();
    world.borrow_mut().journal.clear();
    world
        .borrow_mut()
        .table(Table::Records)
        .remove(&key("4.1-a"));
    let before = format!("{:?}", world.borrow().tables);
    let two = tab(&world, "two");
    assert_eq!(
        two.stage("x", vec![answer("4.1-a", "3")], None),
        Err(VaultError::NotOpen)
    );
    finish(two.list());
    finish(two.load("x"));
    assert!(world.borrow().journal.is_empty());
    assert_eq!(format!("{:?}", world.borrow().tables), before);
}

#[test]
fn an_edit_that_only_reached_the_journal_is_recovered() {
    let (world, one) = saved();
    one.stage("x", vec![answer("4.1-a", "unsaved")], None)
        .unwrap();
    let two = tab(&world, "two");
    let loaded = finish(two.load("x"));
    let name = RecordName::new("x", "answer", "4.1-a");
    assert_eq!(
        repairs(loaded.clone()),
        [Repair::FromJournal {
            name,
            database: Shortfall::Older
        }]
    );
    assert_eq!(bodies(loaded)[1], entry("answer", "4.1-a", "unsaved"));
    assert_eq!(two.save_state_of("x"), SaveState::Saving);
    assert_eq!(finish(two.commit()), SaveState::Saved);
    world.borrow_mut().journal.clear();
    assert_eq!(
        bodies(finish(tab(&world, "three").load("x")))[1],
        entry("answer", "4.1-a", "unsaved")
    );
}

#[test]
fn an_emptied_medium_is_filled_from_the_other() {
    for medium in [Medium::Journal, Medium::Database] {
        let (world, _) = saved();
        world.borrow_mut().lose(medium);
        let two = tab(&world, "two");
        assert_eq!(bodies(finish(two.load("x"))), all_of_it());
        assert_eq!(finish(two.commit()), SaveState::Saved);
        let world = world.borrow();
        assert_eq!(
            world.tables.get(&Table::Records),
            Some(&world.journal),
            "{medium:?}"
        );
    }
}

#[test]
fn a_damaged_record_is_put_aside_and_the_other_copy_used() {
    for medium in [Medium::Journal, Medium::Database] {
        let (world, _) = saved();
        let damage = |it: &mut String| it.push('!');
        match medium {
            Medium::Journal => world
                .borrow_mut()
                .journal
                .get_mut(&key("4.1-a"))
                .map(damage),
            Medium::Database | Medium::Copy => world
                .borrow_mut()
                .table(Table::Records)
                .get_mut(&key("4.1-a"))
                .map(damage),
        };
        let two = tab(&world, "two");
        let loaded = finish(two.load("x"));
        assert!(
            repairs(loaded.clone())
                .iter()
                .any(|it| matches!(it, Repair::Quarantined { damage, recovered: true } if damage.medium == medium))
        );
        assert_eq!(bodies(loaded), all_of_it());
        assert_eq!(finish(two.commit()), SaveState::Saved);
        let kept = finish(two.quarantine("x")).unwrap();
        assert!(
            kept.iter().any(|it| it.text.ends_with('!')),
            "{medium:?}: {kept:?}"
        );
        assert_eq!(repairs(finish(tab(&world, "three").load("x"))), []);
    }
}

#[test]
fn a_record_damaged_in_both_media_is_reported_and_its_bytes_kept() {
    let (world, _) = saved();
    world
        .borrow_mut()
        .journal
        .insert(key("4.1-a"), "rubbish of the journal".into());
    world
        .borrow_mut()
        .table(Table::Records)
        .insert(key("4.1-a"), "rubbish of the database".into());
    let two = tab(&world, "two");
    let loaded = finish(two.load("x"));
    let lost = repairs(loaded.clone());
    assert_eq!(
        lost.iter()
            .filter(|it| matches!(
                it,
                Repair::Quarantined {
                    recovered: false,
                    ..
                }
            ))
            .count(),
        2
    );
    assert_eq!(bodies(loaded).len(), 2);
    assert_eq!(finish(two.commit()), SaveState::Saved);
    let kept: Vec<String> = finish(two.quarantine("x"))
        .unwrap()
        .into_iter()
        .map(|it| it.text)
        .collect();
    assert_eq!(kept, ["rubbish of the database", "rubbish of the journal"]);
    assert_eq!(repairs(finish(tab(&world, "three").load("x"))), []);
}

#[test]
fn what_cannot_be_read_at_all_stays_until_the_user_has_chosen() {
    let (world, _) = saved();
    let spoil = |rows: &mut std::collections::BTreeMap<String, String>| {
        rows.values_mut().for_each(|it| it.insert(0, '?'))
    };
    spoil(&mut world.borrow_mut().journal);
    spoil(world.borrow_mut().table(Table::Records));
    let before = (
        world.borrow().journal.clone(),
        world.borrow().tables.clone(),
    );
    let two = tab(&world, "two");
    let loaded = finish(two.load("x"));
    assert!(
        matches!(&loaded, Loaded::Unreadable { damaged } if damaged.len() == 6),
        "{loaded:?}"
    );
    assert_eq!(
        two.stage("x", vec![answer("4.1-a", "new")], None),
        Err(VaultError::Unreadable)
    );
    finish(two.commit());
    assert_eq!(
        (
            world.borrow().journal.clone(),
            world.borrow().tables.clone()
        ),
        before
    );
    two.begin("x").unwrap();
    two.stage("x", vec![about("{}"), answer("4.1-a", "new")], None)
        .unwrap();
    assert_eq!(finish(two.commit()), SaveState::Saved);
    assert_eq!(finish(two.quarantine("x")).unwrap().len(), 6);
    let again = bodies(finish(tab(&world, "three").load("x")));
    assert_eq!(
        again,
        [
            entry("about", "main", "{}"),
            entry("answer", "4.1-a", "new")
        ]
    );
}

#[test]
fn an_empty_answer_of_one_medium_proves_nothing_while_the_other_refuses() {
    for (blocked, journal, database) in [
        (Medium::Journal, true, false),
        (Medium::Database, false, true),
    ] {
        let world = Shared::default();
        world.borrow_mut().blocked.push(blocked);
        let loaded = finish(tab(&world, "one").load("x"));
        assert!(
            matches!(&loaded, Loaded::Unavailable { journal: j, database: d, .. } if j.is_some() == journal && d.is_some() == database),
            "{loaded:?}"
        );
    }
}

#[test]
fn the_list_is_put_together_from_both_media() {
    let (world, one) = saved();
    one.begin("y").unwrap();
    one.stage("y", vec![about("only in the journal")], None)
        .unwrap();
    world
        .borrow_mut()
        .journal
        .remove(&RecordName::about("x").key());
    world
        .borrow_mut()
        .table(Table::Records)
        .insert(RecordName::new("z", "answer", "4.1-a").key(), "?".into());
    world
        .borrow_mut()
        .journal
        .insert("waymark/preferences".into(), "{}".into());
    world
        .borrow_mut()
        .journal
        .insert("somebody/else".into(), "{}".into());
    let listing = finish(tab(&world, "two").list());
    let found: Vec<(String, About)> = listing
        .assessments
        .into_iter()
        .map(|it| (it.id, it.about))
        .collect();
    let known = |it: &str| About::Known(it.into());
    let expected = [
        ("x", known("{}")),
        ("y", known("only in the journal")),
        ("z", About::Missing),
    ];
    assert_eq!(found, expected.map(|(id, about)| (id.to_owned(), about)));
    world.borrow_mut().blocked.push(Medium::Database);
    assert_eq!(finish(tab(&world, "two").list()).refused.len(), 1);
}

#[test]
fn loading_again_keeps_unsaved_edits() {
    let (world, one) = saved();
    world.borrow_mut().blocked.push(Medium::Database);
    world.borrow_mut().blocked.push(Medium::Journal);
    one.stage("x", vec![answer("4.1-a", "unsaved")], None)
        .unwrap();
    finish(one.commit());
    assert_eq!(
        bodies(finish(one.load("x")))[1],
        entry("answer", "4.1-a", "unsaved")
    );
}
