//! The schedule: dependencies, working days, entered dates, slack and the critical path.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use waymark::assessment::workspace::{Audit, Baseline, Certification, MAIN, put};
use waymark::assessment::{About, Assessment, StepEntry};
use waymark::catalog::RecordCheck;
use waymark::catalog::{Catalog, compiler};
use waymark::day::Day;
use waymark::plan::{
    Calendar, DECISION_STEP, Schedule, SlipTally, Span, freeze, schedule, slip_tally, slips,
    timeline,
};

const NOTHING_DONE: &dyn Fn(usize) -> bool = &|_| false;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A catalogue with nothing but steps: id, days for every size, and the places of those before.
fn road(steps: &[(&str, u16, Vec<usize>)]) -> Catalog {
    let levels =
        json!({ "not_in_place": "", "partly": "", "thin": "", "evidenced": "", "no_case": "" });
    let steps: Vec<Value> = steps
        .iter()
        .map(|(id, days, after)| {
            let gate = json!([{ "confirm": { "id": format!("{id}-done"), "label": "Done" } }]);
            json!({ "id": id, "stage": "s", "title": id, "days": [days, days, days], "after": after, "clauses": [], "gate": gate })
        })
        .collect();
    let catalog = json!({
        "edition": "2018", "revision": 1, "language": "en", "clauses": [], "requirements": [], "documents": [], "eligibility": [],
        "statement_checks": [], "statement_pattern": "", "stages": [], "steps": steps,
        "levels": { "document": levels, "record": levels, "activity": levels, "decision": levels }, "messages": { "plain": {}, "pieces": {} }
    });
    Catalog::from_json(&catalog.to_string()).expect("a catalogue")
}

/// Four steps: a short and a long way from the first to the decision, and one step after it.
fn diamond() -> Catalog {
    road(&[
        ("A", 2, vec![]),
        ("B", 1, vec![0]),
        ("C", 5, vec![0]),
        (DECISION_STEP, 1, vec![1, 2]),
        ("V", 3, vec![3]),
    ])
}

fn beginning(start: &str) -> Assessment {
    let mut assessment = Assessment::new("a", About::default());
    assessment.plan.start = Some(day(start));
    assessment
}

fn enter(assessment: &mut Assessment, step: &str, start: Option<&str>, finish: Option<&str>) {
    let entry = assessment.steps.or_default(step.to_owned());
    entry.start = start.map(day);
    entry.finish = finish.map(day);
}

fn spans(schedule: &Schedule) -> Vec<String> {
    schedule
        .steps
        .iter()
        .map(|it| format!("{} {}", it.start, it.finish))
        .collect()
}

fn real() -> Catalog {
    compiler::build(Path::new("content"))
        .expect("the content compiles")
        .0
}

#[test]
fn steps_follow_each_other_on_working_days() {
    let plan = schedule(
        &diamond(),
        &beginning("2026-11-26"),
        day("2026-11-23"),
        NOTHING_DONE,
    );
    assert_eq!(
        spans(&plan),
        [
            "2026-11-26 2026-11-27",
            "2026-11-30 2026-11-30",
            "2026-11-30 2026-12-04",
            "2026-12-07 2026-12-07",
            "2026-12-08 2026-12-10"
        ]
    );
    assert_eq!(
        (plan.decision, plan.finish),
        (day("2026-12-07"), day("2026-12-10"))
    );
    assert_eq!(
        plan.steps.iter().map(|it| it.slack).collect::<Vec<_>>(),
        [0, 4, 0, 0, 0]
    );
    assert_eq!(
        plan.steps.iter().map(|it| it.critical).collect::<Vec<_>>(),
        [true, false, true, true, false]
    );
    assert_eq!(plan.critical_path, [0, 2, 3]);
}

#[test]
fn without_a_start_the_road_begins_at_the_first_working_day_from_today() {
    let plan = schedule(
        &diamond(),
        &Assessment::default(),
        day("2026-11-21"),
        NOTHING_DONE,
    );
    assert_eq!(spans(&plan)[0], "2026-11-23 2026-11-24");
    assert_eq!(plan.slip, None);
}

