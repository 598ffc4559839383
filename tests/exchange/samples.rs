//! Assessments to write and read: one with every field set, and any number of random ones.

use waymark::keyed::Keyed;

use proptest::prelude::*;
use serde_json::{Value, json};
use waymark::assessment::{
    About, Action, ActionStatus, Answer, Assessment, Change, Confirmation, DocumentEntry,
    DocumentState, Edit, EvidenceItem, EvidenceKind, OtherParty, Overrule, PlanSettings, Rating,
    Record, RecordKey, RecordKind, Scope, Shelf, StepEntry, Verdict,
};
use waymark::catalog::{Edition, OrganizationSize};
use waymark::day::Day;

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub(crate) fn key(text: &str) -> RecordKey {
    RecordKey::parse(text).expect("a key")
}

pub(crate) fn put(assessment: &mut Assessment, at: &str, record: Record) {
    assessment.apply(Edit::new(
        "edit-test",
        vec![Change::new(key(at), Some(record))],
    ));
}

/// An assessment in which nothing was entered.
pub(crate) fn blank() -> Assessment {
    Assessment::new("1b4e28ba-2fa1-4d2b-883f-0016d3cca427", About::default())
}

/// An assessment in which every field of every kind of record is set.
///
/// No record is filled up from its default, so that a new field does not compile before the schema, too, knows it.
pub(crate) fn full() -> Assessment {
    let some = |text: &str| Some(day(text));
    let about = About {
        name: "Harbour IT, \"north\"\nand south\t✓ 𝄞".to_owned(),
        edition: Edition::E2018,
        content_revision: 7,
        created: some("2026-11-22"),
        shelf: Shelf::Archived,
        sample: true,
    };
    let mut it = Assessment::new("8c2b7d5e-90f4-4c1a-b3ce-5d1f0a9e6b21", about);
    it.scope = Scope {
        organization: "Harbour IT".to_owned(),
        services: vec!["Workplace".to_owned(), "Network".to_owned()],
        customers: vec!["The port authority".to_owned()],
        locations: vec!["Rostock".to_owned()],
        other_parties: vec![OtherParty {
            name: "Nordlicht GmbH".to_owned(),
            operates: "The data centre".to_owned(),
        }],
        people: Some(34),
        statement: Some("The service management system of Harbour IT".to_owned()),
        eligibility: Keyed::from([("others-do-services".to_owned(), "some".to_owned())]),
    };
    it.plan = PlanSettings {
        start: some("2026-12-01"),
        target: some("2027-11-30"),
        size: OrganizationSize::Medium,
        non_working: vec![day("2026-12-25"), day("2028-02-29")],
        sponsor: "Ida".to_owned(),
        lead: "Jun".to_owned(),
    };
    let answer = Answer {
        rating: Some(Rating::Thin),
        no_case: true,
        rated_on: some("2026-11-20"),
        note: "Two lines,\nthe second with \\ and \u{2028}".to_owned(),
        evidence: vec![EvidenceItem {
            title: "Incident records".to_owned(),
            kind: EvidenceKind::Record,
            location: "https://desk.example/queue".to_owned(),
            dated: some("2026-10-01"),
        }],
        owner: "Kim".to_owned(),
        due: some("2027-01-31"),
        last: some("2026-06-30"),
        next: some("2027-06-30"),
        flagged: true,
    };
    let document = DocumentEntry {
        state: DocumentState::Approved,
        no_case: true,
        version: "1.2".to_owned(),
        owner: "Lea".to_owned(),
        location: "Shelf 3".to_owned(),
        reviewed: some("2026-05-05"),
        next_review: some("2027-05-05"),
        note: "Signed".to_owned(),
    };
    let action = Action {
        requirement: "8.6.1-a".to_owned(),
        title: "Agree on priorities".to_owned(),
        effort_days: Some(3),
        owner: "Mo".to_owned(),
        due: some("2027-02-28"),
        status: ActionStatus::Done,
        closed_on: some("2027-02-27"),
        note: "With the desk".to_owned(),
        own: true,
    };
    let step = StepEntry {
        start: some("2026-12-01"),
        finish: some("2026-12-03"),
        days: Some(3),
        owner: "Ida".to_owned(),
        note: "Done at the offsite".to_owned(),
    };
    let overrule = Overrule {
        verdict: Verdict::MinorLikely,
        note: "Seen by the auditor".to_owned(),
        on: some("2026-11-21"),
    };
    put(&mut it, "document/sms-scope", Record::Document(document));
    put(&mut it, "action/8.6.1-a", Record::Action(action));
    put(&mut it, "step/R01", Record::Step(step));
    put(
        &mut it,
        "confirmation/decision-recorded",
        Record::Confirmation(Confirmation {
            on: day("2026-12-03"),
            by: "Ida".to_owned(),
        }),
    );
    put(&mut it, "overrule/8.6.1", Record::Overrule(overrule));
    it.put_value(
        &key("answer/8.6.1-a"),
        json!({ "mood": ["hopeful", 2.5, null] }),
    )
    .expect("an answer");
    put(&mut it, "answer/8.6.1-a", Record::Answer(answer));
    it.put_value(
        &key("finding/f-1"),
        json!({ "grade": "minor", "seen": [1, { "at": -2 }] }),
    )
    .expect("a record");
    it
}

