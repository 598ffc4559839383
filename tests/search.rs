//! Search on the real content: natural questions, ids, and what the user wrote.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use waymark::assessment::{
    About, Action, Answer, Assessment, DocumentEntry, EvidenceItem, OtherParty, Overrule,
    StepEntry, Verdict,
};
use waymark::catalog::{Catalog, Guidance, compiler};
use waymark::search::{Hit, Target, search, search_learn};

fn content() -> &'static (Catalog, Guidance) {
    static CONTENT: OnceLock<(Catalog, Guidance)> = OnceLock::new();
    CONTENT.get_or_init(|| compiler::build(Path::new("content")).expect("the content compiles"))
}

fn find(query: &str) -> Vec<Hit> {
    let (catalog, guidance) = content();
    search(catalog, Some(guidance), None, query, 10)
}

fn find_in(assessment: &Assessment, query: &str) -> Vec<Hit> {
    let (catalog, guidance) = content();
    search(catalog, Some(guidance), Some(assessment), query, 10)
}

/// The number or id of what was found.
fn name(hit: &Hit) -> String {
    let catalog = &content().0;
    match &hit.target {
        Target::Clause(id) | Target::Action(id) => id.clone(),
        Target::Requirement(id) => catalog.requirement(*id).id.clone(),
        Target::Document(id) => catalog.document(*id).id.clone(),
        Target::Step(at) => catalog.steps[*at].id.clone(),
        Target::Eligibility(at) => catalog.eligibility[*at].id.clone(),
        Target::Scope => "scope".to_owned(),
        Target::Topic(id) | Target::Guide(id) | Target::Term(id) => id.clone(),
    }
}

fn names(hits: &[Hit]) -> Vec<String> {
    hits.iter().map(name).collect()
}

/// Something of this clause, or this document or step.
fn belongs_to(hit: &Hit, wanted: &str) -> bool {
    let found = name(hit);
    found == wanted
        || found
            .strip_prefix(wanted)
            .is_some_and(|it| it.starts_with('-') && it.len() == 2)
}

#[test]
fn natural_questions_lead_to_their_clause_document_or_step() {
    for (query, wanted, within) in [
        ("emergency change", "8.5.1.1", 3),
        ("supplier contract", "supplier-contracts", 2),
        ("supplier contract", "8.3.4.1", 3),
        ("CMDB", "8.2.6", 1),
        ("who approves changes", "8.5.1.3", 3),
        ("continuity test", "rec-continuity-tests", 2),
        ("continuity test", "8.7.2", 4),
        ("climate", "4.1", 3),
        ("incident priority", "8.6.1", 3),
        ("incident management", "8.6.1", 1),
        ("independence of auditors", "9.2", 5),
        ("how do I measure customer satisfaction", "8.3.2", 1),
        ("management review minutes", "rec-management-review", 1),
        ("management review minutes", "9.3", 4),
        ("known errors", "8.6.3", 5),
        ("security policy", "8.7.3.1", 5),
        ("scope statement", "D02", 4),
        ("SLA", "sla", 1),
        ("SLA", "8.3.3", 3),
        ("actions for risks", "risk-action-plan", 3),
        ("vendor", "8.3.4.1", 3),
    ] {
        let hits = find(query);
        let place = hits.iter().position(|it| belongs_to(it, wanted));
        assert!(
            place.is_some_and(|it| it < within),
            "{query}: {wanted} is at {place:?} of {:?}",
            names(&hits)
        );
    }
}

#[test]
fn an_id_leads_straight_to_what_bears_it() {
    for (query, first, second) in [
        ("8.6.1", "8.6.1", Some("8.6.1-a")),
        (" 8.6.1. ", "8.6.1", Some("8.6.1-a")),
        ("8.6.1-B", "8.6.1-b", None),
        ("8.6", "8.6", Some("8.6.1")),
        ("d02", "D02", None),
        ("sms-scope", "sms-scope", None),
        ("8.6.1 priority", "8.6.1", Some("8.6.1-b")),
    ] {
        let found = names(&find(query));
        assert_eq!(
            found.first().map(String::as_str),
            Some(first),
            "{query}: {found:?}"
        );
        assert!(
            second.is_none_or(|it| found.get(1).is_some_and(|found| found == it)),
            "{query}: {found:?}"
        );
    }
    assert!(
        find("8.6.1 priority")
            .iter()
            .all(|it| name(it).starts_with("8.6.1"))
    );
}

#[test]
fn every_word_has_to_be_there_and_short_ones_only_where_it_is_possible() {
    assert!(find("incident xyzzy").is_empty());
    assert_eq!(
        find("qzx incident management")[0].target,
        find("incident management")[0].target
    );
}

#[test]
fn a_title_counts_more_than_a_text() {
    let hits = find("climate");
    let in_title: Vec<bool> = hits
        .iter()
        .map(|it| it.title.to_lowercase().contains("climate"))
        .collect();
    assert!(
        in_title.is_sorted_by(|before, after| before >= after) && in_title[0],
        "{in_title:?}"
    );
    assert!(hits.is_sorted_by(|before, after| before.score >= after.score));
}

#[test]
fn the_beginning_of_a_word_is_enough_and_endings_do_not_matter() {
    assert!(names(&find("incid")).contains(&"8.6.1".to_owned()));
    assert_eq!(
        find("suppliers' contracts")[0].target,
        find("supplier contract")[0].target
    );
}

#[test]
fn an_excerpt_shows_the_words_around_what_was_found() {
    let hit = &find("climate")[1];
    assert!(
        hit.title.to_lowercase().contains("climate")
            || hit.excerpt.to_lowercase().contains("climate"),
        "{hit:?}"
    );
    let text = find("telephone number");
    assert!(
        text.iter()
            .any(|it| it.excerpt.contains("telephone number")),
        "{text:?}"
    );
    assert!(text.iter().all(|it| it.excerpt.chars().count() <= 142));
}

