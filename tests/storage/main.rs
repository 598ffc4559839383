//! The durable store, over media that fail as they are told.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a step that fails is a test that fails"
)]

mod contract;
mod contracts;
mod copies;
mod copying;
mod faults;
mod golden;
mod histories;
mod hostile;
mod loading;
mod media;
mod migrating;
mod saving;
mod tabs;
mod tasks;
mod the_journal;

use contract::{about, answer, bodies, entry, history};
use copies::FakeCopy;
use media::{FakeDatabase, FakeJournal, Shared};
use tasks::{finish, together};
use waymark::storage::{
    About, Change, JournalGap, Loaded, Medium, News, RecordName, Refreshed, Repair, SaveState,
    Settings, Shortfall, StoredRecord, Table, Vault, VaultError,
};

/// How many cases a property test runs: `PROPTEST_CASES`, or 256. Nothing is written where one fails: it prints the case.
fn cases() -> proptest::test_runner::Config {
    proptest::test_runner::Config {
        failure_persistence: None,
        ..proptest::test_runner::Config::default()
    }
}

type Tab = Vault<FakeJournal, FakeDatabase, FakeCopy>;

fn tab(world: &Shared, writer: &str) -> Tab {
    Vault::with_copy(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        FakeCopy(world.clone()),
        // So small that the files are renewed and grow in the midst of the tests.
        Settings {
            copy_size: 512,
            ..Settings::new(writer, 1)
        },
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
