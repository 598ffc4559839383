//! Every gate of both roadmaps: with everything there it is open, and each single thing that is missing keeps it closed and is named.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

#[path = "fixture/finished.rs"]
mod finished;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};
use waymark::assessment::workspace::KINDS;
use waymark::assessment::{Assessment, Rating, RecordKey};
use waymark::catalog::{
    Catalog, Condition, DocumentKind, Edition, Effect, Fact, RecordCheck, compiler,
};
use waymark::day::Day;
use waymark::readiness::gate::{Blocker, GateState, gates};
use waymark::readiness::records::{Lack, Records};
use waymark::readiness::review::{Figure, known};

use finished::{finished, found_requirement};

static CONTENT: LazyLock<Vec<Catalog>> = LazyLock::new(|| {
    let whole = compiler::build_all(Path::new("content")).expect("the content compiles");
    whole.editions.into_iter().map(|it| it.catalog).collect()
});

fn catalog(edition: Edition) -> &'static Catalog {
    let found = CONTENT.iter().find(|it| it.edition == edition);
    found.expect("an edition")
}

fn today() -> Day {
    "2030-06-17".parse().expect("a day")
}

/// A condition of a gate, told by its step and its place.
type Place = (usize, usize);

/// The places of the conditions that satisfy a test.
fn conditions(catalog: &Catalog, wanted: impl Fn(&Condition) -> bool) -> Vec<Place> {
    let steps = catalog.steps.iter().enumerate();
    let all = steps.flat_map(|(step, it)| (0..it.gate.len()).map(move |at| (step, at)));
    all.filter(|(step, at)| wanted(&catalog.steps[*step].gate[*at]))
        .collect()
}

/// Holds that exactly the steps with these conditions are closed, beside steps that wait for one of them, each with the blocker; returns the conditions.
fn closed_by(
    catalog: &Catalog,
    assessment: &Assessment,
    places: Vec<Place>,
    others: &[&str],
    names: impl Fn(&Blocker) -> bool,
) -> Vec<Place> {
    let states: Vec<GateState> = gates(catalog, assessment, today());
    for state in &states {
        let step = &catalog.steps[state.step];
        if places.iter().any(|it| it.0 == state.step) {
            assert!(
                state.blockers.iter().any(&names),
                "{} does not name it: {:?}",
                step.id,
                state.blockers
            );
        } else {
            let waits = state
                .blockers
                .iter()
                .all(|it| matches!(it, Blocker::Step(_)));
            let expected = waits || others.contains(&step.id.as_str());
            assert!(expected, "{} is closed too: {:?}", step.id, state.blockers);
        }
    }
    places
}

