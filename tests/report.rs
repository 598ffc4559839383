//! What the report says first: the parts that are wanted, the risks, the verdict counts.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::path::Path;

use waymark::assessment::{About, Answer, Assessment, Overrule, Rating, Verdict};
use waymark::catalog::{Catalog, compiler};
use waymark::day::Day;
use waymark::plan::{schedule, stage_dates};
use waymark::readiness::findings::FindingGrade;
use waymark::readiness::overview::{Task, TaskStatus};
use waymark::readiness::report::{ReportPart, ReportParts, Risk, RiskKind, blocking, risks};
use waymark::readiness::standing::Standing;
use waymark::readiness::verdict::{Reason, verdict_counts, verdicts};

fn real() -> Catalog {
    compiler::build(Path::new("content"))
        .expect("the content compiles")
        .0
}

fn today() -> Day {
    "2026-11-23".parse().expect("a day")
}

fn rate(catalog: &Catalog, assessment: &mut Assessment, rating: Rating) {
    for it in &catalog.requirements {
        assessment.answers.insert(
            it.id.clone(),
            Answer {
                rating: Some(rating),
                ..Answer::default()
            },
        );
    }
}

fn find(risks: &[Risk], kind: RiskKind) -> Option<(usize, usize)> {
    risks
        .iter()
        .find(|it| it.kind == kind)
        .map(|it| (it.count, it.base))
}

#[test]
fn an_address_without_parts_stands_for_the_whole_report() {
    for value in [None, Some("")] {
        let parts = ReportParts::from_query(value);
        assert!(ReportPart::ALL.into_iter().all(|it| parts.has(it)));
        assert_eq!(parts.to_query(), "");
    }
}

#[test]
fn every_choice_of_parts_survives_the_address() {
    for mask in 0..1_u32 << ReportPart::ALL.len() {
        let mut parts = ReportParts::from_query(None);
        for (at, part) in ReportPart::ALL.into_iter().enumerate() {
            if mask & (1 << at) == 0 {
                parts = parts.toggled(part);
            }
        }
        assert_eq!(
            ReportParts::from_query(Some(&parts.to_query())),
            parts,
            "{mask:b}"
        );
    }
}

#[test]
fn unknown_words_among_the_parts_are_passed_over() {
    let parts = ReportParts::from_query(Some("roadmap,novel,board"));
    assert_eq!(parts.to_query(), "board,roadmap");
    assert_eq!(ReportParts::from_query(Some("novel")).to_query(), "none");
}

#[test]
fn an_empty_assessment_is_at_risk_by_what_nobody_answered() {
    let catalog = real();
    let found = risks(
        &catalog,
        &Assessment::new("a", About::default()),
        today(),
        None,
    );
    let all = catalog.requirements.len();
    assert_eq!(find(&found, RiskKind::Unanswered), Some((all, all)));
    assert_eq!(
        find(&found, RiskKind::EligibilityOpen),
        Some((catalog.eligibility.len(), catalog.eligibility.len()))
    );
    assert_eq!(find(&found, RiskKind::NoDates), Some((1, 0)));
    for absent in [
        RiskKind::RoadStopped,
        RiskKind::BlockingShort,
        RiskKind::MajorLikely,
        RiskKind::LateDecision,
        RiskKind::GapsUnplanned,
    ] {
        assert_eq!(find(&found, absent), None, "{absent:?}");
    }
}

#[test]
fn risks_come_heaviest_first_and_with_their_base() {
    let catalog = real();
    let mut assessment = Assessment::new("a", About::default());
    rate(&catalog, &mut assessment, Rating::NotInPlace);
    let found = risks(&catalog, &assessment, today(), Some(12));
    let blocking = blocking(&catalog, &assessment).len();
    assert_eq!(
        find(&found, RiskKind::BlockingShort),
        Some((blocking, blocking))
    );
    assert_eq!(find(&found, RiskKind::MajorLikely), Some((58, 58)));
    assert_eq!(find(&found, RiskKind::LateDecision), Some((12, 0)));
    assert_eq!(find(&found, RiskKind::Unanswered), None);
    assert_eq!(
        find(&found, RiskKind::GapsUnplanned),
        Some((catalog.requirements.len(), catalog.requirements.len()))
    );
    let place = |it: &Risk| RiskKind::ALL.iter().position(|kind| *kind == it.kind);
    assert!(
        found
            .windows(2)
            .all(|it| matches!(it, [a, b] if place(a) < place(b)))
    );
}