#[test]
fn the_slip_is_counted_in_calendar_days_from_the_target() {
    let mut assessment = beginning("2026-11-26");
    for (target, slip) in [("2026-12-01", 6), ("2026-12-07", 0), ("2026-12-31", -24)] {
        assessment.plan.target = Some(day(target));
        assert_eq!(
            schedule(&diamond(), &assessment, day("2026-11-23"), NOTHING_DONE).slip,
            Some(slip),
            "{target}"
        );
    }
}

#[test]
fn non_working_days_are_skipped() {
    let mut assessment = beginning("2026-11-26");
    assessment.plan.non_working = vec![day("2026-12-01"), day("2026-11-26")];
    let plan = schedule(&diamond(), &assessment, day("2026-11-23"), NOTHING_DONE);
    assert_eq!(
        spans(&plan)[..3],
        [
            "2026-11-27 2026-11-30",
            "2026-12-02 2026-12-02",
            "2026-12-02 2026-12-08"
        ]
    );
}

#[test]
fn an_entered_duration_replaces_the_default_and_is_at_least_one_day() {
    let mut assessment = beginning("2026-11-26");
    assessment.steps.insert(
        "A".to_owned(),
        StepEntry {
            days: Some(0),
            ..StepEntry::default()
        },
    );
    assessment.steps.insert(
        "B".to_owned(),
        StepEntry {
            days: Some(10),
            ..StepEntry::default()
        },
    );
    let plan = schedule(&diamond(), &assessment, day("2026-11-23"), NOTHING_DONE);
    assert_eq!(
        spans(&plan)[..2],
        ["2026-11-26 2026-11-26", "2026-11-27 2026-12-10"]
    );
    assert_eq!(plan.critical_path, [0, 1, 3]);
}

#[test]
fn entered_dates_win_and_move_what_follows() {
    let mut assessment = beginning("2026-11-26");
    enter(&mut assessment, "A", None, Some("2026-12-04"));
    enter(&mut assessment, "B", Some("2026-12-24"), None);
    let plan = schedule(&diamond(), &assessment, day("2026-11-23"), NOTHING_DONE);
    assert_eq!(
        spans(&plan)[..4],
        [
            "2026-11-26 2026-12-04",
            "2026-12-24 2026-12-24",
            "2026-12-07 2026-12-11",
            "2026-12-25 2026-12-25"
        ]
    );
    assert!(plan.steps.iter().all(|it| !it.conflict));
    assert!(
        plan.steps[0].finish_entered && !plan.steps[0].start_entered && plan.steps[1].start_entered
    );
    assert_eq!(
        plan.critical_path,
        [1, 3],
        "the entered start of B decides, not what lies before it"
    );
}

#[test]
fn an_entered_date_before_what_it_depends_on_is_a_conflict_and_still_wins() {
    for (start, finish, conflict) in [
        (Some("2026-11-20"), None, true),
        (None, Some("2026-11-20"), true),
        (Some("2026-12-10"), Some("2026-12-08"), true),
        (Some("2026-11-27"), None, false),
        (None, Some("2026-11-27"), false),
    ] {
        let mut assessment = beginning("2026-11-26");
        enter(&mut assessment, "C", start, finish);
        let plan = schedule(&diamond(), &assessment, day("2026-11-16"), NOTHING_DONE);
        assert_eq!(plan.steps[2].conflict, conflict, "{start:?} {finish:?}");
        assert_eq!(start.map_or(plan.steps[2].start, day), plan.steps[2].start);
        assert_eq!(
            finish.map_or(plan.steps[2].finish, day),
            plan.steps[2].finish
        );
    }
}

#[test]
fn a_finish_that_leaves_too_little_room_shows_as_negative_slack_before_it() {
    let mut assessment = beginning("2026-11-26");
    enter(&mut assessment, "C", None, Some("2026-12-01"));
    let plan = schedule(&diamond(), &assessment, day("2026-11-23"), NOTHING_DONE);
    assert_eq!(spans(&plan)[2], "2026-11-30 2026-12-01");
    assert_eq!(plan.steps[0].slack, -2);
    assert!(!plan.steps[2].conflict);
}

