//! The published JSON Schema against what is really written.
//!
//! The check understands only what the schema uses and stops at anything else, so that a new keyword cannot pass unseen.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Map, Value};
use waymark::assessment::{Assessment, RecordKey};
use waymark::exchange::{Limits, VERSION, export};

use crate::samples;

fn schema() -> Value {
    let text = fs::read_to_string("public/schema/waymark-1.schema.json").expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

/// What in `value` the schema does not allow, each with its place.
fn complaints(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            out.push(format!("{place}: {what}"));
        }
    };
    let mut deeper: Vec<(&Value, &Value, String)> = Vec::new();
    let rules = schema.as_object().expect("a schema is an object");
    for (keyword, rule) in rules {
        let number = || usize::try_from(rule.as_u64().expect("a number")).expect("a small number");
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let target = rule
                    .as_str()
                    .and_then(|it| root.pointer(it.trim_start_matches('#')))
                    .expect("the reference leads somewhere");
                deeper.push((target, value, place.to_owned()));
            }
            "type" => expect(is_type(value, rule.as_str().expect("one type")), "type"),
            "const" => expect(value == rule, "const"),
            "enum" => expect(rule.as_array().expect("a list").contains(value), "enum"),
            "anyOf" => {
                let schemas = rule.as_array().expect("a list");
                expect(
                    schemas
                        .iter()
                        .any(|it| complaints(root, it, value, place).is_empty()),
                    "anyOf",
                );
            }
            "minimum" => expect(value.as_u64() >= rule.as_u64(), "minimum"),
            "maximum" => expect(value.as_u64() <= rule.as_u64(), "maximum"),
            "minLength" => expect(
                value
                    .as_str()
                    .is_some_and(|it| it.chars().count() >= number()),
                "minLength",
            ),
            "maxLength" => expect(
                value
                    .as_str()
                    .is_some_and(|it| it.chars().count() <= number()),
                "maxLength",
            ),
            "minItems" => expect(
                value.as_array().is_some_and(|it| it.len() >= number()),
                "minItems",
            ),
            "maxProperties" => expect(
                value.as_object().is_some_and(|it| it.len() <= number()),
                "maxProperties",
            ),
            "pattern" => expect(
                value.as_str().is_some_and(|it| matches(rule, it)),
                "pattern",
            ),
            "required" => {
                let names = rule
                    .as_array()
                    .expect("a list")
                    .iter()
                    .filter_map(Value::as_str);
                names.for_each(|it| expect(value.get(it).is_some(), it));
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                deeper.extend(items.map(|(at, it)| (rule, it, format!("{place}[{at}]"))));
            }
            "properties" | "patternProperties" | "additionalProperties" => {}
            unknown => panic!("the check does not understand \"{unknown}\""),
        }
    }
    for (name, it) in value.as_object().into_iter().flatten() {
        let rule = property(rules, name);
        deeper.extend(rule.map(|rule| (rule, it, format!("{place}.{name}"))));
    }
    out.extend(
        deeper
            .into_iter()
            .flat_map(|(schema, value, place)| complaints(root, schema, value, &place)),
    );
    out
}

/// The schema for a property by its name.
fn property<'s>(rules: &'s Map<String, Value>, name: &str) -> Option<&'s Value> {
    let named = rules.get("properties").and_then(|it| it.get(name));
    let patterns = rules
        .get("patternProperties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    let patterned = || {
        patterns
            .into_iter()
            .find(|(pattern, _)| matches(&Value::from(pattern.as_str()), name))
            .map(|(_, it)| it)
    };
    named
        .or_else(patterned)
        .or_else(|| rules.get("additionalProperties"))
}

fn is_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        unknown => panic!("the check does not understand the type \"{unknown}\""),
    }
}

