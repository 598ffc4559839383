//! The page "results": verdicts, heat map, spread, and what an auditor could raise.

pub(crate) mod figures;
pub(crate) mod findings;
mod overrule;
pub(crate) mod verdicts;

use leptos::prelude::*;

use super::PageHeading;
use super::address::choices;
use crate::readiness::findings::possible_findings;
use crate::readiness::heat::{HeatGroup, heat};
use crate::readiness::standing::Standing;
use crate::readiness::tally::{Tally, tally};
use crate::readiness::verdict::ClauseVerdict;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::charts::heat_map::HeatMap;
use crate::web::charts::patterns::ChartPatterns;
use crate::web::charts::percent;
use crate::web::charts::share_bar::ShareBar;
use crate::web::charts::spread::Spread;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The page.
#[component]
pub(crate) fn ResultsPage() -> impl IntoView {
    let document = Session::get().document();
    let groups = Memo::new(move |_| document.with(|it| heat(catalog(), it, browser::today())));
    let verdicts = Memo::new(move |_| groups.with(|it| all_verdicts(it)));
    let found = Memo::new(move |_| document.with(|it| possible_findings(catalog(), it)));
    let all = Memo::new(move |_| {
        document.with(|it| tally(catalog(), it, browser::today(), catalog().requirement_ids()))
    });
    view! {
        <PageHeading title=tr("page-results") lead=tr("results-lead")/>
        <ChartPatterns/>
        <Glance all verdicts/>
        <Map groups/>
        <Corners groups/>
        <verdicts::Verdicts groups/>
        <findings::Findings found groups/>
        <overrule::OverruleDialog verdicts/>
    }
    .into_any()
}

/// The verdicts of all groups, in the order of the standard.
pub(crate) fn all_verdicts(groups: &[HeatGroup]) -> Vec<ClauseVerdict> {
    groups
        .iter()
        .flat_map(|it| it.cells.iter().cloned())
        .collect()
}

/// The counts, each with its base.
#[component]
fn Glance(all: Memo<Tally>, verdicts: Memo<Vec<ClauseVerdict>>) -> impl IntoView {
    view! {
        <section class="results-glance" aria-labelledby="results-glance">
            <h2 id="results-glance">{tr("results-glance")}</h2>
            <div class="results-glance__cards">
                <div class="card">{move || verdicts.with(|it| verdict_bar(it))}</div>
                <div class="card results-glance__ratings">{move || all.with(standing_bar)}</div>
                <div>
                    <div class="card">{move || all.with(evidence)}</div>
                    <p class="callout">{tr("results-no-readiness")}</p>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The bar of the verdicts with its table.
pub(crate) fn verdict_bar(verdicts: &[ClauseVerdict]) -> AnyView {
    let title = tr_with("results-verdicts-base", &[("total", verdicts.len().into())]);
    view! { <ShareBar title counted=tr("results-clauses") parts=figures::verdict_shares(verdicts)/> }.into_any()
}

/// The bar of the ratings with its table.
pub(crate) fn standing_bar(all: &Tally) -> AnyView {
    let title = tr_with(
        "results-ratings-base",
        &[
            ("answered", all.answered.into()),
            ("total", all.total.into()),
        ],
    );
    view! { <ShareBar title counted=tr("results-requirements") parts=figures::standing_shares(all)/> }.into_any()
}

/// How much of what is answered rests on evidence. No figure while nothing is answered.
pub(crate) fn evidence(all: &Tally) -> AnyView {
    if all.answered == 0 {
        return view! { <p class="muted">{tr("results-no-figure")}</p> }.into_any();
    }
    let line = |key: &str, count: usize| {
        let arguments = [
            ("count", count.into()),
            ("answered", all.answered.into()),
            ("percent", percent(count, all.answered).into()),
        ];
        view! { <li>{tr_with(key, &arguments)}</li> }.into_any()
    };
    view! {
        <ul class="results-evidence">
            {line("results-evidenced", all.count(Standing::Evidenced))}
            {line("results-with-evidence", all.with_evidence)}
        </ul>
    }
    .into_any()
}

/// The heat map, whose cells lead to the clauses.
#[component]
fn Map(groups: Memo<Vec<HeatGroup>>) -> impl IntoView {
    let link: fn(&str) -> String = |clause| clause_page(clause).href();
    let map = move || {
        groups.with(|it| {
            view! { <HeatMap title=tr("results-map-title") blocks=figures::heat_blocks(it) key=figures::verdict_key() link/> }.into_any()
        })
    };
    view! {
        <section aria-labelledby="results-map">
            <h2 id="results-map">{tr("results-map")}</h2>
            <div class="card">{map}</div>
        </section>
    }
    .into_any()
}

/// The spread per group: the corners that a mean would hide.
#[component]
fn Corners(groups: Memo<Vec<HeatGroup>>) -> impl IntoView {
    let spread = move || {
        groups.with(|it| {
            view! { <Spread title=tr("results-spread-title") heading=tr("results-group") rows=figures::spread_rows(it)/> }.into_any()
        })
    };
    view! {
        <section aria-labelledby="results-spread">
            <h2 id="results-spread">{tr("results-spread")}</h2>
            <div class="card">{spread}</div>
        </section>
    }
    .into_any()
}

/// The page of a clause of the open assessment.
pub(crate) fn clause_page(clause: &str) -> Route {
    Route::assessment(
        Session::get().document().with_untracked(|it| it.id.clone()),
        AssessmentPage::Clause(clause.to_owned()),
    )
}

/// The groups for the list that holds back all but one, with their words in the address.
fn group_choices(groups: Memo<Vec<HeatGroup>>) -> Vec<(String, String)> {
    let group = |it: &HeatGroup| (it.id.clone(), figures::group_name(it));
    groups.with_untracked(|it| choices(tr("results-all-groups"), it.iter().map(group)))
}
