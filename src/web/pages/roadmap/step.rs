//! What opens below a step: what is done, why its gate is closed, its dates, and its neighbours.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::dates::StepFields;
use super::figures::step_link;
use super::gate::GateConditions;
use super::road::Road;
use super::stage::followers;
use super::what_if::LookAhead;
use crate::catalog::Step;
use crate::readiness::gate::StepState;
use crate::route::AssessmentPage;
use crate::web::place::use_guidance;
use crate::web::text::{catalog, tr, tr_with};

/// The details.
#[component]
pub(super) fn StepDetails(
    place: usize,
    step: &'static Step,
    road: Road,
    open: OpenItem,
) -> impl IntoView {
    let state = road.state(place);
    let is_done = Memo::new(move |_| state.get() == StepState::Done);
    let why = move || {
        if is_done.get() {
            tr("roadmap-gate-open")
        } else {
            tr("roadmap-why-closed")
        }
    };
    view! {
        <Work place/>
        <div class="ledger__columns">
            <section class="gate" data-open=move || is_done.get().to_string()><h3>{why}</h3><GateConditions place step road/><LookAhead place step road open/></section>
            <div class="step-side">
                <section class="step-dates"><h3>{tr("roadmap-dates")}</h3><StepFields place step road/></section>
                <Neighbours place step road/>
            </div>
        </div>
    }
    .into_any()
}

/// What is done in the step, when it counts as done, and what shows it.
#[component]
fn Work(place: usize) -> impl IntoView {
    let guidance = use_guidance();
    move || {
        guidance.get().and_then(|it| it.steps.get(place)).map(|it| {
            let evidence = it
                .evidence
                .iter()
                .map(|it| view! { <li>{it.as_str()}</li> })
                .collect_view();
            view! {
                <div class="step-work">
                    <p>{it.work.as_str()}</p>
                    <p><strong>{tr("roadmap-done-when")}</strong>" "{it.gate.as_str()}</p>
                    <p class="step-work__evidence"><strong>{tr("roadmap-evidence")}</strong></p>
                    <ul>{evidence}</ul>
                </div>
            }
        })
    }
}

/// What comes before and after, and the clauses the step serves.
#[component]
fn Neighbours(place: usize, step: &'static Step, road: Road) -> impl IntoView {
    let before: Vec<&'static Step> = step
        .after
        .iter()
        .filter_map(|it| catalog().steps.get(usize::from(*it)))
        .collect();
    let links = move |key: &'static str, steps: Vec<&'static Step>| {
        (!steps.is_empty()).then(|| {
            let item = move |it: &'static Step| view! { <li>{step_link(road, it)}</li> };
            view! { <div><h3>{tr(key)}</h3><ul class="entry-links">{steps.into_iter().map(item).collect_view()}</ul></div> }
        })
    };
    let clause = move |id: &'static String| {
        let clause = catalog().clause(id)?;
        let words = [
            ("clause", clause.id.as_str().into()),
            ("title", clause.title.as_str().into()),
        ];
        // A group has no page of its own.
        let page = if clause.leaf {
            AssessmentPage::Clause(clause.id.clone())
        } else {
            AssessmentPage::Clauses
        };
        Some(
            view! { <li><a href=road.href(page, &[])>{tr_with("clause-and-title", &words)}</a></li> },
        )
    };
    let clauses = (!step.clauses.is_empty()).then(|| {
        view! { <div><h3>{tr("roadmap-clauses")}</h3><ul class="entry-links">{step.clauses.iter().filter_map(clause).collect_view()}</ul></div> }
    });
    let all = step.all_clauses.then(|| view! { <p><a href=road.href(AssessmentPage::Clauses, &[])>{tr("roadmap-all-clauses")}</a></p> });
    view! {
        <div class="neighbours">
            {links("roadmap-after", before)}
            {links("roadmap-before", followers(place))}
            {clauses}{all}
        </div>
    }
    .into_any()
}