#[test]
fn what_the_user_wrote_is_found_first() {
    let mut it = Assessment::new("a", About::default());
    let evidence = EvidenceItem {
        title: "Störungsliste".to_owned(),
        location: "https://desk.example/queue".to_owned(),
        ..EvidenceItem::default()
    };
    let answer = Answer {
        note: "Ask Zoë about the handover".to_owned(),
        evidence: vec![evidence],
        ..Answer::default()
    };
    it.answers.insert("8.6.1-b".to_owned(), answer);
    it.documents.insert(
        "sms-scope".to_owned(),
        DocumentEntry {
            location: "Binder on the mezzanine".to_owned(),
            ..DocumentEntry::default()
        },
    );
    it.actions.insert(
        "own-1".to_owned(),
        Action {
            title: "Rehearse the evacuation".to_owned(),
            own: true,
            ..Action::default()
        },
    );
    it.actions.insert(
        "8.6.1-a".to_owned(),
        Action {
            requirement: "8.6.1-a".to_owned(),
            owner: "Bartholomew".to_owned(),
            ..Action::default()
        },
    );
    it.steps.insert(
        "R01".to_owned(),
        StepEntry {
            note: "Decided at the offsite in Kraków".to_owned(),
            ..StepEntry::default()
        },
    );
    it.overrules.insert(
        "9.2".to_owned(),
        Overrule {
            verdict: Verdict::Open,
            note: "Postponed by the auditor's flu".to_owned(),
            on: None,
        },
    );
    it.scope.services = vec!["Harbour radio".to_owned()];
    it.scope.other_parties = vec![OtherParty {
        name: "Nordlicht".to_owned(),
        operates: "The data centre".to_owned(),
    }];
    for (query, wanted, excerpt) in [
        ("zoe handover", "8.6.1-b", "Ask Zoë about the handover"),
        ("STORUNGSLISTE", "8.6.1-b", "Störungsliste"),
        ("desk.example", "8.6.1-b", "https://desk.example/queue"),
        ("mezzanine", "sms-scope", "Binder on the mezzanine"),
        ("evacuation", "own-1", ""),
        ("bartholomew", "8.6.1-a", "Bartholomew"),
        ("krakow", "R01", "Decided at the offsite in Kraków"),
        ("flu", "9.2", "Postponed by the auditor's flu"),
        ("harbour radio", "scope", ""),
        ("nordlicht", "scope", "The data centre"),
    ] {
        let hits = find_in(&it, query);
        assert_eq!(
            hits.first().map(|it| (name(it), it.excerpt.clone())),
            Some((wanted.to_owned(), excerpt.to_owned())),
            "{query}"
        );
        assert!(!hits[0].title.is_empty(), "{query}");
    }
}

#[test]
fn nothing_is_found_for_nothing_and_no_more_than_asked_for() {
    for query in ["", "   ", "?!", "…"] {
        assert!(find(query).is_empty(), "{query}");
    }
    let (catalog, guidance) = content();
    assert_eq!(search(catalog, Some(guidance), None, "service", 3).len(), 3);
    assert!(search(catalog, Some(guidance), None, "service", 0).is_empty());
}

#[test]
fn titles_are_found_before_the_guidance_has_arrived() {
    let (catalog, _) = content();
    assert_eq!(
        search(catalog, None, None, "incident management", 1)[0].target,
        Target::Clause("8.6.1".to_owned())
    );
}

#[test]
fn every_alias_finds_something() {
    let aliases = content()
        .0
        .messages
        .plain("search-aliases")
        .expect("the text is there");
    assert!(aliases.lines().count() > 10);
    for line in aliases.lines() {
        let (word, others) = line
            .split_once(':')
            .expect("a word, a colon, and what stands in for it");
        assert!(
            !others.trim().is_empty() && !find(word).is_empty(),
            "{line}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_query_and_no_note_panics(query in ".{0,40}", note in ".{0,300}", title in "\\PC{0,40}") {
        let mut assessment = Assessment::new("a", About::default());
        assessment.answers.insert("4.1-a".to_owned(), Answer { note: note.clone(), ..Answer::default() });
        assessment.actions.insert("x".to_owned(), Action { title, ..Action::default() });
        prop_assert!(find_in(&assessment, &query).len() <= 10);
        let word: String = note.chars().filter(|it| it.is_alphanumeric()).take(5).collect();
        prop_assert!(find_in(&assessment, &word).len() <= 10);
    }
}

#[test]
fn what_there_is_to_read_is_found_by_term_topic_and_clause() {
    let content = compiler::build_all(Path::new("content")).expect("the content compiles");
    let catalog = &content.editions[0].catalog;
    for (query, wanted) in [
        (
            "area of concern",
            Target::Term("area-of-concern".to_owned()),
        ),
        ("CMDB", Target::Term("cmdb".to_owned())),
        ("the road", Target::Topic("the-road".to_owned())),
        ("internal audit", Target::Topic("internal-audit".to_owned())),
        ("8.6.1", Target::Guide("8.6.1".to_owned())),
        ("what does it cost", Target::Topic("questions".to_owned())),
        ("incident management", Target::Guide("8.6.1".to_owned())),
    ] {
        let hits = search_learn(catalog, Some(&content.learn), query, 3);
        assert!(
            hits.iter().any(|it| it.target == wanted),
            "{query}: {:?}",
            names(&hits)
        );
    }
    let before = search_learn(catalog, None, "incident management", 3);
    assert_eq!(
        before.first().map(|it| &it.target),
        Some(&Target::Guide("8.6.1".to_owned())),
        "guides are found before the topics have arrived"
    );
}
