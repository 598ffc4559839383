//! Everything about one audit: facts, scope, independence, the plan of the days, the report.

use leptos::prelude::*;

use super::super::address::{OpenItem, register_href};
use super::super::entry::Entry;
use super::super::forms::form_href;
use super::super::people::PEOPLE;
use super::CHECKLIST;
use super::agenda::Agenda;
use super::scope::Scope;
use crate::assessment::workspace::{Audit, AuditState};
use crate::assessment::{RecordKey, RecordKind};
use crate::readiness::audit::{findings_of, own_work};
use crate::readiness::records::{Records, process_title};
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::date_field::DateField;
use crate::web::components::list_field::ListField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The longest text of a part of an audit.
const LONG: u32 = 4000;

/// The id of the field with the name of an audit.
pub(super) fn title_id(id: &str) -> String {
    format!("audit-{id}-title")
}

/// The editor.
#[component]
pub(super) fn Details(
    entry: Entry<Audit>,
    open: OpenItem,
    records: Memo<Records>,
) -> impl IntoView {
    let id = entry.id();
    let checklist = checklist_href(&id);
    let delete = move |_| {
        // Closed first: the row goes with its entry.
        open.toggle(&entry.id());
        entry.take_away();
        browser::focus_soon("add-audit".to_owned());
    };
    view! {
        <Facts entry/>
        <Scope entry/>
        <Independence entry records/>
        <Agenda entry records/>
        <section class="audit-part">
            <h3>{tr("audit-checklist")}</h3>
            <p>{tr("audit-checklist-lead")}</p>
            <p class="audit-links">
                <a class="button" href=checklist>{tr("audit-open-checklist")}</a>
                <a href=form_href("audit-plan", &id)>{tr("form-audit-plan")}</a>
                <a href=form_href("audit-checklist", &id)>{tr("form-audit-checklist")}</a>
            </p>
        </section>
        <Report entry records/>
        <p class="button-row">
            <button type="button" class="button" data-tone="quiet" on:click=delete>{tr("audit-delete")}</button>
            <span class="muted">{tr("deleting-can-be-undone")}</span>
        </p>
    }
    .into_any()
}

