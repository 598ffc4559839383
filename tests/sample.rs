//! The sample organization: a sound file, a believable mix, and faults that are where the key says they are.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

use waymark::assessment::workspace::{Grade, Nonconformity, Source};
use waymark::assessment::{
    ActionStatus, Assessment, DocumentState, Rating, RecordKey, RecordKind, Verdict,
};
use waymark::catalog::{Catalog, Edition, compiler};
use waymark::day::Day;
use waymark::exchange;
use waymark::plan::{Schedule, schedule};
use waymark::readiness::audit::{checklist_tally, coverage, own_work};
use waymark::readiness::documents::register_tally;
use waymark::readiness::gaps::{Gap, gaps};
use waymark::readiness::gate::{GateState, gates};
use waymark::readiness::nonconformities::{NonconformityState, state, weak_cause};
use waymark::readiness::objectives;
use waymark::readiness::records::Records;
use waymark::readiness::review::uncovered;
use waymark::readiness::scope::{EligibilityVerdict, eligibility, statement_remarks};
use waymark::readiness::standing::Standing;
use waymark::readiness::tally::{Tally, tally};
use waymark::readiness::verdict::{ClauseVerdict, verdict_counts, verdicts};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let (catalog, _) = compiler::build(&content()).expect("the content compiles");
    catalog
});

static TEXT: LazyLock<String> = LazyLock::new(|| {
    fs::read_to_string(content().join("en/2018/sample.json")).expect("the sample")
});

static SAMPLE: LazyLock<Assessment> = LazyLock::new(|| {
    let imported = exchange::import(TEXT.as_bytes(), &knows).expect("a sound file");
    imported
        .assessments
        .into_iter()
        .next()
        .expect("an assessment")
});

fn content() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn knows(_: Edition, key: &RecordKey) -> bool {
    exchange::catalog_knows(&CATALOG, key)
}

/// The day for which the sample is written.
fn written_for() -> Day {
    SAMPLE.about.created.expect("a day of making")
}

fn tally_of(assessment: &Assessment, today: Day) -> Tally {
    tally(&CATALOG, assessment, today, CATALOG.requirement_ids())
}

fn schedule_of(assessment: &Assessment, gates: &[GateState], today: Day) -> Schedule {
    schedule(&CATALOG, assessment, today, &|it| gates[it].is_open())
}

/// What is wrong in the sample, or only looks so: the key for trainers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerKey {
    fault: Vec<Planted>,
    false_alarm: Vec<Planted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Planted {
    id: String,
    clause: String,
    r#where: Vec<String>,
    what: String,
    #[serde(default)]
    why: String,
}

fn answer_key() -> AnswerKey {
    let text =
        fs::read_to_string(content().join("en/sample-faults.toml")).expect("the key for trainers");
    toml::from_str(&text).expect("a key in the agreed form")
}

#[test]
fn the_file_is_exactly_what_an_export_of_it_writes() {
    let imported = exchange::import(TEXT.as_bytes(), &knows).expect("a sound file");
    assert_eq!(imported.remarks, [], "everything in it is known");
    assert_eq!(imported.assessments.len(), 1);
    assert!(
        exchange::export(&[&*SAMPLE]) == *TEXT,
        "an export writes other bytes"
    );
}

#[test]
fn it_is_marked_as_the_sample_and_made_with_the_content_beside_it() {
    assert!(SAMPLE.about.sample);
    assert_eq!(SAMPLE.about.content_revision, CATALOG.revision);
    assert_eq!(written_for().days_from_monday(), 0);
}

#[test]
fn everything_it_refers_to_exists() {
    for (id, action) in &SAMPLE.actions {
        let named = &action.requirement;
        assert!(
            named.is_empty() || CATALOG.find(named).is_some(),
            "action {id} serves {named}"
        );
        assert!(
            action.own != CATALOG.find(id).is_some(),
            "action {id} is either a gap's first one or an own one"
        );
    }
    let eligibility = eligibility(&CATALOG, &SAMPLE.scope);
    assert_eq!(eligibility.answered, eligibility.total);
    assert_eq!(SAMPLE.documents.len(), CATALOG.documents.len());
}

