//! Every text that the application asks for is there.

#![expect(
    clippy::expect_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

use waymark::assessment::workspace::{
    AuditState, Better, CorrectiveAction, Decision, Grade, KINDS, LineConclusion, Nonconformity,
    Objective, ObjectiveKind, Operation, Review, Source,
};
use waymark::assessment::{
    ActionStatus, Assessment, DocumentState, Rating, RecordKey, differences,
};
use waymark::catalog::changes::ChangeKind;
use waymark::catalog::{
    Catalog, DocumentKind, Edition, Fact, FirstContent, OrganizationSize, RecordCheck,
    RequirementKind, compiler,
};
use waymark::readiness::actions::{ActionOrder, ActionShow};
use waymark::readiness::calendar::{DateKind, WhichWeek};
use waymark::readiness::gaps::proposal_key;
use waymark::readiness::gate::StepState;
use waymark::readiness::nonconformities::{NonconformityState, missing_to_close};
use waymark::readiness::objectives::{self, ObjectiveState, Trend};
use waymark::readiness::operation::{self, OperationState};
use waymark::readiness::records::Lack;
use waymark::readiness::register::RegisterShow;
use waymark::readiness::register_of_nonconformities::NonconformityShow;
use waymark::readiness::reminders::Occasion;
use waymark::readiness::review::{self, Figure, ReviewPart, ReviewState};
use waymark::readiness::scope::EligibilityVerdict;
use waymark::readiness::standing::Standing;
use waymark::storage::{Medium, Part};

fn content() -> Catalog {
    compiler::build(Path::new("content"))
        .expect("the content compiles")
        .0
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    let mut out = Vec::new();
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            out.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            out.push(path);
        }
    }
    out
}

/// The literal first arguments of calls of a function.
fn first_arguments<'a>(source: &'a str, function: &str) -> Vec<&'a str> {
    let call = format!("{function}(");
    let calls = source.match_indices(&call).filter_map(|(at, it)| {
        let before = source.get(..at)?.chars().next_back();
        let is_other = before.is_some_and(|it| it.is_alphanumeric() || it == '_');
        let argument = source.get(at + it.len()..)?.trim_start();
        let literal = argument.strip_prefix('"')?;
        literal
            .split('"')
            .next()
            .filter(|it| !is_other && !it.is_empty())
    });
    calls.collect()
}