/// The few patterns of the schema without a library for all others.
fn matches(pattern: &Value, text: &str) -> bool {
    let digits = |parts: &[usize]| {
        let found: Vec<&str> = text.split('-').collect();
        found.len() == parts.len()
            && found
                .iter()
                .zip(parts)
                .all(|(it, length)| it.len() == *length && it.bytes().all(|it| it.is_ascii_digit()))
    };
    match pattern.as_str().expect("a pattern is a text") {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => digits(&[4, 2, 2]),
        "^[0-9]{2}:[0-9]{2}$" => text.split_once(':').is_some_and(|(hours, minutes)| {
            [hours, minutes]
                .iter()
                .all(|it| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit()))
        }),
        "^crc32c:[0-9a-f]{8}$" => text.strip_prefix("crc32c:").is_some_and(|it| {
            it.len() == 8 && it.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
        }),
        other => {
            let inner = other
                .strip_prefix('^')
                .and_then(|it| it.strip_suffix('$'))
                .expect("a whole pattern");
            match inner.strip_suffix(".+") {
                Some(start) => text.len() > start.len() && text.starts_with(start),
                None => text == inner,
            }
        }
    }
}

#[test]
fn every_export_keeps_to_the_schema() {
    let schema = schema();
    let (blank, full, workspaces) = (samples::blank(), samples::full(), samples::workspaces());
    for assessments in [vec![&blank], vec![&blank, &full], vec![&workspaces]] {
        let value: Value = serde_json::from_str(&export(&assessments)).expect("JSON");
        assert_eq!(
            complaints(&schema, &schema, &value, "file"),
            Vec::<String>::new()
        );
    }
}

#[test]
fn the_schema_finds_what_is_wrong() {
    let schema = schema();
    let text = export(&[&samples::full(), &samples::workspaces()]);
    for (right, wrong, complaint) in [
        ("\"thin\"", "\"thinner\"", "enum"),
        ("\"version\": 1,", "\"version\": 2,", "const"),
        ("\"2026-12-25\"", "\"25.12.2026\"", "pattern"),
        ("\"flagged\": true", "\"flagged\": 1", "type"),
        ("\"effort_days\": 3", "\"effort_days\": 70000", "maximum"),
        ("\"verdict\": \"minor-likely\"", "\"v\": 1", "verdict"),
        ("\"to\": \"10:30\"", "\"to\": \"10\"", "pattern"),
        ("\"value\": 91.5", "\"value\": \"91.5\"", "type"),
    ] {
        assert!(text.contains(right), "{right}");
        let value: Value = serde_json::from_str(&text.replace(right, wrong)).expect("JSON");
        let found = complaints(&schema, &schema, &value, "file");
        assert!(
            matches!(found.as_slice(), [it] if it.ends_with(complaint)),
            "{wrong}: {found:?}"
        );
    }
}

#[test]
fn the_schema_describes_exactly_the_fields_that_are_written() {
    let schema = schema();
    let (full, workspaces) = (samples::full(), samples::workspaces());
    let known = |it: &RecordKey| it.kind.key() != "finding";
    let records = full.keys().into_iter().filter(known).map(|it| (&full, it));
    let single = ["about", "scope", "plan"];
    let more = workspaces
        .keys()
        .into_iter()
        .filter(|it| !single.contains(&it.kind.key()))
        .map(|it| (&workspaces, it));
    for (assessment, key) in records.chain(more) {
        let properties = schema
            .pointer(&format!("/$defs/{}/properties", key.kind.key()))
            .and_then(Value::as_object)
            .expect("described");
        let described: BTreeSet<&String> = properties.keys().collect();
        let value = assessment.value(&key).expect("a record");
        let written: BTreeSet<&String> = value
            .as_object()
            .expect("an object")
            .keys()
            .filter(|it| *it != "mood")
            .collect();
        assert_eq!(described, written, "{key}");
    }
}

#[test]
fn the_schema_names_the_version_and_the_limits_of_the_program() {
    let schema = schema();
    let at = |pointer: &str| {
        schema
            .pointer(pointer)
            .and_then(Value::as_u64)
            .and_then(|it| usize::try_from(it).ok())
    };
    assert_eq!(
        at("/properties/version/const"),
        usize::try_from(VERSION).ok()
    );
    assert_eq!(at("/$defs/note/maxLength"), Some(Limits::NOTE));
    assert_eq!(at("/$defs/text/maxLength"), Some(Limits::TEXT));
    assert_eq!(
        at("/$defs/assessment/properties/id/maxLength"),
        Some(Limits::ID)
    );
    assert_eq!(
        at("/$defs/assessment/properties/records/maxProperties"),
        Some(Limits::RECORDS)
    );
    assert_eq!(
        Assessment::default().keys().len(),
        3,
        "a kind that always has a record needs its place in the schema"
    );
}
