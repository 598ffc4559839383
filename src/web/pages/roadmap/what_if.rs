//! The look ahead: what the user supposes to be done, and which gates would open. Nothing of it is stored.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::figures::{step_link, step_name};
use super::road::Road;
use crate::catalog::Step;
use crate::day::Day;
use crate::plan::schedule;
use crate::readiness::gate::{Blocker, StepState};
use crate::readiness::what_if::opened_without;
use crate::web::browser;
use crate::web::text::{catalog, tr, tr_with};

/// The id of the heading: only one step is open.
const HEADING: &str = "look-ahead";

/// Supposes that a blocker is gone, or no longer.
#[component]
pub(super) fn SupposeButton(
    blocker: Blocker,
    /// What would be done, for those who hear the button without what stands beside it.
    #[prop(into)]
    name: String,
    road: Road,
) -> impl IntoView {
    if !road.looks_ahead {
        return ().into_any();
    }
    let label = tr_with("roadmap-suppose-named", &[("name", name.into())]);
    let mine = StoredValue::new(blocker);
    let is_supposed = Memo::new(move |_| {
        road.supposed
            .with(|all| mine.with_value(|it| all.contains(it)))
    });
    let toggle = move |_| {
        let mine = mine.get_value();
        road.supposed.update(|all| {
            if all.contains(&mine) {
                all.retain(|it| *it != mine);
            } else {
                all.push(mine);
            }
        });
    };
    view! {
        <button type="button" class="suppose" aria-label=label aria-pressed=move || is_supposed.get().to_string() on:click=toggle>{tr("roadmap-suppose")}</button>
    }
    .into_any()
}

/// What would open, below the conditions of a step.
#[component]
pub(super) fn LookAhead(
    place: usize,
    step: &'static Step,
    road: Road,
    open: OpenItem,
) -> impl IntoView {
    let is_open = Memo::new(move |_| road.state(place).get() == StepState::Done);
    let count = Memo::new(move |_| road.supposed.with(Vec::len));
    let opened = Memo::new(move |_| {
        road.gates
            .with(|gates| road.supposed.with(|it| opened_without(gates, it)))
    });
    // Planned anew only while somebody looks ahead.
    let decision = Memo::new(move |_| {
        let now = road.schedule.with(|it| it.decision);
        (count.get() > 0).then(|| (now, decision_after(road, &opened.get())))
    });
    let result = move || {
        let supposed = count.get();
        (supposed > 0).then(|| {
            let opened = opened.get();
            let words = tr_with(
                "roadmap-look-ahead-opens",
                &[
                    ("supposed", supposed.into()),
                    ("count", opened.len().into()),
                ],
            );
            let steps = opened.iter().filter_map(|it| catalog().steps.get(*it));
            let item = |it: &'static Step| view! { <li>{step_link(road, it)}</li> };
            let dates = decision.get().map(|(now, then)| decision_words(now, then));
            view! {
                <p>{words}</p>
                <ul class="entry-links">{steps.map(item).collect_view()}</ul>
                <p>{dates}</p>
            }
        })
    };
    let is_of_use = Memo::new(move |_| !is_open.get() || count.get() > 0);
    let suppose_step = move || {
        (!is_open.get()).then(|| {
            view! { <p class="look-ahead__step">{tr("roadmap-suppose-step")}" "<SupposeButton blocker=Blocker::Step(place) name=step_name(step) road/></p> }
        })
    };
    let end = move |_| {
        road.supposed.set(Vec::new());
        // Where the gate is open, the whole section goes with its button.
        browser::focus_soon(if is_open.get_untracked() {
            open.button_id(&step.id)
        } else {
            HEADING.to_owned()
        });
    };
    view! {
        <Show when=move || is_of_use.get()>
            <section class="look-ahead">
                <h3 id=HEADING tabindex="-1">{tr("roadmap-look-ahead")}</h3>
                <p class="muted">{tr("roadmap-look-ahead-lead")}</p>
                {suppose_step}
                <div role="status">{result}</div>
                <Show when=move || { count.get() > 0 }>
                    <button type="button" class="button" data-size="small" on:click=end>{tr("roadmap-look-ahead-end")}</button>
                </Show>
            </section>
        </Show>
    }
    .into_any()
}

/// The day of the decision if these steps were done today.
fn decision_after(road: Road, opened: &[usize]) -> Day {
    road.states.with(|states| {
        let is_done =
            |place: usize| states.get(place) == Some(&StepState::Done) || opened.contains(&place);
        road.session
            .document()
            .with(|it| schedule(catalog(), it, browser::today(), &is_done).decision)
    })
}

fn decision_words(now: Day, then: Day) -> String {
    let words = [
        ("now", browser::day_in_words(now).into()),
        ("then", browser::day_in_words(then).into()),
    ];
    if now == then {
        tr_with("roadmap-look-ahead-same", &words)
    } else {
        tr_with("roadmap-look-ahead-decision", &words)
    }
}