/// Every condition that one missing thing after the other was seen to keep from holding.
fn seen(catalog: &Catalog) -> BTreeSet<Place> {
    let whole = finished(catalog, today());
    let mut seen: BTreeSet<Place> = BTreeSet::new();
    for id in catalog.requirement_ids() {
        let requirement = catalog.requirement(id);
        let reads = |it: &Condition| match it {
            Condition::Rated { requirements, .. } => requirements.contains(&id),
            Condition::Blocking { .. } => requirement.blocking,
            _ => false,
        };
        let mut missing = whole.clone();
        missing.answers.or_default(requirement.id.clone()).rating = Some(Rating::NotInPlace);
        // A gap without an action is not planned.
        let unplanned: Vec<&str> = steps_with(catalog, Fact::GapsPlanned);
        seen.extend(closed_by(
            catalog,
            &missing,
            conditions(catalog, reads),
            &unplanned,
            |it| matches!(it, Blocker::Rating { requirement, .. } if *requirement == id),
        ));
        if requirement.interval {
            let mut missing = whole.clone();
            missing.answers.or_default(requirement.id.clone()).next = None;
            let reads = |it: &Condition| matches!(it, Condition::Intervals { requirements } if requirements.contains(&id));
            seen.extend(closed_by(
                catalog,
                &missing,
                conditions(catalog, reads),
                &[],
                |it| matches!(it, Blocker::IntervalMissing { requirement } if *requirement == id),
            ));
        }
    }
    for id in catalog.document_ids() {
        let document = catalog.document(id);
        let mut missing = whole.clone();
        missing.documents.remove(&document.id);
        let reads = |it: &Condition| match it {
            Condition::Document { document, .. } => *document == id,
            Condition::MandatoryDocuments { .. } => {
                document.mandatory && document.kind != DocumentKind::Record
            }
            _ => false,
        };
        seen.extend(closed_by(
            catalog,
            &missing,
            conditions(catalog, reads),
            &[],
            |it| matches!(it, Blocker::Document { document, .. } if *document == id),
        ));
    }
    for (tick, _) in &whole.confirmations {
        let mut missing = whole.clone();
        missing.confirmations.remove(tick);
        let reads = |it: &Condition| matches!(it, Condition::Confirm { id, .. } if id == tick);
        seen.extend(closed_by(
            catalog,
            &missing,
            conditions(catalog, reads),
            &[],
            |it| matches!(it, Blocker::Confirmation { id, .. } if id == tick),
        ));
    }
    for wanted in Fact::ALL {
        let reads = |it: &Condition| matches!(it, Condition::Fact { fact } if *fact == wanted);
        let (missing, others) = without_fact(catalog, &whole, wanted);
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        seen.extend(closed_by(
            catalog,
            &missing,
            conditions(catalog, reads),
            &others,
            |it| *it == Blocker::Fact(wanted),
        ));
    }
    for (step, it) in catalog.steps.iter().enumerate() {
        for (at, condition) in it.gate.iter().enumerate() {
            if let Condition::Step { step: other } = condition {
                let mut missing = whole.clone();
                missing.answers = Default::default();
                let found = &gates(catalog, &missing, today())[step].blockers;
                assert!(
                    found.contains(&Blocker::Step(usize::from(*other))),
                    "{}",
                    it.id
                );
                seen.insert((step, at));
            }
        }
    }
    seen
}

fn steps_with(catalog: &Catalog, wanted: Fact) -> Vec<&str> {
    let has = |it: &&waymark::catalog::Step| it.gate.contains(&Condition::Fact { fact: wanted });
    catalog
        .steps
        .iter()
        .filter(has)
        .map(|it| it.id.as_str())
        .collect()
}

/// The assessment without one fact, and the steps that are closed by what had to change for that.
fn without_fact(catalog: &Catalog, whole: &Assessment, fact: Fact) -> (Assessment, Vec<String>) {
    let mut out = whole.clone();
    let blocking = catalog
        .requirements
        .iter()
        .find(|it| it.blocking)
        .expect("a blocking one");
    match fact {
        Fact::Eligible => out.scope.eligibility = Default::default(),
        Fact::NoEligibilityGap => {
            let (question, answer) = catalog
                .eligibility
                .iter()
                .find_map(|question| {
                    let mut answers = question.answers.iter();
                    let gap = answers.find(|it| it.effect == Effect::Gap)?;
                    Some((question.id.clone(), gap.id.clone()))
                })
                .expect("an answer that leaves a gap");
            out.scope.eligibility.insert(question, answer);
        }
        Fact::ScopeNamed => out.scope.services.clear(),
        Fact::OwnersNamed => out.plan.sponsor.clear(),
        Fact::StartAndTargetDates => out.plan.target = None,
        Fact::ActionsDone => {
            out.actions.or_default(blocking.id.clone());
        }
        Fact::AllAnswered | Fact::NoDontKnow | Fact::GapsPlanned => {
            let answer = out.answers.or_default(blocking.id.clone());
            answer.rating = match fact {
                Fact::AllAnswered => None,
                Fact::NoDontKnow => Some(Rating::DontKnow),
                _ => Some(Rating::NotInPlace),
            };
            let id = catalog.find(&blocking.id).expect("a requirement");
            let reads = |it: &Condition| match it {
                Condition::Rated { requirements, .. } => requirements.contains(&id),
                Condition::Blocking { .. } => true,
                Condition::Fact { fact } => {
                    matches!(
                        fact,
                        Fact::AllAnswered | Fact::NoDontKnow | Fact::GapsPlanned
                    )
                }
                _ => false,
            };
            let steps = catalog.steps.iter().filter(|it| it.gate.iter().any(reads));
            return (out, steps.map(|it| it.id.clone()).collect());
        }
    }
    (out, Vec::new())
}

