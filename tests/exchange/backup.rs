//! Backups: what has changed since, when to remind, and what a check of a file finds.

use waymark::assessment::{About, Assessment, Edit, Rating, Record, RecordKey, RecordKind};
use waymark::day::Day;
use waymark::exchange::{
    Backup, BackupLog, BackupStanding, Difference, InFile, REMIND_AFTER_CHANGES, Strength, check,
};

use crate::samples::{blank, full};

fn day(date: u8) -> Day {
    Day::new(2026, 11, date).expect("a day of November")
}

fn answer(assessment: &mut Assessment, id: &str, rating: Rating) -> Edit {
    let record = waymark::assessment::Answer {
        rating: Some(rating),
        ..waymark::assessment::Answer::default()
    };
    assessment.apply(Edit::one(
        "edit-rating",
        RecordKey::new(RecordKind::Answer, id),
        Some(Record::Answer(record)),
    ))
}

fn made_on(date: u8) -> Assessment {
    let about = About {
        created: Some(day(date)),
        ..About::default()
    };
    Assessment::new("a", about)
}

#[test]
fn each_record_that_is_new_different_or_gone_is_one_change_and_undo_takes_it_back() {
    let mut assessment = full();
    let backup = Backup::of(&assessment, day(1));
    assert_eq!(backup.changes_since(&assessment), 0);
    let back = answer(&mut assessment, "9.1-a", Rating::Thin);
    assert_eq!(backup.changes_since(&assessment), 1);
    answer(&mut assessment, "9.1-a", Rating::Partly);
    assert_eq!(backup.changes_since(&assessment), 1);
    assessment.apply(Edit::one(
        "edit-rating",
        RecordKey::new(RecordKind::Answer, "8.6.1-a"),
        None,
    ));
    assert_eq!(backup.changes_since(&assessment), 2);
    assessment.apply(back);
    assert_eq!(backup.changes_since(&assessment), 1);
}

#[test]
fn a_standing_counts_days_and_changes_and_knows_no_future() {
    let assessment = full();
    let mut log = BackupLog::default();
    let of = |log: &BackupLog, today| {
        BackupStanding::of(log.backups.get(&assessment.id), &assessment, today)
    };
    assert_eq!(of(&log, day(5)).key(), "never");
    assert_eq!(
        BackupStanding::of(None, &blank(), day(5)),
        BackupStanding::Never { entries: 0 }
    );
    log.note(std::slice::from_ref(&assessment), day(2));
    let known = |days| BackupStanding::Known { days, changes: 0 };
    assert_eq!(of(&log, day(5)), known(3));
    assert_eq!(of(&log, day(1)), known(0));
    assert_eq!(of(&log, day(5)).key(), "current");
}

fn is_due(log: &BackupLog, assessment: &Assessment, today: Day, is_kept: bool) -> bool {
    let standing = BackupStanding::of(log.backups.get(&assessment.id), assessment, today);
    log.is_reminder_due(assessment, standing, today, is_kept)
}

#[test]
fn the_reminder_comes_after_days_with_a_change_sooner_where_the_browser_promised_nothing() {
    let log = BackupLog::default();
    let mut assessment = made_on(1);
    assert!(
        !is_due(&log, &assessment, day(9), true),
        "nothing was entered"
    );
    answer(&mut assessment, "9.1-a", Rating::Thin);
    for (date, is_kept, due) in [
        (1, false, false),
        (2, false, true),
        (3, true, false),
        (4, true, true),
    ] {
        assert_eq!(
            is_due(&log, &assessment, day(date), is_kept),
            due,
            "day {date}, kept {is_kept}"
        );
    }
}

#[test]
fn the_reminder_comes_on_the_same_day_after_many_changes() {
    let log = BackupLog::default();
    let mut assessment = made_on(1);
    for at in 1..REMIND_AFTER_CHANGES {
        answer(&mut assessment, &format!("9.1-{at}"), Rating::Thin);
    }
    assert!(!is_due(&log, &assessment, day(1), true));
    answer(&mut assessment, "9.2-a", Rating::Thin);
    assert!(is_due(&log, &assessment, day(1), true));
    let mut after = log.clone();
    after.note(std::slice::from_ref(&assessment), day(1));
    assert!(
        !is_due(&after, &assessment, day(9), false),
        "nothing has changed since"
    );
}

#[test]
fn nobody_is_reminded_twice_a_day_or_of_the_sample() {
    let mut assessment = made_on(1);
    answer(&mut assessment, "9.1-a", Rating::Thin);
    let log = BackupLog {
        reminded: Some(day(5)),
        ..BackupLog::default()
    };
    assert!(!is_due(&log, &assessment, day(5), false));
    assert!(is_due(&log, &assessment, day(6), false));
    assessment.about.sample = true;
    assert!(!is_due(&log, &assessment, day(6), false));
}

#[test]
fn the_log_reads_back_and_forgets_what_is_gone_and_survives_nonsense() {
    let mut log = BackupLog::default();
    log.note(&[full(), blank()], day(3));
    log.asked_to_keep = true;
    assert_eq!(BackupLog::from_text(&log.to_text()), log);
    log.keep_only(&[full().id]);
    assert!(log.backups.get(&full().id).is_some() && log.backups.get(&blank().id).is_none());
    for text in ["", "[]", "{\"backups\":7}", "\u{0}"] {
        assert_eq!(BackupLog::from_text(text), BackupLog::default(), "{text:?}");
    }
}

#[test]
fn a_check_finds_the_same_other_and_missing_assessments() {
    let file = [full(), blank()];
    let same = check(&[full()], &file);
    assert_eq!(
        (same.here.as_slice(), same.only_in_file.as_slice()),
        ([InFile::Same].as_slice(), [1].as_slice())
    );
    assert!(same.holds_everything() && !same.is_foreign());
    let other = check(&[made_on(1)], &file);
    assert_eq!(other.here, [InFile::Absent]);
    assert!(!other.holds_everything() && other.is_foreign());
    assert!(
        !check(&[], &file).holds_everything(),
        "an empty browser proves nothing"
    );
}

#[test]
fn a_check_lists_what_has_changed_since_the_file() {
    let mut here = full();
    answer(&mut here, "8.6.1-a", Rating::NotInPlace);
    answer(&mut here, "9.1-a", Rating::Thin);
    let checked = check(&[here.clone()], &[full()]);
    let key = |id: &str| RecordKey::new(RecordKind::Answer, id);
    assert_eq!(
        checked.here,
        [InFile::Different(vec![
            (key("8.6.1-a"), Difference::Changed),
            (key("9.1-a"), Difference::OnlyHere),
        ])]
    );
    assert!(!checked.holds_everything() && !checked.is_foreign());
    // What only the file has does not make it less of a backup.
    let mut older = full();
    older.apply(Edit::one("edit-rating", key("8.6.1-a"), None));
    let checked = check(&[older], &[full()]);
    assert_eq!(
        checked.here,
        [InFile::Different(vec![(
            key("8.6.1-a"),
            Difference::OnlyInFile
        )])]
    );
    assert!(checked.holds_everything());
}

#[test]
fn a_passphrase_is_judged_by_length_and_variety() {
    for (passphrase, strength) in [
        ("", Strength::TooShort),
        ("1234567", Strength::TooShort),
        ("12345678", Strength::Weak),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak),
        ("12345678901234567890", Strength::Weak),
        ("harbour lights", Strength::Fair),
        ("harbour lights under a red moon", Strength::Good),
        (
            "\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}",
            Strength::TooShort,
        ),
    ] {
        assert_eq!(Strength::of(passphrase), strength, "{passphrase}");
    }
}
