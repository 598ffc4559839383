//! The copy files: a third medium behind every *Saved*, where a browser has them to give.

use super::media::Fault;
use super::*;

/// A world with copy files and a saved assessment `x`, and the tab that saved it.
fn copied() -> (Shared, Tab) {
    let world = Shared::default();
    world.borrow_mut().copy = Some(<[Vec<u8>; 2]>::default());
    let one = tab(&world, "one");
    save_new(&one, "x");
    (world, one)
}

fn save_new(tab: &Tab, id: &str) {
    tab.begin(id).unwrap();
    let changes = vec![about("{}"), answer("4.1-a", "1"), answer("4.1-b", "2")];
    tab.stage(id, changes, None).unwrap();
    assert_eq!(finish(tab.commit()), SaveState::Saved);
}

fn edit(tab: &Tab, value: &str) -> SaveState {
    tab.stage("x", vec![answer("4.1-a", value)], None).unwrap();
    finish(tab.commit())
}

fn lose_the_others(world: &Shared) {
    for medium in [Medium::Journal, Medium::Database] {
        world.borrow_mut().lose(medium);
    }
}

fn only_here() -> SaveState {
    SaveState::OnlyInThisTab {
        detail: "out of order".to_owned(),
    }
}

fn holds(world: &Shared, text: &str) -> bool {
    let files = world.borrow().copy.clone().unwrap();
    files
        .iter()
        .any(|it| String::from_utf8_lossy(it).contains(text))
}

#[test]
fn what_database_and_journal_have_lost_comes_back_and_is_told() {
    let (world, _) = copied();
    lose_the_others(&world);
    let two = tab(&world, "two");
    let listed = finish(two.list()).assessments;
    assert_eq!(listed[0].about, About::Known("{}".to_owned()));
    let loaded = finish(two.load("x"));
    assert_eq!(bodies(loaded.clone()), all_of_it());
    let name = RecordName::new("x", "answer", "4.1-a");
    let database = Shortfall::Missing;
    assert!(repairs(loaded).contains(&Repair::FromCopy { name, database }));
    assert_eq!(finish(two.commit()), SaveState::Saved);
    world.borrow_mut().lose(Medium::Copy);
    assert_eq!(bodies(finish(tab(&world, "three").load("x"))), all_of_it());
}

#[test]
fn a_later_edit_in_the_copy_files_replaces_an_older_one_in_the_database() {
    let (world, one) = copied();
    let before = world.borrow().tables.clone();
    assert_eq!(edit(&one, "later"), SaveState::Saved);
    world.borrow_mut().tables = before;
    world.borrow_mut().lose(Medium::Journal);
    let found = bodies(finish(tab(&world, "two").load("x")));
    assert_eq!(found[1], entry("answer", "4.1-a", "later"));
}

#[test]
fn nothing_is_saved_while_the_copy_files_refuse() {
    let (world, one) = copied();
    world.borrow_mut().blocked.push(Medium::Copy);
    assert_eq!(edit(&one, "new"), only_here());
    assert_eq!(finish(one.commit()), only_here());
    assert!(one.is_unsaved("x"));
    world.borrow_mut().blocked.clear();
    assert_eq!(finish(one.commit()), SaveState::Saved);
    lose_the_others(&world);
    let found = bodies(finish(tab(&world, "two").load("x")));
    assert_eq!(found[1], entry("answer", "4.1-a", "new"));
}

#[test]
fn a_browser_without_copy_files_saves_as_ever() {
    let (world, one) = copied();
    world.borrow_mut().copy = None;
    assert_eq!(edit(&one, "new"), SaveState::Saved);
}

#[test]
fn files_for_which_there_never_was_room_count_as_none() {
    let world = Shared::default();
    world.borrow_mut().copy = Some(<[Vec<u8>; 2]>::default());
    world.borrow_mut().copy_room = Some(0);
    save_new(&tab(&world, "one"), "x");
}

#[test]
fn files_of_a_fixed_size_take_edits_on_a_full_disk() {
    let (world, one) = copied();
    world.borrow_mut().copy_room = Some(0);
    for value in 0..100 {
        assert_eq!(edit(&one, &value.to_string()), SaveState::Saved);
    }
    // What is longer than the files has no room.
    assert_eq!(edit(&one, &"long".repeat(1000)), only_here());
    assert_eq!(edit(&one, "short"), SaveState::Saved);
    world.borrow_mut().unblock();
    assert_eq!(edit(&one, &"long".repeat(1000)), SaveState::Saved);
    lose_the_others(&world);
    let found = bodies(finish(tab(&world, "two").load("x")));
    assert_eq!(found[1], entry("answer", "4.1-a", &"long".repeat(1000)));
}

#[test]
fn tabs_write_into_the_same_files_by_turns() {
    let (world, one) = copied();
    let two = tab(&world, "two");
    finish(two.load("x"));
    for value in 0..50 {
        let (a, b) = (value.to_string(), format!("b{value}"));
        one.stage("x", vec![answer("4.1-a", &a)], None).unwrap();
        two.stage("x", vec![answer("4.1-b", &b)], None).unwrap();
        let states = together(one.commit(), two.commit());
        assert_eq!(states, (SaveState::Saved, SaveState::Saved));
    }
    lose_the_others(&world);
    let found = bodies(finish(tab(&world, "three").load("x")));
    let expected = [
        entry("answer", "4.1-a", "49"),
        entry("answer", "4.1-b", "b49"),
    ];
    assert_eq!(found[1..], expected);
}