#[test]
fn every_requirement_is_answered_and_about_two_thirds_are_met() {
    let tally = tally_of(&SAMPLE, written_for());
    assert!(tally.is_complete());
    let met = 100 * tally.met() / tally.total;
    assert!((60..=70).contains(&met), "{met} % are met");
    let of = |it| tally.count(it);
    assert!(
        (4..=8).contains(&of(Standing::DontKnow)) && (4..=10).contains(&of(Standing::NoCase)),
        "{tally:?}"
    );
    assert!(
        [Standing::NotInPlace, Standing::Partly, Standing::Thin]
            .into_iter()
            .all(|it| of(it) >= 10),
        "{tally:?}"
    );
    assert!(tally.flagged >= 5 && tally.overdue >= 5, "{tally:?}");
}

#[test]
fn it_is_filled_as_a_team_would_fill_it() {
    let answers = || SAMPLE.answers.values();
    let notes: Vec<&str> = answers()
        .map(|it| it.note.as_str())
        .filter(|it| !it.is_empty())
        .collect();
    assert!(notes.len() >= 60, "{} notes", notes.len());
    assert!(
        notes.iter().any(|it| it.split_whitespace().count() > 60),
        "a long one is among them"
    );
    assert!(answers().map(|it| it.evidence.len()).sum::<usize>() >= 150);
    let owners: BTreeSet<&str> = answers().map(|it| it.owner.as_str()).collect();
    assert!((6..=10).contains(&owners.len()), "{owners:?}");
    assert!(
        (15..=25).contains(&SAMPLE.actions.len()),
        "{}",
        SAMPLE.actions.len()
    );
    for status in ActionStatus::ALL {
        assert!(
            SAMPLE.actions.values().any(|it| it.status == status),
            "{status:?}"
        );
    }
}

#[test]
fn its_register_has_documents_in_every_state_and_some_overdue_for_review() {
    for state in DocumentState::ALL {
        assert!(
            SAMPLE.documents.values().any(|it| it.state == state),
            "{state:?}"
        );
    }
    let tally = register_tally(&CATALOG, &SAMPLE, written_for());
    assert!(
        tally.mandatory.approved * 2 > tally.mandatory.total,
        "most are approved"
    );
    assert!(tally.mandatory.missing + tally.records.missing >= 3);
    assert!(tally.overdue.len() >= 3);
}

#[test]
fn its_results_show_every_verdict_and_one_overrule() {
    let verdicts = verdicts(&CATALOG, &SAMPLE, written_for());
    let counts = verdict_counts(&verdicts);
    assert!(
        counts.iter().all(|it| *it >= 3),
        "in the order of Verdict::ALL: {counts:?}"
    );
    let of = |wanted: fn(&ClauseVerdict) -> bool| -> Vec<&str> {
        let found = verdicts.iter().filter(|it| wanted(it));
        found
            .map(|it| CATALOG.clauses[it.clause].id.as_str())
            .collect()
    };
    assert_eq!(of(|it| it.overruled), ["8.3.4.1"]);
    assert_eq!(
        of(|it| it.computed == Verdict::MajorLikely),
        ["8.4.2", "10.1"]
    );
}

#[test]
fn its_road_has_reached_operation_with_documents_still_open() {
    let gates = gates(&CATALOG, &SAMPLE, written_for());
    let of_stage = |stage: &str| -> Vec<bool> {
        let of_it = gates
            .iter()
            .filter(|it| CATALOG.steps[it.step].stage == stage);
        of_it.map(GateState::is_open).collect()
    };
    assert!(of_stage("prepare").iter().all(|it| *it));
    for stage in ["document", "operate", "stage-1"] {
        let open = of_stage(stage).iter().filter(|it| **it).count();
        assert!(
            (1..of_stage(stage).len()).contains(&open),
            "{stage}: {open} gates are open"
        );
    }
    let planned = gaps(&CATALOG, &SAMPLE, written_for());
    assert!(planned.iter().all(Gap::is_planned));
    assert!(planned.iter().any(|it| it.blocking && it.stored));
    let scope = &SAMPLE.scope;
    assert_eq!(
        eligibility(&CATALOG, scope).verdict,
        EligibilityVerdict::Eligible
    );
    assert_eq!(statement_remarks(&CATALOG, scope), Vec::new() as Vec<&_>);
}

#[test]
fn its_decision_comes_some_weeks_after_the_target() {
    let gates = gates(&CATALOG, &SAMPLE, written_for());
    let schedule = schedule_of(&SAMPLE, &gates, written_for());
    let slip = schedule.slip.expect("a target is set");
    assert!((14..=90).contains(&slip), "{slip} days after the target");
    assert!(!schedule.critical_path.is_empty());
    let conflicts = schedule.steps.iter().filter(|it| it.conflict);
    let conflicts: Vec<&str> = conflicts
        .map(|it| CATALOG.steps[it.step].id.as_str())
        .collect();
    assert_eq!(
        conflicts,
        ["O02", "A03", "M02", "S02"],
        "operation began early, and audit 2, review 2 and stage 1 have dates before the work they wait for"
    );
}

