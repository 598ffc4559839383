//! One process: a row, and what is entered about it below.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::super::people::PEOPLE;
use crate::assessment::workspace::Operation;
use crate::catalog::Process;
use crate::readiness::operation::{
    OperationState, missing_basis, missing_records, months_of_records, state,
};
use crate::readiness::records::{Lack, process_title};
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::check_field::CheckField;
use crate::web::components::date_field::DateField;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::components::number_field::NumberField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The most records that a sample holds.
const MOST_SAMPLES: u32 = 9999;

/// The row.
#[component]
pub(super) fn ProcessRow(
    process: &'static Process,
    open: OpenItem,
    wanted: Memo<u8>,
) -> impl IntoView {
    let entry = Entry::<Operation>::new("edit-operation", process.id.clone());
    let at = Memo::new(move |_| {
        let wanted = wanted.get();
        entry.value().with(|it| state(it, wanted, browser::today()))
    });
    let badge = move || view! { <Badge tone=tone(at.get()) text=tr_key("operation-state", at.get().key())/> };
    let months = entry.read(|it| months_of_records(it, browser::today()));
    let since = entry.read(|it| it.since);
    let since = move || {
        let Some(since) = since.get() else {
            return view! { <span class="muted" aria-hidden="true">"\u{2013}"</span> }.into_any();
        };
        let words = match months.get() {
            Some(months) => tr_with(
                "operation-months-so-far",
                &[("count", i64::from(months).into())],
            ),
            None => tr("operation-starts-later").to_owned(),
        };
        view! { <span class="process-since">{browser::day_in_words(since)}<span class="muted">{words}</span></span> }.into_any()
    };
    let samples = entry.read(|it| it.samples.map(|it| it.to_string()).unwrap_or_default());
    let looked = entry.read(|it| it.looked_on.map(browser::day_in_words).unwrap_or_default());
    let cells = view! {
        {text_cell(tr("operation-owner"), entry.read(|it| it.owner.clone()))}
        {cell(tr("operation-since"), since.into_any())}
        {text_cell(tr("operation-samples"), samples)}
        {text_cell(tr("operation-looked"), looked)}
        {cell(tr("operation-state"), badge.into_any())}
    };
    let title = process_title(catalog(), &process.id).unwrap_or(&process.id);
    let is_open = open.is(process.id.clone());
    view! {
        <LedgerRow id=open.button_id(&process.id) mark=process.clause.clone() title=title.to_owned() cells=cells.into_any() columns=6
            open=is_open on_toggle=Callback::new(move |()| open.toggle(&process.id))>
            <ProcessDetails process entry wanted/>
        </LedgerRow>
    }
    .into_any()
}

/// The look of a state.
const fn tone(state: OperationState) -> &'static str {
    match state {
        OperationState::NotRunning => "missing",
        OperationState::Running => "in-progress",
        OperationState::Recorded => "done",
        OperationState::NoCase => "no-case",
    }
}

/// Everything that is entered about a process, what is missing, and its questions.
#[component]
fn ProcessDetails(
    process: &'static Process,
    entry: Entry<Operation>,
    wanted: Memo<u8>,
) -> impl IntoView {
    view! {
        <Missing entry wanted/>
        <div class="ledger__fields">
            <TextField label=tr("operation-owner") most=120 suggestions=PEOPLE value=entry.read(|it| it.owner.clone()) on_commit=entry.put(|it, text| it.owner = text)/>
            <DateField label=tr("operation-since") value=entry.read(|it| it.since) on_commit=entry.put(|it, day| it.since = day)/>
        </div>
        <div class="check-lines">
            <CheckField label=tr("operation-documented") value=entry.read(|it| it.documented) on_choose=entry.put(|it, ticked| it.documented = ticked)/>
            <CheckField label=tr("operation-no-case") value=entry.read(|it| it.no_case) on_choose=entry.put(|it, ticked| it.no_case = ticked)/>
        </div>
        <TextField label=tr("operation-records") hint=tr("operation-records-hint") lines=3 most=2000 value=entry.read(|it| it.records.clone()) on_commit=entry.put(|it, text| it.records = text)/>
        <div class="ledger__fields">
            <NumberField label=tr("operation-samples") most=MOST_SAMPLES value=entry.read(|it| it.samples) on_commit=entry.put(|it, count| it.samples = count)/>
            <DateField label=tr("operation-looked") value=entry.read(|it| it.looked_on) on_commit=entry.put(|it, day| it.looked_on = day)/>
            <TextField label=tr("operation-looked-by") most=120 suggestions=PEOPLE value=entry.read(|it| it.looked_by.clone()) on_commit=entry.put(|it, text| it.looked_by = text)/>
        </div>
        <TextField label=tr("operation-note") lines=3 most=4000 value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
        <Clauses process/>
    }
    .into_any()
}

/// What is missing before the records of the process can be shown.
#[component]
fn Missing(entry: Entry<Operation>, wanted: Memo<u8>) -> impl IntoView {
    let lacks = Memo::new(move |_| {
        let wanted = wanted.get();
        entry.value().with(|it| {
            let mut all = missing_basis(it);
            all.extend(missing_records(it, wanted, browser::today()));
            all
        })
    });
    let item = |it: Lack| view! { <li>{tr_key("operation-lack", it.key())}</li> }.into_any();
    move || {
        let lacks = lacks.get();
        if lacks.is_empty() {
            return view! { <p class="callout">{tr("operation-nothing-missing")}</p> }.into_any();
        }
        view! {
            <div class="callout" data-tone="warning">
                <p>{tr_with("operation-missing", &[("count", lacks.len().into())])}</p>
                <ul>{lacks.into_iter().map(item).collect_view()}</ul>
            </div>
        }
        .into_any()
    }
}

/// The clauses whose questions are about the process.
#[component]
fn Clauses(process: &'static Process) -> impl IntoView {
    let assessment = Session::get().id();
    let link = |clause: &'static str, title: &str| {
        let page = AssessmentPage::Clause(clause.to_owned());
        let words = [("clause", clause.into()), ("title", title.into())];
        let href = Route::assessment(assessment.clone(), page).href();
        view! { <li><a href=href>{tr_with("clause-and-title", &words)}</a></li> }.into_any()
    };
    let clauses = catalog().clauses.iter();
    let links = clauses
        .filter(|it| it.leaf && process.has_clause(&it.id))
        .map(|it| link(&it.id, &it.title))
        .collect_view();
    view! { <div><h3>{tr("operation-questions")}</h3><ul class="entry-links">{links}</ul></div> }
        .into_any()
}
