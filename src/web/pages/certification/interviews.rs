//! The plan of stage two: who is interviewed about what, with which records.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::super::forms::form_href;
use super::dates::{backwards, certification, stage_two_days};
use super::interview::{LineRow, line_id, subject_id};
use crate::assessment::workspace::{Certification, InterviewLine};
use crate::readiness::interviews::{in_order_of_time, proposals, remarks};
use crate::readiness::records::Records;
use crate::web::browser;
use crate::web::components::ledger::Ledger;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The part.
#[component]
pub(super) fn StageTwo() -> impl IntoView {
    let entry = certification();
    let open = OpenItem::of_page("interview");
    let places = entry.read(|it| (0..it.interviews.len()).collect::<Vec<_>>());
    let any = Memo::new(move |_| places.with(|it| !it.is_empty()));
    let found = Memo::new(move |_| entry.value().with(remarks));
    let head = [
        "certification-line",
        "certification-when",
        "record-field-clauses",
        "certification-partner",
        "certification-guide",
        "certification-remarks",
    ];
    let aims = [
        "certification-aim-practice",
        "certification-aim-measuring",
        "certification-aim-control",
        "certification-aim-reviews",
        "certification-aim-samples",
    ];
    view! {
        <div class="ledger__fields">{stage_two_days()}</div>
        {backwards(|it| (it.stage_two_first, it.stage_two_last))}
        <details class="certification-rules">
            <summary>{tr("certification-aims-two")}</summary>
            <ul>{aims.map(|it| view! { <li>{tr(it)}</li> }).collect_view()}</ul>
        </details>
        <h3>{tr("record-field-interviews")}</h3>
        <LeftOut entry open/>
        <Tools entry open any/>
        <Show when=move || any.get() fallback=|| view! { <div class="empty-state"><p>{tr("certification-no-lines")}</p></div> }>
            <Ledger caption=tr("record-field-interviews") head=head.map(tr).into() columns="interviews">
                <For each=move || places.get() key=|it| *it let:place><LineRow place entry found open/></For>
            </Ledger>
        </Show>
    }
    .into_any()
}

/// What the plan leaves out, with a button that proposes lines for it.
#[component]
fn LeftOut(entry: Entry<Certification>, open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let missing = Memo::new(move |_| {
        session
            .document()
            .with(|it| proposals(catalog(), &Records::of(it)))
    });
    let propose = move |_| {
        let place = entry.value().with_untracked(|it| it.interviews.len());
        let lines = missing.get_untracked();
        entry.edit(|it| it.interviews.extend(lines));
        browser::focus_soon(open.button_id(&line_id(place)));
    };
    let body = move || {
        let missing = missing.get();
        if missing.is_empty() {
            return view! { <p>{tr("certification-plan-whole")}</p> }.into_any();
        }
        let name = |it: &InterviewLine| {
            let words = [
                ("clause", it.clauses.join(", ").into()),
                ("title", it.subject.as_str().into()),
            ];
            view! { <li>{tr_with("clause-and-title", &words)}</li> }
        };
        let count = [("count", missing.len().into())];
        view! {
            <details class="certification-rules">
                <summary>{tr_with("certification-left-out", &count)}</summary>
                <ul>{missing.iter().map(name).collect_view()}</ul>
            </details>
            <p class="button-row"><button type="button" class="button" on:click=propose>{tr_with("certification-propose", &count)}</button></p>
        }
        .into_any()
    };
    body.into_any()
}

/// Adding a line, sorting, and the form.
#[component]
fn Tools(entry: Entry<Certification>, open: OpenItem, any: Memo<bool>) -> impl IntoView {
    let add = move |_| {
        let place = entry.value().with_untracked(|it| it.interviews.len());
        entry.edit(|it| it.interviews.push(blank(it)));
        open.open_at(&line_id(place), subject_id(place));
    };
    // Lines go by their place: an open one would show another line's fields.
    let sort = move |_| {
        open.close();
        entry.edit(|it| it.interviews = in_order_of_time(&it.interviews));
    };
    view! {
        <p class="button-row">
            <button type="button" class="button" id="add-interview" on:click=add>{tr("certification-add-line")}</button>
            <Show when=move || any.get()><button type="button" class="button" on:click=sort>{tr("certification-sort")}</button></Show>
            <a class="button" data-tone="quiet" href=form_href("interview-plan", "main")>{tr("certification-plan-form")}</a>
        </p>
    }
    .into_any()
}

/// A new line, on the day of the last one or else the first of stage two.
fn blank(certification: &Certification) -> InterviewLine {
    let last = certification.interviews.last().and_then(|it| it.day);
    InterviewLine {
        day: last.or(certification.stage_two_first),
        ..InterviewLine::default()
    }
}
