//! One audit: a row, and the editor that opens below it.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::super::forms;
use super::details::Details;
use crate::assessment::workspace::{Audit, AuditState};
use crate::readiness::audit::{checklist_tally, findings_of};
use crate::readiness::records::Records;
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The row.
#[component]
pub(super) fn AuditRow(id: String, open: OpenItem, records: Memo<Records>) -> impl IntoView {
    let entry = Entry::<Audit>::new("edit-audit", id.clone());
    let dates = entry.read(|it| {
        let words = |it: Option<crate::day::Day>| it.map(browser::day_in_words);
        match (words(it.start), words(it.finish)) {
            (Some(start), Some(finish)) if start != finish => tr_with(
                "audit-from-to",
                &[("from", start.into()), ("to", finish.into())],
            ),
            (Some(day), _) | (None, Some(day)) => day,
            (None, None) => String::new(),
        }
    });
    let auditors = entry.read(|it| it.auditors.join(tr("charts-list-separator")));
    let worked = id.clone();
    let progress = Signal::derive(move || {
        let tally = records.with(|records| {
            entry
                .value()
                .with(|it| checklist_tally(catalog(), records, &worked, it))
        });
        let done = tally.lines - tally.open();
        let counts = [("count", done.into()), ("total", tally.lines.into())];
        tr_with("audit-lines-done", &counts)
    });
    let mine = id.clone();
    let findings = Signal::derive(move || {
        let count = records.with(|it| findings_of(it, &mine).count());
        count.to_string()
    });
    let state = entry.read(|it| it.state);
    let state = move || {
        let state = state.get();
        let tone = match state {
            AuditState::Planned => "waiting",
            AuditState::Held => "in-progress",
            AuditState::Reported => "done",
            AuditState::Cancelled => "no-case",
        };
        view! { <Badge tone text=tr_key("audit-state", state.key())/> }
    };
    let cells = view! {
        {text_cell(tr("audit-dates"), dates)}
        {text_cell(tr("record-field-auditors"), auditors)}
        {text_cell(tr("audit-checklist"), progress)}
        {text_cell(tr("audit-findings"), findings)}
        {cell(tr("audit-state"), state.into_any())}
    };
    let title = entry.read(name);
    let under = entry.read(|it| it.clauses.join(tr("charts-list-separator")));
    let under = view! { <span>{move || under.get()}</span> };
    let is_open = open.is(id.clone());
    let button = open.button_id(&id);
    view! {
        <LedgerRow id=button title under=under.into_any() cells=cells.into_any() columns=6 open=is_open on_toggle=Callback::new(move |()| open.toggle(&id))>
            <Details entry open records/>
        </LedgerRow>
    }
    .into_any()
}

/// What an audit is called: its number and its name, as far as entered.
pub(super) fn name(it: &Audit) -> String {
    forms::audit_plan::audit_name(it)
}
