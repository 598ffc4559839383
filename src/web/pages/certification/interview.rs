//! One line of the plan of stage two: a row, and the editor that opens below it.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::super::people::PEOPLE;
use super::super::processes_field::ProcessesField;
use crate::assessment::workspace::{Certification, InterviewLine};
use crate::readiness::interviews::{PlanRemark, clause_numbers, unknown_clauses};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::date_field::DateField;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::components::text_field::TextField;
use crate::web::components::time_field::TimeField;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// What stands for a line in the address: its number in the plan.
pub(super) fn line_id(place: usize) -> String {
    (place + 1).to_string()
}

/// The id of the field with the subject of a line.
pub(super) fn subject_id(place: usize) -> String {
    format!("interview-{place}-subject")
}

/// One line of the record.
#[derive(Clone, Copy)]
struct Line {
    place: usize,
    entry: Entry<Certification>,
}

impl Line {
    fn read<V>(self, read: impl Fn(&InterviewLine) -> V + Send + Sync + 'static) -> Signal<V>
    where
        V: Clone + PartialEq + Default + Send + Sync + 'static,
    {
        let place = self.place;
        self.entry
            .read(move |it| it.interviews.get(place).map(&read).unwrap_or_default())
    }

    fn put<V: 'static>(
        self,
        write: impl Fn(&mut InterviewLine, V) + Send + Sync + 'static,
    ) -> Callback<V> {
        let place = self.place;
        self.entry.put(move |it, value| {
            if let Some(line) = it.interviews.get_mut(place) {
                write(line, value);
            }
        })
    }

    fn text(
        self,
        label: &'static str,
        read: fn(&InterviewLine) -> &String,
        write: fn(&mut InterviewLine, String),
    ) -> AnyView {
        let (value, on_commit) = (self.read(move |it| read(it).clone()), self.put(write));
        view! { <TextField label=tr(label) value on_commit/> }.into_any()
    }

    fn person(
        self,
        label: &'static str,
        read: fn(&InterviewLine) -> &String,
        write: fn(&mut InterviewLine, String),
    ) -> AnyView {
        let (value, on_commit) = (self.read(move |it| read(it).clone()), self.put(write));
        view! { <TextField label=tr(label) most=120 suggestions=PEOPLE value on_commit/> }
            .into_any()
    }
}

/// When a line is, in words; empty where nothing is entered.
pub(crate) fn when(line: &InterviewLine) -> String {
    let day = line.day.map(browser::day_in_words);
    let times = match (line.from, line.to) {
        (Some(from), Some(to)) => Some(tr_with(
            "certification-from-to",
            &[
                ("from", from.to_string().into()),
                ("to", to.to_string().into()),
            ],
        )),
        (Some(from), None) => Some(from.to_string()),
        _ => None,
    };
    day.into_iter().chain(times).collect::<Vec<_>>().join(" ")
}

/// The row.
#[component]
pub(super) fn LineRow(
    place: usize,
    entry: Entry<Certification>,
    found: Memo<Vec<Vec<PlanRemark>>>,
    open: OpenItem,
) -> impl IntoView {
    let line = Line { place, entry };
    let title = line.read(|it| it.subject.clone());
    let title = Signal::derive(move || {
        let title = title.get();
        if title.trim().is_empty() {
            tr("certification-untitled-line").to_owned()
        } else {
            title
        }
    });
    let remarks = Memo::new(move |_| found.with(|it| it.get(place).cloned().unwrap_or_default()));
    let remarks = move || {
        let words = |it: PlanRemark| view! { <li>{tr_key("certification-remark", it.key())}</li> };
        let remarks = remarks.get();
        if remarks.is_empty() {
            view! { <Badge tone="done" text=tr("certification-line-ready")/> }.into_any()
        } else {
            view! { <ul class="interview-remarks">{remarks.into_iter().map(words).collect_view()}</ul> }.into_any()
        }
    };
    let cells = view! {
        {text_cell(tr("certification-when"), line.read(when))}
        {text_cell(tr("record-field-clauses"), line.read(|it| it.clauses.join(", ")))}
        {text_cell(tr("certification-partner"), line.read(|it| it.partner.clone()))}
        {text_cell(tr("certification-guide"), line.read(|it| it.guide.clone()))}
        {cell(tr("certification-remarks"), remarks.into_any())}
    };
    let id = line_id(place);
    let is_open = open.is(id.clone());
    let toggled = id.clone();
    view! {
        <LedgerRow id=open.button_id(&id) title cells=cells.into_any() columns=6 open=is_open on_toggle=Callback::new(move |()| open.toggle(&toggled))>
            <LineDetails place entry open/>
        </LedgerRow>
    }
    .into_any()
}

/// The editor.
#[component]
fn LineDetails(place: usize, entry: Entry<Certification>, open: OpenItem) -> impl IntoView {
    let line = Line { place, entry };
    let clauses = line.read(|it| it.clauses.join(", "));
    let put_clauses = line.put(|it, text: String| it.clauses = clause_numbers(&text));
    let unknown = line.read(|it| {
        let unknown = unknown_clauses(catalog(), it);
        unknown.into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    let warning = move || {
        let unknown = unknown.get();
        (!unknown.is_empty()).then(|| {
            let words = tr_with(
                "certification-unknown-clauses",
                &[("clauses", unknown.join(", ").into())],
            );
            view! { <p class="callout" data-tone="warning" role="alert">{words}</p> }
        })
    };
    let processes = line.read(|it| it.processes.clone());
    let put_processes = line.put(|it, list| it.processes = list);
    let delete = move |_| {
        open.toggle(&line_id(place));
        entry.edit(|it| {
            if place < it.interviews.len() {
                it.interviews.remove(place);
            }
        });
        browser::focus_soon("add-interview".to_owned());
    };
    view! {
        <TextField id=subject_id(place) label=tr("certification-subject") value=line.read(|it| it.subject.clone()) on_commit=line.put(|it, text| it.subject = text)/>
        <div class="ledger__fields">
            <DateField label=tr("certification-day") value=line.read(|it| it.day) on_commit=line.put(|it, day| it.day = day)/>
            <TimeField label=tr("record-field-from") value=line.read(|it| it.from) on_commit=line.put(|it, time| it.from = time)/>
            <TimeField label=tr("record-field-to") value=line.read(|it| it.to) on_commit=line.put(|it, time| it.to = time)/>
            {line.person("certification-partner", |it| &it.partner, |it, text| it.partner = text)}
            {line.person("certification-guide", |it| &it.guide, |it, text| it.guide = text)}
            {line.text("record-field-place", |it| &it.place, |it, text| it.place = text)}
        </div>
        <TextField label=tr("record-field-clauses") hint=tr("certification-clauses-hint") value=clauses on_commit=put_clauses/>
        {warning}
        <ProcessesField value=processes on_change=put_processes/>
        <TextField label=tr("certification-samples") hint=tr("certification-samples-hint") lines=2 most=1000 value=line.read(|it| it.samples.clone()) on_commit=line.put(|it, text| it.samples = text)/>
        <p class="button-row"><button type="button" class="button" data-tone="quiet" on:click=delete>{tr("certification-delete-line")}</button></p>
        <p class="muted">{tr("certification-can-undo")}</p>
    }
    .into_any()
}
