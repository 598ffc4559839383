//! What can be found, each with its texts and how much a word in them counts.

use super::Target;
use crate::assessment::{Assessment, EvidenceItem};
use crate::catalog::learn::{Block, Learn};
use crate::catalog::{Catalog, Condition, Guidance, RequirementId};

/// How much a word counts in a title.
pub(super) const TITLE: u32 = 6;
/// In the title of a clause, which is short and names the subject.
const CLAUSE_TITLE: u32 = 9;
/// In what the user wrote.
const OWN: u32 = 5;
/// In a summary.
const SUMMARY: u32 = 3;
/// In guidance.
const GUIDANCE: u32 = 2;
/// In the questions of a clause.
const ASKED: u32 = 3;
/// In the texts around, which say what something belongs to.
const AROUND: u32 = 1;

/// Most questions are about a clause, few about a step of the road; what a clause asks stands before who has to do it when.
const CLAUSE_SHARE: u32 = 120;
const GROUP_SHARE: u32 = 105;
const STEP_SHARE: u32 = 65;

/// A text to look into.
pub(super) struct Field<'a> {
    pub(super) text: &'a str,
    pub(super) weight: u32,
    /// Whether an excerpt may come from it; the title stands beside the excerpt anyway.
    pub(super) quotable: bool,
}

/// Something that can be found.
pub(super) struct Entry<'a> {
    pub(super) target: Target,
    pub(super) title: &'a str,
    /// Shown where only the title matches.
    pub(super) summary: &'a str,
    /// Numbers and ids that lead straight to it, its own first.
    pub(super) ids: Vec<&'a str>,
    pub(super) fields: Vec<Field<'a>>,
    /// What its score counts among others, in percent.
    pub(super) share: u32,
    /// The clause it belongs to, itself for a clause; empty where there is none.
    pub(super) home: &'a str,
}

impl<'a> Entry<'a> {
    fn new(target: Target, title: &'a str, summary: &'a str, ids: Vec<&'a str>) -> Self {
        let fields = vec![Field {
            text: title,
            weight: TITLE,
            quotable: false,
        }];
        Self {
            target,
            title,
            summary,
            ids,
            fields,
            share: 100,
            home: "",
        }
    }

    fn titled(mut self, weight: u32) -> Self {
        if let Some(title) = self.fields.first_mut() {
            title.weight = weight;
        }
        self
    }

    fn counting(mut self, share: u32) -> Self {
        self.share = share;
        self
    }

    fn at_home_in(mut self, clause: &'a str) -> Self {
        self.home = clause;
        self
    }

    fn quotable(mut self, weight: u32, texts: impl IntoIterator<Item = &'a str>) -> Self {
        self.fields.extend(texts.into_iter().map(|text| Field {
            text,
            weight,
            quotable: true,
        }));
        self
    }

    fn silent(mut self, weight: u32, texts: impl IntoIterator<Item = &'a str>) -> Self {
        self.fields.extend(texts.into_iter().map(|text| Field {
            text,
            weight,
            quotable: false,
        }));
        self
    }
}

/// The questions of a clause: words of a sentence that are spread over them lead to the clause.
fn asked<'a>(catalog: &'a Catalog, clause: &'a str) -> impl Iterator<Item = &'a str> {
    let of_clause = catalog
        .requirements
        .iter()
        .filter(move |it| it.clause == clause);
    of_clause.map(|it| it.ask.as_str())
}