/// One thing missing from the records, and how it is named.
#[derive(Clone)]
struct Row {
    /// The record that is changed.
    key: &'static str,
    /// Where in the record; empty for the whole record.
    at: &'static str,
    /// What stands there instead; nothing where it is taken away.
    instead: Option<Value>,
    check: RecordCheck,
    lack: Lack,
    /// The record that is named.
    named: &'static str,
    item: &'static str,
}

fn row(
    key: &'static str,
    at: &'static str,
    instead: Option<Value>,
    check: RecordCheck,
    lack: Lack,
    named: &'static str,
    item: &'static str,
) -> Row {
    Row {
        key,
        at,
        instead,
        check,
        lack,
        named,
        item,
    }
}

/// The tables of what can be missing: in both editions, and in the edition of 2018 alone.
const MISSING: &str = include_str!("fixture/missing.txt");

fn rows(edition: Edition) -> Vec<Row> {
    let (both, current) = MISSING.split_once("# In the edition").expect("two tables");
    let more = current
        .lines()
        .skip(1)
        .filter(|_| edition == Edition::E2018);
    let lines = both.lines().chain(more);
    let lines = lines.filter(|it| !it.is_empty() && !it.starts_with('#'));
    lines.map(read_row).collect()
}

fn read_row(line: &'static str) -> Row {
    let columns: Vec<&'static str> = line.split_whitespace().collect();
    let [key, at, instead, check, lack, named, item] = columns[..] else {
        panic!("{line}");
    };
    let check = RecordCheck::ALL.into_iter().find(|it| it.key() == check);
    let lack = Lack::ALL.iter().copied().find(|it| it.key() == lack);
    let instead = match instead.strip_prefix('@') {
        Some(moved) => Some(json!(moved_day(moved).to_string())),
        None => (instead != "-").then(|| serde_json::from_str(instead).expect("JSON")),
    };
    let or_nothing = |it: &'static str| if it == "-" { "" } else { it };
    Row {
        key,
        at: if at == "." { "" } else { at },
        instead,
        check: check.unwrap_or_else(|| panic!("{line}")),
        lack: lack.unwrap_or_else(|| panic!("{line}")),
        named: if named == "=" { key } else { or_nothing(named) },
        item: or_nothing(item),
    }
}

/// `-5` five days ago; `-5+6m+1` six months and a day later than that.
fn moved_day(text: &str) -> Day {
    let mut parts = text.split('+').filter(|it| !it.is_empty());
    let number = |it: &str| it.parse::<i64>().expect("a number");
    let first = today().plus(number(parts.next().expect("days")));
    parts.fold(first, |day, it| match it.strip_suffix('m') {
        Some(months) => day.plus_months(months.parse().expect("a number")),
        None => day.plus(number(it)),
    })
}

