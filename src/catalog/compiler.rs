//! The content compiler: reads `content/`, refuses what is wrong, and makes the two JSON texts the browser reads.
//!
//! It speaks to authors: every refusal names the file, the id, what is wrong and what to do.
//! It runs natively only, called by `cargo xtask content`, by the build and by the tests.

mod changes;
mod fluent;
mod glossary;
mod guides;
mod learn;
mod lint;
mod points;
mod roadmap;
mod source;
mod workspaces;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use self::glossary::{Glossary, Place};
use self::points::Points;
use self::source::{RequirementSource, RequirementText, Sources};
use super::changes::EditionChanges;
use super::learn::{Guides, Learn};
use super::{
    Catalog, Clause, Confidence, Document, DocumentGuidance, DocumentId, Edition, Effect,
    EligibilityAnswer, EligibilityGuidance, EligibilityQuestion, FirstContent, Guidance, Messages,
    Requirement, RequirementGuidance, RequirementId, StatementCheck, TermName,
};

/// What is wrong with the content, with what to do about it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Problem {
    /// A file cannot be read or parsed.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    /// An id stands twice.
    #[error(
        "the id stands twice; ids are permanent and unique, so give the newer one another letter"
    )]
    DuplicateId,
    /// Something refers to an id that does not exist.
    #[error("the {what} \"{id}\" does not exist; correct it, or add it")]
    UnknownId {
        /// What kind of thing it should be.
        what: &'static str,
        /// The id as written.
        id: String,
    },
    /// A point of the reference is covered by no requirement.
    #[error(
        "no requirement covers this point; add it to the \"covers\" of the requirement that asks it"
    )]
    UncoveredPoint,
    /// A text is missing.
    #[error("the text \"{0}\" is missing; write it")]
    MissingText(String),
    /// A text belongs to nothing.
    #[error("there is a text but no entry in the structure; add the entry, or remove the text")]
    TextWithoutEntry,
    /// A text has too many or too few words.
    #[error("\"{field}\" has {words} words; write {least} to {most}")]
    Length {
        /// Which text.
        field: &'static str,
        /// How many words it has.
        words: usize,
        /// The least number of words.
        least: usize,
        /// The largest number of words.
        most: usize,
    },
    /// A list has too many or too few items.
    #[error("\"{field}\" has {items} items; write {least} to {most}")]
    Items {
        /// Which list.
        field: &'static str,
        /// How many items it has.
        items: usize,
        /// The least number of items.
        least: usize,
        /// The largest number of items.
        most: usize,
    },
    /// A sentence is too long to be read once.
    #[error(
        "the sentence that begins \"{start}\" has {words} words; split it, {most} are the limit"
    )]
    LongSentence {
        /// Its first words.
        start: String,
        /// How many words it has.
        words: usize,
        /// The limit.
        most: usize,
    },
    /// A phrase that must not appear.
    #[error("\"{phrase}\" must not appear: {why}")]
    ForbiddenPhrase {
        /// The phrase.
        phrase: &'static str,
        /// The reason.
        why: &'static str,
    },
    /// A question does not end as one.
    #[error("\"{0}\" must end with a question mark")]
    NoQuestion(&'static str),
    /// The steps wait for each other.
    #[error("the step waits for itself through {0}; take one dependency away")]
    Cycle(String),
    /// A step that nothing can complete.
    #[error("the gate has no condition; name at least one")]
    EmptyGate,
    /// A condition that cannot be understood.
    #[error(
        "the condition {0} is not understood; see content/README.md for the conditions there are"
    )]
    UnknownCondition(String),
    /// A pattern of points that matches nothing.
    #[error("the points \"{0}\" match nothing; correct the pattern")]
    NoPointMatches(String),
    /// Two terms of the glossary share a form.
    #[error("\"{0}\" stands under another term already; a reader can be led to one only")]
    TermTwice(String),
    /// A topic uses more of Markdown than the pages show.
    #[error("the page cannot be shown: {0}; see content/README.md")]
    Markdown(String),
    /// An interface text that is no valid Fluent, or uses more of it than the app understands.
    #[error("this is not a message the app can show: {0}")]
    Fluent(String),
}