#[test]
fn every_key_that_the_application_writes_out_has_its_text() {
    let messages = content().messages;
    let mut missing = Vec::new();
    for path in sources(Path::new("src/web")) {
        let source = fs::read_to_string(&path).expect("a source");
        let plain = first_arguments(&source, "tr");
        let plain = plain.into_iter().filter(|it| messages.plain(it).is_none());
        let formed = first_arguments(&source, "tr_with");
        let formed = formed.into_iter().filter(|it| !messages.contains(it));
        missing.extend(
            plain
                .chain(formed)
                .map(|it| format!("{}: {it}", path.display())),
        );
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// The sources of what is shown before the whole catalogue has arrived: the start page, the quick check and the frame around every page.
const FIRST: [&str; 18] = [
    "app.rs",
    "keyboard.rs",
    "later.rs",
    "library.rs",
    "offline.rs",
    "place.rs",
    "preferences.rs",
    "session.rs",
    "components/draft.rs",
    "components/header.rs",
    "components/navigation.rs",
    "components/rating_field.rs",
    "pages.rs",
    "pages/not_found.rs",
    "pages/question.rs",
    "pages/question/sitting.rs",
    "pages/quick.rs",
    "pages/start.rs",
];

#[test]
fn every_text_that_the_first_pages_write_out_is_fetched_before_them() {
    let first = compiler::compile(Path::new("content")).expect("the content compiles");
    let first = FirstContent::from_json(&first.first).expect("the first content is read");
    let mut missing = Vec::new();
    for name in FIRST {
        let source = fs::read_to_string(Path::new("src/web").join(name)).expect("a source");
        let keys = first_arguments(&source, "tr")
            .into_iter()
            .chain(first_arguments(&source, "tr_with"));
        missing.extend(
            keys.filter(|it| !first.messages.contains(it))
                .map(|it| format!("{name}: {it}")),
        );
    }
    assert_eq!(
        missing,
        Vec::<String>::new(),
        "move these texts to content/en/ui/first/"
    );
    let states = ["not-saved", "only-in-this-tab", "read-only"];
    assert_texts(&first, "banner", states);
    assert_texts(&first, "save", states);
    assert_texts(&first, "rating", Rating::ALL.map(Rating::key));
}

fn assert_texts<'a>(catalog: &Catalog, group: &str, keys: impl IntoIterator<Item = &'a str>) {
    for key in keys {
        let key = format!("{group}-{key}");
        assert!(catalog.messages.contains(&key), "{key} has no text");
    }
}

#[test]
fn everything_in_the_calendar_has_its_text() {
    let catalog = content();
    let occasions = Occasion::ALL.iter().map(|it| it.key());
    assert_texts(&catalog, "occasion", occasions);
    assert_texts(&catalog, "calendar-kind", DateKind::ALL.map(DateKind::key));
    assert_texts(&catalog, "calendar", WhichWeek::ALL.map(WhichWeek::key));
    let days = (0..7).map(|it: u8| it.to_string()).collect::<Vec<_>>();
    for group in ["calendar-weekday", "calendar-weekday-short"] {
        assert_texts(&catalog, group, days.iter().map(String::as_str));
    }
    let months = (1..=12).map(|it: u8| it.to_string()).collect::<Vec<_>>();
    assert_texts(
        &catalog,
        "calendar-month",
        months.iter().map(String::as_str),
    );
}

#[test]
fn every_choice_of_the_register_has_its_text() {
    let catalog = content();
    assert_texts(
        &catalog,
        "documents-show",
        RegisterShow::ALL.map(RegisterShow::key),
    );
    assert_texts(
        &catalog,
        "documents-kind",
        DocumentKind::ALL.map(DocumentKind::key),
    );
    assert_texts(
        &catalog,
        "documents-kinds",
        DocumentKind::ALL.map(DocumentKind::key),
    );
    assert_texts(
        &catalog,
        "documents-state",
        DocumentState::ALL.map(DocumentState::key),
    );
    assert_texts(&catalog, "documents-state", ["no-case"]);
    assert_texts(
        &catalog,
        "documents-record-state",
        DocumentState::ALL.map(DocumentState::key),
    );
}

#[test]
fn every_choice_and_every_proposal_of_the_gaps_has_its_text() {
    let catalog = content();
    assert_texts(&catalog, "gaps-show", ActionShow::ALL.map(ActionShow::key));
    assert_texts(
        &catalog,
        "gaps-sort",
        ActionOrder::ALL.map(ActionOrder::key),
    );
    assert_texts(
        &catalog,
        "gaps-status",
        ActionStatus::ALL.map(ActionStatus::key),
    );
    let kinds = [
        RequirementKind::Document,
        RequirementKind::Record,
        RequirementKind::Activity,
        RequirementKind::Decision,
    ];
    for kind in kinds {
        for standing in Standing::ALL.into_iter().filter(|it| it.is_gap()) {
            let key = proposal_key(kind, standing);
            assert!(catalog.messages.contains(&key), "{key} has no text");
        }
    }
}

#[test]
fn every_condition_and_every_blocker_of_the_roadmap_has_its_text() {
    let catalog = content();
    assert_texts(&catalog, "fact", Fact::ALL.map(Fact::key));
    assert_texts(&catalog, "blocker-fact", Fact::ALL.map(Fact::key));
    assert_texts(&catalog, "records", RecordCheck::ALL.map(RecordCheck::key));
    assert_texts(&catalog, "record-kind", KINDS);
    for lack in Lack::ALL {
        let key = format!("lack-{}", lack.key());
        assert!(catalog.messages.contains(&key), "{key}");
    }
    assert_texts(
        &catalog,
        "roadmap-state",
        StepState::ALL.map(StepState::key),
    );
    assert_texts(
        &catalog,
        "roadmap-size",
        OrganizationSize::ALL.map(OrganizationSize::key),
    );
    assert_texts(&catalog, "roadmap-legend", ["critical", "free", "done"]);
    assert_texts(&catalog, "roadmap-mark", ["today", "target", "decision"]);
    let months: Vec<String> = (1..=12).map(|it| it.to_string()).collect();
    assert_texts(&catalog, "roadmap-month", months.iter().map(String::as_str));
}

#[test]
fn every_state_figure_and_lack_of_reviews_objectives_and_processes_has_its_text() {
    let catalog = content();
    let figures = Figure::ALL.iter().map(|it| it.key());
    assert_texts(&catalog, "review-figure", figures);
    let states = ReviewState::ALL.map(ReviewState::key);
    assert_texts(&catalog, "review-state", states);
    let parts = ReviewPart::ALL.map(ReviewPart::key);
    assert_texts(&catalog, "review-missing", parts);
    let follow = NonconformityState::ALL.map(NonconformityState::key);
    assert_texts(&catalog, "review-follow", follow);
    let inputs = ["covered", "prepared", "missing"];
    assert_texts(&catalog, "review-input", inputs);
    assert_texts(&catalog, "review-output", ["made", "missing"]);
    let today = "2026-06-15".parse().expect("a day");
    let blank = Review {
        decisions: vec![Decision::default()],
        ..Review::default()
    };
    let lacks = review::missing(&catalog, "r", &blank, today);
    let lacks = lacks.iter().flat_map(|it| &it.1).map(|it| it.lack.key());
    assert_texts(&catalog, "review-lack", lacks);
    let states = OperationState::ALL.map(OperationState::key);
    assert_texts(&catalog, "operation-state", states);
    assert_texts(&catalog, "operation-figure", states);
    let never = Operation::default();
    let short = Operation {
        since: Some(today),
        ..Operation::default()
    };
    for operation in [never, short] {
        let mut lacks = operation::missing_records(&operation, 3, today);
        lacks.extend(operation::missing_basis(&operation));
        assert_texts(&catalog, "operation-lack", lacks.iter().map(|it| it.key()));
    }
    let states = ObjectiveState::ALL.map(ObjectiveState::key);
    assert_texts(&catalog, "objectives-state", states);
    assert_texts(&catalog, "objectives-figure", states);
    assert_texts(&catalog, "objectives-trend", Trend::ALL.map(Trend::key));
    for kind in ObjectiveKind::ALL {
        let objective = Objective {
            kind: *kind,
            ..Objective::default()
        };
        let lacks = objectives::missing(&objective, today);
        assert_texts(&catalog, "objectives-lack", lacks.iter().map(|it| it.key()));
        assert_texts(&catalog, "objectives-kind", [kind.key()]);
    }
    let better = Better::ALL.iter().map(|it| it.key());
    assert_texts(&catalog, "objectives-better", better);
}

#[test]
fn every_entry_and_every_field_that_can_differ_has_its_name() {
    let catalog = content();
    let full = [
        ("about/main", r#"{"name": "n"}"#),
        (
            "scope/main",
            r#"{"organization": "o", "services": ["s"], "customers": ["c"], "locations": ["l"],
            "other_parties": [{"name": "p"}], "people": 7, "statement": "s", "eligibility": {"q": "a"}}"#,
        ),
        (
            "plan/main",
            r#"{"start": "2026-01-01", "target": "2026-01-02", "size": "large",
            "non_working": ["2026-01-01"], "sponsor": "s", "lead": "l"}"#,
        ),
        (
            "answer/4.1-a",
            r#"{"rating": "thin", "no_case": true, "rated_on": "2026-01-01", "note": "n",
            "evidence": [{"title": "t"}], "owner": "o", "due": "2026-01-01", "last": "2026-01-01",
            "next": "2026-01-01", "flagged": true}"#,
        ),
        (
            "document/d",
            r#"{"state": "exists", "no_case": true, "version": "1", "owner": "o", "location": "l",
            "reviewed": "2026-01-01", "next_review": "2026-01-01", "note": "n"}"#,
        ),
        (
            "action/a",
            r#"{"requirement": "4.1-a", "title": "t", "effort_days": 2, "owner": "o",
            "due": "2026-01-01", "status": "done", "closed_on": "2026-01-01", "note": "n", "own": true}"#,
        ),
        (
            "step/s",
            r#"{"start": "2026-01-01", "finish": "2026-01-02", "days": 2, "owner": "o", "note": "n"}"#,
        ),
        ("confirmation/c", r#"{"on": "2026-01-01", "by": "b"}"#),
        (
            "overrule/4.1",
            r#"{"verdict": "conforms", "note": "n", "on": "2026-01-01"}"#,
        ),
    ];
    let mut after = Assessment::default();
    for (key, text) in full {
        let key = RecordKey::parse(key).expect("a key");
        after.put_json(&key, text).expect("a record");
    }
    let found = differences(&Assessment::default(), &after);
    assert_eq!(found.len(), full.len());
    for it in &found {
        let key = it.key.kind.text_key().expect("a kind that is known");
        assert!(catalog.messages.contains(key), "{key} has no text");
        assert_texts(&catalog, "history-sort", [it.sort.key()]);
        for field in &it.fields {
            let key = field.text_key();
            let key = key.unwrap_or_else(|| panic!("{} of {} has no name", field.field, it.key));
            assert!(catalog.messages.contains(key), "{key} has no text");
        }
    }
}