/// Everything that can be found, in the order in which equals are shown.
pub(super) fn all<'a>(
    catalog: &'a Catalog,
    guidance: Option<&'a Guidance>,
    assessment: Option<&'a Assessment>,
) -> Vec<Entry<'a>> {
    let mut entries = Vec::with_capacity(600);
    entries.extend(catalog.clauses.iter().map(|it| {
        let note = assessment
            .and_then(|assessment| assessment.overrules.get(&it.id))
            .map(|it| it.note.as_str());
        Entry::new(
            Target::Clause(it.id.clone()),
            &it.title,
            &it.summary,
            vec![&it.id],
        )
        .quotable(SUMMARY, [it.summary.as_str()])
        .quotable(OWN, note)
        .titled(CLAUSE_TITLE)
        .silent(ASKED, asked(catalog, &it.id))
        .at_home_in(&it.id)
        .counting(if it.leaf { CLAUSE_SHARE } else { GROUP_SHARE })
    }));
    entries.extend(
        catalog
            .requirement_ids()
            .map(|it| requirement(catalog, guidance, assessment, it)),
    );
    entries.extend(catalog.document_ids().map(|id| {
        let it = catalog.document(id);
        let hint = guidance
            .and_then(|guidance| guidance.document(id))
            .map_or("", |it| it.hint.as_str());
        let own = assessment.and_then(|assessment| assessment.documents.get(&it.id));
        Entry::new(Target::Document(id), &it.name, hint, vec![&it.id])
            .at_home_in(it.clauses.first().map_or("", String::as_str))
            .quotable(GUIDANCE, [hint])
            .quotable(
                OWN,
                own.into_iter()
                    .flat_map(|it| [&it.note, &it.location, &it.owner, &it.version])
                    .map(String::as_str),
            )
    }));
    entries.extend(steps(catalog, guidance, assessment));
    entries.extend(catalog.eligibility.iter().enumerate().map(|(at, it)| {
        let meaning = guidance
            .and_then(|guidance| guidance.eligibility.get(at))
            .map_or("", |it| it.meaning.as_str());
        Entry::new(Target::Eligibility(at), &it.ask, meaning, vec![&it.id])
            .quotable(GUIDANCE, [meaning])
            .counting(STEP_SHARE)
    }));
    if let Some(assessment) = assessment {
        entries.extend(own(catalog, assessment));
    }
    entries
}

/// What there is to read, in the order in which equals are shown: terms, topics, guides.
///
/// The guides are found by what the clauses are called: their texts are fetched only to be read.
pub(super) fn learn<'a>(catalog: &'a Catalog, learn: Option<&'a Learn>) -> Vec<Entry<'a>> {
    let mut entries = Vec::with_capacity(200);
    if let Some(learn) = learn {
        entries.extend(learn.glossary.iter().map(|it| {
            Entry::new(
                Target::Term(it.id.clone()),
                &it.name,
                &it.definition,
                vec![&it.id],
            )
            .silent(TITLE, it.also.iter().map(String::as_str))
            .quotable(GUIDANCE, [it.definition.as_str()])
        }));
        entries.extend(learn.topics.iter().map(|it| {
            let headings = it.blocks.iter().filter_map(|block| match block {
                Block::Heading(words) => Some(words.as_str()),
                _ => None,
            });
            Entry::new(
                Target::Topic(it.id.clone()),
                &it.title,
                &it.lead,
                vec![&it.id],
            )
            .quotable(SUMMARY, [it.lead.as_str()])
            .quotable(GUIDANCE, headings)
        }));
    }
    entries.extend(catalog.clauses.iter().filter(|it| it.leaf).map(|it| {
        Entry::new(
            Target::Guide(it.id.clone()),
            &it.title,
            &it.summary,
            vec![&it.id],
        )
        .quotable(AROUND, [it.summary.as_str()])
    }));
    entries
}

