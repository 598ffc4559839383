//! Where the user is and what is within reach of every page: taken from the context that the root provides.

use leptos::prelude::*;

use super::later::LaterCode;
use crate::catalog::Guidance;
use crate::route::{AssessmentPage, Location};

/// Where the user is. Set by the address only.
pub(crate) fn use_location() -> RwSignal<Location> {
    expect_context()
}

/// The guidance of the edition in use, once it has arrived.
pub(crate) fn use_guidance() -> Signal<Option<&'static Guidance>, LocalStorage> {
    let later: LaterCode = expect_context();
    Signal::derive_local(move || later.guidance())
}

/// Which of the dialogs that open from anywhere is open.
#[derive(Clone, Copy)]
pub(crate) struct Dialogs {
    /// The command palette with the search.
    pub palette: RwSignal<bool>,
    /// The list of keys.
    pub help: RwSignal<bool>,
}

/// The key of a page in texts such as `page-results`.
pub(crate) const fn page_key(page: &AssessmentPage) -> &'static str {
    match page {
        AssessmentPage::Overview => "overview",
        AssessmentPage::Scope => "scope",
        AssessmentPage::Quick => "quick",
        AssessmentPage::Clauses => "clauses",
        AssessmentPage::Clause(_) => "clause",
        AssessmentPage::Focus(_) => "focus",
        AssessmentPage::Documents => "documents",
        AssessmentPage::Results => "results",
        AssessmentPage::Gaps => "gaps",
        AssessmentPage::Roadmap => "roadmap",
        AssessmentPage::Operation => "operation",
        AssessmentPage::Objectives => "objectives",
        AssessmentPage::Audit => "audit",
        AssessmentPage::Review => "review",
        AssessmentPage::Actions => "actions",
        AssessmentPage::Certification => "certification",
        AssessmentPage::Calendar => "calendar",
        AssessmentPage::Forms => "forms",
        AssessmentPage::Report => "report",
        AssessmentPage::History => "history",
        AssessmentPage::Conflicts => "conflicts",
    }
}
