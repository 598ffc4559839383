//! What the body found, from the register: grade, state and deadlines, with a link to where an entry is edited.

use leptos::prelude::*;

use super::super::actions::{grade_tone, state_tone};
use super::super::address::register_href;
use crate::assessment::workspace::{Nonconformity, Source, entries};
use crate::day::Day;
use crate::readiness::nonconformities::{clause_of, is_overdue, needs_cause, next_due, state};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key};

/// The table of the entries from some audits.
#[component]
pub(super) fn RaisedList(
    /// From which audits.
    sources: &'static [Source],
    /// What is said where there is none.
    none: &'static str,
) -> impl IntoView {
    let session = Session::get();
    let raised = Memo::new(move |_| {
        let all = session
            .document()
            .with(entries::<Nonconformity>)
            .into_iter();
        all.filter(|(_, it)| sources.contains(&it.source))
            .collect::<Vec<_>>()
    });
    let heads = [
        "certification-found",
        "record-field-grade",
        "certification-clause",
        "certification-answer",
        "certification-verified",
        "certification-state",
    ];
    let table = move || {
        let raised = raised.get();
        if raised.is_empty() {
            return view! { <div class="empty-state"><p>{tr(none)}</p></div> }.into_any();
        }
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=tr("certification-found-all")>
                <table class="raised">
                    <caption class="visually-hidden">{tr("certification-found-all")}</caption>
                    <thead><tr>{heads.map(|it| view! { <th scope="col">{tr(it)}</th> }).collect_view()}</tr></thead>
                    <tbody>{raised.iter().map(|(id, it)| row(id, it, sources.len() > 1)).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    table.into_any()
}

fn row(id: &str, it: &Nonconformity, with_source: bool) -> AnyView {
    let today = browser::today();
    let title = [&it.title, &it.number, &it.failure]
        .into_iter()
        .find(|it| !it.trim().is_empty())
        .map_or(tr("certification-untitled"), String::as_str)
        .to_owned();
    let source = with_source.then(|| tr_key("certification-source", it.source.key()));
    let grade = it.grade.map_or(tr("certification-grade-none"), |it| {
        tr_key("certification-grade", it.key())
    });
    let tone = it.grade.map_or("open", grade_tone);
    let state = state(it, today);
    let due = next_due(it, today).map(browser::day_in_words);
    let overdue = is_overdue(it, today)
        .then(|| view! { <Badge tone="overdue" text=tr("certification-overdue")/> });
    view! {
        <tr>
            <th scope="row"><a href=register_href(id)>{title}</a>{source.map(|it| view! { <span class="raised__source">{it}</span> })}</th>
            <td><Badge tone text=grade/></td>
            <td>{clause_of(catalog(), it).to_owned()}</td>
            <td>{answer(it)}</td>
            <td>{verified(it)}</td>
            <td><Badge tone=state_tone(state) text=tr_key("certification-entry", state.key())/>{overdue}<span class="raised__due">{due}</span></td>
        </tr>
    }
    .into_any()
}

/// Until when an answer is wanted, or since when it is accepted. Remarks need none.
fn answer(it: &Nonconformity) -> String {
    if !needs_cause(it) {
        return tr("certification-no-answer-needed").to_owned();
    }
    dated(it.accepted_on, "certification-accepted")
        .or_else(|| dated(it.answer_due, "certification-answer-by"))
        .unwrap_or_else(|| tr("certification-not-entered").to_owned())
}

fn verified(it: &Nonconformity) -> String {
    if !needs_cause(it) {
        return String::new();
    }
    dated(it.verified_on, "certification-verified-on")
        .unwrap_or_else(|| tr("certification-not-verified").to_owned())
}

fn dated(day: Option<Day>, key: &'static str) -> Option<String> {
    day.map(|it| crate::web::text::tr_with(key, &[("day", browser::day_in_words(it).into())]))
}
