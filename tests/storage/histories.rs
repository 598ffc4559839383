//! Histories that bring out what random ones rarely do, by name, each with a failure at every single operation.

use super::faults::{Browser, Event, RECORDS};
use super::media::Fault;
use super::*;

/// What happens, word by word: `e01` edits record 1 in tab 0, `c0` begins to save, `s0` gets on by a step, `f0` to the
/// end, `r0` takes over what the other tab has saved, `l0` reloads, `k2` kills the browser with two journal writes lost,
/// `j`, `d` and `b` block journal, database and both until `u`, `qN` fills the journal and `pN` the database at N bytes.
const HISTORIES: [(&str, &str); 56] = [
    ("an edit, saved, and a kill", "e00 c0 f0 k0"),
    ("an edit saved twice", "e00 c0 f0 e00 c0 f0 k3"),
    ("an edit during a save", "e00 c0 s0 e00 f0 l0 e00 c0 f0"),
    ("two edits during a save", "e00 c0 s0 e00 e01 f0 k0"),
    (
        "an edit between the transaction and its word",
        "e00 c0 s0 s0 e00 f0 k1",
    ),
    ("three records in one save", "e00 e01 e02 c0 f0 k0"),
    (
        "three records in three saves",
        "e00 c0 f0 e01 c0 f0 e02 c0 f0 k2",
    ),
    (
        "one record many times",
        "e00 e00 e00 e00 c0 f0 e00 e00 c0 f0 k4",
    ),
    ("a save of nothing", "c0 f0 e00 c0 f0 c0 f0 k0"),
    ("a reload before the save", "e00 l0 c0 f0 e00 c0 f0"),
    ("a reload during the save", "e00 c0 s0 l0 e01 c0 f0 k0"),
    (
        "a reload after the transaction",
        "e00 c0 s0 s0 l0 e00 c0 f0",
    ),
    (
        "a reload at every step",
        "e00 c0 l0 c0 s0 l0 e00 c0 s0 s0 l0 e00 c0 f0",
    ),
    ("a kill before the save", "e00 c0 f0 e01 k0 e02 c0 f0"),
    ("a kill during the save", "e00 c0 s0 k0 e01 c0 f0 k0"),
    (
        "a kill with the whole tail lost",
        "e00 c0 f0 e01 c0 f0 e02 k9 e00 c0 f0",
    ),
    ("kill upon kill", "e00 c0 f0 k1 k1 e00 c0 f0 k1 k0"),
    ("two tabs, one record", "e00 e10 c0 c1 f0 f1 k1"),
    (
        "two tabs, one record, the second first",
        "e00 e10 c0 c1 f1 f0 k1",
    ),
    (
        "two tabs, one record, step by step",
        "e00 e10 c0 c1 s0 s1 f1 f0 e10 c1 f1",
    ),
    (
        "two tabs, one record, crosswise",
        "e00 e10 c0 c1 s0 s1 s0 s1 s0 s1 f0 f1 k0",
    ),
    ("two tabs, two records", "e00 e11 c0 c1 f0 f1 k0"),
    (
        "two tabs, all records",
        "e00 e01 e02 e10 e11 e12 c0 c1 f0 f1 k2",
    ),
    ("a tab that is told", "e00 c0 f0 r1 e10 c1 f1 r0 e00 c0 f0"),
    ("a tab that is not told", "e00 c0 f0 e10 c1 f1 e00 c0 f0 k0"),
    (
        "a tab that is told while it edits",
        "e00 c0 f0 e10 r1 c1 f1 r0 k0",
    ),
    (
        "a tab that is told while the other saves",
        "e00 c0 s0 r1 f0 e10 c1 f1",
    ),
    (
        "a tab that reads the other's journal",
        "e00 l1 e10 c0 f0 c1 f1 l0",
    ),
    (
        "a tab that takes over a dead tab's edit",
        "e00 l0 c0 f0 r1 e10 c1 f1",
    ),
    (
        "a tab that dies in its save",
        "e00 c0 s0 s0 l0 e10 c1 f1 k2 e00 c0 f0",
    ),
    (
        "both tabs die in their saves",
        "e00 e10 c0 c1 s0 s1 k0 e00 c0 f0",
    ),
    (
        "a conflict, then an edit of the winner",
        "e00 e10 c0 f0 c1 f1 e10 c1 f1 r0 e00 c0 f0",
    ),
    (
        "a conflict, then an edit of the loser",
        "e00 e10 c0 f0 c1 f1 e00 c0 f0 k0",
    ),
    (
        "a conflict upon a conflict",
        "e00 e10 c0 f0 c1 f1 e00 e10 c0 f0 c1 f1 k0",
    ),
    (
        "a tab far ahead",
        "e00 e00 e00 e00 e00 c0 f0 e10 c1 f1 e10 c1 f1 k0",
    ),
    (
        "a tab far behind",
        "e10 c1 f1 e00 e00 e00 e00 c0 f0 r1 e10 c1 f1",
    ),
    (
        "turns without being told",
        "e00 c0 f0 e10 c1 f1 e00 c0 f0 e10 c1 f1 k0",
    ),
    (
        "turns with being told",
        "e00 c0 f0 r1 e10 c1 f1 r0 e00 c0 f0 r1 e10 c1 f1 k0",
    ),
    ("the journal refuses", "j e00 c0 f0 u e01 c0 f0 k0"),
    (
        "the journal refuses at the start",
        "j l0 l1 e00 c0 f0 u c0 f0 e00 c0 f0 k0",
    ),
    ("the database refuses", "d e00 c0 f0 u c0 f0 k0"),
    (
        "the database refuses and the tab is reloaded",
        "d e00 c0 f0 l0 u l0 c0 f0 e01 c0 f0",
    ),
    (
        "the database refuses and the browser is killed",
        "e00 c0 f0 d e00 c0 f0 k0 u l0 c0 f0 e02 c0 f0",
    ),
    ("both refuse", "b e00 c0 f0 u c0 f0 k0"),
    (
        "both refuse at the start",
        "b l0 l1 e00 u c0 f0 e00 c0 f0 k0",
    ),
    (
        "both refuse, one after the other",
        "j e00 c0 f0 d e01 c0 f0 u c0 f0 k0",
    ),
    (
        "the database refuses while two tabs edit",
        "d e00 e10 c0 f0 c1 f1 u c0 f0 c1 f1 k0",
    ),
    (
        "the journal refuses while two tabs edit",
        "j e00 e10 c0 f0 c1 f1 u r0 e00 c0 f0 k0",
    ),
    ("a full journal", "q90 e00 e01 e02 c0 f0 k0 u e00 c0 f0"),
    (
        "a journal that fills up",
        "e00 c0 f0 q140 e01 e02 c0 f0 k1 e00 c0 f0",
    ),
    ("a full database", "e00 c0 f0 p200 e01 c0 f0 u c0 f0 k0"),
    (
        "a database that is full from the start",
        "p0 e00 c0 f0 k0 u e01 c0 f0",
    ),
    ("both full", "e00 c0 f0 q100 p200 e01 e02 c0 f0 u c0 f0 k0"),
    (
        "a full database in two tabs",
        "e00 e10 p300 c0 f0 c1 f1 u c1 f1 c0 f0 k0",
    ),
    (
        "a full database and a reload",
        "e00 c0 f0 p200 e01 c0 f0 l0 u c0 f0 e00 c0 f0",
    ),
    (
        "a long day",
        "e00 c0 f0 e11 c1 f1 r0 r1 e02 c0 s0 e12 c1 f1 f0 l1 e10 c1 f1 r0 e00 c0 f0 k2 e01 c0 f0",
    ),
];