/// A refusal: where, and what is wrong.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ContentError {
    /// The file, relative to `content/`.
    pub file: String,
    /// The id of the entry; empty where the whole file is meant.
    pub id: String,
    /// What is wrong and what to do, in a sentence.
    pub problem: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.id.is_empty() {
            write!(f, "{}: {}", self.file, self.problem)
        } else {
            write!(f, "{}, {}: {}", self.file, self.id, self.problem)
        }
    }
}

impl std::error::Error for ContentError {}

/// How much content an edition has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Leaf clauses that carry duties.
    pub leaf_clauses: usize,
    /// Requirements.
    pub requirements: usize,
    /// Requirements of the quick check.
    pub quick: usize,
    /// Points of the reference, all of which are covered.
    pub points: usize,
    /// Entries of the documents register.
    pub documents: usize,
    /// Roadmap steps.
    pub steps: usize,
    /// Guides to clauses.
    pub guides: usize,
}

/// One edition in one language, as JSON: three files, each fetched when it is wanted.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledEdition {
    /// Which one.
    pub edition: Edition,
    /// The catalogue without the interface texts that the first pages show: see [`Catalog`].
    pub core: String,
    /// The guidance beside the questions: see [`Guidance`].
    pub guidance: String,
    /// The guides to the clauses: see [`Guides`].
    pub guides: String,
    /// How much there is.
    pub counts: Counts,
}

/// The result of a compilation: all content in one language, as JSON.
#[derive(Clone, PartialEq, Debug)]
pub struct Compiled {
    /// What the first pages need: see [`FirstContent`].
    pub first: String,
    /// The editions, the current one first.
    pub editions: Vec<CompiledEdition>,
    /// Topics and glossary: see [`Learn`].
    pub learn: String,
    /// The comparison of the editions: see [`EditionChanges`].
    pub changes: String,
    /// How many interface texts there are.
    pub messages: usize,
    /// How many topics there are.
    pub topics: usize,
    /// How many terms the glossary has.
    pub terms: usize,
}

/// All content in one language, as values.
#[derive(Clone, PartialEq, Debug)]
pub struct Content {
    /// The editions, the current one first.
    pub editions: Vec<EditionContent>,
    /// Topics and glossary.
    pub learn: Learn,
    /// The comparison of the editions.
    pub changes: EditionChanges,
    /// The keys of the interface texts that the first pages show.
    first: BTreeSet<String>,
}

/// One edition, as values.
#[derive(Clone, PartialEq, Debug)]
pub struct EditionContent {
    /// The catalogue.
    pub catalog: Catalog,
    /// The guidance beside its questions.
    pub guidance: Guidance,
    /// The guides to its clauses.
    pub guides: Guides,
}

/// Collects refusals; the compiler goes on as far as it can, so that an author sees all of them at once.
#[derive(Default)]
pub(crate) struct Report {
    errors: Vec<ContentError>,
}

impl Report {
    fn sorted(mut self) -> Vec<ContentError> {
        self.errors.sort();
        self.errors.dedup();
        self.errors
    }

    pub(crate) fn add(&mut self, file: &str, id: &str, problem: &Problem) {
        self.errors.push(ContentError {
            file: file.to_owned(),
            id: id.to_owned(),
            problem: problem.to_string(),
        });
    }
}

/// Compiles all content in English from the folder `content/`.
///
/// # Errors
///
/// Every refusal at once, sorted by file and id. Nothing is compiled where there is one.
pub fn compile(root: &Path) -> Result<Compiled, Vec<ContentError>> {
    let content = build_all(root)?;
    json(content).map_err(|it| {
        vec![ContentError {
            file: "content".to_owned(),
            id: String::new(),
            problem: Problem::Unreadable(it.to_string()).to_string(),
        }]
    })
}