#[test]
fn an_assessment_deleted_for_good_leaves_nothing_in_the_copy_files() {
    let (world, one) = copied();
    one.stage("x", vec![answer("4.1-a", "secret")], None)
        .unwrap();
    finish(one.commit());
    save_new(&one, "other");
    assert!(holds(&world, "secret"));
    finish(one.purge("x")).unwrap();
    assert!(!holds(&world, "secret") && !holds(&world, "waymark/x/"));
    lose_the_others(&world);
    let two = tab(&world, "two");
    assert_eq!(finish(two.load("x")), Loaded::Nothing);
    assert_eq!(bodies(finish(two.load("other"))), all_of_it());
}

#[test]
fn what_a_deletion_could_not_remove_is_removed_later_and_never_comes_back() {
    let (world, one) = copied();
    world.borrow_mut().blocked.push(Medium::Copy);
    assert!(finish(one.purge("x")).is_err());
    world.borrow_mut().blocked.clear();
    let two = tab(&world, "two");
    assert_eq!(finish(two.load("x")), Loaded::Deleted);
    finish(two.commit());
    assert!(!holds(&world, "waymark/x/"));
    two.begin("x").unwrap();
    two.stage("x", vec![about("again")], None).unwrap();
    assert_eq!(finish(two.commit()), SaveState::Saved);
    lose_the_others(&world);
    let found = bodies(finish(tab(&world, "three").load("x")));
    assert_eq!(found, [entry("about", "main", "again")]);
}

#[test]
fn damaged_files_hand_out_what_is_sound_and_say_that_something_may_be_missing() {
    let (world, one) = copied();
    assert_eq!(edit(&one, "new"), SaveState::Saved);
    let damage = |at: usize| {
        if let Some(files) = &mut world.borrow_mut().copy {
            files[0][at] ^= 1;
        }
    };
    // The head, then a byte of the first record.
    damage(5);
    assert_eq!(repairs(finish(tab(&world, "two").load("x"))), []);
    damage(40);
    assert_eq!(repairs(finish(tab(&world, "three").load("x"))), []);
    lose_the_others(&world);
    let found = repairs(finish(tab(&world, "four").load("x")));
    assert!(
        found.iter().any(|it| matches!(
            it,
            Repair::Quarantined { damage, recovered: false } if damage.medium == Medium::Copy
        )),
        "{found:?}"
    );
}

#[test]
fn a_refused_write_is_followed_by_a_second_look_and_another_write() {
    let (world, one) = copied();
    let at = world.borrow().operations;
    // The journal is asked twice before the database is.
    world.borrow_mut().faults.insert(at + 2, Fault::RefuseLate);
    assert_eq!(edit(&one, "new"), only_here());
    assert_eq!(world.borrow().closed, 0);
    // It holds the edit; what it says proves nothing, and it has to take it once more.
    world.borrow_mut().room = Some(0);
    assert_eq!(finish(one.commit()), only_here());
    assert_eq!(world.borrow().closed, 1);
    world.borrow_mut().unblock();
    assert_eq!(finish(one.commit()), SaveState::Saved);
    assert_eq!(world.borrow().closed, 2);
    assert_eq!(edit(&one, "newer"), SaveState::Saved);
    assert_eq!(
        world.borrow().closed,
        2,
        "a database that takes everything is left alone"
    );
}

#[test]
fn a_database_that_comes_up_empty_after_a_refusal_is_written_anew() {
    let (world, one) = copied();
    world.borrow_mut().blocked.push(Medium::Database);
    assert_eq!(edit(&one, "new"), only_here());
    world.borrow_mut().blocked.clear();
    world.borrow_mut().lose(Medium::Database);
    assert_eq!(finish(one.commit()), SaveState::Saved);
    for medium in [Medium::Journal, Medium::Copy] {
        world.borrow_mut().lose(medium);
    }
    let found = bodies(finish(tab(&world, "two").load("x")));
    assert_eq!(found[1], entry("answer", "4.1-a", "new"));
}

#[test]
fn what_another_tab_saved_meanwhile_is_news_after_a_refusal() {
    let (world, one) = copied();
    let two = tab(&world, "two");
    finish(two.load("x"));
    world.borrow_mut().blocked.push(Medium::Database);
    assert_eq!(edit(&one, "mine"), only_here());
    world.borrow_mut().blocked.clear();
    two.stage("x", vec![answer("4.1-b", "theirs")], None)
        .unwrap();
    assert_eq!(finish(two.commit()), SaveState::Saved);
    assert_eq!(finish(one.commit()), SaveState::Saved);
    let news = one.take_news("x");
    assert!(
        matches!(news.as_slice(), [News::Changed(it)] if it.body.as_deref() == Some("theirs")),
        "{news:?}"
    );
}

#[test]
fn a_database_in_a_form_of_a_newer_build_is_read_only() {
    let (world, one) = copied();
    world.borrow_mut().newer = Some(2);
    let read_only = SaveState::ReadOnly { found: 2 };
    assert_eq!(edit(&one, "new"), read_only);
    assert_eq!(one.take_news("x"), [News::TooNew { found: 2 }]);
    let two = tab(&world, "two");
    finish(two.open());
    assert_eq!(two.save_state(), read_only);
    assert!(matches!(
        finish(two.load("x")),
        Loaded::TooNew { found: 2, .. }
    ));
    let three = tab(&world, "three");
    assert!(matches!(
        finish(three.load("x")),
        Loaded::TooNew { found: 2, .. }
    ));
    assert_eq!(three.begin("x"), Err(VaultError::ReadOnly { found: 2 }));
}
