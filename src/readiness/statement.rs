//! The scope statement: composed from the fields, and checked for what it names and claims (`domain/certification.md`, section 3).

use crate::assessment::Scope;
use crate::catalog::{Catalog, StatementCheck};

/// Words that widen the scope from named services to everything.
const WHOLE_COMPANY: [&str; 12] = [
    "whole company",
    "entire company",
    "complete company",
    "company as a whole",
    "company wide",
    "whole organization",
    "whole organisation",
    "entire organization",
    "entire organisation",
    "whole group",
    "entire group",
    "all activities",
];

/// Words that make a thing, not the management of services, the subject.
const PRODUCT: [&str; 6] = ["product", "products", "software product", "the software", "the application", "the platform"];

/// Words that only a body may use of itself, or nobody of ISO.
const CLAIM: [&str; 9] =
    ["certified", "certifies", "certification", "accredited", "approved", "approves", "guarantees", "guaranteed", "compliant"];

/// The scope statement from the catalogue's pattern; `None` while the organization or every service is missing.
///
/// A part of the pattern without a value is left out together with the words before it.
/// `and` is the word between the last two items of a list, without spaces.
pub fn compose_statement(catalog: &Catalog, scope: &Scope, and: &str) -> Option<String> {
    let values = [
        ("organization", scope.organization.trim().to_owned()),
        ("services", join(&scope.services, and)),
        ("customers", join(&scope.customers, and)),
        ("locations", join(&scope.locations, and)),
    ];
    if values.iter().take(2).any(|(_, it)| it.is_empty()) {
        return None;
    }
    let mut out = String::new();
    let mut rest = catalog.statement_pattern.as_str();
    while let Some((before, (name, after))) = rest.split_once('{').and_then(|(before, it)| Some((before, it.split_once('}')?))) {
        let value = values.iter().find(|(key, _)| *key == name).map(|(_, it)| it.as_str()).unwrap_or_default();
        if !value.is_empty() {
            out.push_str(before);
            out.push_str(value);
        }
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// The remarks on the statement: the user's own words where there are any, otherwise the composed text.
///
/// Empty while there is no statement to check. The words looked for are English, as the statement of the English content is.
pub fn statement_remarks<'a>(catalog: &'a Catalog, scope: &Scope) -> Vec<&'a StatementCheck> {
    // The word between the last two items plays no part in the checks.
    let Some(statement) = scope.statement.clone().or_else(|| compose_statement(catalog, scope, "")) else {
        return Vec::new();
    };
    let statement = words(&statement);
    catalog.statement_checks.iter().filter(|it| fails(&it.id, &statement, scope)).collect()
}

fn fails(check: &str, statement: &[String], scope: &Scope) -> bool {
    match check {
        "names-services" => {
            let mut services = scope.services.iter().filter(|it| !it.trim().is_empty()).peekable();
            services.peek().is_none() || !services.all(|it| contains(statement, &words(it)))
        }
        "names-organization" => scope.organization.trim().is_empty() || !contains(statement, &words(&scope.organization)),
        "whole-company" => says(&without_names(statement, scope), &WHOLE_COMPANY),
        "names-product" => says(&without_names(statement, scope), &PRODUCT),
        "forbidden-claim" => says(&without_names(statement, scope), &CLAIM),
        // A check that a later content brings and this version does not know stays silent.
        _ => false,
    }
}

/// The items as a list in words, empty ones left out.
fn join(items: &[String], and: &str) -> String {
    let items: Vec<&str> = items.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Lower-case words, so that case, spaces and punctuation make no difference.
fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

fn contains(text: &[String], phrase: &[String]) -> bool {
    phrase.is_empty() || text.windows(phrase.len()).any(|it| it == phrase)
}

fn says(text: &[String], phrases: &[&str]) -> bool {
    phrases.iter().any(|it| contains(text, &words(it)))
}

/// The statement without the names that the user entered: a customer may well be called "The Product Company".
fn without_names(statement: &[String], scope: &Scope) -> Vec<String> {
    let mut rest = statement.to_vec();
    let lists = [&scope.services, &scope.customers, &scope.locations];
    for name in lists.into_iter().flatten().chain([&scope.organization]) {
        let name = words(name);
        while !name.is_empty()
            && let Some(at) = rest.windows(name.len()).position(|it| it == name)
        {
            rest.splice(at..at + name.len(), [String::new()]);
        }
    }
    rest
}
