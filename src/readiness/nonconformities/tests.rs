use super::*;
use crate::readiness::fixture::{catalog, day, today};

/// An entry that may be closed.
fn finished() -> Nonconformity {
    Nonconformity {
        grade: Some(Grade::Minor),
        raised_on: Some(day("2026-01-10")),
        correction: "The two records were completed".to_owned(),
        extent: "All queues were looked through; one more was found".to_owned(),
        cause: "The form does not ask for it".to_owned(),
        actions: vec![CorrectiveAction {
            text: "Make the field mandatory".to_owned(),
            done_on: Some(day("2026-02-01")),
            ..CorrectiveAction::default()
        }],
        check_measure: "Sample of twenty records".to_owned(),
        check_result: "Twenty of twenty complete".to_owned(),
        checked_on: Some(day("2026-04-01")),
        effective: Some(true),
        ..Nonconformity::default()
    }
}

#[test]
fn nothing_is_closed_without_cause_action_and_a_check_of_its_effect() {
    type Loss = fn(&mut Nonconformity);
    let table: [(Loss, &[Lack], NonconformityState); 10] = [
        (
            |it| it.grade = None,
            &[Lack::NoGrade],
            NonconformityState::Raised,
        ),
        (
            |it| it.correction.clear(),
            &[Lack::NoCorrection],
            NonconformityState::Raised,
        ),
        (
            |it| it.extent = " ".to_owned(),
            &[Lack::NoExtent],
            NonconformityState::Raised,
        ),
        (
            |it| it.cause.clear(),
            &[Lack::NoCause],
            NonconformityState::Raised,
        ),
        (
            |it| it.actions.clear(),
            &[Lack::NoAction],
            NonconformityState::Raised,
        ),
        (
            |it| it.actions.iter_mut().for_each(|it| it.done_on = None),
            &[Lack::ActionOpen],
            NonconformityState::Planned,
        ),
        (
            |it| {
                it.actions
                    .iter_mut()
                    .for_each(|it| it.done_on = Some(today().plus(1)))
            },
            &[Lack::ActionOpen],
            NonconformityState::Planned,
        ),
        (
            |it| it.check_measure.clear(),
            &[Lack::NoEffectCheck],
            NonconformityState::Done,
        ),
        (
            |it| it.checked_on = None,
            &[Lack::NoEffectCheck],
            NonconformityState::Done,
        ),
        (
            |it| it.effective = Some(false),
            &[Lack::NotEffective],
            NonconformityState::Done,
        ),
    ];
    for (lose, lacks, expected) in table {
        let mut entry = finished();
        lose(&mut entry);
        let before = entry.clone();
        assert_eq!(close(&mut entry, today(), "Ida"), Err(lacks.to_vec()));
        assert_eq!(entry, before, "a refusal changes nothing");
        assert_eq!(state(&entry, today()), expected, "{lacks:?}");
    }
}

#[test]
fn a_finished_entry_is_closed_and_can_be_taken_up_again() {
    let mut entry = finished();
    assert_eq!(state(&entry, today()), NonconformityState::Effective);
    assert_eq!(close(&mut entry, today(), " Ida "), Ok(()));
    assert_eq!(
        (entry.closed_on, entry.closed_by.as_str()),
        (Some(today()), "Ida")
    );
    assert_eq!(state(&entry, today()), NonconformityState::Closed);

    reopen(&mut entry, today(), " It came back ");
    assert_eq!(state(&entry, today()), NonconformityState::Done);
    assert_eq!(entry.reopened.len(), 1);
    assert_eq!(entry.reopened[0].reason, "It came back");
    assert_eq!(entry.cause, finished().cause, "what was found out stays");
    assert_eq!(
        close(&mut entry, today(), "Ida"),
        Err(vec![Lack::NoEffectCheck, Lack::NotEffective])
    );
}

#[test]
fn remarks_need_no_answer_and_prevention_no_correction() {
    let remark = Nonconformity {
        grade: Some(Grade::Observation),
        ..Nonconformity::default()
    };
    assert_eq!(missing_to_close(&remark, today()), []);
    let prevention = Nonconformity {
        source: Source::Prevention,
        correction: String::new(),
        extent: String::new(),
        ..finished()
    };
    assert_eq!(missing_to_close(&prevention, today()), []);
}

#[test]
fn a_closing_that_its_record_does_not_bear_out_counts_as_open() {
    let entry = Nonconformity {
        closed_on: Some(today()),
        cause: String::new(),
        ..finished()
    };
    assert!(!is_closed(&entry, today()));
    let tomorrow = Nonconformity {
        closed_on: Some(today().plus(1)),
        ..finished()
    };
    assert!(!is_closed(&tomorrow, today()));
}

