//! Verdicts and gates on the real content: what holds for every assessment, and what a finished one looks like.

#[path = "fixture/finished.rs"]
mod fixture;

use std::path::Path;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;

use waymark::assessment::{Answer, Assessment, Rating, Verdict};
use waymark::catalog::{Catalog, compiler};
use waymark::day::Day;
use waymark::readiness::findings::{FindingGrade, possible_findings};
use waymark::readiness::gaps::gaps;
use waymark::readiness::gate::{Blocker, GateState, StepState, gates, step_states};
use waymark::readiness::heat::heat;
use waymark::readiness::overview::{TaskStatus, overview};
use waymark::readiness::scope::{
    EligibilityVerdict, compose_statement, eligibility, statement_remarks,
};
use waymark::readiness::standing::standing;
use waymark::readiness::tally::tally;
use waymark::readiness::verdict::verdicts;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| match compiler::build(Path::new("content")) {
    Ok((catalog, _)) => catalog,
    Err(errors) => panic!(
        "the content does not compile: {}",
        errors
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    ),
});

fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|it| panic!("{it}"))
}

fn today() -> Day {
    day("2026-06-15")
}

fn all_rated(rating: Rating) -> Assessment {
    let mut out = Assessment::default();
    for it in &CATALOG.requirements {
        out.answers.insert(
            it.id.clone(),
            Answer {
                rating: Some(rating),
                ..Answer::default()
            },
        );
    }
    out
}

/// An assessment in which nothing is left to do.
fn finished() -> Assessment {
    fixture::finished(&CATALOG, today())
}

#[test]
fn a_finished_assessment_conforms_everywhere_and_opens_every_gate() {
    let assessment = finished();
    assert!(
        verdicts(&CATALOG, &assessment, today())
            .iter()
            .all(|it| it.computed == Verdict::Conforms)
    );
    for gate in gates(&CATALOG, &assessment, today()) {
        assert_eq!(gate.blockers, [], "{}", CATALOG.steps[gate.step].id);
        assert_eq!(gate.held, gate.conditions);
    }
    assert_eq!(
        (
            possible_findings(&CATALOG, &assessment),
            gaps(&CATALOG, &assessment, today())
        ),
        (vec![], vec![])
    );
    let overview = overview(&CATALOG, &assessment, today());
    assert!(
        overview
            .tasks
            .iter()
            .all(|it| it.status == TaskStatus::Done),
        "{overview:?}"
    );
    assert_eq!(overview.next, []);
}

#[test]
fn ratings_alone_leave_only_what_no_rating_can_show() {
    let assessment = all_rated(Rating::Evidenced);
    let verdicts = verdicts(&CATALOG, &assessment, today());
    assert_eq!(verdicts.len(), CATALOG.leaves().count());
    assert!(
        verdicts
            .iter()
            .all(|it| it.computed == Verdict::Conforms && it.shown == Verdict::Conforms)
    );
    for blocker in gates(&CATALOG, &assessment, today())
        .iter()
        .flat_map(|it| &it.blockers)
    {
        assert!(!matches!(blocker, Blocker::Rating { .. }), "{blocker:?}");
    }
}

#[test]
fn an_empty_assessment_is_open_everywhere_and_opens_no_gate() {
    let assessment = Assessment::default();
    let gates = gates(&CATALOG, &assessment, today());
    let open: Vec<&str> = gates
        .iter()
        .filter(|it| it.is_open())
        .map(|it| CATALOG.steps[it.step].id.as_str())
        .collect();
    assert!(open.is_empty(), "{open:?}");
    assert!(
        gates
            .iter()
            .all(|it| it.by_hand == CATALOG.steps[it.step].needs_confirmation())
    );
    assert!(
        step_states(&CATALOG, &gates)
            .iter()
            .all(|it| *it != StepState::Done)
    );
    assert!(
        verdicts(&CATALOG, &assessment, today())
            .iter()
            .all(|it| it.computed == Verdict::Open)
    );
    assert_eq!(
        (
            possible_findings(&CATALOG, &assessment),
            gaps(&CATALOG, &assessment, today())
        ),
        (vec![], vec![])
    );
    assert!(
        overview(&CATALOG, &assessment, today())
            .tasks
            .iter()
            .all(|it| it.status == TaskStatus::NotStarted)
    );
    assert_eq!(
        eligibility(&CATALOG, &assessment.scope).verdict,
        EligibilityVerdict::Incomplete
    );
}

#[test]
fn nothing_in_place_is_a_major_in_every_clause_and_every_requirement() {
    let assessment = all_rated(Rating::NotInPlace);
    assert!(
        verdicts(&CATALOG, &assessment, today())
            .iter()
            .all(|it| it.computed == Verdict::MajorLikely)
    );
    let findings = possible_findings(&CATALOG, &assessment);
    assert_eq!(findings.len(), CATALOG.requirements.len());
    assert!(findings.iter().all(|it| it.grade == FindingGrade::Major));
}

#[test]
fn groups_of_the_heat_map_add_up_to_the_catalogue() {
    let assessment = all_rated(Rating::Thin);
    let groups = heat(&CATALOG, &assessment, today());
    assert_eq!(
        groups.iter().map(|it| it.cells.len()).sum::<usize>(),
        CATALOG.leaves().count()
    );
    assert_eq!(
        groups.iter().map(|it| it.tally.total).sum::<usize>(),
        CATALOG.requirements.len()
    );
}

