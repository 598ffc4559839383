//! Where nonconformities gather: by clause, by cause and by month.

use leptos::prelude::*;

use super::Register;
use crate::day::Day;
use crate::readiness::nonconformities::{Share as Count, by_cause, by_clause, by_month, in_bars};
use crate::web::browser;
use crate::web::charts::Share;
use crate::web::charts::chart_table::ChartTable;
use crate::web::charts::count_bars::{CountBars, CountRow};
use crate::web::charts::patterns::ChartPatterns;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// How many months back the trend looks.
const MONTHS: u16 = 12;

/// The most bars for causes: people write them in their own words.
const CAUSES: usize = 10;

/// The charts, each with its table.
#[component]
pub(super) fn Trends(register: Register) -> impl IntoView {
    let today = browser::today();
    let clauses = move || {
        let rows = register.with(|all| by_clause(catalog(), all, today));
        let rows = rows.into_iter().map(|it| row(clause_name(&it.name), &it));
        view! { <CountBars title=tr("actions-by-clause") heading=tr("record-field-clause") rows=rows.collect()/> }
    };
    let causes = move || {
        let shares = register.with(|all| by_cause(all, today));
        let (shares, rest) = in_bars(shares, CAUSES);
        let rows = shares.into_iter().map(|it| {
            let name = if it.name.is_empty() {
                tr("actions-cause-unknown").to_owned()
            } else {
                it.name.clone()
            };
            row(name, &it)
        });
        let rows = rows.chain(rest.map(|it| row(tr("actions-other-causes").to_owned(), &it)));
        view! { <CountBars title=tr("actions-by-cause") heading=tr("record-field-cause") rows=rows.collect()/> }
    };
    let months = move || {
        let months = register.with(|all| by_month(all, MONTHS, today));
        let bars = months.iter().map(|it| CountRow {
            name: month_name(it.month),
            parts: vec![open_part(it.open)],
        });
        let rows = months.iter().map(|it| {
            vec![
                month_name(it.month),
                it.raised.to_string(),
                it.closed.to_string(),
                it.open.to_string(),
            ]
        });
        let head = [
            "actions-month",
            "actions-raised",
            "actions-closed",
            "actions-open",
        ]
        .map(|it| tr(it).to_owned());
        view! {
            <CountBars title=tr("actions-by-month") heading=tr("actions-month") rows=bars.collect()/>
            <ChartTable caption=tr("actions-month-table") head=head.into() rows=rows.collect()/>
        }
    };
    view! {
        <section class="trends">
            <h2>{tr("actions-trends")}</h2>
            <p>{tr("actions-trends-lead")}</p>
            <ChartPatterns/>
            <div class="trends__charts">
                <div>{clauses}</div>
                <div>{causes}</div>
                <div>{months}</div>
            </div>
        </section>
    }
    .into_any()
}

/// A bar with the open entries and those that are closed.
fn row(name: String, count: &Count) -> CountRow {
    let closed = Share {
        key: "evidenced",
        label: tr("actions-closed"),
        count: count.all.saturating_sub(count.open),
    };
    CountRow {
        name,
        parts: vec![open_part(count.open), closed],
    }
}

fn open_part(count: usize) -> Share {
    Share {
        key: "partly",
        label: tr("actions-open"),
        count,
    }
}

/// A month with its year, such as `Nov 2026`.
fn month_name(first: Day) -> String {
    let (year, month, _) = first.parts();
    let name = tr_key("roadmap-month", &month.to_string());
    let words = [("month", name.into()), ("year", year.to_string().into())];
    tr_with("actions-month-name", &words)
}

/// A clause with its title; the words for entries that name none.
fn clause_name(clause: &str) -> String {
    match catalog().clause(clause) {
        Some(it) => {
            let words = [
                ("clause", it.id.as_str().into()),
                ("title", it.title.as_str().into()),
            ];
            tr_with("clause-and-title", &words)
        }
        None if clause.is_empty() => tr("actions-no-clause").to_owned(),
        None => clause.to_owned(),
    }
}