#[test]
fn every_part_of_the_recovery_page_has_its_text() {
    let catalog = content();
    assert_texts(&catalog, "recover-part", Part::ALL.map(Part::key));
    assert_texts(&catalog, "recover-about", Part::ALL.map(Part::key));
    assert_texts(&catalog, "recover-store", Medium::ALL.map(Medium::key));
}

#[test]
fn every_verdict_on_eligibility_has_its_text() {
    let catalog = content();
    let verdicts = EligibilityVerdict::ALL.map(EligibilityVerdict::key);
    assert_texts(&catalog, "scope-verdict", verdicts);
    assert_texts(&catalog, "scope-verdict-meaning", verdicts);
    assert_texts(
        &catalog,
        "scope-effect",
        ["none", "caution", "gap", "stops"],
    );
}

#[test]
fn every_text_for_a_withdrawn_edition_stands_in_the_place_of_another_and_takes_the_same_arguments()
{
    let messages = content().messages;
    let special: Vec<&str> = messages
        .keys()
        .filter_map(|it| it.strip_suffix("-when-withdrawn"))
        .collect();
    assert!(special.len() > 20, "{} texts", special.len());
    for key in special {
        assert!(messages.contains(key), "{key} has no text");
        let plain = |key: &str| messages.plain(key).is_some();
        let withdrawn = format!("{key}-when-withdrawn");
        assert_eq!(plain(key), plain(&withdrawn), "{key}");
    }
}

