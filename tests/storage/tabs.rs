//! Several tabs, several builds.

use super::*;

#[test]
fn an_edit_of_what_was_never_on_screen_does_not_replace_it() {
    let (world, one) = saved();
    let two = tab(&world, "two");
    finish(two.load("x"));
    // One is far ahead, so that its version wins; two learns of it only when it fetches the news.
    for step in 0..9 {
        one.stage("x", vec![answer("4.1-a", &format!("one {step}"))], None)
            .unwrap();
    }
    finish(one.commit());
    world.borrow_mut().journal.clear();
    two.stage("x", vec![answer("4.1-a", "two")], None).unwrap();
    finish(two.commit());
    two.stage("x", vec![answer("4.1-a", "two, going on")], None)
        .unwrap();
    finish(two.commit());
    let kept: Vec<String> = bodies(finish(tab(&world, "three").load("x")))
        .into_iter()
        .map(|it| it.2)
        .collect();
    for body in ["one 8", "two", "two, going on"] {
        assert!(
            kept.contains(&body.to_owned()),
            "{body} is not among {kept:?}"
        );
    }
}

#[test]
fn a_refresh_brings_what_the_other_tab_saved() {
    let (world, one) = saved();
    let two = tab(&world, "two");
    finish(two.load("x"));
    let removal = Change {
        body: None,
        ..answer("4.1-b", "")
    };
    two.stage("x", vec![answer("4.1-a", "theirs"), removal], None)
        .unwrap();
    finish(two.commit());
    let Ok(Refreshed::Changed(changed)) = finish(one.refresh("x")) else {
        panic!("not refreshed")
    };
    let found: Vec<(&str, Option<&str>)> = changed
        .iter()
        .map(|it| (it.name.id.as_str(), it.body.as_deref()))
        .collect();
    assert_eq!(found, [("4.1-a", Some("theirs")), ("4.1-b", None)]);
    assert_eq!(finish(one.refresh("x")), Ok(Refreshed::Changed(Vec::new())));
    one.stage("x", vec![answer("4.1-a", "mine, knowing theirs")], None)
        .unwrap();
    finish(one.commit());
    assert_eq!(one.take_news("x"), []);
}

#[test]
fn an_older_build_becomes_read_only_and_writes_nothing() {
    let (world, old) = saved();
    let settings = Settings::new("new", 2);
    let new = Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        settings,
    );
    finish(new.load("x"));
    new.stage(
        "x",
        vec![about("{\"new\":1}"), answer("4.1-a", "new form")],
        None,
    )
    .unwrap();
    finish(new.commit());
    let before = format!("{:?}", world.borrow().tables);
    // A record that the newer build has not touched, and one that is new, are behind the same fence.
    old.stage(
        "x",
        vec![answer("4.1-b", "old"), answer("4.1-z", "old")],
        history("old"),
    )
    .unwrap();
    assert_eq!(finish(old.commit()), SaveState::ReadOnly { found: 2 });
    assert_eq!(format!("{:?}", world.borrow().tables), before);
    assert_eq!(old.take_news("x"), [News::TooNew { found: 2 }]);
    let error = old
        .stage("x", vec![answer("4.1-b", "again")], None)
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the data is in schema 2, which this version does not write"
    );
    assert!(
        matches!(finish(tab(&world, "late").load("x")), Loaded::TooNew { found: 2, raw } if !raw.is_empty())
    );
    assert_eq!(
        finish(tab(&world, "late").list()).assessments[0].about,
        About::TooNew { found: 2 }
    );
}

#[test]
fn an_older_build_does_not_write_over_newer_journal_entries() {
    let (world, old) = saved();
    let settings = Settings::new("new", 2);
    let new = Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        settings,
    );
    finish(new.load("x"));
    new.stage("x", vec![answer("4.1-a", "new form")], None)
        .unwrap();
    let before = world.borrow().journal.clone();
    let refused = old.stage(
        "x",
        vec![answer("4.1-a", "old"), answer("4.1-b", "old")],
        None,
    );
    assert_eq!(refused, Err(VaultError::ReadOnly { found: 2 }));
    assert_eq!(world.borrow().journal, before);
}

#[test]
fn a_deleted_assessment_is_not_brought_back_by_a_tab_that_has_it_open() {
    let (world, one) = saved();
    let two = tab(&world, "two");
    finish(two.load("x"));
    finish(one.purge("x")).unwrap();
    two.stage("x", vec![answer("4.1-a", "late")], history("late"))
        .unwrap();
    finish(two.commit());
    assert_eq!(two.take_news("x"), [News::Deleted]);
    assert_eq!(
        two.stage("x", vec![answer("4.1-a", "later")], None),
        Err(VaultError::Deleted)
    );
    let three = tab(&world, "three");
    assert_eq!(finish(three.list()).assessments, []);
    assert_eq!(finish(three.load("x")), Loaded::Deleted);
    let left: Vec<usize> = Table::ALL
        .map(|it| world.borrow_mut().table(it).len())
        .to_vec();
    assert_eq!(left, [1, 0, 0, 0], "only the mark is left");
    three.begin("x").unwrap();
    three.stage("x", vec![about("again")], None).unwrap();
    assert_eq!(finish(three.commit()), SaveState::Saved);
    assert_eq!(
        bodies(finish(tab(&world, "four").load("x"))),
        [entry("about", "main", "again")]
    );
}

#[test]
fn an_edit_of_a_tab_that_died_is_kept_when_another_takes_its_place_in_the_journal() {
    let (world, one) = saved();
    let two = tab(&world, "two");
    finish(two.load("x"));
    one.stage("x", vec![answer("4.1-a", "one, dying")], None)
        .unwrap();
    drop(one);
    two.stage("x", vec![answer("4.1-a", "two")], None).unwrap();
    assert_eq!(finish(two.commit()), SaveState::Saved);
    let found = bodies(finish(tab(&world, "three").load("x")));
    assert!(found.contains(&entry("answer", "4.1-a", "two")));
    assert!(found.iter().any(|it| it.2 == "one, dying"), "{found:?}");
}

#[test]
fn a_deletion_leaves_nothing_in_the_journal_of_any_tab() {
    let (world, one) = saved();
    let two = tab(&world, "two");
    finish(two.load("x"));
    finish(one.purge("x")).unwrap();
    two.stage("x", vec![answer("4.1-a", "late")], None).unwrap();
    finish(two.commit());
    assert!(world.borrow().journal.is_empty());
}