fn events(words: &str) -> Vec<Event> {
    words.split(' ').map(event).collect()
}

fn event(word: &str) -> Event {
    let (letter, digits) = word.split_at(1);
    let number = || -> usize { digits.parse().expect("a number") };
    match letter {
        "e" => Event::Edit(number() / 10, number() % 10),
        "c" => Event::Commit(number()),
        "s" => Event::Step(number()),
        "f" => Event::Finish(number()),
        "r" => Event::Refresh(number()),
        "l" => Event::Reload(number()),
        "k" => Event::Kill(number()),
        "j" => Event::Block(Medium::Journal),
        "d" => Event::Block(Medium::Database),
        "b" => Event::BlockBoth,
        "q" => Event::Full(Medium::Journal, number()),
        "p" => Event::Full(Medium::Database, number()),
        "u" => Event::Unblock,
        other => panic!("{other} is no word of a history"),
    }
}

#[test]
fn a_failure_at_any_operation_of_any_history_loses_nothing() {
    let mut played = 0;
    for (name, words) in HISTORIES {
        played += play(name, words, Browser::start);
        played += play(name, words, Browser::with_copy);
    }
    assert!(played > 8_000, "{played} histories were played");
}

/// Plays one history with every fault at every operation, and returns how often.
fn play(name: &str, words: &str, start: fn() -> Browser) -> usize {
    let mut played = 0;
    {
        let events = events(words);
        let mut browser = start();
        let started = browser.world.borrow().operations;
        browser.play(&events);
        let ended = browser.world.borrow().operations;
        let undisturbed = browser.reckon();
        assert!(undisturbed.saved > 0, "{name}: nothing is saved");
        assert_eq!(undisturbed.lost, Vec::<u32>::new(), "{name}, undisturbed");
        for operation in started..ended {
            for fault in Fault::ALL {
                let mut browser = start();
                browser.world.borrow_mut().faults.insert(operation, fault);
                browser.play(&events);
                let lost = browser.reckon().lost;
                assert!(
                    lost.is_empty(),
                    "{name}, {fault:?} at operation {operation}: {lost:?}"
                );
                played += 1;
            }
        }
    }
    played
}

#[test]
fn every_history_has_a_name_of_its_own_and_uses_what_there_is() {
    let names: std::collections::BTreeSet<&str> = HISTORIES.iter().map(|it| it.0).collect();
    assert_eq!(names.len(), HISTORIES.len());
    for (name, words) in HISTORIES {
        for event in events(words) {
            if let Event::Edit(tab, record) = event {
                assert!(tab < 2 && record < RECORDS.len(), "{name}");
            }
        }
    }
}
