use super::*;
use crate::assessment::{Action, ActionStatus, Answer, Confirmation, DocumentEntry};
use crate::keyed::Keyed;
use crate::readiness::fixture::{
    REQUIREMENTS, all_rated, catalog, day, evidenced_but, id, ids, rated, today, with_steps,
};

/// The blockers of a road of one step with one condition.
fn blockers(condition: &Condition, assessment: &Assessment) -> Vec<Blocker> {
    let catalog = with_steps(&[(&[], std::slice::from_ref(condition))]);
    let gate = gates(&catalog, assessment, today()).remove(0);
    assert_eq!(gate.is_open(), gate.held == gate.conditions);
    gate.blockers
}

fn fact(fact: Fact, assessment: &Assessment) -> bool {
    let found = blockers(&Condition::Fact { fact }, assessment);
    assert!(
        found.is_empty() || found == [Blocker::Fact(fact)],
        "{found:?}"
    );
    assert_eq!(shows(&catalog(), assessment, fact), found.is_empty());
    found.is_empty()
}

fn confirm(id: &str) -> Condition {
    Condition::Confirm {
        id: id.to_owned(),
        label: format!("{id} happened"),
    }
}

fn ticked(id: &str, on: &str) -> Assessment {
    let mut out = Assessment::default();
    out.confirmations.insert(
        id.to_owned(),
        Confirmation {
            on: day(on),
            by: "Ada".to_owned(),
        },
    );
    out
}

fn documents(entries: &[(&str, DocumentState)]) -> Assessment {
    let entry = |state| DocumentEntry {
        state,
        ..DocumentEntry::default()
    };
    Assessment {
        documents: entries
            .iter()
            .map(|(id, it)| ((*id).to_owned(), entry(*it)))
            .collect(),
        ..Assessment::default()
    }
}

fn repeated(last: Option<&str>, next: Option<&str>) -> Assessment {
    let mut out = Assessment::default();
    let answer = Answer {
        last: last.map(day),
        next: next.map(day),
        ..Answer::default()
    };
    out.answers.insert("8.6.1-a".to_owned(), answer);
    out
}

#[test]
fn a_rating_below_the_level_is_named_with_where_it_stands() {
    let condition = Condition::Rated {
        requirements: ids(&["4.1-a", "4.1-b", "8.6.1-b"]),
        level: Rating::Thin,
    };
    let mut assessment = rated(&[
        ("4.1-a", Rating::Partly),
        ("8.6.1-b", Rating::DontKnow),
        ("5.1-a", Rating::NotInPlace),
    ]);
    let blocker = |text, standing| Blocker::Rating {
        requirement: id(text),
        needed: Rating::Thin,
        standing,
    };
    assert_eq!(
        blockers(&condition, &assessment),
        [
            blocker("4.1-a", Standing::Partly),
            blocker("4.1-b", Standing::NotAnswered),
            blocker("8.6.1-b", Standing::DontKnow),
        ]
    );
    assessment
        .answers
        .extend(rated(&[("4.1-a", Rating::Thin), ("4.1-b", Rating::Evidenced)]).answers);
    let no_case = Answer {
        rating: Some(Rating::Thin),
        no_case: true,
        ..Answer::default()
    };
    assessment.answers.insert("8.6.1-b".to_owned(), no_case);
    assert_eq!(blockers(&condition, &assessment), []);
}

#[test]
fn no_case_with_a_ready_method_satisfies_every_level() {
    let condition = Condition::Rated {
        requirements: ids(&["8.6.1-b"]),
        level: Rating::Evidenced,
    };
    let mut assessment = Assessment::default();
    assessment.answers.insert(
        "8.6.1-b".to_owned(),
        Answer {
            rating: Some(Rating::Thin),
            no_case: true,
            ..Answer::default()
        },
    );
    assert_eq!(blockers(&condition, &assessment), []);
}

#[test]
fn blocking_requirements_and_only_they_close_a_gate_on_them() {
    let condition = Condition::Blocking {
        level: Rating::Thin,
    };
    let assessment = evidenced_but(&[("5.1-a", Rating::Partly), ("4.1-a", Rating::NotInPlace)]);
    let expected = Blocker::Rating {
        requirement: id("5.1-a"),
        needed: Rating::Thin,
        standing: Standing::Partly,
    };
    assert_eq!(blockers(&condition, &assessment), [expected]);
    assert_eq!(blockers(&condition, &all_rated(Rating::Thin)), []);
}

