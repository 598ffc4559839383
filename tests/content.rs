//! The committed content: complete, and refused where somebody breaks it.

#![expect(
    clippy::expect_used,
    reason = "a test helper that cannot go on has failed its test"
)]

use std::fs;
use std::path::{Path, PathBuf};

use waymark::assessment::{About, Answer, Assessment, Carried, Rating, carry_over};
use waymark::catalog::Edition;
use waymark::catalog::compiler::{self, ContentError};
use waymark::catalog::learn::{Block, Inline, Line};
use waymark::day::Day;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

#[test]
fn the_content_compiles_and_covers_every_point_of_both_editions() {
    let compiled = compiler::compile(&root()).unwrap_or_else(|errors| panic!("{}", list(&errors)));
    let [new, old] = compiled.editions.as_slice() else {
        panic!("{} editions", compiled.editions.len());
    };
    assert_eq!((new.edition, old.edition), (Edition::E2018, Edition::E2011));
    assert_eq!((new.counts.leaf_clauses, old.counts.leaf_clauses), (58, 39));
    assert_eq!((new.counts.points, old.counts.points), (415, 362));
    // 8.3.1 of 2018 is a leaf without a duty and has a guide all the same.
    assert_eq!((new.counts.guides, old.counts.guides), (59, 39));
    let within = |range: std::ops::RangeInclusive<usize>, found: usize, what: &str| {
        assert!(range.contains(&found), "{found} {what}");
    };
    within(230..=270, new.counts.requirements, "requirements of 2018");
    within(160..=220, old.counts.requirements, "requirements of 2011");
    within(26..=34, new.counts.quick, "quick questions of 2018");
    within(22..=34, old.counts.quick, "quick questions of 2011");
    assert_eq!(new.counts.steps, 69);
    within(30..=45, old.counts.steps, "steps of 2011");
    assert_eq!(compiled.terms, 100);
    within(14..=20, compiled.topics, "topics");
}

