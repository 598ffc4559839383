//! A stage with its steps: the table beside the timeline.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::dates::span;
use super::road::Road;
use super::step::StepDetails;
use crate::catalog::Step;
use crate::plan::ScheduledStep;
use crate::readiness::gate::StepState;
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::ledger::{Ledger, LedgerRow, cell, text_cell};
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The places of the steps of a stage.
pub(super) fn steps_of(stage: &str) -> Vec<usize> {
    catalog()
        .steps
        .iter()
        .enumerate()
        .filter(|(_, it)| it.stage == stage)
        .map(|(place, _)| place)
        .collect()
}

/// The section.
#[component]
pub(super) fn StageSection(place: usize, road: Road, open: OpenItem) -> impl IntoView {
    let Some(stage) = catalog().stages.get(place) else {
        return ().into_any();
    };
    let places = StoredValue::new(steps_of(&stage.id));
    let done = Memo::new(move |_| {
        road.states.with(|it| {
            places.with_value(|places| {
                places
                    .iter()
                    .filter(|place| it.get(**place) == Some(&StepState::Done))
                    .count()
            })
        })
    });
    let dates = Memo::new(move |_| {
        road.schedule
            .with(|it| places.with_value(|places| span(it, places)))
    });
    let words = move || {
        let total = places.with_value(Vec::len);
        tr_with(
            "roadmap-stage-done",
            &[("done", done.get().into()), ("total", total.into())],
        )
    };
    let dates = move || {
        dates.get().map(|(first, last)| {
            tr_with(
                "roadmap-from-to",
                &[
                    ("first", browser::day_in_words(first).into()),
                    ("last", browser::day_in_words(last).into()),
                ],
            )
        })
    };
    let head = [
        "roadmap-step",
        "roadmap-state",
        "roadmap-step-start",
        "roadmap-step-finish",
        "roadmap-days-short",
        "roadmap-slack",
        "roadmap-owner",
    ];
    let rows = places.with_value(|it| {
        it.iter()
            .map(|place| view! { <StepRow place=*place road open/> })
            .collect_view()
    });
    view! {
        <section class="stage">
            <h2 class="stage__title">{tr_with("roadmap-stage", &[("number", (place + 1).into()), ("title", stage.title.as_str().into())])}</h2>
            <p>{stage.about.as_str()}</p>
            <p class="stage__figures"><span>{words}</span><span>{dates}</span></p>
            <Ledger caption=stage.title.as_str() head=head.map(tr).into() columns="steps">{rows}</Ledger>
        </section>
    }
    .into_any()
}

/// One step.
#[component]
fn StepRow(place: usize, road: Road, open: OpenItem) -> impl IntoView {
    let Some(step) = catalog().steps.get(place) else {
        return ().into_any();
    };
    let (state, dates, entry) = (road.state(place), road.dates(place), road.entry(step));
    let held = Memo::new(move |_| {
        road.gates
            .with(|it| it.get(place).map(|it| (it.held, it.conditions)))
            .unwrap_or_default()
    });
    let held_words = move || {
        tr_with(
            "roadmap-held",
            &[
                ("held", held.get().0.into()),
                ("total", held.get().1.into()),
            ],
        )
    };
    let state_cell = view! {
        <div class="step-state">
            {move || view! { <Badge tone=state.get().key() text=tr_key("roadmap-state", state.get().key())/> }}
            <span class="muted">{held_words}</span>
        </div>
    };
    let date = move |read: fn(&ScheduledStep) -> String, entered: fn(&ScheduledStep) -> bool| {
        let it = Memo::new(move |_| {
            dates.with(|it| {
                it.as_ref()
                    .map(|it| (read(it), entered(it).then_some(it.recorded.is_some())))
                    .unwrap_or_default()
            })
        });
        view! {
            <span class="step-date">{move || it.with(|(text, _)| text.clone())}</span>
            {move || it.with(|(_, recorded)| *recorded).map(|recorded| if recorded {
                view! { <span class="step-recorded">{tr("roadmap-recorded")}</span> }.into_any()
            } else {
                view! { <span class="step-entered">{tr("roadmap-entered")}</span> }.into_any()
            })}
        }
        .into_any()
    };
    let number = move |read: fn(&ScheduledStep) -> String| {
        Signal::derive(move || dates.with(|it| it.as_ref().map(read).unwrap_or_default()))
    };
    // What is done has nothing to spare any more.
    let slack = Signal::derive(move || {
        dates.with(|it| {
            it.as_ref()
                .filter(|_| state.get() != StepState::Done)
                .map(|it| it.slack.to_string().replace('-', "\u{2212}"))
                .unwrap_or_default()
        })
    });
    let cells = view! {
        {cell(tr("roadmap-state"), state_cell.into_any())}
        {cell(tr("roadmap-step-start"), date(|it| browser::day_in_words(it.start), |it| it.start_entered))}
        {cell(tr("roadmap-step-finish"), date(|it| browser::day_in_words(it.finish), |it| it.finish_entered))}
        {text_cell(tr("roadmap-days-short"), number(|it| it.days.to_string()))}
        {text_cell(tr("roadmap-slack"), slack)}
        {text_cell(tr("roadmap-owner"), Signal::derive(move || entry.with(|it| it.owner.clone())))}
    };
    let critical = Memo::new(move |_| dates.with(|it| it.as_ref().is_some_and(|it| it.critical)));
    let conflict = Memo::new(move |_| dates.with(|it| it.as_ref().is_some_and(|it| it.conflict)));
    let under = view! {
        {move || critical.get().then(|| view! { <span class="step-critical">{tr("roadmap-critical")}</span> })}
        {move || conflict.get().then(|| view! { <Badge tone="overdue" text=tr("roadmap-conflict")/> })}
    };
    let tone = Signal::derive(move || if critical.get() { "critical" } else { "" });
    let is_open = open.is(step.id.clone());
    view! {
        <LedgerRow id=open.button_id(&step.id) mark=step.id.clone() title=step.title.clone() under=under.into_any() cells=cells.into_any() columns=7
            open=is_open on_toggle=Callback::new(move |()| open.toggle(&step.id)) tone>
            <StepDetails place step road open/>
        </LedgerRow>
    }
    .into_any()
}

/// The steps that wait for a step.
pub(super) fn followers(place: usize) -> Vec<&'static Step> {
    catalog()
        .steps
        .iter()
        .filter(|it| it.after.iter().any(|it| usize::from(*it) == place))
        .collect()
}
