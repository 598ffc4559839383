//! The plan of the days of an audit: who looks at what, with whom, when and where.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::super::people::PEOPLE;
use crate::assessment::workspace::{AgendaLine, Audit, TimeOfDay};
use crate::day::Day;
use crate::readiness::records::Records;
use crate::readiness::topics::{Topic, agenda};
use crate::web::browser;
use crate::web::components::date_field::DateField;
use crate::web::components::lines::Lines;
use crate::web::components::text_field::TextField;
use crate::web::components::time_field::TimeField;
use crate::web::text::{catalog, tr, tr_with};

/// The lines.
#[component]
pub(super) fn Agenda(entry: Entry<Audit>, records: Memo<Records>) -> impl IntoView {
    let lines = Lines::new(entry.read(|it| it.agenda.clone()));
    let add = move |_| {
        let key = lines.next();
        entry.edit(|it| {
            // A new line begins where the last one ends.
            let last = it.agenda.last();
            let line = AgendaLine {
                day: last.map_or(it.start, |it| it.day),
                from: last.and_then(|it| it.to),
                auditor: last.map(|it| it.auditor.clone()).unwrap_or_default(),
                ..AgendaLine::default()
            };
            it.agenda.push(line);
        });
        browser::focus_soon(subject_id(entry, key));
    };
    let missing = Memo::new(move |_| {
        records.with(|records| {
            entry
                .value()
                .with(|it| agenda(catalog(), records, it, subject))
        })
    });
    let propose = move |_| {
        let key = lines.next();
        let lines = missing.get_untracked();
        entry.edit(|it| it.agenda.extend(lines));
        browser::focus_soon(subject_id(entry, key));
    };
    let proposal = move || {
        let count = missing.with(Vec::len);
        (count > 0).then(|| {
            let words = tr_with("audit-agenda-propose", &[("count", count.into())]);
            view! { <button type="button" class="button" data-size="small" on:click=propose>{words}</button> }
        })
    };
    view! {
        <section class="audit-part">
            <h3>{tr("record-field-agenda")}</h3>
            <p>{tr("audit-agenda-lead")}</p>
            <ol class="audit-agenda">
                <For each=move || lines.keys() key=|it| *it let:key><AgendaFields entry lines key/></For>
            </ol>
            <p class="button-row">
                <button type="button" class="button" data-size="small" id=add_id(entry) on:click=add>{tr("audit-add-line")}</button>
                {proposal}
            </p>
        </section>
    }
    .into_any()
}

/// What a proposed line says it is about: the clauses and their title.
fn subject(topic: &Topic<'_>) -> String {
    let words = [
        ("clause", topic.clauses.join(", ").into()),
        ("title", topic.title.into()),
    ];
    tr_with("clause-and-title", &words)
}

fn add_id(entry: Entry<Audit>) -> String {
    format!("audit-{}-add-line", entry.id())
}

fn subject_id(entry: Entry<Audit>, key: u32) -> String {
    format!("audit-{}-line-{key}", entry.id())
}

/// One line.
#[component]
fn AgendaFields(entry: Entry<Audit>, lines: Lines<AgendaLine>, key: u32) -> impl IntoView {
    let place = lines.place(key);
    let name = move || tr_with("audit-agenda-line", &[("number", (place.get() + 1).into())]);
    let remove_name = move || tr_with("list-remove", &[("text", name().into())]);
    let remove = move |_| {
        let place = place.get_untracked();
        entry.edit(|it| {
            if place < it.agenda.len() {
                it.agenda.remove(place);
            }
        });
        lines.taken_away(place);
        browser::focus_soon(add_id(entry));
    };
    let text = move |read: fn(&AgendaLine) -> &String| {
        entry.read(move |it| {
            let line = it.agenda.get(place.get());
            line.map(|it| read(it).clone()).unwrap_or_default()
        })
    };
    let put_text = move |write: fn(&mut AgendaLine, String)| {
        entry.put(move |it, text| {
            if let Some(it) = it.agenda.get_mut(place.get_untracked()) {
                write(it, text);
            }
        })
    };
    let time = move |read: fn(&AgendaLine) -> Option<TimeOfDay>| {
        entry.read(move |it| it.agenda.get(place.get()).and_then(read))
    };
    let put_time = move |write: fn(&mut AgendaLine, Option<TimeOfDay>)| {
        entry.put(move |it, time| {
            if let Some(it) = it.agenda.get_mut(place.get_untracked()) {
                write(it, time);
            }
        })
    };
    let wrong = entry.read(move |it| {
        let line = it.agenda.get(place.get());
        line.and_then(|it| it.from.zip(it.to))
            .is_some_and(|(from, to)| to <= from)
    });
    view! {
        <li>
            <fieldset class="audit-agenda__line">
                <legend>{name}</legend>
                <div class="ledger__fields">
                    <DateField label=tr("form-agenda-day") value=entry.read(move |it| it.agenda.get(place.get()).and_then(|it| it.day))
                        on_commit=entry.put(move |it, day: Option<Day>| if let Some(it) = it.agenda.get_mut(place.get_untracked()) { it.day = day })/>
                    <TimeField label=tr("record-field-from") value=time(|it| it.from) on_commit=put_time(|it, time| it.from = time)/>
                    <TimeField label=tr("record-field-to") value=time(|it| it.to) on_commit=put_time(|it, time| it.to = time)/>
                    <TextField id=subject_id(entry, key) label=tr("form-agenda-subject") value=text(|it| &it.subject) on_commit=put_text(|it, text| it.subject = text)/>
                    <TextField label=tr("form-agenda-auditor") most=120 suggestions=PEOPLE value=text(|it| &it.auditor) on_commit=put_text(|it, text| it.auditor = text)/>
                    <TextField label=tr("form-agenda-auditee") most=120 suggestions=PEOPLE value=text(|it| &it.auditee) on_commit=put_text(|it, text| it.auditee = text)/>
                    <TextField label=tr("record-field-place") most=120 value=text(|it| &it.place) on_commit=put_text(|it, text| it.place = text)/>
                </div>
                <div role="status">{move || wrong.get().then(|| view! { <p class="callout" data-tone="warning">{tr("audit-line-ends-before")}</p> })}</div>
                <button type="button" class="button" data-tone="quiet" data-size="small" aria-label=remove_name on:click=remove>{tr("remove")}</button>
            </fieldset>
        </li>
    }
    .into_any()
}
