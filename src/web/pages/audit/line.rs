//! One line of a checklist: the sample, the answer, what was seen, the result, and the finding it becomes.

use leptos::prelude::*;

use super::super::actions::number_after;
use super::super::address::OpenItem;
use super::super::address::register_href;
use super::super::entry::Entry;
use crate::assessment::workspace::{
    Audit, AuditLine, Grade, LineConclusion, Nonconformity, entries, entry as entry_of, put,
};
use crate::catalog::RequirementId;
use crate::readiness::audit::finding_of;
use crate::readiness::audit_work::finding;
use crate::readiness::records::Records;
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::ledger::{LedgerRow, cell};
use crate::web::components::text_field::TextField;
use crate::web::place::use_guidance;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key};

/// The longest text of a field of a line.
const LONG: u32 = 4000;

/// The row.
#[component]
pub(super) fn LineRow(
    audit: Entry<Audit>,
    requirement: RequirementId,
    /// The lines of the list, in its order.
    shown: Memo<Vec<RequirementId>>,
    open: OpenItem,
    records: Memo<Records>,
) -> impl IntoView {
    let asked = catalog().requirement(requirement);
    let id = AuditLine::id(&audit.id(), &asked.id);
    let line = Entry::<AuditLine>::new("edit-audit-line", id.clone());
    let conclusion = line.read(|it| it.conclusion);
    let result = move || {
        let conclusion = conclusion.get();
        let tone = match conclusion {
            LineConclusion::NotSeen => "open",
            LineConclusion::Conforms => "conforms",
            LineConclusion::Finding => "minor-likely",
        };
        view! { <Badge tone text=tr_key("audit-conclusion", conclusion.key())/> }
    };
    let cells = cell(tr("audit-result"), result.into_any());
    let is_open = open.is(id.clone());
    let button = open.button_id(&id);
    let next = Memo::new(move |_| {
        shown.with(|it| {
            let place = it.iter().position(|it| *it == requirement)?;
            it.get(place + 1).copied()
        })
    });
    let next_line = move || {
        let id = AuditLine::id(&audit.id(), &catalog().requirement(next.get()?).id);
        Some(
            view! { <p class="button-row"><a class="button audit-next-line" href=open.href(&id)>{tr("audit-next-line")}</a></p> },
        )
    };
    view! {
        <LedgerRow id=button mark=asked.id.as_str() title=Signal::stored(asked.ask.clone()) cells columns=2 open=is_open on_toggle=Callback::new(move |()| open.toggle(&id))>
            <Fields audit line requirement records/>
            {next_line}
        </LedgerRow>
    }
    .into_any()
}