#[test]
fn open_work_does_not_end_in_the_past_and_done_work_not_in_the_future() {
    let today = day("2027-03-01");
    let plan = schedule(&diamond(), &beginning("2026-11-26"), today, NOTHING_DONE);
    assert_eq!(
        spans(&plan)[..2],
        ["2026-11-26 2027-03-01", "2027-03-02 2027-03-02"]
    );
    assert_eq!(plan.critical_path, [0, 2, 3]);

    let plan = schedule(&diamond(), &beginning("2027-05-03"), today, &|it| it == 0);
    assert_eq!(plan.steps[0].finish, today);
    assert_eq!(spans(&plan)[1], "2027-05-03 2027-05-03");
    assert!(!plan.steps[0].critical);

    let mut assessment = beginning("2026-11-26");
    enter(&mut assessment, "A", Some("2026-11-26"), Some("2026-12-02"));
    let plan = schedule(&diamond(), &assessment, today, &|it| it == 0);
    assert_eq!(
        spans(&plan)[0],
        "2026-11-26 2026-12-02",
        "what was entered about done work stands"
    );
}

#[test]
fn a_plan_in_which_everything_is_entered_stays_as_entered() {
    let mut assessment = beginning("2026-11-26");
    let entered = [
        ("A", "2026-11-28", "2026-11-29"),
        ("B", "2026-12-01", "2026-12-01"),
        ("C", "2026-12-02", "2026-12-31"),
        (DECISION_STEP, "2027-02-28", "2027-03-01"),
        ("V", "2028-02-29", "2028-02-29"),
    ];
    for (step, start, finish) in entered {
        enter(&mut assessment, step, Some(start), Some(finish));
    }
    let plan = schedule(&diamond(), &assessment, day("2026-11-23"), NOTHING_DONE);
    assert_eq!(
        spans(&plan),
        entered.map(|(_, start, finish)| format!("{start} {finish}"))
    );
    assert_eq!(
        (plan.decision, plan.finish),
        (day("2027-03-01"), day("2028-02-29"))
    );
}

#[test]
fn a_road_without_steps_or_without_a_decision_still_has_an_end() {
    let plan = schedule(
        &road(&[]),
        &beginning("2026-11-28"),
        day("2026-11-23"),
        NOTHING_DONE,
    );
    assert_eq!(
        (plan.decision, plan.finish),
        (day("2026-11-30"), day("2026-11-30"))
    );
    assert!(plan.critical_path.is_empty());
    let plan = schedule(
        &road(&[("A", 3, vec![])]),
        &beginning("2026-11-26"),
        day("2026-11-23"),
        NOTHING_DONE,
    );
    assert_eq!(plan.decision, plan.finish);
}

#[test]
fn an_absurd_plan_ends_at_the_edge_of_the_calendar() {
    let mut assessment = beginning("2999-12-30");
    assessment.steps.insert(
        "A".to_owned(),
        StepEntry {
            days: Some(u16::MAX),
            ..StepEntry::default()
        },
    );
    let plan = schedule(&diamond(), &assessment, day("2999-12-30"), NOTHING_DONE);
    assert_eq!(plan.finish, day("2999-12-31"));
    assert!(timeline(&plan, day("2999-12-30"), None, Span::Whole).until <= day("2999-12-31"));
}

#[test]
fn the_real_road_reaches_its_decision_along_steps_that_follow_each_other() {
    let catalog = real();
    let plan = schedule(
        &catalog,
        &beginning("2026-11-23"),
        day("2026-11-23"),
        NOTHING_DONE,
    );
    assert_eq!(plan.steps.len(), catalog.steps.len());
    let path: Vec<&str> = plan
        .critical_path
        .iter()
        .map(|it| catalog.steps[*it].id.as_str())
        .collect();
    assert_eq!(
        (path.first(), path.last()),
        (Some(&"R01"), Some(&DECISION_STEP))
    );
    assert!(plan.steps.iter().all(|it| it.slack >= 0 && !it.conflict));
    let months = plan.decision.days_since(day("2026-11-23")) / 30;
    assert!(
        (8..=18).contains(&months),
        "a small provider is certified within about a year, not after {months} months"
    );
}