#[test]
fn a_decision_before_the_target_is_no_risk() {
    let catalog = real();
    let mut assessment = Assessment::new("a", About::default());
    rate(&catalog, &mut assessment, Rating::Evidenced);
    let found = risks(&catalog, &assessment, today(), Some(-3));
    assert_eq!(find(&found, RiskKind::LateDecision), None);
    assert_eq!(find(&found, RiskKind::BlockingShort), None);
}

#[test]
fn verdict_counts_follow_the_users_own_verdicts_and_add_up() {
    let catalog = real();
    let mut assessment = Assessment::new("a", About::default());
    rate(&catalog, &mut assessment, Rating::Evidenced);
    let overrule = Overrule {
        verdict: Verdict::MinorLikely,
        note: "seen otherwise".to_owned(),
        on: None,
    };
    assessment.overrules.insert("8.6.1".to_owned(), overrule);
    assert_eq!(
        verdict_counts(&verdicts(&catalog, &assessment, today())),
        [57, 0, 1, 0]
    );
}

#[test]
fn stages_span_their_steps_and_count_what_is_done() {
    let catalog = real();
    let assessment = Assessment::new("a", About::default());
    let is_done = |place: usize| place == 0;
    let plan = schedule(&catalog, &assessment, today(), &is_done);
    let stages = stage_dates(&catalog, &plan, &is_done);
    assert_eq!(stages.len(), catalog.stages.len());
    assert_eq!(
        stages.iter().map(|it| it.steps).sum::<usize>(),
        catalog.steps.len()
    );
    assert_eq!(
        stages.iter().map(|it| it.done).collect::<Vec<_>>(),
        [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    );
    for stage in &stages {
        let id = &catalog.stages[stage.stage].id;
        let steps = plan
            .steps
            .iter()
            .filter(|it| catalog.steps[it.step].stage == *id);
        assert!(
            steps
                .clone()
                .all(|it| stage.start <= it.start && it.finish <= stage.finish),
            "{id}"
        );
        assert!(
            steps.clone().any(|it| it.start == stage.start)
                && steps.clone().any(|it| it.finish == stage.finish),
            "{id}"
        );
    }
}

#[test]
fn every_key_that_the_overview_the_results_and_the_report_compose_has_its_text() {
    let messages = real().messages;
    let holds = |group: &str, keys: Vec<&str>| {
        for key in keys {
            let key = format!("{group}-{key}");
            assert!(messages.contains(&key), "{key} has no text");
        }
    };
    let next = vec![
        "settle-eligibility",
        "describe-scope",
        "quick-check",
        "answer-clause",
        "close-blocking-gap",
        "plan-gaps",
        "write-documents",
        "set-dates",
        "step",
    ];
    holds("overview-next", next.clone());
    holds("overview-why", next);
    for group in ["overview-task", "overview-about", "overview-figures"] {
        holds(group, Task::ALL.map(Task::key).into());
    }
    holds(
        "overview-status",
        TaskStatus::ALL.map(TaskStatus::key).into(),
    );
    for group in ["results-grade", "results-count", "results-about"] {
        holds(group, FindingGrade::ALL.map(FindingGrade::key).into());
    }
    // The reasons that a possible finding can have.
    holds(
        "results-raised",
        vec![
            "blocking-not-in-place",
            "whole-clause-absent",
            "not-in-place",
            "partly",
            "thin-evidence",
        ],
    );
    holds("clause-reason", Reason::ALL.map(Reason::key).into());
    holds("verdict", Verdict::ALL.map(Verdict::key).into());
    holds("standing", Standing::ALL.map(Standing::key).into());
    holds("report-part", ReportPart::ALL.map(ReportPart::key).into());
    holds("report-risk", RiskKind::ALL.map(RiskKind::key).into());
}
