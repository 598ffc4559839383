//! The glossary: every term with what it means, and a field that leaves only what holds some words.

use leptos::prelude::*;

use super::{name_page, path};
use crate::catalog::Edition;
use crate::catalog::learn::Term;
use crate::route::{LearnPage, Route};
use crate::web::browser;
use crate::web::pages::PageHeading;
use crate::web::place::use_location;
use crate::web::reading::{self, Need, once_here};
use crate::web::text::{tr, tr_key, tr_with};

/// The page.
#[component]
pub(crate) fn GlossaryPage() -> impl IntoView {
    name_page(tr("learn-glossary"));
    view! {
        {path(None)}
        <PageHeading title=tr("learn-glossary") lead=tr("learn-glossary-about")/>
        {once_here(vec![Need::Learn], || view! { <Terms/> })}
    }
    .into_any()
}

#[component]
fn Terms() -> impl IntoView {
    let terms: &'static [Term] = reading::learn().map_or(&[], |it| &it.glossary);
    let location = use_location();
    let asked =
        Memo::new(move |_| location.with(|it| it.value("term").unwrap_or_default().to_owned()));
    let typed = RwSignal::new(String::new());
    Effect::new(move |_| {
        let id = asked.get();
        if terms.iter().any(|it| it.id == id) {
            typed.set(String::new());
            browser::show_soon(entry_id(&id), name_id(&id));
        }
    });
    let shown = Memo::new(move |_| {
        typed.with(|words| {
            let fits = terms.iter().enumerate().filter(|(_, it)| it.holds(words));
            fits.map(|(at, _)| at).collect::<Vec<_>>()
        })
    });
    let missing =
        Memo::new(move |_| asked.with(|id| !id.is_empty() && !terms.iter().any(|it| it.id == *id)));
    let result = move || {
        tr_with(
            "list-filters-result",
            &[
                ("count", shown.with(Vec::len).into()),
                ("total", terms.len().into()),
            ],
        )
    };
    let entry = move |at: usize| {
        terms
            .get(at)
            .map(|it| view! { <Entry term=it asked/> }.into_any())
    };
    view! {
        {move || missing.get().then(|| view! { <p class="callout" data-tone="warning" role="status">{tr("learn-unknown-term")}</p> })}
        <div class="glossary-filter">
            <label class="text-field__label" for="glossary-filter">{tr("learn-glossary-filter")}</label>
            <input id="glossary-filter" class="text-field__input" type="search" autocomplete="off" spellcheck="false" maxlength="60"
                prop:value=typed on:input:target=move |event| typed.set(event.target().value())/>
            <p class="muted"><output>{result}</output></p>
        </div>
        <dl class="glossary"><For each=move || shown.get() key=|at| *at children=entry/></dl>
    }
    .into_any()
}

fn entry_id(term: &str) -> String {
    format!("term-{term}")
}

fn name_id(term: &str) -> String {
    format!("term-{term}-name")
}

#[component]
fn Entry(term: &'static Term, asked: Memo<String>) -> impl IntoView {
    let current = Memo::new(move |_| asked.with(|it| *it == term.id));
    let clauses = |edition: Edition| {
        let numbers = term.clauses(edition);
        let link = move |it: &'static String| {
            let href = Route::Learn(LearnPage::clause(edition, it.clone())).href();
            view! { " " <a href=href>{it.as_str()}</a> }.into_any()
        };
        (!numbers.is_empty()).then(|| {
            view! { <span>{tr_key("learn-glossary-clauses", edition.key())}{numbers.iter().map(link).collect_view()}</span> }
                .into_any()
        })
    };
    view! {
        <div class="glossary__entry" id=entry_id(&term.id) data-current=move || current.get().to_string()>
            <dt class="glossary__name" id=name_id(&term.id) tabindex="-1">{term.name.as_str()}</dt>
            <dd>
                <p>{term.definition.as_str()}</p>
                <p class="glossary__where">
                    {term.only.map(|it| view! { <span>{tr_key("learn-glossary-only", it.key())}</span> })}
                    {Edition::ALL.map(clauses).collect_view()}
                </p>
            </dd>
        </div>
    }
    .into_any()
}