#[test]
fn a_repeating_duty_needs_both_dates_and_must_not_be_overdue() {
    let condition = Condition::Intervals {
        requirements: ids(&["8.6.1-a"]),
    };
    let missing = || {
        vec![Blocker::IntervalMissing {
            requirement: id("8.6.1-a"),
        }]
    };
    let overdue = Blocker::IntervalOverdue {
        requirement: id("8.6.1-a"),
        next: day("2026-06-14"),
    };
    let table = [
        (None, None, missing()),
        (Some("2026-01-10"), None, missing()),
        (None, Some("2027-01-10"), missing()),
        (Some("2026-06-16"), Some("2027-01-10"), missing()),
        (Some("2026-01-10"), Some("2026-06-14"), vec![overdue]),
        (Some("2026-06-15"), Some("2026-06-15"), vec![]),
        (Some("2026-01-10"), Some("2027-01-10"), vec![]),
    ];
    for (last, next, expected) in table {
        assert_eq!(
            blockers(&condition, &repeated(last, next)),
            expected,
            "{last:?} {next:?}"
        );
    }
    assert_eq!(blockers(&condition, &Assessment::default()), missing());
}

#[test]
fn a_document_must_have_come_far_enough_or_have_had_no_case() {
    let policy = catalog().find_document("policy").expect("a document");
    let condition = Condition::Document {
        document: policy,
        state: DocumentState::Approved,
    };
    let blocker = |state| {
        vec![Blocker::Document {
            document: policy,
            needed: DocumentState::Approved,
            state,
        }]
    };
    assert_eq!(
        blockers(&condition, &Assessment::default()),
        blocker(DocumentState::Missing)
    );
    assert_eq!(
        blockers(&condition, &documents(&[("policy", DocumentState::Exists)])),
        blocker(DocumentState::Exists)
    );
    assert_eq!(
        blockers(
            &condition,
            &documents(&[("policy", DocumentState::Approved)])
        ),
        []
    );
    let mut no_case = documents(&[("policy", DocumentState::Missing)]);
    no_case.documents.or_default("policy".to_owned()).no_case = true;
    assert_eq!(blockers(&condition, &no_case), []);
}