#[test]
fn the_statement_is_composed_and_each_check_of_the_content_has_its_rule() {
    let mut scope = finished().scope;
    scope.customers = vec!["the clinics".to_owned()];
    let composed = compose_statement(&CATALOG, &scope, "and").expect("a statement");
    assert_eq!(
        composed,
        "The SMS of Fernhollow Shared Services that delivers workplace and backup to the clinics"
    );
    assert_eq!(statement_remarks(&CATALOG, &scope).len(), 0);
    scope.statement = Some("The entire company and its product are certified".to_owned());
    let told: Vec<&str> = statement_remarks(&CATALOG, &scope)
        .into_iter()
        .map(|it| it.id.as_str())
        .collect();
    let all: Vec<&str> = CATALOG
        .statement_checks
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(told, all);
}

/// Ratings that may be better than a rating: the higher levels, and the best one for what is not known.
fn better(rating: Option<Rating>) -> Vec<Rating> {
    match rating.and_then(Rating::level) {
        None => vec![Rating::Evidenced],
        Some(level) => Rating::ALL
            .into_iter()
            .filter(|it| it.level().is_some_and(|it| it > level))
            .collect(),
    }
}

fn any_rating() -> impl Strategy<Value = Option<Rating>> + Clone {
    prop_oneof![1 => Just(None), 5 => prop::sample::select(Rating::ALL.to_vec()).prop_map(Some)]
}

/// Every requirement rated somehow, or a finished assessment with a few worse ratings, so that gates are open as well as closed.
fn any_assessment() -> impl Strategy<Value = Assessment> {
    let count = CATALOG.requirements.len();
    let answer = (any_rating(), any::<bool>());
    let anything = vec(answer.clone(), count).prop_map(|answers| {
        let mut out = finished();
        for (it, (rating, no_case)) in CATALOG.requirements.iter().zip(answers) {
            out.answers.insert(
                it.id.clone(),
                Answer {
                    rating,
                    no_case,
                    ..Answer::default()
                },
            );
        }
        out
    });
    let nearly_finished = vec((0..count, answer), 1..6).prop_map(|worse| {
        let mut out = finished();
        for (place, (rating, no_case)) in worse {
            let answer = out
                .answers
                .or_default(CATALOG.requirements[place].id.clone());
            (answer.rating, answer.no_case) = (rating, no_case);
        }
        out
    });
    prop_oneof![anything, nearly_finished]
}

fn open_steps(gates: &[GateState]) -> Vec<usize> {
    gates
        .iter()
        .filter(|it| it.is_open())
        .map(|it| it.step)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_better_rating_worsens_no_verdict_and_closes_no_gate(before in any_assessment(), pick in any::<prop::sample::Index>(), how in any::<prop::sample::Index>()) {
        // One that can still become better, so that every case improves something.
        let improvable: Vec<&str> = CATALOG.requirements.iter().map(|it| it.id.as_str()).filter(|it| !better(before.rating(it)).is_empty()).collect();
        prop_assume!(!improvable.is_empty());
        let id = *pick.get(&improvable);
        let mut after = before.clone();
        after.answers.or_default(id.to_owned()).rating = Some(*how.get(&better(before.rating(id))));

        for (old, new) in verdicts(&CATALOG, &before, today()).iter().zip(verdicts(&CATALOG, &after, today())) {
            prop_assert!(new.computed <= old.computed, "{id} makes {} worse", CATALOG.clauses[new.clause].id);
        }
        let open = open_steps(&gates(&CATALOG, &after, today()));
        for step in open_steps(&gates(&CATALOG, &before, today())) {
            prop_assert!(open.contains(&step), "{id} closes {}", CATALOG.steps[step].id);
        }
    }

    #[test]
    fn what_is_shown_agrees_with_itself(assessment in any_assessment()) {
        let all = tally(&CATALOG, &assessment, today(), CATALOG.requirement_ids());
        prop_assert_eq!(all.by_standing.iter().sum::<usize>(), all.total);
        prop_assert_eq!(all.met() + all.short() + all.not_answered() + all.count(waymark::readiness::standing::Standing::DontKnow), all.total);

        let gaps = gaps(&CATALOG, &assessment, today());
        prop_assert_eq!(gaps.len(), all.answered - all.met());
        prop_assert!(gaps.is_sorted_by_key(|it| !it.blocking));
        prop_assert!(gaps.iter().all(|it| standing(assessment.answer(&CATALOG.requirement(it.requirement).id)) == it.standing));

        let findings = possible_findings(&CATALOG, &assessment);
        prop_assert_eq!(findings.len(), all.short());
        let major_clause = verdicts(&CATALOG, &assessment, today()).iter().any(|it| it.computed == Verdict::MajorLikely);
        prop_assert_eq!(findings.iter().any(|it| it.grade == FindingGrade::Major), major_clause);

        for gate in gates(&CATALOG, &assessment, today()) {
            prop_assert_eq!(gate.is_open(), gate.held == gate.conditions);
        }
    }
}
