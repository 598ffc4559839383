//! The durable store, over media that fail as they are told.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/contract.rs"]
mod contract;
#[path = "support/media.rs"]
mod media;
#[path = "support/tasks.rs"]
mod tasks;

use contract::{about, answer, bodies, entry, history, open};
use media::{FakeDatabase, FakeJournal, Shared};
use tasks::{finish, together};
use waymark::storage::{
    About, Change, JournalGap, Loaded, Medium, News, RecordName, Refreshed, Repair, SaveState,
    Settings, Shortfall, StoredRecord, Table, Vault, VaultError,
};

type Tab = Vault<FakeJournal, FakeDatabase>;

fn tab(world: &Shared, writer: &str) -> Tab {
    Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        Settings::new(writer, 1),
    )
}

/// A world with a saved assessment `x` of three records, and the tab that saved it.
fn saved() -> (Shared, Tab) {
    let world = Shared::default();
    let one = tab(&world, "one");
    one.begin("x").unwrap();
    one.stage(
        "x",
        vec![about("{}"), answer("4.1-a", "1"), answer("4.1-b", "2")],
        history("made"),
    )
    .unwrap();
    assert_eq!(finish(one.commit()), SaveState::Saved);
    (world, one)
}

fn all_of_it() -> Vec<(String, String, String)> {
    vec![
        entry("about", "main", "{}"),
        entry("answer", "4.1-a", "1"),
        entry("answer", "4.1-b", "2"),
    ]
}

fn key(id: &str) -> String {
    RecordName::new("x", "answer", id).key()
}

fn repairs(loaded: Loaded) -> Vec<Repair> {
    let Loaded::Restored(it) = loaded else {
        panic!("{loaded:?}")
    };
    it.repairs
}

mod contracts {
    use super::*;

    fn both(world: &Shared) -> impl Fn() -> (FakeJournal, FakeDatabase) {
        move || (FakeJournal(world.clone()), FakeDatabase(world.clone()))
    }

    #[test]
    fn the_simulated_media_keep_the_contract() {
        finish(contract::the_journal_keeps_what_it_is_given(
            FakeJournal::default(),
            "x",
        ));
        finish(contract::the_database_reads_by_prefix_in_order(
            FakeDatabase::default(),
            "x",
        ));
        finish(contract::the_database_applies_operations_in_their_order(
            FakeDatabase::default(),
            "x",
        ));
        finish(contract::the_database_compares_before_it_replaces(
            FakeDatabase::default(),
            "x",
        ));
        finish(contract::a_refused_batch_leaves_no_trace(
            FakeDatabase::default(),
            "x",
        ));
    }

    #[test]
    fn what_is_saved_is_there_after_a_restart() {
        finish(contract::what_is_saved_is_there_after_a_restart(
            both(&Shared::default()),
            "x",
        ));
    }

    #[test]
    fn two_tabs_keep_both_versions() {
        finish(contract::two_tabs_keep_both_versions(
            both(&Shared::default()),
            "x",
        ));
    }

    #[test]
    fn snapshots_stand_apart_from_records() {
        finish(contract::snapshots_stand_apart_from_records(
            both(&Shared::default()),
            "x",
        ));
    }
}

mod loading {
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
            match medium {
                Medium::Journal => world.borrow_mut().journal.clear(),
                Medium::Database => world.borrow_mut().tables.clear(),
            }
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
                Medium::Database => world
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
                matches!(&loaded, Loaded::Unavailable { journal: j, database: d } if j.is_some() == journal && d.is_some() == database),
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
}

mod saving {
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
        let before = world.borrow().operations;
        assert_eq!(
            one.stage("x", vec![answer("4.1-a", "1")], history("same")),
            Ok(SaveState::Saved)
        );
        assert_eq!(finish(one.commit()), SaveState::Saved);
        assert_eq!(world.borrow().operations, before);
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
}

mod tabs {
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
}

mod the_journal {
    use super::*;

    #[test]
    fn makes_room_for_the_open_assessment_only_where_the_database_has_the_same() {
        let (world, one) = saved();
        one.begin("y").unwrap();
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
}
