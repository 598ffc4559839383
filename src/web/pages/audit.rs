//! The internal audit: the programme and what it covers, single audits, their checklists and findings.

mod agenda;
mod checklist;
mod coverage;
mod details;
mod line;
mod programme;
mod row;
mod scope;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{OpenItem, Query};
use super::people::PeopleList;
use crate::assessment::workspace::{Audit, AuditLine, entries, put};
use crate::readiness::audit_work::in_order;
use crate::readiness::records::Records;
use crate::readiness::register_of_nonconformities::next_number;
use crate::web::browser;
use crate::web::components::ledger::Ledger;
use crate::web::session::Session;
use crate::web::settled::settled;
use crate::web::text::tr;
use checklist::Checklist;
use coverage::CoverageSection;
use programme::Programme;
use row::AuditRow;

/// The key of the audit in the address whose checklist is shown.
const CHECKLIST: &str = "checklist";

/// The page: everything about the audits, or the checklist of one.
#[component]
pub(crate) fn AuditPage() -> impl IntoView {
    let query = Query::get();
    let (asked, at) = (query.value(CHECKLIST), query.value("at"));
    // A link to a line opens the checklist it stands on.
    let audit = Memo::new(move |_| {
        let of_line = || at.with(|it| AuditLine::parts(it).map(|(audit, _)| audit.to_owned()));
        asked.with(|it| {
            let asked = Some(it.clone()).filter(|it| !it.is_empty());
            asked.or_else(of_line).unwrap_or_default()
        })
    });
    move || {
        let audit = audit.get();
        if audit.is_empty() {
            view! { <AuditDesk/> }.into_any()
        } else {
            view! { <Checklist id=audit/> }.into_any()
        }
    }
}

/// The records of the workspaces, read again a moment after the last edit.
fn records(session: Session) -> Memo<Records> {
    let rests = settled(session);
    Memo::new(move |_| {
        rests.track();
        session.document().with_untracked(Records::of)
    })
}

/// Programme, audits and coverage.
#[component]
fn AuditDesk() -> impl IntoView {
    let session = Session::get();
    let open = OpenItem::of_page("audit");
    let records = records(session);
    let ids = Memo::new(move |_| {
        let audits = session.document().with(entries::<Audit>);
        let audits = in_order(audits).into_iter();
        audits.map(|(id, _)| id).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| ids.with(|it| !it.is_empty()));
    let head = [
        "record-kind-audit",
        "audit-dates",
        "record-field-auditors",
        "audit-checklist",
        "audit-findings",
        "audit-state",
    ];
    view! {
        <PageHeading title=tr("page-audit") lead=tr("audit-lead")/>
        <PeopleList/>
        <Programme/>
        <h2>{tr("audit-list")}</h2>
        <p class="button-row">
            <button type="button" class="button" id="add-audit" on:click=move |_| add(session, open, Audit::default())>{tr("audit-add")}</button>
        </p>
        <Show when=move || any.get() fallback=|| view! { <div class="empty-state"><p>{tr("audit-none")}</p></div> }>
            <Ledger caption=tr("audit-list") head=head.map(tr).into() columns="audits">
                <For each=move || ids.get() key=Clone::clone let:id><AuditRow id open records/></For>
            </Ledger>
        </Show>
        <CoverageSection records open/>
    }
    .into_any()
}

/// Adds an audit under the next number and opens it.
fn add(session: Session, open: OpenItem, audit: Audit) {
    let id = browser::new_id();
    let number = session.document().with_untracked(|it| {
        let audits = entries::<Audit>(it);
        next_number(audits.iter().map(|(_, it)| it.number.as_str()))
    });
    session.edit(put("edit-audit", &id, &Audit { number, ..audit }));
    open.open_at(&id, details::title_id(&id));
}
