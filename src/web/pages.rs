//! Pages, one per route, and `question`, which several of them share. A page may use the session; what it shows comes from the domain.

pub(crate) mod about;
pub(crate) mod actions;
pub(crate) mod address;
pub(crate) mod audit;
pub(crate) mod calendar;
pub(crate) mod certification;
pub(crate) mod clause;
pub(crate) mod clauses;
pub(crate) mod conflicts;
pub(crate) mod documents;
pub(crate) mod entry;
pub(crate) mod focus;
pub(crate) mod forms;
pub(crate) mod gaps;
pub(crate) mod history;
pub(crate) mod learn;
pub(crate) mod not_found;
pub(crate) mod objectives;
pub(crate) mod operation;
pub(crate) mod overview;
pub(crate) mod people;
mod processes_field;
mod question;
pub(crate) mod quick;
pub(crate) mod recover;
pub(crate) mod report;
pub(crate) mod results;
pub(crate) mod review;
pub(crate) mod roadmap;
pub(crate) mod scope;
pub(crate) mod settings;
pub(crate) mod start;
mod versions;

use leptos::prelude::*;

use crate::web::text::tr;

/// The heading of a page, which receives the focus when the page is opened.
#[component]
pub(crate) fn PageHeading(
    /// The heading.
    #[prop(into)]
    title: String,
    /// One or two sentences under it.
    #[prop(optional, into)]
    lead: String,
) -> impl IntoView {
    view! {
        <div class="page-heading">
            <h1 tabindex="-1">{title}</h1>
            {(!lead.is_empty()).then(|| view! { <p class="page-heading__lead">{lead}</p> })}
        </div>
    }
    .into_any()
}

/// What has to be said under every page.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{tr("footer-prepares")}</p>
            <p><a href="#/learn">{tr("page-learn")}</a>" "<a href="#/about">{tr("page-about")}</a></p>
        </footer>
    }
    .into_any()
}
