//! Daily operation: since when each process runs, and what it has left as records.

mod row;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{OpenItem, Query, choices};
use super::entry::Entry;
use super::people::PeopleList;
use crate::assessment::workspace::{Certification, MAIN, Operation, entries};
use crate::catalog::Process;
use crate::readiness::operation::{OperationState, state};
use crate::web::browser;
use crate::web::components::figures::figure;
use crate::web::components::ledger::Ledger;
use crate::web::components::list_filters::ListFilters;
use crate::web::components::number_field::NumberField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use row::ProcessRow;

/// The keys of the filters in the address.
const FILTERS: [&str; 1] = ["show"];

/// The most months of records that anybody waits for.
const MOST_MONTHS: u32 = 24;

/// The page.
#[component]
pub(crate) fn OperationPage() -> impl IntoView {
    let query = Query::get();
    let months = Entry::<Certification>::new("edit-certification", MAIN.to_owned());
    let wanted = Memo::new(move |_| months.value().with(Certification::months_wanted));
    let states = states(wanted);
    let show = query.value("show");
    let chosen = Memo::new(move |_| show.with(|it| OperationState::from_key(it)));
    let open = OpenItem::of_page("process");
    let shown = Memo::new(move |_| {
        let takes = |id: &str, state: OperationState| {
            chosen.get().is_none_or(|it| it == state) || open.id().with(|at| at == id)
        };
        states.with(|all| {
            let shown = all.iter().filter(|(process, it)| takes(&process.id, *it));
            shown.map(|(process, _)| *process).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| shown.with(|it| !it.is_empty()));
    let head = [
        "operation-process",
        "operation-owner",
        "operation-since",
        "operation-samples",
        "operation-looked",
        "operation-state",
    ];
    view! {
        <PageHeading title=tr("page-operation") lead=tr("operation-lead")/>
        <Figures states/>
        <section class="operation-months" aria-labelledby="operation-months">
            <h2 id="operation-months">{tr("operation-months")}</h2>
            <p>{tr("operation-months-advice")}</p>
            <MonthsField months/>
        </section>
        <PeopleList/>
        <h2>{tr("operation-list")}</h2>
        <Filters query shown/>
        <Show when=move || any.get() fallback=|| view! { <div class="empty-state"><p>{tr("operation-none-shown")}</p></div> }>
            <Ledger caption=tr("operation-list") head=head.map(tr).into() columns="processes">
                <For each=move || shown.get() key=|it| it.id.as_str() let:process><ProcessRow process open wanted/></For>
            </Ledger>
        </Show>
    }
    .into_any()
}

/// Where every process of the edition stands, in the order of the clauses.
fn states(wanted: Memo<u8>) -> Memo<Vec<(&'static Process, OperationState)>> {
    let document = Session::get().document();
    Memo::new(move |_| {
        let known = document.with(entries::<Operation>);
        let blank = Operation::default();
        let processes = catalog().workspaces.processes.iter();
        let standing = processes.map(|process| {
            let entry = known.iter().find(|(id, _)| *id == process.id);
            let entry = entry.map_or(&blank, |it| &it.1);
            (process, state(entry, wanted.get(), browser::today()))
        });
        standing.collect()
    })
}

/// How many months of records are wanted. The figure is advice, so it can be changed, and emptied to go back to it.
#[component]
fn MonthsField(months: Entry<Certification>) -> impl IntoView {
    let value = months.read(|it| it.months_of_records.map(u32::from));
    let put = months.put(|it, value: Option<u32>| {
        it.months_of_records = value.and_then(|it| u8::try_from(it).ok());
    });
    let advice = usize::from(Certification::MONTHS_OF_RECORDS);
    let hint = tr_with("operation-months-hint", &[("count", advice.into())]);
    view! { <NumberField label=tr("operation-months-wanted") hint value on_commit=put most=MOST_MONTHS/> }.into_any()
}

/// How many processes stand where, each with the base.
#[component]
fn Figures(states: Memo<Vec<(&'static Process, OperationState)>>) -> impl IntoView {
    let query = Query::get();
    let state = move |it: OperationState| {
        let counts = Memo::new(move |_| {
            states.with(|all| {
                let count = all.iter().filter(|(_, state)| *state == it).count();
                (count, all.len())
            })
        });
        let text = format!("operation-figure-{}", it.key());
        figure(text, counts, Some(query.way("show", it.key())))
    };
    view! { <ul class="figures">{OperationState::ALL.map(state).collect_view()}</ul> }.into_any()
}

/// The filter, and how much it leaves.
#[component]
fn Filters(query: Query, shown: Memo<Vec<&'static Process>>) -> impl IntoView {
    let states = OperationState::ALL.map(|it| {
        let label = tr_key("operation-state", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let result = Signal::derive(move || {
        let counts = [
            ("count", shown.with(Vec::len).into()),
            ("total", catalog().workspaces.processes.len().into()),
        ];
        tr_with("list-filters-result", &counts)
    });
    view! {
        <ListFilters label=tr("operation-filters") result filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
            {query.select("show", tr("operation-state"), choices(tr("operation-show-all"), states))}
        </ListFilters>
    }
    .into_any()
}