fn json(content: Content) -> Result<Compiled, serde_json::Error> {
    let messages = content
        .editions
        .first()
        .map_or(0, |it| it.catalog.messages.keys().count());
    let mut first = String::new();
    let mut editions = Vec::new();
    for it in content.editions {
        let counts = it.counts();
        let edition = it.catalog.edition;
        let (early, rest) = FirstContent::taken_from(it.catalog, |key| content.first.contains(key));
        if first.is_empty() {
            first = serde_json::to_string(&early)?;
        }
        editions.push(CompiledEdition {
            edition,
            core: serde_json::to_string(&rest)?,
            guidance: serde_json::to_string(&it.guidance)?,
            guides: serde_json::to_string(&it.guides)?,
            counts,
        });
    }
    Ok(Compiled {
        first,
        editions,
        learn: serde_json::to_string(&content.learn)?,
        changes: serde_json::to_string(&content.changes)?,
        messages,
        topics: content.learn.topics.len(),
        terms: content.learn.glossary.len(),
    })
}

impl EditionContent {
    fn counts(&self) -> Counts {
        let covered = self.guidance.requirements.iter().flat_map(|it| &it.covers);
        Counts {
            leaf_clauses: self.catalog.leaves().count(),
            requirements: self.catalog.requirements.len(),
            quick: self.catalog.quick_ids().count(),
            points: covered.collect::<BTreeSet<_>>().len(),
            documents: self.catalog.documents.len(),
            steps: self.catalog.steps.len(),
            guides: self.guides.0.len(),
        }
    }
}

/// Builds the current edition and its guidance as values.
///
/// # Errors
///
/// As [`compile`].
pub fn build(root: &Path) -> Result<(Catalog, Guidance), Vec<ContentError>> {
    build_edition(root, Edition::E2018)
}

/// Builds one edition and its guidance as values.
///
/// # Errors
///
/// As [`compile`].
pub fn build_edition(
    root: &Path,
    edition: Edition,
) -> Result<(Catalog, Guidance), Vec<ContentError>> {
    let mut report = Report::default();
    let (messages, _) = fluent::read(root, "en/ui", &mut report);
    let glossary = Glossary::read(root, &mut report);
    let built = edition_content(root, edition, messages, &glossary, &mut report);
    match built {
        Some((it, _)) if report.errors.is_empty() => Ok((it.catalog, it.guidance)),
        _ => Err(report.sorted()),
    }
}

/// Builds all content as values; [`compile`] writes it as JSON.
///
/// # Errors
///
/// As [`compile`].
pub fn build_all(root: &Path) -> Result<Content, Vec<ContentError>> {
    let mut report = Report::default();
    let (messages, first) = fluent::read(root, "en/ui", &mut report);
    let glossary = Glossary::read(root, &mut report);
    let mut editions = Vec::new();
    let mut numbers = Vec::new();
    for edition in Edition::ALL {
        if let Some((built, clauses)) =
            edition_content(root, edition, messages.clone(), &glossary, &mut report)
        {
            editions.push(built);
            numbers.push(clauses);
        }
    }
    let ([new, old], [of_2018, of_2011]) = (editions.as_slice(), numbers.as_slice()) else {
        return Err(report.sorted());
    };
    let clauses = learn::KnownClauses {
        of_2018: of_2018.clone(),
        of_2011: of_2011.clone(),
    };
    let changes = changes::read(root, &new.catalog, &old.catalog, &mut report);
    let learn = learn::read(root, glossary, &clauses, &mut report);
    if report.errors.is_empty() {
        Ok(Content {
            editions,
            learn,
            changes,
            first,
        })
    } else {
        Err(report.sorted())
    }
}