#[test]
fn the_first_date_that_is_still_to_be_kept_is_the_next_one() {
    let mut entry = Nonconformity {
        due: Some(today().plus(90)),
        answer_due: Some(today().plus(5)),
        check_due: Some(today().plus(60)),
        actions: vec![CorrectiveAction {
            due: Some(today()),
            ..CorrectiveAction::default()
        }],
        ..Nonconformity::default()
    };
    assert_eq!(next_due(&entry, today()), Some(today()));
    assert!(!is_overdue(&entry, today()), "due today is in time");
    assert!(is_overdue(&entry, today().plus(1)));
    entry.actions[0].done_on = Some(today());
    assert_eq!(next_due(&entry, today()), Some(today().plus(5)));
    entry.accepted_on = Some(today());
    assert_eq!(next_due(&entry, today()), Some(today().plus(60)));
    entry.checked_on = Some(today());
    assert_eq!(next_due(&entry, today()), Some(today().plus(90)));
}

#[test]
fn a_cause_that_only_blames_is_challenged_as_whole_words() {
    let workspaces = Workspaces {
        weak_causes: vec![
            "human error".to_owned(),
            "one-off".to_owned(),
            "no time".to_owned(),
        ],
        ..Workspaces::default()
    };
    let weak = |cause| weak_cause(&workspaces, cause);
    assert_eq!(weak("It was Human  Error, again."), Some("human error"));
    assert_eq!(weak("A one-off."), Some("one-off"));
    assert_eq!(weak("At no times was it checked"), None);
    assert_eq!(weak("Humane errors of the form"), None);
    assert_eq!(weak(""), None);
}

#[test]
fn entries_are_counted_by_clause_by_cause_and_by_month() {
    let entry = |requirement: &str, cause: &str, raised: &str| {
        let it = Nonconformity {
            requirement: requirement.to_owned(),
            cause: cause.to_owned(),
            raised_on: Some(day(raised)),
            ..finished()
        };
        (raised.to_owned(), it)
    };
    let mut entries = vec![
        entry("8.6.1-a", "No owner.", "2026-04-30"),
        entry("8.6.1-a", "no  owner", "2026-05-01"),
        entry("4.1-a", "The form", "2026-05-31"),
    ];
    entries[0].1.closed_on = Some(day("2026-05-15"));
    let on = day("2026-05-31");
    let counts = |shares: Vec<Share>| -> Vec<(String, usize, usize)> {
        shares
            .into_iter()
            .map(|it| (it.name, it.open, it.all))
            .collect()
    };
    assert_eq!(
        counts(by_clause(&catalog(), &entries, on)),
        [("8.6.1".to_owned(), 1, 2), ("4.1".to_owned(), 1, 1)]
    );
    assert_eq!(
        counts(by_cause(&entries, on)),
        [("No owner".to_owned(), 1, 2), ("The form".to_owned(), 1, 1)]
    );
    let months: Vec<_> = by_month(&entries, 3, on)
        .into_iter()
        .map(|it| (it.month.to_string(), it.raised, it.closed, it.open))
        .collect();
    assert_eq!(
        months,
        [
            ("2026-03-01".to_owned(), 0, 0, 0),
            ("2026-04-01".to_owned(), 1, 0, 1),
            ("2026-05-01".to_owned(), 2, 1, 2),
        ]
    );
}

#[test]
fn what_is_rare_shares_one_bar_and_what_says_nothing_keeps_its_own() {
    let share = |name: &str, all: usize| Share {
        name: name.to_owned(),
        open: 1,
        all,
    };
    let few = vec![share("a", 3), share("b", 2), share("", 1)];
    assert_eq!(in_bars(few.clone(), 3), (few, None), "each has its bar");

    let many = ["a", "b", "c", "d", "e"].map(|it| share(it, 2));
    let (own, rest) = in_bars(many.to_vec(), 3);
    assert_eq!(own, [share("a", 2), share("b", 2)]);
    let rest = rest.map(|it| (it.name, it.open, it.all));
    assert_eq!(rest, Some((String::new(), 3, 6)));

    let mut silent = many.to_vec();
    silent.push(share("", 1));
    let (own, rest) = in_bars(silent, 3);
    assert_eq!(own, [share("a", 2), share("", 1)]);
    assert_eq!(rest.map(|it| (it.open, it.all)), Some((4, 8)));
}