/// What to ask for, and what came of it.
#[component]
fn Fields(
    audit: Entry<Audit>,
    line: Entry<AuditLine>,
    requirement: RequirementId,
    records: Memo<Records>,
) -> impl IntoView {
    let guidance = use_guidance();
    let list = |items: &'static [String]| {
        let items = items.iter().map(|it| view! { <li>{it.as_str()}</li> });
        view! { <ul>{items.collect_view()}</ul> }
    };
    let help = move || {
        let it = guidance.get()?.requirements.get(requirement.index())?;
        Some(view! {
            <div class="ledger__columns">
                <div><h3>{tr("guidance-evidence")}</h3>{list(&it.evidence)}</div>
                <div><h3>{tr("guidance-interview")}</h3>{list(&it.interview)}</div>
            </div>
        })
    };
    let results = LineConclusion::ALL.iter().map(|it| {
        let label = tr_key("audit-conclusion", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let put_result = line.put(|it, word: String| {
        it.conclusion = LineConclusion::from_key(&word).unwrap_or_default();
    });
    view! {
        {help}
        <TextField label=tr("record-field-sample") hint=tr("audit-sample-hint") lines=2 most=LONG value=line.read(|it| it.sample.clone()) on_commit=line.put(|it, text| it.sample = text)/>
        <TextField label=tr("record-field-answer") lines=2 most=LONG value=line.read(|it| it.answer.clone()) on_commit=line.put(|it, text| it.answer = text)/>
        <TextField label=tr("record-field-seen") hint=tr("audit-seen-hint") lines=2 most=LONG value=line.read(|it| it.seen.clone()) on_commit=line.put(|it, text| it.seen = text)/>
        <ChoiceField legend=tr("audit-result") options=results.collect() value=line.read(|it| it.conclusion.key().to_owned()) on_choose=put_result/>
        <Finding audit line requirement records/>
        <TextField label=tr("gaps-note") lines=2 most=LONG value=line.read(|it| it.note.clone()) on_commit=line.put(|it, text| it.note = text)/>
    }
    .into_any()
}

/// The entry of the register that the line became, or the button that makes it.
#[component]
fn Finding(
    audit: Entry<Audit>,
    line: Entry<AuditLine>,
    requirement: RequirementId,
    records: Memo<Records>,
) -> impl IntoView {
    let session = Session::get();
    let asked = catalog().requirement(requirement);
    let made = RwSignal::new(None::<String>);
    let found = Memo::new(move |_| {
        let known =
            records.with(|it| finding_of(it, &audit.id(), &asked.id).map(|it| it.0.clone()));
        // One that was made just now is there before the records have been read again.
        let exists = |id: &String| {
            let here = |it: &_| entry_of::<Nonconformity>(it, id).is_some();
            session.document().with(here)
        };
        known.or_else(|| made.get()).filter(exists)
    });
    let is_finding = line.read(|it| it.conclusion == LineConclusion::Finding);
    let make = move |_| {
        let id = browser::new_id();
        let number = session
            .document()
            .with_untracked(|it| number_after(&entries::<Nonconformity>(it)));
        let entry = audit.value().with_untracked(|held| {
            line.value().with_untracked(|it| {
                finding((&audit.id(), held), asked, it, number, browser::today())
            })
        });
        session.edit(put("edit-nonconformity", &id, &entry));
        browser::focus_soon(format!("finding-{id}-title"));
        made.set(Some(id));
    };
    move || {
        match found.get() {
        Some(id) => view! { <FindingFields id/> }.into_any(),
        None if is_finding.get() => view! {
            <div class="callout" data-tone="info">
                <p>{tr("audit-finding-lead")}</p>
                <p class="button-row"><button type="button" class="button" data-tone="primary" on:click=make>{tr("audit-write-finding")}</button></p>
            </div>
        }
        .into_any(),
        None => ().into_any(),
    }
    }
}

/// The finding, as far as the auditor writes it.
#[component]
fn FindingFields(id: String) -> impl IntoView {
    let entry = Entry::<Nonconformity>::new("edit-nonconformity", id.clone());
    let grades = Grade::ALL
        .iter()
        .filter(|it| **it != Grade::Concern)
        .map(|it| {
            let label = tr_key("actions-grade", it.key());
            (it.key().to_owned(), label.to_owned())
        });
    let grade = entry.read(|it| it.grade.map_or("", Grade::key).to_owned());
    let put_grade = entry.put(|it, word: String| it.grade = Grade::from_key(&word));
    view! {
        <section class="audit-finding">
            <h3>{tr("audit-finding")}</h3>
            <TextField id=format!("finding-{id}-title") label=tr("actions-title") value=entry.read(|it| it.title.clone()) on_commit=entry.put(|it, text| it.title = text)/>
            <ChoiceField legend=tr("record-field-grade") options=grades.collect() value=grade on_choose=put_grade/>
            <TextField label=tr("record-field-asked") hint=tr("actions-asked-hint") lines=2 most=LONG value=entry.read(|it| it.asked.clone()) on_commit=entry.put(|it, text| it.asked = text)/>
            <TextField label=tr("audit-finding-evidence") hint=tr("actions-evidence-hint") lines=2 most=LONG value=entry.read(|it| it.evidence.clone()) on_commit=entry.put(|it, text| it.evidence = text)/>
            <TextField label=tr("record-field-failure") hint=tr("actions-failure-hint") lines=2 most=LONG value=entry.read(|it| it.failure.clone()) on_commit=entry.put(|it, text| it.failure = text)/>
            <TextField label=tr("actions-location") most=200 value=entry.read(|it| it.location.clone()) on_commit=entry.put(|it, text| it.location = text)/>
            <p><a href=register_href(&id)>{tr("audit-to-register")}</a></p>
        </section>
    }
    .into_any()
}
