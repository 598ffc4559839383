//! The checklist of one audit: every question in scope with room for the sample, the answer, what was seen and the result.

use leptos::prelude::*;

use super::Form;
use super::audit_plan::{audit, audits};
use super::parts::{day, entries, list, signatures, table};
use crate::assessment::workspace::{Audit, AuditLine, LineConclusion};
use crate::readiness::audit::checklist;
use crate::readiness::records::Records;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

pub(super) const FORM: Form = Form {
    key: "audit-checklist",
    name: || tr("form-audit-checklist"),
    lead: || tr("form-audit-checklist-lead"),
    fillings: audits,
    view,
};

/// So many empty lines has a blank checklist, and so many more has a filled one for questions that come up on the day.
const BLANK_LINES: usize = 14;
const SPARE_LINES: usize = 3;

fn view(at: Option<String>) -> AnyView {
    let audit = audit(at.as_deref());
    let rows = at.map(|id| lines(&id, &audit)).unwrap_or_default();
    let least = if rows.is_empty() {
        BLANK_LINES
    } else {
        rows.len() + SPARE_LINES
    };
    let head = vec![
        tr("audit-line"),
        tr("record-field-sample"),
        tr("record-field-answer"),
        tr("record-field-seen"),
        tr("audit-result"),
    ];
    view! {
        {entries(vec![
            (tr("record-field-number"), audit.number.clone()),
            (tr("record-kind-audit"), audit.title.clone()),
            (tr("form-audit-start"), day(audit.start)),
            (tr("record-field-auditors"), list(&audit.auditors)),
        ])}
        {table(tr("audit-checklist"), "checklist", head, rows, least)}
        {signatures(vec![tr("form-agenda-auditor")])}
    }
    .into_any()
}

/// The lines of the checklist with what is entered about them. What has no result yet is left open, to be filled by hand.
fn lines(id: &str, audit: &Audit) -> Vec<Vec<String>> {
    let records = Session::get().document().with_untracked(Records::of);
    let line = |requirement| {
        let asked = catalog().requirement(requirement);
        let words = [
            ("clause", asked.id.as_str().into()),
            ("title", asked.ask.as_str().into()),
        ];
        let found = records.lines.get(&AuditLine::id(id, &asked.id));
        let found = found.cloned().unwrap_or_default();
        let result = match found.conclusion {
            LineConclusion::NotSeen => String::new(),
            it => tr_key("audit-conclusion", it.key()).to_owned(),
        };
        vec![
            tr_with("clause-and-title", &words),
            found.sample,
            found.answer,
            found.seen,
            result,
        ]
    };
    checklist(catalog(), audit).into_iter().map(line).collect()
}
