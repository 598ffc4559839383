//! The register of documented information: what exists, who looks after it, where it is and when it is reviewed.

mod entry;
mod row;
mod summary;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{OpenItem, Query};
use crate::catalog::{DocumentId, DocumentKind};
use crate::readiness::actions::settled;
use crate::readiness::register::{RegisterFilter, RegisterShow};
use crate::web::browser;
use crate::web::components::ledger::Ledger;
use crate::web::components::select_field::SelectField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use row::DocumentRow;
use summary::{MissingByClause, Summary};

/// The keys of the filters in the address.
const FILTERS: [&str; 4] = ["show", "kind", "clause", "owner"];

/// The page.
#[component]
pub(crate) fn DocumentsPage() -> impl IntoView {
    let session = Session::get();
    let query = Query::get();
    let [show, kind, clause, owner] = FILTERS.map(|it| query.value(it));
    let filter = Memo::new(move |_| {
        RegisterFilter::from_words(&show.get(), &kind.get(), &clause.get(), &owner.get())
    });
    let open = OpenItem::of_page("document");
    // What is shown stays while it is being edited, even where the edit takes it out of the filter.
    let shown = Memo::new(move |before: Option<&(RegisterFilter, Vec<DocumentId>)>| {
        let filter = filter.get();
        let mut now = session
            .document()
            .with(|it| filter.choose(catalog(), it, browser::today()));
        now.extend(open.id().with(|it| catalog().find_document(it)));
        let kept = before
            .filter(|(old, _)| *old == filter)
            .map(|(_, it)| it.clone())
            .unwrap_or_default();
        let mut shown = settled(&kept, &now, |_| true);
        shown.sort_unstable();
        (filter, shown)
    });
    let ids = Memo::new(move |_| shown.with(|(_, it)| it.clone()));
    let section = move |kind: DocumentKind| view! { <KindSection kind ids open/> };
    view! {
        <PageHeading title=tr("page-documents") lead=tr("documents-lead")/>
        <Summary/>
        <MissingByClause open/>
        <Filters query ids/>
        <datalist id="people">{move || session.document().with(|it| it.people()).into_iter().map(|it| view! { <option value=it></option> }).collect_view()}</datalist>
        {DocumentKind::ALL.map(section).collect_view()}
    }
    .into_any()
}

/// The filters, and how much they leave.
#[component]
fn Filters(query: Query, ids: Memo<Vec<DocumentId>>) -> impl IntoView {
    let session = Session::get();
    let select = move |key: &'static str, label: &'static str, options: Vec<(String, String)>| {
        let set = Callback::new(move |word: String| query.set(key, &word));
        view! { <SelectField label options value=query.value(key) on_choose=set/> }.into_any()
    };
    let all = |key: &'static str| (String::new(), tr(key).to_owned());
    let shows = RegisterShow::ALL.map(|it| {
        let word = if it == RegisterShow::All {
            ""
        } else {
            it.key()
        };
        (
            word.to_owned(),
            tr_key("documents-show", it.key()).to_owned(),
        )
    });
    let kinds = DocumentKind::ALL.map(|it| {
        (
            it.key().to_owned(),
            tr_key("documents-kind", it.key()).to_owned(),
        )
    });
    let kinds = std::iter::once(all("documents-all-kinds"))
        .chain(kinds)
        .collect();
    let owners = move || {
        let people = session.document().with_untracked(|it| it.people());
        std::iter::once(all("documents-all-owners"))
            .chain(people.into_iter().map(|it| (it.clone(), it)))
            .collect()
    };
    let filtered = {
        let values = FILTERS.map(|it| query.value(it));
        Memo::new(move |_| values.iter().any(|it| it.with(|it| !it.is_empty())))
    };
    let count = move || {
        tr_with(
            "documents-shown",
            &[
                ("count", ids.with(Vec::len).into()),
                ("total", catalog().documents.len().into()),
            ],
        )
    };
    view! {
        <section class="list-filters" aria-label=tr("documents-filters")>
            <div class="list-filters__fields">
                {select("show", tr("documents-show"), shows.into())}
                {select("kind", tr("documents-kind"), kinds)}
                {select("clause", tr("documents-clause"), super::address::chapters(tr("documents-all-clauses")))}
                {select("owner", tr("documents-owner"), owners())}
            </div>
            <p class="list-filters__result">
                <output>{count}</output>
                <Show when=move || filtered.get()>
                    <button type="button" class="button" data-tone="quiet" data-size="small" on:click=move |_| query.clear(&FILTERS)>{tr("documents-clear")}</button>
                </Show>
            </p>
        </section>
    }
    .into_any()
}

/// The documents of one kind; nothing where the filters leave none.
#[component]
fn KindSection(kind: DocumentKind, ids: Memo<Vec<DocumentId>>, open: OpenItem) -> impl IntoView {
    let mine = Memo::new(move |_| {
        ids.with(|it| {
            it.iter()
                .copied()
                .filter(|it| catalog().document(*it).kind == kind)
                .collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| mine.with(|it| !it.is_empty()));
    let title = move || {
        let arguments = [
            ("kind", tr_key("documents-kinds", kind.key()).into()),
            ("count", mine.with(Vec::len).into()),
        ];
        tr_with("documents-section", &arguments)
    };
    let head = [
        "documents-document",
        "documents-state",
        "documents-version",
        "documents-owner",
        "documents-where",
        "documents-reviews",
    ];
    view! {
        <Show when=move || any.get()>
            <section class="register">
                <h2>{title}</h2>
                <Ledger caption=tr_key("documents-kinds", kind.key()) head=head.map(tr).into() columns="documents">
                    <For each=move || mine.get() key=|it| *it let:id><DocumentRow id open/></For>
                </Ledger>
            </section>
        </Show>
    }
    .into_any()
}
