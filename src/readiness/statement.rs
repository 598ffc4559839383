//! The scope statement: composed from the fields, and checked for what it names and claims (`domain/certification.md`, section 3).

use crate::assessment::Scope;
use crate::catalog::{Catalog, StatementCheck};

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
    while let Some((before, (name, after))) = rest
        .split_once('{')
        .and_then(|(before, it)| Some((before, it.split_once('}')?)))
    {
        let value = values
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, it)| it.as_str())
            .unwrap_or_default();
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
/// Empty while there is no statement to check. The phrases looked for are in the language of the content, as the statement is.
pub fn statement_remarks<'a>(catalog: &'a Catalog, scope: &Scope) -> Vec<&'a StatementCheck> {
    // The word between the last two items plays no part in the checks.
    let Some(statement) = scope
        .statement
        .clone()
        .or_else(|| compose_statement(catalog, scope, ""))
    else {
        return Vec::new();
    };
    let statement = words(&statement);
    catalog
        .statement_checks
        .iter()
        .filter(|it| fails(it, &statement, scope))
        .collect()
}

fn fails(check: &StatementCheck, statement: &[String], scope: &Scope) -> bool {
    let phrases = &check.phrases;
    match check.id.as_str() {
        "names-services" => {
            let mut services = scope
                .services
                .iter()
                .filter(|it| !it.trim().is_empty())
                .peekable();
            services.peek().is_none() || !services.all(|it| contains(statement, &words(it)))
        }
        "names-organization" => {
            scope.organization.trim().is_empty()
                || !contains(statement, &words(&scope.organization))
        }
        "whole-company" => says(&without_names(statement, scope), phrases),
        "names-product" => {
            says(&without_names(statement, scope), phrases)
                || scope.services.iter().any(|it| is_product(it, phrases))
        }
        "forbidden-claim" => {
            says(&without_names(statement, scope), phrases)
                || names(scope).any(|it| claims(it, phrases))
        }
        // A check that a later content brings and this version does not know stays silent.
        _ => false,
    }
}

