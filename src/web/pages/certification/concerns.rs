//! What stage one raised, and the time until stage two.

use leptos::prelude::*;

use super::dates::{certification, date, stage_two_days};
use super::raise::RaiseForm;
use super::raised::RaisedList;
use crate::assessment::workspace::{Grade, Source};
use crate::readiness::milestones::{Interval, interval};
use crate::readiness::records::Records;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

/// Stage one alone.
const SOURCES: &[Source] = &[Source::StageOne];

/// What stage one raises.
const GRADES: &[Grade] = &[Grade::Concern, Grade::Observation, Grade::Opportunity];

/// The part.
#[component]
pub(super) fn Concerns() -> impl IntoView {
    let entry = certification();
    view! {
        <div class="ledger__fields">
            {date("record-field-stage-one-report", |it| it.stage_one_report, |it, day| it.stage_one_report = day)}
        </div>
        <h3>{tr("certification-raised-one")}</h3>
        <RaisedList sources=SOURCES none="certification-no-concerns"/>
        <RaiseForm sources=SOURCES grades=GRADES/>
        <h3>{tr("certification-interval")}</h3>
        <IntervalWords/>
        <div class="ledger__fields">{stage_two_days()}</div>
        <ul>
            <li>{tr("certification-interval-rule")}</li>
            <li>{tr("certification-interval-repeat")}</li>
            <li>{tr("certification-interval-usual")}</li>
        </ul>
        <TextField label=tr("certification-note") lines=3 most=4000 value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
    }
    .into_any()
}

/// How long the time between the stages is.
#[component]
fn IntervalWords() -> impl IntoView {
    let session = Session::get();
    let found = Memo::new(move |_| session.document().with(|it| interval(&Records::of(it))));
    let days = |key: &str, days: i64| tr_with(key, &[("count", days.into())]);
    move || {
        match found.get() {
        Interval::Unknown => view! { <p>{tr("certification-interval-unknown")}</p> }.into_any(),
        Interval::Backwards => view! { <p class="callout" data-tone="warning">{tr("certification-interval-backwards")}</p> }.into_any(),
        Interval::Days(count) => view! { <p><strong>{days("certification-interval-days", count)}</strong></p> }.into_any(),
        Interval::Long(count) => view! {
            <p><strong>{days("certification-interval-days", count)}</strong></p>
            <p class="callout" data-tone="warning">{tr("certification-interval-long")}</p>
        }
        .into_any(),
    }
    }
}
