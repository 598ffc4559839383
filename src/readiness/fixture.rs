//! A tiny catalogue for the tests of the rules: five leaf clauses with a duty, seven requirements, four documents.

use serde_json::{Value, json};

use crate::assessment::{Answer, Assessment, Rating};
use crate::catalog::{Catalog, Condition, RequirementId, Step};
use crate::day::Day;

/// The requirements of the catalogue in order; `5.1-a` and `8.1-a` are blocking, `8.6.1-a` repeats.
pub(crate) const REQUIREMENTS: [&str; 7] = [
    "4.1-a", "4.1-b", "5.1-a", "5.1-b", "8.1-a", "8.6.1-a", "8.6.1-b",
];

pub(crate) fn today() -> Day {
    day("2026-06-15")
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The catalogue without steps.
pub(crate) fn catalog() -> Catalog {
    let levels =
        json!({ "not_in_place": "", "partly": "", "thin": "", "evidenced": "", "no_case": "" });
    let checks = [
        ("names-services", vec![]),
        ("names-organization", vec![]),
        (
            "whole-company",
            vec!["entire company", "company wide", "whole company"],
        ),
        ("names-product", vec!["product", "software"]),
        (
            "forbidden-claim",
            vec!["certified", "certification", "approved"],
        ),
        ("later", vec!["services"]),
    ]
    .map(|(id, phrases)| json!({ "id": id, "text": "", "phrases": phrases }));
    let value = json!({
        "edition": "2018",
        "revision": 1,
        "language": "en",
        "clauses": [
            clause("4", false, &[]),
            clause("4.1", true, &[0, 1]),
            clause("5", false, &[]),
            clause("5.1", true, &[2, 3]),
            clause("7", false, &[]),
            clause("7.5", true, &[0, 2]),
            clause("8", false, &[]),
            clause("8.1", true, &[4]),
            clause("8.6", false, &[]),
            clause("8.6.1", true, &[5, 6]),
            clause("8.6.2", true, &[]),
        ],
        "requirements": [
            requirement("4.1-a", "4.1", json!({ "kind": "document", "quick": true })),
            requirement("4.1-b", "4.1", json!({})),
            requirement("5.1-a", "5.1", json!({ "kind": "decision", "blocking": true, "quick": true })),
            requirement("5.1-b", "5.1", json!({})),
            requirement("8.1-a", "8.1", json!({ "blocking": true })),
            requirement("8.6.1-a", "8.6.1", json!({ "interval": true })),
            requirement("8.6.1-b", "8.6.1", json!({ "occasion": true })),
        ],
        "documents": [
            document("policy", "policy", true, &["5.1", "7.5"]),
            document("plan", "plan", true, &["4.1"]),
            document("minutes", "record", true, &["5.1"]),
            document("guide", "other-document", false, &["8.1"]),
        ],
        "eligibility": [
            question("delivers", &[("yes", "none"), ("no", "stops")]),
            question("others", &[("some", "none"), ("most", "caution"), ("all", "stops")]),
            question("measures", &[("yes", "none"), ("no", "gap")]),
        ],
        "statement_checks": checks,
        "statement_pattern": "The SMS of {organization} that delivers {services} to {customers} from {locations}",
        "stages": [{ "id": "prepare", "title": "", "about": "" }],
        "steps": [],
        "levels": { "document": levels, "record": levels, "activity": levels, "decision": levels },
        "messages": { "plain": {}, "pieces": {} },
    });
    Catalog::from_json(&value.to_string()).expect("a catalogue")
}

/// The catalogue with one step for each gate; the numbers are places of steps that come before.
pub(crate) fn with_steps(steps: &[(&[u16], &[Condition])]) -> Catalog {
    let steps = steps.iter().enumerate().map(|(place, (after, gate))| Step {
        id: format!("S{place}"),
        stage: "prepare".to_owned(),
        title: String::new(),
        days: [1, 2, 3],
        after: after.to_vec(),
        clauses: Vec::new(),
        all_clauses: false,
        gate: gate.to_vec(),
    });
    Catalog {
        steps: steps.collect(),
        ..catalog()
    }
}

/// The requirement with this id; the order is the same in every catalogue of this fixture.
pub(crate) fn id(text: &str) -> RequirementId {
    catalog().find(text).expect("a requirement")
}

pub(crate) fn ids(texts: &[&str]) -> Vec<RequirementId> {
    texts.iter().map(|it| id(it)).collect()
}

/// An assessment with these ratings and nothing else.
pub(crate) fn rated(ratings: &[(&str, Rating)]) -> Assessment {
    let mut out = Assessment::default();
    for (id, rating) in ratings {
        out.answers.insert(
            (*id).to_owned(),
            Answer {
                rating: Some(*rating),
                ..Answer::default()
            },
        );
    }
    out
}

/// An assessment in which everything has this rating.
pub(crate) fn all_rated(rating: Rating) -> Assessment {
    rated(&REQUIREMENTS.map(|it| (it, rating)))
}

/// As [`all_rated`] with "in place, with evidence", but for these.
pub(crate) fn evidenced_but(ratings: &[(&str, Rating)]) -> Assessment {
    let mut out = all_rated(Rating::Evidenced);
    out.answers.extend(rated(ratings).answers);
    out
}

fn clause(id: &str, leaf: bool, reads: &[u16]) -> Value {
    json!({ "id": id, "title": "", "summary": "", "leaf": leaf, "reads": reads })
}

fn requirement(id: &str, clause: &str, more: Value) -> Value {
    let mut out =
        json!({ "id": id, "clause": clause, "ask": "", "kind": "activity", "confidence": "sure" });
    if let (Value::Object(out), Value::Object(more)) = (&mut out, more) {
        out.extend(more);
    }
    out
}

fn document(id: &str, kind: &str, mandatory: bool, clauses: &[&str]) -> Value {
    json!({ "id": id, "name": "", "kind": kind, "mandatory": mandatory, "clauses": clauses })
}

fn question(id: &str, answers: &[(&str, &str)]) -> Value {
    let answers = answers
        .iter()
        .map(|(id, effect)| json!({ "id": id, "label": "", "effect": effect }));
    json!({ "id": id, "ask": "", "answers": answers.collect::<Vec<_>>() })
}
