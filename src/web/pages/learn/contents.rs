//! What there is to read.

use leptos::prelude::*;

use super::{name_page, numbered};
use crate::catalog::learn::Topic;
use crate::catalog::{Catalog, Clause, Edition};
use crate::route::{LearnPage, Route};
use crate::web::pages::PageHeading;
use crate::web::reading::{self, Need, once_here};
use crate::web::text::{kept, tr, tr_key};

/// The page.
#[component]
pub(crate) fn ContentsPage() -> impl IntoView {
    name_page(tr("page-learn"));
    let card = |(page, title, about): (LearnPage, &'static str, &'static str)| {
        view! {
            <li class="learn-card">
                <a class="learn-card__title" href=Route::Learn(page).href()>{tr(title)}</a>
                <p>{tr(about)}</p>
            </li>
        }
        .into_any()
    };
    let references = [
        (
            LearnPage::Glossary,
            "learn-glossary",
            "learn-glossary-about",
        ),
        (
            LearnPage::EditionsCompared,
            "learn-compared",
            "learn-compared-about",
        ),
    ];
    view! {
        <PageHeading title=tr("page-learn") lead=tr("learn-lead")/>
        <div class="learn-contents">
            <section aria-labelledby="learn-topics">
                <h2 id="learn-topics">{tr("learn-topics")}</h2>
                {once_here(vec![Need::Learn], topics)}
            </section>
            <section aria-labelledby="learn-references">
                <h2 id="learn-references">{tr("learn-references")}</h2>
                <ul class="learn-cards">{references.map(card).collect_view()}</ul>
            </section>
            <section aria-labelledby="learn-guides">
                <h2 id="learn-guides">{tr("learn-guides")}</h2>
                <p>{tr("learn-guides-lead")}</p>
                {Edition::ALL.map(|it| view! { <Tree edition=it/> }).collect_view()}
            </section>
        </div>
    }
    .into_any()
}

fn topics() -> AnyView {
    let row = |it: &'static Topic| {
        let href = Route::Learn(LearnPage::Topic(it.id.clone())).href();
        view! {
            <li class="learn-card">
                <a class="learn-card__title" href=href>{it.title.as_str()}</a>
                <p>{it.lead.as_str()}</p>
            </li>
        }
        .into_any()
    };
    let topics = reading::learn().map_or(&[][..], |it| &it.topics);
    view! { <ol class="learn-cards">{topics.iter().map(row).collect_view()}</ol> }.into_any()
}

/// The clauses of an edition. Those of the withdrawn one are fetched when somebody opens them.
#[component]
fn Tree(edition: Edition) -> impl IntoView {
    let is_first = !edition.is_withdrawn();
    let wanted = RwSignal::new(is_first);
    let shown = Memo::new(move |_| wanted.get());
    view! {
        <details class="learn-tree" open=is_first on:toggle:target=move |event| if event.target().open() {
            wanted.set(true);
        }>
            <summary class="learn-tree__edition"><h3>{tr_key("learn-edition", edition.key())}</h3></summary>
            {move || shown.get().then(|| once_here(vec![Need::Edition(edition)], move || chapters(edition)))}
        </details>
    }
    .into_any()
}

fn chapters(edition: Edition) -> AnyView {
    let Some(catalog) = kept(edition) else {
        return ().into_any();
    };
    view! { <ul class="learn-tree__chapters">{below(catalog, edition, "")}</ul> }.into_any()
}

/// The clauses right below one, each with those below it.
fn below(catalog: &'static Catalog, edition: Edition, parent: &str) -> AnyView {
    let children = catalog
        .clauses
        .iter()
        .filter(|it| it.id.rsplit_once('.').map_or("", |(above, _)| above) == parent);
    let item = |it: &'static Clause| {
        let name = if it.leaf {
            let href = Route::Learn(LearnPage::clause(edition, it.id.clone())).href();
            view! { <a href=href>{numbered(it)}</a> }.into_any()
        } else {
            view! { <span class="learn-tree__group">{numbered(it)}</span> }.into_any()
        };
        let more =
            (!it.leaf).then(|| view! { <ul>{below(catalog, edition, &it.id)}</ul> }.into_any());
        view! { <li>{name}{more}</li> }.into_any()
    };
    children.map(item).collect_view().into_any()
}