#[test]
fn a_frozen_plan_is_compared_step_by_step() {
    let catalog = diamond();
    let mut assessment = beginning("2026-11-26");
    let today = day("2026-11-23");
    let now = |assessment: &Assessment| schedule(&catalog, assessment, today, NOTHING_DONE);
    let frozen = freeze(&catalog, &now(&assessment), " First plan ", today);
    assert_eq!(
        (frozen.title.as_str(), frozen.on, frozen.steps.len()),
        ("First plan", Some(today), 5)
    );
    let days = |assessment: &Assessment, frozen: &Baseline| -> Vec<(usize, i64)> {
        let found = slips(&catalog, &now(assessment), frozen);
        found.iter().map(|it| (it.step, it.days())).collect()
    };
    assert_eq!(
        days(&assessment, &frozen),
        [(0, 0), (1, 0), (2, 0), (3, 0), (4, 0)]
    );
    enter(&mut assessment, "B", None, Some("2026-12-15"));
    enter(&mut assessment, "A", None, Some("2026-11-26"));
    let expected = [(0, -1), (1, 15), (2, -1), (3, 9), (4, 11)];
    assert_eq!(days(&assessment, &frozen), expected);
    assert_eq!(
        slip_tally(&catalog, &slips(&catalog, &now(&assessment), &frozen)),
        SlipTally {
            later: 3,
            earlier: 2,
            kept: 0,
            decision: Some(9)
        }
    );
    let mut older = frozen;
    older.steps.remove("B");
    older.steps.remove(DECISION_STEP);
    let expected = [(0, -1), (2, -1), (4, 11)];
    assert_eq!(days(&assessment, &older), expected);
    let tally = slip_tally(&catalog, &slips(&catalog, &now(&assessment), &older));
    assert_eq!(
        tally.decision, None,
        "the frozen plan knows no decision any more"
    );
}

#[test]
fn dates_from_records_are_told_apart_from_those_entered_for_the_step() {
    let catalog = real();
    let mut assessment = beginning("2026-01-05");
    let mut audit = Audit::default();
    (audit.start, audit.finish) = (Some(day("2026-09-07")), Some(day("2026-09-09")));
    assessment.apply(put("edit", "a", &audit));
    let main = Certification {
        stage_one_first: Some(day("2027-02-26")),
        stage_one_last: Some(day("2027-03-01")),
        ..Certification::default()
    };
    assessment.apply(put("edit", MAIN, &main));
    let found = |assessment: &Assessment, check: RecordCheck| {
        let plan = schedule(&catalog, assessment, day("2026-01-05"), NOTHING_DONE);
        let step = plan.steps.iter().find(|it| it.recorded == Some(check));
        step.map(|it| {
            (
                catalog.steps[it.step].id.clone(),
                it.start.to_string(),
                it.finish.to_string(),
            )
        })
    };
    let (step, start, finish) =
        found(&assessment, RecordCheck::StageOneHeld).expect("a step with dates of stage one");
    assert_eq!(
        (start.as_str(), finish.as_str()),
        ("2027-02-26", "2027-03-01")
    );
    let (_, _, finish) =
        found(&assessment, RecordCheck::AuditsHeld).expect("a step with the audits");
    assert_eq!(finish, "2026-09-09");
    enter(&mut assessment, &step, None, Some("2027-04-01"));
    assert_eq!(found(&assessment, RecordCheck::StageOneHeld), None);
}