/// Name, dates, people and what it is to find out.
#[component]
fn Facts(entry: Entry<Audit>) -> impl IntoView {
    let states = AuditState::ALL.iter().map(|it| {
        let label = tr_key("audit-state", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let put_state = entry.put(|it, word: String| {
        it.state = AuditState::from_key(&word).unwrap_or_default();
    });
    let wrong = entry.read(|it| it.start.zip(it.finish).is_some_and(|(from, to)| to < from));
    let ahead = entry.read(|it| {
        let held = matches!(it.state, AuditState::Held | AuditState::Reported);
        held && !it.is_held(browser::today())
    });
    view! {
        <TextField id=title_id(&entry.id()) label=tr("audit-name") value=entry.read(|it| it.title.clone()) on_commit=entry.put(|it, text| it.title = text)/>
        <TextField label=tr("record-field-objective") hint=tr("audit-objective-hint") lines=2 most=LONG value=entry.read(|it| it.objective.clone()) on_commit=entry.put(|it, text| it.objective = text)/>
        <div class="ledger__fields">
            <TextField label=tr("record-field-number") most=40 value=entry.read(|it| it.number.clone()) on_commit=entry.put(|it, text| it.number = text)/>
            <DateField label=tr("form-audit-start") value=entry.read(|it| it.start) on_commit=entry.put(|it, day| it.start = day)/>
            <DateField label=tr("form-audit-finish") value=entry.read(|it| it.finish) on_commit=entry.put(|it, day| it.finish = day)/>
        </div>
        <div role="status">
            {move || wrong.get().then(|| view! { <p class="callout" data-tone="warning">{tr("audit-ends-before")}</p> })}
            {move || ahead.get().then(|| view! { <p class="callout" data-tone="warning">{tr("audit-not-held-yet")}</p> })}
        </div>
        <ChoiceField legend=tr("audit-state") options=states.collect() value=entry.read(|it| it.state.key().to_owned()) on_choose=put_state/>
        <div class="ledger__columns">
            {people(entry, tr("record-field-auditors"), |it| &it.auditors, |it, names| it.auditors = names)}
            {people(entry, tr("record-field-auditees"), |it| &it.auditees, |it, names| it.auditees = names)}
        </div>
        <TextField label=tr("record-field-criteria") hint=tr("audit-criteria-hint") lines=2 most=LONG value=entry.read(|it| it.criteria.clone()) on_commit=entry.put(|it, text| it.criteria = text)/>
        <TextField label=tr("gaps-note") lines=2 most=LONG value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
    }
    .into_any()
}

/// A list of names.
fn people(
    entry: Entry<Audit>,
    legend: &'static str,
    read: fn(&Audit) -> &Vec<String>,
    write: fn(&mut Audit, Vec<String>),
) -> AnyView {
    let value = entry.read(move |it| {
        let names = read(it).iter();
        names.map(|it| vec![it.clone()]).collect::<Vec<_>>()
    });
    let put = entry.put(move |it, lines: Vec<Vec<String>>| {
        write(it, lines.into_iter().flatten().collect());
    });
    view! { <ListField legend columns=vec![tr("audit-person")] value on_commit=put/> }.into_any()
}

/// Who would audit their own work, and that somebody has looked.
#[component]
fn Independence(entry: Entry<Audit>, records: Memo<Records>) -> impl IntoView {
    let session = Session::get();
    let owned = Memo::new(move |_| {
        records.with(|records| {
            let all = session.document().with_untracked(|assessment| {
                entry
                    .value()
                    .with(|it| own_work(catalog(), assessment, records, it))
            });
            let mut out: Vec<(String, Vec<String>)> = Vec::new();
            for it in all {
                let owns = owned_name(&it.owns);
                match out.iter_mut().find(|(auditor, _)| *auditor == it.auditor) {
                    Some((_, all)) => all.push(owns),
                    None => out.push((it.auditor, vec![owns])),
                }
            }
            out
        })
    });
    let item = |(auditor, owns): (String, Vec<String>)| {
        let words = [
            ("auditor", auditor.into()),
            ("owns", owns.join(tr("charts-list-separator")).into()),
        ];
        view! { <li>{tr_with("audit-own-work", &words)}</li> }.into_any()
    };
    let warning = move || {
        let owned = owned.get();
        (!owned.is_empty()).then(|| {
            view! {
                <div class="callout" data-tone="warning">
                    <p>{tr("audit-own-work-lead")}</p>
                    <ul>{owned.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    };
    view! {
        <section class="audit-part">
            <h3>{tr("form-audit-independence")}</h3>
            <p>{tr("audit-independence-lead")}</p>
            <div role="status">{warning}</div>
            <div class="ledger__fields">
                <DateField label=tr("record-field-independence-on") value=entry.read(|it| it.independence_on) on_commit=entry.put(|it, day| it.independence_on = day)/>
                <TextField label=tr("record-field-independence-by") most=120 suggestions=PEOPLE value=entry.read(|it| it.independence_by.clone()) on_commit=entry.put(|it, text| it.independence_by = text)/>
            </div>
        </section>
    }
    .into_any()
}

/// What an auditor owns, in words: the id of a question, or the title of a process.
fn owned_name(key: &RecordKey) -> String {
    match key.kind {
        RecordKind::Answer => key.id.clone(),
        _ => process_title(catalog(), &key.id)
            .unwrap_or(&key.id)
            .to_owned(),
    }
}

/// What the audit found as a whole, and to whom that was reported.
#[component]
fn Report(entry: Entry<Audit>, records: Memo<Records>) -> impl IntoView {
    let id = entry.id();
    let report = form_href("audit-report", &id);
    let found = Memo::new(move |_| {
        records.with(|it| {
            let found = findings_of(it, &id).map(|(id, it)| {
                let title = [&it.title, &it.failure, &it.evidence];
                let title = title.into_iter().find(|it| !it.trim().is_empty());
                let title = title.map_or(tr("actions-untitled"), |it| it.as_str());
                (id.clone(), it.number.clone(), title.to_owned())
            });
            found.collect::<Vec<_>>()
        })
    });
    let item = |(id, number, title): (String, String, String)| {
        let words = [("number", number.into()), ("title", title.into())];
        view! { <li><a href=register_href(&id)>{tr_with("form-audit-name", &words)}</a></li> }
            .into_any()
    };
    let list = move || {
        let found = found.get();
        if found.is_empty() {
            view! { <p class="muted">{tr("audit-no-findings")}</p> }.into_any()
        } else {
            view! { <ul class="entry-links">{found.into_iter().map(item).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <section class="audit-part">
            <h3>{tr("audit-report")}</h3>
            <TextField label=tr("record-field-conclusion") hint=tr("audit-conclusion-hint") lines=3 most=LONG value=entry.read(|it| it.conclusion.clone()) on_commit=entry.put(|it, text| it.conclusion = text)/>
            <div class="ledger__fields">
                <DateField label=tr("record-field-report-on") value=entry.read(|it| it.report_on) on_commit=entry.put(|it, day| it.report_on = day)/>
                <TextField label=tr("record-field-report-to") most=200 suggestions=PEOPLE value=entry.read(|it| it.report_to.clone()) on_commit=entry.put(|it, text| it.report_to = text)/>
                <DateField label=tr("record-field-follow-up") value=entry.read(|it| it.follow_up) on_commit=entry.put(|it, day| it.follow_up = day)/>
            </div>
            <h4>{tr("audit-findings")}</h4>
            {list}
            <p class="audit-links"><a href=report>{tr("form-audit-report")}</a></p>
        </section>
    }
    .into_any()
}

/// The address of the checklist of an audit.
fn checklist_href(id: &str) -> String {
    let assessment = Session::get().document().with_untracked(|it| it.id.clone());
    Route::assessment(assessment, AssessmentPage::Audit).href_with(&[(CHECKLIST, id)])
}
