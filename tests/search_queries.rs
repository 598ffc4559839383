//! What people of the trade type leads to the right clause first: `search_queries.tsv`, and `search_queries_unseen.tsv`.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use waymark::catalog::{Catalog, Guidance, compiler};
use waymark::search::{Target, search};

/// A query, and the clauses that may come first.
type Query = (String, Vec<String>);

fn content() -> &'static (Catalog, Guidance) {
    static CONTENT: OnceLock<(Catalog, Guidance)> = OnceLock::new();
    CONTENT.get_or_init(|| compiler::build(Path::new("content")).expect("the content compiles"))
}

fn queries(table: &str) -> Vec<Query> {
    let text = fs::read_to_string(Path::new("tests").join(table)).expect("the table is there");
    let lines = text.lines().filter(|it| !it.starts_with('#')).skip(1);
    lines
        .map(|it| {
            let (query, clauses) = it.split_once('\t').expect("a query, a tab and its clauses");
            let clauses = clauses.split(' ').map(str::to_owned).collect();
            (query.to_owned(), clauses)
        })
        .collect()
}

/// The clauses to which the first hit leads: its own, or those that a document answers. A step leads to none.
fn first(query: &str) -> Vec<String> {
    let (catalog, guidance) = content();
    let hits = search(catalog, Some(guidance), None, query, 1);
    match hits.first().map(|it| &it.target) {
        Some(Target::Clause(id)) => vec![id.clone()],
        Some(Target::Requirement(id)) => vec![catalog.requirement(*id).clause.clone()],
        Some(Target::Document(id)) => catalog.document(*id).clauses.clone(),
        _ => Vec::new(),
    }
}

/// The queries that lead elsewhere, each with where.
fn astray(queries: &[Query]) -> Vec<String> {
    let wrong = queries.iter().filter_map(|(query, wanted)| {
        let found = first(query);
        let fits = found.iter().any(|it| wanted.contains(it));
        (!fits).then(|| format!("{query}: {found:?} instead of {wanted:?}"))
    });
    wrong.collect()
}

#[test]
fn the_right_clause_comes_first_for_what_people_type() {
    let queries = queries("search_queries.tsv");
    assert!(queries.len() >= 60, "{} queries", queries.len());
    assert_eq!(astray(&queries), Vec::<String>::new());
}

#[test]
fn the_right_clause_mostly_comes_first_for_what_nobody_tuned_the_search_to() {
    let queries = queries("search_queries_unseen.tsv");
    let astray = astray(&queries);
    assert!(
        queries.len() >= 15 && 5 * astray.len() <= queries.len(),
        "more than a fifth of {}: {astray:#?}",
        queries.len()
    );
}

#[test]
fn the_queries_cover_every_area_of_the_standard() {
    let catalog = &content().0;
    let queries = queries("search_queries.tsv");
    let asked: BTreeSet<&str> = queries
        .iter()
        .flat_map(|(_, it)| it)
        .map(String::as_str)
        .collect();
    let unknown: Vec<&&str> = asked
        .iter()
        .filter(|it| catalog.clause(it).is_none())
        .collect();
    assert!(unknown.is_empty(), "no such clauses: {unknown:?}");
    let area = |id: &str| id.split('.').take(2).collect::<Vec<_>>().join(".");
    let covered: BTreeSet<String> = asked.iter().map(|it| area(it)).collect();
    let missing: BTreeSet<String> = catalog
        .leaves()
        .map(|it| area(&it.id))
        .filter(|it| !covered.contains(it))
        .collect();
    // These two gather what the others ask in detail; nobody searches for them.
    assert_eq!(
        missing,
        BTreeSet::from(["4.4".to_owned(), "8.1".to_owned()])
    );
}