/// The assessment after one thing in its records was changed.
fn changed(whole: &Assessment, row: &Row) -> Assessment {
    let mut out = whole.clone();
    let key = RecordKey::parse(row.key).expect("a key");
    let mut value = out.value(&key).unwrap_or_else(|| panic!("{key} is there"));
    if row.at.is_empty() {
        out.apply(waymark::assessment::Edit::one("edit-test", key, None));
        return out;
    }
    let (parent, name) = row.at.rsplit_once('/').expect("a pointer");
    let parent = value
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("{key}{}", row.at));
    match (&row.instead, parent) {
        (Some(new), Value::Array(list)) => {
            list[name.parse::<usize>().expect("a place")] = new.clone()
        }
        (Some(new), Value::Object(fields)) => {
            fields.insert(name.to_owned(), new.clone());
        }
        (None, Value::Object(fields)) => {
            assert!(fields.remove(name).is_some(), "{key}{} was there", row.at);
        }
        (_, other) => panic!("{key}{}: {other}", row.at),
    }
    out.put_value(&key, value).expect("a record");
    out
}

/// Holds that a row is named by every gate with its check.
fn hold(catalog: &Catalog, assessment: &Assessment, row: &Row) -> Vec<Place> {
    let places = conditions(catalog, |it| *it == Condition::Records { check: row.check });
    let expected = Blocker::Record {
        check: row.check,
        lack: row.lack,
        record: RecordKey::parse(row.named),
        item: row.item.to_owned(),
    };
    let states = gates(catalog, assessment, today());
    for (step, _) in &places {
        let found = &states[*step].blockers;
        assert!(
            found.contains(&expected),
            "{}{}: {expected:?} is not in {found:?}",
            row.key,
            row.at
        );
    }
    places
}

#[test]
fn with_everything_there_every_gate_is_open() {
    for edition in Edition::ALL {
        let catalog = catalog(edition);
        for state in gates(catalog, &finished(catalog, today()), today()) {
            assert_eq!(
                state.blockers,
                [],
                "{} of {}",
                catalog.steps[state.step].id,
                edition.key()
            );
        }
    }
}

#[test]
fn each_single_missing_thing_keeps_its_gates_closed_and_names_itself() {
    let mut lacks: BTreeSet<Lack> = BTreeSet::new();
    for edition in Edition::ALL {
        let catalog = catalog(edition);
        let whole = finished(catalog, today());
        let mut seen = seen(catalog);
        for row in &rows(edition) {
            seen.extend(hold(catalog, &changed(&whole, row), row));
            lacks.insert(row.lack);
        }
        for (assessment, row) in [findings(catalog, &whole), lines(catalog, &whole)].concat() {
            seen.extend(hold(catalog, &assessment, &row));
            lacks.insert(row.lack);
        }
        for (assessment, row) in
            [reviews(catalog, &whole), rounds(&whole), unreadable(&whole)].concat()
        {
            seen.extend(hold(catalog, &assessment, &row));
            lacks.insert(row.lack);
        }
        let every: BTreeSet<Place> = conditions(catalog, |_| true).into_iter().collect();
        let missed: Vec<String> = every
            .difference(&seen)
            .map(|(step, at)| {
                let step = &catalog.steps[*step];
                format!("{}: {:?}", step.id, step.gate[*at])
            })
            .collect();
        assert!(missed.is_empty(), "no row closes {missed:#?}");
    }
    let untold: Vec<&Lack> = Lack::ALL.iter().filter(|it| !lacks.contains(it)).collect();
    assert!(untold.is_empty(), "no row shows {untold:?}");
}

/// A finding of the checklist that nobody put in the register.
fn findings(catalog: &Catalog, whole: &Assessment) -> Vec<(Assessment, Row)> {
    let mut row = row(
        "nonconformity/n1",
        "",
        None,
        RecordCheck::AuditsHeld,
        Lack::FindingNotRegistered,
        "",
        "",
    );
    let requirement = found_requirement(catalog);
    let missing = changed(whole, &row);
    row.named = leaked(format!("audit-line/a1.{requirement}"));
    row.item = leaked(requirement.to_owned());
    vec![(missing, row)]
}