/// Builds one edition, with the numbers of all its clauses; `None` where a file that everything needs is missing.
fn edition_content(
    root: &Path,
    edition: Edition,
    messages: Messages,
    glossary: &Glossary,
    report: &mut Report,
) -> Option<(EditionContent, BTreeSet<String>)> {
    let sources = Sources::read(root, edition, report);
    let points = &sources.points;

    let documents: Vec<Document> = documents(&sources, report);
    let document_ids: BTreeMap<&str, usize> = sources
        .documents
        .iter()
        .enumerate()
        .map(|(at, it)| (it.id.as_str(), at))
        .collect();
    let requirements = ordered_requirements(&sources, report);
    check_coverage(&sources, &requirements, report);

    let built: Vec<Requirement> = requirements
        .iter()
        .map(|it| requirement(it, &sources, points, &document_ids, report))
        .collect();
    let clauses = clauses(&sources, &requirements, report);
    let (stages, steps) = roadmap::build(&sources, &requirements, &document_ids, report);
    let workspaces = workspaces::build(&sources, report);
    let (eligibility, statement_checks) = eligibility(&sources, report);
    check_orphans(&sources, report);

    let mut terms = Named {
        glossary,
        edition,
        places: Vec::new(),
    };
    let guidance = Guidance {
        requirements: requirements
            .iter()
            .map(|it| requirement_guidance(it, &sources, &mut terms))
            .collect(),
        documents: sources
            .documents
            .iter()
            .map(|it| DocumentGuidance {
                hint: sources
                    .document_texts
                    .get(&it.id)
                    .map(|it| it.hint.clone())
                    .unwrap_or_default(),
            })
            .collect(),
        steps: steps
            .iter()
            .map(|it| roadmap::guidance(&it.id, &sources))
            .collect(),
        eligibility: sources
            .eligibility
            .iter()
            .map(|it| EligibilityGuidance {
                meaning: sources
                    .eligibility_texts
                    .get(&it.id)
                    .map(|it| it.meaning.clone())
                    .unwrap_or_default(),
            })
            .collect(),
        terms: terms.names(),
    };
    let catalog = Catalog {
        edition,
        revision: sources.revision,
        language: "en".to_owned(),
        clauses,
        requirements: built,
        documents,
        eligibility,
        statement_checks,
        statement_pattern: sources.statement.pattern.clone(),
        stages,
        steps,
        workspaces,
        // Sources::read has reported a missing file.
        levels: sources.levels.clone()?,
        messages,
    };
    let guides = guides::read(root, edition, &sources, glossary, report);
    let numbers = sources.clauses.iter().map(|it| it.id.clone()).collect();
    let content = EditionContent {
        catalog,
        guidance,
        guides,
    };
    Some((content, numbers))
}

/// A requirement's entry with the file it came from, in the order of the clauses.
pub(crate) type Entry<'a> = (&'a str, &'a RequirementSource);

fn ordered_requirements<'a>(sources: &'a Sources, report: &mut Report) -> Vec<Entry<'a>> {
    let place: BTreeMap<&str, usize> = sources
        .clauses
        .iter()
        .enumerate()
        .map(|(at, it)| (it.id.as_str(), at))
        .collect();
    let mut entries: Vec<Entry<'a>> = sources
        .requirements
        .iter()
        .map(|(file, it)| (file.as_str(), it))
        .collect();
    let mut seen = BTreeSet::new();
    for (file, it) in &entries {
        if !seen.insert(it.id.as_str()) {
            report.add(file, &it.id, &Problem::DuplicateId);
        }
        if !place.contains_key(it.clause()) {
            report.add(
                file,
                &it.id,
                &Problem::UnknownId {
                    what: "clause",
                    id: it.clause().to_owned(),
                },
            );
        }
    }
    entries.sort_by_key(|(_, it)| place.get(it.clause()).copied().unwrap_or(usize::MAX));
    entries
}