#[test]
fn the_timeline_lays_steps_over_whole_months() {
    let mut assessment = beginning("2026-11-26");
    assessment.plan.target = Some(day("2027-01-15"));
    let plan = schedule(&diamond(), &assessment, day("2026-11-23"), NOTHING_DONE);
    let chart = timeline(
        &plan,
        day("2026-11-23"),
        assessment.plan.target,
        Span::ToDecision,
    );
    assert_eq!(
        (chart.from, chart.until),
        (day("2026-11-01"), day("2027-02-01"))
    );
    assert_eq!(
        chart
            .months
            .iter()
            .map(|it| it.first.to_string())
            .collect::<Vec<_>>(),
        ["2026-11-01", "2026-12-01", "2027-01-01"]
    );
    assert_eq!(
        chart.bars.iter().map(|it| it.step).collect::<Vec<_>>(),
        [0, 1, 2, 3],
        "what comes after the decision is left out"
    );
    let days = f64::from(i32::try_from(chart.until.days_since(chart.from)).expect("few days"));
    assert!(
        (chart.bars[0].start - 25.0 / days).abs() < 1e-9
            && (chart.bars[0].end - 27.0 / days).abs() < 1e-9
    );
    assert!((chart.today - 22.0 / days).abs() < 1e-9);
    assert_eq!(chart.target, Some(chart.position(day("2027-01-15"))));
    assert_eq!(
        timeline(&plan, day("2026-11-23"), None, Span::Whole)
            .bars
            .len(),
        5
    );
}

/// Up to twelve steps, each of which may depend on any before it; the last one is the decision.
fn roads() -> impl Strategy<Value = Catalog> {
    prop::collection::vec(
        (
            1u16..15,
            prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        ),
        1..12,
    )
    .prop_map(|steps| {
        let last = steps.len() - 1;
        let steps: Vec<(String, u16, Vec<usize>)> = steps
            .into_iter()
            .enumerate()
            .map(|(at, (days, after))| {
                let id = if at == last {
                    DECISION_STEP.to_owned()
                } else {
                    format!("S{at:02}")
                };
                let mut after: Vec<usize> = if at == 0 {
                    Vec::new()
                } else {
                    after.iter().map(|it| it.index(at)).collect()
                };
                after.sort_unstable();
                after.dedup();
                (id, days, after)
            })
            .collect();
        let steps: Vec<_> = steps
            .iter()
            .map(|(id, days, after)| (id.as_str(), *days, after.clone()))
            .collect();
        road(&steps)
    })
}

fn days_around() -> impl Strategy<Value = Day> {
    (0i64..800).prop_map(|it| day("2027-06-01").plus(it))
}

/// For some step: start, finish and duration as entered.
type Entered = (prop::sample::Index, Option<Day>, Option<Day>, Option<u16>);

fn entries() -> impl Strategy<Value = Vec<Entered>> {
    let entry = (
        any::<prop::sample::Index>(),
        prop::option::of(days_around()),
        prop::option::of(days_around()),
        prop::option::of(0u16..30),
    );
    prop::collection::vec(entry, 0..6)
}

fn assessment_with(catalog: &Catalog, entries: &[Entered]) -> Assessment {
    let mut assessment = beginning("2027-06-01");
    for (at, start, finish, days) in entries {
        let step = &catalog.steps[at.index(catalog.steps.len())];
        assessment.steps.insert(
            step.id.clone(),
            StepEntry {
                start: *start,
                finish: *finish,
                days: *days,
                ..StepEntry::default()
            },
        );
    }
    assessment
}

