//! The register of documented information: what exists, who looks after it, where it is and when it is reviewed.

mod entry;
mod row;
mod summary;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{OpenItem, Query, chapters, choices, names};
use super::people::PeopleList;
use crate::catalog::{DocumentId, DocumentKind};
use crate::readiness::actions::settled_under;
use crate::readiness::register::{RegisterFilter, RegisterShow};
use crate::web::browser;
use crate::web::components::ledger::Ledger;
use crate::web::components::list_filters::ListFilters;
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
        let (filter, mut shown) = settled_under(filter, before, &now, |_| true);
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
        <PeopleList/>
        {DocumentKind::ALL.map(section).collect_view()}
    }
    .into_any()
}

/// The filters, and how much they leave.
#[component]
fn Filters(query: Query, ids: Memo<Vec<DocumentId>>) -> impl IntoView {
    let session = Session::get();
    let shows = RegisterShow::ALL.into_iter().skip(1).map(|it| {
        let label = tr_key("documents-show", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let kinds = DocumentKind::ALL.into_iter().map(|it| {
        let label = tr_key("documents-kind", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    // The list of owners follows the register, so that a new owner can be chosen at once.
    let owners = Memo::new(move |_| {
        session.document().with(|it| {
            let owners = it.documents.values().map(|it| it.owner.trim().to_owned());
            names(tr("documents-all-owners"), owners.collect())
        })
    });
    let owner = move || query.select("owner", tr("documents-owner"), owners.get());
    let result = Signal::derive(move || {
        let counts = [
            ("count", ids.with(Vec::len).into()),
            ("total", catalog().documents.len().into()),
        ];
        tr_with("list-filters-result", &counts)
    });
    view! {
        <ListFilters label=tr("documents-filters") result filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
            {query.select("show", tr("documents-show"), choices(tr("documents-show-all"), shows))}
            {query.select("kind", tr("documents-kind"), choices(tr("documents-all-kinds"), kinds))}
            {query.select("clause", tr("documents-clause"), chapters(tr("documents-all-clauses")))}
            {owner}
        </ListFilters>
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