/// An assessment with one record of every kind of the workspaces, in which every field is set.
pub(crate) fn workspaces() -> Assessment {
    let all: Value =
        serde_json::from_str(include_str!("../fixture/workspaces.json")).expect("JSON");
    let mut it = Assessment::new("3f0c2a54-6d1e-4a7b-9c58-0b7e1d2f4a66", About::default());
    for (kind, value) in all.as_object().expect("kinds") {
        let id = match kind.as_str() {
            "audit-programme" | "certification" => "main",
            "audit-line" => "7b0e.8.6.1-a",
            "operation" => "incident",
            _ => "7b0e",
        };
        it.put_value(&key(&format!("{kind}/{id}")), value.clone())
            .expect("a record");
    }
    it
}

/// Any JSON, small and not deep.
pub(crate) fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1_000_000i32..1_000_000).prop_map(|it| Value::from(f64::from(it) / 1000.0)),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let name = prop_oneof![
            "(about|scope|plan)/main",
            "(answer|step|action|x)/[a-z0-9.]{1,4}",
            "rating|note|on|size",
            ".{0,4}"
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..4)
                .prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

/// Zero to three fields of an unknown record.
fn fields() -> impl Strategy<Value = Value> {
    prop::collection::btree_map("z[a-z]{0,3}", json(), 0..3)
        .prop_map(|it| Value::Object(it.into_iter().collect()))
}

fn days() -> impl Strategy<Value = Option<Day>> {
    prop::option::of((0i64..400_000).prop_map(|it| Day::new(1900, 1, 1).expect("a day").plus(it)))
}

prop_compose! {
    fn answers()(
        rating in prop::option::of(prop::sample::select(Rating::ALL.to_vec())),
        no_case in any::<bool>(), flagged in any::<bool>(), note in ".{0,40}", owner in ".{0,10}", due in days(), last in days(),
        evidence in prop::collection::vec((".{0,10}", prop::sample::select(EvidenceKind::ALL.to_vec()), ".{0,10}", days()), 0..3),
    ) -> Answer {
        let evidence = evidence.into_iter().map(|(title, kind, location, dated)| EvidenceItem { title, kind, location, dated });
        Answer { rating, no_case, flagged, note, owner, due, last, evidence: evidence.collect(), ..Answer::default() }
    }
}

prop_compose! {
    /// One random assessment with this id.
    pub(crate) fn assessment(id: String)(
        name in ".{0,20}", created in days(), services in prop::collection::vec(".{0,10}", 0..3), people in prop::option::of(any::<u32>()),
        answers in prop::collection::btree_map("[4-9]\\.[1-9]-[a-f]", answers(), 0..8), start in days(), days in prop::option::of(any::<u16>()),
        others in prop::collection::btree_map("(finding|audit)/[^\\p{C}\\s]{1,6}", fields(), 0..3),
        unknown in prop::option::of(fields()),
    ) -> Assessment {
        let mut it = Assessment::new(id.clone(), About { name, created, ..About::default() });
        it.scope = Scope { services, people, ..Scope::default() };
        it.plan.start = start;
        it.steps.insert("R01".to_owned(), StepEntry { start, days, ..StepEntry::default() });
        if let Some(unknown) = unknown {
            it.put_value(&RecordKey::new(RecordKind::Action, "own-1"), unknown).expect("fields that no action has");
        }
        it.answers = answers.into_iter().collect();
        for (name, value) in others {
            it.put_value(&key(&name), value).expect("a record of an unknown kind");
        }
        it
    }
}

/// One to three random assessments, sorted by id.
pub(crate) fn assessments() -> impl Strategy<Value = Vec<Assessment>> {
    prop::collection::btree_set("[a-z0-9]{1,8}", 1..4).prop_flat_map(|ids| {
        ids.into_iter()
            .map(|id| assessment(id).boxed())
            .collect::<Vec<_>>()
    })
}
