//! The page "report": one page for the board, then the detail; made to be printed.
//!
//! It shows what the other pages show, from the same functions, with everything open: what is closed does not print.

mod board;
mod clauses;
mod tables;

use leptos::prelude::*;

use super::PageHeading;
use super::address::Query;
use super::results;
use crate::day::Day;
use crate::readiness::findings::possible_findings;
use crate::readiness::heat::heat;
use crate::readiness::report::{ReportPart, ReportParts};
use crate::readiness::tally::tally;
use crate::web::browser;
use crate::web::charts::heat_map::HeatMap;
use crate::web::charts::patterns::ChartPatterns;
use crate::web::charts::spread::Spread;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The page.
#[component]
pub(crate) fn ReportPage() -> impl IntoView {
    let document = Session::get().document();
    let query = Query::get();
    let value = query.value("parts");
    let parts = Memo::new(move |_| value.with(|it| ReportParts::from_query(Some(it))));
    let name = document.with_untracked(|it| it.about.name.clone());
    let lead = tr_with(
        "report-lead",
        &[
            ("name", name.into()),
            ("day", browser::day_in_words(browser::today()).into()),
        ],
    );
    let nothing = Memo::new(move |_| !ReportPart::ALL.into_iter().any(|it| parts.get().has(it)));
    let part = move |it: ReportPart| {
        let wanted = Memo::new(move |_| parts.get().has(it));
        move || wanted.get().then(|| content(it))
    };
    view! {
        <PageHeading title=tr("page-report") lead/>
        <ChartPatterns/>
        <div class="report-choice">
            <PartsField parts query/>
            <button type="button" class="button" data-tone="primary" on:click=move |_| browser::print()>{tr("report-print")}</button>
            <p class="muted">{tr("report-print-hint")}</p>
        </div>
        <Show when=move || nothing.get()><p class="empty-state">{tr("report-nothing")}</p></Show>
        <div class="report">{ReportPart::ALL.map(part).into_iter().collect_view()}</div>
    }
    .into_any()
}

/// Which parts are shown and printed.
#[component]
fn PartsField(parts: Memo<ReportParts>, query: Query) -> impl IntoView {
    let field = move |part: ReportPart| {
        view! {
            <label class="check-line">
                <input type="checkbox" prop:checked=move || parts.get().has(part)
                    on:change=move |_| query.set("parts", &parts.get_untracked().toggled(part).to_query())/>
                {tr_key("report-part", part.key())}
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="report-choice__parts">
            <legend>{tr("report-parts")}</legend>
            {ReportPart::ALL.map(field).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// One part with its heading. It is made anew when the assessment changes, which on this page happens by undo only.
fn content(part: ReportPart) -> AnyView {
    let heading = format!("report-{}", part.key());
    let inner = move || match part {
        ReportPart::Board => board::board(),
        ReportPart::Charts => charts(),
        ReportPart::Findings => findings(),
        ReportPart::Clauses => clauses::clauses(),
        ReportPart::Documents => tables::documents(),
        ReportPart::Actions => tables::actions(),
        ReportPart::Roadmap => tables::roadmap(),
    };
    let label = heading.clone();
    view! {
        <section class="report__part" data-part=part.key() aria-labelledby=label>
            <h2 id=heading>{tr_key("report-part", part.key())}</h2>
            {inner}
        </section>
    }
    .into_any()
}

/// Counts, heat map and spread.
fn charts() -> AnyView {
    Session::get().document().with(|it| {
        let groups = heat(catalog(), it, browser::today());
        let all = tally(catalog(), it, browser::today(), catalog().requirement_ids());
        let blocks = results::figures::heat_blocks(&groups);
        let rows = results::figures::spread_rows(&groups);
        view! {
            <div class="report-charts">
                <div>{results::verdict_bar(&results::all_verdicts(&groups))}</div>
                <div>{results::standing_bar(&all)}</div>
            </div>
            {results::evidence(&all)}
            <p>{tr("results-no-readiness")}</p>
            <h3>{tr("results-map")}</h3>
            <HeatMap title=tr("results-map-title") blocks key=results::figures::verdict_key()/>
            <h3>{tr("results-spread")}</h3>
            <Spread title=tr("results-spread-title") heading=tr("results-group") rows/>
        }
        .into_any()
    })
}

/// What an auditor could raise.
fn findings() -> AnyView {
    let found = Session::get()
        .document()
        .with(|it| possible_findings(catalog(), it));
    if found.is_empty() {
        return view! { <p>{tr("results-findings-none")}</p> }.into_any();
    }
    view! {
        <p>{tr("results-findings-lead")}</p>
        <ul class="findings__list">{found.iter().map(results::findings::finding).collect_view()}</ul>
    }
    .into_any()
}

/// A day in words, or the mark for none.
fn day_or_none(day: Option<Day>) -> String {
    day.map_or_else(|| tr("report-none").to_owned(), browser::day_in_words)
}

/// A text, or the mark for none.
fn text_or_none(text: &str) -> String {
    if text.trim().is_empty() {
        tr("report-none").to_owned()
    } else {
        text.to_owned()
    }
}
