//! The register of nonconformities: correction, cause, corrective action and the check of its effect, whoever found them.

mod cause;
mod closing;
mod details;
mod row;
mod steps;
mod trend;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{OpenItem, Query, chapters, choices, names};
use super::people::PeopleList;
use crate::assessment::workspace::{Nonconformity, Source, entries, put};
use crate::readiness::actions::settled_under;
use crate::readiness::register_of_nonconformities::{
    NonconformityFilter, NonconformityOrder, NonconformityShow, next_number, sources,
};
use crate::web::browser;
use crate::web::components::figures::figure;
use crate::web::components::ledger::Ledger;
use crate::web::components::list_filters::ListFilters;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use row::EntryRow;
pub(crate) use row::{grade_tone, state_tone};
use trend::Trends;

/// The keys of the filters in the address.
const FILTERS: [&str; 5] = ["show", "source", "clause", "owner", "sort"];

/// Every entry of the register by id.
type Register = Memo<Vec<(String, Nonconformity)>>;

/// The page.
#[component]
pub(crate) fn ActionsPage() -> impl IntoView {
    let session = Session::get();
    let query = Query::get();
    let register: Register = Memo::new(move |_| session.document().with(entries::<Nonconformity>));
    let [show, source, clause, owner, sort] = FILTERS.map(|it| query.value(it));
    let filter = Memo::new(move |_| {
        NonconformityFilter::from_words(
            &show.get(),
            &source.get(),
            &clause.get(),
            &owner.get(),
            &sort.get(),
        )
    });
    let open = OpenItem::of_page("entry");
    // What is shown stays, and stays in its place, while it is being edited.
    let shown = Memo::new(move |before: Option<&(NonconformityFilter, Vec<String>)>| {
        let filter = filter.get();
        register.with(|all| {
            let exists = |id: &String| all.iter().any(|(it, _)| it == id);
            let mut now = filter.choose(catalog(), all, browser::today());
            now.extend(open.id().with(|at| Some(at.clone()).filter(exists)));
            settled_under(filter, before, &now, exists)
        })
    });
    let ids = Memo::new(move |_| shown.with(|(_, it)| it.clone()));
    let any = Memo::new(move |_| ids.with(|it| !it.is_empty()));
    let nothing = Memo::new(move |_| register.with(Vec::is_empty));
    let head = [
        "actions-entry",
        "record-field-grade",
        "actions-found-by",
        "gaps-owner",
        "actions-next-due",
        "actions-state",
    ];
    let empty = move || {
        if nothing.get() {
            tr("actions-none")
        } else {
            tr("gaps-none-shown")
        }
    };
    view! {
        <PageHeading title=tr("page-actions") lead=tr("actions-lead")/>
        <Show when=move || !nothing.get()>
            <Figures register/>
            <Filters query ids register/>
        </Show>
        <PeopleList/>
        <h2>{tr("actions-list")}</h2>
        <p class="button-row">
            <button type="button" class="button" id="add-entry" on:click=move |_| add(session, open)>{tr("actions-add")}</button>
        </p>
        <Show when=move || any.get() fallback=move || view! { <div class="empty-state"><p>{empty}</p></div> }>
            <Ledger caption=tr("actions-list") head=head.map(tr).into() columns="nonconformities">
                <For each=move || ids.get() key=Clone::clone let:id><EntryRow id open/></For>
            </Ledger>
        </Show>
        <Show when=move || !nothing.get()><Trends register/></Show>
    }
    .into_any()
}

/// Adds an entry from daily work and opens it.
fn add(session: Session, open: OpenItem) {
    let id = browser::new_id();
    let number = session
        .document()
        .with_untracked(|it| number_after(&entries::<Nonconformity>(it)));
    let entry = Nonconformity {
        number,
        source: Source::DailyWork,
        raised_on: Some(browser::today()),
        ..Nonconformity::default()
    };
    session.edit(put("edit-nonconformity", &id, &entry));
    open.open_at(&id, details::title_id(&id));
}

/// The number of the next entry of the register.
pub(crate) fn number_after(register: &[(String, Nonconformity)]) -> String {
    next_number(register.iter().map(|(_, it)| it.number.as_str()))
}

/// The figures, each with its base.
#[component]
fn Figures(register: Register) -> impl IntoView {
    let query = Query::get();
    let of = move |show: NonconformityShow| {
        let counts = Memo::new(move |_| {
            register.with(|all| {
                let takes = |it: &&(String, Nonconformity)| show.takes(&it.1, browser::today());
                (all.iter().filter(takes).count(), all.len())
            })
        });
        let text = format!("actions-figure-{}", show.key());
        figure(text, counts, Some(query.way("show", show.key())))
    };
    let shows = NonconformityShow::ALL
        .into_iter()
        .skip(1)
        .map(of)
        .collect_view();
    view! { <ul class="figures">{shows}</ul> }.into_any()
}

/// The filters, the order, and how much they leave.
#[component]
fn Filters(query: Query, ids: Memo<Vec<String>>, register: Register) -> impl IntoView {
    let shows = NonconformityShow::ALL.into_iter().skip(1).map(|it| {
        let label = tr_key("actions-show", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let orders = NonconformityOrder::ALL.into_iter().skip(1).map(|it| {
        let label = tr_key("actions-sort", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let sources = sources(catalog()).into_iter().map(|it| {
        let label = tr_key("actions-source", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    // The list of owners follows the entries, so that a new owner can be chosen at once.
    let owners = Memo::new(move |_| {
        register.with(|all| {
            let owners = all.iter().map(|(_, it)| it.owner.trim().to_owned());
            names(tr("gaps-all-owners"), owners.collect())
        })
    });
    let owner = move || query.select("owner", tr("gaps-owner"), owners.get());
    let result = Signal::derive(move || {
        let counts = [
            ("count", ids.with(Vec::len).into()),
            ("total", register.with(Vec::len).into()),
        ];
        tr_with("list-filters-result", &counts)
    });
    view! {
        <ListFilters label=tr("actions-filters") result filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
            {query.select("show", tr("gaps-show"), choices(tr("gaps-show-all"), shows))}
            {query.select("source", tr("actions-found-by"), choices(tr("actions-all-sources"), sources))}
            {query.select("clause", tr("gaps-clause"), chapters(tr("gaps-all-clauses")))}
            {owner}
            {query.select("sort", tr("gaps-sort"), choices(tr("actions-sort-due"), orders))}
        </ListFilters>
    }
    .into_any()
}