#[test]
fn every_picture_of_a_topic_can_be_drawn() {
    let content = compiler::build_all(&root()).unwrap_or_else(|errors| panic!("{}", list(&errors)));
    let figures = content.learn.topics.iter().flat_map(|it| &it.blocks);
    let figures: Vec<&str> = figures
        .filter_map(|it| match it {
            Block::Figure(name, _) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    let drawings = fs::read_to_string("src/web/charts/figures.rs").expect("the drawings");
    for name in &figures {
        assert!(drawings.contains(&format!("\"{name}\" =>")), "{name}");
    }
    assert_eq!(figures.len(), 6);
}

#[test]
fn every_linked_term_is_in_the_glossary_and_linked_once_a_page() {
    let content = compiler::build_all(&root()).unwrap_or_else(|errors| panic!("{}", list(&errors)));
    let mut pages: Vec<(String, Vec<&Line>)> = Vec::new();
    for it in &content.learn.topics {
        let lines = it.blocks.iter().flat_map(|it| match it {
            Block::Paragraph(line) => vec![line],
            Block::List(_, items) => items.iter().collect(),
            Block::Table(_, rows) => rows.iter().flatten().collect(),
            Block::Heading(_) | Block::Figure(..) => Vec::new(),
        });
        pages.push((it.id.clone(), lines.collect()));
    }
    for edition in &content.editions {
        for it in &edition.guides.0 {
            let lines = [
                &it.intent,
                &it.small,
                &it.large,
                &it.responsible,
                &it.example,
            ];
            let lines = lines.into_iter().chain(&it.papers).chain(&it.findings);
            pages.push((it.clause.clone(), lines.collect()));
        }
        for it in &edition.guidance.requirements {
            assert!(it.terms.len() <= 5, "{:?}", it.covers);
        }
        assert!(edition.guidance.terms.len() > 50);
    }
    let mut links = 0;
    for (page, lines) in pages {
        let mut seen = std::collections::BTreeSet::new();
        for it in lines.into_iter().flatten() {
            if let Inline::Term(_, id) = it {
                assert!(content.learn.term(id).is_some(), "{page}: {id}");
                assert!(seen.insert(id), "{page}: {id} is linked twice");
                links += 1;
            }
        }
    }
    assert!(links > 400, "{links} links");
}

fn list(errors: &[ContentError]) -> String {
    errors.iter().map(|it| format!("{it}\n")).collect()
}

/// A copy of the content that a test may break.
struct Copy {
    root: PathBuf,
}

impl Copy {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("content")
            .join(name);
        let _ = fs::remove_dir_all(&root);
        copy(&self::root(), &root);
        Self { root }
    }

    fn replace(&self, file: &str, from: &str, to: &str) -> &Self {
        let path = self.root.join(file);
        let text = fs::read_to_string(&path).expect("a file of the content");
        assert!(text.contains(from), "{file} holds {from:?}");
        fs::write(&path, text.replacen(from, to, 1)).expect("written");
        self
    }

    fn append(&self, file: &str, more: &str) -> &Self {
        let path = self.root.join(file);
        let text = fs::read_to_string(&path).expect("a file of the content");
        fs::write(&path, format!("{text}\n{more}")).expect("written");
        self
    }

    /// Asserts that the compiler refuses with this sentence among its refusals.
    fn refuses(&self, sentence: &str) {
        let errors = compiler::compile(&self.root).expect_err("refused");
        let found = list(&errors);
        assert!(
            found.contains(sentence),
            "wanted: {sentence}\nfound:\n{found}"
        );
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("copied");
        }
    }
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_its_place() {
    Copy::new("no-toml")
        .append("2018/04.toml", "[[requirement")
        .refuses("2018/04.toml: the file cannot be read: TOML parse error at line");
}

#[test]
fn what_stands_in_a_file_that_cannot_be_read_is_not_called_missing() {
    let content = Copy::new("only-unread");
    content.append("en/2018/08-6.toml", "[[");
    let errors = compiler::compile(&content.root).expect_err("refused");
    let files: Vec<&str> = errors.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(files, ["en/2018/08-6.toml"]);
}

#[test]
fn a_missing_file_is_refused() {
    let content = Copy::new("missing-file");
    fs::remove_file(content.root.join("en/levels.toml")).expect("removed");
    content.refuses("en/levels.toml: the file cannot be read:");
}

#[test]
fn a_duplicate_id_is_refused() {
    Copy::new("duplicate-id")
        .append("2018/04.toml", "[[requirement]]\nid = \"4.1-a\"\ncovers = [\"4.1-01\"]\nkind = \"record\"\n")
        .refuses("2018/04.toml, 4.1-a: the id stands twice; ids are permanent and unique, so give the newer one another letter");
}

#[test]
fn a_duplicate_text_is_refused() {
    let file = "en/2018/05.toml";
    let text =
        "[clause.\"4.1\"]\ntitle = \"Again\"\nsummary = \"The same clause in another file.\"\n";
    Copy::new("duplicate-text")
        .append(file, text)
        .refuses("en/2018/05.toml, 4.1: the id stands twice");
}

#[test]
fn an_uncovered_point_is_refused() {
    Copy::new("uncovered")
        .append("2018/points.tsv", "4.1-99\t\tsure\n")
        .refuses("2018/points.tsv, 4.1-99: no requirement covers this point; add it to the \"covers\" of the requirement that asks it");
}

#[test]
fn unknown_points_documents_and_clauses_are_refused() {
    let content = Copy::new("unknown-ids");
    content.append(
        "2018/04.toml",
        "[[requirement]]\nid = \"4.9-a\"\ncovers = [\"4.9-01\"]\nkind = \"record\"\ndocuments = [\"no-such-document\"]\n",
    );
    content
        .refuses("2018/04.toml, 4.9-a: the point \"4.9-01\" does not exist; correct it, or add it");
    content.refuses("2018/04.toml, 4.9-a: the document \"no-such-document\" does not exist; correct it, or add it");
    content
        .refuses("2018/04.toml, 4.9-a: the clause \"4.9\" does not exist; correct it, or add it");
    content.refuses("4.9-a: the text \"ask\" is missing; write it");
}

#[test]
fn a_document_with_two_forerunners_is_refused() {
    Copy::new("two-forerunners")
        .append(
            "mapping.toml",
            "[[document]]\nto = \"sms-scope\"\nfrom = \"pol-service-management\"\n",
        )
        .refuses("mapping.toml, sms-scope: the document has a forerunner already, and an entry can be carried over from one only; take one away");
}

#[test]
fn phrases_of_a_check_that_does_not_exist_are_refused() {
    Copy::new("phrases-of-nothing")
        .replace(
            "en/phrases.toml",
            "[statement_phrases]",
            "[statement_phrases]\nwhole-firm = [\"whole firm\"]",
        )
        .refuses("en/phrases.toml, statement_phrases: the check \"whole-firm\" does not exist; correct it, or add it");
}

#[test]
fn a_text_that_belongs_to_nothing_is_refused() {
    let text = "[requirement.\"4.1-z\"]\nask = \"Is there anything at all?\"\nmeaning = \"\"\nevidence = []\ninterview = []\npitfall = \"\"\n";
    Copy::new("orphan-text")
        .append("en/2018/04.toml", text)
        .refuses("en/2018/04.toml, 4.1-z: there is a text but no entry in the structure; add the entry, or remove the text");
}

/// A requirement whose texts the test writes.
fn with_texts(
    name: &str,
    ask: &str,
    meaning: &str,
    evidence: &str,
    interview: &str,
    pitfall: &str,
) -> Copy {
    let content = Copy::new(name);
    content.append(
        "2018/04.toml",
        "[[requirement]]\nid = \"4.1-z\"\ncovers = [\"4.1-01\"]\nkind = \"record\"\n",
    );
    let text = format!(
        "[requirement.\"4.1-z\"]\nask = \"{ask}\"\nmeaning = \"{meaning}\"\nevidence = {evidence}\ninterview = {interview}\npitfall = \"{pitfall}\"\n"
    );
    content.append("en/2018/04.toml", &text);
    content
}

#[test]
fn texts_that_are_too_short_too_long_or_no_questions_are_refused() {
    let content = with_texts(
        "lengths",
        "Is it there",
        "Too short.",
        "[\"One\"]",
        "[\"Tell me\"]",
        "",
    );
    for sentence in [
        "4.1-z: \"ask\" has 3 words; write 4 to 30",
        "4.1-z: \"ask\" must end with a question mark",
        "4.1-z: \"meaning\" has 2 words; write 40 to 90",
        "4.1-z: \"evidence\" has 1 items; write 2 to 4",
        "4.1-z: \"interview\" must end with a question mark",
        "4.1-z: the text \"pitfall\" is missing; write it",
    ] {
        content.refuses(sentence);
    }
}

#[test]
fn a_sentence_that_is_too_long_is_refused() {
    let meaning = "word ".repeat(45);
    let content = with_texts(
        "long-sentence",
        "Is there a list at all?",
        meaning.trim(),
        "[\"One\", \"Two\"]",
        "[\"Is it?\"]",
        "It is not kept.",
    );
    content.refuses("4.1-z: the sentence that begins \"word word word word word\" has 45 words; split it, 30 are the limit");
}

#[test]
fn phrases_that_borrow_or_promise_are_refused() {
    let content = with_texts(
        "phrases",
        "Is your company ISO certified?",
        "The organization shall do it.",
        "[\"One\", \"Two\"]",
        "[\"Is it?\"]",
        "It is not kept.",
    );
    content.refuses("4.1-z: \"iso certified\" must not appear: ISO does not certify");
    content.refuses("4.1-z: \"shall\" must not appear: it is the language of the standard, whose text is not ours to give");
}

#[test]
fn steps_that_wait_for_each_other_are_refused() {
    let first = "id = \"R01\"\nstage = \"prepare\"\ndays = [3, 5, 10]\n";
    let waiting = "id = \"R01\"\nstage = \"prepare\"\ndays = [3, 5, 10]\nafter = [\"R03\"]\n";
    let content = Copy::new("cycle");
    content.replace(
        "2018/roadmap.toml",
        "days = [3, 5, 10]\nafter = []\n",
        "days = [3, 5, 10]\n",
    );
    content
        .replace("2018/roadmap.toml", first, waiting)
        .refuses("2018/roadmap.toml, R01: the step waits for itself through");
}

#[test]
fn conditions_and_patterns_that_mean_nothing_are_refused() {
    let content = Copy::new("conditions");
    let gate = "{ moon = \"full\" }, { points = [\"99-*\"], level = \"thin\" }, { step = \"X9\" }, { confirm = \"no-text\" }";
    content.append(
        "2018/roadmap.toml",
        &format!("[[step]]\nid = \"X1\"\nstage = \"prepare\"\ndays = [1, 1, 1]\ngate = [{gate}]\n"),
    );
    content.refuses("2018/roadmap.toml, X1: the condition moon = \"full\" is not understood; see content/README.md for the conditions there are");
    content
        .refuses("2018/roadmap.toml, X1: the points \"99-*\" match nothing; correct the pattern");
    content.refuses("2018/roadmap.toml, X1: the step \"X9\" does not exist; correct it, or add it");
    content.refuses("en/2018/roadmap.toml, no-text: the text \"label\" is missing; write it");
}

#[test]
fn a_gate_without_conditions_is_refused() {
    Copy::new("empty-gate")
        .append(
            "2018/roadmap.toml",
            "[[step]]\nid = \"X1\"\nstage = \"prepare\"\ndays = [1, 1, 1]\ngate = []\n",
        )
        .refuses("2018/roadmap.toml, X1: the gate has no condition; name at least one");
}

#[test]
fn interface_texts_that_the_app_cannot_show_are_refused() {
    let content = Copy::new("fluent");
    let texts = "product = Again\nbroken-function = { NUMBER($n) }\nring-one = { ring-two }\nring-two = { ring-one }\n";
    content.append("en/ui/common.ftl", texts);
    content.refuses("en/ui/first/common.ftl, product: the id stands twice");
    content.refuses("en/ui/common.ftl, broken-function: this is not a message the app can show: functions, attributes and nested placeables are not used here");
    content.refuses("en/ui/common.ftl, ring-one: this is not a message the app can show: its references lead in a ring");
}

#[test]
fn a_whole_assessment_of_2011_is_carried_over_and_nothing_is_invented_for_what_is_new() {
    let content = compiler::build_all(&root()).expect("the content compiles");
    let [new, old] = content.editions.as_slice() else {
        panic!("two editions");
    };
    let mut before = Assessment::new("old", About::default());
    for requirement in &old.catalog.requirements {
        let answer = Answer {
            rating: Some(Rating::Evidenced),
            ..Answer::default()
        };
        before.answers.insert(requirement.id.clone(), answer);
    }
    let today = Day::new(2026, 11, 22).expect("a day");
    let note = |_: &Carried<'_>| "from 2011".to_owned();
    let found = carry_over(
        &before,
        &content.changes,
        &new.catalog,
        "new".to_owned(),
        "Moved".to_owned(),
        today,
        &note,
    );
    assert_eq!(found.answers, content.changes.forerunners.len());
    assert_eq!(
        found.answers + found.new,
        new.catalog.requirements.len(),
        "every requirement is either carried or new"
    );
    assert!(found.assessment.answers.values().all(|it| it.flagged));
}
