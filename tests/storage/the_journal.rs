//! The journal as second copy: budget, room, lost writes.

use super::*;

#[test]
fn makes_room_for_the_open_assessment_only_where_the_database_has_the_same() {
    let (world, one) = saved();
    one.begin("y").unwrap();
    one.stage("y", vec![about("saved")], None).unwrap();
    finish(one.commit());
    one.stage("y", vec![about("unsaved")], None).unwrap();
    let used: usize = world
        .borrow()
        .journal
        .iter()
        .map(|(key, text)| key.len() + text.len())
        .sum();
    let settings = Settings {
        journal_units: used + 40,
        ..Settings::new("two", 1)
    };
    let two = Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        settings,
    );
    finish(two.load("z"));
    two.begin("z").unwrap();
    two.stage("z", vec![about("needs room")], None).unwrap();
    assert_eq!(finish(two.commit()), SaveState::Saved);
    let keys: Vec<String> = world.borrow().journal.keys().cloned().collect();
    assert_eq!(
        keys,
        [RecordName::about("y").key(), RecordName::about("z").key()]
    );
    assert_eq!(bodies(finish(tab(&world, "three").load("x"))), all_of_it());
}

#[test]
fn counts_what_it_has_written() {
    let world = Shared::default();
    let settings = Settings {
        journal_units: 150,
        ..Settings::new("one", 1)
    };
    let one = Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        settings,
    );
    one.begin("x").unwrap();
    for id in ["a", "b", "c", "d", "e"] {
        one.stage("x", vec![answer(id, "1")], None).unwrap();
    }
    let used: usize = world
        .borrow()
        .journal
        .iter()
        .map(|it| it.0.len() + it.1.len())
        .sum();
    assert!((100..=150).contains(&used), "{used} of 150 units");
}

#[test]
fn stays_within_its_budget_and_says_so() {
    let world = Shared::default();
    let settings = Settings {
        journal_units: 100,
        ..Settings::new("one", 1)
    };
    let one = Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        settings,
    );
    one.begin("x").unwrap();
    one.stage("x", vec![about(&"long ".repeat(30))], None)
        .unwrap();
    assert_eq!(
        finish(one.commit()),
        SaveState::SavedWithoutJournal(JournalGap::Full)
    );
    assert!(world.borrow().journal.is_empty());
}

#[test]
fn that_lost_its_tail_does_no_harm() {
    let (world, one) = saved();
    for step in 0..5 {
        one.stage("x", vec![answer("4.1-a", &step.to_string())], None)
            .unwrap();
        finish(one.commit());
    }
    world.borrow_mut().lose_journal_tail(3);
    let two = tab(&world, "two");
    let loaded = finish(two.load("x"));
    assert_eq!(bodies(loaded)[1], entry("answer", "4.1-a", "4"));
    assert_eq!(finish(two.commit()), SaveState::Saved);
    let world = world.borrow();
    assert_eq!(world.tables.get(&Table::Records), Some(&world.journal));
}

#[test]
fn that_could_not_be_read_at_first_keeps_what_it_held() {
    let (world, one) = saved();
    one.stage("x", vec![answer("4.1-a", "unsaved")], None)
        .unwrap();
    drop(one);
    let two = tab(&world, "two");
    world.borrow_mut().blocked.push(Medium::Journal);
    assert_eq!(bodies(finish(two.load("x"))), all_of_it());
    world.borrow_mut().blocked.clear();
    assert_eq!(finish(two.commit()), SaveState::Saved);
    two.stage("x", vec![answer("4.1-a", "two")], None).unwrap();
    assert_eq!(finish(two.commit()), SaveState::Saved);
    let found = bodies(finish(tab(&world, "three").load("x")));
    assert!(found.contains(&entry("answer", "4.1-a", "two")));
    assert!(found.iter().any(|it| it.2 == "unsaved"), "{found:?}");
}
