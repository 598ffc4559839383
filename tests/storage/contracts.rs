//! The simulated media keep the contract of the real ones, and the vault over them works.

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
