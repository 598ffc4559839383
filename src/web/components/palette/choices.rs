//! What the palette offers, and what it does when something is chosen.

use leptos::prelude::*;

use crate::assessment::Shelf;
use crate::catalog::Guidance;
use crate::route::{AssessmentPage, Location, Route};
use crate::search::{Hit, Target, search};
use crate::web::backup;
use crate::web::browser;
use crate::web::library::Library;
use crate::web::place::{Dialogs, page_key, use_guidance, use_location};
use crate::web::preferences::{self, Preferences, TextSize, Theme, preferences};
use crate::web::session::{Opening, Session};
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// How many hits are shown; who does not find it among them types another word.
const MOST_HITS: usize = 40;

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
}

impl Hands {
    /// In a component's body.
    pub(super) fn get() -> Self {
        Self {
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
        if let (Some(id), false) = (assessment, words.is_empty()) {
            let guidance = self.guidance.get();
            let hits = self
                .session
                .document()
                .with(|it| search(catalog(), guidance, Some(it), typed, MOST_HITS));
            choices.extend(hits.into_iter().filter_map(|it| found(&id, it)));
        }
        choices
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
            let pages = [
                AssessmentPage::Overview,
                AssessmentPage::Scope,
                AssessmentPage::Quick,
                AssessmentPage::Clauses,
                AssessmentPage::Documents,
                AssessmentPage::Results,
                AssessmentPage::Gaps,
                AssessmentPage::Roadmap,
                AssessmentPage::Report,
                AssessmentPage::History,
            ];
            out.extend(pages.map(|it| {
                go(
                    "page",
                    tr_key("page", page_key(&it)),
                    Route::assessment(id, it).href(),
                )
            }));
        }
        for (key, route) in [
            ("page-start", Route::Start),
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

/// A hit as a choice that leads to it.
fn found(assessment: &str, hit: Hit) -> Option<Choice> {
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
