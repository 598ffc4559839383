//! Service management objectives and expected benefits, with what was measured.

mod readings;
mod row;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{OpenItem, Query, choices};
use super::people::PeopleList;
use crate::assessment::workspace::{Objective, ObjectiveKind, entries, put};
use crate::readiness::objectives::{ObjectiveState, state};
use crate::web::browser;
use crate::web::components::figures::figure;
use crate::web::components::ledger::Ledger;
use crate::web::components::list_filters::ListFilters;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};
use row::{ObjectiveRow, title_id};

/// The keys of the filters in the address.
const FILTERS: [&str; 2] = ["kind", "show"];

/// The name of an edit on this page.
const LABEL: &str = "edit-objective";

/// One objective as the list needs it.
#[derive(Clone, PartialEq)]
struct Line {
    id: String,
    kind: ObjectiveKind,
    state: ObjectiveState,
}

/// The page.
#[component]
pub(crate) fn ObjectivesPage() -> impl IntoView {
    let query = Query::get();
    let session = Session::get();
    let lines = lines(session);
    let [kind, show] = FILTERS.map(|it| query.value(it));
    let open = OpenItem::of_page("objective");
    let shown = Memo::new(move |_| {
        let kind = kind.with(|it| ObjectiveKind::from_key(it));
        let state = show.with(|it| ObjectiveState::from_key(it));
        let takes = |line: &Line| {
            kind.is_none_or(|it| it == line.kind) && state.is_none_or(|it| it == line.state)
                || open.id().with(|at| *at == line.id)
        };
        lines.with(|all| {
            let shown = all.iter().filter(|it| takes(it));
            shown.map(|it| it.id.clone()).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| shown.with(|it| !it.is_empty()));
    let none = Memo::new(move |_| lines.with(Vec::is_empty));
    let head = [
        "objectives-objective",
        "objectives-baseline",
        "objectives-last",
        "objectives-target",
        "objectives-trend",
        "objectives-state",
    ];
    let add = move |kind: ObjectiveKind| {
        let id = browser::new_id();
        let objective = Objective {
            kind,
            ..Objective::default()
        };
        session.edit(put(LABEL, &id, &objective));
        open.open_at(&id, title_id(&id));
    };
    let empty = move || {
        if none.get() {
            tr("objectives-none")
        } else {
            tr("objectives-none-shown")
        }
    };
    view! {
        <PageHeading title=tr("page-objectives") lead=tr("objectives-lead")/>
        <p>{tr("objectives-benefits-lead")}</p>
        <Show when=move || !none.get()>
            <Figures lines/>
            <Filters query shown lines/>
        </Show>
        <PeopleList/>
        <h2>{tr("objectives-list")}</h2>
        <p class="button-row">
            <button type="button" class="button" id="add-objective" on:click=move |_| add(ObjectiveKind::Objective)>{tr("objectives-add")}</button>
            <button type="button" class="button" on:click=move |_| add(ObjectiveKind::Benefit)>{tr("objectives-add-benefit")}</button>
        </p>
        <Show when=move || any.get() fallback=move || view! { <div class="empty-state"><p>{empty}</p></div> }>
            <Ledger caption=tr("objectives-list") head=head.map(tr).into() columns="objectives">
                <For each=move || shown.get() key=Clone::clone let:id><ObjectiveRow id open/></For>
            </Ledger>
        </Show>
    }
    .into_any()
}

/// Every objective, then every benefit.
fn lines(session: Session) -> Memo<Vec<Line>> {
    Memo::new(move |_| {
        let all = session.document().with(entries::<Objective>);
        let mut lines: Vec<Line> = all
            .into_iter()
            .map(|(id, it)| Line {
                id,
                kind: it.kind,
                state: state(&it, browser::today()),
            })
            .collect();
        lines.sort_by_key(|it| it.kind);
        lines
    })
}

/// How many stand where, each with the base.
#[component]
fn Figures(lines: Memo<Vec<Line>>) -> impl IntoView {
    let query = Query::get();
    let state = move |it: ObjectiveState| {
        let counts = Memo::new(move |_| {
            lines.with(|all| {
                let count = all.iter().filter(|line| line.state == it).count();
                (count, all.len())
            })
        });
        let text = format!("objectives-figure-{}", it.key());
        figure(text, counts, Some(query.way("show", it.key())))
    };
    view! { <ul class="figures">{ObjectiveState::ALL.map(state).collect_view()}</ul> }.into_any()
}

/// The filters, and how much they leave.
#[component]
fn Filters(query: Query, shown: Memo<Vec<String>>, lines: Memo<Vec<Line>>) -> impl IntoView {
    let kinds = kind_options();
    let states = ObjectiveState::ALL.map(|it| {
        let label = tr_key("objectives-state", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let result = Signal::derive(move || {
        let counts = [
            ("count", shown.with(Vec::len).into()),
            ("total", lines.with(Vec::len).into()),
        ];
        tr_with("list-filters-result", &counts)
    });
    view! {
        <ListFilters label=tr("objectives-filters") result filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
            {query.select("kind", tr("objectives-kind"), choices(tr("objectives-all-kinds"), kinds))}
            {query.select("show", tr("objectives-state"), choices(tr("objectives-all-states"), states))}
        </ListFilters>
    }
    .into_any()
}

/// The two kinds with their words.
fn kind_options() -> Vec<(String, String)> {
    let kinds = ObjectiveKind::ALL.iter().map(|it| {
        let label = tr_key("objectives-kind", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    kinds.collect()
}
