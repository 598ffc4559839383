//! What the programme covers: figures with their base, the holes, and the matrix of clauses and processes by audit.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::add;
use crate::assessment::workspace::Audit;
use crate::readiness::audit::{Coverage, CoverageRow, coverage};
use crate::readiness::records::{Records, process_title};
use crate::web::browser;
use crate::web::components::figures::figure;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The section.
#[component]
pub(super) fn CoverageSection(records: Memo<Records>, open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let covered = Memo::new(move |_| records.with(|it| coverage(catalog(), it, browser::today())));
    let any = Memo::new(move |_| covered.with(|it| !it.audits.is_empty()));
    let holes = Memo::new(move |_| {
        let ids = |rows: &[CoverageRow]| {
            let holes = rows.iter().filter(|it| it.is_hole());
            holes.map(|it| it.id.clone()).collect::<Vec<_>>()
        };
        covered.with(|it| (ids(&it.clauses), ids(&it.processes)))
    });
    let is_open = RwSignal::new(false);
    let fill = move |_| {
        let (clauses, processes) = holes.get_untracked();
        let mut audit = Audit {
            processes,
            ..Audit::default()
        };
        for clause in clauses {
            crate::readiness::audit_work::set_clause(catalog(), &mut audit, &clause, true);
        }
        add(session, open, audit);
    };
    let holes_list = move || {
        let (clauses, processes) = holes.get();
        if clauses.is_empty() && processes.is_empty() {
            return view! { <p class="callout">{tr("audit-no-holes")}</p> }.into_any();
        }
        let clauses = clauses.iter().map(|it| clause_name(it));
        let processes = processes.iter().map(|it| process_name(it));
        let items = clauses
            .chain(processes)
            .map(|it| view! { <li>{it}</li> }.into_any());
        view! {
            <div class="callout" data-tone="warning">
                <p>{tr("audit-holes")}</p>
                <ul class="audit-holes">{items.collect_view()}</ul>
                <p class="button-row"><button type="button" class="button" on:click=fill>{tr("audit-fill-holes")}</button></p>
            </div>
        }
        .into_any()
    };
    let matrix = move || {
        is_open
            .get()
            .then(|| records.with(|records| covered.with(|it| matrix(records, it))))
    };
    view! {
        <section class="audit-coverage">
            <h2>{tr("audit-coverage")}</h2>
            <Show when=move || any.get() fallback=|| view! { <p class="muted">{tr("audit-coverage-none")}</p> }>
                <Figures covered/>
                {holes_list}
                <details prop:open=move || is_open.get() on:toggle:target=move |event| is_open.set(event.target().open())>
                    <summary>{tr("audit-matrix")}</summary>
                    {matrix}
                </details>
            </Show>
        </section>
    }
    .into_any()
}

/// How much is planned and audited, of how much.
#[component]
fn Figures(covered: Memo<Coverage>) -> impl IntoView {
    type Rows = fn(&Coverage) -> &Vec<CoverageRow>;
    type Test = fn(&CoverageRow) -> bool;
    let of = move |key: &'static str, rows: Rows, holds: Test| {
        let counts = Memo::new(move |_| {
            covered.with(|it| {
                let rows = rows(it);
                (rows.iter().filter(|it| holds(it)).count(), rows.len())
            })
        });
        figure(key, counts, None)
    };
    view! {
        <ul class="figures">
            {of("audit-figure-clauses-planned", |it| &it.clauses, |it| !it.is_hole())}
            {of("audit-figure-clauses-audited", |it| &it.clauses, |it| it.audited)}
            {of("audit-figure-processes-planned", |it| &it.processes, |it| !it.is_hole())}
            {of("audit-figure-processes-audited", |it| &it.processes, |it| it.audited)}
        </ul>
    }
    .into_any()
}

/// Clauses and processes by audit, as a table whose head stays in reach.
fn matrix(records: &Records, covered: &Coverage) -> AnyView {
    let head = |id: &String| {
        let audit = records.audits.iter().find(|(it, _)| it == id);
        let name = audit
            .map(|(_, it)| super::row::name(it))
            .unwrap_or_default();
        view! { <th scope="col">{name}</th> }.into_any()
    };
    let cell = |covers: &bool| {
        let mark = covers.then(|| {
            view! { <span aria-hidden="true">"\u{25cf}"</span><span class="visually-hidden">{tr("audit-covered")}</span> }
        });
        view! { <td>{mark}</td> }.into_any()
    };
    let row = |name: String, it: &CoverageRow| {
        let state = if it.audited {
            "audit-cell-audited"
        } else if it.is_hole() {
            "audit-cell-hole"
        } else {
            "audit-cell-planned"
        };
        view! {
            <tr data-hole=it.is_hole().to_string()>
                <th scope="row">{name}</th>
                {it.covered.iter().map(cell).collect_view()}
                <td>{tr_with(state, &[])}</td>
            </tr>
        }
        .into_any()
    };
    let clauses = covered
        .clauses
        .iter()
        .map(|it| row(clause_name(&it.id), it))
        .collect_view();
    let processes = covered
        .processes
        .iter()
        .map(|it| row(process_name(&it.id), it))
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=tr("audit-matrix")>
            <table class="audit-matrix">
                <caption>{tr("audit-matrix-caption")}</caption>
                <thead><tr><th scope="col">{tr("audit-matrix-row")}</th>{covered.audits.iter().map(head).collect_view()}<th scope="col">{tr("audit-state")}</th></tr></thead>
                <tbody>{clauses}</tbody>
                <tbody>{processes}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A clause with its title.
pub(super) fn clause_name(id: &str) -> String {
    let title = catalog().clause(id).map(|it| it.title.as_str());
    let words = [
        ("clause", id.into()),
        ("title", title.unwrap_or_default().into()),
    ];
    tr_with("clause-and-title", &words)
}

/// What a process is called among clauses.
fn process_name(id: &str) -> String {
    let title = process_title(catalog(), id).unwrap_or(id);
    tr_with("audit-process", &[("title", title.into())])
}
