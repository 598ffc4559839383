//! How the register stands, and what the edition asks for and nobody has.

use leptos::prelude::*;

use super::super::address::{OpenItem, Query};
use crate::assessment::DocumentState;
use crate::catalog::DocumentId;
use crate::readiness::documents::{RegisterTally, missing_by_clause, register_tally};
use crate::web::browser;
use crate::web::components::figures::figure;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The figures, each with its base.
#[component]
pub(super) fn Summary() -> impl IntoView {
    let session = Session::get();
    let query = Query::get();
    let tally = Memo::new(move |_| {
        session
            .document()
            .with(|it| register_tally(catalog(), it, browser::today()))
    });
    let of = move |key: &'static str,
                   count: fn(&RegisterTally) -> (usize, usize),
                   show: &'static str| {
        let counts = Memo::new(move |_| tally.with(count));
        figure(key, counts, Some(query.way("show", show)))
    };
    view! {
        <ul class="figures">
            {of("documents-figure-mandatory", |it| (it.mandatory.reaching(DocumentState::Approved), it.mandatory.total), "mandatory")}
            {of("documents-figure-records", |it| (it.records.reaching(DocumentState::Exists), it.records.total), "mandatory")}
            {of("documents-figure-usual", |it| (it.usual.reaching(DocumentState::Exists), it.usual.total), "")}
            {of("documents-figure-missing", |it| (it.mandatory.missing + it.records.missing, it.mandatory.total + it.records.total), "mandatory-missing")}
            {of("documents-figure-overdue", |it| (it.overdue.len(), it.overdue.len()), "review-overdue")}
        </ul>
    }
    .into_any()
}

/// What the edition asks for and nobody has, named by clause.
#[component]
pub(super) fn MissingByClause(open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let missing = Memo::new(move |_| {
        session
            .document()
            .with(|it| missing_by_clause(catalog(), it))
    });
    let count = Memo::new(move |_| {
        missing.with(|it| {
            let mut ids: Vec<DocumentId> =
                it.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
            ids.sort_unstable();
            ids.dedup();
            (ids.len(), it.len())
        })
    });
    let is_open = RwSignal::new(false);
    let link = move |id: DocumentId| {
        let document = catalog().document(id);
        view! { <li><a href=move || open.href(&document.id)>{document.name.as_str()}</a></li> }
            .into_any()
    };
    let clause = move |(place, ids): (usize, Vec<DocumentId>)| {
        let clause = catalog().clauses.get(place)?;
        let title = tr_with(
            "clause-and-title",
            &[
                ("clause", clause.id.as_str().into()),
                ("title", clause.title.as_str().into()),
            ],
        );
        Some(
            view! { <li><p class="missing-list__clause">{title}</p><ul>{ids.into_iter().map(link).collect_view()}</ul></li> }
                .into_any(),
        )
    };
    let summary = move || {
        let (documents, clauses) = count.get();
        tr_with(
            "documents-missing-summary",
            &[("documents", documents.into()), ("clauses", clauses.into())],
        )
    };
    let none = Memo::new(move |_| count.get().0 == 0);
    move || {
        if none.get() {
            return view! { <p class="callout">{tr("documents-none-missing")}</p> }.into_any();
        }
        let list = move || {
            is_open.get().then(|| view! { <ul class="missing-list">{missing.get().into_iter().filter_map(clause).collect_view()}</ul> })
        };
        view! {
            <details class="callout missing" data-tone="warning" prop:open=move || is_open.get() on:toggle:target=move |event| is_open.set(event.target().open())>
                <summary>{summary}</summary>
                {list}
            </details>
        }
        .into_any()
    }
}