fn check_coverage(sources: &Sources, requirements: &[Entry<'_>], report: &mut Report) {
    let points = &sources.points;
    let covered: BTreeSet<&str> = requirements
        .iter()
        .flat_map(|(_, it)| it.covers.iter().map(String::as_str))
        .collect();
    for (file, it) in requirements {
        for point in it.covers.iter().filter(|it| points.get(it).is_none()) {
            report.add(
                file,
                &it.id,
                &Problem::UnknownId {
                    what: "point",
                    id: point.clone(),
                },
            );
        }
        if it.covers.is_empty() {
            report.add(file, &it.id, &Problem::MissingText("covers".to_owned()));
        }
    }
    for point in points.ids().filter(|it| !covered.contains(it)) {
        report.add(&sources.file("points.tsv"), point, &Problem::UncoveredPoint);
    }
}

fn requirement(
    (file, entry): &Entry<'_>,
    sources: &Sources,
    points: &Points,
    documents: &BTreeMap<&str, usize>,
    report: &mut Report,
) -> Requirement {
    let covered: Vec<_> = entry
        .covers
        .iter()
        .filter_map(|it| points.get(it))
        .collect();
    let mut listed = Vec::new();
    for id in &entry.documents {
        match documents
            .get(id.as_str())
            .and_then(|it| u16::try_from(*it).ok())
        {
            Some(at) => listed.push(DocumentId(at)),
            None => report.add(
                file,
                &entry.id,
                &Problem::UnknownId {
                    what: "document",
                    id: id.clone(),
                },
            ),
        }
    }
    let ask = match sources.requirement_texts.get(&entry.id) {
        Some((text_file, text)) => {
            lint::requirement(text_file, &entry.id, text, report);
            text.ask.clone()
        }
        None => {
            report.add(
                &format!("en/{file}"),
                &entry.id,
                &Problem::MissingText("ask".to_owned()),
            );
            String::new()
        }
    };
    Requirement {
        id: entry.id.clone(),
        clause: entry.clause().to_owned(),
        ask,
        kind: entry.kind,
        blocking: entry.blocking,
        quick: entry.quick,
        interval: covered.iter().any(|it| it.repeats),
        occasion: entry.occasion,
        top_management: covered.iter().any(|it| it.top_management),
        documents: listed,
        confidence: covered
            .iter()
            .map(|it| it.confidence)
            .min()
            .unwrap_or(Confidence::Check),
    }
}

fn requirement_guidance(
    (_, entry): &Entry<'_>,
    sources: &Sources,
    terms: &mut Named<'_>,
) -> RequirementGuidance {
    let text = sources
        .requirement_texts
        .get(&entry.id)
        .map(|(_, it)| it.clone())
        .unwrap_or_default();
    let terms = terms.of(entry.clause(), &text);
    RequirementGuidance {
        meaning: text.meaning,
        evidence: text.evidence,
        interview: text.interview,
        pitfall: text.pitfall,
        covers: entry.covers.clone(),
        terms,
    }
}

/// The terms that stand in the questions of an edition, numbered as they come.
struct Named<'a> {
    glossary: &'a Glossary,
    edition: Edition,
    /// Their places in the glossary.
    places: Vec<usize>,
}

impl Named<'_> {
    /// The numbers of the terms in the texts of one question.
    fn of(&mut self, clause: &str, text: &RequirementText) -> Vec<u16> {
        let texts = [&text.ask, &text.meaning]
            .into_iter()
            .chain(&text.evidence)
            .chain(&text.interview)
            .chain([&text.pitfall])
            .map(String::as_str);
        let found = self
            .glossary
            .named(Place::Clause(self.edition, clause), texts);
        found
            .into_iter()
            .filter_map(|place| u16::try_from(self.number(place)).ok())
            .collect()
    }

    fn number(&mut self, place: usize) -> usize {
        let known = self.places.iter().position(|it| *it == place);
        known.unwrap_or_else(|| {
            self.places.push(place);
            self.places.len() - 1
        })
    }

    fn names(&self) -> Vec<TermName> {
        let terms = self
            .places
            .iter()
            .filter_map(|it| self.glossary.terms.get(*it));
        terms
            .map(|it| TermName {
                id: it.id.clone(),
                name: it.name.clone(),
            })
            .collect()
    }
}

