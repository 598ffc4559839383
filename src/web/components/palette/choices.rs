//! What the palette offers, and what it does when something is chosen.

use leptos::prelude::*;

use crate::assessment::Shelf;
use crate::catalog::{Edition, Guidance};
use crate::route::{AssessmentPage, LearnPage, Location, Route};
use crate::search::{Hit, Target, search, search_learn};
use crate::web::backup;
use crate::web::browser;
use crate::web::components::prose::term_href;
use crate::web::later::LaterCode;
use crate::web::library::Library;
use crate::web::place::{Dialogs, page_key, use_guidance, use_location};
use crate::web::preferences::{self, Preferences, TextSize, Theme, preferences};
use crate::web::reading::{self, Need};
use crate::web::session::{Opening, Session};
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// How many hits are shown; who does not find it among them types another word.
const MOST_HITS: usize = 40;

/// How many hits in the open assessment come before what there is to read.
const HITS_FIRST: usize = 8;

/// How many hits in what there is to read are shown.
const MOST_TO_READ: usize = 12;

/// Something that can be chosen.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Choice {
    /// The word of its kind in keys of texts.
    pub kind: &'static str,
    /// What it is.
    pub title: String,
    /// The words around what was found; may be empty.
    pub excerpt: String,
    /// What it does.
    pub action: Action,
}

/// What a choice does.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Action {
    /// Goes to an address.
    Go(String),
    /// Sets the theme.
    Theme(Theme),
    /// Sets the size of all text.
    Size(TextSize),
    /// Takes the last edit back.
    Undo,
    /// Repeats what was taken back.
    Redo,
    /// Shows the keys.
    Keys,
    /// Downloads the open assessment as a file.
    Backup,
}

/// What the palette needs to look and to act, taken while there is a context to take it from.
#[derive(Clone, Copy)]
pub(super) struct Hands {
    session: Session,
    library: Library,
    preferences: RwSignal<Preferences>,
    location: RwSignal<Location>,
    guidance: Signal<Option<&'static Guidance>, LocalStorage>,
    dialogs: Dialogs,
    /// Set when the topics and the glossary have arrived.
    learned: RwSignal<bool>,
}

impl Hands {
    /// In a component's body.
    pub(super) fn get() -> Self {
        let later: LaterCode = expect_context();
        let learned = RwSignal::new(reading::learn().is_some());
        if !learned.get_untracked() {
            leptos::task::spawn_local_scoped(async move {
                learned.try_set(reading::fetch_all(vec![Need::Learn], later).await);
            });
        }
        Self {
            learned,
            session: Session::get(),
            library: Library::get(),
            preferences: preferences(),
            location: use_location(),
            guidance: use_guidance(),
            dialogs: expect_context(),
        }
    }

    /// Does what was chosen.
    pub(super) fn act(self, action: Action) {
        match action {
            Action::Go(href) => browser::go(&href),
            Action::Theme(theme) => preferences::change(self.preferences, |it| it.theme = theme),
            Action::Size(size) => preferences::change(self.preferences, |it| it.text_size = size),
            Action::Undo => self.session.undo(),
            Action::Redo => self.session.redo(),
            Action::Keys => self.dialogs.help.set(true),
            Action::Backup => backup::download_open(self.session, |_| ()),
        }
    }

    /// The id of the assessment whose pages are shown.
    fn assessment(self) -> Option<String> {
        let here = self.location.with(|it| match &it.route {
            Route::Assessment { id, .. } => Some(id.clone()),
            _ => None,
        });
        here.filter(|id| {
            self.session
                .opening()
                .with(|it| matches!(it, Opening::Open(open) if open == id))
        })
    }

    /// The commands that fit, then what the search finds.
    pub(super) fn choices(self, typed: &str) -> Vec<Choice> {
        let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        let assessment = self.assessment();
        let mut choices = self.commands(assessment.as_deref());
        let fits = |it: &Choice| {
            let title = it.title.to_lowercase();
            words.iter().all(|word| title.contains(word.as_str()))
        };
        choices.retain(fits);
        if words.is_empty() {
            return choices;
        }
        let mut hits: Vec<Choice> = Vec::new();
        if let Some(id) = assessment {
            let guidance = self.guidance.get();
            let found = self
                .session
                .document()
                .with(|it| search(catalog(), guidance, Some(it), typed, MOST_HITS));
            hits.extend(found.into_iter().filter_map(|it| in_assessment(&id, it)));
        }
        // What belongs to the assessment leads, and what explains it stays in sight.
        let rest = hits.split_off(hits.len().min(HITS_FIRST));
        choices.extend(hits);
        choices.extend(self.to_read(typed));
        choices.extend(rest);
        choices
    }

    /// Topics, terms, and guides to the clauses of the edition in use.
    fn to_read(self, typed: &str) -> Vec<Choice> {
        let learn = self.learned.get().then(reading::learn).flatten();
        let catalog = catalog();
        search_learn(catalog, learn, typed, MOST_TO_READ)
            .into_iter()
            .filter_map(|it| to_read(catalog.edition, it))
            .collect()
    }