fn requirement<'a>(
    catalog: &'a Catalog,
    guidance: Option<&'a Guidance>,
    assessment: Option<&'a Assessment>,
    id: RequirementId,
) -> Entry<'a> {
    let it = catalog.requirement(id);
    let texts = guidance.and_then(|guidance| guidance.requirement(id));
    let clause = catalog.clause(&it.clause).map(|it| it.title.as_str());
    let answer = assessment.and_then(|assessment| assessment.answer(&it.id));
    let evidence = |it: &'a EvidenceItem| [it.title.as_str(), it.location.as_str()];
    Entry::new(
        Target::Requirement(id),
        &it.ask,
        texts.map_or("", |it| it.meaning.as_str()),
        vec![&it.id, &it.clause],
    )
    .at_home_in(&it.clause)
    .quotable(
        OWN,
        answer
            .into_iter()
            .flat_map(|it| [it.note.as_str(), it.owner.as_str()]),
    )
    .quotable(
        OWN,
        answer
            .into_iter()
            .flat_map(|it| &it.evidence)
            .flat_map(evidence),
    )
    .quotable(
        GUIDANCE,
        texts
            .into_iter()
            .flat_map(|it| [it.meaning.as_str(), it.pitfall.as_str()]),
    )
    .quotable(
        GUIDANCE,
        texts
            .into_iter()
            .flat_map(|it| it.evidence.iter().chain(&it.interview))
            .map(String::as_str),
    )
    .silent(SUMMARY, clause)
    .silent(
        AROUND,
        it.documents
            .iter()
            .map(|it| catalog.document(*it).name.as_str()),
    )
}

fn steps<'a>(
    catalog: &'a Catalog,
    guidance: Option<&'a Guidance>,
    assessment: Option<&'a Assessment>,
) -> impl Iterator<Item = Entry<'a>> {
    catalog.steps.iter().enumerate().map(move |(at, it)| {
        let texts = guidance.and_then(|guidance| guidance.steps.get(at));
        let own = assessment.and_then(|assessment| assessment.steps.get(&it.id));
        let stage = catalog
            .stages
            .iter()
            .find(|stage| stage.id == it.stage)
            .map(|it| it.title.as_str());
        let labels = it.gate.iter().filter_map(|it| match it {
            Condition::Confirm { label, .. } => Some(label.as_str()),
            _ => None,
        });
        Entry::new(
            Target::Step(at),
            &it.title,
            texts.map_or("", |it| it.work.as_str()),
            vec![&it.id],
        )
        .quotable(
            OWN,
            own.into_iter()
                .flat_map(|it| [it.note.as_str(), it.owner.as_str()]),
        )
        .quotable(
            GUIDANCE,
            texts
                .into_iter()
                .flat_map(|it| [it.work.as_str(), it.gate.as_str()]),
        )
        .quotable(
            GUIDANCE,
            texts
                .into_iter()
                .flat_map(|it| it.evidence.iter().map(String::as_str)),
        )
        .quotable(GUIDANCE, labels)
        .silent(AROUND, stage)
        .counting(STEP_SHARE)
    })
}

/// What only the user entered: actions and the scope.
fn own<'a>(catalog: &'a Catalog, assessment: &'a Assessment) -> impl Iterator<Item = Entry<'a>> {
    let actions = assessment.actions.iter().map(|(id, it)| {
        let ask = catalog
            .find(&it.requirement)
            .map_or("", |it| catalog.requirement(it).ask.as_str());
        // An action without a title goes under the question it serves, which is found by itself.
        let entry = Entry::new(Target::Action(id.clone()), &it.title, &it.note, Vec::new());
        let entry = entry.quotable(OWN, [it.note.as_str(), it.owner.as_str()]);
        if it.title.is_empty() {
            Entry {
                title: ask,
                ..entry
            }
        } else {
            entry
        }
    });
    let scope = &assessment.scope;
    let names = [&scope.services, &scope.customers, &scope.locations]
        .into_iter()
        .flatten();
    let parties = scope
        .other_parties
        .iter()
        .map(|it| (it.name.as_str(), it.operates.as_str()));
    let texts = names
        .chain([&scope.organization])
        .chain(&scope.statement)
        .map(|it| (it.as_str(), ""));
    let scope = texts.chain(parties).map(|(title, more)| {
        Entry::new(Target::Scope, title, more, Vec::new()).quotable(OWN, [more])
    });
    actions.chain(scope)
}
