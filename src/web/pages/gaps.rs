//! Gaps and actions: what is not met yet, what is to be done about it, by whom and until when.

mod line;
mod row;
mod unanswered;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{OpenItem, Query, chapters, choices, names};
use super::people::PeopleList;
use crate::assessment::{Action, Record, RecordKind};
use crate::readiness::actions::{
    ActionFilter, ActionLine, ActionOrder, ActionShow, action_lines, settled_under,
};
use crate::readiness::gate::{GateState, gates};
use crate::web::browser;
use crate::web::components::figures::figure;
use crate::web::components::ledger::Ledger;
use crate::web::components::list_filters::ListFilters;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use row::ActionRow;
use unanswered::Unanswered;

/// The keys of the filters in the address.
const FILTERS: [&str; 4] = ["show", "clause", "owner", "sort"];

/// The page.
#[component]
pub(crate) fn GapsPage() -> impl IntoView {
    let session = Session::get();
    let query = Query::get();
    let lines = lines(session);
    let [show, clause, owner, sort] = FILTERS.map(|it| query.value(it));
    let filter = Memo::new(move |_| {
        ActionFilter::from_words(&show.get(), &clause.get(), &owner.get(), &sort.get())
    });
    let open = OpenItem::of_page("action");
    // What is shown stays, and stays in its place, while it is being edited.
    let shown = Memo::new(move |before: Option<&(ActionFilter, Vec<String>)>| {
        let filter = filter.get();
        lines.with(|lines| {
            let chosen = filter.choose(catalog(), lines);
            let mut now: Vec<String> = chosen
                .into_iter()
                .filter_map(|it| lines.get(it))
                .map(|it| it.id.clone())
                .collect();
            now.extend(
                open.id()
                    .with(|at| lines.iter().find(|it| it.id == *at).map(|it| it.id.clone())),
            );
            settled_under(filter, before, &now, |id| {
                lines.iter().any(|it| it.id == *id)
            })
        })
    });
    let ids = Memo::new(move |_| shown.with(|(_, it)| it.clone()));
    let any = Memo::new(move |_| ids.with(|it| !it.is_empty()));
    let no_lines = Memo::new(move |_| lines.with(Vec::is_empty));
    let head = [
        "gaps-action",
        "gaps-standing",
        "gaps-gates",
        "gaps-owner",
        "gaps-due",
        "gaps-status",
    ];
    let empty = move || {
        if no_lines.get() {
            tr("gaps-none")
        } else {
            tr("gaps-none-shown")
        }
    };
    view! {
        <PageHeading title=tr("page-gaps") lead=tr("gaps-lead")/>
        <Show when=move || !no_lines.get()>
            <Figures lines/>
            <Filters query ids lines/>
        </Show>
        <PeopleList/>
        <h2>{tr("gaps-list")}</h2>
        <p class="button-row">
            <button type="button" class="button" id="add-action" on:click=move |_| add(session, open, String::new())>{tr("gaps-add")}</button>
        </p>
        <Show when=move || any.get() fallback=move || view! { <div class="empty-state"><p>{empty}</p></div> }>
            <Ledger caption=tr("gaps-list") head=head.map(tr).into() columns="actions">
                <For each=move || ids.get() key=Clone::clone let:id><ActionRow id lines open/></For>
            </Ledger>
        </Show>
        <Unanswered/>
    }
    .into_any()
}

/// Every line of the list, most urgent first.
fn lines(session: Session) -> Memo<Vec<ActionLine>> {
    let gates: Memo<Vec<GateState>> = Memo::new(move |_| {
        session
            .document()
            .with(|it| gates(catalog(), it, browser::today()))
    });
    Memo::new(move |_| {
        session
            .document()
            .with(|it| gates.with(|gates| action_lines(catalog(), it, browser::today(), gates)))
    })
}

/// Adds an action of the user's own and opens it. `requirement` is empty where it serves none in particular.
fn add(session: Session, open: OpenItem, requirement: String) {
    let id = browser::new_id();
    let action = Action {
        requirement,
        own: true,
        ..Action::default()
    };
    session.put(
        "edit-action",
        RecordKind::Action,
        &id,
        Some(Record::Action(action)),
    );
    open.open_at(&id, row::title_id(&id));
}

/// The figures, each with its base.
#[component]
fn Figures(lines: Memo<Vec<ActionLine>>) -> impl IntoView {
    let query = Query::get();
    let of = move |show: ActionShow| {
        let filter = ActionFilter {
            show,
            ..ActionFilter::default()
        };
        let counts =
            Memo::new(move |_| lines.with(|it| (filter.choose(catalog(), it).len(), it.len())));
        let text = format!("gaps-figure-{}", show.key());
        figure(text, counts, Some(query.way("show", show.key())))
    };
    let shows = [
        ActionShow::Blocking,
        ActionShow::Open,
        ActionShow::Unplanned,
        ActionShow::Overdue,
        ActionShow::Closed,
    ];
    view! { <ul class="figures">{shows.map(of).collect_view()}</ul> }.into_any()
}

/// The filters, the order, and how much they leave.
#[component]
fn Filters(query: Query, ids: Memo<Vec<String>>, lines: Memo<Vec<ActionLine>>) -> impl IntoView {
    let shows = ActionShow::ALL.into_iter().skip(1).map(|it| {
        let label = tr_key("gaps-show", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let orders = ActionOrder::ALL.into_iter().skip(1).map(|it| {
        let label = tr_key("gaps-sort", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    // The list of owners follows the actions, so that a new owner can be chosen at once.
    let owners = Memo::new(move |_| {
        lines.with(|it| {
            let owners = it.iter().map(|it| it.action.owner.trim().to_owned());
            names(tr("gaps-all-owners"), owners.collect())
        })
    });
    let owner = move || query.select("owner", tr("gaps-owner"), owners.get());
    let result = Signal::derive(move || {
        let counts = [
            ("count", ids.with(Vec::len).into()),
            ("total", lines.with(Vec::len).into()),
        ];
        tr_with("list-filters-result", &counts)
    });
    view! {
        <ListFilters label=tr("gaps-filters") result filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
            {query.select("show", tr("gaps-show"), choices(tr("gaps-show-all"), shows))}
            {query.select("clause", tr("gaps-clause"), chapters(tr("gaps-all-clauses")))}
            {owner}
            {query.select("sort", tr("gaps-sort"), choices(tr("gaps-sort-urgency"), orders))}
        </ListFilters>
    }
    .into_any()
}