#[test]
fn mandatory_documents_are_asked_for_without_records_and_usual_ones() {
    let condition = Condition::MandatoryDocuments {
        state: DocumentState::Exists,
    };
    let catalog = catalog();
    let named: Vec<&str> = blockers(&condition, &Assessment::default())
        .into_iter()
        .filter_map(|it| match it {
            Blocker::Document { document, .. } => Some(catalog.document(document).id.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(named, ["policy", "plan"]);
    let written = documents(&[
        ("policy", DocumentState::Approved),
        ("plan", DocumentState::Exists),
    ]);
    assert_eq!(blockers(&condition, &written), []);
}

#[test]
fn a_tick_counts_from_its_day() {
    let condition = confirm("training-held");
    let blocker = Blocker::Confirmation {
        id: "training-held".to_owned(),
        label: "training-held happened".to_owned(),
    };
    let closed = [
        Assessment::default(),
        ticked("something-else", "2026-01-01"),
        ticked("training-held", "2026-06-16"),
    ];
    for assessment in closed {
        assert_eq!(
            blockers(&condition, &assessment),
            std::slice::from_ref(&blocker)
        );
    }
    assert_eq!(
        blockers(&condition, &ticked("training-held", "2026-06-15")),
        []
    );
}

#[test]
fn eligibility_is_shown_by_complete_answers_that_do_not_stop() {
    let mut assessment = Assessment::default();
    let mut answer = |question: &str, answer: &str| {
        assessment
            .scope
            .eligibility
            .insert(question.to_owned(), answer.to_owned());
        [Fact::Eligible, Fact::NoEligibilityGap].map(|it| fact(it, &assessment))
    };
    assert_eq!(
        [
            answer("delivers", "yes"),
            answer("others", "most"),
            answer("measures", "no"),
            answer("others", "all"),
            answer("measures", "yes"),
        ],
        [
            [false, true],
            [false, true],
            [true, false],
            [false, false],
            [false, true],
        ]
    );
}

#[test]
fn the_scope_is_named_by_organization_and_services() {
    let mut assessment = Assessment::default();
    assessment.scope.organization = "Fernhollow".to_owned();
    assert!(!fact(Fact::ScopeNamed, &assessment));
    assessment.scope.services = vec![" ".to_owned()];
    assert!(!fact(Fact::ScopeNamed, &assessment));
    assessment.scope.services.push("backup".to_owned());
    assert!(fact(Fact::ScopeNamed, &assessment));
}

#[test]
fn dont_know_is_an_answer_but_not_a_known_one() {
    let mut assessment = all_rated(Rating::DontKnow);
    assert_eq!(
        [
            fact(Fact::AllAnswered, &assessment),
            fact(Fact::NoDontKnow, &assessment)
        ],
        [true, false]
    );
    assessment.answers = Keyed::default();
    assert_eq!(
        [
            fact(Fact::AllAnswered, &assessment),
            fact(Fact::NoDontKnow, &assessment)
        ],
        [false, true]
    );
    let last = REQUIREMENTS.len() - 1;
    assessment.answers = rated(&REQUIREMENTS.map(|it| (it, Rating::Partly))).answers;
    assert!(fact(Fact::AllAnswered, &assessment));
    assessment.answers.remove(REQUIREMENTS[last]);
    assert!(!fact(Fact::AllAnswered, &assessment));
}

#[test]
fn gaps_are_planned_when_each_has_an_owner_and_a_due_date() {
    let mut assessment = evidenced_but(&[("4.1-a", Rating::Partly)]);
    assert!(!fact(Fact::GapsPlanned, &assessment));
    let plan = |status| Action {
        owner: "Ada".to_owned(),
        due: Some(day("2026-09-01")),
        status,
        ..Action::default()
    };
    for (status, expected) in [
        (ActionStatus::Open, true),
        (ActionStatus::Done, true),
        (ActionStatus::Dropped, false),
        (ActionStatus::InProgress, true),
    ] {
        assessment.actions.insert("4.1-a".to_owned(), plan(status));
        assert_eq!(fact(Fact::GapsPlanned, &assessment), expected, "{status:?}");
    }
    assessment.actions.insert(
        "4.1-a".to_owned(),
        Action {
            due: None,
            ..plan(ActionStatus::Open)
        },
    );
    assert!(!fact(Fact::GapsPlanned, &assessment), "no due date");
    let second = Action {
        requirement: "4.1-a".to_owned(),
        own: true,
        ..plan(ActionStatus::Open)
    };
    assessment.actions.insert("second".to_owned(), second);
    assert!(
        fact(Fact::GapsPlanned, &assessment),
        "any of its actions may carry the plan"
    );
    assessment.actions = Keyed::default();
    let answer = assessment.answers.or_default("4.1-a".to_owned());
    (answer.owner, answer.due) = ("Ada".to_owned(), Some(day("2026-09-01")));
    assert!(
        fact(Fact::GapsPlanned, &assessment),
        "owner and due date of the answer pass to the proposal"
    );
}

#[test]
fn what_nobody_answered_is_not_planned() {
    assert!(!fact(Fact::GapsPlanned, &Assessment::default()));
    assert!(fact(Fact::GapsPlanned, &all_rated(Rating::Evidenced)));
}

#[test]
fn people_and_dates_of_the_plan_are_facts() {
    let mut assessment = Assessment::default();
    assessment.plan.sponsor = "Ada".to_owned();
    assessment.plan.start = Some(today());
    assert_eq!(
        [
            fact(Fact::OwnersNamed, &assessment),
            fact(Fact::StartAndTargetDates, &assessment)
        ],
        [false, false]
    );
    assessment.plan.lead = "Grace".to_owned();
    assessment.plan.target = Some(day("2027-01-01"));
    assert_eq!(
        [
            fact(Fact::OwnersNamed, &assessment),
            fact(Fact::StartAndTargetDates, &assessment)
        ],
        [true, true]
    );
}

#[test]
fn an_open_action_on_a_blocking_requirement_is_a_fact_against() {
    let mut assessment = Assessment::default();
    let action = |requirement: &str, status| Action {
        requirement: requirement.to_owned(),
        status,
        ..Action::default()
    };
    assessment
        .actions
        .insert("one".to_owned(), action("4.1-a", ActionStatus::Open));
    assert!(
        fact(Fact::ActionsDone, &assessment),
        "4.1-a is not blocking"
    );
    assessment
        .actions
        .insert("two".to_owned(), action("5.1-a", ActionStatus::InProgress));
    assert!(!fact(Fact::ActionsDone, &assessment));
    assessment
        .actions
        .insert("two".to_owned(), action("5.1-a", ActionStatus::Done));
    assert!(fact(Fact::ActionsDone, &assessment));
    assessment
        .actions
        .insert("8.1-a".to_owned(), action("", ActionStatus::Open));
    assert!(
        !fact(Fact::ActionsDone, &assessment),
        "the key of a first action names its requirement"
    );
}

#[test]
fn a_gate_counts_its_conditions_and_names_no_blocker_twice() {
    let twice = Condition::Rated {
        requirements: ids(&["5.1-a"]),
        level: Rating::Thin,
    };
    let catalog = with_steps(&[(
        &[],
        &[
            twice,
            Condition::Blocking {
                level: Rating::Thin,
            },
            confirm("held"),
        ],
    )]);
    let gate = gates(
        &catalog,
        &evidenced_but(&[("5.1-a", Rating::Partly)]),
        today(),
    )
    .remove(0);
    assert_eq!(
        (
            gate.conditions,
            gate.held,
            gate.blockers.len(),
            gate.by_hand
        ),
        (3, 0, 2, true)
    );
    let gate = gates(&catalog, &all_rated(Rating::Thin), today()).remove(0);
    assert_eq!(
        (
            gate.conditions,
            gate.held,
            gate.blockers.len(),
            gate.is_open()
        ),
        (3, 2, 1, false)
    );
}

#[test]
fn a_condition_on_another_step_follows_that_step_and_its_own_conditions() {
    let after = |step| Condition::Step { step };
    let catalog = with_steps(&[
        (&[], &[confirm("held")]),
        (&[0], &[after(0)]),
        (&[1], &[after(1)]),
    ]);
    let closed = gates(&catalog, &Assessment::default(), today());
    assert_eq!(closed[2].blockers, [Blocker::Step(1)]);
    assert_eq!((closed[1].held, closed[1].by_hand), (0, false));
    assert!(
        gates(&catalog, &ticked("held", "2026-01-01"), today())
            .iter()
            .all(GateState::is_open)
    );
}

#[test]
fn steps_that_wait_for_each_other_stay_closed() {
    let catalog = with_steps(&[
        (&[], &[Condition::Step { step: 1 }]),
        (&[], &[Condition::Step { step: 0 }]),
    ]);
    let found: Vec<Vec<Blocker>> = gates(&catalog, &Assessment::default(), today())
        .into_iter()
        .map(|it| it.blockers)
        .collect();
    assert_eq!(found, [[Blocker::Step(1)], [Blocker::Step(0)]]);
}

#[test]
fn a_step_is_ready_when_all_it_depends_on_is_done() {
    let catalog = with_steps(&[
        (&[], &[confirm("one")]),
        (&[], &[confirm("two")]),
        (&[0, 1], &[confirm("three")]),
        (&[2], &[confirm("four")]),
    ]);
    let states =
        |assessment: &Assessment| step_states(&catalog, &gates(&catalog, assessment, today()));
    let mut assessment = Assessment::default();
    assert_eq!(
        states(&assessment),
        [
            StepState::Ready,
            StepState::Ready,
            StepState::Waiting,
            StepState::Waiting
        ]
    );
    assessment
        .confirmations
        .extend(ticked("one", "2026-01-01").confirmations);
    assert_eq!(
        states(&assessment),
        [
            StepState::Done,
            StepState::Ready,
            StepState::Waiting,
            StepState::Waiting
        ]
    );
    assessment
        .confirmations
        .extend(ticked("four", "2026-01-01").confirmations);
    assert_eq!(
        states(&assessment)[3],
        StepState::Done,
        "what is shown is done, whatever came before"
    );
    assessment
        .confirmations
        .extend(ticked("two", "2026-01-01").confirmations);
    assert_eq!(states(&assessment)[2], StepState::Ready);
}