#[test]
fn it_looks_the_same_on_whatever_day_it_is_opened() {
    let shown = |assessment: &Assessment, today: Day| {
        let gates = gates(&CATALOG, assessment, today);
        let overdue = gaps(&CATALOG, assessment, today)
            .iter()
            .map(|it| it.overdue)
            .collect::<Vec<_>>();
        let documents = register_tally(&CATALOG, assessment, today);
        let open: Vec<(usize, bool)> = gates.iter().map(|it| (it.held, it.is_open())).collect();
        (tally_of(assessment, today), open, overdue, documents)
    };
    let expected = shown(&SAMPLE, written_for());
    for later in (0..7).chain(400..407) {
        let today = written_for().plus(later);
        let mut opened = SAMPLE.clone();
        opened.move_to_day(today);
        assert!(
            shown(&opened, today) == expected,
            "opened {later} days later"
        );
        let gates = gates(&CATALOG, &opened, today);
        let slip = schedule_of(&opened, &gates, today).slip;
        assert!(slip.is_some_and(|it| it > 0), "opened {later} days later");
    }
}

#[test]
fn what_has_happened_lies_in_the_past() {
    let today = written_for();
    let answers = SAMPLE.answers.values();
    let of_answers = answers.flat_map(|it| {
        it.evidence
            .iter()
            .map(|it| it.dated)
            .chain([it.rated_on, it.last])
    });
    let of_documents = SAMPLE.documents.values().map(|it| it.reviewed);
    let of_actions = SAMPLE.actions.values().map(|it| it.closed_on);
    let of_ticks = SAMPLE.confirmations.values().map(|it| Some(it.on));
    let of_overrules = SAMPLE.overrules.values().map(|it| it.on);
    let happened = of_answers
        .chain(of_documents)
        .chain(of_actions)
        .chain(of_ticks)
        .chain(of_overrules);
    for day in happened.flatten() {
        assert!(day <= today, "{day}");
    }
    for (id, it) in &SAMPLE.answers {
        assert!(
            it.rated_on.is_some() && it.evidence.iter().all(|it| it.dated.is_some()),
            "{id}"
        );
    }
}

