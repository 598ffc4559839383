//! The filter in the address: which questions the pages that ask show, and links that keep it.

use leptos::prelude::*;

use crate::catalog::RequirementId;
use crate::readiness::filter::{QuestionFilter, Show};
use crate::route::{AssessmentPage, Location, Route};
use crate::web::place::use_location;
use crate::web::preferences::preferences;
use crate::web::session::Session;
use crate::web::text::catalog;

/// The query keys of the filter.
const FILTER: &str = "filter";
pub(crate) const WORDS: &str = "words";

/// The query key of the question that is shown first.
pub(crate) const AT: &str = "at";

/// A handle to the filter in the address.
#[derive(Clone, Copy)]
pub(crate) struct Selection {
    session: Session,
    location: RwSignal<Location>,
    filter: Memo<QuestionFilter>,
    my_name: Memo<String>,
}

impl Selection {
    /// Reads the filter; in a component's body.
    pub(crate) fn new() -> Self {
        let location = use_location();
        let preferences = preferences();
        let filter = Memo::new(move |_| {
            location.with(|it| QuestionFilter {
                show: Show::from_key(it.value(FILTER).unwrap_or_default()),
                words: it.value(WORDS).unwrap_or_default().to_owned(),
            })
        });
        Self {
            session: Session::get(),
            location,
            filter,
            my_name: Memo::new(move |_| preferences.with(|it| it.my_name.clone())),
        }
    }

    /// The filter.
    pub(crate) fn filter(self) -> Memo<QuestionFilter> {
        self.filter
    }

    /// The name under which answers are "mine".
    pub(crate) fn my_name(self) -> Memo<String> {
        self.my_name
    }

    /// The questions that pass a filter; follows the document.
    pub(crate) fn matching(self, filter: &QuestionFilter) -> Vec<RequirementId> {
        self.session
            .document()
            .with(|it| filter.matching(catalog(), it, &self.my_name.get()))
    }

    /// The questions that pass the filter now.
    ///
    /// Does not follow the document: a question must not vanish because it is being answered.
    pub(crate) fn matching_now(self) -> Vec<RequirementId> {
        let filter = self.filter.get();
        untrack(|| self.matching(&filter))
    }

    /// The address of a page of the open assessment, with the filter kept.
    pub(crate) fn href(self, page: AssessmentPage) -> String {
        self.href_at(page, "")
    }

    /// The address of a question in its clause, with the filter kept.
    pub(crate) fn href_to(self, id: RequirementId) -> String {
        let requirement = catalog().requirement(id);
        self.href_at(
            AssessmentPage::Clause(requirement.clause.clone()),
            &requirement.id,
        )
    }

    fn href_at(self, page: AssessmentPage, at: &str) -> String {
        // A page belongs to one assessment: its id needs no following.
        let route = Route::assessment(
            self.session.document().with_untracked(|it| it.id.clone()),
            page,
        );
        self.filter.with(|it| {
            let kept = Location {
                route,
                query: Vec::new(),
            };
            let show = if it.show == Show::All {
                ""
            } else {
                it.show.key()
            };
            kept.with(FILTER, show)
                .with(WORDS, &it.words)
                .with(AT, at)
                .href()
        })
    }

    /// The address of the page that is shown, with another filter by state.
    pub(crate) fn href_showing(self, show: Show) -> String {
        let key = if show == Show::All { "" } else { show.key() };
        self.location
            .with(|it| it.with(AT, "").with(FILTER, key).href())
    }

    /// The address of the page that is shown, with no filter at all.
    pub(crate) fn href_without(self) -> String {
        self.location
            .with(|it| it.with(AT, "").with(FILTER, "").with(WORDS, "").href())
    }
}
