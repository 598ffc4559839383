//! Learn: topics, the glossary, the guides to the clauses and the comparison of the editions.

mod clause_guide;
mod compared;
mod contents;
mod glossary;
mod topic;

use leptos::prelude::*;

use super::PageHeading;
use crate::catalog::Clause;
use crate::route::{LearnPage, Route};
use crate::web::browser;
use crate::web::text::{tr, tr_with};

/// A page of Learn.
#[component]
pub(crate) fn LearnPages(
    /// Which one.
    page: LearnPage,
) -> impl IntoView {
    match page {
        LearnPage::Contents => view! { <contents::ContentsPage/> }.into_any(),
        LearnPage::Topic(id) => view! { <topic::TopicPage id/> }.into_any(),
        LearnPage::Glossary => view! { <glossary::GlossaryPage/> }.into_any(),
        LearnPage::EditionsCompared => view! { <compared::ComparedPage/> }.into_any(),
        LearnPage::Clause { edition, clause } => {
            view! { <clause_guide::ClauseGuidePage edition clause/> }.into_any()
        }
    }
}

/// Gives the page its title, after the root has given it that of all pages of Learn.
fn name_page(name: &str) {
    let title = tr_with("title-page", &[("page", name.into())]);
    Effect::new(move |_| browser::set_title(&title));
}

/// The number and the title of a clause.
fn numbered(clause: &Clause) -> String {
    tr_with(
        "clause-and-title",
        &[
            ("clause", clause.id.as_str().into()),
            ("title", clause.title.as_str().into()),
        ],
    )
}

/// The way back to the contents.
fn path(more: Option<String>) -> AnyView {
    view! {
        <nav class="clause-page__path" aria-label=tr("learn-path")>
            <a href=Route::Learn(LearnPage::Contents).href()>{tr("page-learn")}</a>
            {more.map(|it| view! { <span>{it}</span> })}
        </nav>
    }
    .into_any()
}

/// A neighbour in the order of reading: its name and its address.
type Neighbour = Option<(String, String)>;

/// The pages before and after.
fn pager(label: &'static str, previous: Neighbour, next: Neighbour) -> AnyView {
    let link = |way: &'static str, words: &'static str, to: Neighbour| {
        to.map(|(name, href)| {
            view! { <a class="pager__link" data-way=way href=href><span class="pager__way">{words}</span><span>{name}</span></a> }.into_any()
        })
    };
    view! {
        <nav class="pager" aria-label=label>
            {link("back", tr("learn-previous"), previous)}
            {link("on", tr("learn-next"), next)}
        </nav>
    }
    .into_any()
}

/// What is said where an address names nothing that there is.
fn nothing_there(title: String) -> AnyView {
    name_page(&title);
    view! {
        <PageHeading title lead=tr("learn-unknown-lead")/>
        <p><a class="button" data-tone="primary" href=Route::Learn(LearnPage::Contents).href()>{tr("learn-to-contents")}</a></p>
    }
    .into_any()
}
