//! A checklist before an audit of the body: each line with what shows that it is ready, read from the assessment or ticked by hand.

use leptos::prelude::*;

use super::super::forms::form_href;
use super::super::roadmap::{ByHand, Computed, Road};
use super::dates::{date, stage_two_days};
use crate::catalog::{ChecklistLine, Condition};
use crate::readiness::gate::{Blocker, line_blockers};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::text::{catalog, tr, tr_with};

/// What has to be ready for stage two, day by day.
#[component]
pub(super) fn Readiness(road: Road) -> impl IntoView {
    view! {
        <div class="ledger__fields">
            {stage_two_days()}
            {date("record-field-stage-two-report", |it| it.stage_two_report, |it, day| it.stage_two_report = day)}
        </div>
        <h3>{tr("certification-pack")}</h3>
        <Checklist lines=&catalog().workspaces.stage_two road/>
        {statements(&["T03"], road)}
        <p class="button-row">
            <a class="button" href=form_href("interview-plan", "main")>{tr("certification-plan-form")}</a>
            <button type="button" class="button" on:click=|_| browser::print()>{tr("certification-print")}</button>
        </p>
    }
    .into_any()
}

/// The lines.
#[component]
pub(super) fn Checklist(lines: &'static [ChecklistLine], road: Road) -> impl IntoView {
    let found = Memo::new(move |_| {
        road.session
            .document()
            .with(|it| line_blockers(catalog(), it, browser::today(), lines))
    });
    let ready = Memo::new(move |_| {
        found.with(|it| it.iter().filter(|it| it.iter().all(Vec::is_empty)).count())
    });
    let summary = move || {
        let counts = [("count", ready.get().into()), ("total", lines.len().into())];
        tr_with("certification-lines-ready", &counts)
    };
    let line = move |(place, line): (usize, &'static ChecklistLine)| {
        let mine = Memo::new(move |_| found.with(|it| it.get(place).cloned().unwrap_or_default()));
        view! { <Line line found=mine road/> }.into_any()
    };
    view! {
        <p class="checklist__summary" role="status">{summary}</p>
        <ul class="checklist">{lines.iter().enumerate().map(line).collect_view()}</ul>
    }
    .into_any()
}

/// One line. What is ready says so in one line; what is open shows what it waits for.
#[component]
fn Line(line: &'static ChecklistLine, found: Memo<Vec<Vec<Blocker>>>, road: Road) -> impl IntoView {
    let is_ready = Memo::new(move |_| found.with(|it| it.iter().all(Vec::is_empty)));
    let badge = move || {
        if is_ready.get() {
            view! { <Badge tone="done" text=tr("certification-line-ready")/> }
        } else {
            view! { <Badge tone="open" text=tr("certification-line-open")/> }
        }
    };
    let computed = |it: &&Condition| !matches!(it, Condition::Confirm { .. });
    let has_computed = line.gate.iter().any(|it| computed(&it));
    let conditions = move || {
        let conditions = line.gate.iter().enumerate();
        let shown = conditions
            .filter(|(_, it)| computed(it))
            .map(|(place, condition)| {
                let blockers =
                    Memo::new(move |_| found.with(|it| it.get(place).cloned().unwrap_or_default()));
                view! { <Computed condition blockers road/> }
            });
        view! { <ul class="conditions">{shown.collect_view()}</ul> }
    };
    let by_hand = line.gate.iter().filter_map(|it| match it {
        Condition::Confirm { id, label } => {
            Some(view! { <ByHand id=id.as_str() label=label.as_str() road/> }.into_any())
        }
        _ => None,
    });
    let by_hand: Vec<AnyView> = by_hand.collect();
    view! {
        <li class="checklist__line" data-ready=move || is_ready.get().to_string()>
            <div class="checklist__head"><h4>{line.item.name.as_str()}</h4>{badge}</div>
            <p>{line.item.hint.as_str()}</p>
            <Show when=move || has_computed && !is_ready.get()>{conditions}</Show>
            {(!by_hand.is_empty()).then(|| view! { <ul class="conditions">{by_hand}</ul> })}
        </li>
    }
    .into_any()
}

/// What people confirm by hand for the gates of some steps.
pub(super) fn statements(steps: &[&str], road: Road) -> AnyView {
    let gates = steps.iter().filter_map(|it| catalog().step(it));
    let conditions = gates.flat_map(|(_, it)| &it.gate);
    let items = conditions.filter_map(|it| match it {
        Condition::Confirm { id, label } => {
            Some(view! { <ByHand id=id.as_str() label=label.as_str() road/> }.into_any())
        }
        _ => None,
    });
    view! {
        <h3>{tr("certification-statements")}</h3>
        <ul class="conditions">{items.collect_view()}</ul>
    }
    .into_any()
}
