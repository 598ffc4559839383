//! When the certificate can be expected, how far that is off target, how far the road has come, and what can be done now.

use leptos::prelude::*;

use super::road::Road;
use crate::catalog::Step;
use crate::readiness::gate::StepState;
use crate::route::AssessmentPage;
use crate::web::browser;
use crate::web::text::{catalog, tr, tr_with};

/// How many steps are named as ready; the table shows the others.
const READY_NAMED: usize = 6;

/// The figures.
#[component]
pub(super) fn Figures(road: Road) -> impl IntoView {
    let decision = Memo::new(move |_| road.schedule.with(|it| (it.decision, it.slip)));
    let decision_day = move || browser::day_in_words(decision.get().0);
    let late = move || decision.get().1.map(|it| (it > 0).to_string());
    let done = Memo::new(move |_| {
        road.states
            .with(|it| it.iter().filter(|it| **it == StepState::Done).count())
    });
    let done_words = move || tr_with("roadmap-done", &[("total", catalog().steps.len().into())]);
    view! {
        <section class="road-figures" aria-label=tr("roadmap-figures")>
            <ul class="figures">
                <li class="figures__item"><p class="figures__link">
                    <span class="figures__value">{decision_day}</span><span class="figures__words">{tr("roadmap-decision")}</span>
                </p></li>
                <li class="figures__item" data-late=late><p class="figures__link">
                    <span class="figures__words figures__words--strong">{move || slip(decision.get().1)}</span>
                </p></li>
                <li class="figures__item"><p class="figures__link">
                    <span class="figures__value">{move || done.get()}</span><span class="figures__words">{done_words}</span>
                </p></li>
            </ul>
            <Ready road/>
        </section>
    }
    .into_any()
}

/// How far the decision lies from the target, in words.
pub(crate) fn slip(days: Option<i64>) -> String {
    match days {
        None => tr("roadmap-no-target").to_owned(),
        Some(0) => tr("roadmap-on-target").to_owned(),
        Some(days) if days > 0 => tr_with("roadmap-late", &[("count", days.into())]),
        Some(days) => tr_with("roadmap-early", &[("count", (-days).into())]),
    }
}

/// The steps that wait for nothing but themselves.
#[component]
fn Ready(road: Road) -> impl IntoView {
    let ready = Memo::new(move |_| {
        road.states.with(|it| {
            it.iter()
                .enumerate()
                .filter(|(_, it)| **it == StepState::Ready)
                .map(|(place, _)| place)
                .collect::<Vec<_>>()
        })
    });
    let body = move || {
        let places = ready.get();
        if places.is_empty() {
            return ().into_any();
        }
        let steps: Vec<&'static Step> = places
            .iter()
            .filter_map(|it| catalog().steps.get(*it))
            .collect();
        let more = steps.len().saturating_sub(READY_NAMED);
        let item = |it: &'static Step| view! { <li>{step_link(road, it)}</li> };
        view! {
            <h2>{tr_with("roadmap-ready", &[("count", steps.len().into())])}</h2>
            <ul class="entry-links">{steps.into_iter().take(READY_NAMED).map(item).collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="muted">{tr_with("roadmap-ready-more", &[("count", more.into())])}</p> })}
        }
        .into_any()
    };
    view! { <div class="road-ready">{body}</div> }.into_any()
}

/// A link that opens a step.
pub(crate) fn step_link(road: Road, step: &'static Step) -> AnyView {
    view! { <a href=step_href(road, step)>{step_name(step)}</a> }.into_any()
}

/// The address that opens a step.
pub(super) fn step_href(road: Road, step: &Step) -> String {
    road.href(AssessmentPage::Roadmap, &[("at", &step.id)])
}

/// A step with its id.
pub(super) fn step_name(step: &Step) -> String {
    let words = [
        ("step", step.id.as_str().into()),
        ("title", step.title.as_str().into()),
    ];
    tr_with("roadmap-step-link", &words)
}