    /// Every page, every setting and every command that makes sense here.
    fn commands(self, assessment: Option<&str>) -> Vec<Choice> {
        let mut out = Vec::new();
        let go = |kind, title: &str, href: String| Choice {
            kind,
            title: title.to_owned(),
            excerpt: String::new(),
            action: Action::Go(href),
        };
        let act = |kind, title: &str, action| Choice {
            kind,
            title: title.to_owned(),
            excerpt: String::new(),
            action,
        };
        if let Some(id) = assessment {
            out.extend(AssessmentPage::NAMED.map(|it| {
                go(
                    "page",
                    tr_key("page", page_key(&it)),
                    Route::assessment(id, it).href(),
                )
            }));
        }
        for (key, route) in [
            ("page-start", Route::Start),
            ("page-learn", Route::Learn(LearnPage::Contents)),
            ("learn-glossary", Route::Learn(LearnPage::Glossary)),
            ("learn-compared", Route::Learn(LearnPage::EditionsCompared)),
            ("page-settings", Route::Settings),
            ("page-recover", Route::Recover),
            ("page-about", Route::About),
        ] {
            out.push(go("page", tr(key), route.href()));
        }
        if assessment.is_some() {
            out.push(act("command", tr("undo"), Action::Undo));
            out.push(act("command", tr("redo"), Action::Redo));
            out.push(act("command", tr("palette-backup"), Action::Backup));
        }
        out.push(act("command", tr("key-help"), Action::Keys));
        out.extend(Theme::ALL.map(|it| {
            act(
                "setting",
                tr_key("palette-theme", it.key()),
                Action::Theme(it),
            )
        }));
        out.extend(TextSize::ALL.map(|it| {
            act(
                "setting",
                tr_key("palette-text-size", it.key()),
                Action::Size(it),
            )
        }));
        self.library.entries().with(|entries| {
            for entry in entries
                .iter()
                .filter(|it| it.about.shelf == Shelf::Active && Some(it.id.as_str()) != assessment)
            {
                let title = tr_with(
                    "palette-open",
                    &[("name", entry.about.name.as_str().into())],
                );
                out.push(go(
                    "assessment",
                    &title,
                    Route::assessment(entry.id.clone(), AssessmentPage::Overview).href(),
                ));
            }
        });
        out
    }
}

/// A hit in what there is to read, as a choice that leads to it.
fn to_read(edition: Edition, hit: Hit) -> Option<Choice> {
    let (kind, title, href) = match hit.target {
        Target::Topic(id) => (
            "topic",
            hit.title,
            Route::Learn(LearnPage::Topic(id)).href(),
        ),
        Target::Term(id) => ("term", hit.title, term_href(&id)),
        Target::Guide(number) => (
            "guide",
            tr_with(
                "palette-numbered",
                &[
                    ("number", number.as_str().into()),
                    ("title", hit.title.into()),
                ],
            ),
            Route::Learn(LearnPage::clause(edition, number)).href(),
        ),
        _ => return None,
    };
    Some(Choice {
        kind,
        title,
        excerpt: hit.excerpt,
        action: Action::Go(href),
    })
}

/// A hit in the open assessment as a choice that leads to it.
fn in_assessment(assessment: &str, hit: Hit) -> Option<Choice> {
    let to = |page, at: &str| {
        let route = Route::assessment(assessment, page);
        if at.is_empty() {
            route.href()
        } else {
            route.href_with(&[("at", at)])
        }
    };
    let numbered = |number: &str, title: &str| {
        tr_with(
            "palette-numbered",
            &[("number", number.into()), ("title", title.into())],
        )
    };
    let (kind, title, href) = match &hit.target {
        Target::Clause(number) => {
            let is_asked = catalog().leaves().any(|it| it.id == *number);
            let page = if is_asked {
                AssessmentPage::Clause(number.clone())
            } else {
                AssessmentPage::Clauses
            };
            ("clause", numbered(number, &hit.title), to(page, ""))
        }
        Target::Requirement(id) => {
            let requirement = catalog().requirement(*id);
            (
                "question",
                numbered(&requirement.id, &hit.title),
                to(
                    AssessmentPage::Clause(requirement.clause.clone()),
                    &requirement.id,
                ),
            )
        }
        Target::Document(id) => (
            "document",
            hit.title.clone(),
            to(AssessmentPage::Documents, &catalog().document(*id).id),
        ),
        Target::Step(place) => {
            let step = catalog().steps.get(*place)?;
            (
                "step",
                numbered(&step.id, &hit.title),
                to(AssessmentPage::Roadmap, &step.id),
            )
        }
        Target::Eligibility(place) => (
            "scope",
            hit.title.clone(),
            to(
                AssessmentPage::Scope,
                &catalog().eligibility.get(*place)?.id,
            ),
        ),
        Target::Action(id) => ("action", hit.title.clone(), to(AssessmentPage::Gaps, id)),
        Target::Scope => ("scope", hit.title.clone(), to(AssessmentPage::Scope, "")),
        Target::Topic(_) | Target::Guide(_) | Target::Term(_) => return None,
    };
    let title = if title.is_empty() {
        tr_key("palette-kind", kind).to_owned()
    } else {
        title
    };
    Some(Choice {
        kind,
        title,
        excerpt: hit.excerpt,
        action: Action::Go(href),
    })
}