/// The items as a list in words, empty ones left out.
fn join(items: &[String], and: &str) -> String {
    let items: Vec<&str> = items
        .iter()
        .map(|it| it.trim())
        .filter(|it| !it.is_empty())
        .collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Lower-case words, so that case, spaces and punctuation make no difference.
fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn contains(text: &[String], phrase: &[String]) -> bool {
    phrase.is_empty() || text.windows(phrase.len()).any(|it| it == phrase)
}

fn says(text: &[String], phrases: &[impl AsRef<str>]) -> bool {
    phrases.iter().any(|it| contains(text, &words(it.as_ref())))
}

/// Whether a service is named like a thing: "payroll software", but not "software support".
fn is_product(service: &str, products: &[String]) -> bool {
    words(service)
        .last()
        .is_some_and(|last| products.contains(last))
}

/// Whether a name itself claims something of ISO or IEC; "certification" alone may well be a service.
fn claims(name: &str, claims: &[String]) -> bool {
    let name = words(name);
    says(&name, &["iso", "iec"]) && says(&name, claims)
}

/// Every name that the user entered.
fn names(scope: &Scope) -> impl Iterator<Item = &String> {
    [&scope.services, &scope.customers, &scope.locations]
        .into_iter()
        .flatten()
        .chain([&scope.organization])
}

/// The statement without the names that the user entered: a customer may well be called "The Product Company".
fn without_names(statement: &[String], scope: &Scope) -> Vec<String> {
    let mut rest = statement.to_vec();
    for name in names(scope).map(|it| words(it)).filter(|it| !it.is_empty()) {
        while let Some(at) = rest.windows(name.len()).position(|it| it == name) {
            // An empty word keeps what stood before and after the name apart.
            rest.splice(at..at + name.len(), [String::new()]);
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::fixture::catalog;

    fn texts(items: &[&str]) -> Vec<String> {
        items.iter().map(|it| (*it).to_owned()).collect()
    }

    fn fernhollow() -> Scope {
        Scope {
            organization: "Fernhollow Shared Services".to_owned(),
            services: texts(&["workplace", "network", "backup services"]),
            customers: texts(&["the clinics"]),
            locations: texts(&["the main building"]),
            ..Scope::default()
        }
    }

    fn remarks(scope: &Scope) -> Vec<String> {
        statement_remarks(&catalog(), scope)
            .into_iter()
            .map(|it| it.id.clone())
            .collect()
    }

    fn remarks_on(statement: &str) -> Vec<String> {
        remarks(&Scope {
            statement: Some(statement.to_owned()),
            ..fernhollow()
        })
    }

    #[test]
    fn the_fields_fill_the_pattern() {
        assert_eq!(
            compose_statement(&catalog(), &fernhollow(), "and").as_deref(),
            Some(
                "The SMS of Fernhollow Shared Services that delivers workplace, network and backup services to the clinics from the main building"
            )
        );
    }

    #[test]
    fn a_part_without_a_value_goes_with_the_words_before_it() {
        let scope = Scope {
            customers: texts(&[" "]),
            services: texts(&["workplace", "", "network"]),
            ..fernhollow()
        };
        assert_eq!(
            compose_statement(&catalog(), &scope, "and").as_deref(),
            Some(
                "The SMS of Fernhollow Shared Services that delivers workplace and network from the main building"
            )
        );
    }

    #[test]
    fn a_name_in_braces_is_a_name() {
        let scope = Scope {
            organization: "{services} Ltd".to_owned(),
            ..fernhollow()
        };
        let composed = compose_statement(&catalog(), &scope, "and").expect("a statement");
        assert!(
            composed.starts_with("The SMS of {services} Ltd that delivers workplace"),
            "{composed}"
        );
    }

    #[test]
    fn there_is_no_statement_without_organization_or_services() {
        let nobody = Scope {
            organization: " ".to_owned(),
            ..fernhollow()
        };
        let nothing = Scope {
            services: texts(&["", " "]),
            ..fernhollow()
        };
        for scope in [nobody, nothing] {
            assert_eq!(compose_statement(&catalog(), &scope, "and"), None);
            assert!(remarks(&scope).is_empty());
        }
    }

    #[test]
    fn the_composed_statement_of_plain_names_gets_no_remark() {
        assert!(remarks(&fernhollow()).is_empty());
    }

    #[test]
    fn each_check_has_its_remark() {
        let good =
            "The SMS of FERNHOLLOW Shared Services for workplace, network and Backup  Services";
        let table: [(&str, &[&str]); 9] = [
            (good, &[]),
            (
                "The SMS of Fernhollow Shared Services for workplace and network",
                &["names-services"],
            ),
            (
                "The SMS for workplace, network and backup services",
                &["names-organization"],
            ),
            ("", &["names-services", "names-organization"]),
            (
                &format!("{good} for the entire company"),
                &["whole-company"],
            ),
            (&format!("{good}, company-wide"), &["whole-company"]),
            (&format!("{good} with our own software"), &["names-product"]),
            (&format!("{good}, certified"), &["forbidden-claim"]),
            (&format!("{good}, approved by ISO"), &["forbidden-claim"]),
        ];
        for (statement, expected) in table {
            assert_eq!(remarks_on(statement), expected, "{statement}");
        }
    }

    #[test]
    fn names_are_no_claims_unless_they_borrow_iso() {
        let scope = |service: &str, customer: &str| Scope {
            services: texts(&[service]),
            customers: texts(&[customer]),
            ..fernhollow()
        };
        assert!(remarks(&scope("certification support", "The Product Company")).is_empty());
        assert!(
            remarks(&scope(
                "software support",
                "all departments of the whole company"
            ))
            .is_empty()
        );
        assert_eq!(
            remarks(&scope("payroll software", "the clinics")),
            ["names-product"]
        );
        assert_eq!(
            remarks(&scope("ISO-certified hosting", "the clinics")),
            ["forbidden-claim"]
        );
    }
}
