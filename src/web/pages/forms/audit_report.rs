//! The report on one audit: what was audited by whom, what was found, and the conclusion.

use leptos::prelude::*;

use super::Form;
use super::audit_plan::{audit, audits};
use super::parts::{day, entries, list, room, signatures, table};
use crate::assessment::workspace::{Audit, Grade, Nonconformity};
use crate::readiness::audit::{checklist_tally, findings_of};
use crate::readiness::nonconformities::clause_of;
use crate::readiness::records::Records;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

pub(super) const FORM: Form = Form {
    key: "audit-report",
    name: || tr("form-audit-report"),
    lead: || tr("form-audit-report-lead"),
    fillings: audits,
    view,
};

/// So many lines for findings has a blank report.
const BLANK_LINES: usize = 6;

fn view(at: Option<String>) -> AnyView {
    let held = audit(at.as_deref());
    let records = Session::get().document().with_untracked(Records::of);
    let id = at.unwrap_or_default();
    let found: Vec<&Nonconformity> = findings_of(&records, &id)
        .filter(|_| !id.is_empty())
        .map(|(_, it)| it)
        .collect();
    let base = (!id.is_empty()).then(|| worked(&id, &held, &records));
    let head = vec![
        tr("record-field-number"),
        tr("record-field-clause"),
        tr("record-field-grade"),
        tr("actions-statement"),
        tr("gaps-owner"),
        tr("gaps-due"),
    ];
    let least = if id.is_empty() { BLANK_LINES } else { 1 };
    let none = (!id.is_empty() && found.is_empty())
        .then(|| view! { <p>{tr("audit-no-findings")}</p> }.into_any());
    let table = none.unwrap_or_else(|| {
        let rows = found.iter().map(|it| row(it)).collect();
        table(tr("audit-findings"), "findings", head, rows, least)
    });
    view! {
        {entries(vec![
            (tr("record-field-number"), held.number.clone()),
            (tr("record-kind-audit"), held.title.clone()),
            (tr("form-audit-start"), day(held.start)),
            (tr("form-audit-finish"), day(held.finish)),
            (tr("record-field-auditors"), list(&held.auditors)),
            (tr("record-field-auditees"), list(&held.auditees)),
            (tr("record-field-report-on"), day(held.report_on)),
            (tr("record-field-report-to"), held.report_to.clone()),
            (tr("record-field-follow-up"), day(held.follow_up)),
        ])}
        {room(tr("record-field-objective"), &held.objective, 2)}
        {room(tr("record-field-clauses"), &list(&held.clauses), 1)}
        {room(tr("record-field-scope"), &held.scope, 1)}
        {room(tr("record-field-criteria"), &held.criteria, 2)}
        {room(tr("record-field-conclusion"), &held.conclusion, 6)}
        {base.map(|it| view! { <p>{it}</p> })}
        {table}
        <p>{tr("form-report-sample")}</p>
        {signatures(vec![tr("form-sign-lead-auditor"), tr("form-sign-auditee")])}
    }
    .into_any()
}

/// How far the checklist was worked through: the base of what the report says.
fn worked(id: &str, audit: &Audit, records: &Records) -> String {
    let tally = checklist_tally(catalog(), records, id, audit);
    let counts = [
        ("lines", tally.lines.into()),
        ("open", tally.open().into()),
        ("conforms", tally.conforms.into()),
        ("findings", tally.findings.into()),
    ];
    tr_with("form-report-lines", &counts)
}

fn row(it: &Nonconformity) -> Vec<String> {
    let grade = |it: Grade| tr_key("actions-grade", it.key()).to_owned();
    let parts = [&it.title, &it.asked, &it.evidence, &it.failure];
    let said: Vec<&str> = parts
        .into_iter()
        .map(|it| it.trim())
        .filter(|it| !it.is_empty())
        .collect();
    vec![
        it.number.clone(),
        clause_of(catalog(), it).to_owned(),
        it.grade.map(grade).unwrap_or_default(),
        said.join("\n"),
        it.owner.clone(),
        day(it.due),
    ]
}
