//! The pack for stage one: what will be looked at, and our state of each item.

use leptos::prelude::*;

use super::super::forms::form_href;
use super::super::roadmap::Road;
use super::checklist::{Checklist, statements};
use super::dates::{backwards, date, stage_one_days};
use super::part_href;
use super::parts::CertificationPart;
use crate::web::browser;
use crate::web::text::{catalog, tr};

/// The part.
#[component]
pub(super) fn StageOne(road: Road) -> impl IntoView {
    let aims = [
        "certification-aim-documents",
        "certification-aim-site",
        "certification-aim-understanding",
        "certification-aim-facts",
        "certification-aim-resources",
        "certification-aim-audits",
    ];
    view! {
        <div class="ledger__fields">
            {stage_one_days()}
            {date("record-field-stage-one-report", |it| it.stage_one_report, |it, day| it.stage_one_report = day)}
        </div>
        {backwards(|it| (it.stage_one_first, it.stage_one_last))}
        <details class="certification-rules">
            <summary>{tr("certification-aims-one")}</summary>
            <ul>{aims.map(|it| view! { <li>{tr(it)}</li> }).collect_view()}</ul>
        </details>
        <h3>{tr("certification-pack")}</h3>
        <Checklist lines=&catalog().workspaces.stage_one road/>
        {statements(&["S01"], road)}
        <p class="button-row">
            <a class="button" href=part_href(Some(CertificationPart::Documents))>{tr("certification-part-documents")}</a>
            <a class="button" href=form_href("document-index", "main")>{tr("certification-index-form")}</a>
            <button type="button" class="button" on:click=|_| browser::print()>{tr("certification-print")}</button>
        </p>
    }
    .into_any()
}