/// A line without a result.
fn lines(catalog: &Catalog, whole: &Assessment) -> Vec<(Assessment, Row)> {
    let clause = catalog
        .clauses
        .iter()
        .find(|it| it.leaf && !it.reads.is_empty());
    let clause = clause.expect("a leaf");
    let requirement = &catalog.requirement(clause.reads[0]).id;
    let key = leaked(format!("audit-line/a1.{requirement}"));
    let row = row(
        key,
        "",
        None,
        RecordCheck::AuditsHeld,
        Lack::LinesOpen,
        "audit/a1",
        leaked(clause.id.clone()),
    );
    vec![(changed(whole, &row), row)]
}

/// What only the newest review lacks, because no other one is there.
fn reviews(catalog: &Catalog, whole: &Assessment) -> Vec<(Assessment, Row)> {
    use Lack as L;
    use RecordCheck as C;
    let mut one = whole.clone();
    for key in ["review/r2", "review/r3"] {
        let key = RecordKey::parse(key).expect("a key");
        one.apply(waymark::assessment::Edit::one("edit-test", key, None));
    }
    let ahead = || Some(json!(today().plus(1).to_string()));
    let input = leaked(catalog.workspaces.review_inputs[2].id.clone());
    let output = leaked(catalog.workspaces.review_outputs[0].id.clone());
    let of_input = |field: &str| leaked(format!("/inputs/{input}/{field}"));
    let r1 = "review/r1";
    let rows = [
        row(r1, "", None, C::ReviewPrepared, L::NoReview, "", ""),
        row(r1, "", None, C::ReviewHeld, L::NoReview, "", ""),
        row(
            r1,
            of_input("summary"),
            None,
            C::ReviewPrepared,
            L::InputOpen,
            r1,
            input,
        ),
        row(
            r1,
            of_input("covered"),
            None,
            C::ReviewHeld,
            L::InputNotCovered,
            r1,
            input,
        ),
        row(
            r1,
            "/date",
            ahead(),
            C::ReviewHeld,
            L::ReviewNotHeld,
            r1,
            "",
        ),
        row(
            r1,
            "/attendance/0/top_management",
            None,
            C::ReviewHeld,
            L::NoTopManagement,
            r1,
            "",
        ),
        row(
            r1,
            "/date",
            None,
            C::ReviewRecorded,
            L::ReviewNotHeld,
            r1,
            "",
        ),
        row(
            r1,
            "/decisions/0/output",
            None,
            C::ReviewRecorded,
            L::OutputMissing,
            r1,
            output,
        ),
        row(
            r1,
            "/decisions/0/text",
            None,
            C::ReviewRecorded,
            L::OutputMissing,
            r1,
            output,
        ),
        row(
            r1,
            "/decisions/1/owner",
            None,
            C::ReviewRecorded,
            L::NoDecisionOwner,
            r1,
            "2",
        ),
        row(
            r1,
            "/decisions/1/due",
            None,
            C::ReviewRecorded,
            L::NoDecisionDue,
            r1,
            "2",
        ),
        row(
            r1,
            "/minutes_on",
            ahead(),
            C::ReviewRecorded,
            L::MinutesOpen,
            r1,
            "",
        ),
    ];
    rows.into_iter()
        .map(|it| (changed(&one, &it), it))
        .collect()
}

/// What lacks when no later audit or review is there.
fn rounds(whole: &Assessment) -> Vec<(Assessment, Row)> {
    use RecordCheck::YearOneReviewed;
    let without = |keys: [&str; 2]| {
        let mut out = whole.clone();
        for key in keys {
            let key = RecordKey::parse(key).expect("a key");
            out.apply(waymark::assessment::Edit::one("edit-test", key, None));
        }
        out
    };
    let of = |lack| row("", "", None, YearOneReviewed, lack, "", "");
    let no_objective = row(
        "",
        "",
        None,
        RecordCheck::ObjectivesMeasured,
        Lack::NoObjective,
        "",
        "",
    );
    let not_reported = row(
        "",
        "",
        None,
        RecordCheck::CorrectionsPlanned,
        Lack::NotReported,
        "",
        "",
    );
    let mut without_report = without(["audit/a2", "audit/a3"]);
    let key = RecordKey::parse("audit/a1").expect("a key");
    without_report.apply(waymark::assessment::Edit::one("edit-test", key, None));
    vec![
        (without(["audit/a2", "audit/a3"]), of(Lack::NoNewAudit)),
        (without(["review/r2", "review/r3"]), of(Lack::NoNewReview)),
        (without(["objective/o1", "objective/b1"]), no_objective),
        (without_report, not_reported),
    ]
}

