//! One entry of the register: a row, and the editor that opens below it.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::details::Details;
use crate::assessment::workspace::{Grade, Nonconformity};
use crate::readiness::nonconformities::{
    NonconformityState, clause_of, is_overdue, next_due, state,
};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::text::{catalog, tr, tr_key};

/// The row.
#[component]
pub(super) fn EntryRow(id: String, open: OpenItem) -> impl IntoView {
    let entry = Entry::<Nonconformity>::new("edit-nonconformity", id.clone());
    let grade = entry.read(|it| it.grade);
    let grade = move || match grade.get() {
        Some(it) => {
            view! { <Badge tone=grade_tone(it) text=tr_key("actions-grade", it.key())/> }.into_any()
        }
        None => view! { <span class="muted">{tr("actions-no-grade")}</span> }.into_any(),
    };
    let due = entry.read(|it| {
        let today = browser::today();
        (next_due(it, today), is_overdue(it, today))
    });
    let due = move || match due.get() {
        (Some(due), late) => view! {
            <span>{browser::day_in_words(due)}</span>
            {late.then(|| view! { <Badge tone="overdue" text=tr("gaps-overdue")/> })}
        }
        .into_any(),
        _ => view! { <span class="muted" aria-hidden="true">"\u{2013}"</span> }.into_any(),
    };
    let state = entry.read(|it| state(it, browser::today()));
    let state = move || {
        let state = state.get();
        view! { <Badge tone=state_tone(state) text=tr_key("actions-state", state.key())/> }
    };
    let title = entry.read(|it| {
        let said = it.title.trim();
        if said.is_empty() {
            tr("actions-untitled").to_owned()
        } else {
            said.to_owned()
        }
    });
    let clause = entry.read(|it| clause_of(catalog(), it).to_owned());
    let place = entry.read(|it| it.location.clone());
    let number = entry.read(|it| it.number.clone());
    let cells = view! {
        {cell(tr("record-field-grade"), grade.into_any())}
        {text_cell(tr("actions-found-by"), entry.read(|it| tr_key("actions-source", it.source.key()).to_owned()))}
        {text_cell(tr("gaps-owner"), entry.read(|it| it.owner.clone()))}
        {cell(tr("actions-next-due"), view! { <div class="action-due">{due}</div> }.into_any())}
        {cell(tr("actions-state"), state.into_any())}
    };
    let under = view! {
        <span>{move || number.get()}</span>
        <span>{move || clause.get()}</span>
        <span>{move || place.get()}</span>
    };
    let is_open = open.is(id.clone());
    let button = open.button_id(&id);
    view! {
        <LedgerRow id=button title under=under.into_any() cells=cells.into_any() columns=6 open=is_open on_toggle=Callback::new(move |()| open.toggle(&id))>
            <Details entry open/>
        </LedgerRow>
    }
    .into_any()
}

/// The look of a grade: that of the verdict it leads to.
pub(crate) const fn grade_tone(grade: Grade) -> &'static str {
    match grade {
        Grade::Major => "major-likely",
        Grade::Minor => "minor-likely",
        Grade::Concern => "thin",
        Grade::Observation => "observation",
        Grade::Opportunity => "open",
    }
}

/// The look of a state: only what is closed looks done.
pub(crate) const fn state_tone(state: NonconformityState) -> &'static str {
    match state {
        NonconformityState::Raised => "open",
        NonconformityState::Planned => "in-progress",
        NonconformityState::Done => "thin",
        NonconformityState::Effective => "ready",
        NonconformityState::Closed => "done",
    }
}
