//! The decision and the years after it: dates that follow, each with its rule in words.

use leptos::prelude::*;

use super::super::roadmap::Road;
use super::checklist::statements;
use super::dates::{certification, date};
use crate::readiness::milestones::{Milestone, MilestoneState, milestones};
use crate::readiness::records::Records;
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};

/// The part.
#[component]
pub(super) fn After(road: Road) -> impl IntoView {
    let entry = certification();
    view! {
        <h3>{tr("certification-decision")}</h3>
        <div class="ledger__fields">
            {date("record-field-decided-on", |it| it.decided_on, |it, day| it.decided_on = day)}
            {date("record-field-expires-on", |it| it.expires_on, |it, day| it.expires_on = day)}
            <TextField label=tr("record-field-certificate") most=120 value=entry.read(|it| it.certificate.clone()) on_commit=entry.put(|it, text| it.certificate = text)/>
        </div>
        {statements(&["U04"], road)}
        <h3>{tr("certification-visits")}</h3>
        <div class="ledger__fields">
            {date("record-field-surveillance-one", |it| it.surveillance_one, |it, day| it.surveillance_one = day)}
            {date("record-field-surveillance-two", |it| it.surveillance_two, |it, day| it.surveillance_two = day)}
            {date("record-field-recertification", |it| it.recertification, |it, day| it.recertification = day)}
        </div>
        <Milestones/>
        <h3>{tr("certification-then")}</h3>
        <ul>
            <li>{tr("certification-then-yearly")}</li>
            <li>{tr("certification-then-minors")}</li>
            <li>{tr("certification-then-recertification")}</li>
            <li>{tr("certification-then-short-notice")}</li>
            <li>{tr("certification-then-mark")}</li>
            <li>{tr("certification-then-changes")}</li>
            <li>{tr("certification-then-lapsed")}</li>
        </ul>
        <p class="button-row"><button type="button" class="button" on:click=|_| browser::print()>{tr("certification-print")}</button></p>
    }
    .into_any()
}

/// Every date that follows, with its rule and how it stands.
#[component]
fn Milestones() -> impl IntoView {
    let session = Session::get();
    let found = Memo::new(move |_| {
        let found = session
            .document()
            .with(|it| milestones(&Records::of(it), browser::today()));
        found.to_vec()
    });
    let heads = [
        "certification-date-of",
        "certification-date-by",
        "certification-date-rule",
        "certification-date-state",
    ];
    view! {
        <h3>{tr("certification-dates")}</h3>
        <p>{tr("certification-dates-lead")}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=tr("certification-dates")>
            <table class="milestones">
                <caption class="visually-hidden">{tr("certification-dates")}</caption>
                <thead><tr>{heads.map(|it| view! { <th scope="col">{tr(it)}</th> }).collect_view()}</tr></thead>
                <tbody>{move || found.get().iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(it: &Milestone) -> AnyView {
    let key = it.rule.key();
    let source = if it.rule.is_of_one_body() {
        tr("certification-date-own")
    } else {
        tr("certification-date-all")
    };
    let by = it.by.map_or_else(
        || tr("certification-date-unknown").to_owned(),
        browser::day_in_words,
    );
    let entered = it.entered.map(|it| {
        let words = tr_with(
            "certification-date-entered",
            &[("day", browser::day_in_words(it).into())],
        );
        view! { <span class="milestones__entered">{words}</span> }
    });
    view! {
        <tr>
            <th scope="row">{tr_key("certification-date", key)}</th>
            <td>{by}</td>
            <td>{tr_key("certification-date-rule", key)}<span class="milestones__source">{source}</span></td>
            <td><Badge tone=tone(it.state) text=tr_key("certification-date-state", it.state.key())/>{entered}</td>
        </tr>
    }
    .into_any()
}

/// The look of a date: one that was missed stands out.
const fn tone(state: MilestoneState) -> &'static str {
    match state {
        MilestoneState::Late => "overdue",
        MilestoneState::Kept => "done",
        MilestoneState::Planned => "ready",
        MilestoneState::NotNeeded => "no-case",
        _ => "open",
    }
}