/// A record of each kind that cannot be read, for every check that reads the kind.
fn unreadable(whole: &Assessment) -> Vec<(Assessment, Row)> {
    let table: [(&str, RecordCheck); 9] = [
        ("operation/incident", RecordCheck::ProcessesOwned),
        ("objective/x", RecordCheck::ObjectivesSet),
        ("audit-programme/main", RecordCheck::AuditsIndependent),
        ("audit/x", RecordCheck::AuditsCovering),
        ("audit-line/a2.x", RecordCheck::AuditsHeld),
        ("nonconformity/x", RecordCheck::CorrectionsDone),
        ("review/x", RecordCheck::ReviewHeld),
        ("body/x", RecordCheck::BodiesListed),
        ("certification/main", RecordCheck::DecisionEntered),
    ];
    let broken = |key: &str| {
        let mut out = whole.clone();
        let key = RecordKey::parse(key).expect("a key");
        out.put_value(&key, json!({"note": 7})).expect("kept");
        out
    };
    let kinds: BTreeSet<&str> = table
        .iter()
        .filter_map(|it| Some(it.0.split_once('/')?.0))
        .collect();
    assert_eq!(
        kinds.len() + 1,
        KINDS.len(),
        "every kind but the frozen plans, which no gate reads"
    );
    let named = |(key, check): (&'static str, RecordCheck)| {
        (
            broken(key),
            row(key, "", None, check, Lack::Unreadable, key, ""),
        )
    };
    table.map(named).into()
}

/// Test tables hold names for the whole run.
fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

#[test]
fn every_input_of_a_review_is_filled_from_questions_of_its_own_edition() {
    for (edition, input, clauses) in [
        (Edition::E2018, "service-performance", ["8.3.3", "9.4"]),
        (Edition::E2018, "resources", ["7.1", "8.4.3"]),
        (Edition::E2018, "issues", ["4.1", "4.2"]),
        (Edition::E2011, "service-performance", ["6.1", "6.2"]),
        (Edition::E2011, "feedback", ["7.1", "7.1"]),
        (Edition::E2011, "capability", ["4.4", "6.5"]),
    ] {
        let catalog = catalog(edition);
        let assessment = finished(catalog, today());
        let records = Records::of(&assessment);
        let known = |input: &str| known(catalog, &assessment, &records, input, today());
        for it in &catalog.workspaces.review_inputs {
            assert!(!known(&it.id).is_empty(), "{edition:?} {}", it.id);
        }
        let met = known(input)
            .into_iter()
            .find(|it| it.figure == Figure::QuestionsMet);
        let met = met.expect("a figure of the questions");
        let asked: BTreeSet<&str> = met
            .records
            .iter()
            .filter_map(|it| catalog.find(&it.id))
            .map(|it| catalog.requirement(it).clause.as_str())
            .collect();
        let belongs = |clause: &str, group: &str| {
            let rest = clause.strip_prefix(group);
            rest.is_some_and(|it| it.is_empty() || it.starts_with('.'))
        };
        for group in clauses {
            assert!(
                asked.iter().any(|it| belongs(it, group)),
                "{edition:?} {input} asks nothing of {group}"
            );
        }
        assert!(
            edition != Edition::E2018 || !asked.iter().any(|it| belongs(it, "6.2")),
            "objectives are no performance of services"
        );
    }
}