fn clauses(sources: &Sources, requirements: &[Entry<'_>], report: &mut Report) -> Vec<Clause> {
    let assessed = sources.clauses.iter().filter(|it| it.chapter() >= 4);
    let mut out = Vec::new();
    for clause in assessed {
        let Some((file, text)) = sources.clause_texts.get(&clause.id) else {
            report.add(
                sources.text_file("").trim_end_matches('/'),
                &clause.id,
                &Problem::MissingText("clause title and summary".to_owned()),
            );
            continue;
        };
        lint::clause(file, &clause.id, text, report);
        let reads = requirements.iter().enumerate().filter(|(_, (_, it))| {
            clause.leaf
                && it
                    .covers
                    .iter()
                    .any(|point| points::clause_of(point) == clause.id)
        });
        out.push(Clause {
            id: clause.id.clone(),
            title: text.title.clone(),
            summary: text.summary.clone(),
            leaf: clause.leaf,
            reads: reads
                .filter_map(|(at, _)| u16::try_from(at).ok().map(RequirementId))
                .collect(),
        });
    }
    out
}

fn documents(sources: &Sources, report: &mut Report) -> Vec<Document> {
    let known: BTreeSet<&str> = sources.clauses.iter().map(|it| it.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for it in &sources.documents {
        let file = &sources.file("documents.toml");
        if !seen.insert(it.id.as_str()) {
            report.add(file, &it.id, &Problem::DuplicateId);
        }
        for clause in it.clauses.iter().filter(|it| !known.contains(it.as_str())) {
            report.add(
                file,
                &it.id,
                &Problem::UnknownId {
                    what: "clause",
                    id: clause.clone(),
                },
            );
        }
        let name = match sources.document_texts.get(&it.id) {
            Some(text) => {
                lint::prose(
                    &sources.text_file("documents.toml"),
                    &it.id,
                    &text.hint,
                    report,
                );
                text.name.clone()
            }
            None => {
                report.add(
                    &sources.text_file("documents.toml"),
                    &it.id,
                    &Problem::MissingText("name".to_owned()),
                );
                String::new()
            }
        };
        out.push(Document {
            id: it.id.clone(),
            name,
            kind: it.kind,
            mandatory: it.mandatory,
            occasion: it.occasion,
            clauses: it.clauses.clone(),
        });
    }
    out
}

fn eligibility(
    sources: &Sources,
    report: &mut Report,
) -> (Vec<EligibilityQuestion>, Vec<StatementCheck>) {
    let file = &sources.text_file("scope.toml");
    let mut out = Vec::new();
    for it in &sources.eligibility {
        let Some(text) = sources.eligibility_texts.get(&it.id) else {
            report.add(file, &it.id, &Problem::MissingText("ask".to_owned()));
            continue;
        };
        lint::eligibility(file, &it.id, text, report);
        let mut answer = |id: &String| {
            let (effect, reason) = if it.stops.contains(id) {
                (Effect::Stops, text.stops.clone())
            } else if it.gap.contains(id) {
                (Effect::Gap, text.gap.clone())
            } else if it.caution.contains(id) {
                (Effect::Caution, text.caution.clone())
            } else {
                (Effect::None, Some(String::new()))
            };
            let label = sources.answers.get(id).cloned().unwrap_or_else(|| {
                report.add(file, id, &Problem::MissingText("answer".to_owned()));
                String::new()
            });
            let reason = reason.unwrap_or_else(|| {
                report.add(
                    file,
                    &it.id,
                    &Problem::MissingText(format!("reason for the answer {id}")),
                );
                String::new()
            });
            EligibilityAnswer {
                id: id.clone(),
                label,
                effect,
                reason,
            }
        };
        let answers = it.answers.iter().map(&mut answer).collect();
        out.push(EligibilityQuestion {
            id: it.id.clone(),
            ask: text.ask.clone(),
            answers,
        });
    }
    let checks = sources
        .statement
        .checks
        .iter()
        .map(|(id, text)| StatementCheck {
            id: id.clone(),
            text: text.clone(),
        });
    (out, checks.collect())
}

fn check_orphans(sources: &Sources, report: &mut Report) {
    let requirements: BTreeSet<&str> = sources
        .requirements
        .iter()
        .map(|(_, it)| it.id.as_str())
        .collect();
    for (id, (file, _)) in &sources.requirement_texts {
        if !requirements.contains(id.as_str()) {
            report.add(file, id, &Problem::TextWithoutEntry);
        }
    }
    let documents: BTreeSet<&str> = sources.documents.iter().map(|it| it.id.as_str()).collect();
    for id in sources
        .document_texts
        .keys()
        .filter(|it| !documents.contains(it.as_str()))
    {
        report.add(
            &sources.text_file("documents.toml"),
            id,
            &Problem::TextWithoutEntry,
        );
    }
    let clauses: BTreeSet<&str> = sources.clauses.iter().map(|it| it.id.as_str()).collect();
    for (id, (file, _)) in &sources.clause_texts {
        if !clauses.contains(id.as_str()) {
            report.add(file, id, &Problem::TextWithoutEntry);
        }
    }
}