#[test]
fn its_texts_survive_the_move_to_another_time() {
    const MONTHS: [&str; 16] = [
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "spring",
        "summer",
        "autumn",
        "winter",
        "Christmas",
    ];
    let years = |text: &str| text.split(|it: char| !it.is_ascii_digit()).any(is_year);
    for (key, text) in texts() {
        let names_month = MONTHS.iter().any(|it| text.contains(it));
        assert!(
            !names_month && !years(&text),
            "{key} names a time that does not move with the days: {text}"
        );
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.starts_with("20") && digits != "2018"
}

#[test]
fn its_texts_are_clean_and_lead_nowhere_real() {
    let key = answer_key();
    let of_key = key.fault.iter().chain(&key.false_alarm);
    let of_key = of_key.map(|it| (it.id.clone(), format!("{} {}", it.what, it.why)));
    for (place, text) in texts().into_iter().chain(of_key) {
        let folded = text.to_lowercase();
        for phrase in [
            "shall",
            "iso certified",
            "iso-certified",
            "certified by iso",
            "iso approved",
            "  ",
        ] {
            assert!(!folded.contains(phrase), "{place} says {phrase:?}: {text}");
        }
        for sentence in text.split_inclusive(['.', '?', '!', ':', ';']) {
            let words = sentence.split_whitespace().count();
            // The scope statement is one sentence and names everything.
            assert!(
                words <= 30 || place == "scope/main",
                "{place}: {words} words: {sentence}"
            );
        }
        if let Some((_, rest)) = text.split_once("://") {
            let host = rest.split('/').next().unwrap_or_default();
            assert!(host.ends_with(".example.org"), "{place} leads to {host}");
        }
    }
}

/// Every text that was entered, with the key of its record.
fn texts() -> Vec<(String, String)> {
    fn collect(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::String(text) if text.parse::<Day>().is_err() => out.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|it| collect(it, out)),
            Value::Object(fields) => fields.values().for_each(|it| collect(it, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for key in SAMPLE.keys() {
        let mut found = Vec::new();
        if let Some(value) = SAMPLE.value(&key) {
            collect(&value, &mut found);
        }
        out.extend(found.into_iter().map(|it| (key.to_string(), it)));
    }
    out
}

#[test]
fn the_key_lists_faults_of_records_that_exist() {
    let key = answer_key();
    assert!(key.fault.len() >= 12, "{} faults", key.fault.len());
    let mut ids = BTreeSet::new();
    for it in key.fault.iter().chain(&key.false_alarm) {
        assert!(ids.insert(it.id.as_str()), "{} stands twice", it.id);
        let clause = CATALOG.clause(&it.clause);
        assert!(
            clause.is_some_and(|it| it.leaf && !it.reads.is_empty()),
            "{}: clause {}",
            it.id,
            it.clause
        );
        assert!(
            !it.r#where.is_empty() && !it.what.trim().is_empty(),
            "{}",
            it.id
        );
        for place in &it.r#where {
            let record = RecordKey::parse(place).and_then(|it| SAMPLE.record(&it));
            assert!(record.is_some(), "{}: {place} is not in the sample", it.id);
        }
    }
    assert!(key.fault.iter().all(|it| it.why.is_empty()));
    assert!(key.false_alarm.iter().all(|it| !it.why.is_empty()));
}

#[test]
fn only_the_planted_rating_has_no_evidence() {
    let unproven = SAMPLE
        .answers
        .iter()
        .filter(|(_, it)| it.rating == Some(Rating::Evidenced) && it.evidence.is_empty());
    let unproven: Vec<String> = unproven
        .map(|(id, _)| RecordKey::new(RecordKind::Answer, id.clone()).to_string())
        .collect();
    let key = answer_key();
    let planted = key
        .fault
        .iter()
        .find(|it| it.id == "rated-without-evidence")
        .expect("a planted fault");
    assert_eq!(unproven, planted.r#where);
}

#[test]
fn its_workspaces_show_every_grade_every_state_and_what_is_missing() {
    let records = Records::of(&SAMPLE);
    assert_eq!(records.unreadable, []);
    let register = || records.nonconformities.iter().map(|it| &it.1);
    for grade in Grade::ALL {
        assert!(register().any(|it| it.grade == Some(*grade)), "{grade:?}");
    }
    for wanted in NonconformityState::ALL {
        let found = register().any(|it| state(it, written_for()) == wanted);
        assert!(found, "{wanted:?}");
    }
    assert!(register().any(|it| !it.reopened.is_empty()));
    let weak = |it: &Nonconformity| weak_cause(&CATALOG.workspaces, &it.cause).is_some();
    assert_eq!(register().filter(|it| weak(it)).count(), 1);
    assert!(register().any(|it| it.source == Source::StageOne));
    let held = records
        .reviews
        .iter()
        .find(|it| it.1.is_recorded(written_for()));
    let (_, held) = held.expect("a review that was held");
    assert_eq!(
        uncovered(&CATALOG, held),
        [
            "improvement",
            "policies",
            "other-parties",
            "resources",
            "risks"
        ]
    );
    let states: BTreeSet<&str> = records
        .objectives
        .iter()
        .map(|it| objectives::state(&it.1, written_for()).key())
        .collect();
    assert_eq!(states.len(), 5, "{states:?}");
    assert_eq!((records.bodies.len(), records.operations.len()), (3, 21));
}

#[test]
fn its_audit_has_holes_and_an_auditor_of_own_work() {
    let records = Records::of(&SAMPLE);
    let coverage = coverage(&CATALOG, &records, written_for());
    assert_eq!(coverage.audits.len(), 2);
    let planned: Vec<&str> = coverage
        .clauses
        .iter()
        .filter(|it| it.is_hole())
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(planned, Vec::<&str>::new());
    assert!(coverage.clauses.iter().any(|it| !it.audited));
    let (id, audit) = &records.audits[0];
    let warned = own_work(&CATALOG, &SAMPLE, &records, audit);
    assert!(
        warned.iter().all(|it| it.auditor.starts_with("Nuria")),
        "{warned:?}"
    );
    assert!(
        warned
            .iter()
            .any(|it| it.owns.to_string() == "operation/continuity")
    );
    let tally = checklist_tally(&CATALOG, &records, id, audit);
    assert_eq!((tally.findings, tally.conforms), (5, 4));
    assert!(tally.open() > 0);
}
