//! Writing: when something is saved, and what is said when it is not.

use super::media::Fault;
use super::*;

#[test]
fn the_journal_has_an_edit_before_stage_returns() {
    let (world, one) = saved();
    one.stage("x", vec![answer("4.1-a", "new")], None).unwrap();
    let text = world.borrow().journal[&key("4.1-a")].clone();
    assert_eq!(
        StoredRecord::from_text(&key("4.1-a"), &text)
            .unwrap()
            .body
            .as_deref(),
        Some("new")
    );
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let (world, one) = saved();
    let before = format!("{:?}", (&world.borrow().journal, &world.borrow().tables));
    assert_eq!(
        one.stage("x", vec![answer("4.1-a", "1")], history("same")),
        Ok(SaveState::Saved)
    );
    assert_eq!(finish(one.commit()), SaveState::Saved);
    let after = format!("{:?}", (&world.borrow().journal, &world.borrow().tables));
    assert_eq!(after, before);
}

#[test]
fn edits_made_during_a_commit_are_in_the_next_one() {
    let (world, one) = saved();
    one.stage("x", vec![answer("4.1-a", "first")], None)
        .unwrap();
    let edit_meanwhile = async {
        tasks::breathe().await;
        one.stage(
            "x",
            vec![answer("4.1-a", "second"), answer("4.1-c", "3")],
            None,
        )
        .unwrap();
        one.save_state_of("x")
    };
    let (end, middle) = together(one.commit(), edit_meanwhile);
    assert_eq!((end, middle), (SaveState::Saved, SaveState::Saving));
    world.borrow_mut().journal.clear();
    let found = bodies(finish(tab(&world, "two").load("x")));
    assert_eq!(found[1], entry("answer", "4.1-a", "second"));
    assert_eq!(found.len(), 4);
}

#[test]
fn a_second_commit_waits_for_the_first() {
    let (_, one) = saved();
    one.stage("x", vec![answer("4.1-a", "new")], None).unwrap();
    assert_eq!(
        together(one.commit(), one.commit()),
        (SaveState::Saved, SaveState::Saved)
    );
}

#[test]
fn a_cancelled_commit_does_not_block_the_next() {
    let (_, one) = saved();
    one.stage("x", vec![answer("4.1-a", "new")], None).unwrap();
    tasks::poll_once(one.commit());
    assert_eq!(finish(one.commit()), SaveState::Saved);
}

#[test]
fn the_state_says_what_is_true_of_each_medium() {
    for (blocked, state) in [
        (vec![], SaveState::Saved),
        (
            vec![Medium::Journal],
            SaveState::SavedWithoutJournal(JournalGap::Refused("out of order".into())),
        ),
        (
            vec![Medium::Database],
            SaveState::OnlyInThisTab {
                detail: "out of order".into(),
            },
        ),
        (
            vec![Medium::Journal, Medium::Database],
            SaveState::NotSaved {
                detail: "out of order".into(),
            },
        ),
    ] {
        let (world, one) = saved();
        world.borrow_mut().blocked.clone_from(&blocked);
        one.stage("x", vec![answer("4.1-a", "new")], None).unwrap();
        assert_eq!(finish(one.commit()), state);
        world.borrow_mut().blocked.clear();
        assert_eq!(
            finish(one.commit()),
            SaveState::Saved,
            "{blocked:?}: it recovers"
        );
        let world = world.borrow();
        assert_eq!(world.tables.get(&Table::Records), Some(&world.journal));
    }
}

#[test]
fn without_any_storage_everything_works_in_memory() {
    let world = Shared::default();
    world
        .borrow_mut()
        .blocked
        .extend([Medium::Journal, Medium::Database]);
    let one = tab(&world, "one");
    assert_eq!(finish(one.open()).len(), 2);
    assert!(matches!(one.save_state(), SaveState::NotSaved { .. }));
    assert!(matches!(finish(one.load("x")), Loaded::Unavailable { .. }));
    one.begin("x").unwrap();
    one.stage(
        "x",
        vec![about("{}"), answer("4.1-a", "1")],
        history("made"),
    )
    .unwrap();
    assert!(matches!(finish(one.commit()), SaveState::NotSaved { .. }));
    assert_eq!(
        bodies(finish(one.load("x"))),
        [entry("about", "main", "{}"), entry("answer", "4.1-a", "1")]
    );
    assert_eq!(one.unsaved_history("x").len(), 1);
    assert!(one.is_unsaved("x"));
}

#[test]
fn a_database_that_lost_everything_is_written_anew_before_anything_is_called_saved() {
    let (world, one) = saved();
    world.borrow_mut().tables.clear();
    world.borrow_mut().journal.clear();
    one.stage("x", vec![answer("4.1-c", "3")], None).unwrap();
    assert_eq!(finish(one.commit()), SaveState::Saved);
    assert_eq!(one.take_news("x"), [News::Rewritten]);
    let world = world.borrow();
    assert_eq!(world.tables[&Table::Records].len(), 4);
    assert_eq!(world.tables.get(&Table::Records), Some(&world.journal));
}

#[test]
fn history_is_kept_by_count() {
    let world = Shared::default();
    let settings = Settings {
        history: 3,
        ..Settings::new("one", 1)
    };
    let one = Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        settings,
    );
    one.begin("x").unwrap();
    for step in 0..7 {
        one.stage(
            "x",
            vec![about(&step.to_string())],
            history(&step.to_string()),
        )
        .unwrap();
        if step != 3 {
            finish(one.commit());
        }
    }
    let labels = |count| -> Vec<String> {
        finish(one.recent_history("x", count))
            .unwrap()
            .into_iter()
            .map(|it| it.edit.label)
            .collect()
    };
    assert_eq!(labels(9), ["4", "5", "6"]);
    assert_eq!(labels(2), ["5", "6"]);
    assert_eq!(world.borrow_mut().table(Table::History).len(), 3);
}

#[test]
fn unsaved_edits_are_part_of_the_history() {
    let (_, one) = saved();
    one.stage("x", vec![answer("4.1-a", "new")], history("unsaved"))
        .unwrap();
    let labels: Vec<String> = finish(one.recent_history("x", 9))
        .unwrap()
        .into_iter()
        .map(|it| it.edit.label)
        .collect();
    assert_eq!(labels, ["made", "unsaved"]);
}

#[test]
fn a_commit_that_took_effect_although_it_was_refused_is_no_conflict() {
    let (world, one) = saved();
    one.stage("x", vec![answer("4.1-a", "first")], history("first"))
        .unwrap();
    let next = world.borrow().operations;
    world.borrow_mut().faults.insert(next, Fault::RefuseLate);
    assert!(finish(one.commit()).is_at_risk());
    one.stage("x", vec![answer("4.1-a", "second")], history("second"))
        .unwrap();
    assert_eq!(finish(one.commit()), SaveState::Saved);
    assert_eq!(one.take_news("x"), []);
    let found = bodies(finish(tab(&world, "two").load("x")));
    assert_eq!(found.len(), 3);
    assert_eq!(found[1], entry("answer", "4.1-a", "second"));
    assert_eq!(finish(one.recent_history("x", 9)).unwrap().len(), 3);
}
