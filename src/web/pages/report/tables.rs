//! The register of documents, the actions and the steps of the roadmap as tables.

use leptos::prelude::*;

use super::super::roadmap::{TimelineLegend, timeline_chart};
use super::{day_or_none, text_or_none};
use crate::assessment::Assessment;
use crate::catalog::{DocumentId, DocumentKind, Stage};
use crate::plan::{Schedule, ScheduledStep, Span, schedule, timeline};
use crate::readiness::actions::{ActionLine, action_lines};
use crate::readiness::gaps::proposal_key;
use crate::readiness::gate::{GateState, StepState, gates, step_states};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// A table whose head is repeated on each page of paper; a wide one scrolls within its own place on screen.
fn table(caption: String, head: &[&'static str], bodies: AnyView) -> AnyView {
    let heads = head
        .iter()
        .map(|it| view! { <th scope="col">{tr(it)}</th> }.into_any())
        .collect_view();
    let label = caption.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="report-table"><caption>{caption}</caption><thead><tr>{heads}</tr></thead>{bodies}</table>
        </div>
    }
    .into_any()
}

fn cell(text: String) -> AnyView {
    view! { <td>{text}</td> }.into_any()
}

/// The register of documented information.
pub(super) fn documents() -> AnyView {
    Session::get().document().with(|assessment| {
        let rows = catalog()
            .document_ids()
            .map(|it| document(it, assessment))
            .collect_view();
        let head = [
            "report-document",
            "report-clauses",
            "report-state",
            "report-owner",
            "report-version",
            "report-reviewed",
            "report-next-review",
            "report-where",
        ];
        table(
            tr("report-documents-caption").to_owned(),
            &head,
            view! { <tbody>{rows}</tbody> }.into_any(),
        )
    })
}

fn document(id: DocumentId, assessment: &Assessment) -> AnyView {
    let document = catalog().document(id);
    let entry = assessment
        .documents
        .get(&document.id)
        .cloned()
        .unwrap_or_default();
    let state = if entry.no_case {
        "no-case"
    } else {
        entry.state.key()
    };
    // A record is kept, not written and approved.
    let words = if document.kind == DocumentKind::Record && !entry.no_case {
        "documents-record-state"
    } else {
        "documents-state"
    };
    let asked_for = if document.mandatory {
        "report-mandatory"
    } else {
        "report-usual"
    };
    let about = tr_with(
        asked_for,
        &[("kind", tr_key("documents-kind", document.kind.key()).into())],
    );
    view! {
        <tr>
            <th scope="row">{document.name.as_str()}<span class="report-table__small">{about}</span></th>
            {cell(document.clauses.join(tr("charts-list-separator")))}
            <td><Badge tone=state text=tr_key(words, state)/></td>
            {[text_or_none(&entry.owner), text_or_none(&entry.version), day_or_none(entry.reviewed), day_or_none(entry.next_review), text_or_none(&entry.location)].map(cell)}
        </tr>
    }
    .into_any()
}

/// Every gap with its action, and every other action.
pub(super) fn actions() -> AnyView {
    Session::get().document().with(|assessment| {
        let today = browser::today();
        let lines = action_lines(
            catalog(),
            assessment,
            today,
            &gates(catalog(), assessment, today),
        );
        if lines.is_empty() {
            return view! { <p>{tr("report-actions-none")}</p> }.into_any();
        }
        let rows = lines.iter().map(action).collect_view();
        let head = [
            "report-action",
            "report-question",
            "report-standing",
            "report-owner",
            "report-due",
            "report-effort",
            "report-status",
        ];
        let caption = tr_with("report-actions-caption", &[("count", lines.len().into())]);
        table(caption, &head, view! { <tbody>{rows}</tbody> }.into_any())
    })
}

fn action(line: &ActionLine) -> AnyView {
    let requirement = line.requirement.map(|it| catalog().requirement(it));
    let title = match (line.action.title.trim(), requirement, line.standing) {
        ("", Some(it), Some(standing)) => tr_with(&proposal_key(it.kind, standing), &[]),
        (title, ..) => text_or_none(title),
    };
    let about = requirement
        .map(|it| view! { <span class="report-table__small">{it.ask.as_str()}</span> }.into_any());
    let standing = line
        .standing
        .map(|it| view! { <Badge tone=it.key() text=tr_key("standing", it.key())/> }.into_any());
    let blocking = line.blocking.then(|| {
        view! { <span class="report-table__small">{tr("report-blocks")}</span> }.into_any()
    });
    let overdue = line.overdue.then(|| {
        view! { <span class="report-table__small">{tr("report-overdue")}</span> }.into_any()
    });
    let effort = line.action.effort_days.map_or_else(
        || tr("report-none").to_owned(),
        |it| usize::from(it).to_string(),
    );
    view! {
        <tr>
            <th scope="row">{title}{about}</th>
            {cell(requirement.map(|it| it.id.clone()).unwrap_or_default())}
            <td>{standing}{blocking}</td>
            {cell(text_or_none(&line.action.owner))}
            <td>{day_or_none(line.action.due)}{overdue}</td>
            {cell(effort)}
            {cell(tr_key("gaps-status", line.action.status.key()).to_owned())}
        </tr>
    }
    .into_any()
}

/// The road as a chart up to the decision, then stage by stage.
pub(super) fn roadmap() -> AnyView {
    Session::get().document().with(|assessment| {
        let gates = gates(catalog(), assessment, browser::today());
        let states = step_states(catalog(), &gates);
        let plan = schedule(catalog(), assessment, browser::today(), &|it| gates.get(it).is_some_and(GateState::is_open));
        let bodies = catalog().stages.iter().map(|it| stage(it, &plan, &states, assessment)).collect_view();
        let done: Vec<bool> = gates.iter().map(GateState::is_open).collect();
        let drawn = timeline(&plan, browser::today(), assessment.plan.target, Span::ToDecision);
        let head = ["report-step", "report-start", "report-finish", "report-days", "report-owner", "report-state"];
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=tr("roadmap-timeline")>{timeline_chart(&plan, &drawn, &done)}</div>
            <TimelineLegend/>
            {table(tr("report-roadmap-caption").to_owned(), &head, bodies.into_any())}
        }
        .into_any()
    })
}

fn stage(stage: &Stage, plan: &Schedule, states: &[StepState], assessment: &Assessment) -> AnyView {
    let step = |it: &ScheduledStep| {
        let step = catalog()
            .steps
            .get(it.step)
            .filter(|it| it.stage == stage.id)?;
        let state = states.get(it.step)?.key();
        let owner = assessment
            .steps
            .get(&step.id)
            .map(|it| it.owner.as_str())
            .unwrap_or_default();
        let critical = it.critical.then(|| {
            view! { <span class="report-table__small">{tr("report-critical")}</span> }.into_any()
        });
        let row = view! {
            <tr>
                <th scope="row">{tr_with("report-step-name", &[("id", step.id.as_str().into()), ("title", step.title.as_str().into())])}{critical}</th>
                {[browser::day_in_words(it.start), browser::day_in_words(it.finish), it.days.to_string(), text_or_none(owner)].map(cell)}
                <td><Badge tone=state text=tr_key("roadmap-state", state)/></td>
            </tr>
        };
        Some(row.into_any())
    };
    let steps: Vec<AnyView> = plan.steps.iter().filter_map(step).collect();
    view! {
        <tbody>
            <tr class="report-table__group"><th scope="rowgroup" colspan="6">{stage.title.clone()}</th></tr>
            {steps}
        </tbody>
    }
    .into_any()
}