/// What a text for a withdrawn edition must not promise (`domain/editions.md`, section 4).
#[test]
fn no_text_for_a_withdrawn_edition_looks_like_a_road_to_a_certificate() {
    let messages = content().messages;
    for key in messages.keys().filter(|it| it.ends_with("-when-withdrawn")) {
        let text = messages.format(key, &[], |_| "other").to_lowercase();
        let speaks = text.contains("certif") || text.contains("stage");
        let denies = text.contains("no certificate") || text.contains("no accredited certificate");
        assert!(!speaks || denies, "{key}: {text}");
    }
}

#[test]
fn every_edition_and_every_kind_of_change_has_its_text() {
    let catalog = content();
    let editions = Edition::ALL.map(Edition::key);
    for group in [
        "learn-edition",
        "learn-glossary-clauses",
        "learn-glossary-only",
        "learn-compared-clause",
        "learn-compared-from",
        "learn-compared-nowhere",
    ] {
        assert_texts(&catalog, group, editions);
    }
    assert_texts(
        &catalog,
        "learn-change",
        ChangeKind::ALL.map(ChangeKind::key),
    );
    assert_texts(&catalog, "learn-change", ["all"]);
    assert_texts(&catalog, "learn-guide-document", ["required", "usual"]);
    assert_texts(&catalog, "palette-kind", ["topic", "term", "guide"]);
}

#[test]
fn every_choice_of_the_audits_and_of_the_register_of_nonconformities_has_its_text() {
    let catalog = content();
    let shows = NonconformityShow::ALL.map(NonconformityShow::key);
    let shows = || shows.into_iter().filter(|it| !it.is_empty());
    assert_texts(&catalog, "actions-figure", shows());
    assert_texts(&catalog, "actions-show", shows());
    assert_texts(&catalog, "actions-sort", ["raised", "clause"]);
    assert_texts(
        &catalog,
        "actions-source",
        Source::ALL.iter().map(|it| it.key()),
    );
    assert_texts(
        &catalog,
        "actions-grade",
        Grade::ALL.iter().map(|it| it.key()),
    );
    assert_texts(
        &catalog,
        "actions-state",
        NonconformityState::ALL.map(NonconformityState::key),
    );
    assert_texts(&catalog, "actions-effective", ["yes", "no"]);
    let today = "2026-11-22".parse().expect("a day");
    let lacking = missing_to_close(&Nonconformity::default(), today);
    let undone = Nonconformity {
        actions: vec![CorrectiveAction {
            text: "Change the form".to_owned(),
            ..CorrectiveAction::default()
        }],
        ..Nonconformity::default()
    };
    let lacking = lacking.into_iter().chain(missing_to_close(&undone, today));
    assert_texts(&catalog, "actions-missing", lacking.map(Lack::key));
    assert_texts(
        &catalog,
        "audit-state",
        AuditState::ALL.iter().map(|it| it.key()),
    );
    assert_texts(
        &catalog,
        "audit-conclusion",
        LineConclusion::ALL.iter().map(|it| it.key()),
    );
    assert_texts(&catalog, "audit-show", ["open", "conforms", "findings"]);
    assert_texts(
        &catalog,
        "label-edit",
        ["audit", "audit-line", "audit-programme", "nonconformity"],
    );
}