proptest! {
    #[test]
    fn no_free_step_begins_before_what_it_depends_on(
        catalog in roads(), entries in entries(), holidays in prop::collection::vec(days_around(), 0..40)
    ) {
        let mut assessment = assessment_with(&catalog, &entries);
        assessment.plan.non_working = holidays;
        let calendar = Calendar::new(&assessment.plan.non_working);
        let plan = schedule(&catalog, &assessment, day("2027-06-01"), NOTHING_DONE);
        for it in plan.steps.iter().filter(|it| !it.start_entered && !it.finish_entered) {
            prop_assert!(it.start <= it.finish && !it.conflict);
            prop_assert!(calendar.is_working(it.start) && calendar.is_working(it.finish));
            prop_assert_eq!(calendar.working_days_between(it.start, it.finish) + 1, i64::from(it.days));
            for before in &catalog.steps[it.step].after {
                prop_assert!(it.start > plan.steps[usize::from(*before)].finish);
            }
        }
    }

    #[test]
    fn entered_dates_win(catalog in roads(), entries in entries(), done in any::<u16>(), today in days_around()) {
        let assessment = assessment_with(&catalog, &entries);
        let plan = schedule(&catalog, &assessment, today, &|it| done >> it & 1 == 1);
        for (step, it) in catalog.steps.iter().zip(&plan.steps) {
            let entry = assessment.steps.get(&step.id).cloned().unwrap_or_default();
            prop_assert_eq!(entry.start.unwrap_or(it.start), it.start);
            prop_assert_eq!(entry.finish.unwrap_or(it.finish), it.finish);
            let early = |date: Option<Day>| date.is_some_and(|date| step.after.iter().any(|it| date < plan.steps[usize::from(*it)].finish));
            let reversed = it.finish < it.start;
            prop_assert_eq!(it.conflict, early(entry.start) || early(entry.finish) || reversed);
            prop_assert!(!reversed || (it.start_entered && it.finish_entered));
        }
    }

    #[test]
    fn a_later_start_moves_every_free_step_by_as_many_working_days(catalog in roads(), weeks in 1i64..60) {
        let before = schedule(&catalog, &beginning("2027-06-01"), day("2027-05-01"), NOTHING_DONE);
        let mut assessment = beginning("2027-06-01");
        assessment.plan.start = Some(day("2027-06-01").plus(7 * weeks));
        let after = schedule(&catalog, &assessment, day("2027-05-01"), NOTHING_DONE);
        for (before, after) in before.steps.iter().zip(&after.steps) {
            prop_assert_eq!(after.start.days_since(before.start), 7 * weeks);
            prop_assert_eq!(after.finish.days_since(before.finish), 7 * weeks);
            prop_assert_eq!(after.slack, before.slack);
        }
        prop_assert_eq!(&before.critical_path, &after.critical_path);
    }

    #[test]
    fn the_critical_path_has_no_slack_and_leads_to_the_decision(catalog in roads()) {
        let plan = schedule(&catalog, &beginning("2027-06-01"), day("2027-06-01"), NOTHING_DONE);
        prop_assert_eq!(plan.critical_path.last(), Some(&(catalog.steps.len() - 1)));
        prop_assert!(plan.critical_path.iter().all(|it| plan.steps[*it].slack == 0 && plan.steps[*it].critical));
        let first = plan.critical_path[0];
        prop_assert_eq!(plan.steps[first].start, day("2027-06-01"));
        for pair in plan.critical_path.windows(2) {
            prop_assert!(catalog.steps[pair[1]].after.iter().any(|it| usize::from(*it) == pair[0]));
        }
        prop_assert!(plan.steps.iter().all(|it| it.slack >= 0));
    }

    #[test]
    fn slack_is_what_a_step_can_take_without_moving_the_decision(catalog in roads(), at in any::<prop::sample::Index>()) {
        let assessment = beginning("2027-06-01");
        let plan = schedule(&catalog, &assessment, day("2027-06-01"), NOTHING_DONE);
        let it = plan.steps[at.index(plan.steps.len())];
        let longer = |by: i64| {
            let mut assessment = assessment.clone();
            let days = u16::try_from(i64::from(it.days) + by).ok();
            assessment.steps.insert(catalog.steps[it.step].id.clone(), StepEntry { days, ..StepEntry::default() });
            schedule(&catalog, &assessment, day("2027-06-01"), NOTHING_DONE)
        };
        let too_long = longer(it.slack + 1);
        prop_assert_eq!(longer(it.slack).decision, plan.decision);
        prop_assert!(too_long.decision > plan.decision || too_long.finish > plan.finish);
    }

    #[test]
    fn no_plan_panics_and_the_timeline_holds_every_bar(
        catalog in roads(), entries in entries(), done in any::<u16>(), today in days_around(), target in prop::option::of(days_around())
    ) {
        let assessment = assessment_with(&catalog, &entries);
        let plan = schedule(&catalog, &assessment, today, &|it| done >> it & 1 == 1);
        for span in [Span::ToDecision, Span::Whole] {
            let chart = timeline(&plan, today, target, span);
            prop_assert!(chart.bars.iter().all(|it| 0.0 <= it.start && it.start < it.end && it.end <= 1.0));
            prop_assert!(chart.months.windows(2).all(|it| it[0].at < it[1].at));
            prop_assert!(chart.from <= today && today < chart.until);
        }
    }
}
